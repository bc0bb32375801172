"""The validation: what a second person decided about each image (docs/validation.md). No file.

Written and read line by line, so that long work can be split up. There is one way to write it, and
its first line is the hash of the rest.
"""

import hashlib

from pixelseal.model.digest import hexadecimal
from pixelseal.model.errors import PixelsealError
from pixelseal.model.process import canonical_json, values
from pixelseal.model.process.bag import MAX_FILES
from pixelseal.model.recipe.checks import MAX_COORDINATE, MAX_PAGE
from pixelseal.model.recipe.value import Value
from pixelseal.model.steps import in_one_go

TYPE_CHECKING = False
if TYPE_CHECKING:  # never run: MicroPython has no such module
    from collections.abc import Iterator

    from pixelseal.model.steps import Steps

VERSION = "validation/1"
MAX_TEXT = 32 * 1024 * 1024  # characters
MAX_IMAGES = MAX_FILES // 2  # each with its certificate, as a package has them
MAX_NOTE = 500  # characters

ACCEPTED, SENT_BACK = "accepted", "sent-back"
DECISIONS = (ACCEPTED, SENT_BACK)

_FIRST = '{"hash":"'  # how every validation begins
_HEAD = ("at", "of", "own", "pixelseal", "role", "who")  # a line each
_ROW = ["certificate", "decision", "image", "mark", "note", "sha256"]
_MARK = ["height", "page", "width", "x", "y"]
_PARTS = 21  # of the text of an accepted entry between its quotation marks
_OPEN, _END = '"images":[\n', "]}\n"


class ValidationError(PixelsealError):
    """A validation that is refused.

    Codes: ``validation-not-one``, ``-version``, ``-too-long``, ``-changed``; ``-unreadable`` and
    ``-wrong`` with `key`.
    """


class Mark(Value):
    """A box on a page of an image, in pixels of the upright page; pages count from 1."""

    FIELDS = ("page", "x", "y", "width", "height")

    def __init__(self, page: int, x: int, y: int, width: int, height: int) -> None:
        self.page = page
        self.x = x
        self.y = y
        self.width = width
        self.height = height

    def to_object(self) -> "dict[str, object]":
        """For JSON."""
        return {name: getattr(self, name) for name in self.FIELDS}


class Entry(Value):
    """The decision on one image: its name as saved, SHA-256 of it and of its certificate.

    `note` is a text and `mark` a Mark or None if it is SENT_BACK; both are None if ACCEPTED.
    """

    FIELDS = ("image", "sha256", "certificate", "decision", "note", "mark")

    def __init__(
        self,
        image: str,
        sha256: str,
        certificate: str,
        decision: str,
        note: "str | None" = None,
        mark: "Mark | None" = None,
    ) -> None:
        self.image = image
        self.sha256 = sha256
        self.certificate = certificate
        self.decision = decision
        self.note = note
        self.mark = mark

    def to_json(self) -> str:
        """The entry, canonical: put together, which for thousands is several times as fast."""
        front = '{"certificate":"' + self.certificate + '","decision":"' + self.decision
        front += '","image":"' + self.image + '","mark":'
        if self.decision == ACCEPTED:
            return front + 'null,"note":null,"sha256":"' + self.sha256 + '"}'
        mark = canonical_json.dump(None if self.mark is None else self.mark.to_object())
        note = canonical_json.dump(self.note)
        return front + mark + ',"note":' + note + ',"sha256":"' + self.sha256 + '"}'


class Of(Value):
    """The set that a validation is about: how many images, and the `Sums` of all."""

    FIELDS = ("images", "sums")

    def __init__(self, images: int, sums: str) -> None:
        self.images = images
        self.sums = sums


class Hash:
    """The SHA-256 of texts, one after another."""

    def __init__(self) -> None:
        self._digest = hashlib.sha256()

    def add(self, text: str) -> None:
        """One more text."""
        self._digest.update(text.encode())

    def hex(self) -> str:
        """In hexadecimal; nothing can be added after it."""
        return hexadecimal(self._digest.digest())


class Validation(Value):
    """Who decided what and when. `entries` is a tuple of Entry, sorted by image.

    `own` is true if whoever it is said that they made the images, too.
    """

    FIELDS = ("who", "role", "at", "own", "of", "entries")

    def __init__(
        self, who: str, role: str, at: str, own: bool, of: Of, entries: "tuple[Entry, ...]"
    ) -> None:
        self.who = who
        self.role = role
        self.at = at
        self.own = own
        self.of = of
        self.entries = entries

    def count(self, decision: str) -> int:
        """How many images have that decision."""
        return len([entry for entry in self.entries if entry.decision == decision])

    def lines(self) -> "Iterator[str]":
        """The text of the file line by line, without the first."""
        head = (
            ("at", self.at), ("of", {"images": self.of.images, "sums": self.of.sums}),
            ("own", self.own), ("pixelseal", VERSION), ("role", self.role), ("who", self.who),
        )  # fmt: skip
        for key, value in head:
            yield '"' + key + '":' + canonical_json.dump(value) + ",\n"
        yield _OPEN
        for place, entry in enumerate(self.entries):
            yield entry.to_json() + (",\n" if place < len(self.entries) - 1 else "\n")
        yield _END

    def to_json(self) -> str:
        """The text of the file."""
        lines, hashed = list(self.lines()), Hash()
        for line in lines:
            hashed.add(line)
        return first_line(hashed.hex()) + "".join(lines)


def first_line(hash: str) -> str:
    """The line that states the hash of the others."""
    return _FIRST + hash + '",\n'


def wrong(who: "object", role: "object", at: "object", own: "object") -> "str | None":
    """The first of these that a validation may not have; None if all are right."""
    for key, right in (
        ("who", values.is_text(who)),
        ("role", values.is_text(role)),
        ("at", values.is_moment(at)),
        ("own", own is True or own is False),
    ):
        if not right:
            return key
    return None


