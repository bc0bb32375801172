// The worker's own part: restores the memory of a started engine, then answers requests by
// pixelseal.worker.handle. Built into one classic script after pyodide.js and its factory
// (app/build/factory.py).

// Pyodide wants URLs, but none is ever requested: everything comes out of the pack.
const BASE = 'https://pack.invalid/';
const LIBRARY = 'python_stdlib.zip';

/**
 * The entries of the pack by name, which arrive in pieces.
 * @type {Map<string, Entry>}
 */
const entries = new Map();

/**
 * @param {string} name
 * @returns {Entry}
 */
function entry(name) {
  const known = entries.get(name);
  if (known) return known;
  /** @type {Partial<Entry>} */
  const made = {};
  made.stream = new ReadableStream({ start(controller) { made.controller = controller; } });
  const whole = /** @type {Entry} */ (made); // the stream's constructor has called start()
  entries.set(name, whole);
  return whole;
}

/**
 * An entry's bytes, unpacked as they arrive.
 * @param {string} name
 */
function unpacked(name) {
  return entry(name).stream.pipeThrough(new DecompressionStream('gzip'));
}

/**
 * An entry as a response. Not a Blob: in WebKit a worker of a file:// page cannot read one.
 * @param {string} name
 * @param {string} type
 */
function opened(name, type = 'application/octet-stream') {
  return new Response(unpacked(name), { headers: { 'content-type': type } });
}

/**
 * Restores the memory: the module's own initial memory plus the changes that the build recorded.
 * @param {Uint8Array} heap
 * @param {Uint8Array} first the part of the initial memory that is not empty
 * @param {StartFacts} facts
 * @param {Uint8Array[]} changes the bytes of the runs of `facts`, in pieces as unpacked
 */
function fill(heap, first, facts, changes) {
  clear(heap, facts.runs);
  let [run, within] = [0, 0];
  for (let piece of changes) {
    while (piece.length) {
      const [at, size] = facts.runs[run];
      const part = piece.subarray(0, size - within);
      heap.set(part, at + within);
      within += part.length;
      if (within === size) [run, within] = [run + 1, 0];
      piece = piece.subarray(part.length);
    }
  }
  const [from, end] = facts.first;
  const words = new Uint32Array(heap.buffer, from, (end - from) / 4);
  new Uint32Array(first.buffer).forEach((word, place) => { words[place] ^= word; });
}

/**
 * Zeroes what lies between the runs, where starting may have written. Untouched pages are only
 * read: writing to one would make the system allocate it.
 * @param {Uint8Array} heap
 * @param {StartFacts['runs']} runs
 */
function clear(heap, runs) {
  const words = new Uint32Array(heap.buffer);
  let from = 0;
  for (const [at, size] of [...runs, [heap.length, 0]]) {
    for (let word = from / 4; word < at / 4; word += 1) if (words[word]) words[word] = 0;
    from = at + size;
  }
}

/**
 * An entry's bytes in the pieces in which they were unpacked: joining them would copy them again.
 * @param {string} name
 */
async function inPieces(name) {
  const reader = unpacked(name).getReader();
  /** @type {Uint8Array[]} */
  const pieces = [];
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return pieces;
    pieces.push(value);
  }
}

/**
 * Puts functions where the memory expects them in the table, whose order differs between browsers.
 * @param {PyodideModule} module
 * @param {Addresses} places a function's index in the table, or the address of data
 * @param {(name: string) => unknown} functionOf
 */
function link(module, places, functionOf) {
  const { GOT: addresses, wasmTable: table } = module;
  const moved = Object.entries(places).filter(([name, place]) => addresses[name]?.value !== place);
  const functions = moved.map(([name]) => functionOf(name));
  moved.forEach(([name, place], number) => {
    if (typeof functions[number] === 'function') table.set(place, functions[number]);
    addresses[name] ??= new WebAssembly.Global({ value: 'i32', mutable: true });
    addresses[name].value = place;
  });
}

