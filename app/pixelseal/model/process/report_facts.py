"""What private records say of a set of images, counted (docs/report.md). Names no image.

Read record by record, so that thousands can be split up. What a report does not count is not looked
at: a record is read strictly where it is opened again, by the engine.
"""

from pixelseal.model.days import is_day
from pixelseal.model.errors import PixelsealError
from pixelseal.model.process import values
from pixelseal.model.reasons import CODES, LETTERS
from pixelseal.model.recipe import canonical
from pixelseal.model.review import ANSWERS, FULL, KEPT, LOOKED, MANNERS, SCREEN, SHOWN

TYPE_CHECKING = False
if TYPE_CHECKING:  # never run: MicroPython has no such module
    from typing import Any, TypeAlias

    Json: TypeAlias = dict[str, Any]  # keys and values as they stood; checked where they are used

VERSIONS = ("record/1", "record/2")
METHODS = ("fill", "mosaic", "blur")
KINDS = ("face", "writing", "code")
OPEN, NONE = "open", "none"  # a letter without an answer; a region without a reason
# Megapixels of the finished image: each class ends below its number, the last one has no end.
SIZES = (1, 5, 12, 25)

MAX_IMAGES = 100_000
_KEPT_MOST = 200  # reasons why something was kept, each once


class ReportError(PixelsealError):
    """What cannot be counted: ``report-not-a-record``, with `key`; ``report-too-many``."""


class Counts:
    """How often each name came; names that never came have 0."""

    def __init__(self) -> None:
        self._of: "dict[str, int]" = {}

    def add(self, name: str, count: int = 1) -> None:
        """Count it so often."""
        self._of[name] = self._of.get(name, 0) + count

    def of(self, name: str) -> int:
        """How often it came."""
        return self._of.get(name, 0)

    @property
    def names(self) -> "list[str]":
        """What came, sorted."""
        return sorted(self._of)


