#!/usr/bin/env bash
# @napi-rs/canvas 1.1.1 (npm; Skia)
#
# Expected: loadImage behaves as a browser's <img>, after which the package is modelled: upright for
#           every format that carries a turn.
# Happens:  JPEG, WebP and AVIF come upright; a PNG with the same Orientation in eXIf, which Chromium,
#           Firefox and WebKit turn, does not.
# Seen:     upright 32x64: JPEG, WebP, AVIF; PNG 64x32
# Met by:   servers that redo on a canvas what a user marked in the browser: for such a PNG the boxes land
#           elsewhere. ImageMagick, libvips and Pillow write that tag into PNGs.
# Do:       read eXIf and turn by hand, or turn and drop it (sharp autoOrient) before.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install --quiet --disable-pip-version-check pillow==13.0.0
cd "$dir"
npm install --silent --no-audit --no-fund --ignore-scripts @napi-rs/canvas@1.1.1
venv/bin/python - <<'PY'
from PIL import Image

exif = Image.Exif()
exif[0x0112] = 6
for ending in ("jpg", "png", "webp", "avif"):
    Image.new("RGB", (64, 32), (255, 0, 0)).save("photo." + ending, exif=exif)
PY
cat >finding.cjs <<'JS'
const { loadImage } = require('@napi-rs/canvas');
console.log('@napi-rs/canvas', require('@napi-rs/canvas/package.json').version);
(async () => {
  const seen = [];
  for (const ending of ['jpg', 'webp', 'avif', 'png']) {
    const { width, height } = await loadImage('photo.' + ending);
    console.log(ending, width + 'x' + height);
    seen.push(width < height);
  }
  if (seen.join() !== 'true,true,true,false') throw new Error('another set of formats is turned now');
})();
JS
node finding.cjs
