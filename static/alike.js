// Whether an image element shows a bitmap's picture, in the same orientation. Reads few pixels of both.

import { ROWS } from 'pixelseal/strip';

const PART = 8; // pixels a side of the parts by which the two are held together
const POINTS = 64; // a side of all parts of a picture together
const ALONG = 256; // pixels of all parts along a strip together
const MARGIN = 16; // rows at either edge of a strip that may depend on rows beyond it
const CLEARLY = 4; // times that the two must fit better than any turn or mirroring of one of them

/**
 * Both are as wide and high. The element is decoded for it, on the page's own thread.
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
 * Of an element that shows nothing but the first stored rows, ROWS of them: they lie along one of
 * the bitmap's edges, whole, and as they are.
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

/** @param {number[]} distances by way, as it is first */
const fits = ([fit, ...turned]) => turned.every((way) => fit * CLEARLY < way);

/** @typedef {[here: number, there: number, size: number]} Place of a part, and its size */

/**
 * So many points of a side, in parts; the same from either end.
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
 * Parts of it one beside the other, without any scaling, which would depend on the source: they lie
 * so that each turn and mirroring of the source is the same one of this.
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
 * The place of a point in the ways in which a picture can lie; as it is, first.
 * @type {Way[]}
 */
const FLIPS = [
  (x, y) => [x, y],
  (x, y, right, bottom) => [right - x, bottom - y],
  (x, y, right) => [right - x, y],
  (x, y, _right, bottom) => [x, bottom - y],
];
/**
 * And by quarters: of squares.
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
