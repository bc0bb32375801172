// What the engine's worker meets besides the browser: Pyodide, the codecs, arrays of Python's.

/** What the build kept of a started engine (app/build/snapshot.py, docs/adr/0021-start.md). */
interface StartFacts {
  /** Head of Pyodide's own snapshot, base64. */
  head: string;
  /** Bytes of memory. */
  size: number;
  /** Part of the module's first memory that is not empty. */
  first: Span;
  runs: [at: number, size: number][];
  /** Entries of the table of functions. */
  table: number;
  libraries: Library[];
  /** Addresses by symbol: the module's own, then each library's. */
  links: Addresses[];
  lock: string;
}
/** A packed entry and the end to which its pieces go. */
interface Entry {
  stream: ReadableStream<Bytes>;
  controller: ReadableStreamDefaultController<Bytes>;
}
type Addresses = Record<string, number>;

interface Library {
  name: string;
  file: string;
  handle: number;
  global: boolean;
  nodelete: boolean;
  memoryBase: number;
  table: number;
}

/** Emscripten's module, as far as the start touches it; see app/build/factory.py. */
interface PyodideModule {
  HEAPU8: Uint8Array;
  GOT: Record<string, WebAssembly.Global>;
  wasmTable: WebAssembly.Table;
  growMemory(size: number): void;
  setTrampoline(): void;
  resolveGlobalSymbol(symbol: string): { sym: Function | number | undefined };
  loadDynamicLibrary(name: string, flags: object, scope: object | null, handle: number): void;
}
type PyodideSettings = Record<string, unknown>;

declare function _createPyodideModule(
  settings: PyodideSettings & { onMemory(heap: Uint8Array): void },
): Promise<PyodideModule>;

declare function loadPyodide(options: {
  indexURL: string;
  packageBaseUrl: string;
  stdLibURL: string;
  _loadSnapshot: Uint8Array;
  createPyodideModule(settings: PyodideSettings): Promise<PyodideModule>;
  lockFileContents: string;
}): Promise<{ pyimport(name: 'pixelseal.worker'): EngineDoor }>;

/** app/pixelseal/worker */
interface EngineDoor {
  parts_for(op: string, args: string, heads: Uint8Array[]): string[];
  install(codecs: Record<string, PartCodec | null>): void;
  install_jpeg(codec: JpegCodec): void;
  handle(
    op: string, args: string, sources: ArrayBuffer[], build: string, shown: ShownRows | null,
  ): Handled;
  find(args: string, sources: ArrayBuffer[], lent: Lent): Finding;
}

/** A picture that is looked at, as far as the next promise: `result` is what the last one gave. */
interface Finding {
  step(result: unknown): { waits?: Promise<unknown>; message?: Handled };
}

/** What the finders are lent (app/pixelseal/worker/finding.py); `names` is JSON. */
interface Lent {
  names: string;
  run(
    name: string, inputs: PythonArray, dims: number[],
  ): Promise<{ dims: readonly number[]; bytes: Uint8Array }[]>;
  read(
    samples: PythonArray, width: number, height: number, ofRows: boolean,
  ): Promise<{ corners: number[][]; format: string; text: string }[]>;
}

/** static/finders.js, in the finders' worker alone. */
declare var finders: {
  lend(files: PartFiles): void;
  find(handler: EngineDoor, args: string, sources: ArrayBuffer[]): Promise<Handled>;
} | undefined;

/** zxing-wasm 3.1.4, as far as it is used. */
declare const ZXingWASM: {
  prepareZXingModule(options: {
    overrides: { wasmBinary: ArrayBuffer; locateFile(): string };
    fireImmediately: true;
  }): Promise<unknown>;
  readBarcodes(file: Uint8Array, options: { formats: string[]; binarizer?: string }): Promise<{
    position: Record<'topLeft' | 'topRight' | 'bottomRight' | 'bottomLeft', { x: number; y: number }>;
    format: string;
    text: string;
  }[]>;
};

/** onnxruntime-web 1.30.0, as far as it is used. */
declare module 'onnxruntime' {
  interface SessionOptions {
    executionProviders: string[];
    logSeverityLevel: number;
    enableCpuMemArena: boolean;
    enableMemPattern: boolean;
  }
  export const env: {
    logLevel: string;
    wasm: { wasmBinary: Bytes; numThreads: number };
  };
  export class Tensor {
    constructor(type: 'float32', data: Float32Array, dims: number[]);
    readonly data: ArrayBufferView;
    readonly dims: readonly number[];
  }
  export class InferenceSession {
    static create(bytes: Bytes, settings: SessionOptions): Promise<InferenceSession>;
    readonly inputNames: readonly string[];
    readonly outputNames: readonly string[];
    run(feeds: Record<string, Tensor>): Promise<Record<string, Tensor>>;
  }
}

