"""Digests of a file and of its name. Keeps none."""

import hashlib
import os
import zlib
from pathlib import Path

_ALGORITHMS = ("md5", "sha1", "sha256", "sha512")


def digests(path: Path, data: bytes) -> list[str]:
    """Digests of the file and of its name, hexadecimal, from which an ID could be taken."""
    found = [f"{zlib.crc32(data):08x}"]
    for text in (data, os.fsencode(path.name), os.fsencode(path.stem)):
        for algorithm in _ALGORITHMS:
            found.append(hashlib.new(algorithm, text, usedforsecurity=False).hexdigest())
    return found
