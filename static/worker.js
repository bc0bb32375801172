// The worker's own part: boots Pyodide from memory, then answers requests with app.worker.handle.
// Built into one classic script behind pyodide.js and its factory (app/build/pack.py).

const typeOf = (name) => (name.endsWith('.wasm') ? 'application/wasm' : 'application/octet-stream');
// Pyodide wants addresses; none is ever asked for: every answer comes out of the pack.
const BASE = 'https://pack.invalid/';

// module: Pyodide's wasm, which the page compiled once for all workers.
async function boot(entries, module) {
  WebAssembly.instantiateStreaming = async (_response, imports) => (
    { module, instance: await WebAssembly.instantiate(module, imports) }
  );
  self.fetch = async (url) => {
    const name = String(url).split('/').pop();
    if (name === 'pyodide.asm.wasm') return new Response();
    if (!(name in entries)) throw new TypeError('sealed');
    return new Response(entries[name], { headers: { 'content-type': typeOf(name) } });
  };
  const python = await loadPyodide({
    indexURL: BASE,
    packageBaseUrl: BASE,
    stdLibURL: `${BASE}python_stdlib.zip`,
    createPyodideModule: _createPyodideModule,
    lockFileContents: JSON.parse(new TextDecoder().decode(entries['lock.json'])),
  });
  for (const name of Object.keys(entries)) {
    if (name.endsWith('.whl')) python.unpackArchive(entries[name], 'wheel');
  }
  python.unpackArchive(entries['app.zip'], 'zip', { extractDir: '/pixelseal' });
  python.runPython("import sys; sys.path.insert(0, '/pixelseal')");
  return python.pyimport('app.worker');
}

let handler;
let build;
const HEAD = 4096; // bytes by which app.core.source.sniff tells a format

// Parts by the name of their pack: a promise of {file name: bytes}, or of null where it is not to be
// had. The page keeps them packed and hands one over when it is asked for.
const asked = new Map();
const arrived = new Map();
const compiled = new Map();

function part(pack) {
  if (!asked.has(pack)) {
    asked.set(pack, new Promise((resolve) => { arrived.set(pack, resolve); }));
    postMessage({ part: pack });
  }
  return asked.get(pack);
}

// A codec with memory of its own, or null: then files that need it are refused by name.
async function codec(name) {
  try {
    if (!compiled.has(name)) {
      const files = await part(PARTS[name].pack);
      if (!files) return null;
      compiled.set(name, await WebAssembly.compile(files[PARTS[name].wasm]));
    }
    return await openPart(name, compiled.get(name));
  } catch {
    return null;
  }
}

async function answer({ id, op, args, buffers: sources }) {
  const heads = sources.map((buffer) => new Uint8Array(buffer, 0, Math.min(HEAD, buffer.byteLength)));
  const codecs = {};
  for (const name of handler.parts_for(op, args, heads)) codecs[name] = await codec(name);
  handler.install(codecs);
  const message = handler.handle(op, args, sources, build);
  const buffers = message.buffers.map((view) => view.buffer);
  postMessage({ ...message, id, buffers }, buffers);
}

self.onmessage = async ({ data }) => {
  try {
    if (data.entries) {
      build = data.build;
      handler = await boot(data.entries, data.module);
      postMessage({ ready: true });
    } else if (data.part) arrived.get(data.part)(data.files);
    else await answer(data);
  } catch (error) {
    // Whatever comes this far has left the interpreter in an unknown state. Its text may carry
    // names out of a file, so none of it is passed on.
    const memory = error instanceof RangeError && /memory|allocation/i.test(error.message);
    postMessage({ fatal: memory ? 'out-of-memory' : 'engine-crashed' });
  }
};
