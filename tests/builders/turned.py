"""Pictures with a red corner in files that readers turn, crop or make see-through differently.

Upright, as a plain Orientation would have it, red is at the top left; which of four corners each
reader shows there is its own affair. Exif 2.32 (CIPA DC-008), PNG third edition, Microsoft BMP,
WebP lossless bitstream.
"""

import struct

import numpy as np
from PIL import Image

from tests.builders import jpeg, png
from tests.builders.containers import bmp, extended_webp, riff_chunk, webp
from tests.builders.pictures import encoded
from tests.builders.wide import wide_png

ORIENTATION = 274
BYTE, SHORT, LONG, SBYTE, SSHORT, SLONG = 1, 3, 4, 6, 8, 9
_XMP = (
    b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF '
    b'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description '
    b'xmlns:tiff="http://ns.adobe.com/tiff/1.0/" tiff:Orientation="1"/></rdf:RDF></x:xmpmeta>'
)
_EXIF_FLAG = 8  # of VP8X


def corners(width: int = 240, height: int = 160) -> Image.Image:
    """Red, green, blue and yellow corners on grey, from the top left clockwise."""
    pixels = np.full((height, width, 3), 128, np.uint8)
    part = min(width, height) * 3 // 10
    pixels[:part, :part] = (220, 20, 20)
    pixels[:part, -part:] = (20, 200, 20)
    pixels[-part:, -part:] = (20, 20, 220)
    pixels[-part:, :part] = (220, 220, 20)
    return Image.fromarray(pixels)


def entry(tag: int, kind: int, count: int, value: bytes) -> bytes:
    """One little-endian directory entry with its value inside."""
    return struct.pack("<HHI", tag, kind, count) + value.ljust(4, b"\0")[:4]


def directory(*entries: bytes, count: int | None = None, end: bytes = bytes(4)) -> bytes:
    """One directory; `count` is what it says to have, if not the truth."""
    return struct.pack("<H", len(entries) if count is None else count) + b"".join(entries) + end


def block(*directories: bytes) -> bytes:
    """A TIFF structure whose first directory is the first of these."""
    return b"II*\0" + struct.pack("<I", 8) + b"".join(directories)


def stated(value: int, kind: int = SHORT, count: int = 1) -> bytes:
    """A block that states an orientation as values of a kind."""
    size = {BYTE: 1, SBYTE: 1, SHORT: 2, SSHORT: 2}.get(kind, 4)
    one = value.to_bytes(size, "little")
    if size * count <= 4:
        return block(directory(entry(ORIENTATION, kind, count, one * count)))
    at = 8 + 2 + 12 + 4
    place = entry(ORIENTATION, kind, count, struct.pack("<I", at))
    return block(directory(place)) + one * count


def _blocks(value: int) -> dict[str, bytes]:
    """Odd ways of stating an orientation, by name."""
    tag = entry(ORIENTATION, SHORT, 1, struct.pack("<H", value))
    inner = directory(tag)
    pointer = entry(0x8769, LONG, 1, struct.pack("<I", 8 + 2 + 12 + 4))
    return {
        "short": stated(value),
        "long": stated(value, LONG),
        "slong": stated(value, SLONG),
        "sshort": stated(value, SSHORT),
        "byte": stated(value, BYTE),
        "sbyte": stated(value, SBYTE),
        "two-values": stated(value, SHORT, 2),
        "three-values": stated(value, SHORT, 3),
        "twice": block(directory(entry(ORIENTATION, SHORT, 1, b"\1"), tag)),
        "count-beyond": block(directory(tag, count=99)),
        "no-next": block(directory(tag, end=b"")),
        "below": block(directory(pointer), inner),
        "second": block(
            directory(entry(0x0100, SHORT, 1, b"\1"), end=struct.pack("<I", 26)), inner
        ),
    }


def turned_jpegs(value: int = 3, size: tuple[int, int] = (240, 160)) -> dict[str, bytes]:
    """JPEGs that state an orientation in odd ways, by file name."""
    plain = encoded("JPEG", corners(*size), quality=92, subsampling=2)
    blocks = _blocks(value)
    segments = {name: (jpeg.exif(made),) for name, made in blocks.items()}
    short = jpeg.exif(blocks["short"])
    segments |= {
        "xmp-first": (jpeg.xmp(_XMP), short),
        "empty-first": (jpeg.segment(0xE1, b"Exif\0\0"), short),
        "broken-first": (jpeg.exif(b"II*\0\xff\xff\xff\xff"), short),
        "one-first": (jpeg.exif(stated(1)), short),
        "one-last": (short, jpeg.exif(stated(1))),
    }
    return {
        f"jpeg-{name}-{value}.jpg": jpeg.with_segments(plain, *made)
        for name, made in segments.items()
    }


