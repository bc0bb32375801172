// What the page's scripts meet besides the browser: the build's facts, PyScript, MicroPython, Python.

/** A file beside the page, and how many bytes it has. */
interface Fetchable {
  url: string;
  size: number;
}

/** What the build writes into the page (app/build/page.py); `sums` are SHA-256 in hexadecimal. */
interface HostedFacts {
  saved: false;
  build: string;
  sums: Record<string, string>;
  pack: Fetchable;
  micropython: Fetchable;
  python: Fetchable;
  parts: Record<string, Fetchable>;
  sample?: Fetchable;
  finders?: Fetchable;
  /** The policy that the host added. */
  policy?: Fetchable & { sha256: string };
  /** The sums of the saved files, by name. */
  copy?: Fetchable & { sha256: Record<string, string> };
}

/** The same of the one file; `embedded` has the size of each thing within it. */
interface SavedFacts {
  saved: true;
  build: string;
  sums: Record<string, string>;
  parts: string[];
  embedded: Record<string, number>;
}

/** A piece of the one file (app/build/offline.py). */
type SavedPiece =
  | string
  | { file: string; part?: undefined }
  | { file?: undefined; part: string; before: string; after: string; size: number };

/** Width and height in pixels. */
interface Size {
  width: number;
  height: number;
}

/** What the engine gives for a request: JSON, and buffers. */
interface Result {
  value: string;
  buffers: ArrayBuffer[];
}

/** A request that waits or is worked on; a source is a Blob, or bytes that the engine made. */
interface Waiting {
  op: string;
  args: string;
  blobs: Source[];
  shown: Size | null;
  large: boolean;
  resolve(result: Result): void;
  reject(error: Error): void;
}
type Source = Blob | ArrayBuffer;

type Post = (message: ToWorker, transfer?: Transferable[]) => void;

/** What each worker is started from (static/supply.js). */
interface Supply {
  address: string;
  start(post: Post): Promise<void>;
  learned(compiled: Compiled): void;
  part(name: string): Promise<PartFiles>;
}

/** Of the engine's workers, and of those that find. */
interface EngineSupply extends Supply {
  /** Null if the finders are not there or are not the build's. */
  finding(packed: () => Promise<Bytes | null>): Promise<Supply | null>;
}

/** Packed bytes of the parts by name, or promises of them. */
type Parts = Map<string, Bytes | Promise<Bytes>>;

/** What the page's Python is given (static/boot.js). */
interface Pixelseal {
  readonly build: string;
  readonly saved: boolean;
  state: 'loading' | 'sealing' | 'checking' | 'sealed' | 'refused';
  progress: number;
  reason: string;
  kept: boolean;
  readonly engine: string;
  readonly lanes: number;
  readonly idle: boolean;
  readonly micropython: Promise<WebAssembly.Module>;
  readonly python: Promise<Map<string, Bytes>>;
  readonly sampled: boolean;
  readonly copyable: boolean;
  readonly copyName: string;
  readonly shareable: boolean;
  uiReady: (() => void) | null;
  listen(listener: () => void): void;
  request(
    op: string, args: string, blobs: Iterable<Source>, pixels?: number, shown?: Size | null,
  ): Promise<Result>;
  cancel(): void;
  /** Whether finders are there, belong to another saved file, or come with a reload. */
  finders: 'absent' | 'there' | 'loadable';
  /** The policy that the host added to its site, before the seal. */
  policy: Blob | null;
  find(args: string, blob: Blob, pixels?: number): Promise<Result>;
  stopFinding(): void;
  loadFinders(): void;
  random(count: number): string;
  sha256(blob: Blob): Promise<string>;
  isJson(text: string): boolean;
  crc32(blob: Blob): Promise<number>;
  hex(blob: Blob): Promise<string>;
  sample(): Blob;
  copy(): Promise<Blob>;
  share(blob: Blob, name: string, type: string): Promise<string>;
  save(content: BlobPart, name: string, type: string): void;
  sortedOut(transfer: DataTransfer): Dropped;
  readonly ways: Ways;
}

/** The proof (static/ways.js): the ways out by name, what came of one, and what was counted. */
interface Ways {
  names(): string[];
  attempt(name: string): Promise<{ outcome: string; words: string; directive: string; uri: string }>;
  counts(): { requests: number; refusals: number };
}

/** What was dropped; folders as handles where the browser has those. */
interface Dropped {
  files: File[];
  folders: (FileSystemEntry | Promise<FileSystemHandle | null>)[];
  handles: boolean;
}
interface DataTransferItem {
  getAsFileSystemHandle?(): Promise<FileSystemHandle | null>;
}

/** What the benchmark's Python is given (static/bench.js); times are milliseconds. */
interface PixelsealBench {
  photo(width: number, height: number): Promise<Blob>;
  engineReady(): number;
  canvas(file: Blob, count: number, ...box: Box): Promise<number>;
  engine(file: Blob, count: number, args: string): Promise<number>;
  compare(file: Blob, width: number, height: number): Promise<void>;
  watch(): boolean;
  longest(): number;
}
type Box = [left: number, top: number, width: number, height: number];

/** Of the Navigation API, which not every browser has. */
interface NavigateEvent extends Event {
  readonly destination: { readonly url: string };
}
interface Navigation extends EventTarget {
  addEventListener(type: 'navigate', listener: (event: NavigateEvent) => void): void;
  removeEventListener(type: 'navigate', listener: (event: NavigateEvent) => void): void;
  navigate(url: string): { readonly committed: Promise<unknown> };
}

interface Window {
  readonly navigation?: Navigation;
  pixelseal: Pixelseal;
  pixelsealBench: PixelsealBench;
}

interface Navigator {
  /** Gigabytes; Chromium alone tells. */
  readonly deviceMemory?: number;
}

declare module 'pyscript' {
  /** Functions that run around Python's code; of workers, of which the page has none. */
  export const hooks: { worker: { onBeforeRunAsync: Set<Function> } };
}

declare module 'micropython' {
  /** A folder or file in memory (Emscripten's MEMFS). */
  interface Node {
    node_ops: {
      /** Of a name that the file system does not know yet; throws if there is none. */
      lookup(parent: Node, name: string): Node;
      mknod(parent: Node, name: string, mode: number, device: number): Node;
    };
    contents: Bytes;
    usedBytes: number;
  }
  interface FileSystem {
    mkdirTree(path: string): void;
    lookupPath(path: string): { node: Node };
    ErrnoError: new (errno: number) => Error;
  }
  interface MicroPython {
    FS: FileSystem;
  }
  interface Options {
    [name: string]: unknown;
    /** Added by the build (app/build/modules.py). */
    instantiateWasm(
      imports: WebAssembly.Imports, done: (instance: WebAssembly.Instance) => void,
    ): void;
  }
  export function loadMicroPython(options: Options): Promise<MicroPython>;
}
