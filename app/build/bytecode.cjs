// Compiles Python files for MicroPython. Usage: node bytecode.cjs JOB.json.
"use strict";
const fs = require("node:fs");
const path = require("node:path");

/** @type {{ vendor: string, sources: Record<string, string>, out: string }} folders; path -> text */
const job = JSON.parse(fs.readFileSync(process.argv[2], "utf8"));
const wasmBinary = fs.readFileSync(path.join(job.vendor, "mpy-cross-v6.wasm"));
// Each run of the compiler listens to the process.
process.setMaxListeners(0);
const compiler = require(path.join(job.vendor, "mpy-cross-v6.js"));

/**
 * Tracebacks name the file by its path.
 * @param {string} name
 * @param {string} text
 * @returns {Promise<{ status: number, mpy: Uint8Array, err: unknown }>}
 */
function compiled(name, text) {
  return new Promise((resolve) => {
    compiler({
      wasmBinary,
      arguments: ["-s", name, "-o", "main.mpy", "main.py"],
      inputFileContents: text,
      /** @type {(status: number, mpy: Uint8Array, out: unknown, err: unknown) => void} */
      callback: (status, mpy, _out, err) => resolve({ status, mpy, err }),
    });
  });
}

async function main() {
  for (const [name, text] of Object.entries(job.sources)) {
    const { status, mpy, err } = await compiled(name, text);
    if (status !== 0) {
      console.log(`${name}: ${String(err).trim().split("\n").at(-1)}`);
      process.exit(1);
    }
    const target = path.join(job.out, name.replace(/\.py$/, ".mpy"));
    fs.mkdirSync(path.dirname(target), { recursive: true });
    fs.writeFileSync(target, mpy);
  }
}

main();
