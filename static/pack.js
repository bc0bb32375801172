// The pack: one gzipped file with everything the engine runs on. Reads it; knows no network.
//
// Layout (docs/adr/0003-one-pack.md): "PXSPACK1", a 32-bit little-endian header length, the header
// as JSON {name: [offset, length]}, then the bytes. Offsets count from the end of the header.

const MAGIC = 'PXSPACK1';

export async function sha256(bytes) {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

export async function unpack(packed) {
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'));
  const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
  const text = (from, to) => new TextDecoder().decode(bytes.subarray(from, to));
  if (text(0, MAGIC.length) !== MAGIC) throw new Error('pack-damaged');
  const start = MAGIC.length + 4;
  const length = new DataView(bytes.buffer).getUint32(MAGIC.length, true);
  const header = JSON.parse(text(start, start + length));
  const entries = new Map();
  for (const [name, [offset, size]] of Object.entries(header)) {
    const from = start + length + offset;
    entries.set(name, bytes.slice(from, from + size));
  }
  return entries;
}
