#!/usr/bin/env bash
# pyvips 3.2.0 with pyvips-binary 8.18.7 (libvips 8.18.7); OpenCV 5.0.0.93
#
# Expected: a TIFF whose compression the build does not know (Zstandard, JPEG 2000) is an error.
# Happens:  libvips hands over a picture of the right size, all zero, with a warning on stderr: pyvips
#           opens with fail_on="none". (sharp, the same library, refuses.) OpenCV knows that Zstandard
#           is none of its own and returns None, yet gives a JPEG 2000 TIFF as an all-black picture.
# Seen:     zstd: pyvips mean 0.0, OpenCV None; jpeg2000: pyvips mean 0.0, OpenCV mean 0.0
# Met by:   pipelines over slides and scans; an all-black page passes for one that was covered wholly,
#           and a finder sees no face on it.
# Do:       fail_on="warning" in pyvips; for OpenCV look at the Compression tag first.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install --quiet --disable-pip-version-check pyvips==3.2.0 pyvips-binary==8.18.7 \
  opencv-python-headless==5.0.0.93 tifffile==2026.3.3 imagecodecs==2026.3.6
cd "$dir"
venv/bin/python - 2>/dev/null <<'PY'
import sys

import cv2
import numpy as np
import pyvips
import tifffile

print("libvips", ".".join(str(pyvips.version(part)) for part in range(3)), "OpenCV", cv2.__version__)
grey = np.full((64, 64, 3), 200, np.uint8)
found = {}
for kind in ("zstd", "jpeg2000"):
    tifffile.imwrite(kind + ".tif", grey, photometric="rgb", compression=kind)
    assert tifffile.imread(kind + ".tif").mean() == 200
    vips = pyvips.Image.new_from_file(kind + ".tif").numpy().mean()
    try:
        pyvips.Image.new_from_file(kind + ".tif", fail_on="warning").numpy()
        strict = "no error"
    except pyvips.Error:
        strict = "error"
    array = cv2.imread(kind + ".tif")
    found[kind] = (vips, strict, None if array is None else array.mean())
    print(f"{kind}: pyvips mean {vips}, with fail_on=warning {strict}; OpenCV {found[kind][2]}")
stands = found == {"zstd": (0, "error", None), "jpeg2000": (0, "error", 0)}
sys.stderr = sys.stdout
sys.exit(0 if stands else "such files are treated otherwise now")
PY
