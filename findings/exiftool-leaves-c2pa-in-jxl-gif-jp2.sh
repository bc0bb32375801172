#!/usr/bin/env bash
# ExifTool 13.59 (npm exiftool-vendored.pl 13.59.3; needs Perl)
#
# Expected: `-all=` takes a C2PA manifest out of every format that it writes: it does so for JPEG, PNG,
#           WebP and TIFF, and it lists the manifest in all of them.
# Happens:  in JPEG XL, GIF and JPEG 2000 the manifest stays, whole. "1 image files created", no warning;
#           Exif and XMP beside it are gone. ExifTool itself lists the author in the output.
# Seen:     author still in the file: jpg False, png False, webp False, tif False; jxl True, gif True,
#           jp2 True
# Met by:   whoever cleans what cameras and editors sign: a manifest names its maker, tells what was done
#           and when, and often holds a small picture of the photo as it was.
# Do:       make the file anew from pixels, and list JUMBF afterwards (exiftool -a -G1 -jumbf:all).
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install --quiet --disable-pip-version-check pillow==13.0.0 pillow-jxl-plugin==1.3.8 \
  tifffile==2026.3.3 numpy==2.4.6
cd "$dir"
npm install --silent --no-audit --no-fund --ignore-scripts exiftool-vendored.pl@13.59.3
venv/bin/python - <<'PY'
import io
import struct
import subprocess
import sys
import zlib
from pathlib import Path

import numpy as np
import pillow_jxl  # noqa: F401  registers the format
import tifffile
from PIL import Image

TOOL = "node_modules/exiftool-vendored.pl/bin/exiftool"
AUTHOR = b"Synthetic Author"
TYPE = b"\0\x11\0\x10\x80\0\0\xaa\0\x38\x9b\x71\x03"  # the rest of a JUMBF type (ISO/IEC 19566-5)
photo = Image.new("RGB", (64, 64), (200, 120, 40))


def box(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I4s", len(data) + 8, kind) + data


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I4s", len(data), kind) + data + struct.pack(">I", zlib.crc32(kind + data))


def saved(kind: str, **options: object) -> bytes:
    file = io.BytesIO()
    photo.save(file, kind, **options)
    return file.getvalue()


claim = box(b"json", b'{"author":[{"name":"' + AUTHOR + b'"}]}')
work = box(b"jumb", box(b"jumd", b"json" + TYPE + b"stds.schema-org.CreativeWork\0") + claim)
manifest = box(b"jumb", box(b"jumd", b"c2pa" + TYPE + b"c2pa\0") + work)
manifest += b"" if len(manifest) % 2 == 0 else b"\0"


def jpg() -> bytes:
    segment = b"JP\0\1\0\0\0\1" + manifest
    return b"\xff\xd8\xff\xeb" + struct.pack(">H", len(segment) + 2) + segment + saved("JPEG")[2:]


def png() -> bytes:
    file = saved("PNG")
    at = file.index(b"IDAT") - 4
    return file[:at] + chunk(b"caBX", manifest) + file[at:]


def webp() -> bytes:
    extended = struct.pack("<4sII", b"VP8X", 10, 0) + (63).to_bytes(3, "little") * 2
    body = b"WEBP" + extended + saved("WEBP")[12:] + struct.pack("<4sI", b"C2PA", len(manifest)) + manifest
    return struct.pack("<4sI", b"RIFF", len(body)) + body


def tif() -> bytes:
    file = io.BytesIO()
    tag = (52545, 7, len(manifest), manifest, True)
    tifffile.imwrite(file, np.asarray(photo), photometric="rgb", metadata=None, extratags=[tag])
    return file.getvalue()


def gif() -> bytes:
    blocks = b"".join(bytes([len(part)]) + part for part in (manifest[i : i + 255] for i in range(0, len(manifest), 255)))
    return saved("GIF")[:-1] + b"\x21\xff\x0bC2PA_GIF\1\0\0" + blocks + b"\0;"


files = {
    "jpg": jpg(),
    "png": png(),
    "webp": webp(),
    "tif": tif(),
    "jxl": saved("JXL", exif=b"Exif\0\0MM\0*\0\0\0\x08\0\0\0\0\0\0") + manifest,
    "gif": gif(),
    "jp2": saved("JPEG2000") + manifest,
}
print("ExifTool", subprocess.run([TOOL, "-ver"], capture_output=True, text=True, check=True).stdout.strip())
left = {}
for ending, data in files.items():
    Path("in." + ending).write_bytes(data)
    listed = subprocess.run([TOOL, "-jumbf:all", "in." + ending], capture_output=True, check=True).stdout
    if AUTHOR not in listed:
        sys.exit(f"the manifest in in.{ending} is not what it should be")
    subprocess.run([TOOL, "-q", "-q", "-all=", "-o", "out." + ending, "in." + ending], check=True)
    left[ending] = AUTHOR in Path("out." + ending).read_bytes()
print("author still in the file:", left)
sys.exit(0 if [name for name, there in left.items() if there] == ["jxl", "gif", "jp2"] else "other formats now")
PY
