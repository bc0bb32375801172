"""Packages as files: reads a bag from a folder or a ZIP, writes one. Unpacks nothing to a disk.

docs/package.md, 3 has what is refused.
"""

import contextlib
import hashlib
import os
import stat
import unicodedata
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Protocol

from pixelseal.core.base.errors import EngineFault
from pixelseal.local import files
from pixelseal.model.process import bag, receipt, zip_directory
from pixelseal.model.process.bag import BagError, Opened, Packed
from pixelseal.model.zip_stream import ZipStream

_CHUNK = 1 << 20  # bytes
_OPEN = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
_OPEN |= getattr(os, "O_NOFOLLOW", 0)


class Arrived:
    """A bag as it arrived: what its tag files say, and the SHA-256 of each file, path -> hash.

    `files` says of each what became of it; `fault` what is wrong with the bag though every file is
    complete, None if nothing is.
    """

    def __init__(self, path: Path) -> None:
        """Read all of it. BagError: docs/package.md, 3.1; SourceRefused as `files.read`."""
        with opened(path) as source:
            base = bag.base(list(source.paths))
            folded = {unicodedata.normalize("NFKC", path).casefold() for path in source.paths}
            if len(folded) < len(source.paths):
                raise BagError("bag-doubled")  # on some disk, though not letter for letter
            names = [inner.removeprefix(base) for inner in source.paths]
            tags = {name: _tag(source, base + name) for name in bag.read_first(names)}
            self.opened = Opened(tags)
            self.hashes: dict[str, str] = {}
            others: dict[str, dict[str, str]] = {name: {} for name in self.opened.others}
            size = count = 0
            for name in names:
                asked = [way for way, sums in self.opened.others.items() if name in sums]
                length, self.hashes[name], more = _digests(source, base + name, asked)
                for way, digest in more.items():
                    others[way][name] = digest
                if name.startswith(bag.PAYLOAD):
                    size, count = size + length, count + 1
        self.files = receipt.found(self.opened, self.hashes, others)
        self.fault = self.opened.fault(size, count) if receipt.is_whole(self.files) else None

    @property
    def is_whole(self) -> bool:
        """True if every file is complete, and the bag says nothing else that is not so."""
        return receipt.is_whole(self.files) and self.fault is None


class Source(Protocol):
    """Files of a folder or a ZIP: `paths` has their names, with `/`."""

    paths: list[str]

    def pieces(self, path: str) -> Iterator[bytes]:
        """The bytes of one of them."""


@contextlib.contextmanager
def opened(path: Path) -> Iterator[Source]:
    """The files of a folder or a ZIP, a bag or not. BagError, SourceRefused as `Arrived`."""
    try:
        if path.is_dir():
            yield _Folder(path)
            return
        files.head(path, 1)  # refuses what is no regular file
        with path.open("rb") as file:
            yield _Zip(file)
    except OSError as error:
        raise files.unread(error) from None


def _tag(source: Source, path: str) -> bytes:
    data = bytearray()
    for piece in source.pieces(path):
        data += piece
        if len(data) > bag.MAX_TAG:
            raise BagError("bag-too-many", files=bag.MAX_FILES)
    return bytes(data)


def _digests(source: Source, path: str, others: list[str]) -> tuple[int, str, dict[str, str]]:
    """How many bytes a file has, its SHA-256, and its digests by these other algorithms."""
    size, sha256 = 0, hashlib.sha256()
    more = {name: hashlib.new(name, usedforsecurity=False) for name in others}
    for piece in source.pieces(path):
        size += len(piece)
        sha256.update(piece)
        for digest in more.values():
            digest.update(piece)
    return size, sha256.hexdigest(), {name: digest.hexdigest() for name, digest in more.items()}


