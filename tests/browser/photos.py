"""Photos with something to lose, and files that are no photos; written to disk, nothing tested."""

import io
import struct
import zlib
from dataclasses import dataclass
from pathlib import Path

import pillow_heif
from PIL import Image, ImageDraw, ImageFont

from tests.builders import jpeg as jpeg_builder
from tests.builders import png as png_builder
from tests.builders.tiff import ASCII, LONG, SHORT, Ifd, gps_ifd, tiff
from tests.core.planted import SENTINEL as PLANTED
from tests.core.planted import XMP as PLANTED_XMP
from tests.core.support import photo

# None of these may be found in anything that is shared, nor in what a browser keeps.
SENTINELS = (
    b"Roe-EXIF-artist",
    b"Roe-EXIF-serial",
    b"Roe-comment",
    b"Roe-trailer",
    b"Roe-file-name",
    PLANTED.encode(),
)
SOURCE_NAME = "Jane Roe-file-name 2031-02-03.jpg"
WIDTH, HEIGHT = 600, 800  # upright; stored lying on its side
LABEL = (120, 300, 260, 90)  # x, y, width, height of the text in the upright picture


def clinical_photo(path: Path) -> Path:
    """Write a JPEG (4:2:0, orientation 6) with a name in the picture and more in the file.

    Exif with names, serial, date, GPS and a thumbnail (IFD1); XMP; a comment; a trailer.
    """
    upright = Image.fromarray(photo(WIDTH, HEIGHT))
    x, y, width, height = LABEL
    draw = ImageDraw.Draw(upright)
    draw.rectangle((x, y, x + width - 1, y + height - 1), fill="white")
    draw.text((x + 12, y + 20), "Jane Roe  MRN 0042", fill="black", font=ImageFont.load_default(24))
    stored = upright.transpose(Image.Transpose.ROTATE_90)  # orientation 6 turns it back
    plain = io.BytesIO()
    stored.save(plain, "JPEG", quality=90, subsampling=2)
    small = io.BytesIO()
    stored.resize((160, 120)).save(small, "JPEG")
    data = jpeg_builder.with_segments(
        plain.getvalue(),
        jpeg_builder.exif(_exif(small.getvalue())),
        jpeg_builder.xmp(PLANTED_XMP),
        jpeg_builder.segment(0xFE, b"Roe-comment"),
    )
    path.write_bytes(data + b"Roe-trailer")
    return path


def _exif(thumbnail: bytes) -> bytes:
    detail = Ifd(
        {
            0x9003: (ASCII, b"2031:02:03 04:05:06\0"),
            0xA431: (ASCII, b"Roe-EXIF-serial\0"),
        }
    )
    first = Ifd(
        {0x010F: (ASCII, b"Camera\0"), 0x0112: (SHORT, [6]), 0x013B: (ASCII, b"Roe-EXIF-artist\0")},
        {0x8769: detail, 0x8825: gps_ifd()},
    )
    second = Ifd({0x0103: (SHORT, [6]), 0x0201: (LONG, [0]), 0x0202: (LONG, [len(thumbnail)])})
    block = bytearray(tiff(first, second))
    # The thumbnail's place is known only now: behind everything.
    entry = block.rindex(struct.pack("<HHI", 0x0201, LONG, 1))
    struct.pack_into("<I", block, entry + 8, len(block))
    return bytes(block) + thumbnail


def one_of_each(folder: Path) -> list[Path]:
    """Write a small picture in each format that opens; return the files."""
    folder.mkdir(parents=True, exist_ok=True)
    picture = Image.fromarray(photo(200, 160, seed=1))
    options = {
        "a.jpg": {"quality": 85, "subsampling": 2},
        "b.png": {},
        "c.webp": {"quality": 80},
        "d.tif": {"compression": "tiff_lzw"},
        "e.gif": {},
        "f.bmp": {},
    }
    for name, how in options.items():
        (picture.quantize(64) if name == "e.gif" else picture).save(folder / name, **how)
    return [folder / name for name in options]


@dataclass(frozen=True)
class Bad:
    """A file that must be refused, and the code of the sentence that says why."""

    path: Path
    code: str


def bad_files(folder: Path) -> list[Bad]:
    """Write files that must be refused, each for a reason of its own."""
    folder.mkdir(parents=True, exist_ok=True)
    picture = Image.fromarray(photo(200, 160, seed=2))
    whole = io.BytesIO()
    picture.save(whole, "JPEG")
    contents = {
        "empty.jpg": (b"", "empty-file"),
        "text.jpg": (b"Just a letter, saved under another name.\n" * 9, "not-an-image"),
        "cut.jpg": (whole.getvalue()[: len(whole.getvalue()) * 6 // 10], "file-truncated"),
        "bomb.png": (_bomb(), "too-many-pixels"),
    }
    for name, (data, _code) in contents.items():
        (folder / name).write_bytes(data)
    return [Bad(folder / name, code) for name, (_data, code) in contents.items()]


def several_pages(folder: Path) -> list[Path]:
    """A TIFF of two pages, a GIF of two frames, a HEIC of two pictures; each half a turn on."""
    folder.mkdir(parents=True, exist_ok=True)
    first = Image.fromarray(photo(200, 160, seed=2))
    second = first.rotate(180)
    first.save(folder / "pages.tif", save_all=True, append_images=[second])
    first.save(folder / "moving.gif", save_all=True, append_images=[second], duration=100)
    collection = pillow_heif.from_pillow(first)
    collection.add_from_pillow(second)
    collection.save(folder / "collection.heic", quality=90)
    return [folder / name for name in ("pages.tif", "moving.gif", "collection.heic")]


def _bomb() -> bytes:
    """A PNG of 60,000 × 60,000 pixels in one bit each: a few kilobytes, gigabytes unpacked."""
    data = png_builder.chunk(b"IDAT", zlib.compress(bytes(1_000_000), 9))
    header = png_builder.header(60_000, 60_000, 1, 0)
    return b"\x89PNG\r\n\x1a\n" + header + data + png_builder.end()
