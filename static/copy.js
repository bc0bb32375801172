// The page as one file, put together from what is in memory. Fetches nothing, saves nothing.

import { asText } from 'pixelseal/blocks';
import { sha256, unpack } from 'pixelseal/pack';

// held: Map of name -> bytes as they arrived (static/carrier.js); sha256Of: what the build wrote.
// A Blob with exactly the bytes of pixelseal.html; rejects if it cannot be that.
export async function savedFile(held, sha256Of) {
  const entries = await unpack(held.get('copy'));
  const texts = [];
  for (const piece of JSON.parse(new TextDecoder().decode(entries.get('saved.json')))) {
    if (typeof piece === 'string') texts.push(piece);
    else if (piece.file) texts.push(entries.get(piece.file));
    else {
      const bytes = held.get(piece.part);
      for (let start = 0; start < bytes.length; start += piece.size) {
        texts.push(piece.before, asText(bytes.subarray(start, start + piece.size)), piece.after);
      }
    }
  }
  const blob = new Blob(texts, { type: 'text/html' });
  if ((await sha256(await blob.arrayBuffer())) !== sha256Of) throw new Error('copy-failed');
  return blob;
}
