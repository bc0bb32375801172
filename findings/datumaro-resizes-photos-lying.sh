#!/usr/bin/env bash
# datumaro 1.13.12 (PyPI)
#
# Expected: a data set of phone photos with YOLO boxes that is resized and exported has its boxes around
#           what they were around: `media.size` is that of the upright photo, boxes are read by it.
# Happens:  `media.data` is the photo lying. Resizing presses the lying picture into the upright size, and
#           the export writes it without a tag, with boxes for the upright one. No error, no warning.
# Seen:     200x400 to 100x200, label upright at 140,40 to 180,100: box 70,20 to 90,50; the label is at
#           10,20 to 25,60 of the exported picture
# Met by:   whoever makes smaller copies for annotators or for training by it: boxes are beside labels, and
#           nothing in the export says that the pictures were turned once.
# Do:       turn the photos and drop the tag before they are imported.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install --quiet --disable-pip-version-check \
  datumaro==1.13.12 pillow==12.3.0 numpy==2.4.6
cd "$dir"
venv/bin/python - <<'PY' 2>/dev/null
import json
import sys
from importlib.metadata import version
from pathlib import Path

import datumaro
import numpy as np
from PIL import Image, ImageDraw, ImageOps

print("datumaro", version("datumaro"))
images, labels = Path("set/images/train"), Path("set/labels/train")
images.mkdir(parents=True)
labels.mkdir(parents=True)
upright = Image.new("RGB", (200, 400))
ImageDraw.Draw(upright).rectangle((140, 40, 179, 99), fill="white")
exif = Image.Exif()
exif[0x0112] = 6
upright.transpose(Image.Transpose.ROTATE_90).save(images / "photo.jpg", exif=exif, quality=98)
if ImageOps.exif_transpose(Image.open(images / "photo.jpg")).getpixel((160, 70))[0] < 250:
    sys.exit("the input is not what it should be")
(labels / "photo.txt").write_text("0 0.8 0.175 0.2 0.15\n")
Path("set/data.yaml").write_text("path: .\ntrain: images/train\nnames:\n  0: label\n")

photos = datumaro.Dataset.import_from("set", "yolo")
(photo,) = photos
(box,) = photo.annotations
print("size", photo.media.size, "data", photo.media.data.shape, "box", [round(edge) for edge in box.points])
lying = photo.media.size == (400, 200) and photo.media.data.shape[:2] == (200, 400)
photos.transform("resize", width=100, height=200)
photos.export("made", "coco_instances", save_media=True)
x, y, wide, high = json.loads(next(Path("made").rglob("*.json")).read_text())["annotations"][0]["bbox"]
made = Image.open(next(Path("made").rglob("photo.jpg")))
rows, columns = np.nonzero(np.asarray(made.convert("L")) > 128)
label = [int(edge) for edge in (columns.min(), rows.min(), columns.max() + 1, rows.max() + 1)]
told = [round(edge) for edge in (x, y, x + wide, y + high)]
print("exported", made.size, "orientation", made.getexif().get(0x0112), "box", told, "label", label)
beside = made.size == (100, 200) and told == [70, 20, 90, 50] and label[2] < told[0]
sys.exit(0 if lying and beside and made.getexif().get(0x0112) is None else "the behaviour has changed")
PY