class Tally:
    """Counts over the records that were added."""

    def __init__(self) -> None:
        self.images = 0
        self.outputs: "set[str]" = set()  # SHA-256 of each finished image
        # Of each original: SHA-256 and page, 0 for all of its pages. Nothing shows them.
        self.sources: "set[tuple[str, int]]" = set()
        self.first = self.last = ""  # days, "2026-11-29"; "" if no record says one
        self.formats, self.sizes = Counts(), Counts()
        self.shown, self.looked, self.given = Counts(), Counts(), Counts()
        self.methods, self.reasons, self.marks = Counts(), Counts(), Counts()
        self.answers = {letter: Counts() for letter in LETTERS}
        self.open_images = 0  # with a letter that nobody answered
        self.kept: "list[tuple[str, str]]" = []  # letter and why, each pair once
        self.finders, self.searched = Counts(), Counts()
        self.proposed, self.taken, self.thrown_away = Counts(), Counts(), Counts()
        self.still_found, self.stays = Counts(), Counts()
        self.policies, self.builds = Counts(), Counts()

    def add(self, untrusted_text: str) -> None:
        """Count one record. ReportError if it is none, and then nothing of it is counted."""
        if self.images >= MAX_IMAGES:
            raise ReportError("report-too-many", images=MAX_IMAGES)
        try:
            untrusted = canonical.load(untrusted_text)
        except ValueError:
            untrusted = None
        record = _Record(untrusted)
        self.images += 1
        self.outputs.add(record.output)
        self.sources.add(record.source)
        self._dated(record.made)
        self.formats.add(record.formats)
        self.sizes.add(record.size)
        self._looked_at(record)
        self._covered(record)
        self._answered(record)
        self._sought(record.finding)
        self.policies.add(record.policy)
        self.builds.add(record.build)

    def _dated(self, made: str) -> None:
        if is_day(made[:10]):
            self.first = min(self.first or made[:10], made[:10])
            self.last = max(self.last, made[:10])

    def _looked_at(self, record: "_Record") -> None:
        self.shown.add(record.review["shown"] or NONE)
        self.looked.add(record.review["looked"])
        self.given.add(record.review["given"] or NONE)

    def _covered(self, record: "_Record") -> None:
        for method, reasons in record.regions:
            self.methods.add(method)
            for reason in reasons or (NONE,):
                self.reasons.add(reason)
        for name, count in record.marks:
            self.marks.add(name, count)
        if not record.regions and not any(count for _name, count in record.marks[:2]):
            self.marks.add("bare")

    def _answered(self, record: "_Record") -> None:
        answers = record.review["checklist"]
        for letter in LETTERS:
            answer = answers[letter]
            self.answers[letter].add(OPEN if answer is None else answer["answer"])
            if answer is not None and answer["answer"] == KEPT:
                pair = (letter, answer["why"])
                if pair not in self.kept and len(self.kept) < _KEPT_MOST:
                    self.kept.append(pair)
        self.open_images += any(answers[letter] is None for letter in LETTERS)

    def _sought(self, finding: "Json | None") -> None:
        if finding is None:
            self.searched.add("never")
            return
        for row in finding["finders"]:
            self.finders.add(row["name"] + " " + row["version"])
        self.searched.add("before", finding["counts"] is not None)
        self.searched.add("again", finding["again"] is not None)
        self.searched.add("unconfirmed", finding["unconfirmed"])
        for row in finding["counts"] or ():
            self.proposed.add(row["kind"], row["proposed"])
            self.taken.add(row["kind"], row["taken"])
            self.thrown_away.add(row["kind"], row["thrown_away"])
        for row in finding["again"] or ():
            self.still_found.add(row["kind"], row["found"])
            self.stays.add(row["kind"], row["stays"])

    def has(self, sha256: str, page: int) -> bool:
        """True if a record tells of that page of that original."""
        return (sha256, page) in self.sources or (sha256, 0) in self.sources

    @property
    def undecided(self) -> int:
        """Places that programs still found in finished images, and nobody decided about."""
        return sum([self.still_found.of(kind) - self.stays.of(kind) for kind in KINDS])

    @property
    def regions(self) -> int:
        """How many regions there are."""
        return sum([self.methods.of(method) for method in METHODS])


