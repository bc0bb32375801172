#!/usr/bin/env bash
# MicroPython 1.27.0 for WebAssembly (npm @micropython/micropython-webassembly-pyscript, PyScript's)
#
# Expected: rows that are in order already are the cheapest case, as in CPython (n - 1 comparisons),
#           and rows of the same key keep their order.
# Happens:  they are the dearest: `sort` and `sorted` compare every row with every other. Rows in
#           reverse order likewise; shuffled ones take about n log n. Rows of the same key change
#           places.
# Seen:     2,000 rows: in order 1,999,000 comparisons, in reverse 1,999,000, shuffled 29,307; CPython
#           3.11: 1,999 for the first two. 30 rows of 3 keys do not keep their order.
# Met by:   pages in PyScript's MicroPython that sort what a folder, a table or a list of checksums
#           holds in order: 10,000 names are 50 million comparisons, and the page stands still.
# Do:       merge sort in Python, in pieces if it is long; look first whether the rows are in order.
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
import sys
print(sys.version)
compared = 0
class Row:
    def __init__(self, name):
        self.name = name
    def __lt__(self, other):
        global compared
        compared += 1
        return self.name < other.name
def count(numbers):
    global compared
    compared = 0
    found = sorted([Row("{:08}".format(number)) for number in numbers])
    assert [row.name for row in found] == ["{:08}".format(number) for number in range(2000)]
    return compared
ordered = count(range(2000))
reverse = count(range(1999, -1, -1))
shuffled = count([number * 1009 % 2000 for number in range(2000)])
print("in order", ordered, "in reverse", reverse, "shuffled", shuffled)
rows = sorted([(number % 3, number) for number in range(30)], key=lambda row: row[0])
kept = int(rows == sorted(rows))
print("rows of the same key keep their order:", bool(kept))
`);
const [ordered, shuffled] = ['ordered', 'shuffled'].map((name) => python.globals.get(name));
if (ordered < 1000000 || shuffled > 100000 || python.globals.get('kept') !== 0) throw new Error('rows in order are no longer the worst');
JS
node finding.mjs