/**
 * Pyodide's factory, which also restores the memory and the libraries (docs/adr/0021-start.md).
 * @param {PyodideSettings} settings
 * @param {StartFacts} facts
 * @param {Promise<Uint8Array[]>} changes the memory's changes, in pieces
 * @param {Compiled} code
 */
async function restored(settings, facts, changes, code) {
  let first = new Uint8Array();
  /** @param {Uint8Array} heap */
  const onMemory = (heap) => { first = heap.slice(...facts.first); };
  const module = await _createPyodideModule({ ...settings, onMemory });
  if (module.HEAPU8.length < facts.size) module.growMemory(facts.size);
  const { wasmTable: table, GOT: addresses } = module;
  table.grow(Math.max(facts.table - table.length, 0));
  const [own, ...others] = facts.links;
  link(module, own, (name) => table.get(addresses[name].value));
  facts.libraries.forEach((library, number) => {
    const { name, file, handle, global, nodelete, memoryBase } = library;
    /** @param {Record<string, unknown>} exports */
    const linked = (exports) => link(
      module, others[number], (symbol) => exports[symbol] ?? module.resolveGlobalSymbol(symbol).sym,
    );
    const restored = { memoryBase, table: library.table, link: linked };
    const flags = { global, nodelete, loadAsync: false, module: code[file], restored };
    module.loadDynamicLibrary(name, flags, global ? null : {}, handle);
  });
  // Must come after the libraries: loading one zeroes memory that it takes for empty but is in use.
  fill(module.HEAPU8, first, facts, await changes);
  module.setTrampoline();
  return module;
}

/**
 * @param {Compiled} [code] the modules, if another worker has compiled them already
 * @returns {Promise<[EngineDoor, Compiled]>}
 */
async function boot(code) {
  const changes = inPieces('memory');
  /** @type {StartFacts} */
  const facts = await opened('start.json').json();
  const names = ['pyodide.asm.wasm', 'jpeg.wasm', ...facts.libraries.map(({ file }) => file)];
  const compiled = await Promise.all(names.map((name) => (
    code?.[name] ?? WebAssembly.compileStreaming(opened(name, 'application/wasm'))
  )));
  const all = Object.fromEntries(names.map((name, place) => [name, compiled[place]]));
  const main = all['pyodide.asm.wasm'];
  WebAssembly.instantiateStreaming = async (_response, imports) => {
    const instance = await WebAssembly.instantiate(main, imports);
    return { module: main, instance };
  };
  self.fetch = async (url) => {
    const name = String(url).split('/').pop();
    if (name === 'pyodide.asm.wasm') return new Response(); // already compiled
    if (name !== LIBRARY) throw new TypeError('sealed');
    return opened(name);
  };
  const python = await loadPyodide({
    indexURL: BASE,
    packageBaseUrl: BASE,
    stdLibURL: BASE + LIBRARY,
    _loadSnapshot: Uint8Array.from(atob(facts.head), (character) => character.charCodeAt(0)),
    createPyodideModule: (settings) => restored(settings, facts, changes, all),
    lockFileContents: facts.lock,
  });
  const handler = python.pyimport('pixelseal.worker');
  handler.install_jpeg(jpegCodec(all['jpeg.wasm']));
  return [handler, all];
}

/** @type {EngineDoor} */
let handler;
/** @type {string} */
let build;
let prove = () => {};
// The engine answers nothing until the page confirms that all bytes are those of the build.
/** @type {Promise<void>} */
const proven = new Promise((resolve) => { prove = resolve; });
const HEAD = 4096; // bytes from which pixelseal.core.source.sniff recognises a format

// Parts by the name of their pack. The page keeps them packed and hands one over on request.
/** @type {Map<string, Promise<PartFiles>>} */
const asked = new Map();
/** @type {Map<string, (files: PartFiles) => void>} */
const arrived = new Map();
/** @type {Map<string, WebAssembly.Module>} */
const compiled = new Map();

