"""The verdict on a list of checksums among the files that Verify was given. Hashes nothing."""

from pixelseal.model.verify import verdicts

TYPE_CHECKING = False
if TYPE_CHECKING:  # never run: MicroPython has no such module
    from typing import Any

_TOLD = 20  # paths of files that differ


def verdict(sums: "dict[str, str]", files: "list[tuple[str, str]]") -> "dict[str, Any]":
    """The verdict on path -> SHA-256, compared with (name, SHA-256) of the given files.

    `listed` is how many files are in the list, `here` how many of those were given, by their names
    without folders; `differing` are the first paths of which no file has the listed checksum.
    """
    by_name: "dict[str, set[str]]" = {}
    for name, sha256 in files:
        by_name.setdefault(name.lower(), set()).add(sha256)
    here = 0
    differing: "list[str]" = []
    for path in sorted(sums):
        digests = by_name.get(path.rpartition("/")[2].lower())
        if digests is None:
            continue
        here += 1
        if sums[path] not in digests:
            differing.append(path)
    status = verdicts.SUMS_ALONE
    if here:
        status = verdicts.SUMS_DIFFER if differing else verdicts.SUMS_MATCH
    return {"status": status, "listed": len(sums), "here": here, "differing": differing[:_TOLD]}
