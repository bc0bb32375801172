#!/usr/bin/env bash
# tiff 7.1.3 (npm), and image-js 1.7.0 that reads by it
#
# Expected: a TIFF in tiles is read as the same picture in strips is; both are plain RGB with 8 bits, and
#           tiles of grey pictures are read rightly.
# Happens:  of each pixel one sample alone is set, from another pixel's place: green and blue are 0
#           everywhere, and red holds the samples of the upper third of each tile one after another. No
#           error, size and channels are right.
# Seen:     strips and grey tiles right; RGB tiles: green and blue 0, 200,120,40 becomes 200,0,0, 120,0,0
#           or 40,0,0
# Met by:   web viewers fed with TIFFs from slide scanners, GIS and image servers, which write tiles: what
#           is on the label cannot be read on the screen, and is in the file.
# Do:       decode tiles by libvips or geotiff; or rewrite in strips (tiffcp -s).
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install --quiet --disable-pip-version-check tifffile==2026.3.3
cd "$dir"
npm install --silent --no-audit --no-fund --ignore-scripts tiff@7.1.3 image-js@1.7.0
venv/bin/python - <<'PY'
import numpy as np
import tifffile

colour = np.full((48, 64, 3), (200, 120, 40), np.uint8)
tifffile.imwrite("strips.tif", colour, photometric="rgb")
tifffile.imwrite("tiles.tif", colour, photometric="rgb", tile=(16, 16))
tifffile.imwrite("grey-tiles.tif", np.arange(48 * 64, dtype=np.uint8).reshape(48, 64), tile=(16, 16))
PY
cat >finding.mjs <<'JS'
import fs from 'node:fs';
import { decode as decodeImage } from 'image-js';
import { decode } from 'tiff';

const version = (name) => JSON.parse(fs.readFileSync(`node_modules/${name}/package.json`, 'utf8')).version;
console.log('tiff', version('tiff'), 'image-js', version('image-js'));
const seen = {};
for (const name of ['strips', 'tiles', 'grey-tiles']) {
  const bytes = fs.readFileSync(name + '.tif');
  const [one, two] = [decode(bytes)[0].data, decodeImage(bytes).getRawImage().data];
  if (Buffer.compare(Buffer.from(one), Buffer.from(two))) throw new Error('the two differ now');
  seen[name] = [...one];
  console.log(name, one.length, 'samples, the first pixels', seen[name].slice(0, 12).join());
}
if (seen.strips.slice(0, 3).join() !== '200,120,40') throw new Error('the input is not what it should be');
if (seen['grey-tiles'].some((sample, at) => sample !== at % 256)) throw new Error('grey tiles are wrong now');
if (seen.tiles.slice(0, 9).join() !== '200,0,0,120,0,0,40,0,0') throw new Error('colour tiles are read otherwise now');
JS
node finding.mjs
