#!/usr/bin/env bash
# jimp 1.6.1 (npm), whose TIFF decoder is utif2 4.1.0
#
# Expected: a TIFF with PlanarConfiguration 2 (all red samples, then all green, then all blue) is read
#           as the picture it is, or refused.
# Happens:  the planes are read as if they were rows of RGB pixels: three neighbouring samples of
#           one colour become one pixel, and the picture stands there thrice, askew. No error.
# Seen:     upper left red, lower right blue: interleaved -> 255,0,0 and 0,0,255; separate -> 255,255,255
#           and 0,0,0
# Met by:   web tools fed with TIFFs from microscopes, Photoshop ("per channel") and libtiff's tools; a
#           mark drawn on what is shown lies elsewhere in the real picture.
# Do:       look at tag 284 first; rewrite by tiffcp -p contig, or decode by libvips.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install --quiet --disable-pip-version-check tifffile==2026.3.3
cd "$dir"
npm install --silent --no-audit --no-fund --ignore-scripts jimp@1.6.1 utif2@4.1.0
venv/bin/python - <<'PY'
import numpy as np
import tifffile

picture = np.full((48, 64, 3), (200, 120, 40), np.uint8)
picture[:24, :32] = (255, 0, 0)
picture[24:, 32:] = (0, 0, 255)
tifffile.imwrite("contig.tif", picture, photometric="rgb")
tifffile.imwrite("separate.tif", np.moveaxis(picture, 2, 0), photometric="rgb", planarconfig="separate")
PY
cat >finding.cjs <<'JS'
const { Jimp } = require('jimp');
console.log('jimp', require('jimp/package.json').version);
(async () => {
  const seen = {};
  for (const name of ['contig', 'separate']) {
    const { data, width, height } = (await Jimp.read(name + '.tif')).bitmap;
    const at = (x, y) => [...data.subarray((y * width + x) * 4, (y * width + x) * 4 + 3)].join();
    seen[name] = at(5, 5) + ' ' + at(width - 6, height - 6);
    console.log(name, width + 'x' + height, 'upper left and lower right', seen[name]);
  }
  if (seen.contig !== '255,0,0 0,0,255') throw new Error('the input is not what it should be');
  if (seen.separate === seen.contig) throw new Error('separate planes are read rightly now');
})();
JS
node finding.cjs
