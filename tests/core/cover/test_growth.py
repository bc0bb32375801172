"""Regions grow to the source's own grid, in whatever way the picture is turned."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from pixelseal.core.base.orientation import stored_boxes, upright
from pixelseal.core.base.pixel_box import PixelBox
from pixelseal.core.cover import plan
from pixelseal.core.source import Page


def stored_box(box: PixelBox, *facts: int) -> PixelBox:
    return PixelBox(*stored_boxes(np.array([box], np.int32), *facts)[0].tolist())


def grown(box: PixelBox, source: Page) -> PixelBox:
    return PixelBox(*plan.grown(np.array([box], np.int32), source)[0].tolist())


SIZES = st.integers(1, 200)
GRIDS = st.sampled_from([(8, 8), (16, 8), (8, 16), (16, 16), (32, 8)])


@st.composite
def boxes(draw: st.DrawFn, width: int, height: int) -> PixelBox:
    left, top = draw(st.integers(0, width - 1)), draw(st.integers(0, height - 1))
    return PixelBox(
        left, top, draw(st.integers(left + 1, width)), draw(st.integers(top + 1, height))
    )


@given(st.data(), SIZES, SIZES, st.integers(1, 8))
def test_a_box_and_its_pixels_turn_together(data, width, height, orientation):
    box = data.draw(boxes(width, height))
    marks = np.zeros((height, width), np.uint8)
    marks[box.top : box.bottom, box.left : box.right] = 1
    down, across = np.nonzero(upright(marks, orientation))
    turned = PixelBox(*map(int, (across.min(), down.min(), across.max() + 1, down.max() + 1)))
    assert len(down) == (turned.right - turned.left) * (turned.bottom - turned.top)
    assert stored_box(turned, orientation, width, height) == box


@given(st.data(), SIZES, SIZES, GRIDS, st.integers(1, 8))
def test_a_lossy_source_is_covered_to_its_grid_and_one_pixel_more(
    data, width, height, grid, orientation
):
    source = Page(
        format="jpeg", width=width, height=height, orientation=orientation, lossy=True, mcu=grid
    )
    box = data.draw(boxes(source.upright_width, source.upright_height))
    stored = stored_box(grown(box, source), orientation, width, height)
    inner = stored_box(box, orientation, width, height)
    blocks = PixelBox(
        inner.left // grid[0] * grid[0],
        inner.top // grid[1] * grid[1],
        -(-inner.right // grid[0]) * grid[0],
        -(-inner.bottom // grid[1]) * grid[1],
    )
    assert stored.left == max(blocks.left - 1, 0) and stored.top == max(blocks.top - 1, 0)
    assert stored.right == min(blocks.right + 1, width)
    assert stored.bottom == min(blocks.bottom + 1, height)


@given(st.data(), SIZES, SIZES)
def test_a_lossless_source_is_covered_exactly(data, width, height):
    source = Page(format="png", width=width, height=height)
    box = data.draw(boxes(width, height))
    assert grown(box, source) == box
