"""Reads blobs that are bytes, as pixelseal.ui.browser.blob_reads reads those of a browser."""

import binascii
import hashlib

from pixelseal.ui.browser.host import Failure


class FakeReads:
    """`gone` are blobs that can no longer be read; `held` the most bytes that were unpacked."""

    def __init__(self):
        self.gone = []
        self.held = 0

    async def bytes(self, blob, start, end):
        return self._read(blob)[start:end]

    def part(self, blob, start, end):
        return blob[start:end]

    async def crc32(self, blob):
        return binascii.crc32(self._read(blob))

    async def sha256(self, blob):
        return binascii.hexlify(hashlib.sha256(self._read(blob)).digest()).decode()

    async def inflated(self, blob, size):
        import zlib  # CPython's: the tests of what is packed run there

        inflate = zlib.decompressobj(-15)
        try:
            data = inflate.decompress(self._read(blob), size + 1)
        except zlib.error:
            return None
        self.held = max(self.held, len(data))
        whole = inflate.eof and not inflate.unused_data and len(data) == size
        return data if whole else None

    def _read(self, blob):
        if blob in self.gone:
            raise Failure("file-unreadable")
        return blob.encode() if isinstance(blob, str) else blob


class FakeTree:
    """A folder that was dropped: nested dicts, whose leaves are bytes."""

    def __init__(self):
        self.gone = set()  # names that cannot be read

    async def children(self, folder):
        return list(folder[1].items())

    def is_folder(self, entry):
        return isinstance(entry[1], dict)

    def name(self, entry):
        return entry[0]

    async def file(self, entry):
        if entry[0] in self.gone:
            raise Failure("file-unreadable")
        return entry[1]
