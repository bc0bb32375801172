"""The images that `redact` was given: by name, in lists, in folders. Opens none of them."""

import argparse
import os
import sys
from collections.abc import Iterator
from pathlib import Path

from pixelseal.cli.stopping import Stopping
from pixelseal.core.base.errors import PixelsealError
from pixelseal.local import faults, files, folders, jobs, places

LIST, INPUT = "@", "-"
_LIST_BYTES = 256 << 20
_WIDE = (b"\xff\xfe", b"\xfe\xff")  # a list of UTF-16, as some shells of Windows write it


def images(asked: argparse.Namespace, stopping: Stopping) -> list[str]:
    """Every image that is meant, as it is called in answers; each file of a folder once.

    PixelsealError names the list or folder: as `files.read`, list-empty, originals-inside, or a
    folder that cannot be listed, whose images would be left out unsaid.
    """
    given = [name for text in asked.images for name in _named(text, stopping)]
    found: set[str] = set()  # where the files of folders lie
    rows: list[tuple[str, bool]] = []
    for text in given:
        if not (asked.recursive and text and Path(text).is_dir()):
            rows.append((text, False))
            continue
        with faults.about(text):
            _require_apart(Path(text), asked)
            for name in _below(text):
                if _place(name) not in found:
                    found.add(_place(name))
                    rows.append((name, True))
    if not rows:
        with faults.about(asked.images[0]):
            raise PixelsealError("list-empty")
    return [name for name, inside in rows if inside or not found or _place(name) not in found]


def _named(text: str, stopping: Stopping) -> list[str]:
    """The names that one argument stands for: what a list holds is never a list again."""
    if text == INPUT:
        with stopping.idle():
            return _lines(b"" if sys.stdin is None else sys.stdin.buffer.read())
    if text.startswith(LIST):
        with faults.about(text):
            return _lines(files.read(Path(text.removeprefix(LIST)), _LIST_BYTES))
    return [text]


def _lines(data: bytes) -> list[str]:
    """A name a line, to the byte; or ended by zero bytes, as `find -print0` writes them."""
    if data.startswith(_WIDE):
        data = data.decode("utf-16", "replace").encode()
    data = data.removeprefix(b"\xef\xbb\xbf")
    if b"\0" in data:
        parts = data.split(b"\0")
    else:
        parts = [line.removesuffix(b"\r") for line in data.split(b"\n")]
    # As os.fsdecode, which on Windows refuses what is not UTF-8: here it is a file that is missing.
    encoding = sys.getfilesystemencoding()
    return [part.decode(encoding, "surrogateescape") for part in parts if part]


def _below(text: str) -> Iterator[str]:
    try:
        for path in folders.below(Path(text)):
            yield os.path.join(text, path)  # noqa: PTH118 - a Path leaves out "./"
    except OSError as error:
        raise files.unread(error) from None


def _require_apart(folder: Path, asked: argparse.Namespace) -> None:
    """PixelsealError (originals-inside): results would be taken for originals, or shared with."""
    try:
        jobs.require_apart(folder, asked.out, asked.record or places.beside(asked.out))
    except jobs.JobError:
        raise PixelsealError("originals-inside") from None


def _place(text: str) -> str:
    return os.path.abspath(text)  # noqa: PTH100 - a link is a file of its own
