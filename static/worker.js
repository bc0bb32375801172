// The worker's own part: boots Pyodide from memory, then answers requests with app.worker.handle.
// Built into one classic script behind pyodide.js and its factory (app/build/pack.py).

const typeOf = (name) => (name.endsWith('.wasm') ? 'application/wasm' : 'application/octet-stream');
// Pyodide wants addresses; none is ever asked for: every answer comes out of the pack.
const BASE = 'https://pack.invalid/';

async function boot(entries) {
  self.fetch = async (url) => {
    const name = String(url).split('/').pop();
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

function answer({ id, op, args, buffers: sources }) {
  const message = handler.handle(op, args, sources, build);
  const buffers = message.buffers.map((view) => view.buffer);
  postMessage({ ...message, id, buffers }, buffers);
}

self.onmessage = async ({ data }) => {
  try {
    if (data.entries) {
      build = data.build;
      handler = await boot(data.entries);
      postMessage({ ready: true });
    } else answer(data);
  } catch {
    // Whatever comes this far has left the interpreter in an unknown state. Its text may carry
    // names out of a file, so none of it is passed on.
    postMessage({ fatal: true });
  }
};
