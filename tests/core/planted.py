"""Files with a sentinel in every place where a file can carry something. Tests nothing."""

import io

from PIL import Image, PngImagePlugin
from pixelseal.core.base.arrays import Pixels

from tests.builders import containers
from tests.builders import jpeg as jpeg_builder
from tests.builders import png as png_builder
from tests.core.support import file_of

SENTINEL = "SENTINEL-Jane-Roe-0042"
TEXT = SENTINEL.encode()
XMP = (
    b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-'
    b'syntax-ns#"><rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>'
    + TEXT
    + b"</dc:creator></rdf:Description></rdf:RDF></x:xmpmeta>"
)
_PROFILE = bytes(36) + b"acsp" + bytes(88) + TEXT


def exif_block() -> bytes:
    """Exif with names, a date, a serial number, GPS and a text in UTF-16."""
    exif = Image.Exif()
    exif[0x010E] = exif[0x013B] = exif[0x8298] = SENTINEL
    exif[0x9C9D] = SENTINEL.encode("utf-16-le")
    exif[0x0132] = "1961:07:14 10:11:12"
    inner = exif.get_ifd(0x8769)
    inner[0xA431] = inner[0xA430] = SENTINEL
    inner[0x9286] = b"ASCII\0\0\0" + TEXT
    gps = exif.get_ifd(0x8825)
    gps[1], gps[2] = "N", (48.0, 51.0, 29.6)
    gps[3], gps[4] = "E", (2.0, 17.0, 40.2)
    return exif.tobytes()


def jpeg(pixels: Pixels, **options: object) -> bytes:
    """Exif, XMP, IPTC, a profile, comments, a private segment, a second picture and a trailer."""
    thumbnail = file_of(pixels[::4, ::4], "JPEG")
    plain = file_of(pixels, "JPEG", exif=exif_block(), **options)
    iptc = jpeg_builder.iptc_dataset(80, TEXT) + jpeg_builder.iptc_dataset(120, TEXT)
    return (
        jpeg_builder.with_segments(
            plain,
            jpeg_builder.xmp(XMP),
            jpeg_builder.photoshop(
                jpeg_builder.resource(0x0404, iptc), jpeg_builder.resource(0x040C, thumbnail)
            ),
            jpeg_builder.segment(0xE2, b"ICC_PROFILE\0\1\1" + _PROFILE),
            jpeg_builder.segment(0xEB, b"PRIVATE\0" + TEXT),
            jpeg_builder.segment(0xFE, TEXT),
        )
        + thumbnail
        + TEXT
    )


def png(pixels: Pixels) -> bytes:
    """Texts of all three kinds, Exif, a private chunk and bytes after the end."""
    texts = PngImagePlugin.PngInfo()
    texts.add_text("Author", SENTINEL)
    texts.add_text("Comment", SENTINEL, zip=True)
    texts.add_itxt("Title", SENTINEL)
    texts.add_itxt("XML:com.adobe.xmp", XMP.decode())
    plain = file_of(pixels, "PNG", pnginfo=texts, exif=exif_block())
    return png_builder.with_chunks(plain, png_builder.chunk(b"prVt", TEXT)) + TEXT


def webp(pixels: Pixels, **options: object) -> bytes:
    """Exif and XMP chunks."""
    return file_of(pixels, "WEBP", exif=exif_block(), xmp=XMP, **options)


def tiff(pixels: Pixels) -> bytes:
    """Names, program, XMP, IPTC and a private tag."""
    tags = {270: SENTINEL, 305: SENTINEL, 315: SENTINEL, 316: SENTINEL, 65000: SENTINEL}
    iptc = jpeg_builder.iptc_dataset(80, TEXT)
    return file_of(pixels, "TIFF", tiffinfo={**tags, 700: XMP, 33723: iptc})


def gif(pixels: Pixels) -> bytes:
    """A comment and an application extension."""
    stream = io.BytesIO()
    Image.fromarray(pixels).quantize(64).save(stream, "GIF", comment=TEXT)
    extension = containers.gif_extension(0xFF, b"XMP DataXMP", TEXT)
    return containers.with_gif_extension(stream.getvalue(), extension)


FILES = {"jpeg": jpeg, "png": png, "webp": webp, "tiff": tiff, "gif": gif}
