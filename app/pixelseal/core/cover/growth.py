"""The growth of what was drawn, as outlines for the screen. Decides and changes nothing.

Uses the same plan as burning (pixelseal.core.cover.plan), but needs no file: only the facts of an
inspection.
"""

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import numpy as np
from pixelseal.core.base.errors import RecipeRefused
from pixelseal.core.base.limits import JPEG_SIDE_MOST, SIDE_MOST
from pixelseal.core.cover.plan import grown_each, outside, rim, shrunk_crop
from pixelseal.core.masks import Runs, laid
from pixelseal.core.source.facts.page import Page
from pixelseal.model import formats
from pixelseal.model.recipe import checks
from pixelseal.model.recipe.recipe import Recipe

Intervals = tuple[tuple[int, int], ...]
# (top, bottom, columns that are covered in between), one below the other.
Bands = list[tuple[int, int, Intervals]]

_FACTS = ("format", "stored", "orientation", "lossy", "mcu", "rim")
_MCU_MOST = 256  # pixels; HEIC and AVIF have 64, with a rim added by what lies off the grid
_READ = tuple(row.name for row in formats.READ)
_NOTHING = {"fill": "", "edge": ""}


def source_of(untrusted_facts: "object") -> Page:
    """A source without a file, from the facts of an inspected page; else RecipeRefused."""
    facts = checks.keys(untrusted_facts, "facts", _FACTS)
    stored = checks.keys(facts["stored"], "facts.stored", ("width", "height"))
    mcu = facts["mcu"]
    if not isinstance(mcu, list) or len(mcu) != 2 or not isinstance(facts["lossy"], bool):
        raise RecipeRefused("recipe-wrong-type", key="facts")
    format = checks.choice(facts["format"], "facts.format", _READ)
    if facts["lossy"] and not formats.named(format).reading.rim:
        raise RecipeRefused("recipe-wrong-type", key="facts.lossy")
    bare = Page(
        format=format,
        width=checks.integer(stored["width"], "facts.width", 1, SIDE_MOST),
        height=checks.integer(stored["height"], "facts.height", 1, SIDE_MOST),
        orientation=checks.integer(facts["orientation"], "facts.orientation", 1, 8),
        lossy=facts["lossy"],
        mcu=(
            checks.integer(mcu[0], "facts.mcu", 1, _MCU_MOST),
            checks.integer(mcu[1], "facts.mcu", 1, _MCU_MOST),
        ),
    )
    told = checks.integer(facts["rim"], "facts.rim", 0, JPEG_SIDE_MOST)
    return Page(**{**vars(bare), "unaligned": max(0, told - rim(bare))})


def growth(page: Page, recipe: Recipe) -> dict[str, Any]:
    """{"regions": [outline], "outside": outline, "crop": [left, top, right, bottom] or None}.

    An outline is {"fill", "edge"}: SVG paths in upright pixels of what a region covers, and of
    everything outside the areas to keep. If nothing would be left of those, or of the crop, they
    are empty, or None.
    """
    return {
        "regions": _regions(recipe, page),
        "outside": _outside(recipe, page),
        "crop": _crop(recipe, page),
    }


def _regions(recipe: Recipe, page: Page) -> list[dict[str, str]]:
    try:
        covered = grown_each([region.shape for region in recipe.regions], page)
    except RecipeRefused:
        return [_NOTHING] * len(recipe.regions)
    return [outline(runs) for runs in covered]


def _outside(recipe: Recipe, page: Page) -> dict[str, str]:
    try:
        found = outside(recipe.keep, page)
    except RecipeRefused:
        return _NOTHING
    return _NOTHING if found is None else outline(found[0])


def _crop(recipe: Recipe, page: Page) -> list[int] | None:
    try:
        return list(shrunk_crop(recipe, page)) if recipe.crop else None
    except RecipeRefused:
        return None


def outline(runs: Runs) -> dict[str, str]:
    """Paths of the union of the boxes: its area, and the line around it."""
    bands = united(runs)
    fill = [
        f"M{left} {top}H{right}V{bottom}H{left}Z"
        for top, bottom, columns in bands
        for left, right in columns
    ]
    return {"fill": "".join(fill), "edge": "".join(_edges(bands))}


def united(runs: Runs) -> Bands:
    """The union of boxes in bands of rows that have the same columns; no two bands overlap."""
    pieces = laid(runs, np.zeros(len(runs), np.int64))[0]
    bands: Bands = []
    for top, bottom, columns in _rows(pieces):
        if bands and bands[-1][1] == top and bands[-1][2] == columns:
            bands[-1] = (bands[-1][0], bottom, columns)
        else:
            bands.append((top, bottom, columns))
    return bands


def _rows(pieces: Runs) -> Iterator[tuple[int, int, Intervals]]:
    """Disjoint boxes, cut at every row where any of them begins or ends, from above.

    Between two such rows nothing changes: at each, only boxes that begin or end are processed.
    """
    cuts = np.unique(pieces[:, [1, 3]]).tolist()
    begins: dict[int, list[tuple[int, int]]] = {cut: [] for cut in cuts}
    ends: dict[int, list[tuple[int, int]]] = {cut: [] for cut in cuts}
    for left, top, right, bottom in pieces.tolist():
        begins[top].append((left, right))
        ends[bottom].append((left, right))
    here: list[tuple[int, int]] = []
    for top, bottom in pairwise(cuts):
        gone = set(ends[top])
        here = sorted([*(interval for interval in here if interval not in gone), *begins[top]])
        if here:
            yield top, bottom, _joined(here)


def _joined(intervals: list[tuple[int, int]]) -> Intervals:
    """Disjoint intervals from left to right, with adjacent ones merged."""
    found: list[tuple[int, int]] = []
    for left, right in intervals:
        if found and found[-1][1] == left:
            found[-1] = (found[-1][0], right)
        else:
            found.append((left, right))
    return tuple(found)


def _edges(bands: Bands) -> Iterator[str]:
    above: tuple[int, Intervals] = (0, ())
    for top, bottom, columns in bands:
        touching = above[1] if above[0] == top else ()
        if touching != above[1]:
            yield from _across(above[0], above[1], ())
        yield from _across(top, touching, columns)
        yield from (f"M{x} {top}V{bottom}" for interval in columns for x in interval)
        above = (bottom, columns)
    yield from _across(above[0], above[1], ())


def _across(y: int, above: Intervals, below: Intervals) -> Iterator[str]:
    """Lines with exactly one side covered: between every other of their ends."""
    ends = sorted(x for interval in (*above, *below) for x in interval)
    for left, right in zip(ends[::2], ends[1::2], strict=True):
        if left < right:
            yield f"M{left} {y}H{right}"
