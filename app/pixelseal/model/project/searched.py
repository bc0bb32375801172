"""What programs found on a page, as a project keeps it (docs/project.md, 3.4). Finds nothing.

What became of it is told by the records: one that is in neither recipe was thrown away.
"""

from pixelseal.model import finding
from pixelseal.model.errors import RecipeRefused
from pixelseal.model.finding import KINDS
from pixelseal.model.recipe import checks
from pixelseal.model.recipe.checks import MAX_COORDINATE
from pixelseal.model.recipe.value import Value

MAX_PLACES = 100_000


class Place(Value):
    """What a program found, once, however often the picture was searched.

    :param kind: "face", "writing" or "code".
    :param box: (left, top, right, bottom), half open, in the page upright as its file states.
    :param region: which of the recipe's regions it became, from 0; None if none.
    :param proposed: which of the proposed regions it still is, from 0; None if none.
    """

    FIELDS = ("kind", "box", "region", "proposed")

    def __init__(
        self,
        kind: str,
        box: "tuple[int, int, int, int]",
        region: "int | None" = None,
        proposed: "int | None" = None,
    ) -> None:
        self.kind = kind
        self.box = box
        self.region = region
        self.proposed = proposed


class Searched(Value):
    """What looked at a page, (name, version) each, and the places that it found."""

    FIELDS = ("finders", "places")

    def __init__(
        self, finders: "tuple[tuple[str, str], ...]", places: "tuple[Place, ...]" = ()
    ) -> None:
        self.finders = finders
        self.places = places

    def to_object(self) -> "dict[str, object]":
        """As dicts and lists, every key present."""
        return {
            "finders": finding.finders_object(self.finders),
            "places": [
                {
                    "kind": place.kind,
                    "box": list(place.box),
                    "region": place.region,
                    "proposed": place.proposed,
                }
                for place in self.places
            ],
        }


def parse_object(untrusted: "object", where: str, regions: int, proposed: int) -> Searched:
    """Read one from parsed JSON, of a page with so many regions, and so many that are proposed.

    RecipeRefused for all that docs/project.md forbids.
    """
    top = checks.keys(untrusted, where, Searched.FIELDS)
    finders = finding.finders_from(top["finders"], where + ".finders")
    places: "list[Place]" = []
    for number, row in enumerate(checks.rows(top["places"], where + ".places", 0, MAX_PLACES)):
        at = "{}.places[{}]".format(where, number)
        one = checks.keys(row, at, Place.FIELDS)
        kind = checks.choice(one["kind"], at + ".kind", KINDS)
        region = _record(one["region"], at + ".region", regions)
        waits = _record(one["proposed"], at + ".proposed", proposed)
        if region is not None and waits is not None:
            raise RecipeRefused("recipe-out-of-range", key=at + ".proposed")
        places.append(Place(kind, _box(one["box"], at + ".box"), region, waits))
    return Searched(finders, tuple(places))


def _record(untrusted: "object", where: str, count: int) -> "int | None":
    """The number of a record, which several places may have, or None."""
    return None if untrusted is None else checks.integer(untrusted, where, 0, count - 1)


def _box(untrusted: "object", where: str) -> "tuple[int, int, int, int]":
    edges = checks.rows(untrusted, where, 4, 4)
    left, top, right, bottom = [checks.integer(e, where, 0, MAX_COORDINATE) for e in edges]
    if right <= left or bottom <= top:
        raise RecipeRefused("recipe-out-of-range", key=where)
    return left, top, right, bottom
