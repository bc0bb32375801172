// The browser's picture of a file, for the engine to compare with its own. Never an output.
//
// Nothing here blocks the page for long, however large the picture (docs/adr/0025-seen.md).

import { shows, showsStrip } from 'pixelseal/alike';
import { stripOf } from 'pixelseal/strip';

// Chromium, which alone has userAgentData, decodes an element's picture again to make a bitmap of
// it and blocks the page meanwhile, for 6 to 50 ms per megapixel. Above this many pixels, the file
// itself is decoded off the main thread instead. Other browsers reuse what the element has decoded.
/** @param {number} pixels */
const beside = (pixels) => 'userAgentData' in navigator && pixels >= 5e5;
// WebKit copies the whole bitmap when it is made and again when transferred: 20 ms per megapixel.
const copies = () => navigator.vendor?.startsWith('Apple');
const BAND = 2 ** 18; // pixels read at a time, which takes a few milliseconds

/**
 * What an image element shows of the file. Null if that cannot be obtained: then there is nothing
 * to compare, and the page shows the engine's picture instead.
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
 * Whether an element shows the file's first rows as the bitmap does. Also false if they look the
 * same in every orientation or cannot be cut out: then the whole element must be read.
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
    return false; // this browser does not open such a file
  } finally {
    URL.revokeObjectURL(image.src);
  }
}

/**
 * Does not use decode(): Chromium would then decode a picture that may never be drawn.
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
    context.clearRect(0, 0, width, rows); // else the last band shows where it is transparent
    context.drawImage(image, 0, top, width, rows, 0, 0, width, rows);
    bands.push(context.getImageData(0, 0, width, rows).data.buffer);
    await turn();
  }
  return { width, height, each, bands };
}

/**
 * Lets the page respond and draw. Not a timer: in a background tab each would take a second.
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
