// Checks that what runs is what the build's name identifies: everything is compared with a SHA-256
// in the page, and the list of these hashes with the name (app/build/sums.py). Shows nothing.

import { sha256 } from 'pixelseal/pack';

/**
 * The list as the build writes it: one line per name, sorted by name.
 * @param {Record<string, string>} sums
 */
const listed = (sums) => Object.keys(sums).sort().map((name) => `${sums[name]}  ${name}\n`).join('');

/**
 * The hash in the form of an element's `integrity` (Subresource Integrity).
 * @param {string} sum
 */
function integrityOf(sum) {
  const bytes = Array.from(sum.matchAll(/../g), ([digits]) => parseInt(digits, 16));
  return `sha256-${btoa(String.fromCharCode(...bytes))}`;
}

export class Proof {
  #sums;
  /** @type {Promise<void>[]} */
  #early = [];
  /** @type {(error: Error) => void} */
  #fail = () => {};
  /** @type {Promise<never>} */
  failed;

  /**
   * `failed` rejects as soon as something differs from the build.
   * @param {string} build
   * @param {Record<string, string>} sums name -> SHA-256 in hexadecimal
   */
  constructor(build, sums) {
    this.#sums = sums;
    this.failed = new Promise((_resolve, reject) => { this.#fail = reject; });
    this.failed.catch(() => {}); // whoever awaits it gets the error
    this.#begin(new TextEncoder().encode(listed(sums)), build);
  }

  /**
   * @param {Bytes} bytes
   * @param {string} sum
   */
  #begin(bytes, sum) {
    const compared = this.#compared(bytes, sum, 'page-changed');
    compared.catch(() => {}); // reported by `failed` and `early`
    this.#early.push(compared);
  }

  /**
   * @param {Bytes} bytes
   * @param {string} sum
   * @param {string} code
   */
  async #compared(bytes, sum, code) {
    if ((await sha256(bytes)) === sum) return;
    const error = new Error(code);
    this.#fail(error);
    throw error;
  }

  /**
   * Compares what the page itself starts with. The page goes on meanwhile; `early` waits for all.
   * @param {string} name
   * @param {Bytes} bytes
   */
  start(name, bytes) {
    this.#begin(bytes, this.#sums[name]);
    return bytes;
  }

  /**
   * Compares an element's own text or, if the browser has already checked that, its `integrity`.
   * @param {string} name
   * @param {HTMLScriptElement | HTMLLinkElement | HTMLStyleElement | null} element
   */
  element(name, element) {
    const stated = element && 'integrity' in element ? element.integrity : '';
    if (element && !stated) this.start(name, new TextEncoder().encode(element.textContent));
    else if (stated !== integrityOf(this.#sums[name])) this.start(name, new Uint8Array());
  }

  async early() { await Promise.all(this.#early); }

  /**
   * Compares what arrives later, and waits for the result.
   * @param {string} name
   * @param {Bytes} bytes
   */
  async whole(name, bytes) { await this.#compared(bytes, this.#sums[name], 'pack-changed'); }
}
