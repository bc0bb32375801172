// Where the page's own bytes come from: the host it was opened from, or the saved file itself.

import { Arriving } from 'pixelseal/arriving';
import { bytesOf } from 'pixelseal/blocks';
import { entriesOf } from 'pixelseal/pack';
import { Proof } from 'pixelseal/proof';

// The text as it stands in the page, too: the page is put together from it again, byte for byte.
export const factsText = document.querySelector('#pixelseal-facts').textContent;
const facts = JSON.parse(factsText);
export const build = facts.build;
export const saved = facts.saved;
export const { sums } = facts;
export const proof = new Proof(build, sums);
proof.element('script', document.querySelector('script:not([type])'));
proof.element('style', document.querySelector('style, link[rel=stylesheet]'));
// What the page was made from, as it arrived: name -> bytes. Of a saved file, which needs no copy of
// itself, the sample photo alone.
export const held = new Map();
// SHA-256 of pixelseal.html, which the page can put together; '' in that file itself and on the
// benchmark's page, which are not kept for opening without a network either.
export const copySum = facts.copy?.sha256 ?? '';

// The bytes that the saved file holds, by name; the parser may still be on its way to them.
const embedded = new Map(
  Object.entries(facts.embedded ?? {}).map(([name, size]) => [name, new Arriving(size)]),
);

// Takes what the parser has come by. An element is whole once something stands behind it.
function take() {
  const parsing = document.readyState === 'loading';
  for (const block of document.querySelectorAll('script[data-part]')) {
    if (parsing && !block.nextSibling) return;
    const name = block.dataset.part.replace('pixelseal-', '');
    embedded.get(name)?.put(bytesOf(block.textContent));
    block.remove();
  }
  if (parsing) return;
  for (const bytes of embedded.values()) bytes.fail(new Error('pack-changed'));
}

async function embeddedWhole(name) {
  const arriving = embedded.get(name);
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

async function fetched(name, { url, size: expected }, progress = () => {}) {
  const response = await fetch(url, { cache: 'no-cache', credentials: 'omit' });
  if (!response.ok) throw new Error('pack-not-reached');
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

// The engine's pack, its entries still compressed. `progress` hears a number from 0 to 1. Of a saved
// file it is still arriving, of a host it is there as a whole.
export async function pack(progress) {
  return saved ? embedded.get('pack') : Arriving.of(await fetched('pack', facts.pack, progress));
}

// The parts that are wanted only for some files, still compressed: a Map of name -> promise of bytes.
// One that cannot be had is left out: the page works without it. One that is another refuses the page.
export async function parts() {
  if (saved) {
    const found = facts.parts.map((name) => [name, embeddedWhole(`part-${name}`)]);
    for (const [, bytes] of found) bytes.catch(() => {}); // whoever asks for it hears of it
    return new Map(found);
  }
  const found = new Map();
  for (const [name, part] of Object.entries(facts.parts)) {
    try {
      found.set(name, await fetched(`part-${name}`, part));
    } catch {
      continue; // Files that need it are refused by name.
    }
    await proof.whole(`part-${name}`, found.get(name));
  }
  return found;
}

// What the page can do without: what an offline copy needs besides, and the sample photo. Where one
// is missing, it is not offered.
export async function extras() {
  if (saved) held.set('sample', await embeddedWhole('sample'));
  else {
    const names = ['copy', 'sample'].filter((name) => facts[name]);
    await Promise.allSettled(names.map((name) => fetched(name, facts[name])));
  }
  // The copy is compared when it is put together, with the sum of all of it.
  if (held.has('sample')) proof.start('sample', held.get('sample'));
}

// MicroPython, compiled: at once, for an answer would come behind what the parser does meanwhile.
export async function micropython() {
  const bytes = saved
    ? await embeddedWhole('micropython')
    : await fetched('micropython', facts.micropython);
  return new WebAssembly.Module(proof.start('micropython', bytes));
}

// The page's own Python, compiled: a Map of path -> bytes.
export async function python() {
  const bytes = saved ? await embeddedWhole('python') : await fetched('python', facts.python);
  return entriesOf(proof.start('python', bytes));
}
