"""The finders over whole pictures, with networks that are small functions."""

from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray
from pixelseal.core import engine
from pixelseal.core.base.errors import RecipeRefused
from pixelseal.core.base.pixel_box import PixelBox
from pixelseal.core.encode.png import write_png
from pixelseal.core.find import parameters
from pixelseal.core.find.find import find_in, read_writing
from pixelseal.core.find.found import Found
from pixelseal.core.find.looked import Looked
from pixelseal.core.find.networks import Finders
from pixelseal.core.pixels.banded_raster import BandedRaster
from pixelseal.core.pixels.raster import Raster
from pixelseal.model.recipe.turn import Turn

from tests.core.find.lent import Lent, face_is_red, finish, spells, writing_is_green

GREEN, RED = (0, 255, 0), (255, 0, 0)


def picture(width: int, height: int, *areas: tuple[PixelBox, tuple[int, int, int]]) -> Raster:
    pixels = np.full((height, width, 3), 90, np.uint8)
    for box, colour in areas:
        pixels[box.top : box.bottom, box.left : box.right] = colour
    return Raster(pixels)


def all_finders(*texts: str) -> Finders:
    return Finders(Lent(face_is_red), Lent(writing_is_green), Lent(spells(*texts or ("Smith",))))


def covers(found: Found, box: PixelBox) -> bool:
    inside = found.box.left <= box.left and found.box.right >= box.right
    return inside and found.box.top <= box.top and found.box.bottom >= box.bottom


@pytest.mark.parametrize("scale", [1, 3, 9])
def test_a_face_and_a_line_are_found_at_any_size(scale: int) -> None:
    face = PixelBox(50 * scale, 40 * scale, 90 * scale, 100 * scale)
    line = PixelBox(150 * scale, 120 * scale, 300 * scale, 132 * scale)
    found = finish(
        find_in(picture(400 * scale, 300 * scale, (face, RED), (line, GREEN)), all_finders())
    )
    assert [row.kind for row in found] == ["face", "writing"]
    assert covers(found[0], face) and covers(found[1], line)
    for row, box in zip(found, (face, line), strict=True):
        assert row.box.right - row.box.left < 2 * (box.right - box.left)
        assert row.box.bottom - row.box.top < 4 * (box.bottom - box.top)
    assert found[0].reasons == ("Q",)


@pytest.mark.parametrize("quarter_turns", range(4))
def test_a_face_is_found_whichever_way_it_lies(quarter_turns: int) -> None:
    upright = picture(400, 300, (PixelBox(50, 40, 90, 100), RED)).pixels
    turned = np.ascontiguousarray(np.rot90(upright, quarter_turns))
    (found,) = finish(find_in(Raster(turned), Finders(faces=Lent(face_is_red))))
    rows, columns = np.nonzero(turned[:, :, 1] == 0)
    face = PixelBox(
        *(int(v) for v in (columns.min(), rows.min(), columns.max() + 1, rows.max() + 1))
    )
    assert covers(found, face)
    assert found.box.right - found.box.left <= 1.2 * (face.right - face.left) + 8


def test_a_sixteen_bit_and_a_grey_picture_are_looked_at() -> None:
    line = PixelBox(30, 30, 120, 42)
    colours = picture(200, 100, (line, GREEN)).pixels.astype(np.uint16) * 257
    (found,) = finish(find_in(Raster(colours), all_finders()))
    assert covers(found, line)
    assert finish(find_in(Raster(colours[:, :, 0]), all_finders())) == []


@pytest.mark.parametrize("size", [(1, 1), (1, 900), (900, 1), (3, 2), (31, 33), (5000, 2)])
def test_no_size_is_a_fault(size: tuple[int, int]) -> None:
    for colour in (GREEN, RED, (0, 0, 0)):
        whole = PixelBox(0, 0, *size)
        for found in finish(find_in(picture(*size, (whole, colour)), all_finders())):
            assert found.box == found.box.clipped(*size)
            assert found.box.left < found.box.right and found.box.top < found.box.bottom


