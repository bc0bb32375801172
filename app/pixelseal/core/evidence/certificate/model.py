"""The contents of a certificate, as a value and as text. Reads no text: `read` does."""

import hashlib
from collections import Counter
from typing import NamedTuple

from pixelseal.core.audit import AuditReport
from pixelseal.core.base.errors import RecipeRefused, SourceRefused
from pixelseal.core.evidence.certificate.words import (
    AGAIN,
    ANEW,
    AREAS_KEPT,
    CHECKED,
    CONVERTED,
    CUT,
    DONE,
    FILLED,
    FORMATS,
    LOOKING,
    MADE,
    MIRRORED,
    MISSED,
    MISSED_AGAIN,
    NO_REASON,
    NO_REGION,
    NOT_AGAIN,
    NOTHING_AGAIN,
    OTHER,
    POLICY,
    POLICY_FILE,
    POLICY_MET,
    PROGRAM,
    SECOND,
    SOFT,
    SOUGHT,
    STAYS,
    TITLE,
    TOGETHER,
    TURNED,
    UNCONFIRMED,
    UNDECIDED,
    UNDER,
    VERSIONS,
    WRITTEN,
    Words,
    missed_line,
)
from pixelseal.model import finding, reasons
from pixelseal.model.finding import Finding
from pixelseal.model.policy.policy import Policy
from pixelseal.model.recipe.region import Blur, Fill, Mosaic
from pixelseal.model.review import Review

CODES = (*reasons.CODES, "")  # "" is a region without a reason
DIGITS = 16


class Altered(SourceRefused):
    """The text calls itself a certificate but has a line that was never written that way.

    `line` counts from 1; 0 if only the check digits are wrong: no single line is to blame.
    """

    def __init__(self, line: int) -> None:
        super().__init__("certificate-altered", line=line)
        self.line = line


class Lying(NamedTuple):
    """Whether the picture, or one of its pages, was turned, and whether it was mirrored."""

    turned: bool
    mirrored: bool


class Again(NamedTuple):
    """What programs proposed in the finished picture outside of what a solid colour covers.

    Both are numbers of faces, places of writing and codes: those of which a person stated that they
    stay, and those that nobody decided about.
    """

    stays: tuple[int, int, int]
    undecided: tuple[int, int, int]


class Sought(NamedTuple):
    """What programs looked at the picture: (name, version) of each, at least one.

    `missed` is how many of 100 faces, lines of writing and codes they miss; `before` is false if
    they looked at the finished picture alone; `unconfirmed` how many regions one of them proposed
    and no person confirmed; `again` is None if none looked at the finished picture;
    `several` is true of a certificate that says "1 codes", as the first ones of version 4 did.
    """

    programs: tuple[tuple[str, str], ...]
    missed: tuple[int, int, int]
    before: bool
    unconfirmed: int
    again: Again | None
    several: bool = False


class Under(NamedTuple):
    """The policy that was obeyed: its name, version and hash; `second` if it asks for someone else.

    The hash is the SHA-256 of its file, 64 hexadecimal digits.
    """

    name: str
    version: str
    sha256: str
    second: bool


class Certificate(NamedTuple):
    """What a certificate states; `regions`, `kept` and `reasons` are kinds with their counts.

    `format` is a key of `words.FORMATS`; `bits` are per sample, 0 if the version does not
    state them; `page` is which of how many pages of the original it is, 0 for all of them in one
    file (size and bits are those of the first); `together` is true if the original was coded so
    that pixels outside depend on what was covered; `regions` are by fill colour, 'mosaic' or
    'blur'; `kept` is the colour around the areas to keep, None if there were none; `reasons` are by
    the recipe's code with '' for none; `looked` and `shown` are the review's and `answers` one for
    each letter, '' for none; `sought` is None if no program looked; `checks` are (id, case) pairs,
    all passed; `policy` is None if there was none; `form` is the version of the certificate itself.
    """

    file: str
    sha256: str
    size: int
    format: str
    width: int
    height: int
    bits: int
    page: tuple[int, int]
    converted: bool
    together: bool
    regions: tuple[tuple[str, int], ...]
    kept: tuple[str, int] | None
    cropped: bool
    lying: Lying
    reasons: tuple[tuple[str, int], ...]
    looked: str
    shown: str | None
    answers: tuple[str, ...]
    sought: Sought | None
    checks: tuple[tuple[str, str], ...]
    policy: Under | None
    version: str
    build: str
    form: int

    def to_text(self) -> str:
        """The text in the wording of its version, check digits included."""
        words = VERSIONS[self.form]
        lines = [*self._facts(words), "", *self._done(), *self._reasons(words)]
        shown = [words.shown[self.shown]] if self.shown in words.shown else []
        lines += ["", LOOKING, words.looked[self.looked], *shown]
        lines += answer_lines(self.answers, words)
        if words.legend and any(self.answers):
            lines += ["", words.legend, *(f"- ({c}) {text}" for c, text in words.meanings.items())]
        lines += self._sought()
        lines += ["", CHECKED, *(f"- {c}: {words.checks[c][case]}" for c, case in self.checks)]
        lines += self._policy()
        lines += ["", MADE, f"- Pixelseal {self.version}", f"- Build: {self.build}"]
        text = "\n".join([*lines, "", *words.limits, ""])
        return f"{text}\n{words.digits}{check_digits(text)}\n" if words.digits else text

    def _facts(self, words: Words) -> list[str]:
        picture = (FORMATS[self.format], self.width, self.height, self.bits)
        lines = [f"{TITLE}{self.form}", "", f"File: {self.file}", f"SHA-256: {self.sha256}"]
        lines += [f"Size: {self.size} bytes", words.picture.format(*picture)]
        page, pages = self.page
        if pages > 1:
            several = f"Page: {page} of {pages} of the original" if page else f"Pages: all {pages}"
            lines.append(several)
        return lines

    def _done(self) -> list[str]:
        lines = [DONE, ANEW]
        lines += [CONVERTED] if self.converted else []
        lines += [
            (SOFT[w] if w in SOFT else FILLED.replace("{}", w, 1)).format(n)
            for w, n in self.regions
        ]
        lines += [AREAS_KEPT.format(*self.kept)] if self.kept else []
        lines += [] if self.regions or self.kept else [NO_REGION]
        lines += [CUT] if self.cropped else []
        lines += [TURNED] if self.lying.turned else []
        lines += [MIRRORED] if self.lying.mirrored else []
        return lines + (list(TOGETHER) if self.together else [])

    def _reasons(self, words: Words) -> list[str]:
        if not self.reasons:
            return []
        return ["", words.reasons, *(reason_line(*row, words) for row in self.reasons)]

    def _sought(self) -> list[str]:
        sought = self.sought
        if sought is None:
            return []
        first, second = MISSED if sought.before else MISSED_AGAIN
        lines = ["", SOUGHT, first, missed_line(second, sought.missed, sought.several)]
        lines += [PROGRAM.format(*program) for program in sought.programs]
        lines += [UNCONFIRMED.format(sought.unconfirmed)] if sought.unconfirmed else []
        if sought.again is None:
            return [*lines, NOT_AGAIN]
        proposed = [
            text.format(*counts)
            for text, counts in zip((STAYS, UNDECIDED), sought.again, strict=True)
            if any(counts)
        ]
        return [*lines, *(AGAIN if proposed else NOTHING_AGAIN), *proposed]

    def _policy(self) -> list[str]:
        if self.policy is None:
            return []
        name, version, sha256, second = self.policy
        lines = ["", UNDER, POLICY.format(name, version), POLICY_FILE.format(sha256), *POLICY_MET]
        return [*lines, SECOND] if second else lines


