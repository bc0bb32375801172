#!/usr/bin/env bash
# OpenCV 5.0.0.93 (PyPI opencv-python-headless)
#
# Expected: imread gives the colours of an RGB TIFF with unassociated alpha (ExtraSamples 2) as they
#           are stored, as it does for a PNG with the same samples.
# Happens:  they come multiplied by alpha, by IMREAD_COLOR, which drops alpha, and by
#           IMREAD_UNCHANGED, which hands it over beside the darkened colours: whoever blends them
#           darkens twice. Where alpha is 0 the colours are lost.
# Seen:     stored (200, 120, 40) alpha 128: TIFF (100, 60, 20); PNG (200, 120, 40)
# Met by:   users of TIFF from Photoshop or slide scanners with a transparency layer.
# Do:       read such a TIFF by tifffile or Pillow.
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
from PIL import Image

print("OpenCV", cv2.__version__)
picture = Image.new("RGBA", (64, 32), (200, 120, 40, 128))
found = {}
for ending in ("png", "tif"):
    picture.save("layer." + ending)  # Pillow writes ExtraSamples 2
    for name, flag in (("colour", cv2.IMREAD_COLOR), ("unchanged", cv2.IMREAD_UNCHANGED)):
        pixel = cv2.imread("layer." + ending, flag)[9, 9].tolist()
        found[ending, name] = tuple(pixel[2::-1])
        print(f"{ending}, {name}: {found[ending, name]}", pixel[3:])
tags = Image.open("layer.tif").tag_v2
assert tags[338] in (2, (2,)), "the TIFF says another kind of alpha"
stored = found["png", "colour"] == found["png", "unchanged"] == (200, 120, 40)
dark = found["tif", "colour"] == found["tif", "unchanged"] == (100, 60, 20)
sys.exit(0 if stored and dark else "the colours have changed")
PY
