#!/usr/bin/env bash
# Pillow 13.0.0
#
# Expected: `photo.save("a.avif", exif=exif)` leaves `exif` as it was, as saving JPEG, PNG, WebP, TIFF and
#           JPEG 2000 does: what is saved with it afterwards has the same orientation.
# Happens:  the orientation is popped out of the caller's object (the AVIF gets it as irot). The next
#           file that is saved with it lies on its side without a tag; and as `photo.getexif()` returns
#           the object that the image holds, `ImageOps.exif_transpose(photo)` turns nothing from then on.
# Seen:     JPEG before the AVIF: orientation 6, after it: none; exif_transpose 32x64 before, 64x32 after
# Met by:   whoever writes several formats of one photo, AVIF first: covers that are drawn for the upright
#           picture are burned into the lying one.
# Do:       exif=exif.tobytes(), which cannot be changed, or a photo opened anew for each format.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install --quiet --disable-pip-version-check pillow==13.0.0
cd "$dir"
venv/bin/python - <<'PY'
import sys

import PIL
from PIL import Image, ImageOps

print("Pillow", PIL.__version__)
TURN = 0x0112
changes = []
for ending in ("jpg", "png", "webp", "tif", "jp2", "avif"):
    exif = Image.Exif()
    exif[TURN] = 6
    Image.new("RGB", (64, 32), (200, 120, 40)).save("made." + ending, exif=exif)
    if exif.get(TURN) != 6:
        changes.append(ending)
print("formats whose save() changes the object:", *changes)

photo = Image.open("made.jpg")
before = ImageOps.exif_transpose(photo).size
photo.save("before.jpg", exif=photo.getexif())
photo.save("photo.avif", exif=photo.getexif())
photo.save("after.jpg", exif=photo.getexif())
after = ImageOps.exif_transpose(photo).size
turns = [Image.open(name).getexif().get(TURN) for name in ("before.jpg", "after.jpg")]
print("JPEG before and after the AVIF: orientation", *turns, "exif_transpose", before, after)
if (before, turns[0]) != ((32, 64), 6):
    sys.exit("the input is not what it should be")
same = changes == ["avif"] and turns[1] is None and after == (64, 32)
sys.exit(0 if same else "the behaviour has changed")
PY
