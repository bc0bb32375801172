#!/usr/bin/env bash
# jpeg-js 0.4.4 (npm), the decoder of jimp 1.6.1 and image-js 1.7.0
#
# Expected: a JPEG of three components whose Adobe segment says transform 0 is RGB (ITU-T T.872); the
#           decoder does read that segment.
# Happens:  transform 0 is treated as if nothing was said, and the default for three components is
#           YCbCr: false colours, no error. Components named R, G, B change nothing.
# Seen:     red saved as RGB -> (75, 255, 28); the same as YCbCr -> (254, 0, 0)
# Met by:   web tools in plain JavaScript fed with RGB JPEGs, as Pillow (keep_rgb) writes
#           them: false colours on the screen, saved on in the output.
# Do:       pass {colorTransform: false} when the Adobe segment says 0, or use the browser's decoder.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install --quiet --disable-pip-version-check pillow==13.0.0
cd "$dir"
npm install --silent --no-audit --no-fund --ignore-scripts jpeg-js@0.4.4 jimp@1.6.1
venv/bin/python - <<'PY'
from PIL import Image

red = Image.new("RGB", (32, 32), (255, 0, 0))
red.save("ycc.jpg", quality=95)
red.save("rgb.jpg", quality=95, keep_rgb=True)
assert Image.open("rgb.jpg").info["adobe_transform"] == 0
PY
cat >finding.cjs <<'JS'
const fs = require('fs');
const jpeg = require('jpeg-js');
const { Jimp } = require('jimp');
console.log('jpeg-js', require('jpeg-js/package.json').version);
(async () => {
  const seen = {};
  for (const name of ['ycc', 'rgb']) {
    const file = fs.readFileSync(name + '.jpg');
    const jimp = (await Jimp.read(file)).bitmap.data.subarray(0, 3);
    seen[name] = [...jpeg.decode(file).data.subarray(0, 3)];
    console.log(name, 'jpeg-js', seen[name].join(), 'jimp', [...jimp].join());
  }
  const told = [...jpeg.decode(fs.readFileSync('rgb.jpg'), { colorTransform: false }).data.subarray(0, 3)];
  console.log('rgb, colorTransform: false', told.join());
  const stands = seen.ycc[0] > 250 && seen.rgb[1] > 250 && told[0] > 250 && told[1] < 5;
  if (!stands) throw new Error('RGB is read as such now');
})();
JS
node finding.cjs
