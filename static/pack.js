// Reads packs: single files with many entries. Knows no network.
//
// Layout (docs/adr/0003-one-pack.md): "PXSPACK1", a 32-bit little-endian header length, the header
// as JSON {name: [offset, length]}, then the bytes. Offsets count from the end of the header. The
// engine's pack gzips each entry by itself; the others are gzipped as a whole.

import { Arriving } from 'pixelseal/arriving';

const MAGIC = 'PXSPACK1';

/** @param {BufferSource} bytes */
export async function sha256(bytes) {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** @param {Bytes} packed */
export async function inflated(packed) {
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/**
 * The range of each entry in `arriving`, by name, in the order of arrival.
 * @param {Arriving} arriving
 * @returns {Promise<Map<string, Span>>}
 */
export async function placesOf(arriving) {
  const { bytes } = arriving;
  /** @type {(from: number, to: number) => string} */
  const text = (from, to) => new TextDecoder().decode(bytes.subarray(from, to));
  const start = MAGIC.length + 4;
  await arriving.upTo(start);
  if (text(0, MAGIC.length) !== MAGIC) throw new Error('pack-damaged');
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(MAGIC.length, true);
  await arriving.upTo(start + length);
  /** @type {Record<string, [offset: number, size: number]>} */
  const header = JSON.parse(text(start, start + length));
  /** @type {[string, Span][]} */
  const places = Object.entries(header).map(([name, [offset, size]]) => {
    const from = start + length + offset;
    return [name, [from, from + size]];
  });
  return new Map(places.sort(([, [one]], [, [other]]) => one - other));
}

/**
 * The entries' bytes by name, each in its own buffer.
 * @param {Bytes} bytes
 */
export async function entriesOf(bytes) {
  const places = await placesOf(Arriving.of(bytes));
  return new Map([...places].map(([name, place]) => [name, bytes.slice(...place)]));
}

/**
 * The entries of a pack that is gzipped as a whole.
 * @param {Bytes} packed
 */
export async function unpack(packed) { return entriesOf(await inflated(packed)); }

/**
 * The bytes of an entry that must exist.
 * @param {Map<string, Bytes>} entries
 * @param {string} name
 */
export function bytesIn(entries, name) {
  const bytes = entries.get(name);
  if (!bytes) throw new Error('pack-damaged');
  return bytes;
}
