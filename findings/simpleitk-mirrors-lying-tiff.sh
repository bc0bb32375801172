#!/usr/bin/env bash
# SimpleITK 2.5.7
#
# Expected: an RGB TIFF with an orientation comes as stored, or upright; and the same for all eight.
# Happens:  2, 3 and 4 come upright. 5 to 8 need width and height to change places, which does not
#           happen: what is left is a mirroring, or a half turn. 6 and 8, a camera held upright, come as a
#           mirror image: left is right. No error, no warning.
# Seen:     6 mirrored left to right, 8 top to bottom, 7 half a turn, 5 as stored
# Met by:   studies on photos and slides saved as TIFF: the wrong side of the body, and places that fit
#           neither the file nor what a viewer shows.
# Do:       turn and drop the tag first (ImageOps.exif_transpose), or read by tifffile and turn by hand.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install --quiet --disable-pip-version-check SimpleITK==2.5.7 tifffile==2026.3.3 numpy==2.4.6
cd "$dir"
venv/bin/python - <<'PY'
import sys
from importlib.metadata import version

import numpy as np
import SimpleITK
import tifffile

print("SimpleITK", version("SimpleITK"))
stored = np.arange(4 * 6 * 3, dtype=np.uint8).reshape(4, 6, 3)
WAYS = {
    "as stored": stored,
    "mirrored left to right": stored[:, ::-1],
    "half a turn": stored[::-1, ::-1],
    "mirrored top to bottom": stored[::-1],
    "turned right": np.rot90(stored, -1),
    "turned left": np.rot90(stored),
}
UPRIGHT = [*list(WAYS)[:4], "turned and mirrored", "turned right", "turned and mirrored", "turned left"]
found = {}
for orientation in range(1, 9):
    tag = (274, 3, 1, orientation, True)
    tifffile.imwrite("photo.tif", stored, photometric="rgb", metadata=None, extratags=[tag])
    seen = SimpleITK.GetArrayFromImage(SimpleITK.ReadImage("photo.tif"))[..., :3]
    found[orientation] = next((way for way, array in WAYS.items() if np.array_equal(array, seen)), "another way")
    print(orientation, "should be", UPRIGHT[orientation - 1] + ", is", found[orientation])
wanted = ["as stored", "mirrored left to right", "half a turn", "mirrored top to bottom"]
sys.exit(0 if list(found.values()) == wanted * 2 else "TIFFs come another way now")
PY
