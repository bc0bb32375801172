#!/usr/bin/env bash
# pikepdf 10.18.0
#
# Expected: `del pdf.pages[1]` and a save leave the second page and its picture out: only what can be
#           reached is written.
# Happens:  it can still be reached from a bookmark, or from a link on another page: then the page
#           with its picture stays in the file, though no viewer shows it. Without such a pointer it
#           is gone; `pdf.pages.append` into a new file takes no foreign page along.
# Seen:     picture of the deleted page still in the file: plain False, bookmark True, link True
# Met by:   whoever takes the page with the patient's photo out of a report that has an outline or a
#           table of contents.
# Do:       append the wanted pages to pikepdf.new(), or remove bookmarks and links, and search the
#           decoded streams of the result.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install --quiet --disable-pip-version-check pikepdf==10.18.0 img2pdf==0.6.3 pillow==13.0.0
cd "$dir"
venv/bin/python - <<'PY'
import io
import sys
from importlib.metadata import version

import img2pdf
import pikepdf
from PIL import Image

print("pikepdf", version("pikepdf"))
photos = []
for colour, comment in (((255, 0, 0), b"FIRST-PICTURE"), ((0, 0, 255), b"SECOND-PICTURE")):
    file = io.BytesIO()
    Image.new("RGB", (64, 64), colour).save(file, "JPEG", comment=comment)
    photos.append(file.getvalue())
source = img2pdf.convert(photos)


def saved(pointer: str, fresh: bool = False) -> bool:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(source)) as pdf:
        if pointer == "bookmark":
            with pdf.open_outline() as outline:
                outline.root.append(pikepdf.OutlineItem("Appendix", 1))
        if pointer == "link":
            place = pikepdf.Array([pdf.pages[1].obj, pikepdf.Name.Fit])
            link = pikepdf.Dictionary(
                Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Link, Rect=[0, 0, 9, 9], Dest=place
            )
            pdf.pages[0].obj.Annots = pdf.make_indirect(pikepdf.Array([pdf.make_indirect(link)]))
        if fresh:
            new = pikepdf.new()
            new.pages.append(pdf.pages[0])
            new.save(out)
        else:
            del pdf.pages[1]
            pdf.save(out)
    return b"SECOND-PICTURE" in out.getvalue()


found = {pointer: saved(pointer) for pointer in ("plain", "bookmark", "link")}
for pointer, left in found.items():
    print(f"{pointer}: picture of the deleted page in the file {left}; appended to a new one", saved(pointer, True))
sys.exit(0 if found == {"plain": False, "bookmark": True, "link": True} else "the behaviour has changed")
PY