/** What `handle` gives: an answer whose buffers are still arrays. */
type Handled =
  | { ok: true; value: string; buffers: Bytes[] }
  | { ok: false; code: string; values: Values; buffers: Bytes[] };

/** What the browser shows of a file; rows are RGBA. */
interface ShownRows {
  width: number;
  height: number;
  rows(top: number, bottom: number): Uint8ClampedArray;
}

/** An array of numpy's, of bytes or of 32-bit numbers. */
interface PythonArray {
  getBuffer(): { data: ArrayBufferView; release(): void };
}

/** What app/jpeg/door.c exports. Addresses, sizes in bytes, numbers of rows. */
interface JpegExports {
  memory: WebAssembly.Memory;
  failure(): number;
  room(size: number): number;
  open(address: number, size: number): void;
  width(): number;
  height(): number;
  channels(): number;
  read(room: number, rows: number): void;
  close(): void;
  shape(
    width: number, height: number, channels: number, across: number, down: number,
    steps: number, interval: number,
  ): void;
  look(): void;
  looked(): void;
  start(): void;
  write(room: number, rows: number): void;
  finish(): number;
  piece(number: number): number;
}

/** The JPEG codec as app/pixelseal/worker knows it. */
interface JpegCodec {
  open(file: PythonArray): {
    width: number;
    height: number;
    channels: number;
    read(samples: PythonArray): void;
  };
  shape(
    width: number, height: number, channels: number, across: number, down: number,
    steps: PythonArray, interval: number,
  ): {
    look(): void;
    looked(): void;
    start(): void;
    write(samples: PythonArray): void;
    finish(): Uint8Array;
  };
}

/** A picture of a part's: `bits` a sample; of two bytes each, the lower first, above 8. */
interface Decoded {
  width: number;
  height: number;
  channels: number;
  samples: Uint8Array;
  premultiplied: boolean;
  bits: number;
}
type Sampling = '4:2:0' | '4:4:4';

/** A codec that travels as a part of its own (static/parts.js). */
type PartCodec =
  | { decode(bytes: Uint8Array, wide: boolean): Decoded | null }
  | {
    encode(
      rgba: Uint8Array, width: number, height: number, quality: number, sampling: Sampling,
    ): Uint8Array;
  };

/** A module of Emscripten's that is handed its compiled WebAssembly. */
type Factory<Module> = (settings: {
  locateFile(): string;
  print(): void;
  printErr(): void;
  instantiateWasm(
    imports: WebAssembly.Imports,
    ready: (instance: WebAssembly.Instance, module: WebAssembly.Module) => void,
  ): WebAssembly.Exports;
}) => Promise<Module>;

/** libheif-js 1.23.2, as far as it is used; handles are objects of its own. */
interface LibHeif {
  heif_error_code: { heif_error_Ok: unknown };
  heif_colorspace: { heif_colorspace_RGB: unknown };
  heif_channel: { heif_channel_interleaved: unknown };
  heif_chroma: Record<string, unknown>;
  heif_context_alloc(): object;
  heif_context_read_from_memory(context: object, bytes: Uint8Array): { code: unknown };
  heif_js_context_get_primary_image_handle(context: object): (object & { code?: unknown }) | null;
  heif_image_handle_has_alpha_channel(handle: object): number;
  heif_image_handle_is_premultiplied_alpha(handle: object): number;
  heif_js_decode_image2(
    handle: object, colorspace: unknown, chroma: unknown,
  ): { channels?: HeifPlane[] };
}
interface HeifPlane {
  id: unknown;
  data: Uint8Array;
  stride: number;
  width: number;
  height: number;
  bits_per_pixel: number;
}

/** @jsquash/avif 2.1.1 */
interface AvifDecoder {
  decode(
    bytes: Uint8Array, bits: number,
  ): { width: number; height: number; data: ArrayBufferView<ArrayBuffer> } | null;
}
interface AvifEncoder {
  encode(rgba: Uint8Array, width: number, height: number, settings: object): Uint8Array;
}

declare const libheif: Factory<LibHeif>;
declare const avifDecoder: Factory<AvifDecoder>;
declare const avifEncoder: Factory<AvifEncoder>;
