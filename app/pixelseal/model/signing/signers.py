"""The list of signers whom an institution knows, in OpenSSH's form. Checks no signature.

A subset of ALLOWED SIGNERS in ssh-keygen(1), so that `ssh-keygen -Y verify -f` takes the same file
(docs/signing.md, 4). What would narrow a line and is not understood is refused, not skipped.
"""

from pixelseal.model.signing import wire
from pixelseal.model.signing.refused import SigningRefused
from pixelseal.model.signing.signature import NAMESPACE

MAX_BYTES = 1 << 20
MAX_LINES = 10_000
MAX_PRINCIPAL = 255  # characters

TYPE_CHECKING = False
if TYPE_CHECKING:  # never run: MicroPython has no such module
    from collections.abc import Iterator

    Row = tuple[tuple[str, ...], bytes]
    Known = dict[bytes, tuple[str, ...]]

_OPTION = "namespaces="
_PATTERNS = "*?!"
_OTHER_TYPES = ("ssh-", "ecdsa-", "sk-")  # how the names of all kinds of keys begin


def parse(untrusted: bytes) -> "Known":
    """The principals of each Ed25519 key (32 bytes) that may sign for Pixelseal.

    SigningRefused as `rows` and `require`.
    """
    found: "Known" = {}
    for row in rows(untrusted):
        add(found, row)
    require(found)
    return found


def rows(untrusted: bytes) -> "Iterator[Row | None]":
    """A step for each line: its principals and its key, None if it names none for Pixelseal.

    SigningRefused: signers-unreadable for no text, or one that is too long; signers-line with the
    `line` that is not understood.
    """
    try:
        if len(untrusted) > MAX_BYTES:
            raise ValueError("too long")
        text = untrusted.decode()
        # Some editors begin a text with a byte order mark, which no name begins with.
        lines = (text[1:] if text[:1] == "\ufeff" else text).replace("\r\n", "\n").split("\n")
        if len(lines) > MAX_LINES:
            raise ValueError("too many lines")
    except ValueError:
        raise SigningRefused("signers-unreadable") from None
    for number, line in enumerate(lines, 1):
        if not line.strip() or line[0] == "#":
            yield None
            continue
        try:
            row = _row(line)
        except ValueError:
            raise SigningRefused("signers-line", line=number) from None
        yield row


def add(found: "Known", row: "Row | None") -> None:
    """Add what a line says."""
    if row is not None:
        known = found.get(row[1], ())
        found[row[1]] = known + tuple([name for name in row[0] if name not in known])


def require(found: "Known") -> None:
    """SigningRefused (signers-none) if no key is left."""
    if not found:
        raise SigningRefused("signers-none")


def _row(line: str) -> "Row | None":
    """The principals and the key of a line; None if it is for other keys or namespaces."""
    parts = line.split()
    if len(parts) < 3:
        raise ValueError("parts are missing")
    principals = tuple(parts[0].split(","))
    for principal in principals:
        # A pattern names nobody.
        if not 1 <= len(principal) <= MAX_PRINCIPAL or any(c in principal for c in _PATTERNS):
            raise ValueError("not a principal")
    rest, ours = parts[1:], True
    if rest[0].startswith(_OPTION):
        quoted = rest[0][len(_OPTION) :]
        if len(quoted) < 3 or quoted[0] != '"' or quoted[-1] != '"' or '"' in quoted[1:-1]:
            raise ValueError("an option in another form")
        ours = NAMESPACE in quoted[1:-1].split(",")
        rest = rest[1:]
    if len(rest) < 2 or not rest[0].startswith(_OTHER_TYPES):
        raise ValueError("an option that is not known, or no key")
    if rest[0] != wire.KEY_TYPE:
        return None
    public = wire.key_in(rest[1])
    return (principals, public) if ours else None
