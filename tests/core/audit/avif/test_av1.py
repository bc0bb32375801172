"""The headers of an AV1 picture are read to their last bit, and tell how far it may be off."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pixelseal.core.audit import Covered
from pixelseal.core.audit.avif.av1 import Sequence, read_frame, read_sequence
from pixelseal.core.audit.avif.examine import parse
from pixelseal.core.audit.facts.parsed_output import Broken, ParsedOutput
from pixelseal.core.base import given_codecs
from pixelseal.core.codecs import heic_avif
from pixelseal.core.encode import EncodeSettings, encode
from pixelseal.core.pixels.raster import Raster

from tests.core.audit.outputs import BLACK, expected, failures
from tests.core.audit.webp.test_vp8 import name_under, surroundings
from tests.core.support import photo

SMALL = Sequence(24, 16, False, True, b"")
WIDE = Sequence(9000, 5000, False, True, b"")  # three tiles at least across, and two in all down
# The fields of a small frame in their order (5.9.2): bits and what stands in them.
FIELDS = {
    "disable_cdf_update": (1, 0),
    "allow_screen_content_tools": (1, 0),
    "render_and_frame_size_different": (1, 0),
    "uniform_tile_spacing_flag": (1, 1),
    "base_q_idx": (8, 48),
    "delta_coded": (3, 0),
    "using_qmatrix": (1, 0),
    "segmentation_enabled": (1, 0),
    "delta_q_present": (1, 0),
    "loop_filter_level": (12, 0),
    "loop_filter_sharpness": (3, 0),
    "loop_filter_delta_enabled": (1, 0),
    "cdef_damping_minus_3": (2, 0),
    "cdef_bits": (2, 0),
    "cdef_strengths": (12, 0),
    "tx_mode_select": (1, 1),
    "reduced_tx_set": (1, 0),
}


def frame(after: int = 0, **changes: int | tuple[int, int]) -> bytes:
    """A frame's header with other values, or fields of other (bits, value), and one byte more."""
    fields = {**FIELDS, **{k: (FIELDS[k][0], v) for k, v in changes.items() if type(v) is int}}
    fields |= {k: v for k, v in changes.items() if type(v) is tuple}
    bits = "".join(f"{value:0{count}b}" for count, value in fields.values() if count)
    padding = -len(bits) % 8
    return int(bits + f"{after:0{padding}b}", 2).to_bytes(len(bits) // 8 + 1, "big") + b"\x55"


def broken_by(data: bytes, sequence: Sequence = SMALL) -> str:
    with pytest.raises(Broken) as broken:
        read_frame(data, sequence)
    return broken.value.check


@pytest.mark.parametrize("index", [1, 48, 255])
def test_the_quantiser_is_read(index: int) -> None:
    assert read_frame(frame(base_q_idx=index), SMALL) == index
    matrices = {"using_qmatrix": (9, 0x1A5)}
    steps = {"delta_q_present": (4, 0b1010)}  # two bits of how much, and none for the filter
    shifts = {"delta_coded": (10, 0b0_11110000_0)}
    assert read_frame(frame(base_q_idx=index, **matrices, **steps, **shifts), SMALL) == index


def test_filters_of_every_size_are_read() -> None:
    for count in range(4):
        strengths = {"cdef_bits": count, "cdef_strengths": (12 << count, (1 << (12 << count)) - 1)}
        levels = {"loop_filter_level": (24, 0x3FFFFF), "loop_filter_delta_enabled": (12, 0xC00)}
        assert read_frame(frame(**strengths, **levels), SMALL) == 48


def test_a_frame_without_loss_has_no_filters() -> None:
    none = {name: (0, 0) for name in FIELDS if name.startswith(("loop", "cdef", "tx"))}
    lossless = frame(base_q_idx=0, delta_q_present=(0, 0), **none)
    assert read_frame(lossless, SMALL) == 0


@pytest.mark.parametrize(
    "field", ["disable_cdf_update", "render_and_frame_size_different", "segmentation_enabled"]
)
def test_what_encoders_never_do_is_refused(field: str) -> None:
    assert broken_by(frame(**{field: 1})) == "structure"
    assert broken_by(frame(uniform_tile_spacing_flag=0)) == "structure"


def test_other_strengths_for_other_frames_are_refused() -> None:
    # Fifty bits and more that mean nothing in a picture of one frame.
    hidden = (12 + 7, 0b11 << 17 | 1 << 16 | 0x55 << 9)
    assert broken_by(frame(loop_filter_delta_enabled=hidden)) == "structure"


def test_bits_between_the_header_and_the_picture() -> None:
    free = -sum(count for count, _ in FIELDS.values()) % 8
    assert free and read_frame(frame(after=0), SMALL)
    for bit in range(free):
        assert broken_by(frame(after=1 << bit)) == "nothing-else"


def test_tiles_are_counted() -> None:
    # One more across than the two times two that the width needs, none more down than needed.
    tiles = {"uniform_tile_spacing_flag": (1 + 2 + 1 + (3 + 0) + 2, 0b1_10_0_000_00)}
    assert read_frame(frame(**tiles, reduced_tx_set=(2, 0)), WIDE) == 48
    assert broken_by(frame(**tiles, reduced_tx_set=(2, 1)), WIDE) == "structure"


def test_a_size_in_more_bits_than_it_needs() -> None:
    # Profile 1, still, reduced, level 0; then lengths, sizes; tools, colour, range.
    def header(across: int, down: int) -> bytes:
        sizes = f"{across - 1:04b}{down - 1:04b}{23:0{across}b}{15:0{down}b}"
        colour = "1" + f"{1:08b}{13:08b}{6:08b}"
        bits = "001" + "11" + "00000" + sizes + "0110100" + colour + "100" + "1"
        return int(bits.ljust(-(-len(bits) // 8) * 8, "0"), 2).to_bytes(-(-len(bits) // 8), "big")

    assert read_sequence(header(5, 4))[:2] == (24, 16)
    for lengths in ((6, 4), (5, 5), (16, 16)):
        with pytest.raises(Broken) as broken:
            read_sequence(header(*lengths))
        assert broken.value.check == "nothing-else"


@given(st.binary(max_size=80), st.integers(1, 65536), st.integers(1, 65536), st.booleans())
def test_any_bytes_end_in_a_number_or_a_sentence(data, width, height, wide) -> None:
    for read in (
        lambda: read_sequence(data),
        lambda: read_frame(data, Sequence(width, height, wide, wide, b"")),
    ):
        try:
            assert read() is not None
        except Broken as broken:
            assert broken.why


@pytest.fixture
def needs_encoder() -> None:
    if "avif" not in given_codecs._encoders:
        pytest.skip("this Python writes no AVIF")


def told(size: tuple[int, int], *covers: Covered):
    return expected("jpeg", format="avif", width=size[0], height=size[1], covers=covers)


@pytest.mark.usefixtures("needs_encoder")
@pytest.mark.parametrize("sampling", ["4:2:0", "4:4:4"])
@pytest.mark.parametrize("kind", ["noise", "blocks", "stripes", "photo"])
def test_no_good_output_is_withheld(sampling: str, kind: str) -> None:
    size = (176, 160)
    for number, quality in enumerate((1, 10, 40, 60, 85, 99, 100)):
        pixels, colour = surroundings(kind, number), [(255, 0, 0), (0, 255, 255)][number % 2]
        pixels[20:140, 30:150] = colour
        file = encode(Raster(pixels), EncodeSettings("avif", quality, sampling))
        assert failures(file, told(size, Covered(((30, 20, 150, 140),), colour))) == set()


# The faintest name that is caught, in levels: 12 at quality 85, which is what a photo gets unless
# asked. Eight pixels from the rim stronger ones pass: hard patterns around could make them.
@pytest.mark.usefixtures("needs_encoder")
@pytest.mark.parametrize(("quality", "level"), [(10, 40), (40, 26), (60, 20), (85, 12), (99, 8)])
def test_a_name_shining_through_is_caught_at_any_quality(quality: int, level: int) -> None:
    size, box = (220, 200), (20, 20, 204, 188)
    pixels = photo(*size)
    pixels[20:188, 20:204] = 0
    clean = encode(Raster(pixels.copy()), EncodeSettings("avif", quality, "4:4:4"))
    assert failures(clean, told(size, Covered((box,), BLACK))) == set()
    pixels[56:152, 56:168] = name_under(level)
    file = encode(Raster(pixels), EncodeSettings("avif", quality, "4:4:4"))
    assert failures(file, told(size, Covered((box,), BLACK))) == {"burned"}


@pytest.mark.usefixtures("needs_encoder")
def test_a_finer_quantiser_leaves_less_room() -> None:
    found = []
    for quality in (1, 20, 50, 80, 92, 99):
        parsed = ParsedOutput()
        parse(encode(Raster(photo(80, 80)), EncodeSettings("avif", quality, "4:2:0")), parsed)
        found.append((parsed.tolerance, parsed.deeper[0][1]))
    assert found == sorted(found, reverse=True) and found[-1] <= (10, 6)


@pytest.mark.usefixtures("needs_encoder")
def test_the_best_quality_holds_the_colours_in_any_encoder() -> None:
    pixels = np.repeat(np.repeat(np.arange(12, dtype=np.uint8).reshape(2, 2, 3) * 20, 8, 0), 8, 1)
    file = encode(Raster(pixels), EncodeSettings("avif", 100, "4:4:4"))
    assert failures(file, told((16, 16))) == set()
    shown = heic_avif.reread(file, "avif").rows(0, 16)[0]
    assert np.abs(shown.astype(int) - pixels).max() <= 6
