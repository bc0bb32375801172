"""What programs looked for in one image, and what became of it, as a value. Finds nothing.

Certificate and private record state it (docs/certificate.md, docs/record.md).
"""

from pixelseal.model.errors import RecipeRefused
from pixelseal.model.recipe import checks
from pixelseal.model.recipe.checks import ALPHANUMERIC, DIGITS
from pixelseal.model.recipe.value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:  # never run: MicroPython has no such module
    from typing import Any

KINDS = ("face", "writing", "code")
# Of 100 faces, lines of writing and codes in tests, how many no finder proposes: the worst of the
# sets of docs/find.md, 5, rounded up.
MISSED = (4, 8, 1)
# When something found in a finished picture counts as seen, for page and command line alike
# (docs/find.md, 7.1). A finder's box is larger than what it found: what lies that close to its edge
# says nothing, in parts of the box's shorter side.
EDGE = 8
# What has to be bare: so much of the box, or, in long writing, about one sign.
BARE_SHARE = 0.2
BARE_SIGN = 0.5  # of a square as high as the writing
MAX_FINDERS = 64
MAX_COUNT = 1_000_000  # places of one kind in one image
_LONGEST = 40  # characters of a finder's name, and of its version
_HEX = DIGITS + "abcdef"


class Finding(Value):
    """Which finders looked at an image, and what people did with what they proposed.

    No rule is checked here: `require` does that.

    :param finders: (name, version) of each, at least one: those that looked at the picture, and
        those that looked at the finished one.
    :param unconfirmed: how many regions of the recipe a finder proposed and no person confirmed.
    :param counts: (kind, proposed, taken, thrown away) for each kind of which anything was
        proposed; for the private record alone. None: no finder looked at the picture itself.
    :param again: (kind, found, stays) for each kind of which anything was proposed in the finished
        picture outside of what a solid colour covers, and of how many of these a person stated
        that they stay. None: no finder looked at the finished picture.
    """

    FIELDS = ("finders", "unconfirmed", "counts", "again")

    def __init__(
        self,
        finders: "tuple[tuple[str, str], ...]",
        unconfirmed: int = 0,
        counts: "tuple[tuple[str, int, int, int], ...] | None" = (),
        again: "tuple[tuple[str, int, int], ...] | None" = None,
    ) -> None:
        self.finders = finders
        self.unconfirmed = unconfirmed
        self.counts = counts
        self.again = again

    def to_object(self) -> "dict[str, object]":
        """As requests and the private record hold it, every key present."""
        counts, again = None, None
        if self.counts is not None:
            counts = [
                {"kind": kind, "proposed": proposed, "taken": taken, "thrown_away": gone}
                for kind, proposed, taken, gone in self.counts
            ]
        if self.again is not None:
            again = [
                {"kind": kind, "found": found, "stays": stays} for kind, found, stays in self.again
            ]
        return {
            "finders": finders_object(self.finders),
            "unconfirmed": self.unconfirmed,
            "counts": counts,
            "again": again,
        }


def finders_object(finders: "tuple[tuple[str, str], ...]") -> "list[dict[str, str]]":
    """Finders as JSON holds them."""
    return [{"name": name, "version": version} for name, version in finders]


def finders_from(untrusted: "object", where: str) -> "tuple[tuple[str, str], ...]":
    """Finders from parsed JSON, at least one, each once; RecipeRefused with their place."""
    finders: "list[tuple[str, str]]" = []
    for row in checks.rows(untrusted, where, 1, MAX_FINDERS):
        finder = checks.keys(row, where, ("name", "version"))
        name, version = finder["name"], finder["version"]
        if not isinstance(name, str) or not isinstance(version, str):
            raise RecipeRefused("recipe-wrong-type", key=where)
        known = (name, version) in finders
        if known or not _is_text(name, ALPHANUMERIC, "+. -") or not _is_text(version, _HEX, "."):
            raise RecipeRefused("recipe-out-of-range", key=where)
        finders.append((name, version))
    return tuple(finders)


def require(finding: Finding) -> None:
    """RecipeRefused for one that nothing could read: it may have been made by a program."""
    parse_object(finding.to_object())


def parse_object(untrusted: "object") -> Finding:
    """Read one from parsed JSON; RecipeRefused (finding-unreadable) for anything else."""
    try:
        return _finding(untrusted)
    except RecipeRefused as error:
        raise RecipeRefused("finding-unreadable", key=error.values.get("key", "?")) from None


def _finding(untrusted: "object") -> Finding:
    top = checks.keys(untrusted, "finding", Finding.FIELDS)
    finders = finders_from(top["finders"], "finding.finders")
    unconfirmed = checks.integer(top["unconfirmed"], "finding.unconfirmed", 0, MAX_COUNT)
    counts, again = top["counts"], top["again"]
    if counts is None and (unconfirmed or again is None):
        raise RecipeRefused("recipe-out-of-range", key="finding.counts")
    names = ("proposed", "taken", "thrown_away")
    return Finding(
        finders,
        unconfirmed,
        None
        if counts is None
        else tuple([(r[0], r[1], r[2], r[3]) for r in _rows(counts, "finding.counts", names)]),
        None
        if again is None
        else tuple([(r[0], r[1], r[2]) for r in _rows(again, "finding.again", ("found", "stays"))]),
    )


def _rows(untrusted: "object", where: str, names: "tuple[str, ...]") -> "list[tuple[Any, ...]]":
    """A row for each kind, in order; its first number is 1 or more, and that of the others."""
    found: "list[tuple[Any, ...]]" = []
    before = -1
    for one in checks.rows(untrusted, where, 0, len(KINDS)):
        row = checks.keys(one, where, ("kind",) + names)
        kind = checks.choice(row["kind"], where + ".kind", KINDS)
        most = checks.integer(row[names[0]], where + "." + names[0], 1, MAX_COUNT)
        rest = [checks.integer(row[name], where + "." + name, 0, most) for name in names[1:]]
        if sum(rest) > most or KINDS.index(kind) <= before:
            raise RecipeRefused("recipe-out-of-range", key=where)
        before = KINDS.index(kind)
        found.append((kind, most) + tuple(rest))
    return found


def _is_text(text: str, first: str, also: str) -> bool:
    """True for what a certificate can hold (docs/certificate.md, 2.3)."""
    fits = 1 <= len(text) <= _LONGEST and text[0] in first
    return fits and all(c in first or c in also for c in text)
