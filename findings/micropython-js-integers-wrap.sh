#!/usr/bin/env bash
# MicroPython 1.27.0 for WebAssembly (npm @micropython/micropython-webassembly-pyscript, PyScript's)
#
# Expected: a JavaScript number such as a file's size or Date.now() is the same number in Python, and
#           a Python integer the same in JavaScript, or an error is raised.
# Happens:  whatever is an integer crosses as 32 bits with a sign, both ways, without an error. A
#           number with a fraction crosses whole.
# Seen:     JavaScript 3000000000 -> Python -1294967296; 2**32 -> 0; Date.now() -> not the time;
#           Python 2**31 -> JavaScript -2147483648; float(2**31) -> 2147483648
# Met by:   pages in PyScript's MicroPython that ask for sizes beyond 2 GiB, milliseconds since 1970,
#           CRC-32 and other unsigned 32-bit values, sums of bytes.
# Do:       let such numbers cross as text or JSON (Python's own integers are unbounded), or as floats
#           towards JavaScript. `blob.size` of a large file is not to be trusted in Python.
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
const inward = (number) => { globalThis.given = number; return value('str(js.given)'); };
const seen = {
  '3000000000': inward(3000000000), '2**32': inward(2 ** 32), '2**31 - 1': inward(2 ** 31 - 1),
  '3000000000.5': inward(3000000000.5),
};
for (const [name, got] of Object.entries(seen)) console.log('JavaScript', name, '-> Python', got);
for (const text of ['2**31', '2**32 + 1', 'float(2**31)']) {
  seen[text] = value(text);
  console.log('Python', text, '-> JavaScript', seen[text]);
}
const wraps = seen['3000000000'] === '-1294967296' && seen['2**31'] === -(2 ** 31) && seen['2**32 + 1'] === 1;
if (!wraps || seen['float(2**31)'] !== 2 ** 31) throw new Error('integers cross whole now');
JS
node finding.mjs
