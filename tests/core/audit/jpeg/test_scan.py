"""Bits hidden in the scan of an output JPEG are caught, wherever decoders pass them over."""

import io
from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from pixelseal.core.audit.facts.parsed_output import Broken
from pixelseal.core.audit.jpeg import huffman, scan
from pixelseal.core.audit.jpeg.scan_codes import Table
from pixelseal.core.encode import EncodeSettings, encode
from pixelseal.core.pixels.raster import Raster

from tests.builders import jpeg as jpeg_builder
from tests.core.audit.outputs import SENTINEL, SIZE, burned, expected, failures, output
from tests.core.support import photo, shown

# Neither number is a multiple of 16: half of the last MCUs lies beyond the picture.
ODD = (75, 53)


def scan_of(file: bytes) -> tuple[int, int]:
    return jpeg_builder.find_segment(file, 0xDA)[1], len(file) - 2


def with_scan(file: bytes, change: Callable[[bytes], bytes]) -> bytes:
    start, end = scan_of(file)
    return file[:start] + change(file[start:end]) + file[end:]


def hidden(file: bytes, before: bytes) -> set[str]:
    """What the audit finds in a file that decodes to just what `before` does."""
    assert (shown(file) == shown(before)).all()
    return failures(file, expected("jpeg"))


@pytest.mark.parametrize("sampling", ["4:4:4", "4:2:2", "4:2:0"])
@pytest.mark.parametrize("size", [ODD, (8, 8), (1, 1), (130, 3), (3, 300)])
@pytest.mark.parametrize("quality", [10, 100])
def test_clean_scans_of_every_shape_pass(sampling: str, size: tuple[int, int], quality: int):
    for pixels in (photo(*size), np.ascontiguousarray(photo(*size)[:, :, 0])):
        raster = Raster(pixels)
        file = encode(raster, EncodeSettings("jpeg", quality, sampling))
        facts = {"width": size[0], "height": size[1], "gray": raster.gray, "covers": ()}
        assert failures(file, expected("jpeg", **facts)) == set()


@pytest.mark.parametrize("noise", [0, 120])
def test_codes_of_more_than_sixteen_bits_are_limited_as_the_standard_does(noise: int):
    # A large picture whose symbols differ much in number: the longest codes must be shortened.
    pixels = np.full((1600, 1600), 90, np.uint8)
    pixels[:64, :64] = photo(64, 64)[:, :, 0]
    pixels[:160, 200:360] += np.random.default_rng(1).integers(0, noise + 1, (160, 160), np.uint8)
    raster = Raster(pixels)
    file = encode(raster, EncodeSettings("jpeg", 98, "4:4:4"))
    facts = {"width": 1600, "height": 1600, "gray": True, "covers": ()}
    assert failures(file, expected("jpeg", **facts)) == set()


def test_bytes_after_the_last_mcu_within_the_scan():
    file = output("jpeg")
    for secret in (SENTINEL, b"J", b"\0"):
        assert "nothing-else" in hidden(with_scan(file, lambda scan, s=secret: scan + s), file)


def test_bytes_between_two_intervals():
    file = output("jpeg")

    def planted(scan: bytes) -> bytes:
        restart = scan.index(b"\xff\xd0")
        return scan[:restart] + SENTINEL + scan[restart:]

    assert "nothing-else" in failures(with_scan(file, planted), expected("jpeg"))


def test_rows_left_below_a_lowered_height():
    file = output("jpeg")
    planted = jpeg_builder.with_frame_bytes(file, 1, (SIZE[1] - 16).to_bytes(2, "big"))
    # Even a picture that is meant to have the lower height is refused: the rows are still there.
    cut = expected("jpeg", height=SIZE[1] - 16)
    assert failures(planted, cut) & {"structure", "nothing-else"}
    gone = jpeg_builder.with_frame_bytes(file, 3, (SIZE[0] - 16).to_bytes(2, "big"))
    assert failures(gone, expected("jpeg", width=SIZE[0] - 16)) & {"structure", "nothing-else"}


