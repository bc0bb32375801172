#!/usr/bin/env bash
# FFmpeg 9.0.2 (the static build in PyPI imageio-ffmpeg 0.8.1)
#
# Expected: `-map_metadata -1` leaves no metadata in the output; FFmpeg 5.1 wrote none of a JPEG's
#           Exif into a PNG anyway.
# Happens:  a JPEG's Exif directories go into the PNG's eXIf chunk, position and texts included, with
#           `-map_metadata -1` and with `+bitexact`. JPEG, WebP, AVIF and TIFF outputs of the same
#           command carry none. The picture is turned and that tag dropped; the camera's preview is
#           not taken along, though the tags that tell its place and length are.
# Seen:     photo.png: Artist and GPS in eXIf; photo.webp: none
# Met by:   scripts that convert or cover photos with FFmpeg and trust the option.
# Do:       write another format first, or remove eXIf (exiftool -all=, a PNG rebuilt from pixels).
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install --quiet --disable-pip-version-check \
  imageio-ffmpeg==0.8.1 pillow==13.0.0 piexif==1.1.3
cd "$dir"
venv/bin/python - <<'PY'
import subprocess
import sys

import imageio_ffmpeg
import piexif
from PIL import Image

ffmpeg = imageio_ffmpeg.get_ffmpeg_exe()
print(subprocess.run([ffmpeg, "-version"], capture_output=True, text=True).stdout.split(" Copy")[0])
exif = piexif.dump(
    {
        "0th": {0x0112: 6, 0x013B: b"Synthetic Artist"},
        "GPS": {1: b"N", 2: ((12, 1), (34, 1), (56, 1))},
    }
)
Image.new("RGB", (160, 120), (255, 0, 0)).save("photo.jpg", exif=exif, quality=95)
left = {}
for name in ("photo.png", "photo.webp"):
    command = [ffmpeg, "-v", "error", "-i", "photo.jpg", "-vf", "drawbox=0:0:iw:ih:black:fill"]
    subprocess.run([*command, "-map_metadata", "-1", name], check=True)
    found = Image.open(name).getexif()
    left[name] = (found.get(0x013B), bool(found.get_ifd(0x8825)))
    print(f"{name}: Artist {left[name][0]!r}, GPS {left[name][1]}")
stands = left == {"photo.png": ("Synthetic Artist", True), "photo.webp": (None, False)}
sys.exit(0 if stands else "what is left behind has changed")
PY
