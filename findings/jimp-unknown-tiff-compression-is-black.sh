#!/usr/bin/env bash
# jimp 1.6.1 (npm), whose TIFF decoder is utif2 4.1.0
#
# Expected: a TIFF whose compression it does not know (Zstandard, WebP, JPEG 2000) is an error.
# Happens:  a picture of the right size, opaque and all black, with a line on the console at most; it
#           saves as a valid JPEG.
# Seen:     zstd, webp: 64x48, every pixel 0,0,0,255; deflate: 200,120,40
# Met by:   web tools fed with scans of newer programs: the black output passes for one that was covered
#           wholly, and nobody misses what it should have shown.
# Do:       look at tag 259 first, or refuse a picture of one colour.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install --quiet --disable-pip-version-check tifffile==2026.3.3 imagecodecs==2026.3.6
cd "$dir"
npm install --silent --no-audit --no-fund --ignore-scripts jimp@1.6.1 utif2@4.1.0
venv/bin/python - <<'PY'
import numpy as np
import tifffile

picture = np.full((48, 64, 3), (200, 120, 40), np.uint8)
for name in ("deflate", "zstd", "webp"):
    tifffile.imwrite(name + ".tif", picture, photometric="rgb", compression=name)
    assert (tifffile.imread(name + ".tif") == picture).all()
PY
cat >finding.cjs <<'JS'
const { Jimp } = require('jimp');
console.log('jimp', require('jimp/package.json').version);
(async () => {
  const seen = {};
  for (const name of ['deflate', 'zstd', 'webp']) {
    const { bitmap } = await Jimp.read(name + '.tif');
    const colours = new Set(new Uint32Array(bitmap.data.buffer, bitmap.data.byteOffset, bitmap.data.length / 4));
    seen[name] = colours.size + ' ' + [...bitmap.data.subarray(0, 4)].join();
    console.log(name, bitmap.width + 'x' + bitmap.height, 'colours and first pixel', seen[name]);
  }
  const stands = seen.deflate === '1 200,120,40,255' && seen.zstd === '1 0,0,0,255' && seen.webp === seen.zstd;
  if (!stands) throw new Error('such files are treated otherwise now');
})();
JS
node finding.cjs
