"""Reads dropped folders through whichever of two APIs a browser has. Selects no files.

File System standard (handles; Chromium, where nothing else works for a page opened from a file),
File and Directory Entries API (entries; everywhere else).
"""

from pixelseal.ui.browser import dom, handed_in
from pixelseal.ui.browser.host import Failure


def sorted_out(transfer: "object") -> "tuple[object, list]":
    """An array of Blobs and [(tree, promise or entry of a folder)]; call before any await.

    A drop's lists are empty as soon as its event is over.
    """
    found = handed_in.sorted_out(transfer)
    tree = Handles() if found.handles else Entries()
    return found.files, [(tree, found.folders[index]) for index in range(found.folders.length)]


class Handles:
    """A tree of FileSystemHandles."""

    async def root(self, promise: "object") -> "object":
        """The folder that was dropped."""
        return await _read(promise)

    def is_folder(self, handle: "object") -> bool:
        """True for a folder."""
        return handle.kind == "directory"

    def name(self, handle: "object") -> str:
        """Its own name, without a path."""
        return handle.name

    async def children(self, folder: "object") -> "list":
        """The entries of a folder."""
        found = []
        each = folder.values()
        step = await _read(each.next())
        while not step.done:
            found.append(step.value)
            step = await _read(each.next())
        return found

    async def file(self, handle: "object") -> "object":
        """The file, a Blob; Failure if it cannot be read."""
        return await _read(handle.getFile())


class Entries:
    """A tree of FileSystemEntries."""

    async def root(self, entry: "object") -> "object":
        """The folder that was dropped."""
        return entry

    def is_folder(self, entry: "object") -> bool:
        """True for a folder."""
        return bool(entry.isDirectory)

    def name(self, entry: "object") -> str:
        """Its own name, without a path."""
        return entry.name

    async def children(self, folder: "object") -> "list":
        """The entries of a folder, read in batches, the last of which is empty."""
        found = []
        reader = folder.createReader()
        portion = await _read(dom.promised(reader.readEntries))
        while portion.length:
            for index in range(portion.length):
                found.append(portion[index])
            portion = await _read(dom.promised(reader.readEntries))
        return found

    async def file(self, entry: "object") -> "object":
        """The file, a Blob; Failure if it cannot be read."""
        return await _read(dom.promised(entry.file))


async def _read(promise: "object") -> "object":
    try:
        return await promise
    except Exception:
        raise Failure("file-unreadable") from None
