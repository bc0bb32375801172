"""Reads Blobs: bytes for Python, parts, hashes, and what Deflate packed. Decides nothing.

A Blob's bytes come to Python as a hexadecimal text: lists and headers are read so, images never.
"""

import binascii

import js as window
from pixelseal.ui.browser import blobs, dom
from pixelseal.ui.browser.host import Failure

_WRAP = 1 << 32
_PIECE = 16 * 1024  # bytes that become Python's in one task


class BlobReads:
    """Each raises Failure (file-unreadable) if the file is gone or was changed meanwhile."""

    async def bytes(self, blob: "object", start: int, end: int) -> bytes:
        """The bytes from start up to end, fewer if the Blob ends before."""
        pieces = []
        for at in range(start, end, _PIECE):
            part = blobs.part(blob, at, min(end, at + _PIECE))
            text = str(await _tried(window.pixelseal.hex(part)))
            pieces.append(binascii.unhexlify(text.encode()))
            if len(text) < 2 * _PIECE:
                break
        return b"".join(pieces)

    def part(self, blob: "object", start: int, end: int) -> "object":
        """The Blob of those bytes."""
        return blobs.part(blob, start, end)

    async def crc32(self, blob: "object") -> int:
        """CRC-32, 0 to 2**32 - 1."""
        return int(await _tried(window.pixelseal.crc32(blob))) % _WRAP

    async def sha256(self, blob: "object") -> str:
        """SHA-256, hexadecimal."""
        return str(await _tried(dom.sha256(blob)))

    async def inflated(self, blob: "object", size: int) -> "object":
        """What Deflate (RFC 1951) packed into the Blob, a Blob of `size` bytes.

        None if Deflate did not, or not into that many: no more than those are ever held.
        """
        pieces, held = window.Array.new(), 0
        unpacking = window.DecompressionStream.new("deflate-raw")
        reader = blob.stream().pipeThrough(unpacking).getReader()
        try:
            step = await reader.read()
            while not step.done:
                held += int(step.value.length)
                if held > size:
                    await reader.cancel()
                    return None
                pieces.push(step.value)
                step = await reader.read()
        except Exception as error:
            if dom.error_name(error) == "TypeError":  # Compression Standard, 6
                return None
            raise Failure("file-unreadable") from None
        return window.Blob.new(pieces) if held == size else None


async def _tried(promise: "object") -> "object":
    try:
        return await promise
    except Exception:
        raise Failure("file-unreadable") from None
