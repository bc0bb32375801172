"""The files that were named, those in folders and ZIPs among them. Compares none."""

import contextlib
import errno
import os
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import NamedTuple

from pixelseal.core.base import limits
from pixelseal.core.base.errors import PixelsealError
from pixelseal.local import bags, files
from pixelseal.model.process import bag

_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_AMONG_OTHERS = "__MACOSX"  # what macOS adds to a ZIP


class Found(NamedTuple):
    """A file as it was named, or a folder or ZIP and why it cannot be listed.

    `pieces` reads one in a ZIP; any other is read from the disk.
    """

    text: str
    error: PixelsealError | None = None
    pieces: Callable[[], bytes] | None = None


class Named:
    """`found` has each file once; `packages` the folders and ZIPs among those named that are bags.

    ZIPs and bags are told from files with `held` alone, until whose end a ZIP that was named is
    open; one in a folder is a file like any other.
    """

    def __init__(self, named: list[str], held: contextlib.ExitStack | None = None) -> None:
        self.found: dict[Path, Found] = {}
        self.packages: list[str] = []
        self._with_packages = held is not None
        for text in named:
            # A Path of no name is the current folder, which nobody meant.
            if not text:
                missing = files.unread(FileNotFoundError(errno.ENOENT, "no name"))
                self.found[Path(text)] = Found(text, missing)
            elif Path(text).is_dir():
                self._in_folder(text)
            elif held is not None and _is_zip(Path(text)):
                self._in_zip(text, held)
            else:
                self.found[Path(text)] = Found(text)

    def read(self, path: Path, most: int = limits.FILE_BYTES_MOST) -> bytes:
        """The bytes of a file, in a ZIP or not. SourceRefused as `files.read`; BagError."""
        found = self.found.get(path)
        if found is None or found.pieces is None:
            return files.read(path, most)
        data = found.pieces()
        if len(data) > most:
            raise files.too_many(most)
        return data

    def _in_folder(self, text: str) -> None:
        """Those in a folder, including linked ones, each once. Hidden files are left out.

        A folder that cannot be listed stands there with its error: its files are not compared, and
        "all unchanged" would be misleading.
        """
        inside, entered = dict[Path, Found](), set[str]()
        for folder, folders, names in os.walk(text, True, partial(_unlisted, inside), True):
            inner = os.path.realpath(folder)
            if inner in entered:  # a cyclic link
                folders.clear()
                continue
            entered.add(inner)
            folders[:] = sorted(name for name in folders if not name.startswith("."))
            for name in names:
                if not name.startswith("."):
                    path = os.path.join(folder, name)  # noqa: PTH118 - a Path leaves out "./"
                    inside[Path(path)] = Found(path)
        self._add(text, {path.relative_to(text).as_posix(): path for path in inside}, inside)

    def _in_zip(self, text: str, held: contextlib.ExitStack) -> None:
        try:
            source = held.enter_context(bags.opened(Path(text)))
        except PixelsealError as error:
            self.found[Path(text)] = Found(text, error)
            return
        inside = {}
        names = {}
        for name in source.paths:
            parts = name.split("/")
            if not any(part.startswith(".") or part == _AMONG_OTHERS for part in parts):
                names[name] = Path(text, name)
                inside[names[name]] = Found(f"{text}/{name}", None, partial(_whole, source, name))
        self._add(text, names, inside)

    def _add(self, text: str, names: dict[str, Path], inside: dict[Path, Found]) -> None:
        """Take what was found in a folder or ZIP; the lists of a bag are told with the bag."""
        base = _base(names) if self._with_packages else None
        if base is not None:
            self.packages.append(text)
            for name in bag.read_first([name.removeprefix(base) for name in names]):
                inside.pop(names[base + name], None)
        self.found |= {path: inside[path] for path in sorted(inside)}


def _base(names: dict[str, Path]) -> str | None:
    """Where the bag among these files lies; None if there is none."""
    tops = {name.partition("/")[0] for name in names}
    for base in ("", *(f"{top}/" for top in tops if len(tops) == 1)):
        if {base + bag.DECLARATION, base + bag.MANIFEST} <= set(names):
            return base
    return None


def _is_zip(path: Path) -> bool:
    try:
        return path.suffix.casefold() == ".zip" and files.head(path, 4) in _ZIP
    except PixelsealError:
        return False  # why it cannot be read is told where it is


def _whole(source: bags.Source, name: str) -> bytes:
    return b"".join(source.pieces(name))


def _unlisted(found: dict[Path, Found], error: OSError) -> None:
    found[Path(error.filename)] = Found(str(error.filename), files.unread(error))
