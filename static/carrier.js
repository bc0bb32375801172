// Where the page's own bytes come from: the host it was opened from, or the saved file itself.

import { bytesOf } from 'pixelseal/blocks';

// The text as it stands in the page, too: the page is put together from it again, byte for byte.
export const factsText = document.querySelector('#pixelseal-facts').textContent;
const facts = JSON.parse(factsText);
export const build = facts.build;
export const saved = facts.saved;
// What the page was made from, as it arrived: name -> bytes. Of a saved file, which needs no copy of
// itself, the sample photo alone.
export const held = new Map();
// SHA-256 of pixelseal.html, which the page can put together; '' in that file itself and on the
// benchmark's page, which are not kept for opening without a network either.
export const copySum = facts.copy?.sha256 ?? '';

function embedded(name) {
  const blocks = document.querySelectorAll(`script[data-part="${name}"]`);
  const parts = Array.from(blocks, (block) => {
    block.remove();
    return bytesOf(block.textContent);
  });
  const bytes = new Uint8Array(parts.reduce((total, part) => total + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    bytes.set(part, offset);
    offset += part.length;
  }
  return bytes;
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

// The engine's pack, still compressed. `progress` hears a number from 0 to 1.
export async function pack(progress) {
  if (saved) {
    const bytes = embedded('pixelseal-pack');
    progress(1);
    return bytes;
  }
  return fetched('pack', facts.pack, progress);
}

// The parts that are wanted only for some files, still compressed: a Map of name -> bytes. One that
// cannot be had is left out: the page works without it.
export async function parts() {
  const found = new Map();
  for (const [name, part] of Object.entries(facts.parts)) {
    try {
      const bytes = saved ? embedded(`pixelseal-part-${name}`) : await fetched(`part-${name}`, part);
      found.set(name, bytes);
    } catch {
      // Files that need it are refused by name.
    }
  }
  return found;
}

// What the page can do without: what an offline copy needs besides, and the sample photo. Where one
// is missing, it is not offered.
export async function extras() {
  if (saved) held.set('sample', embedded('pixelseal-sample'));
  else {
    const names = ['copy', 'sample'].filter((name) => facts[name]);
    await Promise.allSettled(names.map((name) => fetched(name, facts[name])));
  }
}

// An address from which MicroPython's loader can take its wasm.
export async function micropython() {
  const bytes = saved
    ? embedded('pixelseal-micropython')
    : await fetched('micropython', facts.micropython);
  return URL.createObjectURL(new Blob([bytes], { type: 'application/wasm' }));
}
