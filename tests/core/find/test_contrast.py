"""Faint writing becomes plain, whatever it lies on; a photo's colours are told from none."""

import numpy as np
import pytest
from pixelseal.core.base.pixel_box import PixelBox
from pixelseal.core.find.boxes import meet
from pixelseal.core.find.contrast import evened, is_colourless
from pixelseal.core.find.find import find_in
from pixelseal.core.find.networks import Finders
from pixelseal.core.pixels.raster import Raster

from tests.core.find.lent import Array, Lent, finish, spells
from tests.core.find.test_find import covers

LINE = PixelBox(150, 120, 300, 124)


def bone(level: int, rise: int, *, colour: bool = False) -> Raster:
    """A line so much lighter than what it lies on."""
    pixels = np.full((300, 400, 3), level, np.uint8)
    pixels[LINE.top : LINE.bottom, LINE.left : LINE.right] += rise
    if colour:
        pixels[150:, :, 0] = 255
    return Raster(pixels)


def writing_stands_out(inputs: Array) -> tuple[Array, ...]:
    """A detector to which what is much lighter than the picture's usual grey is writing."""
    green = inputs[0, 1]
    return ((green > np.median(green) + 0.3).astype(np.float32)[np.newaxis, np.newaxis],)


def found_in(raster: Raster, text: str = "Smith", surely: float = 0.9375) -> list[PixelBox]:
    finders = Finders(writing=Lent(writing_stands_out), reading=Lent(spells(text, surely=surely)))
    return [row.box for row in finish(find_in(raster, finders))]


@pytest.mark.parametrize("level", [20, 120, 235])
def test_a_line_that_is_hardly_lighter_than_bone_is_found(level: int) -> None:
    finders = Finders(writing=Lent(writing_stands_out), reading=Lent(spells("Smith")))
    (found,) = finish(find_in(bone(level, 12), finders))
    assert covers(found, LINE)


def test_a_photo_is_not_looked_at_in_that_way() -> None:
    plain, coloured = bone(120, 12), bone(120, 12, colour=True)
    assert is_colourless(plain.pixels) and not is_colourless(coloured.pixels)
    assert not [box for box in found_in(coloured) if meet(box, LINE)]


@pytest.mark.parametrize(("text", "surely"), [("8", 0.95), ("000000", 0.95), ("Smith", 0.55)])
def test_what_shows_only_in_that_way_has_to_be_read_surely(text: str, surely: float) -> None:
    assert found_in(bone(120, 12), text, surely) == []


def test_what_is_plain_is_found_once() -> None:
    assert len(found_in(bone(100, 120))) == 1


@pytest.mark.parametrize("level", [0, 90, 255])
def test_what_is_flat_stays_flat(level: int) -> None:
    flat = np.full((40, 60, 3), level, np.uint8)
    assert np.ptp(evened(flat)) == 0
    assert evened(flat[:1, :1]).shape == (1, 1, 3)


def test_noise_does_not_become_strokes() -> None:
    rng = np.random.default_rng(1)
    noise = rng.integers(120, 123, (60, 80, 1)).astype(np.uint8).repeat(3, axis=2)
    assert np.abs(evened(noise).astype(int) - 128).max() < 30
