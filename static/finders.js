// The finders' part of their worker: the networks and the reader of codes, all from memory. Built
// into one script behind static/worker.js (app/build/pack.py, docs/adr/0049-finders-in-the-page.md).
// Finds nothing itself: the engine's Python does (app/pixelseal/core/find).

import { InferenceSession, Tensor, env } from 'onnxruntime';

const ERRORS_ALONE = 3; // the runtime's level of what it prints
/** @type {import('onnxruntime').SessionOptions} */
const SETTINGS = {
  executionProviders: ['wasm'],
  logSeverityLevel: ERRORS_ALONE,
  // Either would keep what the largest picture needed.
  enableCpuMemArena: false,
  enableMemPattern: false,
};

/** @type {PartFiles} */
let given = null;
/** @type {Promise<Lent> | undefined} */
let opened;

/**
 * The networks by file name, opened one after the other. Their bytes are let go of.
 * @param {Record<string, Bytes>} files
 * @returns {Promise<Lent>}
 */
async function open({ 'onnxruntime.wasm': runtime, 'zxing.wasm': reader, ...files }) {
  env.wasm.wasmBinary = runtime;
  env.wasm.numThreads = 1; // more would need memory that is shared, which a file:// page is denied
  env.logLevel = 'error';
  await ZXingWASM.prepareZXingModule({
    // Without both it would fetch its module from a host.
    overrides: { wasmBinary: reader.buffer, locateFile: () => '' },
    fireImmediately: true,
  });
  const names = new TextDecoder().decode(files['names.json']);
  /** @type {Record<string, import('onnxruntime').InferenceSession>} */
  const sessions = {};
  for (const [name, bytes] of Object.entries(files)) {
    if (name.endsWith('.onnx')) sessions[name] = await InferenceSession.create(bytes, SETTINGS);
  }
  return {
    names,

    async run(name, inputs, dims) {
      const session = sessions[name];
      const tensor = new Tensor('float32', floats(inputs), dims);
      const outputs = await session.run({ [session.inputNames[0]]: tensor });
      return session.outputNames.map((output) => {
        const found = outputs[output];
        const data = /** @type {Float32Array<ArrayBuffer>} */ (found.data);
        return { dims: Array.from(found.dims), bytes: new Uint8Array(data.buffer, data.byteOffset, data.byteLength) };
      });
    },

    async read(samples, width, height, ofRows) {
      const file = grayMap(samples, width, height);
      const formats = ofRows ? ['AllLinear', 'PDF417'] : [];
      const codes = await ZXingWASM.readBarcodes(file, { formats });
      if (ofRows) codes.push(...await ZXingWASM.readBarcodes(file, { formats, binarizer: 'GlobalHistogram' }));
      return codes.map(({ position, format, text }) => {
        const { topLeft, topRight, bottomRight, bottomLeft } = position;
        const corners = [topLeft, topRight, bottomRight, bottomLeft].map(({ x, y }) => [x, y]);
        return { corners, format, text };
      });
    },
  };
}

/** @param {PythonArray} array */
function floats(array) {
  const buffer = array.getBuffer();
  const found = /** @type {Float32Array} */ (buffer.data).slice();
  buffer.release();
  return found;
}

/**
 * Samples of grey as a file of the format PGM (Netpbm): a
 * quarter of the bytes of ImageData, which the reader would turn into grey again.
 * @param {PythonArray} array
 * @param {number} width
 * @param {number} height
 */
function grayMap(array, width, height) {
  const head = new TextEncoder().encode(`P5 ${width} ${height} 255\n`);
  const buffer = array.getBuffer();
  const samples = /** @type {Uint8Array} */ (buffer.data);
  const file = new Uint8Array(head.length + samples.length);
  file.set(head);
  file.set(samples, head.length);
  buffer.release();
  return file;
}

self.finders = {
  lend(files) { given = files; },

  async find(handler, args, sources) {
    // Opened with the first picture. An error ends the worker; the page starts another one.
    if (!given) throw new Error('nothing was lent');
    opened ??= open(given);
    given = {};
    const finding = handler.find(args, sources, await opened);
    /** @type {unknown} */
    let result;
    for (;;) {
      const { waits, message } = finding.step(result);
      if (message) return message;
      result = await waits;
    }
  },
};
