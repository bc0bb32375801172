"""The fixed words of each version of the certificate. Decides nothing and reads nothing.

A version's wording never changes once released: its certificates are read for years, and compared
character by character. Other wording is another version.
"""

from typing import NamedTuple

from pixelseal.core.audit.facts import checks as check
from pixelseal.core.evidence.certificate import words_1
from pixelseal.model import catalogue, formats, reasons
from pixelseal.model.review import ABSENT, COVERED, CROPPED, KEPT, NEVER, NO, SCREEN, STATED, WHOLE

TITLE = "Pixelseal certificate, version "
# A label of the table of formats is one of these words: certificates with it are read for years.
FORMATS = {row.name: row.label for row in formats.WRITTEN}

DONE = "What was done"
ANEW = (
    "- The image was written anew from its pixels; "
    "nothing else was taken over from the original file."
)
CONVERTED = "- Its colours were brought to sRGB."
NO_REGION = "- No region was covered."
FILLED = "- Regions covered with the solid colour {}: {}"
SOFT = {
    "mosaic": "- Regions under a mosaic, which can sometimes be reversed: {}",
    "blur": "- Regions blurred, which can sometimes be reversed: {}",
}
AREAS_KEPT = (
    "- All outside of the areas to keep was covered with the solid colour {}. Areas to keep: {}"
)
TURNED = "- The picture was turned."
MIRRORED = "- The picture was mirrored: left and right are exchanged."
CUT = "- The picture was cropped: what was cut off is not in the file."
# Of an original whose pixels are coded together
# (`pixelseal.core.source.facts.page.Page.coded_together`).
TOGETHER = (
    "- The original was coded in a way in which pixels outside can depend on what was covered or",
    "  cut off. Whoever can rebuild all the rest exactly can test a guess of it against this file.",
)
LOOKING = "How far it was looked at"
SOUGHT = "What programs looked for"
MISSED = (
    "- Programs looked for faces, writing and codes in the picture. They miss some: of 100 in",
    "  tests {} faces, {} lines of writing and {} codes.",
)
MISSED_AGAIN = (  # in place of those two, if the finished picture alone was looked at
    "- Programs looked for faces, writing and codes in the finished picture alone. They miss",
    "  some: of 100 in tests {} faces, {} lines of writing and {} codes.",
)
# The same where it is one of them.
_ONE = ((" 1 faces", " 1 face"), (" 1 lines of", " 1 line of"), (" 1 codes", " 1 code"))
PROGRAM = "- Program: {}, version {}"
UNCONFIRMED = "- Regions that a program proposed and no person confirmed: {}"
NOT_AGAIN = "- No program looked at the finished picture."
NOTHING_AGAIN = (
    "- Programs looked at the finished picture, and proposed nothing in it outside of what a",
    "  solid colour covers. They miss some.",
)
AGAIN = (
    "- Programs looked at the finished picture, and proposed something in it outside of what a",
    "  solid colour covers. They miss some.",
)
STAYS = "- Proposed there, and a person stated that it stays: faces {}, writing {}, codes {}"
UNDECIDED = "- Proposed there, and nobody decided about it: faces {}, writing {}, codes {}"
CHECKED = "What was checked in the finished file"
UNDER = "Under which policy"
POLICY = "- Policy: {}, version {}"
POLICY_FILE = "- SHA-256 of the policy's file: {}"
POLICY_MET = (
    "- What it demands of methods, formats, names, reviews and programs was met. That is all that",
    "  was checked of it.",
)
SECOND = "- It asks for a second person. This certificate does not say whether one has looked."
MADE = "Made with"
OTHER, NO_REASON = "Other", "No reason given"


class Words(NamedTuple):
    """The wording that differs between versions.

    `picture` has placeholders for format, width, height and, if it has four, bits per sample.
    `looked` is by the review's value, and so is `shown`, for what was not seen at full size;
    `answers` is by the answer, '' for none, and ordered; `unanswered` replaces all of them if
    nothing was answered, "" if that version has no such line. `legend` is the title above the
    letters' meanings, "" if they are not listed. `meanings` are by letter.
    `checks` holds, by id and in order, every sentence that a passed check can have, by case.
    `digits` precedes the check digits, "" if that version has none.
    """

    picture: str
    reasons: str
    looked: dict[str, str]
    shown: dict[str, str]
    answers: dict[str, str]
    unanswered: str
    legend: str
    meanings: dict[str, str]
    checks: dict[str, dict[str, str]]
    limits: tuple[str, ...]
    digits: str


