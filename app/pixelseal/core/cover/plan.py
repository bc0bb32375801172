"""Plans what is covered, kept and cut off (docs/regions.md, 2 and 3). Changes no pixel.

Why covers grow: in a lossy source every pixel of a compression block carries a little of each pixel
the block was made from (ringing, and colour shared by neighbours). A tight box leaves those traces
around it. Growing to the grid of the *source* includes every such block; the rim includes what
decoders smooth across the blocks' edges.

Growing a union of boxes is the union of the grown boxes, so any shape grows run by run.
"""

from typing import NamedTuple

import numpy as np
from pixelseal.core.base import limits
from pixelseal.core.base.errors import EngineFault, RecipeRefused
from pixelseal.core.base.pixel_box import PixelBox
from pixelseal.core.cover.blocks import blocks_of, in_blocks, in_pixels
from pixelseal.core.masks import (
    Runs,
    Shapes,
    area,
    box_of,
    clipped,
    frame_of,
    laid,
    merged,
    stacked,
    united,
)
from pixelseal.core.masks.spans import Integers
from pixelseal.core.source.facts.page import Page
from pixelseal.model import formats
from pixelseal.model.recipe.geometry import Shape
from pixelseal.model.recipe.recipe import Recipe
from pixelseal.model.recipe.region import Blur, Fill, Keep, Mosaic


class Cover(NamedTuple):
    """Upright pixels under a mosaic or blur, grown; the method; the shape and frame as stated."""

    runs: Runs
    method: Mosaic | Blur
    shape: Shape
    frame: PixelBox


class Plan(NamedTuple):
    """What will be done to a picture, in upright pixels.

    `soft` in the recipe's order. `fills` are what solid colours finally cover, each colour once, no
    pixel twice: those of regions, and `outside` of the areas to keep. `covered` are the bounding
    boxes of the grown regions, in the recipe's order; `crop` is what is left of the picture.
    """

    soft: tuple[Cover, ...]
    fills: tuple[tuple[Runs, Fill], ...]
    covered: tuple[PixelBox, ...]
    crop: PixelBox


def rim(page: Page) -> int:
    """Pixels by which a region is grown beyond the compression grid; 0 for lossless sources.

    EngineFault for a lossy source of a format that has no lossy files: its rim is unknown.
    """
    if not page.lossy:
        return 0
    own = formats.named(page.format).reading.rim
    if not own:
        raise EngineFault("engine-fault")
    return own + page.unaligned


def plan(recipe: Recipe, page: Page) -> Plan:
    """The plan for a recipe that was fitted to the source's upright size.

    All fills are computed together, by rows: the cost depends on the pixels and the rows of all
    shapes, not on how often they overlap.

    RecipeRefused: region-outside, shapes-too-large, softened-too-often, keep-too-small,
    crop-too-small.
    """
    frames = np.zeros((len(recipe.regions), 4), np.int32)
    soft: list[tuple[int, Shape, Mosaic | Blur]] = []
    solid: list[tuple[int, Shape, Fill]] = []
    for number, region in enumerate(recipe.regions):
        if isinstance(region.method, Fill):
            solid.append((number, region.shape, region.method))
        else:
            soft.append((number, region.shape, region.method))
    covers = _softened([(shape, method) for _number, shape, method in soft], page)
    for (number, _shape, _method), cover in zip(soft, covers, strict=True):
        frames[number] = box_of(cover.runs)
    colours = [fill.colour for _number, _shape, fill in solid]
    around, under = outside(recipe.keep, page), np.empty((0, 4), np.int32)
    if around is not None and len(around[0]):
        under = around[0]
        colours.insert(0, around[1].colour)
    shapes = [shape for _number, shape, _fill in solid]
    touched, runs, colour = _covered(shapes, under, colours, page)
    frames[np.array([number for number, _shape, _fill in solid], np.int64)] = touched
    return Plan(
        covers,
        _by_colour(runs, colour, colours),
        tuple(PixelBox(*row) for row in frames.tolist()),
        shrunk_crop(recipe, page),
    )


