#!/usr/bin/env bash
# metadata-stripper 0.2.0 (PyPI, command `metastrip`; with Pillow 13.0.0)
#
# Expected: `metastrip strip` takes metadata out and leaves the picture, or refuses what it cannot rewrite.
# Happens:  a GIF or PNG with a palette loses the palette: its indices are shown as greys, black where the
#           colours are few; of an animation and of a TIFF only the first picture is left; a JPEG with an
#           orientation lies on its side. All in place, over the original, and reported as done.
# Seen:     gif 2 pictures -> 1, black; png black; tif 2 pages -> 1; jpg, orientation 6, shown 64x96 -> 96x64
# Met by:   cleaning a folder of exports and scans: the originals are gone, and a black picture passes for
#           a covered one.
# Do:       work on copies and compare before and after by eye; exiftool -all= leaves pixels alone.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install --quiet --disable-pip-version-check metadata-stripper==0.2.0 pillow==13.0.0
cd "$dir"
venv/bin/python - <<'PY'
import subprocess
import sys
from importlib.metadata import version

from PIL import Image, ImageOps

print("metadata-stripper", version("metadata-stripper"))
photo = Image.new("RGB", (96, 64), (200, 120, 40))
photo.paste((250, 10, 10), (0, 0, 48, 32))
second, exif = ImageOps.invert(photo), Image.Exif()
exif[0x0112] = 6
photo.save("a.gif", save_all=True, append_images=[second])
photo.quantize(16).save("a.png")
photo.save("a.tif", save_all=True, append_images=[second])
photo.save("a.jpg", exif=exif)


def look(name: str) -> "tuple[int, tuple[int, int], bool]":
    image = Image.open(name)
    pictures = getattr(image, "n_frames", 1)
    upright = ImageOps.exif_transpose(image).convert("RGB")
    return pictures, upright.size, max(map(max, upright.getextrema())) < 32


changed = {}
for name in ("a.gif", "a.png", "a.tif", "a.jpg"):
    before = look(name)
    done = subprocess.run(["venv/bin/metastrip", "strip", name], capture_output=True, text=True, check=True)
    changed[name] = before, look(name)
    print(name, "pictures, size shown, black:", *before, "->", *changed[name][1], "|", done.stdout.strip()[-60:])
wanted = {
    "a.gif": ((2, (96, 64), False), (1, (96, 64), True)),
    "a.png": ((1, (96, 64), False), (1, (96, 64), True)),
    "a.tif": ((2, (96, 64), False), (1, (96, 64), False)),
    "a.jpg": ((1, (64, 96), False), (1, (96, 64), False)),
}
sys.exit(0 if changed == wanted else "pictures come out otherwise now")
PY
