"""Where results and private records go, and that the two lie apart. Writes nothing but folders.

Whoever passes the results on takes their whole folder: a record in it, or in a folder that holds
it, goes along. Folders are therefore compared as the file system knows them, not as names.
"""

import contextlib
import os
import stat
import unicodedata
from pathlib import Path

from pixelseal.cli.refused import CommandRefused
from pixelseal.core.base.errors import EngineFault

BESIDE = "-private"
_RECORD = ".json"
_OTHERS = stat.S_IRWXG | stat.S_IRWXO

# What a folder is to the file system: its device and number, and where it is not there yet the
# folder in which it will be and the names from there, alike for systems that fold names.
_Identity = tuple[int, int, tuple[str, ...]]


class Places:
    """The folder that is shared and, apart from it, the one for private records."""

    def __init__(self, out: Path, records: Path | None) -> None:
        """CommandRefused: records-nowhere, records-not-apart."""
        self.out = out
        self.records = beside(out) if records is None else records
        self._require_apart()

    def make(self) -> None:
        """Make what is not there; CommandRefused: records-not-apart, records-folder-open."""
        try:
            self.out.mkdir(parents=True, exist_ok=True)
            _make_private(self.records)
        except OSError:
            raise EngineFault("not-written") from None
        # Again, now that both are there: what a name means may have changed, or shows only now.
        self._require_apart()

    def _require_apart(self) -> None:
        if _holds(self.out, self.records) or _holds(self.records, self.out):
            raise CommandRefused("records-not-apart")


def beside(out: Path) -> Path:
    """The folder for records where none was named: `clean-private` next to `clean`."""
    named = out.resolve() if out.name in ("", "..") else out
    if not named.name:
        raise CommandRefused("records-nowhere")  # nothing is next to the top of a disk
    return named.with_name(named.name + BESIDE)


def _holds(outer: Path, inner: Path) -> bool:
    inner = inner.resolve()
    return _identity(outer.resolve()) in [_identity(path) for path in (inner, *inner.parents)]


def _identity(resolved: Path) -> _Identity:
    missing: list[str] = []
    for path in (resolved, *resolved.parents):
        try:
            known = path.stat()
        except OSError:
            missing.insert(0, _folded(path.name))
            continue
        return known.st_dev, known.st_ino, tuple(missing)
    return 0, 0, tuple(missing)


def _folded(name: str) -> str:
    # Letter case and composed letters (macOS), and dots and spaces at the end (Windows): two names
    # that some file system takes for one count as one.
    return unicodedata.normalize("NFKC", name).casefold().rstrip(" .")


def _make_private(path: Path) -> None:
    """The folder for its owner alone; one that is there already is made so if it holds records."""
    with contextlib.suppress(FileExistsError):
        path.mkdir(parents=True, mode=stat.S_IRWXU)
    if os.name == "nt":
        return  # there the folder above decides who may read, and modes say nothing
    found = path.stat()
    mine = os.geteuid() in (0, found.st_uid)
    if mine and not found.st_mode & _OTHERS:
        return
    # A folder in which other things lie is not closed to those who use it without a word.
    if not mine or any(entry.suffix != _RECORD for entry in path.iterdir()):
        raise CommandRefused("records-folder-open")
    path.chmod(stat.S_IRWXU)
    if path.stat().st_mode & _OTHERS:
        raise CommandRefused("records-folder-open")  # a disk that keeps no permissions
