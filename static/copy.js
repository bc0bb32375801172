// Assembles the page as one file from what is in memory. Fetches nothing and saves nothing.

import { asText } from 'pixelseal/blocks';
import { bytesIn, sha256, unpack } from 'pixelseal/pack';

/**
 * A Blob with exactly the bytes of a saved file; rejects if those cannot be assembled.
 * @param {Map<string, Bytes>} held name -> bytes as they arrived (static/carrier.js)
 * @param {string} name
 * @param {string | undefined} sha256Of the SHA-256 of the file that the build wrote
 */
export async function savedFile(held, name, sha256Of) {
  const entries = await unpack(bytesIn(held, 'copy'));
  /** @type {SavedPiece[]} */
  const pieces = JSON.parse(new TextDecoder().decode(bytesIn(entries, `${name}.json`)));
  /** @type {BlobPart[]} */
  const texts = [];
  for (const piece of pieces) {
    if (typeof piece === 'string') texts.push(piece);
    else if (piece.file !== undefined) texts.push(bytesIn(entries, piece.file));
    else {
      const bytes = bytesIn(held, piece.part);
      for (let start = 0; start < bytes.length; start += piece.size) {
        texts.push(piece.before, asText(bytes.subarray(start, start + piece.size)), piece.after);
      }
    }
  }
  const blob = new Blob(texts, { type: 'text/html' });
  if ((await sha256(await blob.arrayBuffer())) !== sha256Of) throw new Error('copy-failed');
  return blob;
}
