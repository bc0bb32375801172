#!/usr/bin/env bash
# heic2png 1.2.0 (PyPI HEIC2PNG; with pillow-heif 1.8.1 and Pillow 13.0.0)
#
# Expected: a HEIC converted to PNG, which is without loss, has the colours of the photo.
# Happens:  the command's `--quality`, 80 unless told, reduces it to a palette of at most 256 colours; 100
#           does not.
# Seen:     a photo of 12288 colours: a palette of 204 by default, all of them with --quality 100
# Met by:   whoever converts phone photos for a study or a chart: shades of skin become steps, and
#           nothing in the file tells so but its colour type.
# Do:       --quality 100, or convert by Pillow.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install --quiet --disable-pip-version-check HEIC2PNG==1.2.0 pillow-heif==1.8.1 \
  pillow==13.0.0 numpy==2.4.6
cd "$dir"
venv/bin/python - <<'PY'
import subprocess
import sys
from importlib.metadata import version

import numpy as np
import pillow_heif
from PIL import Image

print("heic2png", version("HEIC2PNG"))
pillow_heif.register_heif_opener()
across, down = np.meshgrid(np.arange(128), np.arange(128))
colours = np.dstack([across * 2, down * 2, across + down]).astype(np.uint8)
Image.fromarray(colours).save("photo.heic", quality=-1)
found = {}
for name, options in (("default", []), ("quality 100", ["--quality", "100"])):
    command = ["venv/bin/heic2png", "-i", "photo.heic", "-o", "photo.png", "-w", *options]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    image = Image.open("photo.png")
    count = len(image.convert("RGB").getcolors(1 << 24))
    found[name] = image.mode, count > 256
    print(name, image.mode, count, "colours")
wanted = {"default": ("P", False), "quality 100": ("RGB", True)}
sys.exit(0 if found == wanted else "colours are treated otherwise now")
PY
