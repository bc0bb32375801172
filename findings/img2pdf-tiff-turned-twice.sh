#!/usr/bin/env bash
# img2pdf 0.6.3 (with Pillow 13.0.0)
#
# Expected: a TIFF with Orientation 6 stands upright on its page, as a JPEG with that tag does.
# Happens:  Pillow turns a TIFF while loading it; img2pdf has read the tag before and turns the page
#           by it once more. The scan lies on its other side (6, 8) or stands on its head (3).
# Seen:     TIFF, orientation 6: image 32x64 (already upright), /Rotate 90; orientation 3: /Rotate 180
#           JPEG, orientation 6: image 64x32, /Rotate 90
# Met by:   archives that wrap scanner or camera TIFFs into PDF; a region taken from the TIFF lies
#           elsewhere on the page.
# Do:       ImageOps.exif_transpose and save without the tag first, or rotation=img2pdf.Rotation.none
#           for TIFF.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install --quiet --disable-pip-version-check \
  img2pdf==0.6.3 pikepdf==10.18.0 pillow==13.0.0
cd "$dir"
venv/bin/python - <<'PY'
import io
import sys
from importlib.metadata import version

import img2pdf
import pikepdf
from PIL import Image, TiffImagePlugin

print("img2pdf", version("img2pdf"), "Pillow", version("pillow"))
picture = Image.new("RGB", (64, 32), (200, 200, 200))
picture.paste((255, 0, 0), (0, 0, 16, 8))


def page(kind: str, orientation: int) -> "tuple[int, int, int]":
    file = io.BytesIO()
    if kind == "TIFF":
        tags = TiffImagePlugin.ImageFileDirectory_v2()
        tags[0x0112] = orientation
        picture.save(file, kind, tiffinfo=tags)
    else:
        exif = Image.Exif()
        exif[0x0112] = orientation
        picture.save(file, kind, exif=exif)
    with pikepdf.open(io.BytesIO(img2pdf.convert(file.getvalue()))) as pdf:
        image = next(iter(pdf.pages[0].Resources.XObject.values()))
        return int(image.Width), int(image.Height), int(pdf.pages[0].get("/Rotate", 0))


found = {(kind, tag): page(kind, tag) for kind in ("JPEG", "TIFF") for tag in (6, 3)}
for (kind, tag), (width, height, turn) in found.items():
    print(f"{kind}, orientation {tag}: image {width}x{height}, page turned by {turn}")
twice = found["TIFF", 6] == (32, 64, 90) and found["TIFF", 3][2] == 180
sys.exit(0 if twice and found["JPEG", 6] == (64, 32, 90) else "TIFF pages are turned once now")
PY
