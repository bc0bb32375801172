"""The certificate, version 1: writes and reads the text of docs/certificate.md. Hashes nothing.

The reader is the writer's mirror: it takes the values out, writes the certificate again, and
refuses a text that does not come out the same.
"""

import re
from typing import NamedTuple, NoReturn

from app.core.errors import EngineFault, SourceRefused
from app.model import reasons
from app.model.region import Blur, Fill, Mosaic
from app.model.review import ABSENT, COVERED, CROPPED, KEPT, NO, SCREEN, STATED, Review

MAGIC = "Pixelseal certificate, version 1"
FORMATS = {"jpeg": "JPEG", "png": "PNG", "webp": "WebP", "tiff": "TIFF", "avif": "AVIF"}
_LARGEST = 64 * 1024  # bytes; a full certificate has about 4 kB

_ANEW = (
    "- The image was written anew from its pixels; "
    "nothing else was taken over from the original file."
)
_CONVERTED = "- Its colours were brought to sRGB."
_NO_REGION = "- No region was covered."
_FILLED = "- Regions covered with the solid colour {}: {}"
_SOFT = {
    "mosaic": "- Regions under a mosaic, which can sometimes be reversed: {}",
    "blur": "- Regions blurred, which can sometimes be reversed: {}",
}
_KEPT = "- All outside of the areas to keep was covered with the solid colour {}. Areas to keep: {}"
_CROPPED = "- The picture was cropped: what was cut off is not in the file."
_LIMITS = (
    "What this certificate says, and what it does not",
    "- It is about the file with exactly this SHA-256, and no other.",
    "- In that file what is covered with a solid colour holds nothing else; what was there is not",
    "  in it. A mosaic or blur leaves a few coarse values of what was there.",
    "- Which regions to cover was decided by people. This does not say that they were enough,",
    "  nor that nobody can be recognised by what is left: marks, clothing, surroundings.",
    "- How far it was looked at is what the page saw or people stated. Nobody has checked it.",
    "- It does not say that the image is de-identified under any law; tools cannot make that so.",
    "- It is not signed. It proves as much as the way by which you received it.",
)
_LOOKING = "How far it was looked at"
_LOOKED = {
    SCREEN: "- The whole picture was on the screen at full size.",
    STATED: "- A person stated that they looked at the whole picture.",
    NO: "- Nobody stated that they looked at the whole picture.",
}
_ANSWERS = {
    ABSENT: '- Answered "is not in the picture": {}',
    COVERED: '- Answered "was covered": {}',
    CROPPED: '- Answered "was cropped away": {}',
    KEPT: '- Answered "was kept, for a reason that the private record holds": {}',
    "": "- Not answered: {}",
}
_REASONS = "Reasons given for the regions"
_CHECKED = "What was checked in the finished file"
_CODES = (*reasons.CODES, "")  # "" is a region without a reason

_TEXT = re.compile(r"[ -~\n]+")
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,79}")
_COLOUR, _COUNT = r"(#[0-9a-f]{6})", r"(\d+)"
_BUILD = re.compile(r"[0-9a-f]{1,64}|source")


class Certificate(NamedTuple):
    """What a certificate states; `regions`, `kept` and `reasons` say what and how many.

    `format` is a key of `FORMATS`; `page` is which of how many pages of the original
    it is, 0 for all of them in one file (the size is that of the first);
    `regions` are by fill colour, 'mosaic' or 'blur';
    `kept` is the colour around the areas to keep, None if there were none; `reasons` by the
    recipe's code with '' for none and the words that stood beside it; `looked` is one of the
    review's and `answers` one for each letter, '' for none; `checks` are (id, sentence) pairs,
    all passed.
    """

    file: str
    sha256: str
    size: int
    format: str
    width: int
    height: int
    page: tuple[int, int]
    converted: bool
    regions: tuple[tuple[str, int], ...]
    kept: tuple[str, int] | None
    cropped: bool
    reasons: tuple[tuple[str, str, int], ...]
    looked: str
    answers: tuple[str, ...]
    checks: tuple[tuple[str, str], ...]
    version: str
    build: str

    def to_text(self) -> str:
        """The certificate's text, read back before it is handed out."""
        text = _render(self)
        if parse(text.encode("ascii")) != self:
            raise EngineFault("engine-fault")
        return text


