#!/usr/bin/env bash
# pillow-heif 1.8.1 (with Pillow 13.0.0)
#
# Expected: `photo.save("x.heic", exif=photo.getexif())`, the usual way of keeping Exif, keeps a phone
#           photo upright, as the same call does for AVIF in Pillow and as saving without `exif=` does.
# Happens:  given as an Exif object, the tag goes into the file and no irot is written. Readers of
#           HEIC turn by irot alone (ISO/IEC 23008-12): the photo lies on its side. Read back by
#           pillow-heif, the tag says 1, so nothing tells that it was ever turned. The same Exif as
#           bytes, or none, writes irot.
# Seen:     no exif: 32x64, irot; exif=bytes: 32x64, irot; exif=getexif(): 64x32, no irot
# Met by:   converters of photo folders to HEIC that keep Exif; marks made on one copy fit not the other.
# Do:       exif=photo.info["exif"] or photo.getexif().tobytes(), or ImageOps.exif_transpose first.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install --quiet --disable-pip-version-check pillow-heif==1.8.1 pillow==13.0.0
cd "$dir"
venv/bin/python - <<'PY'
import sys
from importlib.metadata import version
from pathlib import Path

import pillow_heif
from PIL import Image

print("pillow-heif", version("pillow-heif"), "Pillow", version("pillow"))
pillow_heif.register_heif_opener()
exif = Image.Exif()
exif[0x0112] = 6
Image.new("RGB", (64, 32), (255, 0, 0)).save("photo.jpg", exif=exif)
photo = Image.open("photo.jpg")
found = {}
for name, options in {
    "no exif": {},
    "exif=bytes": {"exif": photo.info["exif"]},
    "exif=getexif()": {"exif": photo.getexif()},
}.items():
    photo.save("photo.heic", **options)
    back = Image.open("photo.heic")
    irot = b"irot" in Path("photo.heic").read_bytes()
    found[name] = (back.size, irot)
    print(f"{name}: {back.size}, irot {irot}, tag read back {back.getexif().get(0x0112)}")
upright = ((32, 64), True)
stands = list(found.values()) == [upright, upright, ((64, 32), False)]
sys.exit(0 if stands else "the turn is kept otherwise now")
PY
