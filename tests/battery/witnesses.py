"""What exiftool and mat2 see in files, run once for all files. Knows nothing of our code."""

import json
import re
import subprocess
from collections.abc import Iterable
from pathlib import Path

# Tags that only say how a picture is stored; every file of the format has the same values.
STRUCTURE = re.compile(
    r"(System|ExifTool|Composite):.*|SourceFile|"
    r"File:(FileType|FileTypeExtension|MIMEType|ImageWidth|ImageHeight|ExifByteOrder|"
    r"EncodingProcess|BitsPerSample|ColorComponents|YCbCrSubSampling|BMPVersion|Planes|BitDepth|"
    r"Compression|ImageLength|PixelsPerMeter[XY]|NumColors|NumImportantColors|RedMask|GreenMask|"
    r"BlueMask|AlphaMask|ColorSpace|RenderingIntent|.*Endpoint|Gamma(Red|Green|Blue))|"
    r"JFIF:(JFIFVersion|ResolutionUnit|[XY]Resolution)|"
    r"PNG(-pHYs)?:(BitDepth|ColorType|Compression|Filter|Interlace|ImageWidth|ImageHeight|"
    r"Palette|Transparency|PixelsPerUnit[XY]|PixelUnits|SignificantBits)|"
    r"RIFF:(VP8Version|HorizontalScale|VerticalScale|ImageWidth|ImageHeight|AlphaIsUsed|"
    r"WebP_Flags|AlphaPreprocessing|AlphaFiltering|AlphaCompression|.*Alpha.*)|"
    r"GIF:(GIFVersion|HasColorMap|ColorResolutionDepth|BitsPerPixel|BackgroundColor|ImageWidth|"
    r"ImageHeight|PixelAspectRatio|TransparentColor)|"
    r"IFD\d+:(ImageWidth|ImageHeight|BitsPerSample|Compression|PhotometricInterpretation|"
    r"StripOffsets|SamplesPerPixel|RowsPerStrip|StripByteCounts|[XY]Resolution|FillOrder|"
    r"PlanarConfiguration|ResolutionUnit|Predictor|ColorMap|ExtraSamples|SampleFormat|"
    r"Tile(Width|Length|Offsets|ByteCounts)|SubfileType|OldSubfileType|T[46]Options|Orientation|"
    r"YCbCrSubSampling|YCbCrPositioning|ReferenceBlackWhite|JPEGTables|MinSampleValue|"
    r"MaxSampleValue|PageNumber|NewSubfileType)|"
    r"(QuickTime|Meta):(MediaData|QuickTime_ColorRep_0x000a|MajorBrand|MinorVersion|CompatibleBrands|HandlerType|PrimaryItemReference|"
    r"AV1Configuration.*|ImageSpatialExtent|ImagePixelDepth|ColorProfiles|ColorPrimaries|"
    r"TransferCharacteristics|MatrixCoefficients|VideoFullRangeFlag|MediaDataSize|MediaDataOffset|"
    r"Chroma.*|HEVC.*|.*Compatib.*|MinSpatialSegmentationIdc|Meta.*ImageSize|ImageWidth|"
    r"ImageHeight|ItemDataSize|SeqProfile|SeqLevelIdx0|SeqTier0|HighBitDepth|TwelveBit|"
    r"Monochrome|InitialDelaySamples)",
)
# What mat2 shows of every TIFF and PNG: how it is stored.
_HARMLESS = re.compile(r"\s*(\S*Resolution|Predictor|\S*Resolution\S*)\b.*")


def exiftool(files: Iterable[Path]) -> dict[Path, set[str]]:
    """File -> Group:Tag of everything that exiftool sees beyond how the picture is stored."""
    names = [str(path) for path in files]
    if not names:
        return {}
    command = ["exiftool", "-j", "-a", "-u", "-U", "-G1", "-s", "-@", "-"]
    done = subprocess.run(
        command, input="\n".join(names), stdout=subprocess.PIPE, text=True, check=False
    )
    rows = json.loads(done.stdout or "[]")
    return {
        Path(row["SourceFile"]): {tag for tag in row if not STRUCTURE.fullmatch(tag)}
        for row in rows
    }


def mat2(files: Iterable[Path]) -> dict[Path, list[str]]:
    """File -> lines that mat2 shows of it beyond how it is stored; files it cannot read lack.

    mat2 starts exiftool for each file: a third of a second a file.
    """
    names = [str(path) for path in files]
    done = subprocess.run(
        ["mat2", "--show", *names], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
        check=False,
    )  # fmt: skip
    seen: dict[Path, list[str]] = {}
    lines: list[str] = []
    for line in done.stdout.splitlines():
        header = re.fullmatch(r"\[\+\] Metadata for (.*):|  No metadata found in (.*)\.", line)
        if header:
            lines = seen.setdefault(Path(header[1] or header[2]), [])
        elif line.startswith("[-]") or not line.strip():
            continue
        elif not _HARMLESS.fullmatch(line):
            lines.append(line.strip())
    return seen
