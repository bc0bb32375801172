#!/usr/bin/env bash
# Pillow 13.0.0 (12.2.0 likewise); OpenCV 5.0.0.93 with IMREAD_UNCHANGED likewise
#
# Expected: a grey TIFF with PhotometricInterpretation 0 (WhiteIsZero) is shown as it looks, whatever
#           its depth.
# Happens:  8 bits are inverted on opening; 16 bits come as stored: the negative of the picture, under
#           the same mode as any other 16-bit grey and without a tag in the mode that says so.
# Seen:     dark 30 of 255: 8 bits -> 30, 16 bits -> 225 (57825 of 65535)
# Met by:   scans of X-ray films and faxes in 16 bits; a finder for dark text looks for bright one, and
#           a cover chosen as "black" is white.
# Do:       look at tag 262 and invert by hand.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install --quiet --disable-pip-version-check pillow==13.0.0 tifffile==2026.3.3 \
  opencv-python-headless==5.0.0.93
cd "$dir"
venv/bin/python - <<'PY'
import sys
from importlib.metadata import version

import cv2
import numpy as np
import tifffile
from PIL import Image

print("Pillow", version("pillow"), "OpenCV", cv2.__version__)
dark = np.full((32, 32), 30, np.uint8)
tifffile.imwrite("8.tif", 255 - dark, photometric="miniswhite")
tifffile.imwrite("16.tif", 65535 - dark.astype(np.uint16) * 257, photometric="miniswhite")
found = []
for name, most in (("8.tif", 1), ("16.tif", 257)):
    image = Image.open(name)
    seen = image.getpixel((9, 9)) // most
    array = cv2.imread(name, cv2.IMREAD_UNCHANGED)[9, 9] // most
    found += [seen, int(array)]
    print(f"{name}: mode {image.mode}, Pillow {seen} of 255, OpenCV {array} of 255; it looks like 30")
sys.exit(0 if found == [30, 30, 225, 225] else "16 bits are read otherwise now")
PY
