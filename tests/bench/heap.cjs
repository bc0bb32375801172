// Runs Python in Pyodide under node and prints how many bytes its heap has at the end, together with
// the memories of all instances of the JPEG codec that were made, whether they are still there or not.
// Usage: node heap.cjs JOB.json
"use strict";
const fs = require("node:fs");
const path = require("node:path");

async function main() {
  // {vendor, codecs, jpeg, mounts: {where: folder}, globals: {name: value}, python}
  const job = JSON.parse(fs.readFileSync(process.argv[2], "utf8"));
  const { loadPyodide } = require(path.join(job.vendor, "pyodide.js"));
  const pyodide = await loadPyodide({
    indexURL: job.vendor + path.sep,
    lockFileContents: fs.readFileSync(path.join(job.vendor, "pyodide-lock.json"), "utf8"),
    env: { HOME: "/home/pyodide", PYTHONDONTWRITEBYTECODE: "1" },
  });
  const site = pyodide.runPython("import sysconfig; sysconfig.get_path('purelib')");
  for (const name of fs.readdirSync(job.vendor).filter((name) => name.endsWith(".whl"))) {
    const wheel = new Uint8Array(fs.readFileSync(path.join(job.vendor, name)));
    pyodide.unpackArchive(wheel, "wheel", { extractDir: site });
  }
  for (const [where, folder] of Object.entries(job.mounts)) {
    pyodide.FS.mkdirTree(where);
    pyodide.FS.mount(pyodide.FS.filesystems.NODEFS, { root: folder }, where);
  }
  for (const [name, value] of Object.entries(job.globals)) pyodide.globals.set(name, value);
  const { jpegCodec } = require(job.codecs);
  globalThis.pixelsealJpeg = jpegCodec(await WebAssembly.compile(fs.readFileSync(job.jpeg)));
  const memories = [];
  const { Instance } = WebAssembly;
  WebAssembly.Instance = function noted(...parts) {
    const instance = new Instance(...parts);
    // Libraries of Python's have the heap for their memory.
    if (instance.exports.memory) memories.push(instance.exports.memory);
    return instance;
  };
  pyodide.runPython(job.python);
  const beside = memories.reduce((sum, { buffer }) => sum + buffer.byteLength, 0);
  console.log(pyodide._module.HEAPU8.length + beside);
}

main().catch((error) => {
  console.error(String(error && error.stack ? error.stack : error));
  process.exit(70);
});
