"""Asks a person, if there is one, whether an alternate ID that looks derived is intended.

The page asks the same (pixelseal.model.project.id_origin, docs/alternate-ids.md, 3). Keeps no
digest.
"""

import hashlib
import os
import sys
import zlib
from pathlib import Path

from pixelseal.cli.answers import Answers
from pixelseal.cli.refused import CommandRefused
from pixelseal.cli.stopping import Stopping
from pixelseal.model.messages import sentence
from pixelseal.model.project.id_origin import looks_derived

_ALGORITHMS = ("md5", "sha1", "sha256", "sha512")


def require_given(
    alternate: str, path: Path, data: bytes, answers: Answers, stopping: Stopping
) -> None:
    """CommandRefused (id-derived) if the ID looks derived, unless a person says it is intended."""
    if not looks_derived(alternate, path.name, digests(path, data)):
        return
    terminal = sys.stdin is not None and sys.stdin.isatty() and sys.stderr.isatty()
    if answers.as_json or not terminal:
        raise CommandRefused("id-derived")
    answers.note(sentence("id-derived-ask", {"id": alternate, "name": path.name}))
    with stopping.idle():
        said = sys.stdin.readline()
    if said.strip().lower() not in ("y", "yes"):
        raise CommandRefused("id-derived")


def digests(path: Path, data: bytes) -> list[str]:
    """Digests of the file and of its name, hexadecimal, from which an ID could be taken."""
    found = [f"{zlib.crc32(data):08x}"]
    for text in (data, os.fsencode(path.name), os.fsencode(path.stem)):
        for algorithm in _ALGORITHMS:
            found.append(hashlib.new(algorithm, text, usedforsecurity=False).hexdigest())
    return found
