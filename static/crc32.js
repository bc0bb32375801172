// CRC-32 of a Blob, as ZIPs have it. Holds no more of it than a piece at a time.
//
// In JavaScript because Python would first copy every image into its memory.

const PIECE = 2 ** 20; // bytes, which take a few milliseconds

/** By the polynomial of ISO 3309, its bits reversed. */
const TABLE = new Uint32Array(256).map((_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

/**
 * 0 to 2**32 - 1.
 * @param {Blob} blob
 */
export async function crc32(blob) {
  let value = -1;
  for (let at = 0; at < blob.size; at += PIECE) {
    const bytes = new Uint8Array(await blob.slice(at, at + PIECE).arrayBuffer());
    for (let place = 0; place < bytes.length; place += 1) {
      value = (value >>> 8) ^ TABLE[(value ^ bytes[place]) & 255];
    }
  }
  return ~value >>> 0;
}