def _checks() -> dict[str, dict[str, str]]:
    return {
        id: {case: check.passed(id, case).sentence for case in ("", *check.CASES.get(id, ()))}
        for id in check.CHECKS
    }


def _meanings() -> dict[str, str]:
    english = catalogue.ENGLISH
    return {letter: reasons.meaning(letter, english) for letter in reasons.LETTERS}


_SECOND = Words(
    picture="Picture: {}, {} by {} pixels, {} bits a sample",
    reasons="Reasons given for the regions, by the letters of 45 CFR 164.514(b)(2)(i)",
    looked={
        SCREEN: "- The whole picture was on the screen at full size.",
        STATED: "- A person stated that they looked at the whole picture.",
        NO: "- Nobody stated that they looked at the whole picture.",
    },
    shown={
        WHOLE: "- The page showed the whole picture, smaller than at full size.",
        NEVER: "- The page never showed the whole picture.",
    },
    answers={
        ABSENT: '- Answered "cannot be seen in the finished picture": {}',
        COVERED: '- Answered "was covered": {}',
        CROPPED: '- Answered "was cropped away": {}',
        KEPT: '- Answered "was kept, for a reason that the private record holds": {}',
        "": "- Not answered: {}",
    },
    unanswered=(
        "- Nothing was answered about the identifiers of 45 CFR 164.514(b)(2)(i), (A) to (R)."
    ),
    legend="The letters: the identifiers of 45 CFR 164.514(b)(2)(i), in words of this tool",
    meanings=_meanings(),
    checks=_checks(),
    limits=(
        "What this certificate says, and what it does not",
        "- It is about the file with exactly this SHA-256, and no other.",
        "- In that file what is covered with a solid colour holds nothing else: what was there was",
        "  overwritten before the file was written. A mosaic or blur leaves a few coarse values of",
        "  what was there.",
        "- Which regions to cover was decided by people. This does not say that they were enough,",
        "  nor that nobody can be recognised by what is left: marks, clothing, surroundings.",
        "- The reasons, and how far it was looked at, are what people stated or the page counted.",
        "  Nobody has checked them.",
        (
            "- It does not say that the image is de-identified under any law; tools cannot make "
            "that so."
        ),
        (
            "- It is not signed: anyone can write such a text. It shows which file it names, not "
            "who made"
        ),
        "  it or that what it states is true, and is worth as much as the way by which you got it.",
        "- The digits below show a slip or damage in this text. Anyone can work them out anew.",
    ),
    digits="Check digits: ",
)

_THIRD = _SECOND._replace(reasons=f"{_SECOND.reasons}; a region can have several")

_DECIDED = (
    "- Which regions to cover was decided by people. This does not say that they were enough,",
    "  nor that nobody can be recognised by what is left: marks, clothing, surroundings.",
)
_DECIDED_4 = (
    "- Which regions to cover was decided by people, but for those that no person confirmed.",
    "  This does not say that they were enough, nor that nobody can be recognised by what is left:",
    "  marks, clothing, surroundings. Where a program found nothing there may be something.",
)


def _with(limits: tuple[str, ...], old: tuple[str, ...], new: tuple[str, ...]) -> tuple[str, ...]:
    at = limits.index(old[0])
    return limits[:at] + new + limits[at + len(old) :]


_SIGNED = (
    (
        "- It is not signed: anyone can write such a text. It shows which file it names, not "
        "who made"
    ),
    "  it or that what it states is true, and is worth as much as the way by which you got it.",
)
_SIGNED_4 = (
    "- The text itself is not signed. A signature, if there is one, is in a file of its own.",
    "  Without one anyone can write such a text: it shows which file it names, not who made it or",
    "  that what it states is true, and is worth as much as the way by which you got it.",
)
_LIMITS_4 = _with(_with(_THIRD.limits, _DECIDED, _DECIDED_4), _SIGNED, _SIGNED_4)
_FOURTH = _THIRD._replace(limits=_LIMITS_4)

VERSIONS = {1: Words(**words_1.TABLE), 2: _SECOND, 3: _THIRD, 4: _FOURTH}
# A certificate is written in the lowest of these that can hold it (`model.least_form`).
WRITTEN = (2, 3, 4)


def missed_line(line: str, missed: tuple[int, int, int], several: bool = False) -> str:
    """The second line of MISSED or MISSED_AGAIN, with these numbers.

    With `several` as it was written at first, "1 codes".
    """
    text = line.format(*missed)
    for many, one in () if several else _ONE:
        text = text.replace(many, one)
    return text