def _softened(regions: list[tuple[Shape, Mosaic | Blur]], page: Page) -> tuple[Cover, ...]:
    """The covers of mosaics and blurs. RecipeRefused: as `plan`."""
    width, height = page.upright_width, page.upright_height
    shapes = [shape for shape, _method in regions]
    frames = [frame_of(shape, width, height) for shape in shapes]
    areas = sum((f.right - f.left) * (f.bottom - f.top) for f in frames)
    if areas > max(limits.SOFT_LAYERS_MOST * width * height, limits.SOFT_PIXELS_LEAST):
        raise RecipeRefused("softened-too-often", limit=limits.SOFT_LAYERS_MOST)
    grown = grown_each(shapes, page)
    if not all(map(len, grown)):
        raise RecipeRefused("region-outside")
    return tuple(
        Cover(runs, method, shape, frame)
        for runs, (shape, method), frame in zip(grown, regions, frames, strict=True)
    )


def grown_each(shapes: list[Shape], page: Page) -> list[Runs]:
    """What each shape covers, grown, nothing where it lies outside; its boxes may overlap.

    RecipeRefused: shapes-too-large.
    """
    picture = PixelBox(0, 0, page.upright_width, page.upright_height)
    blocks = blocks_of(page)
    many = _bounded(shapes, page, limits.SOFT_ROWS_WEIGHT)
    found, owners = [np.empty((0, 4), np.int32)], [np.empty(0, np.int64)]
    for band in many.bands(picture, blocks.height, blocks.top):
        boxes, own = many.within(band)
        runs, own = united(in_blocks(boxes, blocks), own)
        found.append(runs)
        owners.append(own)
    runs, own = stacked(np.concatenate(found), np.concatenate(owners))
    ends = np.cumsum(np.bincount(own, minlength=len(shapes)))
    return np.split(_pixels_of(runs, page), ends[:-1]) if shapes else []


def _covered(
    shapes: list[Shape], under: Runs, colours: list[str], page: Page
) -> tuple[Runs, Runs, Integers]:
    """The box that holds each shape, grown; what is covered, as boxes, and which colour each has.

    `under` is covered as it is, and lies under all shapes. Of `colours` it has the first, if any of
    it is there, then each shape one. RecipeRefused: region-outside.
    """
    picture = PixelBox(0, 0, page.upright_width, page.upright_height)
    blocks, many = blocks_of(page), _bounded(shapes, page)
    # Consecutive regions of the same colour are treated as one layer.
    firsts = [n for n, colour in enumerate(colours) if not n or colour != colours[n - 1]]
    layers = np.cumsum(np.isin(np.arange(len(colours)), firsts)) - 1
    own = layers[len(colours) - len(shapes) :]
    ends = [np.full(len(shapes), least, np.int32) for least in (*picture[2:], 0, 0)]
    found, numbers = [np.empty((0, 4), np.int32)], [np.empty(0, np.int64)]
    for band in many.bands(picture, blocks.height, blocks.top):
        boxes, owners = many.within(band)
        for side, column in enumerate(boxes.T):
            wider = np.minimum if side < 2 else np.maximum
            wider.at(ends[side], owners, np.ascontiguousarray(column))
        touched, held = laid(in_blocks(boxes, blocks), own[owners])
        found.append(touched)
        numbers.append(held)
    frames = np.stack(ends, axis=1)
    if (frames[:, 0] >= frames[:, 2]).any():
        raise RecipeRefused("region-outside")
    runs, held = np.concatenate(found), np.concatenate(numbers)
    if page.lossy or len(under):
        runs = np.concatenate([under, _pixels_of(runs, page)])
        runs, held = laid(runs, np.concatenate([np.zeros(len(under), np.int64), held]))
    else:
        runs, held = merged(runs, held)
    return _pixels_of(in_blocks(frames, blocks), page), runs, np.array(firsts, np.int64)[held]


