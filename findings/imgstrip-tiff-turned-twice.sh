#!/usr/bin/env bash
# imgstrip 1.2.7 (with Pillow 13.0.0)
#
# Expected: the cleaned file shows what the source shows; its documentation promises upright pixels,
#           "re-parsed and re-decoded to prove it is clean".
# Happens:  JPEG, PNG, WebP and AVIF come out upright. A TIFF with orientation 6 is turned by Pillow
#           on loading and by imgstrip again: it comes out lying on its side, without a word, verified.
# Seen:     red corner of the upright photo, top right; photo.jpg -> top right; photo.tif -> bottom right
# Met by:   users of the tool with TIFF from cameras and scanners.
# Do:       turn TIFF before, or compare the output with the source by eye.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install --quiet --disable-pip-version-check imgstrip==1.2.7 pillow==13.0.0
cd "$dir"
venv/bin/python - <<'PY'
from PIL import Image, TiffImagePlugin

picture = Image.new("RGB", (96, 64), (200, 200, 200))
picture.paste((255, 0, 0), (0, 0, 32, 24))  # top left as stored, top right once upright
exif, tags = Image.Exif(), TiffImagePlugin.ImageFileDirectory_v2()
exif[0x0112] = tags[0x0112] = 6
picture.save("photo.jpg", exif=exif, quality=95)
picture.save("photo.tif", tiffinfo=tags)
PY
venv/bin/imgstrip --version
venv/bin/imgstrip --quiet -o clean.jpg photo.jpg
venv/bin/imgstrip --quiet -o clean.tif photo.tif
venv/bin/python - <<'PY'
import sys

from PIL import Image


def corner(name: str) -> str:
    image = Image.open(name).convert("RGB")
    width, height = image.size
    places = {"top left": (4, 4), "top right": (width - 5, 4)}
    places |= {"bottom left": (4, height - 5), "bottom right": (width - 5, height - 5)}
    return next((word for word, at in places.items() if image.getpixel(at)[1] < 100), "nowhere")


found = {name: corner(name) for name in ("clean.jpg", "clean.tif")}
for name, place in found.items():
    print(f"{name}: red corner {place}")
changed = found != {"clean.jpg": "top right", "clean.tif": "bottom right"}
sys.exit("the TIFF is turned once now" if changed else 0)
PY
