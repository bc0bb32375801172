#!/usr/bin/env bash
# image-js 1.7.0 (npm)
#
# Expected: a PNG of one bit (a scanned form) and one with a palette of 2 to 16 colours are read as the
#           pictures they are, or refused.
# Happens:  where a row ends is counted wrongly. Black and white: the first byte of each row is left out
#           if the width is a multiple of 8 (each row lies 8 pixels farther left than the one above, the
#           lowest rows are missing), and read only in part if not. Palettes of less than 8 bits: right
#           if rows fill their bytes, else each row begins in the rest of the one above. No error.
# Seen:     pixels that differ: black and white 64 wide 45 %, 61 wide 15 %; 4 colours 64 wide none, 61
#           wide 47 %
# Met by:   web tools for scans and for screenshots that were made small: a mark that is drawn on what is
#           shown lies elsewhere in the real picture.
# Do:       decode by the browser or by sharp; or save with 8 bits a sample first.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install --quiet --disable-pip-version-check pillow==13.0.0
cd "$dir"
npm install --silent --no-audit --no-fund --ignore-scripts image-js@1.7.0
venv/bin/python - <<'PY'
from PIL import Image, ImageDraw

for width in (64, 61):
    for mode, colours in (("1", 2), ("P", 4)):
        picture = Image.new("L" if mode == "1" else "RGB", (width, 40), "white")
        draw = ImageDraw.Draw(picture)
        draw.rectangle((20, 5, 50, 30), fill="black")
        draw.rectangle((25, 10, 40, 15), fill="white" if mode == "1" else "red")
        draw.rectangle((2, 20, 12, 38), fill="black" if mode == "1" else "blue")
        few = picture.convert("1", dither=Image.Dither.NONE) if mode == "1" else picture.quantize(colours)
        few.save(f"{mode}-{width}.png", **({} if mode == "1" else {"bits": 2}))
        few.convert("RGB").save(f"{mode}-{width}-true.png")
PY
cat >finding.mjs <<'JS'
import fs from 'node:fs';
import { decode } from 'image-js';

console.log('image-js', JSON.parse(fs.readFileSync('node_modules/image-js/package.json', 'utf8')).version);
const read = (name) => {
  const image = decode(fs.readFileSync(name));
  const rgb = image.channels === 1 ? image.convertColor('RGB') : image;
  return [...rgb.getRawImage().data];
};
const part = {};
for (const name of ['1-64', '1-61', 'P-64', 'P-61']) {
  const seen = read(name + '.png');
  const real = read(name + '-true.png');
  let differ = 0;
  for (let at = 0; at < real.length; at += 3) {
    if (seen[at] !== real[at] || seen[at + 1] !== real[at + 1] || seen[at + 2] !== real[at + 2]) differ += 1;
  }
  part[name] = Math.round((300 * differ) / real.length);
  console.log(name, seen.length === real.length ? 'same size' : 'other size', 'pixels that differ', part[name] + ' %');
}
if (part['P-64'] !== 0) throw new Error('the input is not what it should be');
if (!(part['1-64'] > 0 && part['1-61'] > 0 && part['P-61'] > 0)) throw new Error('other pictures are right now');
JS
node finding.mjs
