#!/usr/bin/env bash
# probe-image-size 7.5.0 (npm)
#
# Expected: `orientation` means the same for every format: Exif's numbers, so 6 is a quarter turn
#           clockwise, and the same photo as JPEG and as AVIF or HEIC gets the same number.
# Happens:  for JPEG, 6. For an AVIF whose irot says three quarters counter-clockwise (ISO/IEC
#           23008-12, 6.5.10), which is the same turn, 8: the opposite one. Read off Exif inside the
#           file it is right again; Pillow, like cameras' software, writes irot and no Exif tag.
# Seen:     photo.jpg 6, photo.avif 8; orientation 8: photo.jpg 8, photo.avif 6
# Met by:   upload services that turn by this number: the photo stands on its head, regions marked on
#           one copy lie elsewhere on the other. Width and height are swapped rightly for both.
# Do:       let a decoder turn AVIF and HEIC; take only the size from here.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install --quiet --disable-pip-version-check pillow==13.0.0
cd "$dir"
npm install --silent --no-audit --no-fund --ignore-scripts probe-image-size@7.5.0
venv/bin/python - <<'PY'
from pathlib import Path

from PIL import Image

for turn, angle in ((6, 3), (8, 1)):
    exif = Image.Exif()
    exif[0x0112] = turn
    for ending in ("jpg", "avif"):
        Image.new("RGB", (64, 32), (255, 0, 0)).save(f"photo{turn}.{ending}", exif=exif)
    # irot holds quarter turns counter-clockwise.
    data = Path(f"photo{turn}.avif").read_bytes()
    assert data[data.index(b"irot") + 4] == angle, "Pillow writes the turn otherwise now"
PY
cat >finding.cjs <<'JS'
const fs = require('fs');
const probe = require('probe-image-size');
console.log('probe-image-size', require('probe-image-size/package.json').version);
const seen = ['photo6.jpg', 'photo6.avif', 'photo8.jpg', 'photo8.avif'].map((name) => {
  const { orientation } = probe.sync(fs.readFileSync(name));
  console.log(name, orientation);
  return orientation;
});
if (seen.join() !== '6,8,8,6') throw new Error('the numbers agree now');
JS
node finding.cjs
