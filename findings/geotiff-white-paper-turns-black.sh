#!/usr/bin/env bash
# geotiff 3.0.5 (npm geotiff, the reader of web viewers for microscopy)
#
# Expected: `readRGB()` of a grey TIFF with white as zero gives the picture as it looks; it has a branch
#           for that PhotometricInterpretation.
# Happens:  a sample is subtracted from the number of values (256, 65536), not from the largest: white,
#           which is stored as 0, comes out as 256 and wraps to 0. The paper of a scan turns black; greys
#           look right. No error.
# Seen:     white, mid, black: 8 bits 0, 201, 1; 16 bits 0, 200, 0; black as zero 255, 200, 0
# Met by:   web viewers and tools over scanned pages and gel pictures: black on black, as if it
#           had been covered.
# Do:       readRasters() and subtract from 255 by hand where fileDirectory says 0.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install --quiet --disable-pip-version-check tifffile==2026.3.3 numpy==2.4.6
cd "$dir"
npm install --silent --no-audit --no-fund --ignore-scripts geotiff@3.0.5
venv/bin/python - <<'PY'
import numpy as np
import tifffile

shown = np.repeat(np.array([255, 200, 0], np.uint8), 16)[None].repeat(48, 0)
tifffile.imwrite("plain.tif", shown, photometric="minisblack", metadata=None)
tifffile.imwrite("8.tif", 255 - shown, photometric="miniswhite", metadata=None)
tifffile.imwrite("16.tif", (255 - shown).astype(np.uint16) * 257, photometric="miniswhite", metadata=None)
PY
cat >finding.mjs <<'JS'
import { readFileSync } from 'node:fs';
import { fromArrayBuffer } from 'geotiff';
console.log('geotiff', JSON.parse(readFileSync('node_modules/geotiff/package.json')).version);
const found = {};
for (const name of ['plain', '8', '16']) {
  const { buffer, byteOffset, length } = readFileSync(name + '.tif');
  const image = await (await fromArrayBuffer(buffer.slice(byteOffset, byteOffset + length))).getImage();
  const rgb = await image.readRGB({ interleave: true });
  found[name] = [8, 24, 40].map((x) => rgb[x * 3]).join();
  console.log(name, 'white, mid, black:', found[name]);
}
if (found.plain !== '255,200,0') throw new Error('the input is not what it should be');
if (found[8] !== '0,201,1' || found[16] !== '0,200,0') throw new Error('white is read otherwise now');
JS
node finding.mjs
