"""Reads and writes files. Never overwrites, never leaves an incomplete file under a name."""

import contextlib
import errno
import hashlib
import os
import re
import secrets
import stat
from collections.abc import Iterable
from pathlib import Path

from pixelseal.core.base import limits
from pixelseal.core.base.errors import EngineFault, SourceRefused

# A path that leads nowhere, whichever part of it is wrong.
_READ_CODES = dict.fromkeys(
    (errno.ENOENT, errno.ENOTDIR, errno.ENAMETOOLONG, errno.ELOOP), "file-missing"
) | dict.fromkeys((errno.EACCES, errno.EPERM), "file-forbidden")

_OPEN = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)

_MAKE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
SHARED = 0o666  # less what the umask takes
_PRIVATE = 0o600
_BESIDE = re.compile(r"\.[0-9a-f]{16}\.part")


def read(path: Path, most: int = limits.FILE_BYTES_MOST) -> bytes:
    """The bytes of a regular file; waits for no pipe and opens no device.

    SourceRefused: file-missing, file-is-folder, file-not-regular, file-forbidden,
    file-unreadable, link-broken, too-many-bytes.
    """
    data = _first_bytes(path, most + 1, most)
    if len(data) > most:  # it grew meanwhile
        raise too_many(most)
    return data


def head(path: Path, count: int) -> bytes:
    """The first bytes of a regular file, however long it is; SourceRefused as for `read`."""
    return _first_bytes(path, count)


def _first_bytes(path: Path, count: int, most: int | None = None) -> bytes:
    try:
        # Before opening: opening alone can trigger a device.
        known = path.stat()
        _require_regular(known.st_mode)
        if most is not None and known.st_size > most:
            raise too_many(most)  # and nothing of it is read
        # And after it: the path may lead elsewhere by now; never wait for a pipe.
        with os.fdopen(os.open(path, _OPEN), "rb") as file:
            _require_regular(os.fstat(file.fileno()).st_mode)
            return file.read(count)
    except OSError as error:
        if error.errno == errno.ENOENT and path.is_symlink():
            raise SourceRefused("link-broken") from None
        raise unread(error) from None
    except ValueError:  # a name that no file can have: one with a zero byte
        raise SourceRefused("file-missing") from None


def too_many(most: int) -> SourceRefused:
    """The error for a file of more bytes than these."""
    return SourceRefused("too-many-bytes", limit_mb=most // limits.MEGABYTE)


def unread(error: OSError) -> SourceRefused:
    """What the system's error means for the person who named the file or folder."""
    return SourceRefused(_READ_CODES.get(error.errno or 0, "file-unreadable"))


def _require_regular(mode: int) -> None:
    if stat.S_ISDIR(mode):
        raise SourceRefused("file-is-folder")
    if not stat.S_ISREG(mode):
        raise SourceRefused("file-not-regular")


def require_unlike(path: Path) -> None:
    """EngineFault output-exists if the folder holds a name that differs in letter case alone.

    Many disks keep one file for both: copied there, one would replace the other.
    """
    wanted = path.name.casefold()
    gone = contextlib.suppress(FileNotFoundError, NotADirectoryError, PermissionError)
    with gone, os.scandir(path.parent) as others:  # there may be many
        for other in others:
            if other.name != path.name and other.name.casefold() == wanted:
                raise EngineFault("output-exists", name=other.name)


def write_together(outputs: dict[Path, bytes], private: Path) -> None:
    """Write all of these new files in order, or none; EngineFault as in `write_new`.

    The one named `private` is readable by its owner alone.
    """
    written: list[Path] = []
    try:
        for path, data in outputs.items():
            write_new(path, data, _PRIVATE if path == private else SHARED)
            written.append(path)
    except BaseException:  # even an unexpected error leaves none behind
        for path in written:
            path.unlink(missing_ok=True)
        raise


def write_private(path: Path, data: bytes) -> None:
    """Write a new file that its owner alone can read; EngineFault as in `write_new`."""
    write_new(path, data, _PRIVATE)


def write_new(path: Path, data: bytes, mode: int = SHARED) -> None:
    """Write a file that must not exist yet; as `write_pieces`."""
    write_pieces(path, (data,), mode)


def write_pieces(path: Path, pieces: Iterable[bytes], mode: int = SHARED) -> None:
    """Write a file that must not exist yet, completely or not at all, and read it back.

    The bytes go to a new file next to it, which then gets the name by a hard link: a link never
    replaces a file, and nothing is ever written into an older, longer one.
    EngineFault: output-exists, not-written.
    """
    beside = path.with_name(f".{secrets.token_hex(8)}.part")
    digest = hashlib.sha256()
    try:
        try:
            with os.fdopen(os.open(beside, _MAKE, mode), "wb") as file:
                for piece in pieces:
                    file.write(piece)
                    digest.update(piece)
                file.flush()
                os.fsync(file.fileno())
            _name(beside, path)
        finally:
            with contextlib.suppress(FileNotFoundError):
                beside.unlink()
        with path.open("rb") as file:
            written = hashlib.file_digest(file, "sha256")
    except FileExistsError:
        raise exists(path) from None
    except OSError:
        raise EngineFault("not-written") from None
    if written.digest() != digest.digest():
        raise EngineFault("not-written")


def exists(path: Path) -> EngineFault:
    """The error for a name that is taken."""
    return EngineFault("output-exists", name=path.name)


def _name(beside: Path, path: Path) -> None:
    try:
        os.link(beside, path)
    except FileExistsError:
        raise
    except OSError:
        # A file system without hard links (FAT): claim the name, then replace our own empty file.
        with path.open("xb"):
            pass
        beside.replace(path)


def settle(*folders: Path) -> None:
    """Have the disk keep the names of files in these folders, where it can be asked to."""
    for folder in folders:
        with contextlib.suppress(OSError):  # Windows opens no folder; some disks sync none
            opened = os.open(folder, os.O_RDONLY)
            try:
                os.fsync(opened)
            finally:
                os.close(opened)


def sweep(folder: Path) -> None:
    """Take away what writers that were killed left: no file has its name yet."""
    with contextlib.suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            if _BESIDE.fullmatch(entry.name):
                with contextlib.suppress(OSError):
                    Path(entry.path).unlink()
