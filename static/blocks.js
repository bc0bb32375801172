// Bytes as text in an HTML file, one character per byte (app/build/blocks.py). Knows no page.

const CHARSET = 'windows-1252';
const ESCAPED = [0x00, 0x0d, 0x3c, 0x3d]; // NUL, CR, < and = itself
const ESCAPE = 0x3d;
const SHIFT = 64;

// The byte for each character of that encoding, indexed by code point.
const byteOf = new Uint8Array(0x2200);
const characters = new TextDecoder(CHARSET).decode(Uint8Array.from({ length: 256 }, (_, byte) => byte));
for (let byte = 0; byte < 256; byte += 1) byteOf[characters.charCodeAt(byte)] = byte;

/** @param {string} text */
export function bytesOf(text) {
  const bytes = new Uint8Array(text.length);
  let length = 0;
  for (let at = 0; at < text.length; at += 1) {
    let byte = byteOf[text.charCodeAt(at)];
    if (byte === ESCAPE) {
      at += 1;
      byte = byteOf[text.charCodeAt(at)] - SHIFT;
    }
    bytes[length] = byte;
    length += 1;
  }
  return bytes.subarray(0, length);
}

/**
 * Encodes bytes as the text that stands for them, itself as bytes to be written to a file.
 * @param {Bytes} bytes
 */
export function asText(bytes) {
  const text = new Uint8Array(2 * bytes.length);
  let length = 0;
  for (let byte of bytes) {
    if (ESCAPED.includes(byte)) {
      text[length] = ESCAPE;
      length += 1;
      byte += SHIFT;
    }
    text[length] = byte;
    length += 1;
  }
  return text.subarray(0, length);
}