def reason_line(code: str, count: int, words: Words) -> str:
    """The line for so many regions with that reason."""
    if code in words.meanings:
        return f"- ({code}) {words.meanings[code]}: {count}"
    return f"- {OTHER if code else NO_REASON}: {count}"


def answer_lines(answers: tuple[str, ...], words: Words) -> list[str]:
    """The lines of the checklist."""
    if words.unanswered and not any(answers):
        return [words.unanswered]
    found = []
    for answer, line in words.answers.items():
        given = [c for c, a in zip(reasons.LETTERS, answers, strict=True) if a == answer]
        found += [line.format(", ".join(given))] if given else []
    return found


def check_digits(text: str) -> str:
    """The first digits of the SHA-256 of all text above them, line ends as written."""
    return hashlib.sha256(text.encode("ascii")).hexdigest()[:DIGITS]


def region_rows(methods: list[Fill | Mosaic | Blur]) -> tuple[tuple[str, int], ...]:
    """(what, how many) for the regions' methods: colours first, sorted, then mosaic and blur."""
    given = Counter(row.colour if isinstance(row, Fill) else row.KIND for row in methods)
    colours = sorted(what for what in given if what not in SOFT)
    return tuple((what, given[what]) for what in (*colours, *SOFT) if what in given)


def reason_rows(codes: list[tuple[str, ...]]) -> tuple[tuple[str, int], ...]:
    """(code, how many) for each region's reasons, in the certificate's order."""
    given = Counter(code for stated in codes for code in stated or ("",))
    return tuple((code, given[code]) for code in CODES if code in given)


def sought_by(found: Finding | None, regions: int) -> Sought | None:
    """What the certificate states of it; what was proposed and thrown away stays private.

    RecipeRefused (finding-unreadable): not a statement, or not one about so many regions.
    """
    if found is None:
        return None
    finding.require(found)
    if found.unconfirmed > regions:
        raise RecipeRefused("finding-unreadable", key="finding.unconfirmed")
    before = found.counts is not None
    again = None if found.again is None else _again(found.again)
    return Sought(found.finders, finding.MISSED, before, found.unconfirmed, again)


def policy_by(policy: Policy | None) -> Under | None:
    """How the certificate names it."""
    if policy is None:
        return None
    return Under(policy.name, policy.version, policy.sha256, policy.second_person)


def _again(rows: tuple[tuple[str, int, int], ...]) -> Again:
    proposed = {kind: (stays, count - stays) for kind, count, stays in rows}
    faces, writing, codes = (proposed.get(kind, (0, 0)) for kind in finding.KINDS)
    return Again((faces[0], writing[0], codes[0]), (faces[1], writing[1], codes[1]))


def least_form(
    regions: tuple[tuple[str, int], ...],
    reasons: tuple[tuple[str, int], ...],
    lying: Lying,
    fourth_only: bool,
) -> int:
    """The lowest version that can hold these facts.

    It is the fourth where programs looked or a policy was obeyed (`fourth_only`), else the third
    where a region has several reasons, or the picture was turned or mirrored.
    """
    second, third, fourth = WRITTEN
    if fourth_only:
        return fourth
    stated = sum(count for _, count in reasons)
    several = stated > sum(count for _, count in regions)
    return third if several or any(lying) else second


def answer_row(review: Review) -> tuple[str, ...]:
    """The review's answer for each letter, '' for none; its texts stay private."""
    return tuple("" if given is None else given.answer for given in review.answers)


def check_rows(report: AuditReport) -> tuple[tuple[str, str], ...]:
    """(id, case) of the checks of a report that passed."""
    return tuple((check.id, check.case) for check in report.checks)
