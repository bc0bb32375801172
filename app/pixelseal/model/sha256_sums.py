"""The list of checksums that lies beside what was saved, as GNU coreutils write it. Hashes nothing.

`sha256sum -c SHA256SUMS`, from the folder that holds it, checks every file named in it
(docs/saving.md).
"""

from pixelseal.model.recipe.checks import DIGITS

NAME = "SHA256SUMS"
MAX_BYTES = 4 * 1024 * 1024  # of a list that is read: far more than the lines of 10,000 images
MAX_PATH = 1024  # characters

_DIGEST = 64  # hexadecimal digits
_MARKS = (" ", "*")  # read as text, or as bytes: the same except on systems of long ago


def is_named_so(name: str) -> bool:
    """True for the list's name, also with a browser's number for a repeated download."""
    return name == NAME or name.startswith(NAME + " (")


def listed(sums: "dict[str, str]") -> str:
    """The text for path -> SHA-256 in hexadecimal: one line each, in the order of the paths."""
    return "".join(["{}  {}\n".format(sums[path], path) for path in sorted(sums)])


def read(untrusted_text: str) -> "dict[str, str] | None":
    """Path -> SHA-256 of a list that anyone may have written; None if it is none, or is empty."""
    if len(untrusted_text) > MAX_BYTES:
        return None
    found: "dict[str, str]" = {}
    for line in untrusted_text.replace("\r\n", "\n").split("\n"):
        if not line:
            continue
        digest, mark, path = line[:_DIGEST].lower(), line[_DIGEST : _DIGEST + 2], line[66:]
        # All of it is stripped: ten times as fast in MicroPython as digit by digit.
        if len(digest) != _DIGEST or digest.strip(DIGITS + "abcdef"):
            return None
        if mark[:1] != " " or mark[1:] not in _MARKS or not 1 <= len(path) <= MAX_PATH:
            return None
        if found.get(path, digest) != digest:
            return None  # two checksums for one file
        found[path] = digest
    return found or None
