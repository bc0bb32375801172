"""Destinations of a run's files: ZIP downloads, one streamed ZIP, a folder. Makes no file itself.

A sink has:
    async open() -> bool        False if the person chose no place
    async add(files)            what belongs together; raises Failure
    async close(told) -> set    names of files that are not as they were written; raises Failure
    async abandon()             nothing was saved; never raises
    names                       what the person finds afterwards
`told(share)` is called with the progress of reading back, from 0 to 1. The layout of each, and what
each browser can do: docs/saving.md. Each adds a list of checksums by itself, the last file of all.
"""

import binascii
import hashlib

from pixelseal.model import sha256_sums
from pixelseal.model.digest import hexadecimal, sha256_of
from pixelseal.model.zip_stream import ZipStream, private, shared
from pixelseal.ui.browser.host import Failure, kind_of
from pixelseal.ui.text import words

TYPE_CHECKING = False
if TYPE_CHECKING:  # never run: a name for the annotations alone
    from collections.abc import Callable

    from pixelseal.ui.browser.browser_host import BrowserHost
    from pixelseal.ui.images.result import Result

PART_BYTES = 256 * 1024 * 1024  # of one downloaded ZIP, which a browser may hold in memory
UNLIKE = "not-as-written"
_PIECES_AT_ONCE = 2


class SharedFile:
    """A file to be written: its name in the ZIP, its content, and the digests of its bytes."""

    def __init__(self, name: str, content: "object", size: int, crc32: int, sha256: str) -> None:
        self.name = name
        self.content = content  # a Blob, or an ASCII text
        self.size = size
        self.crc32 = crc32
        self.sha256 = sha256


def text_file(name: str, text: str) -> SharedFile:
    """A file of text, in UTF-8."""
    data = text.encode()
    return SharedFile(name, text, len(data), binascii.crc32(data), sha256_of(data))


async def long_text_file(host: "BrowserHost", name: str, pieces: "list[str]") -> SharedFile:
    """A file of text in pieces, between which the page can do something else."""
    size, crc32, digest = 0, 0, hashlib.sha256()
    for place, piece in enumerate(pieces):
        data = piece.encode()
        size += len(data)
        crc32 = binascii.crc32(data, crc32)
        digest.update(data)
        if place % _PIECES_AT_ONCE == 0:
            await host.breathe()
    content = host.joined(pieces, kind_of(name.rpartition(".")[2]))
    return SharedFile(name, content, size, crc32, hexadecimal(digest.digest()))


def shared_files(result: "Result") -> "list[SharedFile]":
    """What is shared of a result: its image, by its name in the certificate, and that."""
    image = SharedFile(
        "images/" + result.file_name, result.image, result.size, result.crc32, result.sha256
    )
    certificate = "certificates/" + words.certificate_name(result.label)
    return [image, text_file(certificate, result.certificate)]


class _Sums:
    """The checksums of the files in one place, which takes only what it may."""

    def __init__(self, may: "Callable[[str], bool]") -> None:
        self.by_name = {}  # name -> SHA-256
        self._may = may

    def add(self, file: SharedFile) -> None:
        if not self._may(file.name):
            raise ValueError
        self.by_name[file.name] = file.sha256

    def file(self) -> SharedFile:
        """The list of everything that was added."""
        return text_file(sha256_sums.NAME, sha256_sums.listed(self.by_name))


class Downloads:
    """ZIP downloads, none larger than `most` bytes unless a single image is.

    Nothing can be read back: the page has no access to downloads. What is private lies in a folder
    of the ZIP's name, so that it is never unpacked among what is shared.
    """

    def __init__(
        self,
        host: "BrowserHost",
        stem: str,
        most: int = PART_BYTES,
        may: "Callable[[str], bool]" = shared,
    ) -> None:
        self.host = host
        self.names = []
        self._stem = stem
        self._most = most
        self._may = may
        self._begin()

    def _begin(self) -> None:
        inside = self._stem if self._may is private else ""
        self._zip, self._pieces, self._sums = ZipStream(self._may, inside), [], _Sums(self._may)

    async def open(self) -> bool:
        """Nothing to choose."""
        return True

    async def add(self, files: "list[SharedFile]") -> None:
        """Add files to the current ZIP; save that first if it would become too large."""
        if self._pieces and self._zip.size + sum([file.size for file in files]) > self._most:
            self._hand_over("{}-part-{}.zip".format(self._stem, len(self.names) + 1))
        for file in files:
            self._append(file)

    def _append(self, file: SharedFile) -> None:
        self._pieces.append(self._zip.header(file.name, file.size, file.crc32))
        self._pieces.append(file.content)
        self._sums.add(file)

    def _hand_over(self, name: str) -> None:
        self._append(self._sums.file())
        whole = self.host.joined(self._pieces + self._zip.end(), kind_of("zip"))
        self.host.save(whole, name, kind_of("zip"))
        self.names.append(name)
        self._begin()

    async def close(self, _told: "Callable[[float], None]") -> "set[str]":
        """Save the last ZIP."""
        last = len(self.names) + 1
        self._hand_over(
            "{}-part-{}.zip".format(self._stem, last) if last > 1 else self._stem + ".zip"
        )
        return set()

    async def abandon(self) -> None:
        """Nothing to undo."""


