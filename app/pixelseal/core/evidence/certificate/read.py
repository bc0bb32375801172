"""Parses a certificate line by line, and accepts only lines that could have been written.

The parsed values must produce the very same text again, character by character; otherwise the first
line that differs is reported. Values are also checked against each other: each region has a reason,
or is counted as having none, a page is one of its pages, and the checks match what was done.
"""

import codecs
import re
from collections.abc import Iterable
from itertools import zip_longest
from typing import NamedTuple

from pixelseal.core.audit.facts import checks as check
from pixelseal.core.base.errors import SourceRefused
from pixelseal.core.base.limits import PAGES_MOST
from pixelseal.core.evidence.certificate.lines import COUNT, Lines, pattern
from pixelseal.core.evidence.certificate.model import (
    CODES,
    Altered,
    Certificate,
    Lying,
    Under,
    least_form,
    reason_line,
)
from pixelseal.core.evidence.certificate.read_sought import sought_in
from pixelseal.core.evidence.certificate.words import (
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
    NO_REGION,
    POLICY,
    POLICY_FILE,
    POLICY_MET,
    SECOND,
    SOFT,
    SOUGHT,
    TITLE,
    TOGETHER,
    TURNED,
    UNDER,
    VERSIONS,
    Words,
)
from pixelseal.model import formats
from pixelseal.model.reasons import LETTERS
from pixelseal.model.review import FULL, SCREEN

# Bytes. Most have about 6 kB; 10,000 regions, each with its own colour, take 550 kB.
_LARGEST = 1024 * 1024
_COLOUR = r"(#[0-9a-f]{6})"
_NAME = r"[A-Za-z0-9][A-Za-z0-9._-]{0,79}"
_BUILD = r"[0-9a-f]{1,64}|source"
_POLICY_NAME = r"([A-Za-z0-9](?:[ -~]{0,58}[!-~])?)"
_POLICY_VERSION = r"([A-Za-z0-9][A-Za-z0-9._-]{0,19})"
_HASH = r"[0-9a-f]{64}"


class Named(NamedTuple):
    """What a text that calls itself a certificate claims to be about; '' if it does not say."""

    file: str
    sha256: str


def names(untrusted: bytes) -> Named | None:
    """The name and hash in a text that calls itself a certificate, otherwise unchecked; or None."""
    if len(untrusted) > _LARGEST:
        return None
    text = _as_written(untrusted)
    if not text.startswith(TITLE):
        return None
    file = re.search(f"^File: ({_NAME})$", text, re.MULTILINE)
    sha256 = re.search(f"^SHA-256: ({_HASH})$", text, re.MULTILINE)
    return Named(file[1] if file else "", sha256[1] if sha256 else "")


def parse(untrusted: bytes) -> Certificate:
    """Read a certificate of any version.

    SourceRefused: certificate-unreadable for other bytes, certificate-newer for an unknown later
    version, and `Altered`.
    """
    if names(untrusted) is None:
        raise SourceRefused("certificate-unreadable")
    lines = _as_written(untrusted).split("\n")
    version = re.fullmatch(re.escape(TITLE) + r"([1-9]\d{0,3})", lines[0])
    if version is None:
        raise Altered(1)
    if int(version[1]) not in VERSIONS:
        raise SourceRefused("certificate-newer")
    certificate = _Reader(lines, int(version[1])).certificate()
    again = certificate.to_text().split("\n")
    for number, (line, wanted) in enumerate(zip_longest(lines, again), 1):
        if line != wanted:
            digits = VERSIONS[certificate.form].digits
            both = digits and all((one or "").startswith(digits) for one in (line, wanted))
            raise Altered(0 if both else number)
    return certificate


def _as_written(untrusted: bytes) -> str:
    """The text without what mail and editors do to any text, which changes no line of it.

    They change line ends, put a byte order mark in front, and drop the last line feed.
    """
    bare = untrusted.removeprefix(codecs.BOM_UTF8).decode("ascii", "replace")
    text = bare.replace("\r\n", "\n")
    return text if text.endswith("\n") else text + "\n"


