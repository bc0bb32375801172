#!/usr/bin/env bash
# pyexiv2 2.16.0 (Exiv2 0.28.8)
#
# Expected: `clear_exif()` takes tags out of a TIFF of several pages and leaves its pages alone, as
#           adding or deleting a single tag, clear_xmp() and clear_iptc() do.
# Happens:  all pages but the first are gone, with their pixels. No error, no warning; the file opens in
#           every viewer.
# Seen:     pages after modify_exif 3, after clear_exif 1
# Met by:   scripts that clean faxes and stacks of scans in place: the original is lost with them.
# Do:       work on a copy and count the pages, or delete tags one by one.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install --quiet --disable-pip-version-check pyexiv2==2.16.0 tifffile==2026.3.3 numpy==2.4.6
cd "$dir"
venv/bin/python - <<'PY'
import sys

import numpy as np
import pyexiv2
import tifffile

print("pyexiv2", pyexiv2.__version__, "Exiv2", pyexiv2.__exiv2_version__)


def pages(change: "str") -> int:
    with tifffile.TiffWriter("scan.tif") as file:
        for grey in (50, 120, 200):
            page = np.full((32, 32), grey, np.uint8)
            file.write(page, photometric="minisblack", metadata=None, description=f"Synthetic page of {grey}")
    with pyexiv2.Image("scan.tif") as image:
        if change == "clear_exif":
            image.clear_exif()
        else:
            image.modify_exif({"Exif.Image.ImageDescription": None})
    with tifffile.TiffFile("scan.tif") as file:
        return len(file.pages)


found = {change: pages(change) for change in ("modify_exif", "clear_exif")}
print("pages afterwards:", found)
sys.exit(0 if found == {"modify_exif": 3, "clear_exif": 1} else "other pages are left now")
PY
