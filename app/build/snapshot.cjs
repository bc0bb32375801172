// Starts the engine once under node, as its worker would, and records what is in its memory.
// Usage: node snapshot.cjs JOB.json. Same job, same bytes: clock and random numbers are constants.
"use strict";
const fs = require("node:fs");
const path = require("node:path");
const vm = require("node:vm");

/**
 * Files, but for a text, a folder and names of modules.
 * @type {{ script: string, wasm: string, stdlib: string, lock: string, tree: string, modules: string[],
 *   heap: string, facts: string }}
 */
const job = JSON.parse(fs.readFileSync(process.argv[2], "utf8"));
const exit = process.exit.bind(process);
const BASE = "https://pack.invalid/";
/** @type {Record<string, string>} */
const FILES = { "pyodide.asm.wasm": job.wasm, "python_stdlib.zip": job.stdlib };
// 1980, as in the archives of the build.
const THEN = 315532800000;
// Bytes that a run of zeros must have to be left out.
const GAP = 4096;

function pretendWorker() {
  /** @type {(name: string, value: unknown) => unknown} */
  const define = (name, value) => Object.defineProperty(
    globalThis, name, { value, writable: true, configurable: true },
  );
  const RealDate = Date;
  define("Date", class extends RealDate {
    /** @param {number[]} parts */
    constructor(...parts) { super(.../** @type {[number]} */ (parts.length ? parts : [THEN])); }
    static now() { return THEN; }
  });
  define("performance", { now: () => 0, timeOrigin: THEN, mark() {}, measure() {} });
  Math.random = () => 0.5;
  define("crypto", { getRandomValues: (/** @type {Uint8Array} */ array) => array.fill(0) });
  define("navigator", { userAgent: "", language: "en" });
  define("location", { href: BASE, toString: () => BASE });
  define("self", globalThis);
  define("WorkerGlobalScope", class { static [Symbol.hasInstance]() { return true; } });
  define("fetch", async (/** @type {unknown} */ url) => new Response(
    fs.readFileSync(FILES[path.posix.basename(String(url))]),
    { headers: { "content-type": "application/wasm" } },
  ));
  define("process", undefined);
}

/**
 * @param {FileSystem} fileSystem
 * @param {string} from
 * @param {string} to
 */
function put(fileSystem, from, to) {
  fileSystem.mkdirTree(to);
  for (const entry of fs.readdirSync(from, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const [source, target] = [path.join(from, entry.name), `${to}/${entry.name}`];
    if (entry.isDirectory()) put(fileSystem, source, target);
    else fileSystem.writeFile(target, new Uint8Array(fs.readFileSync(source)));
  }
}

/**
 * Freed memory still holds what was there: all of it is allocated once, cleared and freed.
 * @param {SnapshotModule} module
 */
function clearFreed(module) {
  module._malloc_trim(0);
  module._malloc_set_footprint_limit(module._malloc_footprint());
  const blocks = [];
  for (let size = 1 << 24; size >= 8; size = size > 1024 ? size >> 1 : size - 8) {
    for (let block = module._malloc(size); block; block = module._malloc(size)) {
      module.HEAPU8.fill(0, block, block + module._malloc_usable_size(block));
      blocks.push(block);
    }
  }
  for (const block of blocks) module._free(block);
  module._malloc_set_footprint_limit(-1);
}

/**
 * [offset, length] of what is not zero, in multiples of GAP.
 * @param {Uint8Array} memory
 */
function runsOf(memory) {
  const words = new BigUint64Array(memory.buffer, memory.byteOffset, memory.length / 8);
  /** @type {[offset: number, length: number][]} */
  const runs = [];
  for (let at = 0; at < memory.length; at += GAP) {
    const end = (at + GAP) / 8;
    let word = at / 8;
    while (word < end && words[word] === 0n) word += 1;
    if (word === end) continue;
    const last = runs.at(-1);
    if (last && last[0] + last[1] === at) last[1] += GAP;
    else runs.push([at, GAP]);
  }
  return runs;
}

/**
 * [start, end] of what is not zero, in multiples of GAP.
 * @param {Uint8Array} memory
 */
function extentOf(memory) {
  const runs = runsOf(memory);
  const [at, size] = runs[runs.length - 1];
  return [runs[0][0], at + size];
}

/**
 * The entries of the linker's table of addresses that are not in `known`, which is updated.
 * @param {SnapshotModule["GOT"]} table
 * @param {Set<string>} known
 */
function linked(table, known) {
  const found = Object.entries(table).filter(([name]) => !known.has(name));
  for (const [name] of found) known.add(name);
  return Object.fromEntries(found.map(([name, { value }]) => [name, value]));
}

async function main() {
  pretendWorker();
  vm.runInThisContext(fs.readFileSync(job.script, "utf8"), { filename: "worker.js" });
  /** @type {object[]} */
  const libraries = [];
  /** @type {string[]} */
  const symbols = [];
  /** @type {Record<string, number>[]} */
  const links = [];
  /** @type {Set<string>} */
  const known = new Set();
  let first = new Uint8Array();
  /** @type {SnapshotModule["GOT"]} */
  let got;
  const python = await loadPyodide({
    indexURL: BASE,
    packageBaseUrl: BASE,
    stdLibURL: `${BASE}python_stdlib.zip`,
    _makeSnapshot: true,
    _sysExecutable: "/pixelseal/engine",
    // The same order of sets and dicts everywhere; docstrings and assertions are left out.
    env: { PYTHONHASHSEED: "0", PYTHONOPTIMIZE: "2", PYTHONDONTWRITEBYTECODE: "1", LANG: "C.UTF-8" },
    createPyodideModule: (settings) => _createPyodideModule({
      ...settings,
      onMemory: (heap) => { first = heap.slice(); },
      onLibrary(facts) {
        links.push(linked(got, known));
        libraries.push(facts);
      },
      onSymbol: (symbol) => symbols.push(symbol),
    }),
    lockFileContents: job.lock,
  });
  const module = python._module;
  got = module.GOT;
  put(python.FS, job.tree, "/");
  const loaded = python.runPython(`
import gc, importlib, json, sys, zipimport
sys.path.insert(0, "/pixelseal")
importlib.invalidate_caches()  # the clock stands still, so folders do not look changed
for name in json.loads(${JSON.stringify(JSON.stringify(job.modules))}):
    importlib.import_module(name)
# The archive of the standard library will be another one.
importlib.invalidate_caches()
sys.path_importer_cache.clear()
zipimport._zip_directory_cache.clear()
del name
gc.collect()
json.dumps(sorted(sys.modules))
`);
  if (symbols.length) throw new Error(`functions took places of their own: ${symbols}`);
  links.push(linked(got, known));
  clearFreed(module);
  const whole = python.makeMemorySnapshot();
  const start = new DataView(whole.buffer, whole.byteOffset).getUint32(4, true);
  const memory = whole.slice(start);
  // Most of the module's own data never changes: it is not stored twice.
  for (let at = 0; at < first.length; at += 1) memory[at] ^= first[at];
  const runs = runsOf(memory);
  fs.writeFileSync(job.heap, Buffer.concat(runs.map(([at, size]) => memory.subarray(at, at + size))));
  fs.writeFileSync(job.facts, JSON.stringify({
    head: Buffer.from(whole.subarray(0, start)).toString("base64"),
    size: memory.length,
    first: extentOf(first),
    runs,
    libraries,
    links,
    table: module.wasmTable.length,
    loaded: JSON.parse(loaded),
  }));
}

main().then(() => exit(0), (error) => {
  console.log(String(error?.stack ?? error));
  exit(1);
});
