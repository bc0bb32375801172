// A file's first rows as a separate file, which is quick to decode. Never an output.
//
// Only the height stated in the file is lowered. Everything that could turn or crop a picture
// stays, byte for byte, and decoders stop after the last row stated.

export const ROWS = 64; // a multiple of the block size of every lossy coding
const HEAD = 2 ** 22; // bytes; megabytes can precede a JPEG's frame header

/** @typedef {(head: Bytes, view: DataView) => boolean} Lower true if it lowered the height */

/**
 * Null if files of this kind do not state their height in one place, or the file is malformed.
 * @param {Blob} file
 */
export async function stripOf(file) {
  const head = new Uint8Array(await file.slice(0, HEAD).arrayBuffer());
  const lower = KINDS.get(head[0]);
  try {
    if (!lower?.(head, new DataView(head.buffer))) return null;
  } catch {
    return null; // the file ends too early
  }
  return new Blob([head, file.slice(HEAD)], { type: file.type });
}

// T.81, B.2.2: baseline, extended and progressive frames with Huffman coding.
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
 * PNG, third edition, 11.2.1: IHDR is the first chunk, and its checksum must be updated.
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
 * RFC 9649, 2.5 and 2.7, RFC 6386, 9.1: a lossy picture and, in an extended file, the canvas.
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
 * Microsoft, BITMAPINFOHEADER and later: a negative height means that rows go from top to bottom.
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
