// The browser's picture of a file, for the engine to compare with its own. Never an output.

// Chromium, which alone has userAgentData, decodes an element's picture anew for a bitmap and holds up
// the page meanwhile, about 15 ms a megapixel: from so many pixels on it decodes the file beside the
// page instead. Other browsers hand over what they have decoded for the element.
/** @param {number} pixels */
const beside = (pixels) => 'userAgentData' in navigator && pixels >= 1.5e6;
const PART = 8; // pixels a side of the parts by which the two are held together
const POINTS = 64; // a side of all parts together
const CLEARLY = 4; // times that the two must fit better than any turn or mirroring of one of them

/**
 * A bitmap of what an image element shows of the file, or null where none is to be had: then there
 * is nothing to compare, and the engine draws.
 * @param {Blob} file
 * @param {Size} size of the picture as the page shows it
 */
export async function bitmapOf(file, { width, height }) {
  const image = new Image();
  try {
    image.src = URL.createObjectURL(file);
    await image.decode();
    if (!beside(width * height)) return await createImageBitmap(image);
    const bitmap = await createImageBitmap(file);
    if (shows(image, bitmap)) return bitmap;
    bitmap.close();
    return null;
  } catch {
    return null;
  } finally {
    if (image.src) URL.revokeObjectURL(image.src);
  }
}

/**
 * Whether the element shows the bitmap, the same way round.
 * @param {HTMLImageElement} image
 * @param {ImageBitmap} bitmap
 */
function shows(image, bitmap) {
  if (image.naturalWidth !== bitmap.width || image.naturalHeight !== bitmap.height) return false;
  const { width, height } = bitmap;
  const [one, other] = [image, bitmap].map((source) => small(source, width, height));
  const [fit, ...turned] = WAYS.map((way) => distance(one, other, way));
  return turned.every((way) => fit * CLEARLY < way);
}

/**
 * Parts of it one beside the other, without any scaling, which would depend on the source: they lie
 * so that each turn and mirroring of the source is the same one of this.
 * @param {HTMLImageElement | ImageBitmap} source
 * @param {number} width
 * @param {number} height
 */
function small(source, width, height) {
  const context = new OffscreenCanvas(POINTS, POINTS).getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('no canvas');
  for (const [across, left] of places(width)) {
    for (const [down, top] of places(height)) {
      context.drawImage(source, left, top, PART, PART, across, down, PART, PART);
    }
  }
  return context.getImageData(0, 0, POINTS, POINTS).data;
}

/**
 * Where each part begins there and here, the same from either end.
 * @param {number} size
 * @returns {[here: number, there: number][]}
 */
function places(size) {
  /** @type {[here: number, there: number][]} */
  const half = Array.from({ length: POINTS / PART / 2 }, (_, place) => (
    [place * PART, Math.floor((place + 0.5) * PART * size / POINTS) - PART / 2]));
  for (const [here, there] of [...half]) half.push([POINTS - PART - here, size - PART - there]);
  return half;
}

const LAST = POINTS - 1;
// The place of a point in each of the eight ways in which a picture can lie; as it is, first.
/** @type {((x: number, y: number) => [x: number, y: number])[]} */
const LYING = [
  (x, y) => [x, y], (x, y) => [LAST - x, LAST - y], (x, y) => [LAST - x, y], (x, y) => [x, LAST - y],
  (x, y) => [y, x], (x, y) => [LAST - y, LAST - x], (x, y) => [LAST - y, x], (x, y) => [y, LAST - x],
];
const WAYS = LYING.map((place) => Uint32Array.from({ length: POINTS * POINTS }, (_, at) => {
  const [x, y] = place(at % POINTS, Math.floor(at / POINTS));
  return y * POINTS + x;
}));

/**
 * @param {Uint8ClampedArray} one
 * @param {Uint8ClampedArray} other
 * @param {Uint32Array} way
 */
function distance(one, other, way) {
  let sum = 0;
  way.forEach((place, at) => {
    for (let sample = 0; sample < 4; sample += 1) {
      sum += Math.abs(one[at * 4 + sample] - other[place * 4 + sample]);
    }
  });
  return sum;
}
