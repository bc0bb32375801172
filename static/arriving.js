// Collects bytes that arrive piece by piece in one buffer. Knows neither page nor pack.

export class Arriving {
  /** @type {{ end: number, resolve: () => void, reject: (error: Error) => void }[]} */
  #waiting = [];
  /** @type {Error | null} */
  #failure = null;
  length = 0; // bytes that have arrived

  /** @param {number} size bytes */
  constructor(size) { this.bytes = new Uint8Array(size); }

  /** @param {Bytes} bytes */
  static of(bytes) {
    const whole = new Arriving(0);
    whole.bytes = bytes;
    whole.length = bytes.length;
    return whole;
  }

  /** @param {Bytes} piece */
  put(piece) {
    if (this.length + piece.length > this.bytes.length) {
      this.fail(new Error('pack-changed'));
      return;
    }
    this.bytes.set(piece, this.length);
    this.length += piece.length;
    const over = this.#waiting.filter(({ end }) => end <= this.length);
    this.#waiting = this.#waiting.filter(({ end }) => end > this.length);
    for (const { resolve } of over) resolve();
  }

  /**
   * Nothing more will come: rejects all pending waits with the reason.
   * @param {Error} error
   */
  fail(error) {
    this.#failure ??= error;
    for (const { reject } of this.#waiting.splice(0)) reject(this.#failure);
  }

  /**
   * Resolves once the first `end` bytes have arrived.
   * @param {number} end
   * @returns {Promise<void>}
   */
  upTo(end) {
    if (end <= this.length) return Promise.resolve();
    if (this.#failure) return Promise.reject(this.#failure);
    return new Promise((resolve, reject) => { this.#waiting.push({ end, resolve, reject }); });
  }

  /**
   * Copies of the bytes from `from` to `end`, in pieces, as they arrive.
   * @param {number} from
   * @param {number} end
   */
  async* pieces(from, end) {
    for (let at = from; at < end;) {
      await this.upTo(at + 1);
      const to = Math.min(end, this.length);
      yield this.bytes.slice(at, to);
      at = to;
    }
  }
}
