#!/usr/bin/env bash
# XlsxWriter 3.3.1, python-docx 1.2.0, python-pptx 1.0.2; openpyxl 3.1.5 does not
#
# Expected: a picture put into a sheet, document or slide from a path brings its bytes along.
# Happens:  also the name of its file, as alternative text (XlsxWriter, python-pptx) or as the
#           picture's name (python-docx). Screen readers say it, Office shows it on hovering; it stays
#           when the picture's own metadata was removed.
# Seen:     SYNTHETIC-NAME in xl/drawings/drawing1.xml (descr=), ppt/slides/slide1.xml (descr=),
#           word/document.xml (name=)
# Met by:   case reports and tables put together from photos that are named after the patient.
# Do:       pass a stream with a neutral name, or {"description": ""} to insert_image; rename first.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install --quiet --disable-pip-version-check \
  xlsxwriter==3.3.1 python-docx==1.2.0 python-pptx==1.0.2 openpyxl==3.1.5 pillow==13.0.0
cd "$dir"
venv/bin/python - <<'PY'
import sys
import zipfile
from importlib.metadata import version

import docx
import openpyxl
import pptx
import xlsxwriter
from openpyxl.drawing.image import Image as SheetImage
from PIL import Image

NAME = "SYNTHETIC-NAME.jpg"
Image.new("RGB", (64, 64)).save(NAME)
with xlsxwriter.Workbook("xlsxwriter.xlsx") as book:
    book.add_worksheet().insert_image("A1", NAME)
book = openpyxl.Workbook()
book.active.add_image(SheetImage(NAME), "A1")
book.save("openpyxl.xlsx")
document = docx.Document()
document.add_picture(NAME)
document.save("python-docx.docx")
slides = pptx.Presentation()
slides.slides.add_slide(slides.slide_layouts[6]).shapes.add_picture(NAME, 0, 0)
slides.save("python-pptx.pptx")
found = {}
for path in ("xlsxwriter.xlsx", "openpyxl.xlsx", "python-docx.docx", "python-pptx.pptx"):
    package = path.partition(".")[0]
    with zipfile.ZipFile(path) as parts:
        hits = [part for part in parts.namelist() if b"SYNTHETIC-NAME" in parts.read(part)]
    found[package] = bool(hits)
    print(package, version(package), "->", hits or "not in the file")
stands = found == {"xlsxwriter": True, "openpyxl": False, "python-docx": True, "python-pptx": True}
sys.exit(0 if stands else "another set of packages names the file now")
PY
