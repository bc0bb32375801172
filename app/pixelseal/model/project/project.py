"""The project file, version 2, as values: checks parsed JSON (docs/project.md).

Private: it links marks to sources by their hashes. Opens no files and restores nothing itself.
"""

from pixelseal.model import review
from pixelseal.model.digest import sha256_of
from pixelseal.model.errors import PixelsealError, RecipeRefused
from pixelseal.model.project import assessment, preparation, searched
from pixelseal.model.recipe import checks, recipe
from pixelseal.model.recipe.checks import DIGITS
from pixelseal.model.recipe.region import Crop, Fill, Keep, Region
from pixelseal.model.recipe.value import Value
from pixelseal.model.review import NO

VERSION = "project/2"
VERSION_1 = "project/1"  # has no `about`
MAX_IMAGES = 10_000
MAX_NAME = 255  # characters; no file system here allows more

_MUST = ("sha256", "page", "name", "label", "recipe", "proposed", "review")
_MAY = ("about", "searched", "assessed")


class ProjectError(PixelsealError):
    """A project that is refused: a code of model.messages and the values for its sentence."""


class Entry(Value):
    """One page of one source: what identifies the file, and the work on the page.

    `proposed` is a Recipe whose records are proposals, or None; `review` is a Review, or None, and
    `about` the digest of what its answers were given for, None if unknown; `searched` is what
    programs found, None if none looked; `assessed` what a person saw before work began, or None.
    """

    FIELDS = _MUST + _MAY

    def __init__(
        self,
        sha256: str,
        page: int,
        name: "str | None",
        label: str,
        recipe: "recipe.Recipe",
        proposed: "recipe.Recipe | None" = None,
        review: "review.Review | None" = None,
        about: "str | None" = None,
        searched: "searched.Searched | None" = None,
        assessed: "assessment.Assessment | None" = None,
    ) -> None:
        self.sha256 = sha256
        self.page = page
        self.name = name
        self.label = label
        self.recipe = recipe
        self.proposed = proposed
        self.review = review
        self.about = about
        self.searched = searched
        self.assessed = assessed

    def answered(self) -> "Entry":
        """The same entry, with its answers valid for exactly the present picture and covers."""
        return self._with(self.name, self.digest())

    def _with(self, name: "str | None", about: "str | None") -> "Entry":
        return Entry(
            self.sha256,
            self.page,
            name,
            self.label,
            self.recipe,
            self.proposed,
            self.review,
            about,
            self.searched,
            self.assessed,
        )

    def digest(self) -> str:
        """SHA-256 of the picture and of what hides parts of it (docs/project.md, 3.3)."""
        lines = ["{} {}".format(self.sha256, self.page)]
        for word, found in (("", self.recipe), ("proposed ", self.proposed)):
            if found is not None:
                lines += [word + _line(one) for one in found.regions + found.keep + found.crop]
                lines += [word + "turned " + str(turn.orientation) for turn in found.turn]
        return sha256_of("\n".join(lines).encode())

    def without_name(self) -> "Entry":
        """The same entry, without the source's name."""
        return self._with(None, self.about)

    def to_object(self) -> "dict[str, object]":
        """As dicts and lists, every key present but `searched` and `assessed` where None."""
        found = {
            "sha256": self.sha256,
            "page": self.page,
            "name": self.name,
            "label": self.label,
            "recipe": self.recipe.to_object(),
            "proposed": None if self.proposed is None else self.proposed.to_object(),
            "review": None if self.review is None else self.review.to_object(),
            "about": self.about,
        }
        if self.searched is not None:
            found["searched"] = self.searched.to_object()
        if self.assessed is not None:
            found["assessed"] = self.assessed.to_object()
        return found


def _line(record: "Region | Keep | Crop") -> str:
    """What a record hides, as words and numbers; its reasons and its colour hide nothing."""
    shape, words = record.shape, []
    for value in shape.key():
        if isinstance(value, tuple):
            words += [str(number) for point in value for number in point]
        else:
            words.append(str(value))
    if isinstance(record, Region):
        method = record.method
        strength = [] if isinstance(method, Fill) else [str(method.strength)]
        return " ".join(["region", shape.KIND] + words + [method.KIND] + strength)
    return " ".join(["keep" if isinstance(record, Keep) else "crop", shape.KIND] + words)