def region_rows(methods: list[Fill | Mosaic | Blur]) -> tuple[tuple[str, int], ...]:
    """(what, how many) for the regions' methods: colours first, sorted, then mosaic and blur."""
    given = [row.colour if isinstance(row, Fill) else row.KIND for row in methods]
    colours = sorted({what for what in given if what not in _SOFT})
    return tuple((what, given.count(what)) for what in (*colours, *_SOFT) if what in given)


def reason_rows(codes: list[str | None]) -> tuple[tuple[str, str, int], ...]:
    """(code, plain words, how many) for the regions' reasons, in the certificate's order."""
    given = [code or "" for code in codes]
    return tuple((c, reasons.meaning(c), given.count(c)) for c in _CODES if c in given)


def answer_row(review: Review) -> tuple[str, ...]:
    """The review's answer for each letter, '' for none; its texts stay private."""
    return tuple("" if given is None else given.answer for given in review.answers)


def parse(untrusted: bytes) -> Certificate:
    """Read a certificate; SourceRefused (certificate-unreadable) for any other bytes."""
    try:
        if len(untrusted) > _LARGEST:
            raise ValueError
        text = untrusted.decode("ascii").replace("\r\n", "\n")
        certificate = _read(text)
        if _TEXT.fullmatch(text) is None or _render(certificate) != text:
            raise ValueError
    except (ValueError, IndexError):  # a value or a line that is not there
        raise SourceRefused("certificate-unreadable") from None
    return certificate


def _render(certificate: Certificate) -> str:
    c = certificate
    lines = [MAGIC, ""]
    lines += [f"File: {c.file}", f"SHA-256: {c.sha256}", f"Size: {c.size} bytes"]
    lines += [f"Picture: {FORMATS[c.format]}, {c.width} by {c.height} pixels"]
    lines += _page_lines(*c.page)
    lines += ["", "What was done", _ANEW]
    lines += [_CONVERTED] if c.converted else []
    lines += [_SOFT[w].format(n) if w in _SOFT else _FILLED.format(w, n) for w, n in c.regions]
    lines += [_KEPT.format(*c.kept)] if c.kept else []
    lines += [] if c.regions or c.kept else [_NO_REGION]
    lines += [_CROPPED] if c.cropped else []
    if c.reasons:
        lines += ["", _REASONS, *(_reason_line(*row) for row in c.reasons)]
    lines += ["", _LOOKING, _LOOKED[c.looked], *_answer_lines(c.answers)]
    lines += ["", _CHECKED, *(f"- {id}: {sentence}" for id, sentence in c.checks)]
    lines += ["", "Made with", f"- Pixelseal {c.version}", f"- Build: {c.build}"]
    return "\n".join([*lines, "", *_LIMITS, ""])


def _page_lines(page: int, pages: int) -> list[str]:
    if pages == 1:
        return []
    return [f"Page: {page} of {pages} of the original"] if page else [f"Pages: all {pages}"]


def _reason_line(code: str, words: str, count: int) -> str:
    if code in reasons.LETTERS:
        return f"- ({code}) {words}: {count}"
    return f"- {'Other' if code else 'No reason given'}: {count}"


def _answer_lines(answers: tuple[str, ...]) -> list[str]:
    found = []
    for answer, line in _ANSWERS.items():
        letters = [
            letter for letter, a in zip(reasons.LETTERS, answers, strict=True) if a == answer
        ]
        found += [line.format(", ".join(letters))] if letters else []
    return found


