#!/usr/bin/env bash
# pypdfium2 5.15.2 (PDFium)
#
# Expected: a page with /UserUnit 2 is twice as wide and high in points (ISO 32000-1, table 30), so that
#           rendered at a resolution it has twice as many pixels.
# Happens:  PDFium gives width, height and picture as if no such key were there. MuPDF counts it in. The
#           same page rendered "at 300 dpi" by the two differs by the factor; at 300 dpi PDFium gives 150.
# Seen:     200 × 100 points and 200 × 100 pixels; MuPDF 400 × 200
# Met by:   pages beyond 200 inches (ECG strips, posters, plans) and what writes their scale that way:
#           rendered coarser than asked for, small writing is lost; sizes and boxes of two programs differ.
# Do:       read /UserUnit (pikepdf) and multiply the scale by it.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install --quiet --disable-pip-version-check pypdfium2==5.15.2 pymupdf==2.0 pikepdf==10.18.0
cd "$dir"
venv/bin/python - <<'PY'
import sys
from importlib.metadata import version

import pikepdf
import pymupdf
import pypdfium2

print("pypdfium2", version("pypdfium2"), "PyMuPDF", version("pymupdf"))
with pikepdf.new() as pdf:
    page = pdf.add_blank_page(page_size=(200, 100))
    page.obj.UserUnit = 2
    pdf.save("page.pdf", min_version="1.6")
page = pypdfium2.PdfDocument("page.pdf")[0]
drawn = page.render(scale=1)  # 72 dpi
pdfium = (*page.get_size(), drawn.width, drawn.height)
page = pymupdf.open("page.pdf")[0]
drawn = page.get_pixmap(dpi=72)
mupdf = (page.rect.width, page.rect.height, drawn.width, drawn.height)
print("PDFium", pdfium, "MuPDF", mupdf)
sys.exit(0 if (pdfium, mupdf) == ((200, 100, 200, 100), (400, 200, 400, 200)) else "UserUnit counts another way now")
PY
