"""Shapes cover every pixel that they touch and keep only what they hold, to the last pixel."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageDraw
from pixelseal.core.base.pixel_box import PixelBox
from pixelseal.core.masks import filled, mask, of_shape, shapes
from pixelseal.model.recipe.geometry import Rectangle
from pixelseal.model.recipe.shapes import Brush, Ellipse, Polygon

from tests.core.masks.exact_shapes import holds, touches
from tests.core.support import examples

WINDOW = PixelBox(-2, -1, 15, 13)
PLACES = st.integers(-4, 18)
SIDES = st.integers(1, 20)
POINTS = st.tuples(PLACES, PLACES)
CORNERS = st.lists(POINTS, min_size=3, max_size=7)
SHAPES = st.one_of(
    st.builds(Rectangle, PLACES, PLACES, SIDES, SIDES),
    st.builds(Ellipse, PLACES, PLACES, SIDES, SIDES),
    CORNERS.map(Polygon),
    st.builds(Brush, st.lists(POINTS, min_size=1, max_size=3), st.integers(1, 11)),
)


@settings(max_examples=examples(150), deadline=None)
@given(SHAPES)
def test_masks_are_those_of_the_slow_witness(shape):
    touched, held = mask(shape, WINDOW), mask(shape, WINDOW, inner=True)
    for row in range(WINDOW.top, WINDOW.bottom):
        for column in range(WINDOW.left, WINDOW.right):
            at = row - WINDOW.top, column - WINDOW.left
            assert touched[at] == touches(shape, column, row), (column, row)
            assert held[at] == holds(shape, column, row), (column, row)


@given(SHAPES)
def test_the_frame_holds_the_whole_shape(shape):
    wide = PixelBox(-30, -30, 60, 60)
    rows, columns = np.nonzero(mask(shape, wide))
    if len(rows):
        assert shape.x <= columns.min() - 30 and columns.max() - 30 < shape.right
        assert shape.y <= rows.min() - 30 and rows.max() - 30 < shape.bottom


@given(SHAPES, st.integers(1, 40))
def test_runs_hold_exactly_the_mask_however_small_the_bands(shape, spans):
    whole = mask(shape, PixelBox(0, 0, 16, 14))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(shapes, "_SPANS", spans)
        found = of_shape(shape, 16, 14)
    assert np.array_equal(filled(found, PixelBox(0, 0, 16, 14)), whole)
    # No pixel twice.
    assert sum((r - x) * (b - t) for x, t, r, b in found.tolist()) == whole.sum()


def test_rows_that_are_alike_are_one_box():
    comb = Polygon([(3, 2), (8, 2), (8, 902), (3, 902)])
    assert of_shape(comb, 4000, 1000).tolist() == [[3, 2, 8, 902]]


@given(SHAPES, st.sampled_from([-900_000, 900_000]), st.sampled_from([-900_000, 900_000]))
def test_far_away_all_is_as_near(shape, dx, dy):
    far = PixelBox(WINDOW.left + dx, WINDOW.top + dy, WINDOW.right + dx, WINDOW.bottom + dy)
    for inner in (False, True):
        near = mask(shape, WINDOW, inner)
        assert np.array_equal(mask(shape.moved(dx, dy), far, inner), near)


@settings(max_examples=examples(60), deadline=None)
@given(
    st.tuples(*[st.integers(-1_000_000, 1_000_000)] * 4),
    st.integers(1, 10_000),
    st.fractions(0, 1),
)
def test_the_longest_strokes_and_edges_are_exact(ends, diameter, along):
    # No product of coordinates may leave its 64 bits: look where the far ends meet the window.
    x0, y0, x1, y1 = ends
    x, y = int(x0 + along * (x1 - x0)), int(y0 + along * (y1 - y0))
    stroke = Brush([(x0, y0), (x1, y1)], diameter)
    triangle = Polygon([(x0, y0), (x1, y1), (x0 + 1, y0 + 7)])
    oval = Ellipse(min(x0, x1), min(y0, y1), abs(x1 - x0) + 1, abs(y1 - y0) + 1)
    for shape, left in ((stroke, x - diameter // 2), (triangle, x), (oval, x)):
        window = PixelBox(left - 2, y - 2, left + 2, y + 2)
        touched, held = mask(shape, window), mask(shape, window, inner=True)
        for row in range(4):
            for column in range(4):
                at = window.left + column, window.top + row
                assert touched[row, column] == touches(shape, *at)
                assert held[row, column] == holds(shape, *at)


@pytest.mark.parametrize("shape", [
    Ellipse(7, 9, 90, 61),
    Polygon([(5, 5), (100, 20), (60, 110), (20, 60)]),
    Brush([(20, 20), (90, 40), (40, 100)], 13),
])  # fmt: skip
def test_a_common_drawing_library_draws_about_the_same(shape):
    canvas = Image.new("1", (128, 128))
    draw = ImageDraw.Draw(canvas)
    if isinstance(shape, Ellipse):
        draw.ellipse((shape.x, shape.y, shape.right - 1, shape.bottom - 1), fill=1)
    elif isinstance(shape, Polygon):
        draw.polygon(list(shape.points), fill=1)
    else:
        draw.line(list(shape.points), fill=1, width=shape.diameter)
    drawn = np.asarray(canvas)
    ours = mask(shape, PixelBox(0, 0, 128, 128))
    assert not (drawn & ~_wider(ours, 2)).any()
    # The library's lines have blunt ends and joints: up to half a width is missing there.
    assert not (ours & ~_wider(drawn, 8 if isinstance(shape, Brush) else 2)).any()


def _wider(marks, by):
    padded = np.pad(marks, by)
    height, width = marks.shape
    windows = np.lib.stride_tricks.sliding_window_view(padded, (2 * by + 1, 2 * by + 1))
    return windows[:height, :width].any(axis=(2, 3))