def turned_pngs(value: int = 3, size: tuple[int, int] = (240, 160)) -> dict[str, bytes]:
    """PNGs with an eXIf chunk in odd places and of odd kinds, by file name."""
    plain = encoded("PNG", corners(*size))
    made = png.chunk(b"eXIf", stated(value))
    end = plain.rindex(b"IEND") - 4
    files = {
        f"png-{name}-{value}.png": png.with_chunks(plain, png.chunk(b"eXIf", body))
        for name, body in _blocks(value).items()
    }
    files[f"png-late-{value}.png"] = plain[:end] + made + plain[end:]
    files[f"png-with-head-{value}.png"] = png.with_chunks(
        plain, png.chunk(b"eXIf", b"Exif\0\0" + stated(value))
    )
    return files


def turned_webps(value: int = 3, size: tuple[int, int] = (240, 160)) -> dict[str, bytes]:
    """A lossy and a lossless WebP with an EXIF chunk, by file name."""
    exif = riff_chunk(b"EXIF", stated(value))
    return {
        f"webp-{name}-{value}.webp": extended_webp(
            encoded("WEBP", corners(*size), **how), *size, _EXIF_FLAG, exif
        )
        for name, how in {"lossy": {"quality": 90}, "lossless": {"lossless": True}}.items()
    }


def see_through() -> dict[str, bytes]:
    """Pictures whose fourth byte or alpha hides the red for some readers, by file name."""
    upright = np.asarray(corners(80, 64))
    fourth = np.where(np.arange(80) < 40, 0, 255).astype(np.uint8)
    bgra = np.dstack([upright[::-1, :, ::-1], np.broadcast_to(fourth, (64, 80))])
    rgba = np.dstack([upright, np.broadcast_to(fourth, (64, 80))])
    lossless = bytearray(encoded("WEBP", Image.fromarray(rgba), lossless=True, exact=True))
    at = lossless.index(b"VP8L") + 8 + 4
    lossless[at] &= 0xEF  # the header says that there is no alpha; the coded pixels have it
    bare = bytes(lossless[at - 12 :])
    size = int.from_bytes(bare[4:8], "little")
    return {
        "bmp-fourth-byte.bmp": bmp(80, 64, 32, 0, bgra.tobytes()),
        "webp-no-alpha-bit.webp": webp(bare[: 8 + size + size % 2]),
        "png-alpha.png": encoded("PNG", Image.fromarray(rgba)),
        "png-colour-key.png": png.with_chunks(
            encoded("PNG", corners(80, 64)), png.chunk(b"tRNS", struct.pack(">HHH", 220, 20, 20))
        ),
    }


def dark(level: int = 120) -> bytes:
    """A 16-bit PNG of 512 by 256: black, with a bar of that level of 65,535 in it."""
    samples = np.zeros((256, 512), np.uint16)
    samples[96:160, 128:384:16] = level
    return wide_png(samples[:, :, np.newaxis])


def too_long(side: int = 12_000, other: int = 16) -> dict[str, bytes]:
    """Pictures that no screen shows whole, red from the top left to a quarter of their length."""
    pixels = np.full((other, side, 3), 128, np.uint8)
    pixels[: other // 2, : side // 4] = (220, 20, 20)
    return {
        "long-wide.jpg": encoded("JPEG", Image.fromarray(pixels), quality=92),
        "long-high.png": encoded(
            "PNG", Image.fromarray(np.ascontiguousarray(pixels.swapaxes(0, 1)))
        ),
    }


def all_of_them() -> dict[str, bytes]:
    """All of the above that have a red corner, by file name."""
    square = {f"square-{name}": file for name, file in turned_jpegs(6, (160, 160)).items()}
    return turned_jpegs() | square | turned_pngs() | turned_webps() | see_through() | too_long()


def large_ones() -> dict[str, bytes]:
    """Some of them as large as browsers read them in other ways, by file name."""
    files = turned_jpegs(6, (1000, 1000)) | turned_webps(3, (1200, 800))
    pngs = turned_pngs(3, (1200, 800))
    files |= {name: pngs[name] for name in ("png-short-3.png", "png-late-3.png", "png-long-3.png")}
    for value in (5, 8):
        turned = turned_jpegs(value, (1200, 800))
        files |= {name: file for name, file in turned.items() if "-short-" in name}
    options = {"quality": 92, "progressive": True, "exif": stated(4)}
    files["progressive-4.jpg"] = encoded("JPEG", corners(1200, 800), **options)
    files["from-below.bmp"] = encoded("BMP", corners(1200, 800))
    return files
