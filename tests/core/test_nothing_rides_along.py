"""Nothing of the source except its pixels is in what is shared: the promise called clean."""

import zipfile
import zlib
from io import BytesIO
from pathlib import Path

import pytest
from pixelseal.core import engine
from pixelseal.core.encode import EncodeSettings
from pixelseal.core.encode.write import _image
from pixelseal.core.pixels.raster import Raster
from pixelseal.model.zip_stream import ZipStream

from tests.core import planted
from tests.core.support import exiftool_tags, needs_tool, photo, recipe, redact, run

FORMATS = ("same", "jpeg", "png", "webp", "tiff", "avif")
# What exiftool reads out of the bare structure of a picture.
STRUCTURE = {
    "jpeg": {
        *("JFIF:JFIFVersion", "JFIF:ResolutionUnit", "JFIF:XResolution", "JFIF:YResolution"),
        *("File:EncodingProcess", "File:BitsPerSample", "File:ColorComponents"),
        "File:YCbCrSubSampling",
    },
    "png": {
        *("PNG:BitDepth", "PNG:ColorType", "PNG:Compression", "PNG:Filter", "PNG:Interlace"),
        *("PNG:ImageWidth", "PNG:ImageHeight"),
    },
    "avif": {
        *("QuickTime:MajorBrand", "QuickTime:MinorVersion", "QuickTime:CompatibleBrands"),
        *("QuickTime:HandlerType", "QuickTime:ImageSpatialExtent", "QuickTime:ImagePixelDepth"),
        *("QuickTime:AV1ConfigurationVersion", "QuickTime:SeqProfile", "QuickTime:SeqLevelIdx0"),
        *("QuickTime:SeqTier0", "QuickTime:HighBitDepth", "QuickTime:TwelveBit"),
        *("QuickTime:ChromaFormat", "QuickTime:ChromaSamplePosition", "QuickTime:ColorProfiles"),
        *("QuickTime:InitialDelaySamples", "QuickTime:ColorPrimaries"),
        *("QuickTime:TransferCharacteristics", "QuickTime:MatrixCoefficients"),
        *("QuickTime:MediaDataSize", "QuickTime:MediaDataOffset", "QuickTime:MediaData"),
        "Meta:PrimaryItemReference",
        "QuickTime:QuickTime_ColorRep_0x000a",  # the range flag of the colour box
    },
    "webp": {
        *("RIFF:VP8Version", "RIFF:HorizontalScale", "RIFF:VerticalScale"),
        *("RIFF:ImageWidth", "RIFF:ImageHeight", "RIFF:AlphaIsUsed"),
    },
    "tif": {
        *("IFD0:ImageWidth", "IFD0:ImageHeight", "IFD0:BitsPerSample", "IFD0:Compression"),
        *("IFD0:PhotometricInterpretation", "IFD0:StripOffsets", "IFD0:SamplesPerPixel"),
        *("IFD0:RowsPerStrip", "IFD0:StripByteCounts", "IFD0:XResolution", "IFD0:YResolution"),
        *("IFD0:PlanarConfiguration", "IFD0:ResolutionUnit", "IFD0:Predictor"),
    },
}
ALWAYS = {
    *("File:FileType", "File:FileTypeExtension", "File:MIMEType", "File:ImageWidth"),
    *("File:ImageHeight", "File:ExifByteOrder"),
}


def _zip_of(done: engine.Redaction) -> bytes:
    """The image and its certificate as the page writes them."""
    stream, text = ZipStream(), done.certificate.encode()
    image = stream.header("images/" + done.name, len(done.output), done.crc32) + done.output
    certificate = stream.header("certificates/neutral-1.txt", len(text), zlib.crc32(text)) + text
    return b"".join([image, certificate, *stream.end()])


@pytest.fixture(params=planted.FILES)
def source(request) -> bytes:
    file = planted.FILES[request.param](photo(120, 80))
    assert planted.TEXT in file
    return file


@pytest.mark.parametrize("format", FORMATS)
def test_no_sentinel_is_in_the_output_its_certificate_or_the_zip(source, format):
    done = redact(source, recipe((10, 10, 30, 20), format=format))
    archive = _zip_of(done)
    for shared in (done.output, done.certificate.encode(), archive):
        for form in (planted.TEXT, planted.SENTINEL.encode("utf-16-le"), b"1961"):
            assert form not in shared


def test_the_certificate_says_nothing_of_the_source(source):
    done = redact(source, recipe((10, 10, 30, 20)))
    facts = done.record_facts["source"]
    for fact in (facts["sha256"], f"{facts['bytes']} bytes"):
        assert fact not in done.certificate


def test_the_image_handed_to_the_encoder_knows_nothing_but_pixels():
    assert _image(Raster(photo(8, 8))).info == {}


def test_the_zip_has_one_date_no_extra_fields_and_no_comment(source):
    done = redact(source, recipe((10, 10, 30, 20)))
    with zipfile.ZipFile(BytesIO(_zip_of(done))) as opened:
        certificate, image = opened.infolist()
        for entry in (certificate, image):
            assert entry.date_time == (1980, 1, 1, 0, 0, 0)
            assert (entry.extra, entry.comment, opened.comment) == (b"", b"", b"")
            assert (entry.create_system, entry.external_attr) == (3, 0o100644 << 16)
        assert opened.read(image) == done.output  # the reader checks it against the stated CRC-32
        assert opened.read(certificate) == done.certificate.encode()


@needs_tool("exiftool")
@pytest.mark.parametrize("format", FORMATS)
def test_exiftool_sees_only_structure(source, format, tmp_path: Path):
    done = redact(source, recipe((10, 10, 30, 20), format=format))
    path = tmp_path / done.name
    path.write_bytes(done.output)
    kind = {"jpg": "jpeg"}.get(done.extension, done.extension)
    assert exiftool_tags(path) <= STRUCTURE[kind] | ALWAYS


@needs_tool("exiftool")
def test_exiftool_does_see_what_was_planted(tmp_path: Path):
    # The witness above is worth something only if it sees the sentinels in the source.
    path = tmp_path / "source.jpg"
    path.write_bytes(planted.jpeg(photo(120, 80)))
    assert {"IFD0:Artist", "GPS:GPSLatitude", "IPTC:By-line"} <= exiftool_tags(path)


@needs_tool("mat2")
@pytest.mark.parametrize("format", ["jpeg", "png", "tiff"])  # it reads no WebP
def test_mat2_finds_nothing(format, tmp_path: Path):
    done = redact(planted.jpeg(photo(120, 80)), recipe((10, 10, 30, 20), format=format))
    path = tmp_path / done.name
    path.write_bytes(done.output)
    told = run("mat2", "--show", str(path))
    harmless = ("No metadata found", "[+] Metadata for", "Resolution", "Predictor")
    lines = [line for line in told.splitlines() if line.strip()]
    assert lines and planted.SENTINEL not in told
    assert all(any(word in line for word in harmless) for line in lines), told


@pytest.mark.parametrize(
    "coding", [EncodeSettings("png", 0, ""), EncodeSettings("jpeg", 92, "4:4:4")]
)
def test_the_same_request_gives_the_same_bytes(source, coding):
    asked = recipe((10, 10, 30, 20), format=coding.format)
    first, second = redact(source, asked), redact(source, asked)
    assert first.output == second.output
    assert first.certificate == second.certificate
