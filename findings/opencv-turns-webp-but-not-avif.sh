#!/usr/bin/env bash
# OpenCV 5.0.0.93 (PyPI opencv-python-headless)
#
# Expected: imread turns by Exif and leaves a format alone that it does not know to carry a turn; or
#           honours the turn of every format that it reads.
# Happens:  it turns JPEG, PNG (eXIf) and WebP, and not AVIF, whose turn (irot) is part of how the
#           picture is decoded and which browsers, Pillow and libvips honour.
# Seen:     upright 32x64: JPEG, PNG, WebP; AVIF 64x32
# Met by:   finders of faces and text over mixed folders: an AVIF portrait is looked at lying on its
#           side, and boxes that OpenCV found fit another picture than the one that people see.
# Do:       decode AVIF by Pillow or libvips and hand over the array.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install --quiet --disable-pip-version-check \
  opencv-python-headless==5.0.0.93 pillow==13.0.0
cd "$dir"
venv/bin/python - <<'PY'
import sys

import cv2
from PIL import Image, ImageOps

print("OpenCV", cv2.__version__)
exif = Image.Exif()
exif[0x0112] = 6
found = {}
for ending in ("jpg", "png", "webp", "avif"):
    Image.new("RGB", (64, 32), (255, 0, 0)).save("photo." + ending, exif=exif)
    height, width = cv2.imread("photo." + ending).shape[:2]
    upright = ImageOps.exif_transpose(Image.open("photo." + ending)).size
    found[ending] = (width, height) == upright
    print(f"{ending}: imread {width}x{height}, upright {upright[0]}x{upright[1]}")
stands = found == {"jpg": True, "png": True, "webp": True, "avif": False}
sys.exit(0 if stands else "another set of formats is turned now")
PY
