// The script of bench.html: draws photos and times both a canvas and the engine. Shows nothing.

import 'pixelseal/boot';

// One fixed sequence per size, so that every browser draws the same (mulberry32, public domain).
/** @param {number} seed */
function numbers(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * A canvas and its context.
 * @param {number} width
 * @param {number} height
 */
function canvasOf(width, height) {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no canvas of that size');
  return { canvas, context };
}

/**
 * A canvas of random samples around middle grey, varying by about `spread` in each direction.
 * @param {number} width
 * @param {number} height
 * @param {number} spread
 * @param {boolean} coloured
 * @param {() => number} next
 */
function grain(width, height, spread, coloured, next) {
  const { canvas, context } = canvasOf(width, height);
  const image = context.createImageData(width, height);
  const { data } = image;
  const sample = () => 128 + spread * (next() + next() + next() - 1.5);
  for (let at = 0; at < data.length; at += 4) {
    const gray = sample();
    data[at] = gray;
    data[at + 1] = coloured ? sample() : gray;
    data[at + 2] = coloured ? sample() : gray;
    data[at + 3] = 255;
  }
  context.putImageData(image, 0, 0);
  return canvas;
}

// Smooth light, then texture at two scales: together they have as much detail for a codec as a real
// photo (about 4 MB for 12 megapixels). `scale` is in pixels per sample.
/** @type {[scale: number, spread: number, coloured: boolean][]} */
const LAYERS = [[256, 60, true], [32, 60, false], [4, 40, false]];
const NOISE = 512; // side of the tile of sensor noise, in pixels
const NOISE_SPREAD = 14;

/**
 * @param {number} width
 * @param {number} height
 */
async function photo(width, height) {
  const next = numbers(width);
  const { canvas, context } = canvasOf(width, height);
  for (const [scale, spread, coloured] of LAYERS) {
    const [across, down] = [Math.ceil(width / scale), Math.ceil(height / scale)];
    context.drawImage(grain(across, down, spread, coloured, next), 0, 0, width, height);
    context.globalCompositeOperation = 'overlay';
  }
  const noise = context.createPattern(grain(NOISE, NOISE, NOISE_SPREAD, false, next), 'repeat');
  if (noise) context.fillStyle = noise;
  context.fillRect(0, 0, width, height);
  return canvas.convertToBlob({ type: 'image/jpeg', quality: 0.9 });
}

/**
 * What one would write without Pixelseal: decode, fill, encode, hash. Checks nothing.
 * @param {Blob} file
 * @param {Box} box
 */
async function byCanvas(file, ...box) {
  const picture = await createImageBitmap(file);
  const { canvas, context } = canvasOf(picture.width, picture.height);
  context.drawImage(picture, 0, 0);
  picture.close();
  context.fillRect(...box);
  const made = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.92 });
  await crypto.subtle.digest('SHA-256', await made.arrayBuffer());
}

let longest = 0;
/** @type {PerformanceObserver | null} */
let observer = null;

/** @param {PerformanceEntryList} entries */
function heard(entries) {
  for (const { duration } of entries) longest = Math.max(longest, duration);
}

window.pixelsealBench = {
  photo,

  engineReady: () => performance.getEntriesByName('pixelseal-engine-ready')[0].startTime,

  // Milliseconds for `count` canvases, one after the other.
  async canvas(file, count, ...box) {
    const start = performance.now();
    for (let made = 0; made < count; made += 1) await byCanvas(file, ...box);
    return performance.now() - start;
  },

  // Milliseconds for `count` requests, all queued at once. Outputs are released, as after saving.
  async engine(file, count, args) {
    const start = performance.now();
    const one = () => window.pixelseal.request('redact', args, [file]).then(() => null);
    await Promise.all(Array.from({ length: count }, one));
    return performance.now() - start;
  },

  // Does what the page does when a photo comes up on screen.
  async compare(file, width, height) {
    await window.pixelseal.request('inspect', '{}', [file]);
    const size = { width, height };
    await window.pixelseal.request('preview', '{"page":1}', [file], width * height, size);
  },

  // Starts watching for tasks over 50 ms on this thread; false if the browser does not report them.
  watch() {
    observer?.disconnect();
    longest = 0;
    if (!PerformanceObserver.supportedEntryTypes.includes('longtask')) return false;
    observer = new PerformanceObserver((list) => heard(list.getEntries()));
    observer.observe({ type: 'longtask' });
    return true;
  },

  longest() {
    heard(observer?.takeRecords() ?? []);
    return longest;
  },
};
