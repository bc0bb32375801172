// A file's first rows as a file of its own, which costs a decoder little. Never an output.
//
// Only the height that it states is lowered. All that could turn or crop a picture stays, byte for
// byte, and decoders stop behind the last row that is stated.

export const ROWS = 64; // a multiple of every block that lossy codings have
const HEAD = 2 ** 22; // bytes: what stands before a JPEG's frame header can have megabytes

/** @typedef {(head: Bytes, view: DataView) => boolean} Lower true if it lowered the height */

/**
 * Null where the kind of file has no such place, or it is not as it should be.
 * @param {Blob} file
 */
export async function stripOf(file) {
  const head = new Uint8Array(await file.slice(0, HEAD).arrayBuffer());
  const lower = KINDS.get(head[0]);
  try {
    if (!lower?.(head, new DataView(head.buffer))) return null;
  } catch {
    return null; // it ends before
  }
  return new Blob([head, file.slice(HEAD)], { type: file.type });
}

// T.81, B.2.2: baseline, extended and progressive frames by Huffman codes.
const FRAMES = [0xc0, 0xc1, 0xc2];

/** @type {Lower} */
function jpeg(head, view) {
  let at = 2;
  while (head[at] === 0xff) {
    const marker = head[at + 1];
    if (FRAMES.includes(marker)) {
      view.setUint16(at + 5, ROWS);
      return true;
    }
    at += marker === 0xff ? 1 : 2 + view.getUint16(at + 2);
  }
  return false;
}

/**
 * PNG, third edition, 11.2.1: IHDR is the first chunk, and has a checksum.
 * @type {Lower}
 */
function png(head, view) {
  view.setUint32(20, ROWS);
  let sum = -1;
  for (const byte of head.subarray(12, 29)) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  }
  view.setUint32(29, ~sum >>> 0);
  return true;
}

/**
 * RFC 9649, 2.5 and 2.7, RFC 6386, 9.1: a lossy picture, and the canvas that an extended file has.
 * @type {Lower}
 */
function webp(head, view) {
  const name = (/** @type {number} */ at) => String.fromCharCode(...head.subarray(at, at + 4));
  if (name(8) !== 'WEBP') return false;
  for (let at = 12; at < head.length;) {
    if (name(at) === 'VP8X') head.set([ROWS - 1, 0, 0], at + 15);
    if (name(at) === 'VP8 ') {
      view.setUint16(at + 16, ROWS, true);
      return true;
    }
    const size = view.getUint32(at + 4, true);
    at += 8 + size + (size % 2);
  }
  return false;
}

/**
 * Microsoft, BITMAPINFOHEADER and later: rows go from the last one upward, down if it is negative.
 * @type {Lower}
 */
function bmp(_head, view) {
  if (view.getUint32(14, true) < 40) return false;
  view.setInt32(22, Math.sign(view.getInt32(22, true)) * ROWS, true);
  return true;
}

/**
 * By a file's first byte.
 * @type {Map<number, Lower>}
 */
const KINDS = new Map([[0xff, jpeg], [0x89, png], [0x52, webp], [0x42, bmp]]);
