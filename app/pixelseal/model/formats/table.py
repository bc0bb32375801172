"""The formats that are opened, one row each, in the order in which people see them.

Rims, in pixels beyond the grid. JPEG, and JPEG within TIFF: a decoder interpolates chroma from the
neighbouring sample only (measured: grid + 1 leaves no differing pixel). WebP: its loop filter (RFC
6386, 15.3) changes up to 3 samples beyond an edge, in chroma 6 pixels, and chroma interpolation
adds one more. AVIF: AV1's deblocking, then CDEF, then restoration (specification, 7.14, 7.15, 7.17)
reach 6, 2 and 3 chroma samples, 22 pixels; chroma interpolation adds one. HEIC: HEVC's deblocking
and SAO (H.265, 8.7) reach 2 chroma samples; interpolation adds one.

Longest sides, in pixels. JPEG: libjpeg's JPEG_MAX_DIMENSION, below the format's 65,535. HEIC, AVIF:
the defaults of libheif and libavif. WebP: RFC 9649, 14 bits, of one picture. PNG has 31 bits
and TIFF 32, and so has the canvas of an animation more than its frames; but Pillow keeps a pointer
for every row, and a tall line would cost its heap.
"""

from pixelseal.model.formats.row import Format, Reading, Writing, checked

_TALLEST = 1_000_000
# Sizes of the headers that follow "BM", with which many texts also begin: OS/2 1 and 2, Windows 3,
# its two extensions, Windows 4 and 5.
_BMP_HEADERS = (12, 16, 40, 52, 56, 64, 108, 124)
# HEVC's own, and those shared by all of HEIF.
_HEIF_BRANDS = (
    b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"mif2", b"msf1", b"miaf",
)  # fmt: skip

ROWS = checked(
    (
        Format(
            name="jpeg",
            label="JPEG",
            endings=("jpg", "jpeg", "jpe", "jfif", "mpo"),
            media_type="image/jpeg",
            begins=(((0, b"\xff\xd8\xff"),),),
            brands=(),
            given=False,
            reading=Reading(longest_side=65_500, lossy=True, rim=1, predicted=False, frames=False),
            # Beyond this quality files grow without visible gain; a JPEG keeps that of its source.
            writing=Writing(
                longest_side=65_500, quality=92, lossless=False, gray=True, deep=False, pages=False
            ),
            instead="",
        ),
        Format(
            name="heic",
            label="HEIC",
            endings=("heic", "heif", "hif"),
            media_type="image/heic",
            begins=(),
            brands=_HEIF_BRANDS,
            given=True,
            reading=Reading(longest_side=32_768, lossy=True, rim=8, predicted=True, frames=False),
            writing=None,
            instead="jpeg",
        ),
        Format(
            name="png",
            label="PNG",
            endings=("png", "apng"),
            media_type="image/png",
            begins=(((0, b"\x89PNG\r\n\x1a\n"),),),
            brands=(),
            given=False,
            reading=Reading(
                longest_side=_TALLEST, lossy=False, rim=0, predicted=False, frames=True
            ),
            writing=Writing(
                longest_side=2**31 - 1, quality=0, lossless=True, gray=True, deep=True, pages=False
            ),
            instead="",
        ),
        Format(
            name="webp",
            label="WebP",
            endings=("webp",),
            media_type="image/webp",
            begins=(((0, b"RIFF"), (8, b"WEBP")),),
            brands=(),
            given=False,
            reading=Reading(longest_side=_TALLEST, lossy=True, rim=8, predicted=True, frames=True),
            writing=Writing(
                longest_side=16_383, quality=92, lossless=True, gray=False, deep=False, pages=False
            ),
            instead="",
        ),
        Format(
            name="avif",
            label="AVIF",
            endings=("avif",),
            media_type="image/avif",
            begins=(),
            brands=(b"avif", b"avis", b"avio"),
            given=True,
            reading=Reading(longest_side=32_768, lossy=True, rim=24, predicted=True, frames=False),
            # libavif's scale differs: measured in docs/formats/avif.md.
            writing=Writing(
                longest_side=32_768, quality=85, lossless=False, gray=False, deep=False, pages=False
            ),
            instead="",
        ),
        Format(
            name="tiff",
            label="TIFF",
            endings=("tif", "tiff"),
            media_type="image/tiff",
            begins=(
                ((0, b"II*\x00"),),
                ((0, b"MM\x00*"),),
                ((0, b"II+\x00"),),
                ((0, b"MM\x00+"),),
            ),
            brands=(),
            given=False,
            reading=Reading(
                longest_side=_TALLEST, lossy=True, rim=1, predicted=False, frames=False
            ),
            writing=Writing(
                longest_side=2**32 - 1, quality=0, lossless=True, gray=True, deep=True, pages=True
            ),
            instead="",
        ),
        Format(
            name="gif",
            label="GIF",
            endings=("gif",),
            media_type="image/gif",
            begins=(((0, b"GIF87a"),), ((0, b"GIF89a"),)),
            brands=(),
            given=False,
            reading=Reading(
                longest_side=_TALLEST, lossy=False, rim=0, predicted=False, frames=True
            ),
            writing=None,
            instead="png",
        ),
        Format(
            name="bmp",
            label="BMP",
            endings=("bmp",),
            media_type="image/bmp",
            begins=tuple([((0, b"BM"), (14, bytes((size, 0, 0, 0)))) for size in _BMP_HEADERS]),
            brands=(),
            given=False,
            reading=Reading(
                longest_side=_TALLEST, lossy=False, rim=0, predicted=False, frames=False
            ),
            writing=None,
            instead="png",
        ),
    )
)
