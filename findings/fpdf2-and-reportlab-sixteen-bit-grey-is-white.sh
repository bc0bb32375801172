#!/usr/bin/env bash
# fpdf2 2.8.9, ReportLab 5.1.0 (with Pillow 13.0.0); img2pdf 0.6.3 does it rightly
#
# Expected: a 16-bit greyscale PNG is shown in the PDF as it looks: its samples scaled to 8 bits.
# Happens:  both ask Pillow to convert it, which cuts every sample off at 255 instead of scaling: all
#           that is not nearly black becomes white. No error, no warning. 16-bit RGB comes out right.
# Seen:     grey 30 and 200 of 255: fpdf2 255 and 255, ReportLab 255 and 255; img2pdf 30 and 200
# Met by:   reports over X-rays and microscope pictures: an empty white picture.
# Do:       scale first: numpy >> 8, or Image.point over 1/257.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install --quiet --disable-pip-version-check fpdf2==2.8.9 reportlab==5.1.0 \
  img2pdf==0.6.3 pypdfium2==5.15.2 pillow==13.0.0 pypng==0.20220715.0
cd "$dir"
venv/bin/python -W ignore - <<'PY'
import sys
from importlib.metadata import version

import fpdf
import img2pdf
import png
import pypdfium2
from reportlab.pdfgen import canvas

with open("grey.png", "wb") as file:
    png.Writer(64, 48, greyscale=True, bitdepth=16).write(file, [[30 * 257] * 32 + [200 * 257] * 32] * 48)
document = fpdf.FPDF(unit="pt", format=(64, 48))
document.set_auto_page_break(False)
document.add_page()
document.image("grey.png", 0, 0, 64, 48)
document.output("fpdf2.pdf")
sheet = canvas.Canvas("reportlab.pdf", pagesize=(64, 48))
sheet.drawImage("grey.png", 0, 0, 64, 48)
sheet.save()
with open("img2pdf.pdf", "wb") as file:
    file.write(img2pdf.convert("grey.png", layout_fun=img2pdf.get_layout_fun((64, 48))))
found = {}
for name in ("fpdf2", "reportlab", "img2pdf"):
    page = pypdfium2.PdfDocument(name + ".pdf")[0].render(scale=1).to_pil().convert("L")
    found[name] = (page.getpixel((9, 24)), page.getpixel((54, 24)))
    print(name, version(name), "shows", found[name])
stands = found == {"fpdf2": (255, 255), "reportlab": (255, 255), "img2pdf": (30, 200)}
sys.exit(0 if stands else "16-bit grey is shown otherwise now")
PY
