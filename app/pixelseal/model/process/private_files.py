"""Which files link what is shared to its originals, by what they say. Opens none."""

from pixelseal.model.project.link_table import HEADER

HEAD = 64 * 1024  # characters in which a key, or the first line of a table, stands
MOST = 16 * 1024 * 1024  # characters of a record or a project that is looked through

_NAMES = ("private.txt", "link-table.csv")  # as the page saves them (docs/saving.md)
_TABLE = '"' + '","'.join(HEADER[:2]) + '"'
_KEY = "PRIVATE KEY-----"  # PEM, of any kind
_MARK = '"pixelseal"'
_KINDS = ('"record/', '"project/')


def is_key(untrusted_head: str) -> bool:
    """True for a private key, encrypted or not, by the first HEAD characters of a file."""
    return "-----BEGIN " in untrusted_head and _KEY in untrusted_head


def links_to_originals(name: str, untrusted: str) -> bool:
    """True for a private record, a project, a link table or the page's note beside them."""
    if name.lower() in _NAMES or _TABLE in untrusted[:200]:
        return True
    if untrusted[:HEAD].strip()[:1] != "{":
        return False
    for piece in untrusted[:MOST].split(_MARK)[1:]:
        after = piece[:HEAD].lstrip()
        if after[:1] == ":" and after[1:].lstrip().startswith(_KINDS):
            return True
    return False