def test_half_a_gigapixel_is_looked_at_in_bounded_memory() -> None:
    line, largest = PixelBox(4_000, 3_000, 9_000, 3_400), 0

    def read(box: PixelBox) -> NDArray[Any]:
        nonlocal largest
        pixels = np.zeros((box.bottom - box.top, box.right - box.left, 3), np.uint8)
        largest = max(largest, pixels.nbytes)
        inner = line.clipped(box.right, box.bottom)
        rows = slice(max(inner.top - box.top, 0), max(inner.bottom - box.top, 0))
        pixels[rows, max(inner.left - box.left, 0) : max(inner.right - box.left, 0)] = GREEN
        return pixels

    raster = BandedRaster(25_000, 20_000, False, 8, "", read)
    (found,) = finish(find_in(raster, all_finders()))
    assert covers(found, line) and found.box.bottom - found.box.top < 1_600
    assert largest < 50_000_000


def test_what_was_read_chooses_reasons_and_goes_no_further() -> None:
    raster = picture(400, 300, (PixelBox(150, 120, 300, 132), GREEN))
    finders = all_finders("Quillfeather")
    (read,) = finish(read_writing(Looked(raster), finders))
    assert read.text == "Quillfeather" and read.certainty == 0.9375
    (found,) = finish(find_in(raster, all_finders("Quillfeather")))
    assert "Quillfeather" not in repr(found) and found.reasons == ("A",)


def test_writing_is_proposed_without_the_network_that_reads() -> None:
    raster = picture(400, 300, (PixelBox(150, 120, 300, 132), GREEN))
    (found,) = finish(find_in(raster, Finders(writing=Lent(writing_is_green))))
    assert found.kind == "writing" and found.reasons


def test_what_cannot_be_read_is_proposed_only_if_it_is_clearly_writing() -> None:
    def faint(inputs: NDArray[Any]) -> tuple[NDArray[Any], ...]:
        return (writing_is_green(inputs)[0] * np.float32(0.55),)

    raster = picture(400, 300, (PixelBox(150, 120, 300, 132), GREEN))
    assert parameters.FINE_LINE < 0.55 < parameters.SEEN_SURE
    finders = Finders(writing=Lent(faint), reading=Lent(spells(" ")))
    assert finish(find_in(raster, finders)) == []
    assert len(finish(find_in(raster, finders._replace(reading=Lent(spells("MRN")))))) == 1


@pytest.mark.parametrize(
    ("text", "surely", "proposed"),
    [
        ("18", 0.75, 0),
        (":::", 0.95, 0),
        ("18", 0.95, 1),
        ("R", 0.95, 1),
        ("Ana", 0.55, 1),
    ],
)
def test_a_rail_that_reads_as_one_or_two_signs_is_no_writing(
    text: str, surely: float, proposed: int
) -> None:
    # Clearly writing to the network that finds it, which tiles and folds often are.
    raster = picture(400, 300, (PixelBox(150, 120, 300, 132), GREEN))
    finders = Finders(writing=Lent(writing_is_green), reading=Lent(spells(text, surely=surely)))
    assert len(finish(find_in(raster, finders))) == proposed


def test_a_line_upside_down_is_read() -> None:
    raster = picture(400, 300, (PixelBox(150, 120, 300, 132), GREEN))
    (read,) = finish(read_writing(Looked(raster), all_finders(" ", "Quillfeather")))
    assert read.text == "Quillfeather"


def test_the_boxes_lie_on_the_page_as_the_recipe_turns_it() -> None:
    pixels = picture(300, 200, (PixelBox(20, 30, 140, 40), GREEN)).pixels
    data = write_png(Raster(pixels))
    finders = all_finders("A", "A", "A", "A")
    (upright,) = finish(engine.find(data, finders))
    (turned,) = finish(engine.find(data, finders, turn=Turn(1)))
    assert covers(upright, PixelBox(20, 30, 140, 40))
    assert covers(turned, PixelBox(160, 20, 170, 140))
    with pytest.raises(RecipeRefused):
        finish(engine.find(data, finders, page=2))


def test_an_error_of_what_was_lent_ends_the_finding() -> None:
    class Cancelled(Exception):
        pass

    def stop(inputs: NDArray[Any]) -> tuple[NDArray[Any], ...]:
        raise Cancelled

    with pytest.raises(Cancelled):
        finish(find_in(picture(40, 30), Finders(faces=Lent(stop))))


@pytest.mark.parametrize(("text", "found"), [("8", 0), (" ", 0), ("EXIT", 1)])
def test_a_cup_is_no_writing_and_a_sign_is(text: str, found: int) -> None:
    """Round things fill a picture and are read as one digit, however sure."""
    large = picture(400, 300, (PixelBox(60, 60, 300, 240), GREEN))
    finders = Finders(writing=Lent(writing_is_green), reading=Lent(spells(text)))
    assert len(finish(find_in(large, finders))) == found
