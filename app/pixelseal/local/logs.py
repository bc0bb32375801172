"""The log as a file: begun, added to, read. Never rewrites a line (docs/log.md)."""

import os
import secrets
import stat
import sys
from datetime import UTC, datetime
from pathlib import Path

from pixelseal.core.base.errors import EngineFault
from pixelseal.local import files
from pixelseal.model.process import log
from pixelseal.model.process.log import Line, LogError

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

_BYTES = 4 * log.MAX_TEXT  # a character has at most four
_MODE = stat.S_IRUSR | stat.S_IWUSR  # it names people
_OPEN = os.O_RDWR | os.O_APPEND | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


def now() -> str:
    """The moment by this machine's clock, "2026-11-29T21:40:00Z"."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def read(path: Path, head: str = "") -> list[Line]:
    """All lines of the log, compared with a head that was kept.

    SourceRefused as `files.read`; LogError as `log.checked`.
    """
    return log.checked(log.decoded(files.read(path, _BYTES)), head)


def add(path: Path, event: str, facts: dict[str, object]) -> list[Line]:
    """Write one more line; a log that is not there yet is begun. Gives the lines written.

    SourceRefused as `files.read`. LogError: as `read`, log-fact, log-busy.
    EngineFault: not-written, output-exists.
    """
    if not os.path.lexists(path):
        first = log.begun(now(), secrets.token_hex(8))
        second = log.added(first, now(), event, facts)
        files.write_new(path, (first.text + second.text).encode(), _MODE)
        return [first, second]
    files.head(path, 1)  # refuses what is no regular file before it is opened to be written
    try:
        file = os.open(path, _OPEN)
    except OSError as error:
        raise files.unread(error) from None
    try:
        _lock(file)
        line = log.added(read(path)[-1], now(), event, facts)
        _append(file, line.text.encode())
    finally:
        os.close(file)  # and unlocks it
    return [line]


def _lock(file: int) -> None:
    """Keep others from adding at the same time; LogError (log-busy) if somebody does."""
    try:
        if sys.platform == "win32":
            # Others may read: what is locked is a byte beyond any log's end.
            os.lseek(file, 1 << 30, os.SEEK_SET)
            msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        raise LogError("log-busy") from None


def _append(file: int, data: bytes) -> None:
    """Write all of it at the end, or nothing."""
    size = os.fstat(file).st_size
    try:
        written = os.write(file, data)
        os.fsync(file)
        whole = written == len(data)
    except OSError:
        whole = False
    if not whole:
        os.ftruncate(file, size)
        raise EngineFault("not-written")
