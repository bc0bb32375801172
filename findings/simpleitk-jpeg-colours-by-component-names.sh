#!/usr/bin/env bash
# SimpleITK 2.5.7
#
# Expected: an Adobe segment with transform 0 means RGB, a JFIF segment means YCbCr (ITU-T T.872,
#           T.871), whatever numbers the components have; libjpeg's defaults do so.
# Happens:  SimpleITK goes by the numbers alone: 1, 2, 3 are taken for YCbCr in spite of Adobe, and
#           "R", "G", "B" for RGB in spite of JFIF. No error, false colours.
# Seen:     red, RGB with Adobe transform 0, components 1 2 3 -> (76, 255, 28)
#           red, YCbCr with JFIF, components R G B -> (76, 85, 255)
# Met by:   RGB JPEGs out of DICOM frames, slide tiles and printers' software; colour measured on them.
# Do:       read such files by Pillow and make the image from the array.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install --quiet --disable-pip-version-check SimpleITK==2.5.7 numpy==2.4.6 pillow==13.0.0
cd "$dir"
venv/bin/python - <<'PY'
import io
import struct
import sys
from importlib.metadata import version
from pathlib import Path

import SimpleITK
from PIL import Image

print("SimpleITK", version("SimpleITK"))


def renumbered(data: bytes, numbers: bytes) -> bytes:
    """The same JPEG with other component numbers in frame and scan."""
    out, place = bytearray(data), 2
    while True:
        marker, size = out[place + 1], struct.unpack(">H", out[place + 2 : place + 4])[0]
        if marker == 0xC0:
            out[place + 10 : place + 19 : 3] = numbers
        if marker == 0xDA:
            out[place + 5 : place + 11 : 2] = numbers
            return bytes(out)
        place += 2 + size


def jpeg(**options: object) -> bytes:
    file = io.BytesIO()
    Image.new("RGB", (32, 32), (255, 0, 0)).save(file, "JPEG", quality=95, subsampling=0, **options)
    return file.getvalue()


found = {}
for name, data in {
    "rgb-adobe-123": renumbered(jpeg(keep_rgb=True), b"\1\2\3"),
    "rgb-adobe-RGB": jpeg(keep_rgb=True),
    "ycc-jfif-123": jpeg(),
    "ycc-jfif-RGB": renumbered(jpeg(), b"RGB"),
}.items():
    Path(name + ".jpg").write_bytes(data)
    itk = SimpleITK.GetArrayFromImage(SimpleITK.ReadImage(name + ".jpg"))[9, 9].tolist()
    pillow = Image.open(name + ".jpg").convert("RGB").getpixel((9, 9))
    found[name] = itk[0] > 200 and max(itk[1:]) < 60
    print(f"{name}: SimpleITK {tuple(itk)}, Pillow {pillow}")
stands = list(found.values()) == [False, True, True, False]
sys.exit(0 if stands else "colours are read otherwise now")
PY
