#!/usr/bin/env bash
# MicroPython 1.27.0 for WebAssembly (npm @micropython/micropython-webassembly-pyscript, PyScript's)
#
# Expected: formatting and round() agree with CPython, and with each other: both round the double's
#           exact value, halves to even.
# Happens:  formatting rounds halves away from zero; round(x) to even; round(x, 2) multiplies first
#           and so takes 2.675, which is below the half, up.
# Seen:     "%.0f" % 0.5 -> 1, "%.1f" % 0.25 -> 0.3, "%.0f" % 500000.5 -> 500001 (CPython 0, 0.2, 500000);
#           round(0.5) -> 0; round(2.675, 2) -> 2.68 (CPython 2.67) while "%.2f" % 2.675 -> 2.67
# Met by:   figures (percent seen, megapixels) that a page in MicroPython and an engine in CPython or
#           Pyodide both state, and tests that run on one of the two.
# Do:       integers for what is compared or signed; state the same figure from one side only.
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
const texts = ['"%.0f" % 0.5', '"%.0f" % 2.5', '"%.1f" % 0.25', '"%.0f" % 500000.5', 'str(round(0.5))',
  'str(round(2.675, 2))', '"%.2f" % 2.675'];
const seen = texts.map((text) => {
  const answer = value(text);
  console.log(text, '->', answer);
  return answer;
});
if (seen.join(' ') !== '1 3 0.3 500001 0 2.68 2.67') throw new Error('rounding has changed');
JS
node finding.mjs
python3 -c 'print("CPython:", "%.0f" % 0.5, "%.0f" % 2.5, "%.1f" % 0.25, "%.0f" % 500000.5, round(2.675, 2))'
