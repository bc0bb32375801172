"""Remembers what folders hold and files say, while neither changes. Knows nothing of records.

A file or folder is the same as before if its times, and a file's size, are, and the last change was
not just then: a second change within one tick of a disk's clock leaves no trace in them. So what is
being written to now is looked at once per `begin`, and all else once per process.
"""

import os
import stat
import time
from collections.abc import Callable, Hashable
from itertools import count
from pathlib import Path
from typing import NamedTuple, TypeVar

_TICK = 3_000_000_000  # nanoseconds; more than the two seconds of FAT
_MOST = 20_000  # what is remembered; a look at all of them takes less than a second
_Answer = TypeVar("_Answer")
_begun = count(1)
_now = 0  # what was looked at since the latest `begin`
# By device, inode and question: size and times, `_now` then or None if that lasts, the answer.
_known: dict[Hashable, tuple[tuple[int, ...], int | None, object]] = {}


def begin() -> None:
    """Look again at all that has just been changed."""
    global _now
    _now = next(_begun)


class Held(NamedTuple):
    """What a folder holds: folders, without links to any, and all other names; both sorted."""

    folders: tuple[str, ...]
    names: tuple[str, ...]


def held(folder: Path, counts: Callable[[str], bool]) -> Held:
    """What lies in the folder; nothing in one that cannot be read.

    Of what is no folder only the names that count: others may be many.
    """

    def listed() -> Held:
        folders, names = [], []
        with os.scandir(folder) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False) and not _leads_elsewhere(entry):
                    folders.append(entry.name)
                elif counts(entry.name):
                    names.append(entry.name)
        return Held(tuple(sorted(folders)), tuple(sorted(names)))

    # Not every disk of Windows keeps the time at which a folder changed.
    return _remembered(folder, counts, listed, Held((), ()), os.name != "nt")


def answer(path: Path, question: Hashable, look: Callable[[], bool]) -> bool:
    """What `look` says of a file, by the question; False for one that is not there."""
    return _remembered(path, question, look, False, True)


def _remembered(
    path: Path, question: Hashable, look: Callable[[], _Answer], none: _Answer, lasts: bool
) -> _Answer:
    try:
        found = path.stat()
        key = (found.st_dev, found.st_ino, question)
        state = (found.st_size, found.st_mtime_ns, found.st_ctime_ns)
        before = _known.get(key)
        if before is not None and before[0] == state and before[1] in (_now, None):
            return before[2]  # type: ignore[return-value]
        at, seen = time.time_ns(), look()
    except (OSError, ValueError):  # ValueError: a name that nothing can have
        return none
    lasts = lasts and at - max(found.st_mtime_ns, found.st_ctime_ns) > _TICK
    if len(_known) >= _MOST:
        _known.clear()
    _known[key] = state, None if lasts else _now, seen
    return seen


def _leads_elsewhere(entry: os.DirEntry[str]) -> bool:
    """True for a junction, which Windows calls a folder."""
    tag = getattr(entry.stat(follow_symlinks=False), "st_reparse_tag", 0) if os.name == "nt" else 0
    return bool(tag == getattr(stat, "IO_REPARSE_TAG_MOUNT_POINT", -1))