def _bounded(shapes: list[Shape], page: Page, weight: int = 1) -> Shapes:
    """The shapes; RecipeRefused (shapes-too-large) if they extend through too many rows."""
    many = Shapes(shapes)
    pixels = page.upright_width * page.upright_height
    most = max(limits.SHAPE_ROWS_LEAST, limits.SHAPE_ROWS_A_PIXEL * pixels)
    if weight * many.rows(page.upright_height) > most:
        raise RecipeRefused("shapes-too-large")
    return many


def _pixels_of(boxes: Runs, page: Page) -> Runs:
    """The pixels that boxes of blocks cover, with the rim; in the same order."""
    picture = PixelBox(0, 0, page.upright_width, page.upright_height)
    return clipped(in_pixels(boxes, blocks_of(page), rim(page)), picture)


def _by_colour(runs: Runs, numbers: Integers, colours: list[str]) -> tuple[tuple[Runs, Fill], ...]:
    """The runs of each colour, in the order in which the recipe names them."""
    if not len(runs):
        return ()
    names = {colour: place for place, colour in enumerate(dict.fromkeys(colours))}
    places = np.array([names[colour] for colour in colours], np.int64)[numbers]
    order = np.argsort(places, kind="stable")
    ends = np.cumsum(np.bincount(places, minlength=len(names)))[:-1]
    parts = zip(np.split(runs[order], ends), names, strict=True)
    return tuple((part, Fill(name)) for part, name in parts if len(part))


def shrunk_crop(recipe: Recipe, page: Page) -> PixelBox:
    """What is finally left of the picture; RecipeRefused (crop-too-small) if nothing is."""
    crop = PixelBox(0, 0, page.upright_width, page.upright_height)
    for cut in recipe.crop:
        shape = cut.shape
        crop = shrunk(PixelBox(shape.x, shape.y, shape.right, shape.bottom), page)
    return crop


def outside(keep: tuple[Keep, ...], page: Page) -> tuple[Runs, Fill] | None:
    """Everything outside the areas to keep, grown, no pixel twice; None without areas.

    RecipeRefused: keep-too-small, if nothing is left.
    """
    if not keep:
        return None
    picture = PixelBox(0, 0, page.upright_width, page.upright_height)
    many, found = _bounded([kept.shape for kept in keep], page), []
    for band in many.bands(picture):
        held, _owners = many.within(band, inner=True)
        boxes = np.concatenate([np.array([band], np.int32), held])
        runs, kept = laid(boxes, np.minimum(np.arange(len(boxes), dtype=np.int64), 1))
        found.append(runs[kept == 0])
    runs = grown(np.concatenate(found), page)
    if area(runs) == picture.right * picture.bottom:
        raise RecipeRefused("keep-too-small")
    return runs, Fill(keep[0].colour)


def grown(runs: Runs, page: Page) -> Runs:
    """Upright runs grown outward to the source's grid plus the rim, clipped; no pixel twice."""
    if not page.lossy:
        return _pixels_of(runs, page)
    blocks, numbers = laid(in_blocks(runs, blocks_of(page)), np.zeros(len(runs), np.int64))
    return laid(_pixels_of(blocks, page), numbers)[0]


def shrunk(crop: PixelBox, page: Page) -> PixelBox:
    """The part of an upright crop unaffected by pixels that are cut off; RecipeRefused if none.

    What is cut off is an area that grows like any other, so the crop shrinks by that growth.
    """
    width, height = page.upright_width, page.upright_height
    left, top, right, bottom = crop
    # The areas left, above, right and below of the crop, grown, must stay outside of it.
    for side in (
        PixelBox(0, 0, left, height),
        PixelBox(0, 0, width, top),
        PixelBox(right, 0, width, height),
        PixelBox(0, bottom, width, height),
    ):
        runs = grown(clipped(np.array([side], np.int32), PixelBox(0, 0, width, height)), page)
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
    return PixelBox(left, top, right, bottom)
