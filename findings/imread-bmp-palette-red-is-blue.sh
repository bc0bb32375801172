#!/usr/bin/env bash
# imread 0.7.6 (PyPI), by which mahotas.imread reads where it is installed
#
# Expected: a BMP with a palette has the colours that every viewer shows, as a BMP without one and a PNG
#           with a palette have.
# Happens:  red and blue are exchanged. No error.
# Seen:     200,40,10: BMP of 24 bits and PNG with palette right, BMP with palette 10,40,200
# Met by:   microscopes and older cameras whose software saves BMP of 256 colours, looked at in mahotas:
#           blood is blue, and colour is judged on that.
# Do:       read BMP by Pillow, or exchange the channels where the file has a palette.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install --quiet --disable-pip-version-check imread==0.7.6 numpy==2.4.6 pillow==13.0.0
cd "$dir"
venv/bin/python - <<'PY'
import sys
from importlib.metadata import version

import imread
from PIL import Image

print("imread", version("imread"))
picture = Image.new("RGB", (48, 32), (200, 40, 10))
for step in range(48):  # many colours, or a PNG with a palette has less than 8 bits
    picture.putpixel((step, 0), (step, step, step))
picture.save("full.bmp")
few = picture.quantize(256)
few.save("palette.bmp")
few.save("palette.png")
seen = {name: imread.imread(name)[5, 5].tolist() for name in ("full.bmp", "palette.png", "palette.bmp")}
print(seen)
right = Image.open("palette.bmp").convert("RGB").getpixel((5, 5)) == (200, 40, 10)
if not right or seen["full.bmp"] != [200, 40, 10] or seen["palette.png"] != [200, 40, 10]:
    sys.exit("the input is not what it should be")
sys.exit(0 if seen["palette.bmp"] == [10, 40, 200] else "the colours are others now")
PY
