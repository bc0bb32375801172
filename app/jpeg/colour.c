/* Between RGB and YCbCr, sixteen pixels at once: jccolor.c and jdcolor.c (JFIF 1.02, page 4). */

#define JPEG_INTERNALS
#include "jinclude.h"
#include "jpeglib.h"
#include "jsimd.h"
#include "vectors.h"

enum { PIXELS = 16 };  /* rows in the library's memory are as long as a multiple of this */

#define LOW(x)  wasm_u16x8_extend_low_u8x16(x)
#define HIGH(x)  wasm_u16x8_extend_high_u8x16(x)

/* Eight pixels, with 128 subtracted from chroma, to red, green and blue with 16 bits. */
static inline void to_rgb(vec y, vec cb, vec cr, vec rgb[3])
{
  const vec centre = wasm_i16x8_const_splat(CENTERJSAMPLE);
  cb = wasm_i16x8_sub(cb, centre);
  cr = wasm_i16x8_sub(cr, centre);
  /* 1.402 = 1 + 0.402, 1.772 = 2 - 0.228, 0.71414 = 1 - 0.28586. With 15 fractional bits, the
     first two give for all 256 values what the library gives with 16. */
  vec red = wasm_i16x8_q15mulr_sat(cr, wasm_i16x8_const_splat(13173));
  vec blue = wasm_i16x8_q15mulr_sat(cb, wasm_i16x8_const_splat(-7471));
  vec green = scaled(weighted(cb, cr, PAIR(-22554, 18734)), 32768, 16);
  rgb[0] = wasm_i16x8_add(y, wasm_i16x8_add(cr, red));
  rgb[1] = wasm_i16x8_add(y, wasm_i16x8_sub(green, cr));
  rgb[2] = wasm_i16x8_add(y, wasm_i16x8_add(wasm_i16x8_shl(cb, 1), blue));
}

/* Sixteen pixels to 48 bytes. */
static inline void interleave(vec r, vec g, vec b, vec out[3])
{
  vec one = wasm_i8x16_shuffle(r, g, 0, 16, 0, 1, 17, 0, 2, 18, 0, 3, 19, 0, 4, 20, 0, 5);
  out[0] = wasm_i8x16_shuffle(one, b, 0, 1, 16, 3, 4, 17, 6, 7, 18, 9, 10, 19, 12, 13, 20, 15);
  vec two = wasm_i8x16_shuffle(g, b, 5, 21, 0, 6, 22, 0, 7, 23, 0, 8, 24, 0, 9, 25, 0, 10);
  out[1] = wasm_i8x16_shuffle(two, r, 0, 1, 22, 3, 4, 23, 6, 7, 24, 9, 10, 25, 12, 13, 26, 15);
  vec three = wasm_i8x16_shuffle(b, r, 10, 27, 0, 11, 28, 0, 12, 29, 0, 13, 30, 0, 14, 31, 0, 15);
  out[2] = wasm_i8x16_shuffle(three, g, 0, 1, 27, 3, 4, 28, 6, 7, 29, 9, 10, 30, 12, 13, 31, 15);
}

void jsimd_ycc_rgb_convert(j_decompress_ptr cinfo, JSAMPIMAGE input, JDIMENSION row,
                           JSAMPARRAY output, int rows)
{
  JDIMENSION width = cinfo->output_width;
  for (; rows > 0; rows--, row++, output++) {
    const JSAMPLE *ys = input[0][row], *cbs = input[1][row], *crs = input[2][row];
    JSAMPLE *to = *output;
    for (JDIMENSION at = 0; at < width; at += PIXELS, to += 3 * PIXELS) {
      vec y = wasm_v128_load(ys + at), cb = wasm_v128_load(cbs + at), cr = wasm_v128_load(crs + at);
      vec low[3], high[3], out[3];
      to_rgb(LOW(y), LOW(cb), LOW(cr), low);
      to_rgb(HIGH(y), HIGH(cb), HIGH(cr), high);
      interleave(wasm_u8x16_narrow_i16x8(low[0], high[0]), wasm_u8x16_narrow_i16x8(low[1], high[1]),
                 wasm_u8x16_narrow_i16x8(low[2], high[2]), out);
      if (width - at >= PIXELS)
        for (int i = 0; i < 3; i++)
          wasm_v128_store(to + 16 * i, out[i]);
      else
        /* Behind the last pixel lies what is not ours. */
        memcpy(to, out, 3 * (width - at));
    }
  }
}

/* 48 bytes to sixteen reds, greens and blues. */
static inline void separate(const vec in[3], vec rgb[3])
{
  vec a = in[0], b = in[1], c = in[2];
  vec r = wasm_i8x16_shuffle(a, b, 0, 3, 6, 9, 12, 15, 18, 21, 24, 27, 30, 0, 0, 0, 0, 0);
  rgb[0] = wasm_i8x16_shuffle(r, c, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 17, 20, 23, 26, 29);
  vec g = wasm_i8x16_shuffle(a, b, 1, 4, 7, 10, 13, 16, 19, 22, 25, 28, 31, 0, 0, 0, 0, 0);
  rgb[1] = wasm_i8x16_shuffle(g, c, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 18, 21, 24, 27, 30);
  vec u = wasm_i8x16_shuffle(a, b, 2, 5, 8, 11, 14, 17, 20, 23, 26, 29, 0, 0, 0, 0, 0, 0);
  rgb[2] = wasm_i8x16_shuffle(u, c, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 16, 19, 22, 25, 28, 31);
}

/* Eight pixels to Y, Cb and Cr with 16 bits. */
static inline void to_ycc(vec r, vec g, vec b, vec ycc[3])
{
  /* 0.587 does not fit into 16 signed bits, nor does a half: they are split into two parts. */
  wide y = add(weighted(r, g, PAIR(19595, 19235)), weighted(g, b, PAIR(19235, 7471)));
  wide cb = add(weighted(r, g, PAIR(-11059, -21709)), weighted(b, b, PAIR(16384, 16384)));
  wide cr = add(weighted(g, b, PAIR(-27439, -5329)), weighted(r, r, PAIR(16384, 16384)));
  ycc[0] = scaled(y, 32768, 16);
  ycc[1] = scaled(cb, (CENTERJSAMPLE << 16) + 32767, 16);
  ycc[2] = scaled(cr, (CENTERJSAMPLE << 16) + 32767, 16);
}

void jsimd_rgb_ycc_convert(j_compress_ptr cinfo, JSAMPARRAY input, JSAMPIMAGE output,
                           JDIMENSION row, int rows)
{
  JDIMENSION width = cinfo->image_width;
  for (; rows > 0; rows--, row++, input++) {
    const JSAMPLE *from = *input;
    for (JDIMENSION at = 0; at < width; at += PIXELS, from += 3 * PIXELS) {
      vec in[3] = { 0 }, rgb[3], low[3], high[3];
      /* Behind the last pixel lies what is not ours. */
      if (width - at >= PIXELS)
        for (int i = 0; i < 3; i++)
          in[i] = wasm_v128_load(from + 16 * i);
      else
        memcpy(in, from, 3 * (width - at));
      separate(in, rgb);
      to_ycc(LOW(rgb[0]), LOW(rgb[1]), LOW(rgb[2]), low);
      to_ycc(HIGH(rgb[0]), HIGH(rgb[1]), HIGH(rgb[2]), high);
      for (int i = 0; i < 3; i++)
        wasm_v128_store(output[i][row] + at, wasm_u8x16_narrow_i16x8(low[i], high[i]));
    }
  }
}
