#!/usr/bin/env bash
# PyMuPDF 2.0 (MuPDF 1.28.5)
#
# Expected: a TIFF of 16 bits a sample is shown as it looks whichever its byte order, or refused.
# Happens:  big-endian ("MM") with a predictor (tag 317), LZW or deflate, comes out all black; the same
#           without a predictor, or little-endian with it, is right. No error, no warning.
# Seen:     stored (200, 120, 40) * 257: MM with predictor (0, 0, 0); MM without (200, 120, 40);
#           II with predictor (200, 120, 40)
# Met by:   whoever turns deep scans from programs that write big-endian, as cameras and
#           older editors do, into PDF: a black page passes for one that was covered wholly.
# Do:       write the file anew, little-endian or in 8 bits, first.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install --quiet --disable-pip-version-check pymupdf==2.0 tifffile==2026.3.3 \
  imagecodecs==2026.3.6 numpy==2.4.6
cd "$dir"
venv/bin/python - <<'PY'
import sys
from importlib.metadata import version

import numpy as np
import pymupdf
import tifffile

print("PyMuPDF", version("pymupdf"))
picture = np.full((48, 64, 3), (200, 120, 40), np.uint16) * 257
black = []
for order in "<>":
    for compression in ("lzw", "deflate"):
        for predictor in (False, True):
            options = {"photometric": "rgb", "byteorder": order, "compression": compression, "metadata": None}
            tifffile.imwrite("deep.tif", picture.astype(order + "u2"), predictor=predictor, **options)
            if tifffile.imread("deep.tif")[20, 20].tolist() != [51400, 30840, 10280]:
                sys.exit("the input is not what it should be")
            shown = pymupdf.open("deep.tif")[0].get_pixmap().pixel(10, 10)
            name = "MM" if order == ">" else "II", compression, "predictor" if predictor else "plain"
            print(*name, shown)
            if max(shown) == 0:
                black.append(name)
wanted = [("MM", "lzw", "predictor"), ("MM", "deflate", "predictor")]
sys.exit(0 if black == wanted else "other files are black now")
PY