def test_a_message_in_the_bits_that_fill_up_the_last_byte():
    caught = 0
    for seed in range(6):
        pixels = photo(*SIZE, seed)
        file = encode(Raster(pixels), EncodeSettings("jpeg", 90, "4:2:0"))
        _, end = scan_of(file)
        if file[end - 1] & 1 and file[end - 1] != 0xFF and file[end - 2] != 0xFF:
            planted = file[: end - 1] + bytes([file[end - 1] ^ 1]) + file[end:]
            if (shown(planted) == shown(file)).all():
                caught += bool(failures(planted, expected("jpeg", covers=())))
    assert caught >= 2


def test_fill_bytes_before_a_marker():
    file = output("jpeg")
    for marker in (0xDB, 0xC0, 0xC4, 0xDD, 0xDA):
        at = jpeg_builder.find_segment(file, marker)[0]
        assert hidden(file[:at] + b"\xff" * 5 + file[at:], file), hex(marker)
    assert hidden(with_scan(file, lambda scan: scan + b"\xff" * 5), file)


def test_an_unused_quantisation_table():
    file = output("jpeg")
    start, end = jpeg_builder.find_segment(file, 0xDB)
    third = jpeg_builder.segment(0xDB, b"\2" + SENTINEL[:64])
    assert "structure" in hidden(file[:start] + third + file[start:], file)
    gray = output("jpeg", gray=True)
    start, end = jpeg_builder.find_segment(gray, 0xDB)
    second = jpeg_builder.segment(0xDB, b"\1" + bytes([1 + b % 99 for b in SENTINEL[:64]]))
    planted = gray[:end] + second + gray[end:]
    assert (shown(planted) == shown(gray)).all()
    assert "constant-tables" in failures(planted, expected("jpeg", gray=True))
    repeated = file[:start] + file[start:end] + file[start:]
    assert failures(repeated, expected("jpeg"))


def test_sixteen_bit_quantisation_steps():
    file = output("jpeg")
    start, end = jpeg_builder.find_segment(file, 0xDB)
    wide = b"\x10" + b"".join(bytes([0, step]) for step in file[start + 5 : end])
    planted = file[:start] + jpeg_builder.segment(0xDB, wide) + file[end:]
    assert "structure" in hidden(planted, file)


def test_a_huffman_table_with_a_code_that_is_never_used():
    file = output("jpeg")
    at = file.index(b"\xff\xc4", 0)
    end = at + 2 + int.from_bytes(file[at + 2 : at + 4], "big")
    counts, symbols = bytearray(file[at + 5 : at + 21]), file[at + 21 : end]
    # T.81 leaves the code of all ones free; one more bit makes room for a symbol below it.
    counts[max(n for n, c in enumerate(counts) if c) + 1] += 1
    unused = next(s for s in range(12) if s not in symbols)
    body = bytes([file[at + 4], *counts, *symbols, unused])
    planted = file[:at] + jpeg_builder.segment(0xC4, body) + file[end:]
    assert "constant-tables" in hidden(planted, file)


def test_a_third_huffman_table():
    file = output("jpeg")
    at = jpeg_builder.find_segment(file, 0xDD)[0]
    start, end = jpeg_builder.find_segment(file, 0xC4)
    body = b"\2" + file[start + 5 : end]
    assert "structure" in hidden(file[:at] + jpeg_builder.segment(0xC4, body) + file[at:], file)


def test_huffman_tables_that_are_not_made_for_the_picture():
    stream = io.BytesIO()
    image = Image.fromarray(burned().pixels)
    image.save(stream, "JPEG", quality=90, subsampling=2, restart_marker_blocks=8)
    assert "constant-tables" in failures(stream.getvalue(), expected("jpeg"))


@pytest.mark.parametrize("interval", [None, 4, 16])
def test_restart_intervals_of_another_length(interval: int | None):
    options = {} if interval is None else {"restart_marker_blocks": interval}
    stream = io.BytesIO()
    image = Image.fromarray(burned().pixels)
    image.save(stream, "JPEG", quality=90, subsampling=2, optimize=True, **options)
    assert "structure" in failures(stream.getvalue(), expected("jpeg"))


