// Runs plain test functions inside MicroPython under node. Knows no fixtures and judges no result.
// Usage: node micropython_run.mjs JOB.json; prints one JSON object {name: null | traceback}.
import fs from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";

// {vendor, compiled: {path: base64 of bytecode}, sources: {path: text}, module, functions: [name]}
const job = JSON.parse(fs.readFileSync(process.argv[2], "utf8"));
const { loadMicroPython } = await import(pathToFileURL(path.join(job.vendor, "micropython.mjs")));
const printed = [];
const python = await loadMicroPython({
  url: path.join(job.vendor, "micropython.wasm"),
  // As much as PyScript gives it, so that a test which fits here fits on the page.
  heapsize: 64 * 1024 * 1024,
  linebuffer: true,
  stdout: (line) => printed.push(line),
  stderr: (line) => printed.push(line),
});
const files = Object.entries(job.compiled).map(([name, text]) => [name, Buffer.from(text, "base64")]);
for (const [name, content] of [...files, ...Object.entries(job.sources)]) {
  python.FS.mkdirTree(`/${path.posix.dirname(name)}`);
  python.FS.writeFile(`/${name}`, content);
}
python.globals.set("job_module", job.module);
python.globals.set("job_functions", JSON.stringify(job.functions));
try {
  python.runPython(`
import io, json, sys
sys.path.insert(0, "/")
outcome = {}
module = __import__(job_module)
for part in job_module.split(".")[1:]:
    module = getattr(module, part)
for name in json.loads(job_functions):
    try:
        getattr(module, name)()
        outcome[name] = None
    except Exception as error:
        text = io.StringIO()
        sys.print_exception(error, text)
        outcome[name] = text.getvalue()
job_outcome = json.dumps(outcome)
`);
  console.log(JSON.stringify({ outcome: JSON.parse(python.globals.get("job_outcome")), printed }));
} catch (error) {
  console.log(JSON.stringify({ outcome: {}, printed: [...printed, String(error)] }));
}
