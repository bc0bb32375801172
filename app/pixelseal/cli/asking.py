"""Asks a person, if there is one, whether an alternate ID that looks derived is intended.

The page asks the same (pixelseal.model.project.id_origin, docs/alternate-ids.md, 3). Keeps no
digest.
"""

import sys
from pathlib import Path

from pixelseal.cli.answers import Answers
from pixelseal.cli.stopping import Stopping
from pixelseal.core.base.errors import PixelsealError
from pixelseal.local.digests import digests
from pixelseal.model.messages import sentence
from pixelseal.model.project.id_origin import looks_derived


def require_given(
    alternate: str, path: Path, data: bytes, answers: Answers, stopping: Stopping
) -> None:
    """PixelsealError (id-derived) if the ID looks derived, unless a person says it is intended."""
    if not looks_derived(alternate, path.name, digests(path, data)):
        return
    terminal = sys.stdin is not None and sys.stdin.isatty() and sys.stderr.isatty()
    if answers.as_json or not terminal:
        raise PixelsealError("id-derived")
    answers.note(sentence("id-derived-ask", {"id": alternate, "name": path.name}))
    with stopping.idle():
        said = sys.stdin.readline()
    if said.strip().lower() not in ("y", "yes"):
        raise PixelsealError("id-derived")