class Stream:
    """One ZIP, written piece by piece to a file that the person chooses, and read back."""

    def __init__(self, host: "BrowserHost", stem: str) -> None:
        self.host = host
        self.names = [stem + ".zip"]
        self._zip = ZipStream()
        self._sums = _Sums(shared)
        self._file = self._writer = None

    async def open(self) -> bool:
        """Let the person choose the file."""
        self._file = await self.host.disk.pick_file(self.names[0])
        if self._file is None:
            return False
        self.names = [self._file.name]
        self._writer = await self.host.disk.writer(self._file)
        return True

    async def add(self, files: "list[SharedFile]") -> None:
        """Write files, each after its header."""
        for file in files:
            header = self._zip.header(file.name, file.size, file.crc32)
            await self.host.disk.write(self._writer, header)
            await self.host.disk.write(self._writer, file.content)
            self._sums.add(file)

    async def close(self, told: "Callable[[float], None]") -> "set[str]":
        """Finish the ZIP; compare its length and each file in it with what was to be written."""
        disk = self.host.disk
        await self.add([self._sums.file()])
        for piece in self._zip.end():
            await disk.write(self._writer, piece)
        await disk.close(self._writer)
        whole = await disk.reread(self._file)
        # The rest of a longer old file must not remain after the new one (CVE-2023-21036).
        if self.host.size(whole) != self._zip.size:
            raise Failure(UNLIKE)
        unlike, places = set(), self._zip.places
        for name in sorted(places, key=lambda name: places[name]):
            start, size = places[name]
            if await disk.sha256(whole, start, start + size) != self._sums.by_name[name]:
                unlike.add(name)
            told((start + size) / self._zip.size)
        return unlike

    async def abandon(self) -> None:
        """Leave the file as it was, if possible."""
        try:
            await self.host.disk.abort(self._writer)
        except Failure:
            pass  # it is already closed, or its disk is gone


class Folder:
    """A new folder inside the one that the person chooses; each file is read back at once.

    `parent` is a folder that was chosen before.
    """

    def __init__(
        self,
        host: "BrowserHost",
        stem: str,
        parent: "object" = None,
        may: "Callable[[str], bool]" = shared,
    ) -> None:
        self.host = host
        self.names = [stem]
        self.parent = parent
        self._folders = {}  # "images", "certificates" and "" for the new one itself, once there
        self._sums = _Sums(may)

    async def open(self) -> bool:
        """Let the person choose a folder."""
        if self.parent is None:
            self.parent = await self.host.disk.pick_folder()
        return self.parent is not None

    async def add(self, files: "list[SharedFile]") -> None:
        """Write files; Failure UNLIKE if one cannot be read back as it was written."""
        for file in files:
            folder, _slash, name = file.name.rpartition("/")
            await self._write(await self._inside(folder), name, file)

    async def _inside(self, name: str) -> "object":
        """The subfolder of that name, or the new folder itself."""
        if name not in self._folders:
            # A random name, so nothing is ever overwritten.
            parent = await self._inside("") if name else self.parent
            self._folders[name] = await self.host.disk.folder(parent, name or self.names[0])
        return self._folders[name]

    async def _write(self, folder: "object", name: str, file: SharedFile) -> None:
        disk = self.host.disk
        # Listed even if it turns out to be another: whoever checks the folder finds that as well.
        self._sums.add(file)
        place = await disk.file(folder, name)
        writer = await disk.writer(place)
        await disk.write(writer, file.content)
        await disk.close(writer)
        written = await disk.reread(place)
        if self.host.size(written) != file.size:
            raise Failure(UNLIKE)
        if await disk.sha256(written, 0, file.size) != file.sha256:
            raise Failure(UNLIKE)

    async def close(self, _told: "Callable[[float], None]") -> "set[str]":
        """Write the list of checksums; everything else was read back already."""
        try:
            await self.add([self._sums.file()])
        except Failure:
            return {sha256_sums.NAME}
        return set()

    async def abandon(self) -> None:
        """No folder was made yet."""
