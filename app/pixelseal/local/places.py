"""Decides where results and private records go, and keeps the two apart. Writes only folders.

People share the entire folder of results: a record in it, or in a folder that contains it, would go
along. Folders are therefore compared by identity in the file system, not by name, and what earlier
runs left is looked for (`earlier.py`).
"""

import contextlib
import os
import stat
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from pixelseal.core.base.errors import EngineFault, PixelsealError
from pixelseal.local import earlier, remembered
from pixelseal.local.earlier import BESIDE
from pixelseal.model.errors import LONGEST_VALUE

_RECORD = ".json"
_OTHERS = stat.S_IRWXG | stat.S_IRWXO

# A folder's identity: device and inode, and if it does not exist yet those of the nearest existing
# parent and the names from there, folded as some file systems do.
_Identity = tuple[int, int, tuple[str, ...]]


class Places:
    """The folder that is shared and, apart from it, the one for private records."""

    def __init__(self, out: Path, records: Path | None) -> None:
        """PixelsealError: records-nowhere, records-not-apart, folder-is-file."""
        self.out = _direct(out)
        self.records = beside(self.out) if records is None else _direct(records)
        for folder in (self.out, self.records):
            _require_folder(folder)
        self._require_apart()
        for cause in _mixed_by(self.out.resolve(), self.records.resolve()):
            raise _mixed(cause)

    @contextlib.contextmanager
    def made(self) -> Iterator[None]:
        """Make missing folders; if that or what happens in here fails, the empty ones go again."""
        missing = [
            path
            for folder in (self.out, self.records)
            for path in (folder, *folder.parents)
            if not path.exists()
        ]
        try:
            self.make()
            yield
        except BaseException:
            for path in missing:
                with contextlib.suppress(OSError):  # not made, or not empty
                    path.rmdir()
            raise

    def make(self) -> None:
        """Create missing folders; PixelsealError: records-not-apart, records-folder-open."""
        try:
            self.out.mkdir(parents=True, exist_ok=True)
            make_private(self.records)
        except OSError:
            raise EngineFault("not-written") from None
        # Again, now that both exist: a path may lead elsewhere by now, or be resolved only now.
        self._require_apart()

    def _require_apart(self) -> None:
        for outer, inner in ((self.out, self.records), (self.records, self.out)):
            if _holds(outer, inner):
                raise _mixed(inner)


def require_unshared(path: Path, also: Path | None = None) -> None:
    """PixelsealError (among-results) if a file there would be passed on with what is shared.

    That is a folder of results, as for private records, or `also`, if it is a folder.
    """
    remembered.begin()
    for outer in path.resolve().parents:
        if also is not None and also.is_dir() and outer == also.resolve():
            raise PixelsealError("among-results", path=_shown(also))
        if cause := earlier.shared(outer):
            raise PixelsealError("among-results", path=_shown(cause))


def beside(out: Path) -> Path:
    """The default folder for records: `clean-private` next to `clean`."""
    named = out.resolve() if out.name in ("", "..") else out
    if not named.name:
        raise PixelsealError("records-nowhere")  # a root folder has no sibling
    return named.with_name(named.name + BESIDE)


def _direct(place: Path) -> Path:
    """The path without `..`, so that no folder is made only to be left again."""
    return place.resolve() if ".." in place.parts else place


def _require_folder(place: Path) -> None:
    """PixelsealError (folder-is-file) if a file is where a folder is to be made, or above it."""
    for path in (place, *place.parents):
        with contextlib.suppress(OSError):
            if not stat.S_ISDIR(path.stat().st_mode):
                raise PixelsealError("folder-is-file")
            return


def _holds(outer: Path, inner: Path) -> bool:
    inner = inner.resolve()
    return _identity(outer.resolve()) in [_identity(path) for path in (inner, *inner.parents)]


def _mixed_by(out: Path, records: Path) -> Iterator[Path]:
    """What earlier runs left, if these results or records would lie in or around the other kind.

    Around: all below the results, which are passed on, but only one level below the records. In:
    the folders above each, not what else lies in those.
    """
    remembered.begin()
    ways = (
        ((out,), earlier.record_below),
        ((records, *records.parents), earlier.shared),
        (out.parents, earlier.private),
        ((records,), earlier.shared_within),
    )
    return (cause for folders, look in ways for folder in folders if (cause := look(folder)))


def _mixed(cause: Path) -> PixelsealError:
    """The error, with the path that is in the way."""
    return PixelsealError("records-not-apart", path=_shown(cause))


def _shown(cause: Path) -> str:
    """A path for a sentence: relative if below the current folder, and at most its end."""
    shown = cause.absolute()
    with contextlib.suppress(ValueError, OSError):
        shown = shown.relative_to(Path.cwd())
    text = str(shown)
    if len(text) > LONGEST_VALUE:
        text = "\u2026" + text[1 - LONGEST_VALUE :]
    return text


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
    # that some file system treats as equal count as equal.
    return unicodedata.normalize("NFKC", name).casefold().rstrip(" .")


def make_private(path: Path) -> None:
    """Make the folder readable by its owner alone; an existing one only if it holds records."""
    with contextlib.suppress(FileExistsError):
        path.mkdir(parents=True, mode=stat.S_IRWXU)
    if os.name == "nt":
        return  # there the parent folder decides who may read, and modes mean nothing
    found = path.stat()
    mine = os.geteuid() in (0, found.st_uid)
    if mine and not found.st_mode & _OTHERS:
        return
    # A folder with other things in it is not silently closed to those who use it.
    if not mine or any(entry.suffix != _RECORD for entry in path.iterdir()):
        raise PixelsealError("records-folder-open")
    path.chmod(stat.S_IRWXU)
    if path.stat().st_mode & _OTHERS:
        raise PixelsealError("records-folder-open")  # a file system without permissions