class _Folder:
    """The files in a folder and its subfolders, none of them a link."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.paths: list[str] = []
        waiting = [""]
        seen = 0
        while waiting:
            inside = waiting.pop()
            with os.scandir(folder / inside) as entries:
                for entry in entries:
                    seen += 1
                    if seen > 2 * bag.MAX_FILES:  # folders among them
                        raise BagError("bag-too-many", files=bag.MAX_FILES)
                    name = inside + entry.name
                    mode = entry.stat(follow_symlinks=False).st_mode
                    if stat.S_ISDIR(mode):
                        bag.require_safe(name)
                        waiting.append(name + "/")
                    elif stat.S_ISREG(mode):
                        self.paths.append(name)
                    else:
                        raise BagError("bag-link")
        self.paths.sort()

    def pieces(self, path: str) -> Iterator[bytes]:
        """The bytes of a file, as many as an image may have."""
        with os.fdopen(os.open(self._folder / path, _OPEN), "rb") as file:
            if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                raise BagError("bag-link")
            size = 0
            while piece := file.read(_CHUNK):
                size += len(piece)
                if size > bag.MAX_FILE:
                    raise BagError("bag-too-many", files=bag.MAX_FILES)
                yield piece


class _Zip:
    """The files in a ZIP."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        size = file.seek(0, os.SEEK_END)
        place = zip_directory.Place(self._at(max(0, size - zip_directory.TAIL), size), size)
        listed = self._at(place.start, place.start + place.size)
        entries = zip_directory.entries(listed, place)
        self.paths = [entry.name for entry in entries]
        bag.require_distinct(self.paths)  # no name stands twice, so that each has one entry
        self._entries = {entry.name: entry for entry in entries}

    def _at(self, start: int, end: int) -> bytes:
        self._file.seek(start)
        return self._file.read(end - start)

    def pieces(self, path: str) -> Iterator[bytes]:
        """The bytes of a file, as many as the list says, with the CRC-32 that it says."""
        entry = self._entries[path]
        at = entry.data_at(self._at(entry.offset, entry.offset + entry.header))
        end, size, crc32 = at + entry.packed, 0, 0
        inflate = None if entry.method == zip_directory.STORED else zlib.decompressobj(-15)
        while at < end:
            packed = self._at(at, min(end, at + _CHUNK))
            if not packed:
                raise BagError("bag-damaged")
            at += len(packed)
            for piece in _unpacked(packed, inflate):
                size += len(piece)
                if size > entry.size:
                    raise BagError("bag-damaged")
                crc32 = zlib.crc32(piece, crc32)
                yield piece
        whole = inflate is None or (inflate.eof and not inflate.unused_data)
        if not whole or (size, crc32) != (entry.size, entry.crc32):
            raise BagError("bag-damaged")


def _unpacked(packed: bytes, inflate: "zlib._Decompress | None") -> Iterator[bytes]:
    """The piece unpacked, a chunk at a time: it may be a thousand times as long."""
    if inflate is None:
        yield packed
        return
    try:
        while packed:
            yield inflate.decompress(packed, _CHUNK)
            packed = inflate.unconsumed_tail
    except zlib.error:
        raise BagError("bag-damaged") from None


class Content:
    """A file that goes into a bag: where it lies, and what its bytes were when it was checked."""

    def __init__(self, path: Path, data: bytes) -> None:
        self.path = path
        self.size = len(data)
        self.crc32 = zlib.crc32(data)
        self.sha256 = hashlib.sha256(data).hexdigest()

    def bytes(self) -> bytes:
        """The bytes, as they were then; BagError (pack-folder-changed) if they are others now."""
        data = files.read(self.path)
        if hashlib.sha256(data).hexdigest() != self.sha256:
            raise BagError("pack-folder-changed")
        return data


def write(path: Path, packed: Packed, contents: dict[str, Content]) -> None:
    """Write the ZIP of a bag with this payload, path in the bag -> content, or nothing.

    BagError: pack-folder-changed. SourceRefused as `files.read`. EngineFault: output-exists,
    not-written.
    """
    files.write_pieces(path, _pieces(packed, contents))


def _pieces(packed: Packed, contents: dict[str, Content]) -> Iterator[bytes]:
    stream = ZipStream(bag.takes, packed.folder)
    for name in sorted(contents):
        content = contents[name]
        yield stream.header(name, content.size, content.crc32)
        yield content.bytes()
    for name in sorted(packed.texts):
        data = packed.texts[name].encode()
        yield stream.header(name, len(data), zlib.crc32(data))
        yield data
    yield from stream.end()


def require_new(path: Path) -> None:
    """EngineFault (output-exists, not-written) before long work that could not be written there."""
    files.require_unlike(path)
    if os.path.lexists(path):
        raise files.exists(path)
    if not path.parent.is_dir():
        raise EngineFault("not-written")
