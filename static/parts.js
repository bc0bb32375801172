// The codecs that are separate parts: HEIC (libheif) and AVIF (libavif). Knows no page. Built into
// the worker's script behind the parts' glue (app/build/pack.py, docs/adr/0008-parts.md), which
// gives libheif, avifDecoder and avifEncoder.
//
// Each request gets its own instances, so no picture ever sees memory that held another one, and a
// file that breaks a decoder breaks it for no other file.

/** @type {Record<string, { pack: string, wasm: string, open: (module: WebAssembly.Module) => Promise<PartCodec> }>} */
const PARTS = {
  heic: { pack: 'heif', wasm: 'libheif.wasm', open: openHeic },
  avif: { pack: 'avif', wasm: 'avif_dec.wasm', open: openAvif },
  'avif-encoder': { pack: 'avif', wasm: 'avif_enc.wasm', open: openAvifEncoder },
};

// Constant settings of libaom's encoder; speed 9 was chosen by measurement (docs/formats/avif.md).
const AVIF_SETTINGS = {
  qualityAlpha: -1, denoiseLevel: 0, tileColsLog2: 0, tileRowsLog2: 0, speed: 9,
  chromaDeltaQ: false, sharpness: 0, tune: 0, enableSharpYUV: false, bitDepth: 8, lossless: false,
};
/** @type {Record<Sampling, number>} */
const AVIF_SAMPLINGS = { '4:2:0': 1, '4:4:4': 3 };

/**
 * Opens a codec by name. With `wide`, a picture with more than 8 bits per sample is decoded to two
 * bytes per sample, low byte first, with values up to 2 ** bits - 1.
 * @param {string} name
 * @param {WebAssembly.Module} module
 */
async function openPart(name, module) {
  return PARTS[name].open(module);
}

/**
 * @template Module
 * @param {Factory<Module>} factory
 * @param {WebAssembly.Module} module
 */
function fresh(factory, module) {
  return factory({
    locateFile: () => '',
    print() {},
    printErr() {},
    instantiateWasm(imports, ready) {
      const instance = new WebAssembly.Instance(module, imports);
      ready(instance, module);
      return instance.exports;
    },
  });
}

/**
 * @param {WebAssembly.Module} module
 * @returns {Promise<PartCodec>}
 */
async function openHeic(module) {
  const heif = await fresh(libheif, module);
  return { decode: (bytes, wide) => decodeHeic(heif, bytes, wide) };
}

/**
 * The primary picture, rotated and cropped as the file prescribes; null if libheif refuses it.
 * @param {LibHeif} heif
 * @param {Uint8Array} bytes
 * @param {boolean} wide
 * @returns {Decoded | null}
 */
function decodeHeic(heif, bytes, wide) {
  const context = heif.heif_context_alloc();
  const read = heif.heif_context_read_from_memory(context, bytes);
  if (read.code !== heif.heif_error_code.heif_error_Ok) return null;
  const handle = heif.heif_js_context_get_primary_image_handle(context);
  if (!handle || handle.code) return null;
  const alpha = Boolean(heif.heif_image_handle_has_alpha_channel(handle));
  const [one, four] = wide ? ['RRGGBB_LE', 'RRGGBBAA_LE'] : ['RGB', 'RGBA'];
  const chroma = heif.heif_chroma[`heif_chroma_interleaved_${alpha ? four : one}`];
  const image = heif.heif_js_decode_image2(handle, heif.heif_colorspace.heif_colorspace_RGB, chroma);
  const together = heif.heif_channel.heif_channel_interleaved;
  // There may also be a separate, empty alpha plane.
  const found = image.channels && image.channels.find(({ id }) => id === together);
  if (!found) return null;
  const { data, stride, width, height, bits_per_pixel: bits } = found;
  const channels = alpha ? 4 : 3;
  const row = width * channels * (wide ? 2 : 1);
  const samples = new Uint8Array(row * height);
  for (let y = 0; y < height; y += 1) {
    samples.set(data.subarray(y * stride, y * stride + row), y * row);
  }
  const premultiplied = alpha && Boolean(heif.heif_image_handle_is_premultiplied_alpha(handle));
  return { width, height, channels, samples, premultiplied, bits };
}

/**
 * @param {WebAssembly.Module} module
 * @returns {Promise<PartCodec>}
 */
async function openAvif(module) {
  const avif = await fresh(avifDecoder, module);
  return {
    decode(bytes, wide) {
      const bits = wide ? 16 : 8;
      const image = avif.decode(bytes, bits);
      if (!image) return null;
      const { width, height, data } = image;
      const samples = new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
      return { width, height, channels: 4, samples, premultiplied: false, bits };
    },
  };
}

/**
 * @param {WebAssembly.Module} module
 * @returns {Promise<PartCodec>}
 */
async function openAvifEncoder(module) {
  const avif = await fresh(avifEncoder, module);
  return {
    // rgba: width * height * 4 bytes.
    encode(rgba, width, height, quality, sampling) {
      const subsample = AVIF_SAMPLINGS[sampling];
      return avif.encode(rgba, width, height, { ...AVIF_SETTINGS, quality, subsample });
    },
  };
}
