#!/usr/bin/env bash
# pyvips 3.2.0 with pyvips-binary 8.18.7 (libvips 8.18.7)
#
# Expected: a grey numpy array of 16 bits, made an image and saved as PNG, is a 16-bit PNG.
# Happens:  the image's interpretation is guessed as "b-w", which means 8 bits; pngsave goes by it and
#           cuts every sample off at 255: white. The same image saved as TIFF keeps 16 bits, as JPEG,
#           WebP and AVIF it is scaled rightly. An array of three bands comes out with 16 bits.
# Seen:     51400: png 255 of 8 bits, tif 51400, jpg 200, webp 200; with grey16: png 51400
# Met by:   whoever covers something in a 16-bit X-ray or microscope picture with numpy and saves by
#           libvips.
# Do:       new_from_array(array, interpretation="grey16"), or copy(interpretation="grey16").
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install --quiet --disable-pip-version-check \
  pyvips==3.2.0 pyvips-binary==8.18.7 numpy==2.4.6 pillow==13.0.0
cd "$dir"
venv/bin/python - <<'PY'
import sys
from importlib.metadata import version

import numpy as np
import pyvips
from PIL import Image

print("pyvips", version("pyvips"), "libvips", ".".join(str(pyvips.version(part)) for part in range(3)))
array = np.full((48, 64), 200 * 257, np.uint16)
guessed = pyvips.Image.new_from_array(array)
told = pyvips.Image.new_from_array(array, interpretation="grey16")
print("interpretation guessed:", guessed.interpretation)
found = {}
for name, image in {"guess.png": guessed, "guess.tif": guessed, "guess.jpg": guessed, "told.png": told}.items():
    image.write_to_file(name)
    back = Image.open(name)
    found[name] = back.getpixel((9, 9))
    print(f"{name}: mode {back.mode}, {found[name]}")
stands = list(found.values()) == [255, 51400, 200, 51400]
sys.exit(0 if stands else "the array is saved otherwise now")
PY