def is_project(untrusted: "object") -> bool:
    """True if parsed JSON calls itself a project, of whatever version."""
    version = untrusted.get("pixelseal") if isinstance(untrusted, dict) else None
    return isinstance(version, str) and version.startswith("project/")


def top_of(untrusted: "object") -> "tuple[list[object], preparation.Preparation | None]":
    """(the raw entries, what was settled before) of parsed JSON.

    ProjectError if the top level is invalid.
    """
    if not isinstance(untrusted, dict) or "pixelseal" not in untrusted:
        raise ProjectError("project-not-json")
    if untrusted["pixelseal"] not in (VERSION, VERSION_1):
        raise ProjectError("project-version")
    try:
        top = checks.keys(untrusted, "project", ("pixelseal", "private", "process", "images"))
        if top["private"] is not True:
            raise RecipeRefused("recipe-out-of-range", key="private")
        settled = None
        if top["process"] is not None:
            if top["pixelseal"] == VERSION_1:
                raise RecipeRefused("recipe-out-of-range", key="process")
            settled = preparation.parse_object(top["process"], "process")
        return checks.rows(top["images"], "images", 0, MAX_IMAGES), settled
    except RecipeRefused as error:
        raise _unreadable(error) from None


def parse_entry(untrusted: "object", number: int) -> Entry:
    """Read the entry at that index, counted from 0; ProjectError (project-unreadable)."""
    try:
        return _entry(untrusted, "images[{}]".format(number))
    except RecipeRefused as error:
        raise _unreadable(error) from None


def _unreadable(error: RecipeRefused) -> ProjectError:
    return ProjectError("project-unreadable", key=error.values.get("key", "?"))


def _entry(untrusted: "object", where: str) -> Entry:
    entry = checks.keys(untrusted, where, _MUST, _MAY)
    page = checks.page(entry["page"], where + ".page")
    label = _text(entry["label"], where + ".label")
    if not recipe.is_alternate_id(label):
        raise RecipeRefused("recipe-out-of-range", key=where + ".label")
    about, found, seen = entry.get("about"), entry.get("searched"), entry.get("assessed")
    marks = _recipe(entry["recipe"], where + ".recipe", page)
    proposed = None
    if entry["proposed"] is not None:
        proposed = _recipe(entry["proposed"], where + ".proposed", page)
    waiting = 0 if proposed is None else len(proposed.regions)
    return Entry(
        _digest(entry["sha256"], where + ".sha256"),
        page,
        _name(entry["name"], where + ".name"),
        label,
        marks,
        proposed,
        _review(entry["review"], where + ".review"),
        None if about is None else _digest(about, where + ".about"),
        None
        if found is None
        else searched.parse_object(found, where + ".searched", len(marks.regions), waiting),
        None if seen is None else assessment.parse_object(seen, where + ".assessed"),
    )


def _text(untrusted: "object", where: str) -> str:
    if not isinstance(untrusted, str):
        raise RecipeRefused("recipe-wrong-type", key=where)
    return untrusted


def _digest(untrusted: "object", where: str) -> str:
    digest = _text(untrusted, where)
    if len(digest) != 64 or not all(c in DIGITS + "abcdef" for c in digest):
        raise RecipeRefused("recipe-out-of-range", key=where)
    return digest


def _name(untrusted: "object", where: str) -> "str | None":
    if untrusted is None:
        return None
    name = _text(untrusted, where)
    if not 1 <= len(name) <= MAX_NAME:
        raise RecipeRefused("recipe-out-of-range", key=where)
    return name


def _recipe(untrusted: "object", where: str, page: int) -> "recipe.Recipe":
    try:
        found = recipe.parse_object(untrusted)
    except RecipeRefused as error:
        key = error.values.get("key")
        raise RecipeRefused(error.code, key=where + "." + str(key) if key else where) from None
    if found.image is None:
        raise RecipeRefused("recipe-wrong-type", key=where + ".image")
    if any(row.page != page for row in found.regions + found.keep + found.crop):
        raise RecipeRefused("recipe-out-of-range", key=where + ".page")
    return found


def _review(untrusted: "object", where: str) -> "review.Review | None":
    if untrusted is None:
        return None
    try:
        found = review.parse_object(untrusted)
    except RecipeRefused as error:
        raise RecipeRefused(error.code, key=where) from error
    if found.looked != NO:
        raise RecipeRefused("recipe-out-of-range", key=where + ".looked")
    return found
