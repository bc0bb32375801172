#!/usr/bin/env bash
# Pillow 13.0.0 (12.2.0 likewise; 10.4.0 not)
#
# Expected: `Image.open("scan.tif")` shows an uncompressed grey TIFF with orientation 5 to 8 upright, as it
#           does from bytes or an open file, and as it does for RGB and for compressed files.
# Happens:  opened by its name the rows are cut at the other side's length: the picture is sheared to
#           stripes, and `size` after loading is that of the picture lying. So for the modes L, P, RGBA,
#           CMYK and I;16, whose files are mapped into memory. No error, no warning.
# Seen:     orientation 6, 64x48: by name (64, 48), other pixels; from bytes (48, 64), right; RGB right
# Met by:   scans and X-rays of scanners and cameras that store the turn: a finder sees no text in the
#           stripes, and a cover is burned into another picture.
# Do:       Image.open(io.BytesIO(path.read_bytes())), or pass an open file.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install --quiet --disable-pip-version-check pillow==13.0.0 numpy==2.4.6
cd "$dir"
venv/bin/python - <<'PY'
import io
import sys
from pathlib import Path

import numpy as np
import PIL
from PIL import Image

print("Pillow", PIL.__version__)
exif = Image.Exif()
exif[0x0112] = 6
row = np.add.outer(np.arange(48) * 4, np.arange(64)).astype(np.uint8)
grey, deep = Image.fromarray(row), Image.fromarray(row.astype(np.uint16) * 257)
colour = Image.merge("RGB", [grey, grey, grey])
pictures = [grey, grey.convert("P"), deep, colour.convert("RGBA"), colour.convert("CMYK"), colour]
garbled = []
for picture in pictures:
    picture.save("scan.tif", exif=exif)
    upright = np.asarray(picture.transpose(Image.Transpose.ROTATE_270))
    named, read = Image.open("scan.tif"), Image.open(io.BytesIO(Path("scan.tif").read_bytes()))
    right = [np.array_equal(np.asarray(image), upright) for image in (named, read)]
    print(picture.mode, "by name", named.size, right[0], "from bytes", read.size, right[1])
    if not right[1]:
        sys.exit("the input is not what it should be")
    if not right[0]:
        garbled.append(picture.mode)
sys.exit(0 if garbled == ["L", "P", "I;16", "RGBA", "CMYK"] else "other files are garbled now")
PY
