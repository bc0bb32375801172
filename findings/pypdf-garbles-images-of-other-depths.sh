#!/usr/bin/env bash
# pypdf 7.1.1 (with Pillow 13.0.0); pikepdf 10.18.0 reads the same files rightly
#
# Expected: `page.images[0].image` is the picture that is in the PDF, or an error.
# Happens:  where a sample has 1, 2, 4 or 16 bits and rows have a PNG predictor, as img2pdf writes
#           black-and-white, palette and deep pictures, another picture of the right size comes out,
#           without an error. 8 bits are right; without filters in the rows, fewer bits are, too.
# Seen:     wrong pixels of 3072: 1 bit 600, 2 bits 696, 4 bits 759, 8 bits 0, 16 bits 1536; pikepdf 0
# Met by:   whoever takes scans out of PDFs in order to cover something in them or to look for text.
# Do:       pikepdf.PdfImage(...).as_pil_image(), or render the page.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install --quiet --disable-pip-version-check \
  pypdf==7.1.1 pikepdf==10.18.0 img2pdf==0.6.3 pillow==13.0.0 pypng==0.20220715.0
cd "$dir"
venv/bin/python -W ignore - <<'PY'
import io
import sys
from importlib.metadata import version

import img2pdf
import pikepdf
import pypdf
from PIL import Image

print("pypdf", version("pypdf"), "pikepdf", version("pikepdf"))


def scan(bits: int) -> Image.Image:
    """A picture of the lowest value, with a corner of the highest and a row of those between."""
    most = 2**bits - 1
    mode = {1: "1", 16: "I;16"}.get(bits, "P")
    image = Image.new(mode, (64, 48), 0)
    if mode == "P":
        image.putpalette([shade * 255 // most for shade in range(most + 1) for _ in range(3)])
    image.paste(255 if bits == 1 else most, (32, 0, 64, 24))
    for place in range(min(most, 64)):
        image.putpixel((place, 40), place)
    return image


def shades(image: Image.Image) -> "list[int]":
    """Values of 0 to 255; the upper byte of 16 bits."""
    if image.mode.startswith("I"):
        return [value >> 8 for value in image.get_flattened_data()]
    return list(image.convert("L").get_flattened_data())


wrong = {}
for bits in (1, 2, 4, 8, 16):
    file = io.BytesIO()
    scan(bits).save(file, "PNG")
    data = img2pdf.convert(file.getvalue())
    by_pypdf = pypdf.PdfReader(io.BytesIO(data)).pages[0].images[0].image
    with pikepdf.open(io.BytesIO(data)) as pdf:
        stream = next(iter(pdf.pages[0].Resources.XObject.values()))
        by_pikepdf = pikepdf.PdfImage(stream).as_pil_image()
        depth = int(stream.BitsPerComponent)
    true = shades(scan(bits))
    wrong[bits] = [sum(a != b for a, b in zip(true, shades(got))) for got in (by_pypdf, by_pikepdf)]
    print(f"{depth} bits: wrong pixels of 3072: pypdf {wrong[bits][0]}, pikepdf {wrong[bits][1]}")
stands = [pair[0] > 0 for pair in wrong.values()] == [True, True, True, False, True]
sys.exit(0 if stands and not any(pair[1] for pair in wrong.values()) else "depths are read otherwise now")
PY