def is_note(untrusted: "object") -> bool:
    """True for one line of 1 to 500 characters that reads as it is."""
    return values.is_line(untrusted, MAX_NOTE)


def parse(untrusted_text: str) -> Validation:
    """Read a validation; ValidationError for everything that docs/validation.md does not say."""
    return in_one_go(reading(untrusted_text))


def reading(untrusted_text: str) -> "Steps[Validation]":
    """The same, line by line; ValidationError as soon as something is wrong."""
    if len(untrusted_text) > MAX_TEXT:
        raise ValidationError("validation-too-long", images=MAX_IMAGES)
    if untrusted_text[: len(_FIRST)] != _FIRST:
        raise ValidationError("validation-not-one")
    rows = untrusted_text.split("\n")
    changed = ValidationError("validation-changed")
    if len(rows) < len(_HEAD) + 4 or rows[-1] or rows[-2] + "\n" != _END:
        raise changed
    hashed, last = Hash(), len(rows) - 1
    for place in range(1, last):
        _add(hashed, rows[place] + "\n")
        yield
    if rows[0] + "\n" != first_line(hashed.hex()):
        raise changed
    # From here on it is as whoever wrote it last left it: was that a version 1?
    who, role, at, own, of = _head(rows[1 : len(_HEAD) + 1])
    if rows[len(_HEAD) + 1] + "\n" != _OPEN:
        raise ValidationError("validation-unreadable", key="images")
    first = len(_HEAD) + 2
    found: "list[Entry]" = []
    if last - 1 - first > min(of.images, MAX_IMAGES):
        raise ValidationError("validation-unreadable", key="images")
    for place in range(first, last - 1):
        entry = _entry(rows[place], place - first, ended=place == last - 2)
        if found and entry.image <= found[-1].image:
            raise ValidationError("validation-unreadable", key=_named(place - first))
        found.append(entry)
        yield
    return Validation(who, role, at, own, of, tuple(found))


def _add(hashed: Hash, untrusted: str) -> None:
    try:
        hashed.add(untrusted)
    except UnicodeError:  # half of a surrogate pair: a file has none
        raise ValidationError("validation-not-one") from None


def _head(untrusted_rows: "list[str]") -> "tuple[str, str, str, bool, Of]":
    found: "dict[str, object]" = {}
    for key, row in zip(_HEAD, untrusted_rows):
        bad = ValidationError("validation-unreadable", key=key)
        before = '"' + key + '":'
        if row[: len(before)] != before or row[-1] != ",":
            raise bad
        try:
            found[key] = canonical_json.load(row[len(before) : -1], MAX_TEXT)
        except ValueError:
            raise bad from None
    version = found["pixelseal"]
    if not isinstance(version, str) or not version.startswith("validation/"):
        raise ValidationError("validation-not-one")
    if version != VERSION:
        raise ValidationError("validation-version")
    who, role, at, own, of = [found[key] for key in ("who", "role", "at", "own", "of")]
    bad_key = wrong(who, role, at, own)
    if bad_key is not None:
        raise ValidationError("validation-unreadable", key=bad_key)
    if not isinstance(of, dict) or sorted(of) != ["images", "sums"]:
        raise ValidationError("validation-unreadable", key="of")
    if not values.is_count(of["images"]) or not values.is_digest(of["sums"]):
        raise ValidationError("validation-unreadable", key="of")
    return who, role, at, own, Of(of["images"], of["sums"])  # type: ignore[return-value]


def _named(number: int) -> str:
    return "images[{}]".format(number)


def _entry(untrusted_row: str, number: int, ended: bool) -> Entry:
    bad = ValidationError("validation-unreadable", key=_named(number))
    text = untrusted_row if ended else untrusted_row[:-1]
    if not ended and untrusted_row[-1:] != ",":
        raise bad
    parts = text.split('"')
    if len(parts) == _PARTS and parts[7] == ACCEPTED:
        # As every accepted one is written: nothing else has to be read, if that is what it is.
        accepted = Entry(parts[11], parts[19], parts[3], ACCEPTED)
        hashed = values.is_digest(accepted.sha256) and values.is_digest(accepted.certificate)
        if not hashed or not values.is_image(accepted.image) or accepted.to_json() != text:
            raise bad
        return accepted
    try:
        row = canonical_json.load(text, MAX_TEXT)
    except ValueError:
        raise bad from None
    if not isinstance(row, dict) or sorted(row) != _ROW:
        raise bad
    image, note, mark = row["image"], row["note"], row["mark"]
    hashed = values.is_digest(row["sha256"]) and values.is_digest(row["certificate"])
    if not values.is_image(image) or not hashed or row["decision"] not in DECISIONS:
        raise bad
    if row["decision"] == ACCEPTED:
        if note is not None or mark is not None:
            raise bad
    elif not is_note(note) or (mark is not None and not is_mark(mark)):
        raise bad
    read = None if mark is None else Mark(*[mark[name] for name in Mark.FIELDS])
    return Entry(image, row["sha256"], row["certificate"], row["decision"], note, read)


def is_mark(untrusted: "object") -> bool:
    """True for an object that is a box on a page."""
    if not isinstance(untrusted, dict) or sorted(untrusted) != _MARK:
        return False
    numbers = [untrusted[name] for name in Mark.FIELDS]
    if not all(type(number) is int for number in numbers):
        return False
    page, x, y, width, height = numbers
    fits = x + width <= MAX_COORDINATE and y + height <= MAX_COORDINATE
    placed = x >= 0 and y >= 0 and width >= 1 and height >= 1 and fits
    return bool(placed and 1 <= page <= MAX_PAGE)
