// One engine worker: starts it, sends it one request at a time, ends it. It is never restarted:
// static/pool.js replaces a worker that ended, and decides which request comes next. Knows nothing
// of images; requests and answers are text and bytes (app/pixelseal/model/protocol.py).

import { shownOf } from 'pixelseal/shown';

/**
 * @param {string} code
 * @param {Values} values
 */
export const failure = (code, values = {}) => new Error(JSON.stringify({ code, values }));

export class Engine {
  #supply; #changed; #worker; #serial = 0;
  // Ends as 'gone' or, if it never came up, as 'failed'.
  /** @type {'starting' | 'ready' | 'gone' | 'failed'} */
  state = 'starting';
  /** @type {Waiting & { id: number } | null} */
  running = null;

  /**
   * @param {Supply} supply
   * @param {(engine: Engine) => void} changed is called when `state` changed or a request ended
   */
  constructor(supply, changed) {
    this.#supply = supply;
    this.#changed = changed;
    this.#worker = new Worker(supply.address);
    this.#worker.onmessage = ({ data }) => this.#heard(data);
    this.#worker.onerror = (event) => {
      event.preventDefault();
      this.end('engine-crashed');
    };
    supply.start((message, transfer) => this.#send(message, transfer))
      .catch(() => this.end('engine-crashed'));
  }

  get idle() { return this.state === 'ready' && !this.running; }

  /** @param {FromWorker} message */
  #heard(message) {
    if ('ready' in message) {
      this.#supply.learned(message.code);
      this.state = 'ready';
      this.#changed(this);
    } else if ('fatal' in message) this.end(message.fatal);
    else if ('part' in message) this.#handOver(message.part);
    else this.#answered(message);
  }

  /** @param {EngineAnswer} answer */
  #answered(answer) {
    if (this.running?.id !== answer.id) return;
    const { resolve, reject } = this.running;
    // A WebAssembly heap never shrinks, so the next request must not inherit a full one.
    if (!answer.ok && answer.code === 'out-of-memory') {
      this.end(answer.code);
      return;
    }
    this.running = null;
    if (answer.ok) resolve({ value: answer.value, buffers: answer.buffers });
    else reject(failure(answer.code, answer.values));
    this.#changed(this);
  }

  /** @param {string} part */
  async #handOver(part) {
    const files = await this.#supply.part(part);
    this.#send({ part, files }, Object.values(files ?? {}).map(({ buffer }) => buffer));
  }

  /**
   * @param {ToWorker} message
   * @param {Transferable[]} transfer
   */
  #send(message, transfer = []) { this.#worker.postMessage(message, transfer); }

  /**
   * Runs a request. Call it only while `idle`.
   * @param {Waiting} request
   */
  async run(request) {
    this.#serial += 1;
    const id = this.#serial;
    this.running = { ...request, id };
    const { op, args, blobs, shown: size } = request;
    /** @type {ArrayBuffer[]} */
    let buffers;
    /** @type {Shown | null} */
    let shown;
    try {
      // Read here, because in WebKit a worker of a file:// page cannot read a Blob.
      [shown, ...buffers] = await Promise.all([
        size && 'size' in blobs[0] ? shownOf(blobs[0], size) : null,
        ...blobs.map((blob) => ('arrayBuffer' in blob ? blob.arrayBuffer() : blob.slice(0))),
      ]);
    } catch {
      // The file was moved, or its device removed, after it was chosen.
      this.#answered({ id, ok: false, code: 'file-unreadable' });
      return;
    }
    // The worker ended while the file was being read.
    if (this.running?.id !== id) {
      if (shown && 'close' in shown) shown.close();
    } else if (!shown) this.#send({ id, op, args, buffers }, buffers);
    else {
      const transfer = 'bands' in shown ? shown.bands : [shown];
      this.#send({ id, op, args, buffers, shown }, [...buffers, ...transfer]);
    }
  }

  /**
   * Terminates the worker at once, even mid-request; the running request fails with `code`.
   * @param {string} code
   */
  end(code) {
    if (this.state === 'gone' || this.state === 'failed') return;
    this.state = this.state === 'starting' ? 'failed' : 'gone';
    this.#worker.terminate();
    this.running?.reject(failure(code));
    this.running = null;
    this.#changed(this);
  }
}
