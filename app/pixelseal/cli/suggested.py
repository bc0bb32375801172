"""Programs that look on behalf of `redact`: at the picture before, and at the finished one.

What they find before is covered with nobody asked (`--suggested`), what they find in the finished
picture is told. Writes nothing.
"""

from collections.abc import Iterable
from typing import Any

from pixelseal.core import engine
from pixelseal.core.base.errors import RecipeRefused
from pixelseal.local.finders import finders, finished
from pixelseal.model.finding import KINDS, Finding
from pixelseal.model.policy.policy import Policy
from pixelseal.model.recipe.geometry import Rectangle
from pixelseal.model.recipe.recipe import Recipe, overfull
from pixelseal.model.recipe.region import Fill, Region
from pixelseal.model.recipe.turn import turn_to

_DIGITS = 3  # of a confidence: more would suggest that it is exact


class Suggested:
    """The finders of one command, and the kinds that it covers: none where they only look again."""

    def __init__(self, kinds: tuple[str, ...], fill: Fill) -> None:
        """What is found is covered with `fill`. PixelsealError as `finders`."""
        self._kinds = kinds
        self._fill = fill
        self._finders = finders()

    def added(
        self, recipe: Recipe, data: bytes, pages: Iterable[int], kept: engine.Kept
    ) -> tuple[Recipe, Finding | None]:
        """The recipe with a region for each box on these pages, and what to state of it.

        None if nothing is to be covered: then the picture is not looked at before.
        Errors as `engine.find`; RecipeRefused (recipe-out-of-range): more than a recipe may have.
        """
        if not self._kinds:
            return recipe, None
        found, regions = [], []
        for page in pages:
            turn = turn_to(recipe.turned(page), page)
            rows = finished(engine.find(data, self._finders, page, turn, kept))
            found += rows
            regions += regions_of(
                [row for row in rows if row.kind in self._kinds], page, self._fill
            )
        all_regions = [*recipe.regions, *regions]
        if key := overfull(all_regions, list(recipe.keep)):
            raise RecipeRefused("recipe-out-of-range", key=key)
        counts = tuple(self._count(kind, found) for kind in KINDS)
        finding = Finding(
            names_of(self._finders), len(regions), tuple(row for row in counts if row[1])
        )
        return recipe.with_regions(all_regions), finding

    def _count(self, kind: str, found: list[engine.Found]) -> tuple[str, int, int, int]:
        """How many were proposed, taken, and thrown away: those that were not asked for."""
        count = sum(row.kind == kind for row in found)
        return (kind, count, count, 0) if kind in self._kinds else (kind, count, 0, count)

    def looked_again(
        self, done: engine.Redaction, finding: Finding | None, policy: Policy | None
    ) -> tuple[engine.Redaction, dict[str, Any]]:
        """The output with what is found in it stated too, and what the answer tells of it.

        `finding` is what was stated of the picture before, None if nobody looked; `policy` one
        that `done` was made ahead of. Errors as `engine.find`, `engine.restated`.
        """
        found, told, kept = [], [], engine.Kept()
        for page, solid in enumerate(done.solid, 1):
            rows = finished(engine.find(done.output, self._finders, page, kept=kept))
            left = engine.left_over(rows, solid)
            found += left
            where = {"page": page} if len(done.solid) > 1 else {}
            told += [place(row) | where for row in left]
        counts = [(kind, sum(row.kind == kind for row in found)) for kind in KINDS]
        again = tuple((kind, count, 0) for kind, count in counts if count)
        if finding is None:
            stated = Finding(names_of(self._finders), 0, None, again)
        else:
            stated = Finding(finding.finders, finding.unconfirmed, finding.counts, again)
        answer = {"again": told, "finders": [row._asdict() for row in self._finders.names]}
        return engine.restated(done, stated, policy), answer


def names_of(lent: engine.Finders) -> tuple[tuple[str, str], ...]:
    """(name, version) of each finder, as statements name it."""
    return tuple((finder.name, finder.version) for finder in lent.names)


def place(row: engine.Found) -> dict[str, Any]:
    """What was found, as an answer holds it."""
    left, top, right, bottom = row.box
    return {
        "x": left,
        "y": top,
        "width": right - left,
        "height": bottom - top,
        "kind": row.kind,
        "confidence": round(row.confidence, _DIGITS),
        "reasons": list(row.reasons),
    }


def regions_of(found: list[engine.Found], page: int, fill: Fill) -> list[Region]:
    """A region for each of these, covered with `fill`."""
    regions = []
    for row in found:
        left, top, right, bottom = row.box
        shape = Rectangle(left, top, right - left, bottom - top)
        regions.append(Region(shape, fill, row.reasons, page))
    return regions
