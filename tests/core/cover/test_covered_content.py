"""What is under a region has no influence on any byte of the output: the promise called burned."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.core.support import SUBSAMPLINGS, file_of, photo, recipe, redact, shown

QUALITIES = (60, 75, 90)


def two_pictures(width: int, height: int, box: tuple[int, int, int, int], seed: int):
    """Two pictures that differ only inside the box, where one of them holds hard contrasts."""
    x, y, w, h = box
    first = photo(width, height, seed)
    second = first.copy()
    secret = np.random.default_rng(seed + 1).integers(0, 2, (h, w, 3)) * 255
    second[y : y + h, x : x + w] = secret
    return first, second


@st.composite
def pictures_and_boxes(draw: st.DrawFn):
    width, height = draw(st.integers(9, 80)), draw(st.integers(9, 80))
    x, y = draw(st.integers(0, width - 2)), draw(st.integers(0, height - 2))
    w, h = draw(st.integers(1, width - x)), draw(st.integers(1, height - y))
    return width, height, (x, y, w, h), draw(st.integers(0, 1000))


@pytest.mark.parametrize("sampling", SUBSAMPLINGS)
@pytest.mark.parametrize("output", ["same", "png"])
@given(case=pictures_and_boxes(), quality=st.sampled_from(QUALITIES), turn=st.integers(1, 8))
def test_a_jpeg_whose_covered_content_differs_gives_the_same_bytes(
    case, quality, turn, sampling, output
):
    width, height, box, seed = case
    options = {
        "quality": quality,
        "subsampling": SUBSAMPLINGS[sampling],
        "exif": exif_with_orientation(turn),
    }
    sources = [file_of(p, "JPEG", **options) for p in two_pictures(width, height, box, seed)]
    asked = recipe(upright(box, turn, width, height), format=output)
    first, second = (redact(source, asked) for source in sources)
    assert (first.output, first.certificate) == (second.output, second.certificate)


@pytest.mark.parametrize("format", ["PNG", "TIFF", "BMP", "GIF", "WEBP"])
@given(case=pictures_and_boxes())
def test_a_lossless_source_keeps_every_pixel_outside_and_none_inside(case, format):
    width, height, (x, y, w, h), seed = case
    gray = format == "GIF"  # its palette holds no more than 256 colours
    options = {"lossless": True} if format == "WEBP" else {}
    outputs = []
    for pixels in two_pictures(width, height, (x, y, w, h), seed):
        pixels = pixels[:, :, 0] if gray else pixels
        done = redact(file_of(pixels, format, **options), recipe((x, y, w, h)))
        outputs.append((done.output, done.certificate))
        wanted = pixels.copy()
        wanted[y : y + h, x : x + w] = 0
        held = shown(done.output)
        assert np.array_equal(held if held.ndim == wanted.ndim else held[:, :, 0], wanted)
    assert outputs[0] == outputs[1]


def test_a_tight_box_on_a_jpeg_would_have_leaked():
    # The test above means something only if the source really bleeds beyond the box.
    first, second = two_pictures(80, 80, (20, 20, 21, 13), 3)
    decoded = [shown(file_of(p, "JPEG", quality=75, subsampling=2)) for p in (first, second)]
    differs = np.any(decoded[0] != decoded[1], axis=2)
    differs[20:33, 20:41] = False
    assert differs.any()


def exif_with_orientation(orientation: int) -> bytes:
    """An Exif block whose one tag is the orientation."""
    return (
        b"Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01"
        + orientation.to_bytes(2, "big")
        + bytes(6)
    )


def upright(box, turn: int, width: int, height: int):
    """The same pixels in the coordinates of the turned picture, worked out on a marked array."""
    x, y, w, h = box
    marks = np.zeros((height, width), bool)
    marks[y : y + h, x : x + w] = True
    turned = {
        1: marks,
        2: np.fliplr(marks),
        3: np.rot90(marks, 2),
        4: np.flipud(marks),
        5: marks.T,
        6: np.rot90(marks, -1),
        7: np.rot90(marks, 2).T,
        8: np.rot90(marks, 1),
    }[turn]
    rows, columns = np.flatnonzero(turned.any(axis=1)), np.flatnonzero(turned.any(axis=0))
    return int(columns[0]), int(rows[0]), len(columns), len(rows)
