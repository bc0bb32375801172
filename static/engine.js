// The engine's worker: starts it, hands it one request at a time, starts a new one when it dies.
// Knows nothing of images; requests and answers are text and bytes (app/model/protocol.py).

import { sha256, unpack } from 'pixelseal/pack';

const failure = (code, values = {}) => new Error(JSON.stringify({ code, values }));

export class Engine {
  #entries; #build; #parts; #address; #changed; #worker = null; #running = null; #waiting = []; #last = 0;
  state = 'starting';

  // entries: Map of name -> Uint8Array from the pack; build: its hash. parts: Map of name -> packed
  // bytes (docs/adr/0008-parts.md), which are handed on when the worker asks for one. changed() is
  // called whenever `state` changes.
  constructor(entries, build, parts, changed) {
    this.#changed = changed;
    this.#build = build;
    this.#parts = parts;
    this.#entries = Object.fromEntries([...entries].filter(([name]) => name !== 'worker.js'));
    this.#address = URL.createObjectURL(
      new Blob([entries.get('worker.js')], { type: 'text/javascript' }),
    );
    this.#spawn('starting');
  }

  #enter(state) {
    this.state = state;
    this.#changed();
  }

  #spawn(state) {
    const worker = new Worker(this.#address);
    this.#worker = worker;
    worker.onmessage = ({ data }) => this.#heard(data);
    worker.onerror = (event) => {
      event.preventDefault();
      this.#died();
    };
    worker.postMessage({ entries: this.#entries, build: this.#build });
    this.#enter(state);
  }

  #heard(message) {
    if (message.ready) {
      this.#enter('ready');
      this.#next();
    } else if (message.fatal) {
      this.#died();
    } else if (message.part) {
      this.#handOver(message.part, this.#worker);
    } else if (this.#running?.id === message.id) {
      const { resolve, reject } = this.#running;
      this.#running = null;
      if (message.ok) resolve({ value: message.value, buffers: message.buffers });
      else reject(failure(message.code, message.values));
      this.#next();
    }
  }

  // Unpacked and compared only now: most sessions open no such file.
  async #handOver(part, worker) {
    let files = null;
    try {
      const packed = this.#parts.get(part);
      const { [part]: expected } = JSON.parse(new TextDecoder().decode(this.#entries['parts.json']));
      if ((await sha256(packed)) === expected) files = Object.fromEntries(await unpack(packed));
    } catch {
      // It never arrived, or arrived damaged: such files are refused by name, the rest goes on.
    }
    worker.postMessage({ part, files }, Object.values(files ?? {}).map((bytes) => bytes.buffer));
  }

  #died() {
    const stillStarting = this.state !== 'ready';
    this.#stop('engine-crashed');
    // An engine that never came up would only be started in circles.
    if (stillStarting) {
      this.#enter('failed');
      for (const { reject } of this.#waiting.splice(0)) reject(failure('engine-failed'));
    } else this.#spawn('restarting');
  }

  #stop(code) {
    this.#worker?.terminate();
    this.#worker = null;
    this.#running?.reject(failure(code));
    this.#running = null;
  }

  async #next() {
    if (this.state !== 'ready' || this.#running || !this.#waiting.length) return;
    const request = this.#waiting.shift();
    this.#running = request;
    const { id, op, args, blobs } = request;
    let buffers;
    try {
      // Read on this side: WebKit lets no worker of a file:// page read a Blob.
      buffers = await Promise.all(blobs.map((blob) => blob.arrayBuffer?.() ?? blob.slice(0)));
    } catch {
      // The file was moved, or its device taken out, after it was chosen.
      this.#heard({ id, ok: false, code: 'file-unreadable', values: {} });
      return;
    }
    // Cancelled, or the engine died, while the file was being read.
    if (this.#running !== request) return;
    this.#worker.postMessage({ id, op, args, buffers }, buffers);
  }

  request(op, args, blobs) {
    return new Promise((resolve, reject) => {
      if (this.state === 'failed') {
        reject(failure('engine-failed'));
        return;
      }
      this.#last += 1;
      this.#waiting.push({ id: this.#last, op, args, blobs: [...blobs], resolve, reject });
      this.#next();
    });
  }

  // Ends the running request at once, whatever it does, and leaves the waiting ones in line.
  cancel() {
    if (!this.#running) return;
    this.#stop('cancelled');
    this.#spawn('restarting');
  }
}
