"""The policy as a value: reads and checks its file (docs/policy.md). Enforces nothing.

Opens no files and knows no clock; runs on CPython and MicroPython alike.
"""

from pixelseal.model import days, formats
from pixelseal.model.digest import sha256_of
from pixelseal.model.errors import RecipeRefused
from pixelseal.model.finding import MAX_FINDERS
from pixelseal.model.policy.refused import PolicyRefused
from pixelseal.model.reasons import LETTERS
from pixelseal.model.recipe import canonical, checks
from pixelseal.model.recipe.checks import ALPHANUMERIC, MAX_COORDINATE
from pixelseal.model.recipe.methods import LEAST_CELL
from pixelseal.model.recipe.value import Value
from pixelseal.model.review import NO, SCREEN, STATED

FIRST = "policy/1"
VERSION = "policy/2"  # has `find_again`, too
MAX_BYTES = 64 * 1024

# How thoroughly an image must have been looked at, from the least.
LOOKED = (NO, STATED, SCREEN)
# What an output may be called after.
ANY, REQUIRED, NEVER = "any", "required", "never"
IDS = (ANY, REQUIRED, NEVER)

_FORMATS = tuple([row.name for row in formats.WRITTEN])
_KEYS = (
    "pixelseal", "name", "version", "contact", "wording", "valid_until", "methods", "formats",
    "alternate_id", "review", "second_person", "finders",
)  # fmt: skip
_MAX_NAME, _MAX_VERSION, _MAX_CONTACT, _MAX_WORDING = 60, 20, 200, 2000  # characters
_MAX_COLOURS = 100
_MAX_BEGINS = 32
_MAX_FINDER = 40


class Policy(Value):
    """What one policy file says. `parse` makes it; nothing else checks its rules.

    :param sha256: of the exact bytes of the file, 64 hexadecimal digits.
    :param name: printable ASCII, which stands in certificates.
    :param version: the institution's own, which stands there, too.
    :param contact: whom to ask, for people.
    :param wording: what the institution wants to say to those who work by it, or "".
    :param valid_until: the last day on which it is in force, "YYYY-MM-DD", or None.
    :param colours: the colours of solid fills that are allowed, the default first; () for any.
    :param least: the least strength, in pixels, of "mosaic" and "blur"; a method that is missing is
        forbidden.
    :param formats: of outputs, by their names in recipes; at least one.
    :param alternate_id: "any", "required" or "never"; whether outputs are named after one.
    :param begins: what an alternate ID begins with, or "".
    :param looked: the least thorough look, "no", "stated" or "screen".
    :param answered: letters of identifiers that must be answered.
    :param second_person: whether someone else has to accept an image before it is passed on.
    :param finders: names of programs that must have looked at the picture.
    :param find_again: whether programs must have looked at the finished picture as well.
    """

    FIELDS = (
        "sha256", "name", "version", "contact", "wording", "valid_until", "colours", "least",
        "formats", "alternate_id", "begins", "looked", "answered", "second_person", "finders",
        "find_again",
    )  # fmt: skip

    def __init__(
        self,
        sha256: str,
        name: str,
        version: str,
        contact: str,
        wording: str,
        valid_until: "str | None",
        colours: "tuple[str, ...]",
        least: "tuple[tuple[str, int], ...]",
        formats: "tuple[str, ...]",
        alternate_id: str,
        begins: str,
        looked: str,
        answered: "tuple[str, ...]",
        second_person: bool,
        finders: "tuple[str, ...]",
        find_again: bool = False,
    ) -> None:
        self.sha256 = sha256
        self.name = name
        self.version = version
        self.contact = contact
        self.wording = wording
        self.valid_until = valid_until
        self.colours = colours
        self.least = least
        self.formats = formats
        self.alternate_id = alternate_id
        self.begins = begins
        self.looked = looked
        self.answered = answered
        self.second_person = second_person
        self.finders = finders
        self.find_again = find_again

    def to_object(self) -> "dict[str, object]":
        """What certificates and records name it by."""
        return {"name": self.name, "version": self.version, "sha256": self.sha256}


def parse(untrusted: bytes) -> Policy:
    """Read a policy; PolicyRefused for everything that docs/policy.md forbids.

    Codes: policy-not-json, policy-version, policy-unreadable with the `key`.
    """
    try:
        if len(untrusted) > MAX_BYTES:
            raise ValueError("too long")
        found = canonical.load(untrusted)
    except ValueError:
        raise PolicyRefused("policy-not-json") from None
    if not isinstance(found, dict) or "pixelseal" not in found:
        raise PolicyRefused("policy-not-json")
    if found["pixelseal"] not in (FIRST, VERSION):
        raise PolicyRefused("policy-version")
    try:
        return _policy(found, sha256_of(untrusted))
    except RecipeRefused as error:
        raise PolicyRefused("policy-unreadable", key=error.values.get("key", "?")) from None


