#!/usr/bin/env bash
# zxing-cpp 3.1.1 (PyPI)
#
# Expected: a clear PDF417 is found whichever way the photo was taken, as QR, Data Matrix and Aztec are;
#           at least when it lies no more than 15 degrees aslant.
# Happens:  it is lost somewhere between 6 and 12 degrees, whatever its size. `try_rotate`, on by default,
#           turns by quarters alone.
# Seen:     modules of 3, 4 and 8 pixels: read at 0 and 4 degrees, not at 15, 30 and 45; QR, Data Matrix
#           and Aztec: at all of these
# Met by:   finders of codes in photos of identity cards, driving licences and specimen labels: no code
#           is reported, and it stays in the picture.
# Do:       look again in copies turned by steps of 5 degrees; no code found is no clearance.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install --quiet --disable-pip-version-check zxing-cpp==3.1.1 pillow==13.0.0 numpy==2.4.6
cd "$dir"
venv/bin/python - <<'PY'
import sys
from importlib.metadata import version

import numpy as np
import zxingcpp
from PIL import Image

print("zxing-cpp", version("zxing-cpp"))
TEXT = "SYNTHETIC^NAME^19700101 record 12345678"
ANGLES = 0, 4, 15, 30, 45


def read_at(kind: "zxingcpp.BarcodeFormat", scale: int) -> "list[int]":
    code = zxingcpp.write_barcode_to_image(zxingcpp.create_barcode(TEXT, kind), scale=scale, add_quiet_zones=True)
    label = Image.fromarray(np.pad(np.asarray(code).reshape(code.shape[:2]), 500, constant_values=255))
    found = []
    for angle in ANGLES:
        photo = np.asarray(label.rotate(angle, resample=Image.Resampling.BICUBIC, fillcolor=255))
        if [barcode.text for barcode in zxingcpp.read_barcodes(photo)] == [TEXT]:
            found.append(angle)
    print(kind.name, "modules of", scale, "pixels: read at", *found)
    return found


formats = zxingcpp.BarcodeFormat
if any(read_at(kind, 4) != list(ANGLES) for kind in (formats.QRCode, formats.DataMatrix, formats.Aztec)):
    sys.exit("the input is not what it should be")
aslant = [read_at(formats.PDF417, scale) for scale in (3, 4, 8)]
sys.exit(0 if aslant == [[0, 4]] * 3 else "other angles are read now")
PY