/**
 * @param {FromWorker} message
 * @param {Transferable[]} transfer
 */
function tell(message, transfer = []) { postMessage(message, transfer); }

/** @param {string} pack */
function part(pack) {
  const known = asked.get(pack);
  if (known) return known;
  /** @type {Promise<PartFiles>} */
  const coming = new Promise((resolve) => { arrived.set(pack, resolve); });
  asked.set(pack, coming);
  tell({ part: pack });
  return coming;
}

/**
 * A codec with its own memory, or null: then files that need it are refused with a reason.
 * @param {string} name
 */
async function codec(name) {
  try {
    let module = compiled.get(name);
    if (!module) {
      const files = await part(PARTS[name].pack);
      if (!files) return null;
      module = await WebAssembly.compile(files[PARTS[name].wasm]);
      compiled.set(name, module);
    }
    return await openPart(name, module);
  } catch {
    return null;
  }
}

/**
 * The picture that the browser shows (static/shown.js), or null. Used only for comparison.
 * @param {Shown} [shown]
 * @returns {ShownRows | null}
 */
function rowsOf(shown) {
  if (!shown) return null;
  const { width, height } = shown;
  const rows = 'bands' in shown ? joined(shown) : drawn(shown);
  return { width, height, rows };
}

/**
 * @param {ImageBitmap} bitmap
 * @returns {ShownRows['rows']}
 */
const drawn = (bitmap) => (top, bottom) => {
  const canvas = new OffscreenCanvas(bitmap.width, bottom - top);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new RangeError('memory');
  context.drawImage(bitmap, 0, -top);
  return context.getImageData(0, 0, bitmap.width, bottom - top).data;
};

/**
 * @param {Bands} shown
 * @returns {ShownRows['rows']}
 */
const joined = ({ width, each, bands }) => (top, bottom) => {
  const line = width * 4;
  const found = new Uint8ClampedArray((bottom - top) * line);
  for (let row = top; row < bottom;) {
    const within = row % each;
    const count = Math.min(each - within, bottom - row);
    const part = new Uint8Array(bands[Math.floor(row / each)], within * line, count * line);
    found.set(part, (row - top) * line);
    row += count;
  }
  return found;
};

/** @param {EngineRequest} request */
async function answer({ id, op, args, buffers: sources, shown }) {
  const heads = sources.map((buffer) => new Uint8Array(buffer, 0, Math.min(HEAD, buffer.byteLength)));
  /** @type {Record<string, PartCodec | null>} */
  const codecs = {};
  for (const name of handler.parts_for(op, args, heads)) codecs[name] = await codec(name);
  handler.install(codecs);
  // Only the finders' worker has them, and it is asked for nothing else.
  const message = self.finders
    ? await self.finders.find(handler, args, sources)
    : handler.handle(op, args, sources, build, rowsOf(shown));
  if (shown && 'close' in shown) shown.close();
  const buffers = message.buffers.map((view) => view.buffer);
  tell({ ...message, id, buffers }, buffers);
}

/** @param {MessageEvent<ToWorker>} event */
self.onmessage = async ({ data }) => {
  try {
    if ('build' in data) {
      build = data.build;
      const [door, code] = await boot(data.code);
      handler = door;
      await proven;
      tell({ ready: true, code });
    } else if ('entry' in data) {
      const { controller } = entry(data.entry);
      if (data.piece) controller.enqueue(data.piece);
      else controller.close();
    } else if ('proven' in data) prove();
    else if ('finders' in data) self.finders?.lend(data.finders);
    else if ('part' in data) arrived.get(data.part)?.(data.files);
    else await answer(data);
  } catch (error) {
    // An error that gets this far has left the interpreter in an unknown state. Its message may
    // contain names from a file, so it is not passed on.
    const memory = error instanceof RangeError && /memory|allocation/i.test(error.message);
    tell({ fatal: memory ? 'out-of-memory' : 'engine-crashed' });
  }
};
