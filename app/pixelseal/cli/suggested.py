"""What `redact --suggested` covers: what finders find, with nobody asked. Writes nothing."""

from collections.abc import Iterable

from pixelseal.core import engine
from pixelseal.core.base.errors import RecipeRefused
from pixelseal.local.finders import finders, finished
from pixelseal.model.finding import KINDS, Finding
from pixelseal.model.recipe.geometry import Rectangle
from pixelseal.model.recipe.recipe import Recipe, overfull
from pixelseal.model.recipe.region import Region
from pixelseal.model.recipe.turn import turn_to


class Suggested:
    """The finders of one command, and the kinds that it covers."""

    def __init__(self, kinds: tuple[str, ...]) -> None:
        """PixelsealError as `finders`."""
        self._kinds = kinds
        self._finders = finders()

    def added(
        self, recipe: Recipe, data: bytes, pages: Iterable[int], kept: engine.Kept
    ) -> tuple[Recipe, Finding]:
        """The recipe with a region for each box on these pages, and what to state of it.

        Errors as `engine.find`; RecipeRefused (recipe-out-of-range): more than a recipe may have.
        """
        found, regions = [], []
        for page in pages:
            turn = turn_to(recipe.turned(page), page)
            rows = finished(engine.find(data, self._finders, page, turn, kept))
            found += rows
            regions += regions_of([row for row in rows if row.kind in self._kinds], page)
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


def names_of(lent: engine.Finders) -> tuple[tuple[str, str], ...]:
    """(name, version) of each finder, as statements name it."""
    return tuple((finder.name, finder.version) for finder in lent.names)


def regions_of(found: list[engine.Found], page: int) -> list[Region]:
    """A region for each of these, to be filled."""
    regions = []
    for row in found:
        left, top, right, bottom = row.box
        shape = Rectangle(left, top, right - left, bottom - top)
        regions.append(Region(shape, reasons=row.reasons, page=page))
    return regions
