#!/usr/bin/env bash
# pylabel 0.1.55
#
# Expected: YOLO boxes, which are fractions of the picture that people saw, become pixels of that picture
#           in COCO; `ImportImagesOnly` of the same library takes phone photos upright.
# Happens:  ImportYoloV5 multiplies by the size of the lying picture (IMREAD_UNCHANGED takes no notice of
#           Exif): one library, two sizes of one file. The box is beside the label, whether the photo is
#           turned or not, and its shape is another. No warning.
# Seen:     label upright at 140,40 to 180,100 of 200x400; COCO: 280,20 to 360,50 of 400x200
# Met by:   whoever hands on as COCO or VOC what finders wrote as YOLO: a cover burned there leaves the
#           label as it was.
# Do:       turn the photos and drop the tag before they are labelled; put a box on the picture and look.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install --quiet --disable-pip-version-check pylabel==0.1.55 pillow==13.0.0 opencv-python==5.0.0.93
cd "$dir"
venv/bin/python - <<'PY' 2>/dev/null
import json
import sys
from importlib.metadata import version
from pathlib import Path

from PIL import Image, ImageDraw, ImageOps
from pylabel import importer

print("pylabel", version("pylabel"))
Path("photos").mkdir()
Path("labels").mkdir()
upright = Image.new("RGB", (200, 400), (120, 80, 60))
ImageDraw.Draw(upright).rectangle((140, 40, 179, 99), fill="white")
exif = Image.Exif()
exif[0x0112] = 6
upright.transpose(Image.Transpose.ROTATE_90).save("photos/photo.jpg", exif=exif)
if ImageOps.exif_transpose(Image.open("photos/photo.jpg")).getpixel((160, 70))[0] < 250:
    sys.exit("the input is not what it should be")
Path("labels/photo.txt").write_text("0 0.8 0.175 0.2 0.15\n")

labels = importer.ImportYoloV5("labels", path_to_images="../photos", cat_names=["label"], img_ext="jpg")
labels.export.ExportToCoco(output_path="coco.json")
coco = json.loads(Path("coco.json").read_text())
size = [int(coco["images"][0][side]) for side in ("width", "height")]
x, y, wide, high = (float(number) for number in coco["annotations"][0]["bbox"])
box = [round(number) for number in (x, y, x + wide, y + high)]
only = importer.ImportImagesOnly("photos").df.iloc[0]
other = [int(only["img_width"]), int(only["img_height"])]
print("COCO from YOLO: size", size, "box", box, "images alone: size", other)
same = size == [400, 200] and box == [280, 20, 360, 50] and other == [200, 400]
sys.exit(0 if same else "the behaviour has changed")
PY
