// One worker of the engine: starts it, hands it one request at a time, ends it. It lives once: what
// died or was ended is replaced by static/pool.js, which also says which request comes next. Knows
// nothing of images; requests and answers are text and bytes (app/pixelseal/model/protocol.py).

import { bitmapOf } from 'pixelseal/shown';

export const failure = (code, values = {}) => new Error(JSON.stringify({ code, values }));

export class Engine {
  #supply; #changed; #worker; #serial = 0;
  state = 'starting'; // then 'ready'; at the end 'gone', or 'failed' if it never came up
  running = null;

  // supply: {address} of the worker's script, {start}(post), which sends what it starts from,
  // {learned}(code) for what it compiled, {part}(name), which resolves to the bytes that it asks for.
  // changed() is called when `state` changes or a request is over.
  constructor(supply, changed) {
    this.#supply = supply;
    this.#changed = changed;
    this.#worker = new Worker(supply.address);
    this.#worker.onmessage = ({ data }) => this.#heard(data);
    this.#worker.onerror = (event) => {
      event.preventDefault();
      this.end('engine-crashed');
    };
    supply.start((...message) => this.#worker.postMessage(...message))
      .catch(() => this.end('engine-crashed'));
  }

  get idle() { return this.state === 'ready' && !this.running; }

  #heard(message) {
    if (message.ready) {
      this.#supply.learned(message.code);
      this.state = 'ready';
      this.#changed(this);
    } else if (message.fatal) this.end(message.fatal);
    else if (message.part) this.#handOver(message.part);
    else this.#answered(message);
  }

  #answered({ id, ok, value, buffers, code, values }) {
    if (this.running?.id !== id) return;
    const { resolve, reject } = this.running;
    // A heap never gets smaller again: what comes next shall not start with a full one.
    if (code === 'out-of-memory') {
      this.end(code);
      return;
    }
    this.running = null;
    if (ok) resolve({ value, buffers });
    else reject(failure(code, values));
    this.#changed(this);
  }

  async #handOver(part) {
    const files = await this.#supply.part(part);
    this.#worker.postMessage({ part, files }, Object.values(files ?? {}).map(({ buffer }) => buffer));
  }

  // request: {op, args, blobs, shown, resolve, reject}; only while `idle`.
  async run(request) {
    this.#serial += 1;
    const id = this.#serial;
    this.running = { ...request, id };
    const { op, args, blobs, shown } = request;
    let buffers;
    let bitmap;
    try {
      // Read on this side: WebKit lets no worker of a file:// page read a Blob.
      [bitmap, ...buffers] = await Promise.all([
        shown && bitmapOf(blobs[0], shown),
        ...blobs.map((blob) => blob.arrayBuffer?.() ?? blob.slice(0)),
      ]);
    } catch {
      // The file was moved, or its device taken out, after it was chosen.
      this.#answered({ id, ok: false, code: 'file-unreadable' });
      return;
    }
    // Ended while the file was being read.
    if (this.running?.id !== id) bitmap?.close();
    else if (!bitmap) this.#worker.postMessage({ id, op, args, buffers }, buffers);
    else this.#worker.postMessage({ id, op, args, buffers, bitmap }, [...buffers, bitmap]);
  }

  // Ends the worker at once, whatever it does; the request that it had at work fails with `code`.
  end(code) {
    if (this.state === 'gone' || this.state === 'failed') return;
    this.state = this.state === 'starting' ? 'failed' : 'gone';
    this.#worker.terminate();
    this.running?.reject(failure(code));
    this.running = null;
    this.#changed(this);
  }
}
