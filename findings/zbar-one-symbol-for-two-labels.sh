#!/usr/bin/env bash
# @undecaf/zbar-wasm 0.11.0 (npm; ZBar 0.23.93)
#
# Expected: two labels with the same Code 128 in one photo are two symbols, each with its place, as two
#           equal QR codes are.
# Happens:  linear codes with the same content become one symbol; its points lie on both labels, so the
#           box around them reaches from one to the other, over all that is between.
# Seen:     two Code 128: 1 symbol, from 50,50 to 677,778; two QR codes: 2 symbols
# Met by:   covering by boxes: a wristband and a bag with the same number give one cover over the wound
#           between them; a count of codes is too low.
# Do:       split the points by gaps, or cover what was found and look again in what is left.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm install --silent --no-audit --no-fund --ignore-scripts @undecaf/zbar-wasm@0.11.0 bwip-js@4.11.4 pngjs@7.0.0
cat >finding.mjs <<'JS'
import { readFileSync } from 'node:fs';
import { scanImageData } from '@undecaf/zbar-wasm';
import bwipjs from 'bwip-js';
import { PNG } from 'pngjs';
console.log('zbar-wasm', JSON.parse(readFileSync('node_modules/@undecaf/zbar-wasm/package.json')).version);
const found = {};
for (const kind of ['code128', 'qrcode']) {
  const made = { bcid: kind, text: 'SYN12345', scale: 3, height: 15, backgroundcolor: 'FFFFFF', padding: 10 };
  const label = PNG.sync.read(await bwipjs.toBuffer(made));
  const photo = new PNG({ width: 900, height: 900 });
  photo.data.fill(255);
  for (const [x, y] of [[20, 20], [320, 620]]) PNG.bitblt(label, photo, 0, 0, label.width, label.height, x, y);
  const symbols = await scanImageData({ data: new Uint8ClampedArray(photo.data), width: 900, height: 900 });
  found[kind] = symbols.map(({ points }) => {
    const [xs, ys] = [points.map((point) => point.x), points.map((point) => point.y)];
    return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
  });
  console.log(kind, symbols.length, 'symbols, boxes', JSON.stringify(found[kind]));
}
const [box] = found.code128;
if (found.qrcode.length !== 2) throw new Error('the input is not what it should be');
if (found.code128.length !== 1 || box[1] > 200 || box[3] < 600) throw new Error('equal codes are two symbols now');
JS
node finding.mjs
