"""What of a picture is covered, kept and cut off (docs/regions.md, 2 and 3). Changes no pixel.

Why covers grow: in a lossy source every pixel of a compression block carries a little of each pixel
the block was made from (ringing, and colour shared by neighbours). A tight box leaves those traces
around it. Growing to the grid of the *source* takes in every such block; the rim takes in what
decoders smooth across the blocks' edges.

Growing a union of boxes is the union of the grown boxes, so any shape grows run by run.
"""

from typing import NamedTuple

import numpy as np

from app.core.box import Box
from app.core.errors import RecipeRefused
from app.core.masks import Runs, boxes, clipped, mask, of_mask, of_shape
from app.core.masks.runs import frame_of
from app.core.masks.spans import Mask
from app.core.orientation import stored_boxes, upright_boxes
from app.core.source.model import Source
from app.model.geometry import Shape
from app.model.recipe import Recipe
from app.model.region import Blur, Fill, Keep, Mosaic

# Pixels beyond the grid. JPEG: a decoder interpolates chroma from the neighbouring sample only
# (measured: grid + 1 leaves no differing pixel). WebP: its loop filter (RFC 6386, 15.3) changes up
# to 3 samples beyond an edge, in chroma 6 pixels, and chroma interpolation adds one more.
_JPEG_RIM = 1
_WEBP_RIM = 8
# AV1: deblocking, then CDEF, then restoration (specification, 7.14, 7.15, 7.17) reach 6, 2 and 3
# chroma samples, 22 pixels; chroma interpolation adds one. HEVC: deblocking and SAO (H.265, 8.7)
# reach 2 chroma samples; interpolation adds one.
_RIMS = {"webp": _WEBP_RIM, "avif": 24, "heic": 8}


class Cover(NamedTuple):
    """Upright pixels that are covered, grown; by which method; the shape and frame as stated."""

    runs: Runs
    method: Fill | Mosaic | Blur
    shape: Shape
    frame: Box


class Plan(NamedTuple):
    """What is to be done to a picture, in upright pixels.

    `regions` in the recipe's order; `outside` are the runs that no area to keep holds, with their
    colour; `crop` is what is left of the picture in the end.
    """

    regions: tuple[Cover, ...]
    outside: tuple[Runs, Fill] | None
    crop: Box

    def fills(self) -> list[tuple[Runs, Fill]]:
        """All that solid colours cover, in the order in which it is painted."""
        solid = [(row.runs, row.method) for row in self.regions if isinstance(row.method, Fill)]
        return [self.outside, *solid] if self.outside else solid


def rim(source: Source) -> int:
    """Pixels by which a region is grown beyond the compression grid; 0 for lossless sources."""
    if not source.lossy:
        return 0
    return _RIMS.get(source.format, _JPEG_RIM) + source.unaligned


def plan(recipe: Recipe, source: Source) -> Plan:
    """What a recipe, fitted to the source's upright size, does to it.

    RecipeRefused: region-outside, keep-too-small, crop-too-small.
    """
    width, height = source.upright_width, source.upright_height
    regions = []
    for region in recipe.regions:
        runs = of_shape(region.shape, width, height)
        if not len(runs):
            raise RecipeRefused("region-outside")
        frame = frame_of(region.shape, width, height)
        regions.append(Cover(grown(runs, source), region.method, region.shape, frame))
    return Plan(tuple(regions), outside(recipe.keep, source), shrunk_crop(recipe, source))


def shrunk_crop(recipe: Recipe, source: Source) -> Box:
    """What is left of the picture in the end; RecipeRefused (crop-too-small) if nothing is."""
    crop = Box(0, 0, source.upright_width, source.upright_height)
    for cut in recipe.crop:
        shape = cut.shape
        crop = shrunk(Box(shape.x, shape.y, shape.right, shape.bottom), source)
    return crop


def outside(keep: tuple[Keep, ...], source: Source) -> tuple[Runs, Fill] | None:
    """What no area to keep holds, grown; None without areas, RecipeRefused if nothing is left."""
    if not keep:
        return None
    width, height = source.upright_width, source.upright_height
    frames = [frame_of(kept.shape, width, height) for kept in keep]

    def lost(window: Box) -> Mask:
        outside = np.ones((window.bottom - window.top, window.right - window.left), np.bool_)
        for kept, frame in zip(keep, frames, strict=True):
            if frame.top < window.bottom and frame.bottom > window.top:
                outside &= ~mask(kept.shape, window, inner=True)
        return outside

    runs = grown(of_mask(lost, Box(0, 0, width, height)), source)
    # What the grown runs leave is looked for in bands: they overlap, so counting would not do.
    if not len(of_mask(lambda window: ~filled(runs, window), Box(0, 0, width, height))):
        raise RecipeRefused("keep-too-small")
    return runs, Fill(keep[0].colour)


def filled(runs: Runs, window: Box) -> Mask:
    """The window's pixels that lie in the runs."""
    covered = np.zeros((window.bottom - window.top, window.right - window.left), np.bool_)
    for left, top, right, bottom in boxes(clipped(runs, window)):
        rows = slice(top - window.top, bottom - window.top)
        covered[rows, left - window.left : right - window.left] = True
    return covered


def grown(runs: Runs, source: Source) -> Runs:
    """Upright runs grown outward to the source's grid plus the rim, clipped, upright; all of them.

    Grown runs overlap each other.
    """
    width, height = source.width, source.height
    if not source.lossy:
        return clipped(runs, Box(0, 0, source.upright_width, source.upright_height))
    across, down = source.mcu
    margin = rim(source)
    left, top, right, bottom = stored_boxes(runs, source.orientation, width, height).T
    snapped = np.stack(
        [
            left // across * across,
            top // down * down,
            -(-right // across) * across,
            -(-bottom // down) * down,
        ],
        axis=1,
    )
    snapped = np.unique(snapped, axis=0) + np.array([-margin, -margin, margin, margin], np.int32)
    return upright_boxes(
        clipped(snapped, Box(0, 0, width, height)), source.orientation, width, height
    )


def shrunk(crop: Box, source: Source) -> Box:
    """What is left of an upright crop that no pixel cut off has touched; RecipeRefused if nothing.

    The cut is an area that grows like any other, so what is kept ends where that ends.
    """
    width, height = source.upright_width, source.upright_height
    left, top, right, bottom = crop
    # What lies left, above, right and below of the crop, grown, must all stay out of it.
    for side in (
        Box(0, 0, left, height),
        Box(0, 0, width, top),
        Box(right, 0, width, height),
        Box(0, bottom, width, height),
    ):
        runs = grown(clipped(np.array([side], np.int32), Box(0, 0, width, height)), source)
        if not len(runs):
            continue
        x0, y0, x1, y1 = runs[0].tolist()
        if y1 - y0 == height and x1 - x0 == width:
            raise RecipeRefused("crop-too-small")
        if y1 - y0 == height:
            left, right = (max(left, x1), right) if x0 == 0 else (left, min(right, x0))
        else:
            top, bottom = (max(top, y1), bottom) if y0 == 0 else (top, min(bottom, y0))
    if left >= right or top >= bottom:
        raise RecipeRefused("crop-too-small")
    return Box(left, top, right, bottom)
