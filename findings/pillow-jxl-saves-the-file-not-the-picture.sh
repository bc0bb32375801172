#!/usr/bin/env bash
# pillow-jxl-plugin 1.3.8 (with Pillow 13.0.0)
#
# Expected: `im.save("x.jxl")` writes the pixels that `im` holds.
# Happens:  if `im` was opened from a JPEG file by its name, the plugin reads that file again and
#           repacks it without loss: whatever was painted, blurred or pasted since is not in the
#           output, and all metadata of the JPEG is. This is the default; a warning speaks of
#           "JPEG reconstruction", none says that edits are left out. Only `lossless_jpeg=False`
#           saves the pixels.
# Seen:     covered with black, saved: (254, 0, 0); with lossless_jpeg=False: (0, 0, 0)
# Met by:   anyone who covers something in a photo with Pillow and chooses JPEG XL as the output.
# Do:       pass lossless_jpeg=False, or save a copy (`im.copy()` has no file), and look at the output.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install --quiet --disable-pip-version-check pillow-jxl-plugin==1.3.8 pillow==13.0.0
cd "$dir"
venv/bin/python -W ignore - <<'PY'
import sys
from importlib.metadata import version

import pillow_jxl  # noqa: F401
from PIL import Image

print("pillow-jxl-plugin", version("pillow-jxl-plugin"), "Pillow", version("pillow"))
Image.new("RGB", (64, 64), (255, 0, 0)).save("photo.jpg", quality=95)
photo = Image.open("photo.jpg")
photo.paste((0, 0, 0), (0, 0, 64, 64))
shown = {"in memory": photo.getpixel((9, 9))}
photo.save("default.jxl")
photo.save("pixels.jxl", lossless_jpeg=False)
for name in ("default", "pixels"):
    shown[name + ".jxl"] = Image.open(name + ".jxl").convert("RGB").getpixel((9, 9))
for name, pixel in shown.items():
    print(f"{name}: {pixel}")
bare = shown["default.jxl"][0] > 200 and max(shown["pixels.jxl"]) < 16
sys.exit(0 if bare else "the default saves what was painted now")
PY
