// Where the page's own bytes come from: the host it was opened from, or the saved file itself.

import { Arriving } from 'pixelseal/arriving';
import { bytesOf } from 'pixelseal/blocks';
import { entriesOf } from 'pixelseal/pack';
import { Proof } from 'pixelseal/proof';

// The text as it stands in the page, too: the page is put together from it again, byte for byte.
export const factsText = /** @type {Element} */ (document.querySelector('#pixelseal-facts')).textContent;
/** @type {HostedFacts | SavedFacts} */
const facts = JSON.parse(factsText);
export const build = facts.build;
export const saved = facts.saved;
export const { sums } = facts;
export const proof = new Proof(build, sums);
proof.element('script', document.querySelector('script:not([type])'));
proof.element('style', document.querySelector('style, link[rel=stylesheet]'));
// What the page was made from, as it arrived: name -> bytes. Of a saved file, which needs no copy of
// itself, the sample photo alone.
/** @type {Map<string, Bytes>} */
export const held = new Map();
// SHA-256 of pixelseal.html, which the page can put together; '' in that file itself and on the
// benchmark's page, which are not kept for opening without a network either.
export const copySum = facts.saved ? '' : facts.copy?.sha256 ?? '';

// The bytes that the saved file holds, by name; the parser may still be on its way to them.
const embedded = new Map(
  Object.entries(facts.saved ? facts.embedded : {}).map(([name, size]) => [name, new Arriving(size)]),
);

// Takes what the parser has come by. An element is whole once something stands behind it.
function take() {
  const parsing = document.readyState === 'loading';
  /** @type {NodeListOf<HTMLScriptElement>} */
  const blocks = document.querySelectorAll('script[data-part]');
  for (const block of blocks) {
    if (parsing && !block.nextSibling) return;
    const name = /** @type {string} */ (block.dataset.part).replace('pixelseal-', '');
    embedded.get(name)?.put(bytesOf(block.textContent));
    block.remove();
  }
  if (parsing) return;
  for (const bytes of embedded.values()) bytes.fail(new Error('pack-changed'));
}

/** @param {string} name */
const arrivingOf = (name) => /** @type {Arriving} */ (embedded.get(name));

/** @param {string} name */
async function embeddedWhole(name) {
  const arriving = arrivingOf(name);
  await arriving.upTo(arriving.bytes.length);
  return arriving.bytes;
}

if (saved) {
  const observer = new MutationObserver(take);
  observer.observe(document.body, { childList: true });
  document.addEventListener('DOMContentLoaded', () => {
    observer.disconnect();
    take();
  });
  take();
}

/**
 * @param {string} name
 * @param {Fetchable} file
 * @param {(share: number) => void} progress
 */
async function fetched(name, { url, size: expected }, progress = () => {}) {
  const response = await fetch(url, { cache: 'no-cache', credentials: 'omit' });
  if (!response.ok || !response.body) throw new Error('pack-not-reached');
  const bytes = new Uint8Array(expected);
  const reader = response.body.getReader();
  let received = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    if (received + value.length > expected) throw new Error('pack-changed');
    bytes.set(value, received);
    received += value.length;
    progress(received / expected);
  }
  if (received !== expected) throw new Error('pack-changed');
  held.set(name, bytes);
  return bytes;
}

/**
 * The engine's pack, its entries still compressed. Of a saved file it is still arriving, of a host it
 * is there as a whole.
 * @param {(share: number) => void} progress hears a number from 0 to 1
 */
export async function pack(progress) {
  if (facts.saved) return arrivingOf('pack');
  return Arriving.of(await fetched('pack', facts.pack, progress));
}

/**
 * The parts that are wanted only for some files, still compressed. One that cannot be had is left
 * out: the page works without it. One that is another refuses the page.
 * @returns {Promise<Parts>}
 */
export async function parts() {
  /** @type {Parts} */
  const found = new Map();
  if (facts.saved) {
    for (const name of facts.parts) {
      const bytes = embeddedWhole(`part-${name}`);
      bytes.catch(() => {}); // whoever asks for it hears of it
      found.set(name, bytes);
    }
    return found;
  }
  for (const [name, part] of Object.entries(facts.parts)) {
    let bytes;
    try {
      bytes = await fetched(`part-${name}`, part);
    } catch {
      continue; // Files that need it are refused by name.
    }
    found.set(name, bytes);
    await proof.whole(`part-${name}`, bytes);
  }
  return found;
}

// What the page can do without: what an offline copy needs besides, and the sample photo. Where one
// is missing, it is not offered.
export async function extras() {
  if (facts.saved) held.set('sample', await embeddedWhole('sample'));
  else {
    const { copy, sample } = facts;
    const named = Object.entries({ copy, sample });
    await Promise.allSettled(named.map(([name, file]) => file && fetched(name, file)));
  }
  // The copy is compared when it is put together, with the sum of all of it.
  const sample = held.get('sample');
  if (sample) proof.start('sample', sample);
}

// MicroPython, compiled: at once, for an answer would come behind what the parser does meanwhile.
export async function micropython() {
  const bytes = facts.saved
    ? await embeddedWhole('micropython')
    : await fetched('micropython', facts.micropython);
  return new WebAssembly.Module(proof.start('micropython', bytes));
}

// The page's own Python, compiled: a Map of path -> bytes.
export async function python() {
  const bytes = facts.saved ? await embeddedWhole('python') : await fetched('python', facts.python);
  return entriesOf(proof.start('python', bytes));
}
