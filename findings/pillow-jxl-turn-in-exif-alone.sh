#!/usr/bin/env bash
# pillow-jxl-plugin 1.3.8 (with Pillow 13.0.0), against libjxl's own reader in imagecodecs 2026.3.6
#
# Expected: a phone photo (Exif Orientation 6) saved as JPEG XL lies upright in a viewer.
# Happens:  saved as pixels, the picture stays as the sensor saw it, the header's orientation says 1
#           and only the Exif box says 6. ISO/IEC 18181 tells readers to turn by the header and not
#           by Exif: viewers show the photo on its side. The plugin itself reads the tag back, so a
#           round trip in Pillow hides it. (Repacked without loss, the default, the header says 6.)
# Seen:     lossless_jpeg=False: libjxl shows 64x32, Exif 6; the default: 32x64
# Met by:   converters of photo folders; a reader who turns by Exif and a viewer who does not mark
#           different places.
# Do:       ImageOps.exif_transpose before saving.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install --quiet --disable-pip-version-check \
  pillow-jxl-plugin==1.3.8 pillow==13.0.0 imagecodecs==2026.3.6
cd "$dir"
venv/bin/python -W ignore - <<'PY'
import sys
from importlib.metadata import version
from pathlib import Path

import imagecodecs
import pillow_jxl  # noqa: F401
from PIL import Image

print("pillow-jxl-plugin", version("pillow-jxl-plugin"))
exif = Image.Exif()
exif[0x0112] = 6
Image.new("RGB", (64, 32), (255, 0, 0)).save("photo.jpg", exif=exif)
photo = Image.open("photo.jpg")
photo.save("default.jxl")
photo.save("pixels.jxl", lossless_jpeg=False)
sizes = {}
for name in ("default", "pixels"):
    height, width = imagecodecs.jpegxl_decode(Path(name + ".jxl").read_bytes()).shape[:2]
    tag = Image.open(name + ".jxl").getexif().get(0x0112)
    sizes[name] = (width, height)
    print(f"{name}.jxl: shown {width}x{height}, Exif orientation by Pillow {tag}")
sys.exit(0 if sizes["pixels"] == (64, 32) else "the turn is in the header now")
PY
