"""A disk without a browser: files in a dict, and every way in which a disk fails."""

import binascii
import hashlib

from pixelseal.ui.browser.host import Failure


class FakeFile:
    def __init__(self, name):
        self.name = name


class FakeWriter:
    def __init__(self, path):
        self.path = path
        self.data = b""


class FakeDisk:
    """`files` is what lies on it: path -> bytes."""

    def __init__(self):
        self.can_stream = True
        self.can_folder = True
        self.files = {}
        self.chosen = "chosen"  # what the person chooses; "" for nothing
        self.picked = []
        self.full_at = None  # so many writes go well
        self.writes = 0
        self.harm = {}  # path -> what becomes of its bytes once it is closed
        self.aborted = []

    def joined(self, pieces):
        return b"".join([_bytes(piece) for piece in pieces])

    def crc32(self, content):
        return binascii.crc32(_bytes(content))

    def hexadecimal(self, content):
        digest = hashlib.sha256(_bytes(content)).digest()
        return "".join([f"{byte:02x}" for byte in digest])

    async def pick_file(self, name):
        self.picked.append(name)
        return FakeFile(self.chosen + ".zip") if self.chosen else None

    async def pick_folder(self):
        self.picked.append("folder")
        return FakeFile(self.chosen) if self.chosen else None

    async def folder(self, parent, name):
        return FakeFile(parent.name + "/" + name)

    async def file(self, folder, name):
        return FakeFile(folder.name + "/" + name)

    async def writer(self, file):
        return FakeWriter(file.name)

    async def write(self, writer, piece):
        if self.full_at is not None and self.writes >= self.full_at:
            raise Failure("not-written")
        self.writes += 1
        writer.data += _bytes(piece)

    async def close(self, writer):
        harm = self.harm.get(writer.path, lambda data: data)
        self.files[writer.path] = harm(writer.data)

    async def abort(self, writer):
        self.aborted.append(writer.path)

    async def reread(self, file):
        return self.files[file.name]

    async def sha256(self, blob, start, end):
        return self.hexadecimal(blob[start:end])


def _bytes(piece):
    return piece.encode() if isinstance(piece, str) else piece
