// Packs: one file with many entries. Reads them; knows no network.
//
// Layout (docs/adr/0003-one-pack.md): "PXSPACK1", a 32-bit little-endian header length, the header
// as JSON {name: [offset, length]}, then the bytes. Offsets count from the end of the header. The
// engine's pack holds entries that are gzipped one by one; the others are gzipped as a whole.

const MAGIC = 'PXSPACK1';

export async function sha256(bytes) {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

export async function inflated(packed) {
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

// Map of name -> the entry's bytes, which stay where they are.
export function entriesOf(bytes) {
  const text = (from, to) => new TextDecoder().decode(bytes.subarray(from, to));
  if (text(0, MAGIC.length) !== MAGIC) throw new Error('pack-damaged');
  const start = MAGIC.length + 4;
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(MAGIC.length, true);
  const header = JSON.parse(text(start, start + length));
  return new Map(Object.entries(header).map(([name, [offset, size]]) => {
    const from = start + length + offset;
    return [name, bytes.subarray(from, from + size)];
  }));
}

// The entries of a pack that is gzipped as a whole, each in a buffer of its own.
export async function unpack(packed) {
  const entries = entriesOf(await inflated(packed));
  return new Map([...entries].map(([name, bytes]) => [name, bytes.slice()]));
}
