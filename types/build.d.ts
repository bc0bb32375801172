// What the build's own programs for node meet besides node: what the pinned packages give.

/** Emscripten's module under node, as far as the build looks into it. */
interface SnapshotModule {
  HEAPU8: Uint8Array;
  GOT: Record<string, WebAssembly.Global>;
  wasmTable: WebAssembly.Table;
  _malloc(size: number): number;
  _free(address: number): void;
  _malloc_usable_size(address: number): number;
  _malloc_trim(pad: number): number;
  _malloc_footprint(): number;
  _malloc_set_footprint_limit(bytes: number): number;
}

/** Emscripten's file system. */
interface FileSystem {
  mkdirTree(path: string): void;
  writeFile(path: string, bytes: Uint8Array): void;
}

interface Pyodide {
  _module: SnapshotModule;
  FS: FileSystem;
  runPython(code: string): string;
  makeMemorySnapshot(): Uint8Array;
}
/** What esbuild asks a plugin for. */
interface Asked {
  path: string;
  kind?: string;
}

interface EsbuildHooks {
  onResolve(filter: { filter: RegExp }, resolve: (asked: Asked) => object): void;
  onLoad(filter: { filter: RegExp; namespace: string }, load: (asked: Asked) => object): void;
}
type PyodideSettings = Record<string, unknown>;

// Of the script that static/worker.js is built behind; see app/build/factory.py.
declare function loadPyodide(
  options: PyodideSettings & {
    createPyodideModule(settings: PyodideSettings): Promise<SnapshotModule>;
  },
): Promise<Pyodide>;
declare function _createPyodideModule(
  settings: PyodideSettings & {
    onMemory(heap: Uint8Array): void;
    onLibrary(facts: object): void;
    onSymbol(symbol: string): void;
  },
): Promise<SnapshotModule>;
