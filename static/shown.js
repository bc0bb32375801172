// The browser's picture of a file, for the engine to compare with its own. Never an output.
//
// Nothing here holds up the page, however large the picture is (docs/adr/0025-seen.md).

import { shows, showsStrip } from 'pixelseal/alike';
import { stripOf } from 'pixelseal/strip';

// Chromium, which alone has userAgentData, decodes an element's picture anew for a bitmap and holds
// up the page meanwhile, 6 to 50 ms a megapixel: from so many pixels on it decodes the file beside
// the page instead. Other browsers hand over what they have decoded for the element.
/** @param {number} pixels */
const beside = (pixels) => 'userAgentData' in navigator && pixels >= 5e5;
// WebKit copies all of a bitmap, where it is made and where it is handed over: 20 ms a megapixel.
const copies = () => navigator.vendor?.startsWith('Apple');
const BAND = 2 ** 18; // pixels that are read at a time: some milliseconds

/**
 * What an image element shows of the file, or null where that is not to be had: then there is
 * nothing to compare, and the engine draws.
 * @param {Blob} file
 * @param {Size} size of the picture as the page shows it
 * @returns {Promise<Shown | null>}
 */
export async function shownOf(file, { width, height }) {
  const image = new Image();
  try {
    image.src = URL.createObjectURL(file);
    if (beside(width * height)) return await besideThePage(file, image);
    await image.decode();
    return await (copies() ? inBands(image) : createImageBitmap(image));
  } catch {
    return null;
  } finally {
    if (image.src) URL.revokeObjectURL(image.src);
  }
}

/**
 * @param {Blob} file
 * @param {HTMLImageElement} image
 */
async function besideThePage(file, image) {
  const [bitmap] = await Promise.all([createImageBitmap(file), loaded(image)]);
  const sized = image.naturalWidth === bitmap.width && image.naturalHeight === bitmap.height;
  if (sized && (await stripAgrees(file, bitmap) || shows(image, bitmap))) return bitmap;
  bitmap.close();
  return null;
}

/**
 * Whether an element shows the file's first rows as the bitmap does. False also where they look the
 * same in every direction, or cannot be had alone: then the whole element has to be read.
 * @param {Blob} file
 * @param {ImageBitmap} bitmap
 */
async function stripAgrees(file, bitmap) {
  const strip = await stripOf(file);
  if (!strip) return false;
  const image = new Image();
  try {
    image.src = URL.createObjectURL(strip);
    await loaded(image);
    return showsStrip(image, bitmap);
  } catch {
    return false; // this browser takes no such file
  } finally {
    URL.revokeObjectURL(image.src);
  }
}

/**
 * Not decode(), by which Chromium would decode what may never be drawn.
 * @param {HTMLImageElement} image
 */
const loaded = (image) => new Promise((resolve, reject) => {
  image.onload = resolve;
  image.onerror = reject;
});

/**
 * @param {HTMLImageElement} image
 * @returns {Promise<Bands>}
 */
async function inBands(image) {
  const { naturalWidth: width, naturalHeight: height } = image;
  const each = Math.max(1, Math.floor(BAND / width));
  const context = new OffscreenCanvas(width, each).getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('no canvas');
  const bands = [];
  for (let top = 0; top < height; top += each) {
    const rows = Math.min(each, height - top);
    context.clearRect(0, 0, width, rows); // where it is see-through, the band before would show
    context.drawImage(image, 0, top, width, rows, 0, 0, width, rows);
    bands.push(context.getImageData(0, 0, width, rows).data.buffer);
    await turn();
  }
  return { width, height, each, bands };
}

/**
 * Lets the page answer and draw. No timer: out of sight, a page would wait a second for each.
 * @returns {Promise<void>}
 */
const turn = () => new Promise((resolve) => {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => {
    port1.close();
    resolve();
  };
  port2.postMessage(null);
});
