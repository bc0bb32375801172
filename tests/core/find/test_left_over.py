"""Of what is found in a finished picture, only what solid colours cover is left untold."""

import numpy as np
import pytest
from pixelseal.core import engine
from pixelseal.core.base.pixel_box import PixelBox
from pixelseal.core.find.found import Found
from pixelseal.core.find.left_over import left_over
from pixelseal.model.recipe.geometry import Rectangle
from pixelseal.model.recipe.recipe import Recipe
from pixelseal.model.recipe.region import Crop, Fill, Keep, Mosaic, Region
from pixelseal.model.recipe.shapes import Ellipse

from tests.core.support import BUILD, LABEL, file_of, photo

BOX = PixelBox(100, 100, 180, 140)


def told(solid: list[tuple[int, int, int, int]], box: PixelBox = BOX, kind: str = "face") -> bool:
    runs = np.array(solid, np.int32).reshape(-1, 4)
    return bool(left_over([Found(kind, box, 0.9, ("Q",))], runs))


@pytest.mark.parametrize(
    ("solid", "is_told"),
    [
        ([], True),
        ([(0, 0, 99, 400)], True),
        ([(100, 100, 180, 140)], False),
        ([(90, 90, 200, 120), (90, 120, 200, 150)], False),
        # A box is a little larger than what it is about.
        ([(104, 104, 178, 137)], False),
        ([(100, 100, 140, 140)], True),
        ([(100, 100, 155, 140)], True),
    ],
)
def test_what_lies_in_solid_colours_is_not_told_and_a_part_that_is_bare_is(
    solid: list[tuple[int, int, int, int]], is_told: bool
) -> None:
    assert told(solid) is is_told


def test_one_sign_of_a_long_line_is_told() -> None:
    line = PixelBox(0, 0, 900, 30)
    assert told([(0, 0, 880, 30)], line, "writing")
    assert not told([(0, 0, 890, 30)], line, "writing")


def done(recipe: Recipe) -> engine.Redaction:
    return engine.redact(file_of(photo(64, 48), "PNG"), recipe, label=LABEL, build=BUILD)


def test_what_solid_colours_cover_is_known_in_pixels_of_what_was_written() -> None:
    red = Region(Rectangle(8, 8, 16, 16), Fill("#ff0000"))
    (solid,) = done(Recipe([red], crop=[Crop(Rectangle(10, 4, 40, 40))])).solid
    assert solid.tolist() == [[0, 4, 14, 20]]
    (solid,) = done(Recipe([Region(Rectangle(8, 8, 40, 30), Mosaic(40))])).solid
    assert not len(solid), "a mosaic may be read through"
    (solid,) = done(Recipe([Region(Ellipse(8, 8, 16, 16))])).solid
    assert [8, 8, 24, 24] not in solid.tolist() and len(solid) > 1
    (solid,) = done(Recipe(keep=[Keep(Rectangle(0, 0, 32, 48))])).solid
    assert solid.tolist() == [[32, 0, 64, 48]]
