#!/usr/bin/env bash
# VTK 9.7.2
#
# Expected: vtkTIFFReader gives the whole picture, or says that it cannot read such a TIFF.
# Happens:  where it leaves the colours to libtiff (CMYK, YCbCr compressed as JPEG, separate planes, one
#           bit), only the upper half is the picture's. The lower half is the upper one once more, as a
#           mirror image; what was there is gone. No error, no warning. RGB and grey of eight bits come
#           whole.
# Seen:     rows 0 to 39 come as 0 … 19 19 … 0
# Met by:   scans and faxes loaded into viewers and pipelines that are built on VTK: a label in the lower
#           half is not seen, so nobody covers it; an organ has a twin.
# Do:       read by Pillow or tifffile and hand VTK the array, or convert to RGB without compression first.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install --quiet --disable-pip-version-check vtk==9.7.2 tifffile==2026.3.3 pillow==13.0.0 numpy==2.4.6
cd "$dir"
venv/bin/python - <<'PY'
import sys
from importlib.metadata import version

import numpy as np
import tifffile
from PIL import Image
from vtkmodules.util.numpy_support import vtk_to_numpy
from vtkmodules.vtkIOImage import vtkTIFFReader

print("VTK", version("vtk"))
HIGH, WIDE = 40, 64
# Each row has a grey of its own.
grey = np.repeat(np.arange(HIGH, dtype=np.uint8)[:, None] * 4, WIDE, axis=1)
rgb = np.dstack([grey] * 3)
tifffile.imwrite("rgb.tif", rgb, photometric="rgb")
tifffile.imwrite("planes.tif", rgb.transpose(2, 0, 1).copy(), photometric="rgb", planarconfig="separate")
Image.fromarray(np.dstack([255 - rgb, 0 * grey]), "CMYK").save("cmyk.tif")
Image.fromarray(rgb).save("jpeg.tif", compression="jpeg", quality=95)
halves = {}
for name in ("rgb", "planes", "cmyk", "jpeg"):
    reader = vtkTIFFReader()
    reader.SetFileName(name + ".tif")
    reader.Update()
    image = reader.GetOutput()
    wide, high, _ = image.GetDimensions()
    rows = vtk_to_numpy(image.GetPointData().GetScalars()).reshape(high, wide, -1)[:, 8, 0].astype(int)
    same = abs(rows - rows[::-1]).max() < 8
    halves[name] = "the lower half is the upper one" if same else "the whole picture"
    print(name, "rows", [round(row / 4) for row in rows], halves[name])
wanted = dict.fromkeys(("planes", "cmyk", "jpeg"), "the lower half is the upper one") | {"rgb": "the whole picture"}
sys.exit(0 if halves == wanted else "other TIFFs come whole now")
PY
