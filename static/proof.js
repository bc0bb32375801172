// Whether what runs is what the build's name identifies: everything is compared with a SHA-256 in
// the page, and the list of those with the name (app/build/sums.py). Shows nothing.

import { sha256 } from 'pixelseal/pack';

/**
 * The list as the build writes it: a line each, in the order of the names.
 * @param {Record<string, string>} sums
 */
const listed = (sums) => Object.keys(sums).sort().map((name) => `${sums[name]}  ${name}\n`).join('');

/**
 * How an element names the bytes that the browser has compared (Subresource Integrity).
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
   * `failed` rejects once something is not the build's.
   * @param {string} build
   * @param {Record<string, string>} sums name -> SHA-256 in hexadecimal
   */
  constructor(build, sums) {
    this.#sums = sums;
    this.failed = new Promise((_resolve, reject) => { this.#fail = reject; });
    this.failed.catch(() => {}); // who asks for it hears of it
    this.#begin(new TextEncoder().encode(listed(sums)), build);
  }

  /**
   * @param {Bytes} bytes
   * @param {string} sum
   */
  #begin(bytes, sum) {
    const compared = this.#compared(bytes, sum, 'page-changed');
    compared.catch(() => {}); // `failed` and `early` tell
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
   * What the page itself starts with: it goes on meanwhile, and `early` waits for all of it.
   * @param {string} name
   * @param {Bytes} bytes
   */
  start(name, bytes) {
    this.#begin(bytes, this.#sums[name]);
    return bytes;
  }

  /**
   * An element that holds its own text, or one whose text the browser has compared when it came.
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
   * What comes later, or behind a wait.
   * @param {string} name
   * @param {Bytes} bytes
   */
  async whole(name, bytes) { await this.#compared(bytes, this.#sums[name], 'pack-changed'); }
}
