"""What a screen cannot show of a deep picture is made visible, and nothing else is changed."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pixelseal.core import engine
from pixelseal.core.base.pixel_box import PixelBox
from pixelseal.core.pixels.banded_raster import BandedRaster
from pixelseal.core.pixels.raster import Raster
from pixelseal.core.preview.dim import DARK, FLAT, TILE, brightened, is_dim
from pixelseal.model.screen import coverage

from tests.builders.turned import dark
from tests.core.support import photo, shown


def _deep(pixels: np.ndarray) -> Raster:
    return Raster(pixels.astype(np.uint16) * 257)


def test_a_part_is_what_counts_as_seen() -> None:
    assert coverage.TILE == TILE


@pytest.mark.parametrize("level", [1, 120, 4095, DARK - 1])
def test_a_name_in_the_dark_is_told_of_and_stands_out_once_it_is_brightened(level: int) -> None:
    plain, bright = engine.preview(dark(level)), engine.preview(dark(level), bright=True)
    assert plain is not None and bright is not None and plain.dim
    name = (slice(96, 160), slice(128, 384, 16))
    assert shown(plain.whole)[name].max() <= 32
    assert (shown(bright.whole)[name] == 255).all() and shown(bright.whole)[0, 0].max() == 0


def test_a_name_on_flat_white_is_told_of_too() -> None:
    pixels = np.full((200, 300), 65535, np.uint16)
    pixels[70:80, 70:200] -= FLAT - 1
    raster = Raster(pixels)
    assert is_dim(raster)
    visible = brightened(raster).part(PixelBox(0, 0, 300, 200))
    assert visible[75, 100] == 0 and visible[69, 100] == 255


def test_what_a_screen_shows_is_not_touched() -> None:
    pixels = photo(200, 150)
    assert not is_dim(Raster(pixels)), "eight bits are seen as they are"
    pixels[:, ::2] = 255 - pixels[:, ::2] // 4
    deep = _deep(pixels)
    assert not is_dim(deep)
    assert np.array_equal(brightened(deep).part(PixelBox(0, 0, 200, 150)), pixels)
    assert not is_dim(Raster(np.full((100, 100, 3), 9, np.uint16))), "there is nothing to be seen"


@given(
    st.integers(0, 150), st.integers(0, 100), st.integers(1, 50), st.integers(1, 50),
    st.booleans(),
)  # fmt: skip
def test_any_part_is_brightened_as_the_whole(
    left: int, top: int, w: int, h: int, gray: bool
) -> None:
    samples = np.random.default_rng(1).integers(0, 5000, (150, 200, 3)).astype(np.uint16)
    samples = samples[:, :, 0] if gray else samples
    box = PixelBox(left, top, left + w, top + h)
    whole = brightened(Raster(samples)).part(PixelBox(0, 0, 200, 150))
    assert np.array_equal(
        brightened(Raster(samples)).part(box), whole[top : top + h, left : left + w]
    )
    large = BandedRaster(
        200, 150, gray, 16, "", lambda b: samples[b.top : b.bottom, b.left : b.right]
    )
    assert is_dim(large) and np.array_equal(
        brightened(large).part(box), brightened(Raster(samples)).part(box)
    )
