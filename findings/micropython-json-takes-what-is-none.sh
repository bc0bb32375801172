#!/usr/bin/env bash
# MicroPython 1.27.0 for WebAssembly (npm @micropython/micropython-webassembly-pyscript, PyScript's)
#
# Expected: json.loads raises ValueError for what is no JSON (RFC 8259), as CPython's does.
# Happens:  commas and colons are passed over wherever they stand or lack: `[1 2]`, `[1,,2]`, `[1,]`
#           and `[1:2]` are lists, `{"a" 1}` and `{"a","b"}` objects. A number can be a key, and a
#           line feed can stand in a text.
# Seen:     [1 2] -> [1, 2]; [,1] -> [1]; [1:2] -> [1, 2]; {"a","b"} -> {'a': 'b'}; {1:2} -> {1: 2}
# Met by:   pages in MicroPython that refuse files which are not as they have to be: a server or a
#           command line in CPython refuses the same file, and a key may be no text.
# Do:       ask the browser first (JSON.parse), or compare what was read, written again, with the text.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm install --silent --no-audit --no-fund --ignore-scripts \
  @micropython/micropython-webassembly-pyscript@1.27.0
cat >finding.mjs <<'JS'
import { loadMicroPython } from '@micropython/micropython-webassembly-pyscript/micropython.mjs';
const python = await loadMicroPython();
python.runPython(`
import json, sys
print(sys.version)
taken = 0
for text in ("[1 2]", "[,1]", "[1,,2]", "[1,]", "[1:2]", '{"a" 1}', '{"a","b"}', "{1:2}", '"a\\nb"'):
    try:
        print(repr(text), "->", repr(json.loads(text)))
        taken += 1
    except ValueError:
        print(repr(text), "is refused")
`);
const taken = python.globals.get('taken');
for (const text of ['[1 2]', '[,1]', '[1:2]', '{1:2}']) {
  try {
    JSON.parse(text);
  } catch {
    continue;
  }
  throw new Error('the browser takes it, too');
}
if (taken !== 9) throw new Error('some of it is refused now');
JS
node finding.mjs
