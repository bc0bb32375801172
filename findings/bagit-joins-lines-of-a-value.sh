#!/usr/bin/env bash
# bagit (bagit-python) 1.9.0
#
# Expected: a value of bag-info.txt that was typed over several lines is folded (RFC 8493, section
#           2.2.2: a long value continues on an indented line) or refused; at least its words stay
#           apart.
# Happens:  line breaks are taken out without anything in their place, and the words on both sides
#           become one. No warning, and the bag is valid.
# Seen:     'Wound healing, second armReleased by: data office'
# Met by:   transfer records whose purpose or conditions were pasted from a letter: what was written
#           as two statements is kept as one, and what stood at the start of a line is no longer found.
# Do:       put values on one line before they are handed over.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install --quiet --disable-pip-version-check setuptools==80.9.0 bagit==1.9.0
cd "$dir"
venv/bin/python - <<'PY' 2>/dev/null
import sys
from importlib.metadata import version
from pathlib import Path

import bagit

print("bagit", version("bagit"))
folder = Path("study")
folder.mkdir()
(folder / "image-1.png").write_bytes(b"picture")
purpose = "Wound healing, second arm\nReleased by: data office"
bagit.make_bag(str(folder), {"External-Description": purpose}, checksums=["sha256"])
bag = bagit.Bag(str(folder))
kept = bag.info["External-Description"]
print(f"valid {bag.is_valid()}, kept as {kept!r}")
same = kept == "Wound healing, second armReleased by: data office" and bag.is_valid()
sys.exit(0 if same else "the behaviour has changed")
PY