def _read(text: str) -> Certificate:
    """The values of the lines; ValueError where a value is not what it must be."""
    blocks = [block.split("\n") for block in text.split("\n\n")]
    given = [block[1:] for block in blocks if block[0] == _REASONS]
    # In order: title, facts, done, (reasons), looking, checked, made with, limits.
    facts, done = blocks[1:3] if len(blocks) == 7 + len(given) else _unreadable()
    looking, checked, made = blocks[-4:-1]
    stated = {line: looked for looked, line in _LOOKED.items()}
    picture = _match(r"Picture: (\w+), (\d+) by (\d+) pixels", facts[3])
    formats = {shown: format for format, shown in FORMATS.items()}
    plain = (_CONVERTED, _NO_REGION, _CROPPED)
    regions, kept = _read_done([line for line in done[2:] if line not in plain])
    checks = [_match(r"- ([a-z][a-z-]*): (.{1,300})", line) for line in checked[1:]]
    return Certificate(
        _match(f"File: ({_NAME.pattern})", facts[0])[0],
        _match(r"SHA-256: ([0-9a-f]{64})", facts[1])[0],
        int(_match(r"Size: (\d+) bytes", facts[2])[0]),
        formats[picture[0]] if picture[0] in formats else _unreadable(),
        int(picture[1]),
        int(picture[2]),
        _read_page(facts[4:]),
        _CONVERTED in done,
        regions,
        kept,
        _CROPPED in done,
        tuple(_read_reason(line) for line in (given[0] if given else [])),
        stated[looking[1]] if looking[1] in stated else _unreadable(),
        _read_answers(looking[2:]),
        tuple((id, sentence) for id, sentence in checks),
        _match(r"- Pixelseal (\d+\.\d+\.\d+)", made[1])[0],
        _match(f"- Build: ({_BUILD.pattern})", made[2])[0],
    )


def _read_page(lines: list[str]) -> tuple[int, int]:
    if not lines:
        return 1, 1
    if lines[0].startswith("Pages:"):
        return 0, int(_match(r"Pages: all (\d{1,5})", lines[0])[0])
    page, pages = _match(r"Page: (\d{1,5}) of (\d{1,5}) of the original", lines[0])
    return int(page), int(pages)


def _read_done(
    lines: list[str],
) -> tuple[tuple[tuple[str, int], ...], tuple[str, int] | None]:
    regions: list[tuple[str, int]] = []
    kept = None
    for line in lines:
        if around := re.fullmatch(_pattern(_KEPT, _COLOUR, _COUNT), line):
            kept = (around[1], int(around[2]))
        elif solid := re.fullmatch(_pattern(_FILLED, _COLOUR, _COUNT), line):
            regions.append((solid[1], int(solid[2])))
        else:
            what = next((w for w, text in _SOFT.items() if line.startswith(text[:-2])), "")
            count = _match(_pattern(_SOFT[what], _COUNT), line) if what else _unreadable()
            regions.append((what, int(count[0])))
    return tuple(regions), kept


def _read_answers(lines: list[str]) -> tuple[str, ...]:
    found: dict[str, str] = {}
    for line in lines:
        answer = next((a for a, text in _ANSWERS.items() if line.startswith(text[:-2])), None)
        letters = line[len(_ANSWERS[answer]) - 2 :] if answer is not None else _unreadable()
        found |= dict.fromkeys(letters.split(", "), answer or "")
    if set(found) != set(reasons.LETTERS):
        _unreadable()
    return tuple(found[letter] for letter in reasons.LETTERS)


def _pattern(line: str, *groups: str) -> str:
    """The line with its blanks made groups."""
    return re.escape(line).replace(r"\{\}", "%s") % groups


def _read_reason(line: str) -> tuple[str, str, int]:
    for start, code in (("- Other: ", reasons.OTHER), ("- No reason given: ", "")):
        if line.startswith(start):
            return code, "", int(_match(r".*: (\d+)", line)[0])
    letter, words, count = _match(r"- \(([A-R])\) (.{1,200}): (\d+)", line)
    return letter, words, int(count)


def _match(pattern: str, line: str) -> tuple[str, ...]:
    found = re.fullmatch(pattern, line)
    return found.groups() if found else _unreadable()


def _unreadable() -> NoReturn:
    raise ValueError("not a certificate")
