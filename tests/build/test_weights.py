"""The networks are made from pinned files alone, to the same bytes everywhere."""

import hashlib
import struct
from pathlib import Path

import pytest
from pixelseal.core.find.alphabet import ALPHABET

from app.build import vendor, weights
from app.build.onnx_file import metadata, rewritten
from app.build.report import BuildError

from .run_build import ROOT

# What certificates name as the finders' versions: another digest is another finder.
MADE = {
    "faces.onnx": "89ab3ac7a1f3",
    "writing.onnx": "2f83613152b1",
    "reading.onnx": "dab8f049173e",
}


def test_the_networks_have_the_bytes_that_certificates_name() -> None:
    made = weights.weights(ROOT, vendor.fetch())
    digests = {name: hashlib.sha256(data).hexdigest()[:12] for name, data in made.items()}
    assert digests == MADE
    assert sum(map(len, made.values())) < 15_000_000


def test_each_letter_is_in_the_alphabet_once() -> None:
    assert len(set(ALPHABET)) == len(ALPHABET) and ALPHABET[-1] == " "


def test_what_lies_in_the_package_is_replaced_as_a_whole(tmp_path: Path) -> None:
    (tmp_path / "app/pixelseal/local").mkdir(parents=True)
    weights.put(tmp_path, {"old.onnx": b"1"})
    weights.put(tmp_path, {"faces.onnx": b"2"})
    home = tmp_path / "app/pixelseal/local/weights"
    assert [path.name for path in home.iterdir()] == ["faces.onnx"]


def test_another_alphabet_than_the_networks_is_an_error(tmp_path: Path) -> None:
    for name in ("centerface.onnx", "PP-OCRv6_det_small.onnx", "PP-OCRv6_rec_small.onnx"):
        (tmp_path / name).write_bytes(field(14, pair(b"character", b"a\nb")))
    with pytest.raises(BuildError, match="cannot read '0'"):
        weights.weights(ROOT, tmp_path)


# A network of one input x, and the weights w (2, 64), drawn by hand from onnx.proto3.


def field(number: int, content: bytes | int) -> bytes:
    if isinstance(content, int):
        return bytes([number << 3, content])
    size, head = len(content), b""
    while size > 127:
        head += bytes([size & 127 | 128])
        size >>= 7
    return bytes([number << 3 | 2]) + head + bytes([size]) + content


def pair(key: bytes, text: bytes) -> bytes:
    return field(1, key) + field(2, text)


def value(name: bytes, *sizes: int) -> bytes:
    shape = b"".join(field(1, field(1, size)) for size in sizes)
    return field(1, name) + field(2, field(1, field(1, 1) + field(2, shape)))


NUMBERS = [number / 7 for number in range(128)]


def model(numbers: list[float] = NUMBERS) -> bytes:
    raw = struct.pack(f"<{len(numbers)}f", *numbers)
    tensor = field(1, 2) + field(1, 64) + field(2, 1) + field(8, b"w") + field(9, raw)
    node = field(1, b"x") + field(1, b"w") + field(2, b"y") + field(4, b"MatMul")
    graph = field(1, node) + field(2, b"net") + field(5, tensor)
    graph += field(11, value(b"x", 1, 3, 32, 32)) + field(11, value(b"w", 2, 64))
    graph += field(12, value(b"y", 1, 64)) + field(13, value(b"z", 1))
    return field(1, 8) + field(7, graph) + field(14, pair(b"character", b"a"))


def test_weights_become_half_floats_behind_a_cast() -> None:
    made = rewritten(model(), free=["x"])
    halves = struct.pack("<128e", *NUMBERS)
    assert halves in made and struct.pack("<128f", *NUMBERS) not in made
    # The cast comes before the node that needs what it gives.
    assert made.index(b"Cast") < made.index(b"MatMul")
    assert made.index(b"w.half") < made.index(b"MatMul")
    # Weights are no inputs, sizes of what lies within are not stated, metadata is left out.
    assert value(b"w", 2, 64) not in made and value(b"z", 1) not in made
    assert b"character" not in made
    # The picture keeps its channels, and its sides are free.
    free = [field(2, b"in0"), field(1, 3), field(2, b"in2"), field(2, b"in3")]
    assert b"".join(field(1, size) for size in free) in made


def test_only_wanted_columns_stay() -> None:
    made = rewritten(model(), columns=[63, 0], of=["w"])
    kept = [NUMBERS[63], NUMBERS[0], NUMBERS[127], NUMBERS[64]]
    # So few that they stay floats.
    assert struct.pack("<4f", *kept) in made and b"Cast" not in made
    assert field(1, 2) + field(1, 2) + field(2, 1) + field(8, b"w") in made


def test_metadata_is_read() -> None:
    assert metadata(model(), "character") == "a"
    with pytest.raises(BuildError):
        metadata(model(), "other")


@pytest.mark.parametrize(
    "broken",
    [
        b"",
        b"not a network",
        model()[:-30],
        model([1e6] * 128),  # no half float is as large
        model(NUMBERS[:100]),
    ],
)
def test_what_is_no_such_network_is_an_error(broken: bytes) -> None:
    with pytest.raises(BuildError):
        rewritten(broken)


def test_columns_that_are_not_there_are_an_error() -> None:
    for columns, of in (([64], ["w"]), ([0], ["v"])):
        with pytest.raises(BuildError):
            rewritten(model(), columns=columns, of=of)
