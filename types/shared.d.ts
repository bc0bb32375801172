// Types that several scripts share. Only `tsc` reads this folder: nothing of it reaches a page.

/** Bytes in a buffer of their own kind, which can be handed over to another thread. */
type Bytes = Uint8Array<ArrayBuffer>;

/** Numbers and texts that go into a sentence for a person. */
type Values = Record<string, unknown>;

/** Where some bytes begin, and where they end. */
type Span = [from: number, end: number];

/** Compiled modules of the engine, by their entry of the pack. */
type Compiled = Record<string, WebAssembly.Module>;

/** A part's files by name; null where the part is not to be had. */
type PartFiles = Record<string, Bytes> | null;

/**
 * What the page sends to a worker: what it starts from, what finders run on, a part that it asked
 * for, a request.
 */
type ToWorker =
  | { build: string; code?: Compiled }
  | { entry: string; piece?: Bytes }
  | { proven: true }
  | { finders: PartFiles }
  | { part: string; files: PartFiles }
  | EngineRequest;

/** `args` is JSON (app/pixelseal/model/protocol.py). */
interface EngineRequest {
  id: number;
  op: string;
  args: string;
  buffers: ArrayBuffer[];
  shown?: Shown;
}

/** What a browser shows of a file. */
type Shown = ImageBitmap | Bands;

/** `each` rows as RGBA in a buffer, the last one with those that are left. */
interface Bands {
  width: number;
  height: number;
  each: number;
  bands: ArrayBuffer[];
}

/** What a worker sends to the page: that it is ready, cannot go on, lacks a part, or an answer. */
type FromWorker = { ready: true; code: Compiled } | { fatal: string } | { part: string } | EngineAnswer;

/** `value` is JSON. */
type EngineAnswer = { id: number } & (
  | { ok: true; value: string; buffers: ArrayBuffer[] }
  | { ok: false; code: string; values?: Values; buffers?: ArrayBuffer[] }
);
