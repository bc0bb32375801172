#!/usr/bin/env bash
# WeasyPrint 70.0 (with Pillow 13.0.0); needs Pango (Debian: libpango-1.0-0, libpangoft2-1.0-0)
#
# Expected: a 16-bit greyscale PNG is shown in the PDF as it looks, or refused.
# Happens:  its samples are written as they are, and the image is declared as 8-bit RGB: the data
#           are too short and mean something else. Some viewers show black, others stripes. No error.
#           A 16-bit RGB PNG comes out right.
# Seen:     grey 200 of 255: pdfium shows (0, 0, 0); the image says DeviceRGB, 8 bits; RGB: (200, 120, 40)
# Met by:   reports over X-rays and microscope pictures, which are 16-bit grey: a black picture in a
#           report passes for one that was covered.
# Do:       reduce to 8 bits first (and not by Pillow's convert("L"), which cuts instead of scaling).
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install --quiet --disable-pip-version-check \
  weasyprint==70.0 pypdfium2==5.15.2 pikepdf==10.18.0 pillow==13.0.0 pypng==0.20220715.0
cd "$dir"
venv/bin/python - <<'PY'
import sys
from importlib.metadata import version

import pikepdf
import png
import pypdfium2
import weasyprint

print("WeasyPrint", version("weasyprint"))
rows = {"grey": [[200 * 257] * 64] * 48, "rgb": [[200 * 257, 120 * 257, 40 * 257] * 64] * 48}
style = "<style>@page{size:64pt 48pt;margin:0}body{margin:0}img{display:block;width:64pt}</style>"
shown = {}
for name, samples in rows.items():
    with open(name + ".png", "wb") as file:
        png.Writer(64, 48, greyscale=name == "grey", bitdepth=16).write(file, samples)
    page = weasyprint.HTML(string=f'{style}<img src="{name}.png" alt="">', base_url=".")
    page.write_pdf(name + ".pdf")
    rendered = pypdfium2.PdfDocument(name + ".pdf")[0].render(scale=1).to_pil().convert("RGB")
    shown[name] = rendered.getpixel((30, 30))
    with pikepdf.open(name + ".pdf") as pdf:
        said = [
            (str(part.ColorSpace), int(part.BitsPerComponent))
            for part in pdf.objects
            if isinstance(part, pikepdf.Stream) and part.get("/Subtype") == "/Image"
        ]
    print(f"{name}: shown {shown[name]}, the image says {said}")
right = all(abs(a - b) < 4 for a, b in zip(shown["rgb"], (200, 120, 40)))
grey = all(abs(a - 200) < 4 for a in shown["grey"])
sys.exit(0 if right and not grey else "16-bit grey is shown rightly now" if grey else "RGB has changed")
PY
