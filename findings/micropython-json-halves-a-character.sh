#!/usr/bin/env bash
# MicroPython 1.27.0 for WebAssembly (npm @micropython/micropython-webassembly-pyscript, PyScript's)
#
# Expected: json.loads gives U+20BB7 for its escaped surrogate pair (RFC 8259, section 7), as
#           CPython's json.dumps writes it.
# Happens:  two characters, each half of the pair: another text, of another length, that encodes to
#           bytes that are no UTF-8. Unescaped in the same text the character is read rightly.
# Seen:     '"\\ud842\\udfb7"' -> length 2, bytes eda182edbeb7, not equal to the character
# Met by:   a page in MicroPython that is answered by Pyodide or a server in CPython: file names and
#           family names with such characters match nothing any more.
# Do:       json.dumps(..., ensure_ascii=False) on the sending side, or join pairs before parsing.
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
globalThis.escaped = '"\\ud842\\udfb7"';
globalThis.plain = JSON.stringify('\u{20bb7}');
const read = (name) =>
  value(`(lambda t: f"{len(t)} {t.encode().hex()} {t == json.loads(js.plain)}")(json.loads(js.${name}))`);
console.log('escaped:', read('escaped'));
console.log('plain:', read('plain'));
if (read('escaped') !== '2 eda182edbeb7 False') throw new Error('pairs are joined now');
JS
node finding.mjs
