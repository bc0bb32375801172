"""The transfer record: to whom a package goes, how, when and for what (docs/package.md, 2)."""

from pixelseal.model.errors import PixelsealError
from pixelseal.model.process import log, values
from pixelseal.model.recipe.value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:  # never run: MicroPython has no such module
    from collections.abc import Callable

VERSION = "1"
MAX_INFO = 64 * 1024  # characters of a bag-info.txt

_LINE = 79  # characters (RFC 8493, 2.2.2)
_FOLD = "\n  "


class TransferError(PixelsealError):
    """A transfer record that cannot be written: ``transfer-text`` with `key`."""


class Transfer(Value):
    """`to`, `method` and `purpose` are texts, `at` a moment; `who` and `head` may be None."""

    FIELDS = ("to", "method", "at", "purpose", "who", "head")

    def __init__(
        self, to: str, method: str, at: str, purpose: str, who: "str | None", head: "str | None"
    ) -> None:
        self.to = to
        self.method = method
        self.at = at
        self.purpose = purpose
        self.who = who
        self.head = head

    def to_object(self) -> "dict[str, object]":
        """For JSON."""
        return {name: getattr(self, name) for name in self.FIELDS}


LABELS = {
    "to": "Transfer-To",
    "method": "Transfer-Method",
    "at": "Transfer-Date",
    "purpose": "Transfer-Purpose",
    "who": "Contact-Name",
    "head": "Log-Head",
}
_VERSION_LABEL = "Transfer-Version"
_OXUM = "payload-oxum"  # the letters' case of a label means nothing (RFC 8493, 2.2.2)
_OPEN = ("who", "head")


def _is_head(untrusted: "object") -> bool:
    return isinstance(untrusted, str) and log.is_head(untrusted)


_CHECKS: "dict[str, Callable[[object], bool]]" = {"at": values.is_moment, "head": _is_head}


def wrong(untrusted: "dict[str, object]") -> "str | None":
    """The first key that a record may not have, lacks or has wrongly; None if all is right."""
    for key in sorted(untrusted):
        if key not in Transfer.FIELDS:
            return key
    for key in Transfer.FIELDS:
        if key not in untrusted:
            return key
        value = untrusted[key]
        if value is None and key in _OPEN:
            continue
        if not _CHECKS.get(key, values.is_text)(value):
            return key
    return None


def of_object(untrusted: "dict[str, object]") -> Transfer:
    """The record of an object for which nothing is `wrong`; TransferError otherwise."""
    key = wrong(untrusted)
    if key is not None:
        raise TransferError("transfer-text", key=key)
    return Transfer(*[untrusted[name] for name in Transfer.FIELDS])  # type: ignore[arg-type]


def info_text(transfer: Transfer, agent: str, size: int, files: int) -> str:
    """The text of bag-info.txt for a payload of that many bytes and files."""
    rows = [
        ("Bag-Software-Agent", agent),
        ("Bagging-Date", transfer.at[:10]),
        ("Payload-Oxum", "{}.{}".format(size, files)),
    ]
    if transfer.who is not None:
        rows.append((LABELS["who"], transfer.who))
    rows.append((_VERSION_LABEL, VERSION))
    for key in ("to", "method", "at", "purpose"):
        rows.append((LABELS[key], getattr(transfer, key)))
    if transfer.head is not None:
        rows.append((LABELS["head"], transfer.head))
    return "".join([_folded(label + ": " + value) + "\n" for label, value in rows])


def of_info(untrusted_text: str) -> "Transfer | None":
    """The record in a bag-info.txt that anyone may have written; None if there is none of ours."""
    found: "dict[str, str]" = {}
    for label, value in _rows(untrusted_text[:MAX_INFO]):
        if label in found:
            return None  # which of the two counts, nobody said
        found[label] = value
    if found.get(_VERSION_LABEL) != VERSION:
        return None
    untrusted: "dict[str, object]" = {key: found.get(LABELS[key]) for key in Transfer.FIELDS}
    return None if wrong(untrusted) is not None else of_object(untrusted)


def bad_line(untrusted_info: bytes) -> "int | None":
    """The first line of a bag-info.txt, from 1, that is neither `label: value` nor a fold.

    None if there is none such; 0 if it is no UTF-8.
    """
    try:
        text = untrusted_info.decode("utf-8")
    except UnicodeError:
        return 0
    begun, number = False, 0
    for line in _lines(text):
        number += 1
        if not line.strip() or (begun and line[:1] in (" ", "\t")):
            continue
        if ":" not in line:
            return number
        begun = True
    return None


def states_size(untrusted_info: bytes, size: int, files: int) -> bool:
    """False if a Payload-Oxum in it is not that of a payload of so many bytes and files."""
    wanted = "{}.{}".format(size, files)
    rows = _rows(untrusted_info.decode("utf-8"))
    return all(value == wanted for label, value in rows if label.lower() == _OXUM)


def _folded(line: str) -> str:
    """The line with a break at a blank before each 80th character, where there is a blank."""
    out: "list[str]" = []
    room = _LINE
    while len(line) > room:
        at = line.rfind(" ", line.find(": ") + 2 if not out else 0, room + 1)
        if at < 0:
            at = line.find(" ", room)  # a word of more than a line: the next blank
        if at < 0:
            break
        out.append(line[:at])
        line, room = line[at + 1 :], _LINE - 2
    return _FOLD.join(out + [line])


def _rows(untrusted_text: str) -> "list[tuple[str, str]]":
    """(label, value) of each line; what has no label is left out. A fold is one blank."""
    rows: "list[tuple[str, str]]" = []
    for line in _lines(untrusted_text):
        if line[:1] in (" ", "\t") and rows:
            rows[-1] = (rows[-1][0], rows[-1][1] + " " + line.strip())
            continue
        label, colon, value = line.partition(":")
        if colon:
            rows.append((label.strip(), value.strip()))
    return rows


def _lines(untrusted_text: str) -> "list[str]":
    return untrusted_text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
