"""Small files that break a rule and are opened anyway, because their picture is complete.

One of each kind, by name; tests use them all: whatever is opened although a decoder need not accept
it must come out the same everywhere. Tests nothing.
"""

from functools import cache

from tests.builders import containers, jpeg, png, tiff
from tests.builders.pictures import encoded, picture


@cache
def odd_files() -> dict[str, bytes]:
    """Name -> file."""
    words = png.chunk(b"tEXt", b"Comment\0words")
    others = {
        "no-end.png": encoded("png")[:-12],
        "wrong-words.png": png.with_chunks(encoded("png"), words[:-1] + b"?"),
        "no-end.gif": encoded("gif")[:-1],
    }
    return {**_jpegs(), **_bitmaps(), **_tiffs(), **others}


def _tiffs() -> dict[str, bytes]:
    uncounted, cut = {}, {}
    for name in ("raw", "packbits", "group3", "group4", "tiff_lzw"):
        mode = "1" if name.startswith("group") else "L"
        page, _ = tiff.coded_page(picture(200, 120, mode=mode), name, 2)
        page.tags[279] = (tiff.LONG, [0, 0])
        uncounted[f"no-counts-{name}.tif"] = tiff.tiff(page)
    for name in ("group3", "group4"):
        page, _ = tiff.coded_page(picture(200, 120, mode="1"), name, 1)
        page.tags[257] = page.tags[278] = (tiff.LONG, [122])
        cut[f"last-rows-{name}.tif"] = tiff.tiff(page)
    narrow = tiff.gray_page((bytes(range(48)),), t262=(tiff.SHORT, [3]))
    narrow.tags[320] = (tiff.SHORT, [value % 256 for value in range(768)])
    big = tiff.gray_page((bytes(range(48)),))
    return {
        **uncounted,
        **cut,
        "narrow-map.tif": tiff.tiff(narrow),
        "big-endian.tif": tiff.tiff(big, order=">", big=True),
    }


def _bitmaps() -> dict[str, bytes]:
    rows = [[0x123, 0xF0F, 0x5A5], [0, 0xFFF, 0x321]]
    alpha = (0xFF0000, 0xFF00, 0xFF, 0xFF000000)
    return {
        "four-bits.bmp": containers.field_bmp(rows, 16, (0xF00, 0xF0, 0xF), 3),
        "alpha-fields.bmp": containers.field_bmp(rows, 32, alpha, 6),
        "last-row-short.bmp": encoded("bmp")[:-1],
    }


def _jpegs() -> dict[str, bytes]:
    photo = encoded("jpeg", quality=85)
    restarts = encoded("jpeg", restart_marker_blocks=3)
    start, end = jpeg.find_segment(photo, 0xE0)
    return {
        "no-end.jpg": photo[:-2],
        "no-end-trailer.jpg": photo[:-2] + b"\0\0\1\x09" + bytes(40) + b"SEFT",
        "no-end-gray.jpg": encoded("jpeg", picture(mode="L"))[:-2],
        "no-end-cmyk.jpg": encoded("jpeg", picture(mode="CMYK"))[:-2],
        "no-end-restarts.jpg": restarts[:-2],
        "no-end-progressive.jpg": encoded("jpeg", progressive=True)[:-2],
        "surplus-restart.jpg": jpeg.with_surplus_restarts(restarts, 1),
        "surplus-restarts.jpg": jpeg.with_surplus_restarts(photo, 3),
        "no-tables.jpg": jpeg.without_tables(photo),
        "no-tables-no-end.jpg": jpeg.without_tables(photo)[:-2],
        "short-head.jpg": photo[:start] + jpeg.segment(0xE0, b"JFIF\0") + photo[end:],
    }