def _policy(untrusted: "object", sha256: str) -> Policy:
    second = isinstance(untrusted, dict) and untrusted["pixelseal"] == VERSION
    top = checks.keys(untrusted, "", _KEYS + (("find_again",) if second else ()))
    colours, least = _methods(top["methods"])
    named = checks.keys(top["alternate_id"], "alternate_id", ("use", "begins"))
    use = checks.choice(named["use"], "alternate_id.use", IDS)
    begins = _text(named["begins"], "alternate_id.begins", 0, _MAX_BEGINS)
    if not all(c in ALPHANUMERIC + "._-" for c in begins) or (begins and use == NEVER):
        raise RecipeRefused("recipe-out-of-range", key="alternate_id.begins")
    review = checks.keys(top["review"], "review", ("looked", "answered"))
    return Policy(
        sha256,
        _name(top["name"]),
        _version(top["version"]),
        _text(top["contact"], "contact", 1, _MAX_CONTACT),
        _text(top["wording"], "wording", 0, _MAX_WORDING),
        _date(top["valid_until"]),
        colours,
        least,
        _each(top["formats"], "formats", 1, _FORMATS),
        use,
        begins,
        checks.choice(review["looked"], "review.looked", LOOKED),
        _each(review["answered"], "review.answered", 0, LETTERS),
        _yes_or_no(top["second_person"], "second_person"),
        _finders(top["finders"]),
        second and _yes_or_no(top["find_again"], "find_again"),
    )


def _methods(untrusted: "object") -> "tuple[tuple[str, ...], tuple[tuple[str, int], ...]]":
    methods = checks.keys(untrusted, "methods", ("fill", "mosaic", "blur"))
    fill = checks.keys(methods["fill"], "methods.fill", ("colours",))
    where = "methods.fill.colours"
    rows = checks.rows(fill["colours"], where, 0, _MAX_COLOURS)
    colours = [checks.colour(row, where) for row in rows]
    if len(set(colours)) != len(colours):
        raise RecipeRefused("recipe-out-of-range", key=where)
    least = []
    for kind in ("mosaic", "blur"):
        if methods[kind] is not None:
            soft = checks.keys(methods[kind], "methods." + kind, ("least",))
            where = "methods." + kind + ".least"
            least.append((kind, checks.integer(soft["least"], where, LEAST_CELL, MAX_COORDINATE)))
    return tuple(colours), tuple(least)


def _each(
    untrusted: "object", where: str, least: int, allowed: "tuple[str, ...]"
) -> "tuple[str, ...]":
    """Some of the allowed strings, in any order, each at most once; returned in ours."""
    rows = checks.rows(untrusted, where, least, len(allowed))
    found = [checks.choice(row, where, allowed) for row in rows]
    if len(set(found)) != len(found):
        raise RecipeRefused("recipe-out-of-range", key=where)
    return tuple([name for name in allowed if name in found])


def _finders(untrusted: "object") -> "tuple[str, ...]":
    where = "finders"
    rows = checks.rows(untrusted, where, 0, MAX_FINDERS)
    found = [_text(row, where, 1, _MAX_FINDER) for row in rows]
    if len(set(found)) != len(found):
        raise RecipeRefused("recipe-out-of-range", key=where)
    return tuple(found)


def _yes_or_no(untrusted: "object", where: str) -> bool:
    if untrusted is not True and untrusted is not False:
        raise RecipeRefused("recipe-wrong-type", key=where)
    return bool(untrusted)


def _text(untrusted: "object", where: str, least: int, most: int) -> str:
    """A text without control characters and lone surrogates; in `wording` line feeds may stand."""
    if not isinstance(untrusted, str):
        raise RecipeRefused("recipe-wrong-type", key=where)
    also = "\n" if where == "wording" else ""
    if not least <= len(untrusted) <= most or not all(
        checks.is_plain(c) or c in also for c in untrusted
    ):
        raise RecipeRefused("recipe-out-of-range", key=where)
    return untrusted


def _name(untrusted: "object") -> str:
    """It stands in certificates, which are ASCII: a letter or digit first, no blank at the end."""
    name = _text(untrusted, "name", 1, _MAX_NAME)
    if name[0] not in ALPHANUMERIC or name[-1] == " " or not all(ord(c) < 127 for c in name):
        raise RecipeRefused("recipe-out-of-range", key="name")
    return name


def _version(untrusted: "object") -> str:
    version = _text(untrusted, "version", 1, _MAX_VERSION)
    if version[0] not in ALPHANUMERIC or not all(c in ALPHANUMERIC + "._-" for c in version):
        raise RecipeRefused("recipe-out-of-range", key="version")
    return version


def _date(untrusted: "object") -> "str | None":
    """A day as ISO 8601 writes it: days compare as their texts do."""
    if untrusted is None:
        return None
    date = _text(untrusted, "valid_until", 10, 10)
    if not days.is_day(date):
        raise RecipeRefused("recipe-out-of-range", key="valid_until")
    return date
