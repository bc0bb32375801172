"""Decides where results and private records go, and keeps the two apart. Writes only folders.

People share the entire folder of results: a record in it, or in a folder that contains it, would go
along. Folders are therefore compared by identity in the file system, not by name, and the records
of earlier runs are looked for.
"""

import contextlib
import os
import re
import stat
import unicodedata
from collections import Counter
from collections.abc import Iterator
from pathlib import Path, PurePath

from pixelseal.core.base.errors import EngineFault, PixelsealError, SourceRefused
from pixelseal.core.evidence.certificate.words import TITLE
from pixelseal.local import files

BESIDE = "-private"
_RECORD = ".json"
_CERTIFICATE = ".txt"
_IS_RECORD = re.compile(rb'"pixelseal"\s*:\s*"record/')  # docs/record.md, of any version
_IS_CERTIFICATE = re.compile(rb"\A" + TITLE.encode())
_TEXT_BYTES = 16 << 20  # several times that of 10,000 regions
_OTHERS = stat.S_IRWXG | stat.S_IRWXO

# A folder's identity: device and inode, and if it does not exist yet those of the nearest existing
# parent and the names from there, folded as some file systems do.
_Identity = tuple[int, int, tuple[str, ...]]


class Places:
    """The folder that is shared and, apart from it, the one for private records."""

    def __init__(self, out: Path, records: Path | None) -> None:
        """PixelsealError: records-nowhere, records-not-apart, folder-is-file."""
        self.out = out
        self.records = beside(out) if records is None else records
        for folder in (self.out, self.records):
            _require_folder(folder)
        self._require_apart()
        if _holds_records(out) or _is_mixed(out, self.records):
            raise PixelsealError("records-not-apart")

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
            _make_private(self.records)
        except OSError:
            raise EngineFault("not-written") from None
        # Again, now that both exist: a path may lead elsewhere by now, or be resolved only now.
        self._require_apart()

    def _require_apart(self) -> None:
        if _holds(self.out, self.records) or _holds(self.records, self.out):
            raise PixelsealError("records-not-apart")


def beside(out: Path) -> Path:
    """The default folder for records: `clean-private` next to `clean`."""
    named = out.resolve() if out.name in ("", "..") else out
    if not named.name:
        raise PixelsealError("records-nowhere")  # a root folder has no sibling
    return named.with_name(named.name + BESIDE)


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


def _holds_records(folder: Path) -> bool:
    """True if a private record lies in the folder or below it, whichever run it is from.

    Linked files are looked at, linked folders are not: a link may lead around the whole disk.
    """
    return any(
        _is_record(Path(inside, name))
        for inside, _, names in os.walk(folder)
        for name in names
        if name.casefold().endswith(_RECORD)
    )


def _is_mixed(out: Path, records: Path) -> bool:
    """True if these records would lie in what an earlier run shares, or the results in its records.

    Only the folders themselves and those above them are looked at, not what else lies in those.
    """
    records = records.resolve()
    return any(map(_is_shared, (records, *records.parents))) or any(
        folder.name.endswith(BESIDE) and _has_record(folder) for folder in out.resolve().parents
    )


def _is_shared(folder: Path) -> bool:
    """True if results lie in it, or the records of results that it is named after lie beside it.

    A folder that holds records itself is no such folder: browsers save all to one.
    """
    if folder.name and _has_record(folder.with_name(folder.name + BESIDE)):
        return True
    names = _names(folder)
    stems = Counter(PurePath(name).stem for name in names)
    certificates = (
        Path(folder, name)
        for name in names
        # Each lies beside the image that it is about.
        if name.casefold().endswith(_CERTIFICATE) and stems[PurePath(name).stem] > 1
    )
    return any(_says(path, _IS_CERTIFICATE) for path in certificates) and not _has_record(folder)


def _has_record(folder: Path) -> bool:
    """True if a private record lies right in the folder."""
    return any(
        _is_record(Path(folder, name))
        for name in _names(folder)
        if name.casefold().endswith(_RECORD)
    )


def _names(folder: Path) -> list[str]:
    try:
        return [path.name for path in folder.iterdir()]
    except OSError:
        return []


def _is_record(path: Path) -> bool:
    return _says(path, _IS_RECORD)


def _says(path: Path, pattern: re.Pattern[bytes]) -> bool:
    try:
        return pattern.search(files.read(path, _TEXT_BYTES)) is not None
    except SourceRefused:
        return False


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


def _make_private(path: Path) -> None:
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
