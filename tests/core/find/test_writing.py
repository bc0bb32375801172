"""Small and crossing lines are found, and no look takes a line from another."""

import numpy as np
import pytest
from pixelseal.core.base.pixel_box import PixelBox
from pixelseal.core.find import parameters
from pixelseal.core.find.lines import Line
from pixelseal.core.find.looked import Looked
from pixelseal.core.find.writing import box_of, distinct, lines_of
from pixelseal.core.pixels.raster import Raster

from tests.core.find.lent import Lent, finish, writing_is_green


def picture(width: int, height: int, *lines: PixelBox) -> Looked:
    pixels = np.full((height, width, 3), 90, np.uint8)
    for box in lines:
        pixels[box.top : box.bottom, box.left : box.right] = (0, 255, 0)
    return Looked(Raster(pixels))


def line(left: int, top: int, right: int, bottom: int, confidence: float = 0.9) -> Line:
    corners = [(left, top), (right, top), (right, bottom), (left, bottom)]
    return Line(np.array(corners, np.float64), confidence)


@pytest.mark.parametrize("size", [(4000, 3000), (3000, 4000), (640, 480), (1000, 820)])
def test_a_line_too_small_for_the_first_look_is_found(size: tuple[int, int]) -> None:
    high = round(max(size) * 2.4 / parameters.WRITING_SIDE)
    box = PixelBox(200, 150, 200 + 20 * high, 150 + high)
    seen = picture(*size, box)
    found = [box_of(row, seen) for row in finish(lines_of(seen, Lent(writing_is_green)))]
    assert len(found) == 1
    assert found[0].left <= box.left and found[0].right >= box.right
    assert found[0].top <= box.top and found[0].bottom >= box.bottom


def test_a_line_that_crosses_tiles_is_found_whole() -> None:
    box = PixelBox(600, 1480, 3400, 1540)
    seen = picture(4000, 3000, box)
    found = [box_of(row, seen) for row in finish(lines_of(seen, Lent(writing_is_green)))]
    assert any(row.left <= box.left and row.right >= box.right for row in found)


@pytest.mark.parametrize("size", [(1, 1), (1, 5000), (6000, 2), (4000, 3000), (200, 100)])
def test_a_picture_has_a_bounded_number_of_looks(size: tuple[int, int]) -> None:
    # Stripes without end, as blinds and grids have them.
    pixels = np.full((size[1], size[0], 3), 90, np.uint8)
    pixels[::12] = (0, 255, 0)
    network = Lent(writing_is_green)
    finish(lines_of(Looked(Raster(pixels)), network))
    assert len(network.seen) <= 1 + parameters.TILES_MOST + parameters.FINE_LOOKS_MOST


def test_two_looks_at_one_line_give_one_line() -> None:
    longer, shorter = line(0, 0, 100, 10), line(2, 1, 90, 10)
    assert distinct([shorter, longer]) == [longer]


def test_a_frame_does_not_take_the_lines_in_it() -> None:
    # The frame may turn out to be no writing; the lines would be gone with it.
    frame, name = line(0, 0, 400, 200), line(20, 20, 300, 44)
    assert len(distinct([frame, name])) == 2


def test_a_line_that_goes_on_outside_another_stays() -> None:
    first, second = line(0, 0, 100, 10), line(70, 0, 170, 10)
    assert len(distinct([first, second])) == 2
