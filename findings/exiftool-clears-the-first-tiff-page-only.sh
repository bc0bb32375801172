#!/usr/bin/env bash
# ExifTool 13.59 (npm exiftool-vendored.pl 13.59.3; needs Perl)
#
# Expected: `-all= -CommonIFD0=`, the way that its documentation gives for TIFF, takes descriptions and
#           names out of a scan, whichever page they belong to.
# Happens:  the description and the artist of the first page go; those of all other pages stay, and so do
#           DocumentName, PageName and HostComputer of every page. The only word is the minor warning that
#           IFD0 cannot be deleted, which comes for a file of one page as well.
# Seen:     still in the file: first page DocumentName, PageName, HostComputer; second page these,
#           ImageDescription and Artist
# Met by:   faxes and stacks of scans: programs name each page after the patient or the file it came from.
# Do:       split first and clear each page, delete by name (-IFD1:ImageDescription= and so on), or
#           write the pages anew from pixels.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install --quiet --disable-pip-version-check tifffile==2026.3.3 numpy==2.4.6
cd "$dir"
npm install --silent --no-audit --no-fund --ignore-scripts exiftool-vendored.pl@13.59.3
venv/bin/python - <<'PY'
import re
import subprocess
import sys
from pathlib import Path

import numpy as np
import tifffile

TOOL = "node_modules/exiftool-vendored.pl/bin/exiftool"
TAGS = {"DocumentName": 269, "ImageDescription": 270, "PageName": 285, "Artist": 315, "HostComputer": 316}
with tifffile.TiffWriter("scan.tif") as file:
    for page in (1, 2):
        tags = [(code, "s", 0, f"Synthetic-{name}-{page}", True) for name, code in TAGS.items()]
        file.write(np.full((32, 32), 200, np.uint8), photometric="minisblack", metadata=None, extratags=tags)
print("ExifTool", subprocess.run([TOOL, "-ver"], capture_output=True, text=True, check=True).stdout.strip())
subprocess.run([TOOL, "-q", "-q", "-all=", "-CommonIFD0=", "-o", "out.tif", "scan.tif"], check=True)
left = sorted(found.decode() for found in re.findall(rb"Synthetic-(\w+-\d)", Path("out.tif").read_bytes()))
print("still in the file:", *left)
gone = {f"{name}-{page}" for name in TAGS for page in (1, 2)} - set(left)
sys.exit(0 if gone == {"Artist-1", "ImageDescription-1"} else "other texts are taken out now")
PY
