#!/usr/bin/env bash
# exif 1.6.1 (PyPI)
#
# Expected: after `image.delete_all()` the file holds no metadata: "delete all EXIF tags".
# Happens:  tags are taken out of the directories; the texts, and the camera's preview, stay where
#           they were in the segment, which keeps its length. Readers of tags (exiftool -a -u) list
#           nothing; a search of the bytes finds the comment, and the preview opens as a JPEG.
# Seen:     tags listed afterwards: only the two pointers; "Synthetic comment" in the bytes: True; a
#           preview of 64x48 can be cut out; the file is as long as before
# Met by:   scripts that clean photos with this package and check them with a reader of tags.
# Do:       drop the whole APP1 segment (piexif.remove, exiftool -all=), and search the bytes as well.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install --quiet --disable-pip-version-check exif==1.6.1 pillow==13.0.0 piexif==1.1.3
cd "$dir"
venv/bin/python -W ignore - <<'PY'
import io
import sys
from importlib.metadata import version

import exif
import piexif
from PIL import Image

print("exif", version("exif"))
preview, photo = io.BytesIO(), io.BytesIO()
Image.new("RGB", (64, 48), (255, 0, 0)).save(preview, "JPEG")
block = piexif.dump(
    {
        "0th": {0x0110: b"Synthetic model"},
        "Exif": {0x9286: b"ASCII\0\0\0Synthetic comment"},
        "1st": {0x0103: 6, 0x0201: 0, 0x0202: 0},
        "thumbnail": preview.getvalue(),
    }
)
Image.new("RGB", (160, 120)).save(photo, "JPEG", exif=block)
image = exif.Image(photo.getvalue())
image.delete_all()
cleaned = image.get_file()
left = b"Synthetic comment" in cleaned
inner = cleaned.find(b"\xff\xd8\xff", 2)
size = Image.open(io.BytesIO(cleaned[inner:])).size if inner > 0 else None
print("tags listed afterwards:", exif.Image(cleaned).list_all())
print(f"comment in the bytes: {left}; preview: {size}; bytes {len(photo.getvalue())} -> {len(cleaned)}")
sys.exit(0 if left and size == (64, 48) else "the bytes are gone now")
PY
