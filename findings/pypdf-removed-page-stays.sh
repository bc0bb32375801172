#!/usr/bin/env bash
# pypdf 7.1.1
#
# Expected: `remove_page` takes the page and its picture out, as `remove_images` takes pictures out.
# Happens:  the page leaves the list of pages; its objects, picture included, are written all the
#           same. `remove_images` does leave nothing. `append(source, pages=(0, 1))` brings only the
#           page asked for; `add_page` of a page with a link brings the page that it points to.
# Seen:     remove_page: picture in the file True; remove_images: False; append: False;
#           add_page, page with a link: True
# Met by:   scripts that cut the page with the photo out of a report.
# Do:       append the wanted pages to a new writer, then search the decoded streams of the result.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install --quiet --disable-pip-version-check pypdf==7.1.1 img2pdf==0.6.3 pillow==13.0.0
cd "$dir"
venv/bin/python - <<'PY'
import io
import sys
from importlib.metadata import version

import img2pdf
import pypdf
from PIL import Image
from pypdf.annotations import Link
from pypdf.generic import Fit

print("pypdf", version("pypdf"))
photos = []
for colour, comment in (((255, 0, 0), b"FIRST-PICTURE"), ((0, 0, 255), b"SECOND-PICTURE")):
    file = io.BytesIO()
    Image.new("RGB", (64, 64), colour).save(file, "JPEG", comment=comment)
    photos.append(file.getvalue())
source = io.BytesIO(img2pdf.convert(photos))


def holds(writer: pypdf.PdfWriter) -> bool:
    out = io.BytesIO()
    writer.write(out)
    return b"SECOND-PICTURE" in out.getvalue()


found = {}
writer = pypdf.PdfWriter(clone_from=source)
writer.remove_page(1)
found["remove_page"] = holds(writer)
writer = pypdf.PdfWriter(clone_from=source)
writer.remove_images()
found["remove_images"] = holds(writer)
linked = pypdf.PdfWriter(clone_from=source)
linked.add_annotation(0, Link(rect=(0, 0, 9, 9), target_page_index=1, fit=Fit.fit()))
with_link = io.BytesIO()
linked.write(with_link)
writer = pypdf.PdfWriter()
writer.append(with_link, pages=(0, 1))
found["append"] = holds(writer)
writer = pypdf.PdfWriter()
writer.add_page(pypdf.PdfReader(with_link).pages[0])
found["add_page, page with a link"] = holds(writer)
for name, left in found.items():
    print(f"{name}: picture of the other page in the file {left}")
sys.exit(0 if list(found.values()) == [True, False, False, True] else "the behaviour has changed")
PY
