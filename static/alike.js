// Tells whether an image element shows the same picture as a bitmap, in the same orientation. Reads
// only a few pixels of each.

import { ROWS } from 'pixelseal/strip';

const PART = 8; // side of one sampled patch, in pixels
const POINTS = 64; // side of all patches of a picture laid together, in pixels
const ALONG = 256; // length of all patches along a strip laid together, in pixels
const MARGIN = 16; // rows at each edge of a strip that may depend on rows outside it
const CLEARLY = 4; // how many times better the pair must match than any turned or mirrored one

/**
 * The two have the same width and height. Decodes the element on the page's own thread.
 * @param {HTMLImageElement} image
 * @param {ImageBitmap} bitmap
 */
export function shows(image, bitmap) {
  const { width, height } = bitmap;
  const [across, down] = [places(width, POINTS), places(height, POINTS)];
  const [one, other] = [image, bitmap].map((source) => read(source, across, down));
  return fits(TURNS.map((way) => distance(one, other, way)));
}

/**
 * Same question for an element that shows only the first ROWS stored rows of the file: they must
 * appear along one edge of the bitmap, complete and neither turned nor mirrored.
 * @param {HTMLImageElement} strip
 * @param {ImageBitmap} bitmap
 */
export function showsStrip(strip, bitmap) {
  const { width, height } = bitmap;
  const lying = strip.naturalWidth === width && strip.naturalHeight === ROWS;
  const standing = strip.naturalWidth === ROWS && strip.naturalHeight === height;
  if (lying === standing) return false;
  /** @type {Place[]} */
  const within = [[0, MARGIN, ROWS - 2 * MARGIN]];
  const [across, down] = lying ? [places(width, ALONG), within] : [within, places(height, ALONG)];
  const own = read(strip, across, down);
  const far = lying ? [0, height - ROWS] : [width - ROWS, 0];
  const edges = [read(bitmap, across, down), read(bitmap, across, down, far[0], far[1])];
  return fits(FLIPS.map((way) => Math.min(...edges.map((edge) => distance(own, edge, way)))));
}

/** @param {number[]} distances one per way, the unchanged one first */
const fits = ([fit, ...turned]) => turned.every((way) => fit * CLEARLY < way);

/**
 * Where a patch lies here and in the source, and its size.
 * @typedef {[here: number, there: number, size: number]} Place
 */

/**
 * Samples `points` pixels of a side in patches, placed symmetrically about the middle.
 * @param {number} size
 * @param {number} points
 * @returns {Place[]}
 */
function places(size, points) {
  const half = Array.from({ length: points / PART / 2 }, (_, place) => (
    [place * PART, Math.floor((place + 0.5) * PART * size / points) - PART / 2]));
  const other = half.map(([here, there]) => [points - PART - here, size - PART - there]);
  return [...half, ...other].map(([here, there]) => [here, there, PART]);
}

/**
 * Draws the patches side by side. They are not scaled, because scaling depends on the kind of
 * source, and they are arranged so that turning or mirroring the source does the same to the
 * result.
 * @param {HTMLImageElement | ImageBitmap} source
 * @param {Place[]} across
 * @param {Place[]} down
 */
function read(source, across, down, left = 0, top = 0) {
  const [width, height] = [across, down].map((parts) => parts.length * parts[0][2]);
  const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('no canvas');
  for (const [x, from, wide] of across) {
    for (const [y, upper, high] of down) {
      context.drawImage(source, left + from, top + upper, wide, high, x, y, wide, high);
    }
  }
  return context.getImageData(0, 0, width, height);
}

/** @typedef {(x: number, y: number, right: number, bottom: number) => [number, number]} Way */

/**
 * Where a point goes in each way that a picture can be flipped; unchanged comes first.
 * @type {Way[]}
 */
const FLIPS = [
  (x, y) => [x, y],
  (x, y, right, bottom) => [right - x, bottom - y],
  (x, y, right) => [right - x, y],
  (x, y, _right, bottom) => [x, bottom - y],
];
/**
 * The same with quarter turns, which only a square allows.
 * @type {Way[]}
 */
const TURNS = FLIPS.flatMap((flip) => [
  flip, (...[x, y, right, bottom]) => flip(y, x, right, bottom),
]);

/**
 * @param {ImageData} one
 * @param {ImageData} other
 * @param {Way} way
 */
function distance(one, other, way) {
  const { width, height } = one;
  let sum = 0;
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const [across, down] = way(x, y, width - 1, height - 1);
      const [at, there] = [(y * width + x) * 4, (down * width + across) * 4];
      for (let sample = 0; sample < 4; sample += 1) {
        sum += Math.abs(one.data[at + sample] - other.data[there + sample]);
      }
    }
  }
  return sum;
}
