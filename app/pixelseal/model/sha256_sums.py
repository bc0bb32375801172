"""The list of checksums that lies beside what was saved, as GNU coreutils write it. Hashes nothing.

`sha256sum -c SHA256SUMS`, from the folder that holds it, checks every file named in it
(docs/saving.md).
"""

NAME = "SHA256SUMS"


def listed(sums: "dict[str, str]") -> str:
    """The text for path -> SHA-256 in hexadecimal: one line each, in the order of the paths."""
    return "".join(["{}  {}\n".format(sums[path], path) for path in sorted(sums)])
