// The browser's picture of a file, for the engine to compare with its own. Never an output.

// Pixels up to which the very element that shows a picture is read: its decoding holds up the page,
// about 25 ms a megapixel. A larger one is decoded beside the page, by the same decoder.
const ITSELF = 1.5e6;

// A bitmap of what an image element shows of the file, or null where none is to be had: then there
// is nothing to compare, and the engine draws. width, height: of the picture as the page shows it.
export async function bitmapOf(file, { width, height }) {
  const image = new Image();
  try {
    if (width * height > ITSELF) return await createImageBitmap(file);
    image.src = URL.createObjectURL(file);
    await image.decode();
    return await createImageBitmap(image);
  } catch {
    return null;
  } finally {
    if (image.src) URL.revokeObjectURL(image.src);
  }
}
