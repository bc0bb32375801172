"""The ZIP as a stream, read by the standard library's reader and by Info-ZIP."""

import io
import subprocess
import zipfile
import zlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pixelseal.model.zip_stream import ZipStream

from tests.core.support import needs_tool

STEMS = st.text("abcXYZ019._-", min_size=1, max_size=20).filter(lambda text: text[0].isalnum())
NAMES = st.one_of(
    st.builds("images/{}.{}".format, STEMS, st.sampled_from(["jpg", "png", "webp", "tif", "avif"])),
    st.builds("certificates/{}.txt".format, STEMS),
)
FILES = st.dictionaries(NAMES, st.binary(max_size=300), max_size=12)


def written(files: dict[str, bytes]) -> bytes:
    stream = ZipStream()
    out = b""
    for name, data in files.items():
        out += stream.header(name, len(data), zlib.crc32(data)) + data
    out += b"".join(stream.end())
    assert stream.size == len(out)
    for name, (start, size) in stream.places.items():
        assert out[start : start + size] == files[name]
    return out


@given(FILES)
def test_every_file_comes_out_and_nothing_else_is_told(files):
    with zipfile.ZipFile(io.BytesIO(written(files))) as archive:
        assert archive.testzip() is None and archive.comment == b""
        entries = archive.infolist()
        assert [entry.filename for entry in entries] == sorted(files)
        for entry in entries:
            assert archive.read(entry) == files[entry.filename]
            assert entry.date_time == (1980, 1, 1, 0, 0, 0)
            assert (entry.extra, entry.comment, entry.flag_bits) == (b"", b"", 0)
            assert (entry.create_system, entry.external_attr) == (3, 0o100644 << 16)
            assert entry.compress_type == zipfile.ZIP_STORED


@given(FILES)
def test_the_same_files_give_the_same_bytes(files):
    assert written(files) == written(dict(files))


class Sparse(io.RawIOBase):
    """A file of which only what was written at some places is kept; the rest reads as zeros."""

    def __init__(self, pieces: list[tuple[int, bytes]], size: int) -> None:
        self.pieces, self.size, self.at = pieces, size, 0

    def seekable(self) -> bool:
        return True

    def readable(self) -> bool:
        return True

    def tell(self) -> int:
        return self.at

    def seek(self, offset: int, whence: int = 0) -> int:
        self.at = offset + (0, self.at, self.size)[whence]
        return self.at

    def read(self, count: int = -1) -> bytes:
        count = self.size - self.at if count < 0 else min(count, self.size - self.at)
        out = bytearray(count)
        for start, data in self.pieces:
            for place in range(max(start, self.at), min(start + len(data), self.at + count)):
                out[place - self.at] = data[place - start]
        self.at += count
        return bytes(out)


GIB = 1 << 30


@pytest.mark.parametrize(
    "sizes",
    [
        [3 * GIB, GIB - 200, 5],  # all starts fit, the list's does not
        [3 * GIB, 3 * GIB, 5],
        [0xFFFFFFFE, 1, 1],
    ],
)
def test_a_zip_beyond_4_gib_is_read_back(sizes):
    stream = ZipStream()
    pieces = []
    for number, size in enumerate(sizes):
        at = stream.size
        crc32 = zlib.crc32(bytes(size)) if size < 9 else 0  # that of the large ones is not read
        pieces.append((at, stream.header(f"images/{number}.tif", size, crc32)))
    at = stream.size
    pieces.append((at, b"".join(stream.end())))
    with zipfile.ZipFile(Sparse(pieces, stream.size)) as archive:
        entries = archive.infolist()
        assert [entry.file_size for entry in entries] == sizes
        assert [entry.header_offset for entry in entries] == [at for at, _data in pieces[:-1]]
        small = archive.open(entries[-1])  # the local header is where the list says
        assert small.read(1) == b"\0"


def test_more_than_65534_files_are_all_listed():
    stream = ZipStream()
    out = [stream.header(f"images/{number}.png", 0, 0) for number in range(70_000)]
    with zipfile.ZipFile(io.BytesIO(b"".join(out + stream.end()))) as archive:
        assert len(archive.namelist()) == 70_000


@needs_tool("unzip")
def test_info_zip_finds_no_fault(tmp_path: Path):
    path = tmp_path / "a.zip"
    path.write_bytes(written({"images/b.jpg": b"1" * 70, "certificates/b.txt": b"two"}))
    told = subprocess.run(["unzip", "-t", str(path)], capture_output=True, text=True, check=False)
    assert told.returncode == 0 and "No errors detected" in told.stdout
