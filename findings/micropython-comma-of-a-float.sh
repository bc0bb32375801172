#!/usr/bin/env bash
# MicroPython 1.27.0 for WebAssembly (npm @micropython/micropython-webassembly-pyscript, PyScript's)
#
# Expected: "{:,.2f}" groups thousands as in Python, or is refused.
# Happens:  the comma is honoured for integers and dropped without a word for floats.
# Seen:     "{:,}".format(1234567) -> 1,234,567;  "{:,.2f}".format(1234567.891) -> 1234567.89
# Met by:   pages that write sizes or areas by the same code in the browser and on the command line:
#           the two texts differ.
# Do:       group the whole part by itself: f"{int(x):,}" and the digits behind the point.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm install --silent --no-audit --no-fund --ignore-scripts \
  @micropython/micropython-webassembly-pyscript@1.27.0
cat >finding.mjs <<'JS'
import { loadMicroPython } from '@micropython/micropython-webassembly-pyscript/micropython.mjs';
const python = await loadMicroPython();
const value = (text) => {
  python.runPython(`answer = ${text}`);
  return python.globals.get('answer');
};
python.runPython('import js, json, sys');
console.log(value('sys.version'));
const seen = ['"{:,}".format(1234567)', '"{:,.2f}".format(1234567.891)', 'f"{1234567.891:,.0f}"'].map((text) => {
  const answer = value(text);
  console.log(text, '->', answer);
  return answer;
});
if (seen.join(' ') !== '1,234,567 1234567.89 1234568') throw new Error('floats are grouped now');
JS
node finding.mjs
