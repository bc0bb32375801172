"""Files written in place, if the browser offers handles to them. Chooses no names.

File System Access and File System standards; Chromium has the pickers, also for a page opened from
a file. Every failure is the code not-written: the browser's message may contain a path.
"""

from pixelseal.ui.browser import blobs, dom
from pixelseal.ui.browser.host import Failure

_ZIP = {"accept": {"application/zip": [".zip"]}}


class Disk:
    """The files and folders to which the person gives the page access, one at a time."""

    @property
    def can_stream(self) -> bool:
        """True if the person can be asked for a file to write into."""
        return dom.window_has("showSaveFilePicker")

    @property
    def can_folder(self) -> bool:
        """True if the person can be asked for a folder to write into."""
        return dom.window_has("showDirectoryPicker")

    async def pick_file(self, name: str) -> "object":
        """A file to write into; None if the person chose none."""
        return await self._picked("showSaveFilePicker", {"suggestedName": name, "types": [_ZIP]})

    async def pick_folder(self) -> "object":
        """A folder to write into; None if the person chose none."""
        return await self._picked("showDirectoryPicker", {"mode": "readwrite"})

    async def _picked(self, picker: str, options: "dict") -> "object":
        try:
            return await dom.call_window(picker, options)
        except Exception as error:
            if dom.error_name(error) == "AbortError":
                return None
            raise Failure("not-written") from None

    async def folder(self, parent: "object", name: str) -> "object":
        """The subfolder of that name, created if necessary."""
        return await _tried(lambda: parent.getDirectoryHandle(name, dom.options({"create": True})))

    async def file(self, folder: "object", name: str) -> "object":
        """The file of that name in a folder, created if necessary."""
        return await _tried(lambda: folder.getFileHandle(name, dom.options({"create": True})))

    async def writer(self, file: "object") -> "object":
        """A writer that replaces a file's content."""
        return await _tried(lambda: file.createWritable(dom.options({"keepExistingData": False})))

    async def write(self, writer: "object", piece: "object") -> None:
        """Write a Blob, a text or bytes at the end."""
        await _tried(lambda: writer.write(dom.as_bytes(piece)))

    async def close(self, writer: "object") -> None:
        """Finish: only now does the file hold what was written."""
        await _tried(writer.close)

    async def abort(self, writer: "object") -> None:
        """Abort: the file stays as it was."""
        await _tried(writer.abort)

    async def reread(self, file: "object") -> "object":
        """The file as it is now on disk, a Blob."""
        return await _tried(file.getFile)

    async def sha256(self, blob: "object", start: int, end: int) -> str:
        """SHA-256 of a range of bytes of a Blob, hexadecimal."""
        return await _tried(lambda: dom.sha256(blobs.part(blob, start, end)))


async def _tried(action: "object") -> "object":
    try:
        return await action()
    except Exception:
        raise Failure("not-written") from None