def test_a_restart_marker_out_of_turn():
    file = output("jpeg")
    planted = with_scan(file, lambda scan: scan.replace(b"\xff\xd0", b"\xff\xd5", 1))
    assert "structure" in failures(planted, expected("jpeg"))


def test_pixels_left_in_blocks_beyond_the_edge():
    # A lossless crop: sixteen columns of MCUs hold a picture that is said to be narrower by nine.
    whole = photo(96, 64)
    file = encode(Raster(whole), EncodeSettings("jpeg", 90, "4:2:0"))
    planted = jpeg_builder.with_frame_bytes(file, 3, (96 - 9).to_bytes(2, "big"))
    narrower = expected("jpeg", width=96 - 9, covers=())
    assert "nothing-else" in failures(planted, narrower)
    lower = jpeg_builder.with_frame_bytes(file, 1, (64 - 9).to_bytes(2, "big"))
    assert "nothing-else" in failures(lower, expected("jpeg", height=64 - 9, covers=()))


def test_zeros_and_coefficients_that_a_block_does_not_need():
    # One grey block by hand: no difference, then runs; bit 0 the first code, 10 the second.
    layout = scan.Layout(8, 8, True, 1, 1, 8)

    def told(bits: str, *runs: int) -> str:
        frequencies = [runs.count(symbol) for symbol in range(256)]
        tables = [Table(*huffman.tables_for([1] + [0] * 255)[0])]
        tables.append(Table(*huffman.tables_for(frequencies)[0]))
        bits += "1" * (-len(bits) % 8)
        data = np.frombuffer(int(bits, 2).to_bytes(len(bits) // 8, "big"), np.uint8)
        try:
            scan.walk(data, [0, len(data)], layout, tables)
        except Broken as found:
            return found.check
        return ""

    assert told("0" + "0", 0x00) == ""
    assert told("0" + "10" + "0", 0x00, 0xF0) == "nothing-else"  # zeros, then an end
    assert told("0" + "0000", *[0xF0] * 4) == "structure"  # 64 zeros after the difference
    assert told("0" + "0" + "0" * 8, 0x00) == "nothing-else"


@given(st.lists(st.integers(0, 1 << 40), min_size=256, max_size=256).filter(any))
def test_every_table_is_a_prefix_code_of_at_most_sixteen_bits(frequencies: list[int]):
    (counts, symbols), (_, others) = huffman.tables_for(frequencies)
    assert (
        sorted(symbols) == sorted(others) == [s for s, number in enumerate(frequencies) if number]
    )
    assert len(counts) == 16 and sum(counts) == len(symbols)
    assert sum(c << (16 - bits) for bits, c in enumerate(counts, 1)) < 1 << 16


@given(st.binary(min_size=1, max_size=400), st.integers(1, 40), st.integers(1, 40))
def test_any_bytes_for_a_scan_end_in_a_sentence(data: bytes, width: int, height: int):
    layout = scan.Layout(width, height, False, 2, 2, 8)
    counts, symbols = bytes([0, 0, 7, *[0] * 13]), bytes([0, 1, 2, 3, 4, 0x11, 0xF0])
    differences = Table(bytes([0, 3, *[0] * 14]), b"\0\1\2")
    runs = Table(counts, symbols)
    plain = np.frombuffer(data, np.uint8)
    cuts = -(-layout.columns * layout.rows // layout.interval) - 1
    with pytest.raises(Broken):
        scan.walk(plain, [0] * (cuts + 1) + [len(plain)], layout, [differences, runs] * 2)


def test_a_table_worked_out_by_hand():
    # Five times "0", twice "1", once "2": 0 -> 0, 1 -> 10, 2 -> 110; 111 stays free.
    wanted = (bytes([1, 1, 1] + [0] * 13), b"\0\1\2")
    assert huffman.tables_for([5, 2, 1] + [0] * 253) == (wanted, wanted)
    # Of one length: the standard goes by value, libjpeg 9 by number.
    standard, other = huffman.tables_for([4, 3, 3, 4] + [0] * 252)
    assert standard[0] == other[0] and sorted(standard[1]) == sorted(other[1])
    assert other[1] == b"\0\3\1\2"
