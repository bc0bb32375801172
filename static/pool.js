// Several workers behind one queue: which request comes next, and how many run in parallel.
// Starts no worker itself (static/engine.js) and does not know what the requests are about.

import { Engine, failure } from 'pixelseal/engine';

// Requests that someone is waiting for on screen. They go ahead of a batch being made.
const LOOKING = ['inspect', 'preview', 'soften', 'grow', 'identify', 'verify'];
// One that nobody waits for. It begins when nothing else waits and no output is made, and leaves an
// engine to whoever comes.
const ASIDE = 'thumb';
// In bytes and in pixels. A source above either limit may need gigabytes of heap (a flat picture
// does so with only a few bytes), so it runs alone.
const LARGE = 64 * 2 ** 20;
const LARGE_PICTURE = 100e6;
const MOST = 4; // engines
// Gigabytes: assumed if the browser does not report its memory, and needed per engine at most for
// an ordinary large photo.
const USUAL_MEMORY = 4;
const EACH = 2;

/** @param {{ op: string }} request */
function rank({ op }) {
  if (op === ASIDE) return 2;
  return LOOKING.includes(op) ? 0 : 1;
}

/** @param {{ op: string }} request */
function makes(request) { return rank(request) === 1; }

/**
 * How many engines a machine can run: one per core, within its memory.
 * @param {{ hardwareConcurrency?: number, deviceMemory?: number }} machine
 */
export function lanesOf({ hardwareConcurrency: cores = 1, deviceMemory = USUAL_MEMORY }) {
  return Math.max(1, Math.min(MOST, cores, Math.floor(deviceMemory / EACH)));
}

export class Pool {
  /** @type {Supply | null} */
  #supply = null;
  /** @type {Engine[]} */
  #engines = [];
  /** @type {Waiting[]} */
  #waiting = [];
  #changed; #mayBegin; #standing; #wasReady = false; #failed = false;
  lanes;

  /**
   * @param {number} lanes
   * @param {() => void} changed is called whenever `state` or `making` may have changed
   * @param {(() => boolean) | null} mayBegin if given, no worker stands by: one starts when a
   *   request comes, and the next request begins only while this is true (see `next`)
   */
  constructor(lanes, changed, mayBegin = null) {
    this.#changed = changed;
    this.#mayBegin = mayBegin ?? (() => true);
    this.#standing = !mayBegin;
    this.lanes = lanes;
  }

  /**
   * Starts on the requests queued so far. Does nothing if the pool was already ended.
   * @param {Supply} supply
   */
  start(supply) {
    if (this.#failed) return;
    this.#supply = supply;
    if (this.#standing) this.#grow(supply);
    this.next();
  }

  get #running() { return this.#engines.flatMap((engine) => engine.running ?? []); }

  // Whether an output is being made, or waits to be.
  get making() { return [...this.#running, ...this.#waiting].some(makes); }

  // Whether an engine more could work: no output is being made, and nothing waits.
  get idle() {
    const waits = this.#waiting.some(({ op }) => op !== ASIDE);
    return !this.making && !waits && this.#running.length < this.lanes;
  }

  // starting: no engine is ready yet; restarting: none is ready at present; ready: at least one is;
  // failed: none ever will be.
  get state() {
    if (this.#failed) return 'failed';
    if (this.#engines.some(({ state }) => state === 'ready')) return 'ready';
    return this.#wasReady ? 'restarting' : 'starting';
  }

  /** @param {Supply} supply */
  #grow(supply) {
    this.#engines.push(new Engine(supply, (engine) => this.#heard(engine, supply)));
  }

  /**
   * @param {Engine} engine
   * @param {Supply} supply
   */
  #heard(engine, supply) {
    if (engine.state === 'ready') this.#wasReady = true;
    else {
      this.#engines = this.#engines.filter((other) => other !== engine);
      if (engine.state === 'failed') this.#doWithout();
      else if (!this.#engines.length && this.#standing) this.#grow(supply);
    }
    this.#changed();
    this.next();
  }

  // An engine that failed to start is not replaced, which could go on forever.
  #doWithout() {
    this.lanes = Math.max(1, this.#engines.length);
    if (this.#engines.length) return;
    this.#failed = true;
    for (const { reject } of this.#waiting.splice(0)) reject(failure('engine-failed'));
  }

  // Begins what may begin. Call it when `mayBegin` may have become true.
  next() {
    while (this.#supply && this.#waiting.length && this.#mayBegin()) {
      const running = this.#engines.filter((engine) => engine.running);
      const alone = this.#waiting[0].large || running.some((engine) => engine.running?.large);
      if (alone && running.length) return;
      if (this.#waiting[0].op === ASIDE && !this.#hasRoomAside) return;
      const engine = this.#engines.find(({ idle }) => idle);
      if (engine) engine.run(this.#waiting.splice(0, 1)[0]);
      else {
        // Start another engine only once all the existing ones are up and busy.
        const busy = running.length === this.#engines.length;
        if (busy && this.#engines.length < this.lanes) this.#grow(this.#supply);
        return;
      }
    }
  }

  get #hasRoomAside() {
    const aside = this.#running.filter(({ op }) => op === ASIDE).length;
    return !this.making && aside < Math.max(1, this.#engines.length - 1)
      && this.#engines.some(({ idle }) => idle);
  }

  /**
   * @param {string} op
   * @param {string} args JSON
   * @param {Iterable<Source>} blobs
   * @param {number} pixels of the picture, as far as the page knows
   * @param {Size | null} shown the picture's size as the page shows it, if the engine is to compare
   *   what the browser shows with its own picture
   * @returns {Promise<Result>}
   */
  request(op, args, blobs, pixels = 0, shown = null) {
    return new Promise((resolve, reject) => {
      if (this.#failed) {
        reject(failure('engine-failed'));
        return;
      }
      const bytes = [...blobs].reduce((sum, blob) => sum + ('size' in blob ? blob.size : 0), 0);
      const large = bytes > LARGE || pixels > LARGE_PICTURE;
      const request = { op, args, blobs: [...blobs], shown, resolve, reject, large };
      const behind = this.#waiting.findIndex((other) => rank(other) > rank(request));
      this.#waiting.splice(behind < 0 ? this.#waiting.length : behind, 0, request);
      this.next();
    });
  }

  // Ends all engines for good.
  end() {
    this.#failed = true;
    for (const engine of [...this.#engines]) engine.end('engine-failed');
    this.#doWithout();
  }

  // Cancels all requests that make outputs, running or queued. Those of someone looking continue.
  cancel() {
    const waiting = this.#waiting.filter(makes);
    this.#waiting = this.#waiting.filter((request) => !makes(request));
    for (const { reject } of waiting) reject(failure('cancelled'));
    for (const engine of this.#engines) {
      if (engine.running && makes(engine.running)) engine.end('cancelled');
    }
    this.#changed();
  }
}