class _Reader(Lines):
    """Takes the lines one after the other; `Altered` at the first that cannot be there."""

    def __init__(self, lines: list[str], form: int) -> None:
        super().__init__(lines)
        self.form = form
        self.words: Words = VERSIONS[form]

    def certificate(self) -> Certificate:
        """The certificate; the caller compares what follows the last value."""
        self.expect(TITLE + str(self.form), "")
        (file,) = self.take(f"File: ({_NAME})")
        (sha256,) = self.take(f"SHA-256: ({_HASH})")
        (size,) = self.take(f"Size: {COUNT} bytes")
        format, width, height, bits = self.picture(file)
        page = self.page()
        self.expect("", DONE, ANEW)
        converted = self.skip(CONVERTED)
        regions, kept = self.regions()
        if not regions and kept is None:
            self.expect(NO_REGION)
        cropped = self.skip(CUT)
        lying = Lying(*(self.form > 2 and self.skip(line) for line in (TURNED, MIRRORED)))
        together = self.form > 1 and self.line == TOGETHER[0] and self.skip(*TOGETHER)
        self.hold(not together or bool(regions or kept or cropped))
        self.expect("")
        given = self.reasons(sum(count for _, count in regions))
        if self.form > 2 and self.form != least_form(regions, given, lying, self.form > 3):
            raise Altered(1)  # it would have been written in an earlier version
        self.expect(LOOKING)
        looked = self.one_of(self.words.looked)
        shown = FULL if looked == SCREEN else self.shown()
        answers = self.answers()
        self.expect("")
        if self.words.legend and any(answers):
            meanings = (f"- ({code}) {text}" for code, text in self.words.meanings.items())
            self.expect(self.words.legend, *meanings, "")
        sought = None
        if self.form > 3 and self.line == SOUGHT:
            sought = sought_in(self, sum(count for _, count in regions))
        # A crop may leave nothing of what was covered, an area to keep may be the whole picture.
        none_left = cropped or kept is not None
        checks = self.checks(format, page, bool(regions or kept), none_left)
        self.expect("")
        policy = self.policy() if self.form > 3 else None
        self.expect(MADE)
        if self.form > 3 and sought is None and policy is None:
            raise Altered(1)  # it would have been written in an earlier version
        (version,) = self.take(r"- Pixelseal (\d{1,4}\.\d{1,4}\.\d{1,4})")
        (build,) = self.take(f"- Build: ({_BUILD})")
        return Certificate(
            file, sha256, int(size), format, width, height, bits, page, converted, together,
            regions, kept, cropped, lying, given, looked, shown, answers, sought, checks, policy,
            version, build, self.form,
        )  # fmt: skip

    def policy(self) -> Under | None:
        """The policy, if one was obeyed."""
        if self.line != UNDER:
            return None
        self.expect(UNDER)
        name, version = self.take(pattern(POLICY, _POLICY_NAME, _POLICY_VERSION))
        (sha256,) = self.take(pattern(POLICY_FILE, f"({_HASH})"))
        self.expect(*POLICY_MET)
        second = self.skip(SECOND)
        self.expect("")
        return Under(name, version, sha256, second)

    def picture(self, file: str) -> tuple[str, int, int, int]:
        """Format, width, height and bits; the file's name must have the format's extension."""
        shown = "(" + "|".join(FORMATS.values()) + ")"
        found = self.take(pattern(self.words.picture, shown, COUNT, COUNT, "(8|16)"))
        format = next(key for key, name in FORMATS.items() if name == found[0])
        self.hold(file.endswith("." + formats.named(format).ending))
        bits = int(found[3]) if len(found) > 3 else 0
        self.hold(bits < 16 or formats.writing(format).deep)
        return format, int(found[1]), int(found[2]), bits

    def page(self) -> tuple[int, int]:
        """Which page of how many, within the limits for source files."""
        if self.line.startswith("Pages:"):
            page, pages = 0, int(self.take(f"Pages: all {COUNT}")[0])
        elif self.line.startswith("Page:"):
            page, pages = map(int, self.take(f"Page: {COUNT} of {COUNT} of the original"))
        else:
            return 1, 1
        self.hold(page <= pages and 1 < pages <= PAGES_MOST)
        return page, pages

    def regions(self) -> tuple[tuple[tuple[str, int], ...], tuple[str, int] | None]:
        """Colours in order, mosaic, blur, and the colour around the areas to keep."""
        found: list[tuple[str, int]] = []
        while solid := self.maybe(pattern(FILLED, _COLOUR, COUNT)):
            self.hold(not found or found[-1][0] < solid[0])
            found.append((solid[0], int(solid[1])))
        for what, line in SOFT.items():
            if soft := self.maybe(pattern(line, COUNT)):
                found.append((what, int(soft[0])))
        kept = self.maybe(pattern(AREAS_KEPT, _COLOUR, COUNT))
        return tuple(found), (kept[0], int(kept[1])) if kept else None

    def reasons(self, regions: int) -> tuple[tuple[str, int], ...]:
        """The reasons of all regions; no such block if there is no region."""
        if not regions:
            return ()
        self.expect(self.words.reasons)
        found = []
        for code in CODES:
            if count := self.maybe(re.escape(reason_line(code, 0, self.words)[:-1]) + COUNT):
                found.append((code, int(count[0])))
        self.hold(_fit(dict(found), regions, several=self.form > 2))
        self.expect("")
        return tuple(found)

    def shown(self) -> str | None:
        """How the page showed what was not seen at full size, None if not stated."""
        for shown, line in self.words.shown.items():
            if self.skip(line):
                return shown
        return None

    def answers(self) -> tuple[str, ...]:
        """One for each letter, each exactly once."""
        if self.words.unanswered and self.skip(self.words.unanswered):
            return ("",) * len(LETTERS)
        found: dict[str, str] = {}
        for answer, line in self.words.answers.items():
            if given := self.maybe(pattern(line, "([A-R](?:, [A-R])*)")):
                letters = given[0].split(", ")
                self.hold(letters == sorted(set(letters) - set(found)))
                found |= dict.fromkeys(letters, answer)
        self.hold(len(found) == len(LETTERS))
        return tuple(found[letter] for letter in LETTERS)

    def checks(
        self, format: str, page: tuple[int, int], covered: bool, none_left: bool
    ) -> tuple[tuple[str, str], ...]:
        """Every check in order, with a sentence that matches what was done."""
        self.expect(CHECKED)
        found = []
        for id in check.CHECKS:
            sentences = self.words.checks[id]
            case = self.one_of({case: f"- {id}: {text}" for case, text in sentences.items()})
            if id == check.ONE_PICTURE:
                self.hold((case == check.ITS_PAGES) == (page[0] == 0))
            if id == check.BURNED:
                self.hold(case in _burned(format, covered, none_left))
            found.append((id, case))
        return tuple(found)


def _fit(found: dict[str, int], regions: int, *, several: bool) -> bool:
    """True if so many regions can have these reasons, each of them at least one or ""."""
    if not several:
        return sum(found.values()) == regions
    with_reasons = regions - found.pop("", 0)
    most = max(found.values(), default=0)
    return most <= with_reasons <= sum(found.values())


def _burned(format: str, covered: bool, none_left: bool) -> Iterable[str]:
    """The possible cases of the check of the covered areas."""
    cases = {check.NOTHING_COVERED} if not covered or none_left else set()
    if covered:
        writing = formats.writing(format)
        cases |= {check.NO_WHOLE_BLOCK}
        cases |= {""} if writing.lossless else set()
        cases |= {check.WHOLE_BLOCKS} if writing.quality else set()
    return cases
