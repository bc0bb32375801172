// Runs the page's host in MicroPython under node, with nothing of a browser behind it, and counts what
// is still held after an event that has left garbage behind.
// Usage: node collecting.mjs JOB.json; prints one JSON object {before, after, tidied}, in bytes.
import fs from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";

// {vendor, compiled: {path: base64 of bytecode}}
const job = JSON.parse(fs.readFileSync(process.argv[2], "utf8"));
const { loadMicroPython } = await import(pathToFileURL(path.join(job.vendor, "micropython.mjs")));
globalThis.document = { getElementById: () => ({ addEventListener() {} }), defaultView: {} };
globalThis.pixelseal = { isJson: () => true };
const python = await loadMicroPython({
  url: path.join(job.vendor, "micropython.wasm"),
  heapsize: 64 * 1024 * 1024,
});
for (const [name, text] of Object.entries(job.compiled)) {
  python.FS.mkdirTree(`/${path.posix.dirname(name)}`);
  python.FS.writeFile(`/${name}`, Buffer.from(text, "base64"));
}
python.runPython(`
import gc, sys
sys.path.insert(0, "/")
from pixelseal.ui.browser.browser_host import BrowserHost
host = BrowserHost()
held = gc.mem_alloc
gc.collect()
`);
const held = () => { python.runPython("count = held()"); return python.globals.get("count"); };
const before = held();
python.runPython("garbage = [[place] for place in range(20000)]; garbage = None");
const after = held();
python.runPython("host.tidy()");
await new Promise((done) => setTimeout(done, 0)); // it tidies in a task of its own
console.log(JSON.stringify({ before, after, tidied: held() }));
