// Where the page's own bytes come from: the host it was opened from, or the saved file itself.

import { Arriving } from 'pixelseal/arriving';
import { bytesOf } from 'pixelseal/blocks';
import { entriesOf, sha256 } from 'pixelseal/pack';
import { Proof } from 'pixelseal/proof';

// Kept as text, too: the offline copy of the page is rebuilt from it, byte for byte.
export const factsText = /** @type {Element} */ (document.querySelector('#pixelseal-facts')).textContent;
/** @type {HostedFacts | SavedFacts} */
const facts = JSON.parse(factsText);
export const build = facts.build;
export const saved = facts.saved;
export const { sums } = facts;
export const proof = new Proof(build, sums);
proof.element('script', document.querySelector('script:not([type])'));
proof.element('style', document.querySelector('style, link[rel=stylesheet]'));
// By what this page is told from others of its host: its build, and the policy that was added to it.
export const named = [build, facts.saved ? '' : facts.policy?.sha256 ?? '']
  .map((sum) => sum.slice(0, 16)).filter(Boolean).join('-');
// The files that the page is made from, as they arrived: name -> bytes. In a saved file, which
// needs no copy of itself, only the sample photo.
/** @type {Map<string, Bytes>} */
export const held = new Map();
// SHA-256 of each saved file, which the hosted page can assemble, by name. Null in those files
// themselves and on the benchmark page; neither is stored for offline use.
export const copySums = facts.saved ? null : facts.copy?.sha256 ?? null;

// The finders are larger than the page: from a host they come only if the address asks for them,
// and after that from this browser's own store (docs/adr/0049-finders-in-the-page.md).
const FINDERS = 'find';
export const HELD_FINDERS = `part-${FINDERS}`;
const ASKED = `#${FINDERS}`;

// The bytes embedded in a saved file, by name. The parser may not have reached them yet.
const embedded = new Map(
  Object.entries(facts.saved ? facts.embedded : {}).map(([name, size]) => [name, new Arriving(size)]),
);

// Takes the blocks that have been parsed. An element is complete once another node follows it.
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
 * The engine's pack, its entries still compressed. In a saved file it may still be arriving; from a
 * host it is complete.
 * @param {(share: number) => void} progress is called with a number from 0 to 1
 */
export async function pack(progress) {
  if (facts.saved) return arrivingOf('pack');
  return Arriving.of(await fetched('pack', facts.pack, progress));
}

/**
 * The parts that only some file formats need, still compressed. A part that cannot be fetched is
 * left out, because the page works without it. A part with the wrong bytes makes the page refuse to
 * start.
 * @returns {Promise<Parts>}
 */
export async function parts() {
  /** @type {Parts} */
  const found = new Map();
  if (facts.saved) {
    for (const name of facts.parts) {
      const bytes = embeddedWhole(`part-${name}`);
      bytes.catch(() => {}); // whoever asks for the part gets the error
      found.set(name, bytes);
    }
    return found;
  }
  await Promise.all(Object.entries(facts.parts).map(async ([name, part]) => {
    const key = `part-${name}`;
    // One that is left out has its files refused, with a message that says so.
    const bytes = await fetched(key, part).catch(() => null);
    if (!bytes) return;
    found.set(name, bytes);
    await proof.whole(key, bytes);
  }));
  if (facts.finders && location.hash === ASKED && !(await storedFinders())) {
    try {
      found.set(FINDERS, await fetched(HELD_FINDERS, facts.finders));
    } catch {
      // The page can be reloaded to try again.
    }
  }
  return found;
}

/** The finders' pack as stored at an earlier visit, or null. @returns {Promise<Response | null>} */
async function storedFinders() {
  if (facts.saved || !facts.finders) return null;
  try {
    return (await caches.match(new URL(facts.finders.url, location.href).href)) ?? null;
  } catch {
    return null; // no store in this browser or window
  }
}

/**
 * The finders' pack, packed and not yet compared; null if it is not there. Makes no request.
 * @param {Parts} arrived
 */
export async function finders(arrived) {
  const stored = arrived.has(FINDERS) ? null : await storedFinders();
  return stored ? new Uint8Array(await stored.arrayBuffer()) : (await arrived.get(FINDERS)) ?? null;
}

/**
 * Whether the finders are there, can be loaded by a reload, or belong to another saved file.
 * @param {Parts} arrived
 * @returns {Promise<Pixelseal['finders']>}
 */
export async function findersState(arrived) {
  if (arrived.has(FINDERS) || (await storedFinders())) return 'there';
  return !facts.saved && facts.finders ? 'loadable' : 'absent';
}

// Reloads the hosted page, which then fetches the finders before its seal.
export function askForFinders() {
  location.hash = ASKED;
  location.reload();
}

// What the page can do without: the extra files of an offline copy, and the sample photo. If one is
// missing, the page does not offer it.
export async function extras() {
  if (facts.saved) held.set('sample', await embeddedWhole('sample'));
  else {
    const { copy, sample } = facts;
    const named = Object.entries({ copy, sample });
    await Promise.allSettled(named.map(([name, file]) => file && fetched(name, file)));
  }
  // The copy is not compared here: once assembled, it is compared as a whole.
  const sample = held.get('sample');
  if (sample) proof.start('sample', sample);
}

/**
 * The policy that the host added to the site (app/build/hosted_policy.py); null if there is none.
 * One that does not arrive as it was added keeps the page from starting: nobody works without it.
 * @returns {Promise<Blob | null>}
 */
export async function hostPolicy() {
  if (facts.saved || !facts.policy) return null;
  const bytes = await fetched('policy', facts.policy);
  if ((await sha256(bytes)) !== facts.policy.sha256) throw new Error('pack-changed');
  return new Blob([bytes], { type: 'application/json' });
}

// MicroPython, compiled synchronously: a promise would only resolve once the parser pauses.
export async function micropython() {
  const bytes = facts.saved
    ? await embeddedWhole('micropython')
    : await fetched('micropython', facts.micropython);
  return new WebAssembly.Module(proof.start('micropython', bytes));
}

// The page's own Python, compiled to bytecode: a Map of path -> bytes.
export async function python() {
  const bytes = facts.saved ? await embeddedWhole('python') : await fetched('python', facts.python);
  return entriesOf(proof.start('python', bytes));
}
