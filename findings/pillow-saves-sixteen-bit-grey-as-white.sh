#!/usr/bin/env bash
# Pillow 13.0.0, and through it imageio 2.38.1
#
# Expected: a 16-bit grey picture saved in a format of 8 bits is scaled, or refused as JPEG refuses it
#           ("cannot write mode I;16 as JPEG").
# Happens:  WebP and AVIF convert it first, and the conversion cuts every sample off at 255: all
#           white. Floats of 0 to 1 become all black. No error, no warning; imageio.imwrite does the
#           same.
# Seen:     51400 of 65535: webp (255, 255, 255), avif 255, jpg refused; 0.8 of 1: webp (0, 0, 0)
# Met by:   whoever makes small copies of X-rays and microscope pictures: a white or black picture, which
#           passes for a covered one.
# Do:       scale to 8 bits before: (array >> 8).astype("uint8").
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install --quiet --disable-pip-version-check \
  pillow==13.0.0 numpy==2.4.6 imageio==2.38.1
cd "$dir"
venv/bin/python - <<'PY'
import sys
from importlib.metadata import version

import imageio.v3 as imageio
import numpy as np
from PIL import Image

print("Pillow", version("pillow"), "imageio", version("imageio"))
deep = np.full((48, 64), 200 * 257, np.uint16)
found = {}
for writer, save in {
    "Pillow": lambda name, array: Image.fromarray(array).save(name),
    "imageio": imageio.imwrite,
}.items():
    for name, array in {
        "deep.webp": deep,
        "deep.avif": deep,
        "deep.jpg": deep,
        "float.webp": (deep / 65535).astype(np.float32),
    }.items():
        try:
            save(name, array)
            shown = Image.open(name).convert("L").getpixel((9, 9))
        except OSError as error:
            shown = "refused: " + str(error)
        found[writer, name] = shown
        print(f"{writer}, {name}: {shown}")
kinds = [value if isinstance(value, int) else "refused" for value in found.values()]
stands = kinds == [255, 255, "refused", 0] * 2
sys.exit(0 if stands else "such pictures are saved otherwise now")
PY