class _Record:
    """What is counted of one record, checked."""

    def __init__(self, untrusted: "object") -> None:
        self._record = _dict(untrusted, "record")
        if self._record.get("pixelseal") not in VERSIONS:
            raise ReportError("report-not-a-record", key="pixelseal")
        source, output = self._part("source"), self._part("output")
        self.made = _text(self._record.get("made"), "made")
        self.output, page = _digest(output), _list(self._record.get("page"), "page")[:1]
        if not page or not values.is_count(page[0]):
            raise ReportError("report-not-a-record", key="page")
        self.source = (_digest(source), page[0])
        self.formats = _word(source, "format") + " → " + _word(output, "format")
        self.size = _class_of(_count(output, "width") * _count(output, "height"))
        self.review = self._review()
        recipe = self._part("recipe")
        self.regions = [_region(row) for row in self._here(recipe, "regions")]
        self.marks = (
            ("keep", len(self._here(recipe, "keep"))),
            ("crop", len(self._here(recipe, "crop"))),
            ("turned", int(bool(recipe.get("turn")))),
            ("named", int(recipe.get("alternate_id") is not None)),
        )
        self.finding = self._finding()
        self.policy = self._policy()
        made_with = self._part("made_with")
        self.build = _word(made_with, "version") + " " + _word(made_with, "build")[:12]

    def _part(self, key: str) -> "Json":
        return _dict(self._record.get(key), key)

    def _here(self, recipe: "Json", key: str) -> "list[Json]":
        """The rows of the recipe that are about the page that was made, 0 being all of them."""
        page = self.source[1]
        rows = [_dict(row, "recipe." + key) for row in _list(recipe.get(key), "recipe." + key)]
        return [row for row in rows if page in (0, row.get("page"))]

    def _review(self) -> "Json":
        review = self._part("review")
        shown, given = review.get("shown"), review.get("given")
        if shown is None and review.get("looked") == SCREEN:
            shown = FULL  # what it stands for in review/1
        if review.get("looked") not in LOOKED or (shown is not None and shown not in SHOWN):
            raise ReportError("report-not-a-record", key="review")
        if given is not None and given not in MANNERS:
            raise ReportError("report-not-a-record", key="review.given")
        checklist = _dict(review.get("checklist"), "review.checklist")
        answers: "dict[str, object]" = {}
        for letter in LETTERS:
            row = answers[letter] = checklist.get(letter)
            if row is None:
                continue
            answer = _dict(row, "review.checklist")
            if answer.get("answer") not in ANSWERS:
                raise ReportError("report-not-a-record", key="review.checklist")
            _text(answer.get("why"), "review.checklist")
        return {
            "looked": review["looked"], "shown": shown, "given": given, "checklist": answers,
        }  # fmt: skip

    def _finding(self) -> "Json | None":
        if self._record.get("finding") is None:
            return None
        finding = self._part("finding")
        for row in _list(finding.get("finders"), "finding.finders"):
            _word(_dict(row, "finding.finders"), "name")
            _word(row, "version")
        found = {"finders": finding["finders"], "unconfirmed": _count(finding, "unconfirmed")}
        for key, names in (
            ("counts", ("proposed", "taken", "thrown_away")),
            ("again", ("found", "stays")),
        ):
            rows = finding.get(key)
            for row in [] if rows is None else _list(rows, "finding." + key):
                if _dict(row, "finding." + key).get("kind") not in KINDS:
                    raise ReportError("report-not-a-record", key="finding." + key)
                for name in names:
                    _count(row, name)
            found[key] = rows
        return found

    def _policy(self) -> str:
        if self._record.get("policy") is None:
            return ""
        policy = self._part("policy")
        named = [_word(policy, key) for key in ("name", "version", "sha256")]
        return "{} {} ({})".format(named[0], named[1], named[2][:12])


def _region(region: "Json") -> "tuple[str, tuple[str, ...]]":
    method = _dict(region.get("method"), "recipe.regions").get("kind")
    reasons = region.get("reasons", region.get("reason"))  # several since recipe/2
    listed = [] if reasons is None else reasons if isinstance(reasons, list) else [reasons]
    if method not in METHODS or any(code not in CODES for code in listed):
        raise ReportError("report-not-a-record", key="recipe.regions")
    return method, tuple(listed)


def _class_of(pixels: int) -> str:
    for place, megapixels in enumerate(SIZES):
        if pixels < megapixels * 1_000_000:
            return str(place)
    return str(len(SIZES))


def _dict(untrusted: "object", key: str) -> "Json":
    if not isinstance(untrusted, dict):
        raise ReportError("report-not-a-record", key=key)
    return untrusted


def _list(untrusted: "object", key: str) -> "list[Any]":
    if not isinstance(untrusted, list):
        raise ReportError("report-not-a-record", key=key)
    return untrusted


def _text(untrusted: "object", key: str) -> str:
    if not isinstance(untrusted, str) or len(untrusted) > values.MAX_TEXT:
        raise ReportError("report-not-a-record", key=key)
    return untrusted


def _word(holder: "Json", key: str) -> str:
    return _text(holder.get(key), key)


def _digest(holder: "Json") -> str:
    if not values.is_digest(holder.get("sha256")):
        raise ReportError("report-not-a-record", key="sha256")
    return str(holder["sha256"])


def _count(holder: "Json", key: str) -> int:
    if not values.is_count(holder.get(key)):
        raise ReportError("report-not-a-record", key=key)
    return int(holder[key])
