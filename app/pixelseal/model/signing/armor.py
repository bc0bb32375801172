"""Binary data as text between a line that begins it and one that ends it (RFC 7468). Knows no form.

Read strictly: nothing stands before or behind, and the base64 is the one that would be written.
"""

import binascii

from pixelseal.model.recipe.checks import ALPHANUMERIC

_BEGIN, _END = "-----BEGIN ", "-----END "
_DASHES = "-----"
_ALPHABET = ALPHANUMERIC + "+/"
_MOST_COLUMNS = 76  # of a line that is read: RFC 7468 asks for 64, OpenSSH writes 70


def armored(label: str, data: bytes, columns: int) -> str:
    """The text of `data`, with so many characters of base64 in a line."""
    text = encoded(data)
    lines = [text[start : start + columns] for start in range(0, len(text), columns)]
    return "\n".join([_BEGIN + label + _DASHES] + lines + [_END + label + _DASHES, ""])


def label_of(untrusted_text: str) -> str:
    """What the first line says that the text holds; "" if it does not begin like one."""
    first = untrusted_text.split("\n", 1)[0].rstrip("\r")
    if first.startswith(_BEGIN) and first.endswith(_DASHES):
        return first[len(_BEGIN) : -len(_DASHES)]
    return ""


def data_of(untrusted_text: str, label: str) -> bytes:
    """The data between the two lines; ValueError for anything else. Lines may end with CR LF."""
    lines = untrusted_text.replace("\r\n", "\n").split("\n")
    if lines[-1] == "":
        lines.pop()
    ends = (_BEGIN + label + _DASHES, _END + label + _DASHES)
    if len(lines) < 3 or (lines[0], lines[-1]) != ends:
        raise ValueError("not between its lines")
    if not all(1 <= len(line) <= _MOST_COLUMNS for line in lines[1:-1]):
        raise ValueError("lines of another length")
    return decoded("".join(lines[1:-1]))


def encoded(data: bytes) -> str:
    """Base64 (RFC 4648, section 4) in one line, padded."""
    return binascii.b2a_base64(data).decode().rstrip("\n")


def decoded(untrusted_text: str) -> bytes:
    """The bytes of canonical base64; ValueError for any other text.

    Decoders skip what they do not know, or raise what they like: they get nothing else, and the
    result counts only if it gives the very same text.
    """
    bare = untrusted_text.rstrip("=")
    if len(untrusted_text) % 4 or not all(c in _ALPHABET for c in bare):
        raise ValueError("not base64")
    if len(untrusted_text) - len(bare) > 2:
        raise ValueError("too much padding")
    data = binascii.a2b_base64(untrusted_text.encode())
    if encoded(data) != untrusted_text:
        raise ValueError("not canonical base64")
    return data
