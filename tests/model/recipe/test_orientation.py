"""The eight orientations, against the table of TIFF 6.0 (section 8) and EXIF 2.32 (tag 274)."""

import itertools

import numpy as np
import pytest
from pixelseal.core.base.orientation import upright
from pixelseal.model.recipe import orientation
from pixelseal.model.recipe.geometry import Rectangle
from pixelseal.model.recipe.shapes import Brush, Ellipse, Polygon
from pixelseal.model.recipe.turn import Turn, turn_to

ALL = range(1, 9)
PICTURE = np.arange(6).reshape(2, 3)  # 3 wide, 2 high
SIZE = (3, 2)

# Where the stored picture's row 0 and column 0 are in the visual image: the standard's own words.
STANDARD = {
    1: ("top", "left"),
    2: ("top", "right"),
    3: ("bottom", "right"),
    4: ("bottom", "left"),
    5: ("left", "top"),
    6: ("right", "top"),
    7: ("right", "bottom"),
    8: ("left", "bottom"),
}


@pytest.mark.parametrize("lying", ALL)
def test_row_and_column_zero_are_where_the_standard_says(lying):
    shown = upright(PICTURE, lying)
    edges = {
        "top": shown[0],
        "bottom": shown[-1],
        "left": shown[:, 0],
        "right": shown[:, -1],
    }
    row, column = STANDARD[lying]
    assert set(edges[row]) == set(PICTURE[0])
    assert set(edges[column]) == set(PICTURE[:, 0])


@pytest.mark.parametrize("turns", range(4))
@pytest.mark.parametrize("mirror", (False, True))
def test_a_turn_is_so_many_quarters_clockwise_and_then_a_mirror(turns, mirror):
    wanted = np.rot90(PICTURE, -turns)  # of NumPy: anticlockwise
    wanted = wanted[:, ::-1] if mirror else wanted
    turn = Turn(turns, mirror)
    assert np.array_equal(upright(PICTURE, turn.orientation), wanted)
    assert turn_to(turn.orientation) == turn


@pytest.mark.parametrize(("first", "then"), tuple(itertools.product(ALL, ALL)))
def test_two_orientations_are_one(first, then):
    both = orientation.composed(first, then)
    assert np.array_equal(upright(PICTURE, both), upright(upright(PICTURE, first), then))


@pytest.mark.parametrize("lying", ALL)
def test_every_orientation_has_one_that_undoes_it(lying):
    back = orientation.reversed_of(lying)
    assert orientation.composed(lying, back) == orientation.UPRIGHT
    assert orientation.composed(back, lying) == orientation.UPRIGHT


@pytest.mark.parametrize("lying", ALL)
def test_a_pixel_goes_where_its_corners_go(lying):
    shown = upright(PICTURE, lying)
    assert orientation.size_of(SIZE, lying) == shown.shape[::-1]
    for row, column in itertools.product(range(2), range(3)):
        middle = orientation.placed((column + 0.5, row + 0.5), SIZE, lying)
        assert shown[int(middle[1]), int(middle[0])] == PICTURE[row, column]


@pytest.mark.parametrize("lying", ALL)
@pytest.mark.parametrize(
    "shape",
    (
        Rectangle(-3, 4, 20, 5),
        Ellipse(2, -1, 7, 8),
        Polygon([(0, 0), (7, 1), (3, 9)]),
        Brush([(1, 2), (30, 4)], 5),
        Brush([(3, 3)], 6),
    ),
)
def test_a_shape_that_is_turned_and_turned_back_is_the_same(lying, shape):
    size = (40, 30)
    turned = shape.turned(lying, size)
    assert type(turned) is type(shape)
    assert turned.frame() == shape.frame().turned(lying, size)
    back = turned.turned(orientation.reversed_of(lying), orientation.size_of(size, lying))
    assert back == shape
