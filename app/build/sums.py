"""The build's name: one SHA-256 that stands for all that runs, on a host and in the saved file.

It is the SHA-256 of a list with one line for each of them, as `sha256sum` writes it; the build
writes the list as `dist/BUILD`, and each page carries it and compares with it what it starts
(static/proof.js, docs/adr/0028-one-name.md). Reads no file.
"""

import base64
import hashlib
from collections.abc import Mapping


def digest(data: bytes) -> str:
    """The SHA-256 of `data`, in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def listed(sums: Mapping[str, str]) -> str:
    """The list of `sums` (name -> SHA-256): a line each, in the order of the names."""
    return "".join(f"{value}  {name}\n" for name, value in sorted(sums.items()))


def integrity(text: str) -> str:
    """`text`'s SHA-256 as a page names it to the browser (Subresource Integrity, section 3.1)."""
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"
