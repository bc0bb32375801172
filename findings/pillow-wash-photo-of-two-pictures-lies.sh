#!/usr/bin/env bash
# pillow-wash 0.2.0 (with Pillow 13.0.0)
#
# Expected: a phone photo (Exif Orientation 6) comes out upright; its documentation promises that the
#           orientation is baked into the pixels.
# Happens:  a phone's JPEG that holds a second picture (CIPA DC-007: a gain map, a portrait's depth) has two
#           frames for Pillow and is taken for an animation, whose orientation is dropped: the photo
#           lies on its side, and the run succeeds. Without the second picture it is upright.
# Seen:     96x64, orientation 6: one picture 64x96; two pictures 96x64
# Met by:   photos of most phones of today: faces and labels on their side, where finders overlook them.
# Do:       ImageOps.exif_transpose and save as one picture first.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install --quiet --disable-pip-version-check pillow-wash==0.2.0 pillow==13.0.0
cd "$dir"
venv/bin/python - <<'PY'
import subprocess
import sys
from importlib.metadata import version

from PIL import Image

print("pillow-wash", version("pillow-wash"))
exif = Image.Exif()
exif[0x0112] = 6
photo, second = Image.new("RGB", (96, 64), (200, 120, 40)), Image.new("RGB", (48, 32), (90, 90, 90))
photo.save("one.jpg", exif=exif)
photo.save("two.jpg", "MPO", exif=exif, save_all=True, append_images=[second])
sizes = {}
for name in ("one", "two"):
    command = ["venv/bin/pillow-wash", name + ".jpg", "-o", name + "-clean.jpg"]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    image = Image.open(name + "-clean.jpg")
    sizes[name] = image.size
    print(name, image.size, "orientation", image.getexif().get(0x0112))
sys.exit(0 if sizes == {"one": (64, 96), "two": (96, 64)} else "photos are turned otherwise now")
PY
