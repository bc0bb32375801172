#!/usr/bin/env bash
# SimpleITK 2.5.7
#
# Expected: a PNG's samples are what is stored: sBIT (W3C PNG, 11.3.2.7) tells how precise the
#           original was, and viewers, Pillow, OpenCV and libvips do not change a sample by it.
# Happens:  samples are shifted right by what sBIT leaves: an 8-bit image with sBIT 5 reads 8 times
#           darker, a 16-bit one with sBIT 12 is back at 0 to 4095. Two PNGs that look alike differ.
# Seen:     stored 200, sBIT 5 -> 25; without sBIT -> 200; stored 51400, sBIT 12 -> 3212
# Met by:   readers of 12-bit pictures that pnmtopng made, which scales to 16 bits and writes sBIT 12:
#           thresholds and comparisons with the same file read elsewhere fail.
# Do:       remove sBIT, or read by imageio and make the image from the array.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install --quiet --disable-pip-version-check SimpleITK==2.5.7 opencv-python-headless==5.0.0.93
cd "$dir"
venv/bin/python - <<'PY'
import struct
import sys
import zlib
from importlib.metadata import version
from pathlib import Path

import cv2
import SimpleITK

print("SimpleITK", version("SimpleITK"))


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(bits: int, sample: int, precise: "int | None") -> bytes:
    row = b"\0" + sample.to_bytes(bits // 8, "big") * 16
    parts = [b"\x89PNG\r\n\x1a\n", chunk(b"IHDR", struct.pack(">IIBBBBB", 16, 16, bits, 0, 0, 0, 0))]
    if precise is not None:
        parts.append(chunk(b"sBIT", bytes([precise])))
    return b"".join([*parts, chunk(b"IDAT", zlib.compress(row * 16)), chunk(b"IEND", b"")])


found = []
for bits, sample, precise in ((8, 200, None), (8, 200, 5), (16, 51400, 12)):
    Path("sample.png").write_bytes(png(bits, sample, precise))
    itk = SimpleITK.GetArrayFromImage(SimpleITK.ReadImage("sample.png"))[3, 3]
    other = cv2.imread("sample.png", cv2.IMREAD_UNCHANGED)[3, 3]
    print(f"{bits} bits, stored {sample}, sBIT {precise}: SimpleITK {itk}, OpenCV {other}")
    found.append(int(itk))
sys.exit(0 if found == [200, 25, 3212] else "samples are read otherwise now")
PY
