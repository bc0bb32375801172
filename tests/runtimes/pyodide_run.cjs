// Runs pytest inside Pyodide under node, with the vendor bytes that the bundle is made of.
// Usage: node pyodide_run.cjs JOB.json; ends with pytest's exit code. Judges no result.
"use strict";
const fs = require("node:fs");
const path = require("node:path");

async function main() {
  // {vendor, codecs, jpeg, mounts: {where: folder}, path: [where], env: {name: value}, results, pytest: [argument]}
  const job = JSON.parse(fs.readFileSync(process.argv[2], "utf8"));
  const { loadPyodide } = require(path.join(job.vendor, "pyodide.js"));
  const pyodide = await loadPyodide({
    indexURL: job.vendor + path.sep,
    lockFileContents: fs.readFileSync(path.join(job.vendor, "pyodide-lock.json"), "utf8"),
    env: { HOME: "/home/pyodide", PYTHONDONTWRITEBYTECODE: "1", ...job.env },
  });
  // Raw writes: line by line, pytest's dots would come one to a line.
  const write = (bytes) => fs.writeSync(1, bytes);
  pyodide.setStdout({ write });
  pyodide.setStderr({ write });
  const site = pyodide.runPython("import sysconfig; sysconfig.get_path('purelib')");
  for (const name of fs.readdirSync(job.vendor).filter((name) => name.endsWith(".whl"))) {
    const wheel = new Uint8Array(fs.readFileSync(path.join(job.vendor, name)));
    pyodide.unpackArchive(wheel, "wheel", { extractDir: site });
  }
  for (const [where, folder] of Object.entries(job.mounts)) {
    pyodide.FS.mkdirTree(where);
    pyodide.FS.mount(pyodide.FS.filesystems.NODEFS, { root: folder }, where);
  }
  // The page's own codecs, for the engine's tests of HEIC and AVIF (tests/core/conftest.py).
  const { jpegCodec, openPart, PARTS } = require(job.codecs);
  globalThis.pixelsealJpeg = jpegCodec(await WebAssembly.compile(fs.readFileSync(job.jpeg)));
  globalThis.pixelsealCodecs = {};
  for (const [name, { wasm }] of Object.entries(PARTS)) {
    const module = await WebAssembly.compile(fs.readFileSync(path.join(job.vendor, wasm)));
    globalThis.pixelsealCodecs[name] = await openPart(name, module);
  }
  pyodide.globals.set("search_path", pyodide.toPy(job.path));
  pyodide.globals.set("arguments", pyodide.toPy(job.pytest));
  // Last on the path: whatever the wheels brought comes before the native environment's.
  return pyodide.runPython(`
import os, sys
sys.path.extend(search_path)
os.chdir(search_path[0])
import pytest
int(pytest.main(arguments))
`);
}

main().then(
  (code) => process.exit(code),
  (error) => {
    console.log(String(error && error.stack ? error.stack : error));
    process.exit(70);
  },
);
