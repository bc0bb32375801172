"""Many mosaics and blurs at once give the same as one by one, and cost what their pixels cost."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pixelseal.core.base import limits
from pixelseal.core.base.pixel_box import PixelBox
from pixelseal.core.cover import soften, told
from pixelseal.core.cover.burn import burn, colour_of
from pixelseal.core.cover.cells import BRIGHTNESSES, Cells
from pixelseal.core.cover.plan import grown, plan
from pixelseal.core.masks import filled, mask, of_shape
from pixelseal.core.masks.ellipse import Ellipses
from pixelseal.core.pixels.banded_raster import BandedRaster
from pixelseal.core.pixels.raster import Raster
from pixelseal.core.source import Page
from pixelseal.model.recipe.recipe import Recipe
from pixelseal.model.recipe.region import Blur, Fill, Mosaic, Region
from pixelseal.model.recipe.shapes import Ellipse

from tests.core.cover.test_covered_shapes import SHAPES
from tests.core.cover.test_many_regions import sources
from tests.core.support import examples, photo

METHODS = st.sampled_from([Fill("#10c020"), Mosaic(32), Blur(32), Mosaic(41), Blur(50)])


def one_by_one(pixels: np.ndarray, planned, source: Page, covers: list) -> np.ndarray:
    """The plan's mosaics and blurs, then its fills, each by itself (docs/regions.md, 4 and 5)."""
    height, width = pixels.shape[:2]
    whole, scale = PixelBox(0, 0, width, height), 257 if pixels.dtype == np.uint16 else 1
    hidden = np.zeros((height, width), np.bool_)
    for runs, _fill in planned.fills:
        hidden |= filled(runs, whole)
    for shape, method in covers:
        frame, step = shape.frame().clipped(width, height), method.strength
        columns, rows = max(1, frame.width // step), max(1, frame.height // step)
        seen = mask(shape, whole) & ~hidden
        y, x = np.indices((height, width))
        row = np.clip((y - frame.y) // step, 0, rows - 1)
        column = np.clip((x - frame.x) // step, 0, columns - 1)
        sums = {}
        for r in range(rows):
            for c in range(columns):
                held = pixels[seen & (row == r) & (column == c)].reshape(-1, pixels[0, 0].size)
                total = held.sum(axis=0, dtype=np.uint64).tolist() * (3 // pixels[0, 0].size)
                sums[r, c] = (*(int(t) // scale for t in total), len(held))
        value = {place: level(*found) for place, found in sums.items()}
        tint = tint_of([sum(parts) for parts in zip(*sums.values(), strict=True)])
        if pixels.ndim == 2:
            tint = (0, 0, 0)
        plane = np.array([[value[r, c] for c in range(columns)] for r in range(rows)])
        if isinstance(method, Mosaic):
            made = plane[row, column]
        else:
            along = np.clip(2 * (x - frame.x) + 1 - step, 0, 2 * step * (columns - 1))
            below = np.clip(2 * (y - frame.y) + 1 - step, 0, 2 * step * (rows - 1))
            made = np.full(x.shape, 2 * step * step)
            for r in range(rows):
                for c in range(columns):
                    near = np.maximum(2 * step - abs(along - 2 * step * c), 0)
                    made += plane[r, c] * near * np.maximum(2 * step - abs(below - 2 * step * r), 0)
            made //= 4 * step * step
        covered = filled(grown(of_shape(shape, width, height), source), whole)
        colours = made[:, :, np.newaxis] + np.array(tint)
        held = colours[:, :, 0] if pixels.ndim == 2 else colours
        pixels[covered] = (held * scale)[covered]
    for runs, fill in planned.fills:
        colour = np.array(colour_of(fill.colour)) * scale
        pixels[filled(runs, whole)] = colour[0] if pixels.ndim == 2 else colour
    return pixels


def luma(red: int, green: int, blue: int) -> int:
    return (77 * red + 150 * green + 29 * blue) // 256


def level(red: int, green: int, blue: int, count: int) -> int:
    if not count:
        return 154
    return BRIGHTNESSES[luma(red // count, green // count, blue // count) // 64]


def tint_of(total: list[int]) -> tuple[int, int, int]:
    *sums, count = total
    if not count:
        return 0, 0, 0
    means = [part // count for part in sums]
    red, blue = (
        min((-48, -24, 0, 24, 48), key=lambda t: (abs(means[i] - luma(*means) - t), t))
        for i in (0, 2)
    )
    return red, -((77 * red + 29 * blue) // 150), blue


@settings(max_examples=examples(120), deadline=None)
@given(
    sources(),
    st.lists(st.tuples(SHAPES, METHODS), max_size=7),
    st.sampled_from(["colour", "gray", "deep", "deep gray"]),
    st.sampled_from([60, 1000, 1 << 21]),
    st.booleans(),
    st.integers(0, 9),
)
def test_together_they_hold_what_they_hold_one_by_one(source, rows, kind, small, large, seed):
    width, height = source.upright_width, source.upright_height
    # What hides from a mosaic what it must not tell is a colour that grey pictures have.
    wanted = [
        Region(shape, Fill("#404040") if isinstance(method, Fill) and "gray" in kind else method)
        for shape, method in rows
        if len(of_shape(shape, width, height))
    ]
    pixels = photo(width, height, seed)
    pixels = pixels[:, :, 0].copy() if "gray" in kind else pixels
    pixels = pixels.astype(np.uint16) * 257 if "deep" in kind else pixels
    covers = [(r.shape, r.method) for r in wanted if not isinstance(r.method, Fill)]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(told, "_PIXELS", small)
        patch.setattr(told, "_ROWS", small)
        patch.setattr(soften, "_TOGETHER", 1 + small % 7)
        patch.setattr(limits, "SOFT_LAYERS_MOST", 99)
        patch.setattr(limits, "PIXELS_HELD_MOST", 10 if large else 10**6)
        planned = plan(Recipe(wanted), source)
        raster = Raster(pixels.copy())
        if large:
            before = pixels.copy()
            raster = BandedRaster(
                width, height, pixels.ndim == 2, raster.bits, "",
                lambda box: before[box.top : box.bottom, box.left : box.right],
            )  # fmt: skip
        burned, painted = burn(raster, planned)
        found = burned.held().pixels
    assert np.array_equal(found, one_by_one(pixels.copy(), planned, source, covers))
    # What the audit gets: later pieces over earlier ones, a colour or cells.
    for row in painted:
        for (left, top, right, bottom), number in zip(
            row.runs.tolist(), row.numbers.tolist(), strict=True
        ):
            assert 0 <= left < right <= width and 0 <= top < bottom <= height
            assert isinstance(row.paints[number], tuple | Cells)


@pytest.mark.parametrize("method", [Mosaic(32), Blur(32)])
def test_shapes_are_worked_out_together(method, monkeypatch):
    # One by one each took a pass for its cover, and one for each of its cells.
    asked = []
    spans = Ellipses.spans

    def counted(self, top, bottom, inner):
        asked.append(len(self.owners))
        return spans(self, top, bottom, inner)

    monkeypatch.setattr(Ellipses, "spans", counted)
    regions = [
        Region(Ellipse(n * 37 % 1100, n * 53 % 800, 90, 90), method, "Q") for n in range(400)
    ]
    source = Page(format="jpeg", width=1200, height=900, lossy=True, mcu=(16, 16))
    burn(Raster(photo(1200, 900)), plan(Recipe(regions).fitted(1200, 900), source))
    assert len(asked) < 20
