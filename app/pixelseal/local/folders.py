"""The files in a folder and below it. Opens none."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import NoReturn


def below(root: Path) -> Iterator[str]:
    """Each file's path from the root, with "/", in the order of their names, hidden ones not.

    Linked folders are entered, each once. OSError if one cannot be listed: what lies in it would
    be left out unsaid.
    """
    entered: set[str] = set()
    for folder, folders, names in os.walk(root, onerror=_unlisted, followlinks=True):
        inner = os.path.realpath(folder)
        if inner in entered:  # a cyclic link
            folders.clear()
            continue
        entered.add(inner)
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        base = Path(folder).relative_to(root)
        for name in sorted(names):
            if not name.startswith("."):
                yield (base / name).as_posix()


def _unlisted(error: OSError) -> NoReturn:
    raise error
