/* Chroma to half its size and back: jcsample.c and jdsample.c ("fancy", a triangle filter). */

#define JPEG_INTERNALS
#include "jinclude.h"
#include "jpeglib.h"
#include "jsimd.h"
#include "vectors.h"

/* Repeats the last sample of each row up to the length that blocks need. */
static void fill_to_the_right(JSAMPARRAY rows, int count, JDIMENSION from, JDIMENSION to)
{
  for (int i = 0; i < count && to > from; i++)
    memset(rows[i] + from, rows[i][from - 1], to - from);
}

void jsimd_h2v1_downsample(j_compress_ptr cinfo, jpeg_component_info *component, JSAMPARRAY input,
                           JSAMPARRAY output)
{
  JDIMENSION columns = component->width_in_blocks * DCTSIZE;
  fill_to_the_right(input, cinfo->max_v_samp_factor, cinfo->image_width, columns * 2);
  /* 0 and 1 alternating: halves are rounded down and up. */
  const vec bias = PAIR(0, 1);
  for (int row = 0; row < component->v_samp_factor; row++)
    for (JDIMENSION at = 0; at < columns; at += 8) {
      vec sums = wasm_u16x8_extadd_pairwise_u8x16(wasm_v128_load(input[row] + 2 * at));
      sums = wasm_u16x8_shr(wasm_i16x8_add(sums, bias), 1);
      wasm_v128_store64_lane(output[row] + at, wasm_u8x16_narrow_i16x8(sums, sums), 0);
    }
}

void jsimd_h2v2_downsample(j_compress_ptr cinfo, jpeg_component_info *component, JSAMPARRAY input,
                           JSAMPARRAY output)
{
  JDIMENSION columns = component->width_in_blocks * DCTSIZE;
  fill_to_the_right(input, cinfo->max_v_samp_factor, cinfo->image_width, columns * 2);
  const vec bias = PAIR(1, 2);
  for (int row = 0; row < component->v_samp_factor; row++)
    for (JDIMENSION at = 0; at < columns; at += 8) {
      vec one = wasm_u16x8_extadd_pairwise_u8x16(wasm_v128_load(input[2 * row] + 2 * at));
      vec two = wasm_u16x8_extadd_pairwise_u8x16(wasm_v128_load(input[2 * row + 1] + 2 * at));
      vec sums = wasm_u16x8_shr(wasm_i16x8_add(wasm_i16x8_add(one, two), bias), 2);
      wasm_v128_store64_lane(output[row] + at, wasm_u8x16_narrow_i16x8(sums, sums), 0);
    }
}

/* The eight values ending one before these, and those beginning one behind. */
#define BEFORE(before, these)  wasm_i16x8_shuffle(before, these, 7, 8, 9, 10, 11, 12, 13, 14)
#define BEHIND(these, behind)  wasm_i16x8_shuffle(these, behind, 1, 2, 3, 4, 5, 6, 7, 8)

static inline vec times_three(vec x)
{
  return wasm_i16x8_add(x, wasm_i16x8_shl(x, 1));
}

/* Three parts of the nearer row and one of the other. */
static inline vec column_sums(const JSAMPLE *near, const JSAMPLE *far, JDIMENSION at)
{
  return wasm_i16x8_add(times_three(wasm_u16x8_load8x8(near + at)),
                        wasm_u16x8_load8x8(far + at));
}

/* Two samples from each of eight values, side by side: three parts of it and one of the value
   before or after, rounded by `left` and `right` and without the last `bits`. */
static inline void store_between(JSAMPLE *to, vec before, vec these, vec behind, int left, int right,
                                 int bits)
{
  vec three = times_three(these);
  vec one = wasm_i16x8_add(three, BEFORE(before, these));
  vec other = wasm_i16x8_add(three, BEHIND(these, behind));
  one = wasm_u16x8_shr(wasm_i16x8_add(one, wasm_i16x8_splat(left)), bits);
  other = wasm_u16x8_shr(wasm_i16x8_add(other, wasm_i16x8_splat(right)), bits);
  wasm_v128_store(to, wasm_v128_or(one, wasm_i16x8_shl(other, 8)));
}

/* jdsample.c, h2v1_fancy_upsample: (3 * this + before + 1) / 4 and (3 * this + behind + 2) / 4. The
   outermost samples stay as they are. */
void jsimd_h2v1_fancy_upsample(j_decompress_ptr cinfo, jpeg_component_info *component,
                               JSAMPARRAY input, JSAMPARRAY *output_rows)
{
  JSAMPARRAY output = *output_rows;
  JDIMENSION width = component->downsampled_width;
  for (int row = 0; row < cinfo->max_v_samp_factor; row++) {
    const JSAMPLE *from = input[row];
    JSAMPLE *to = output[row];
    vec these = wasm_u16x8_load8x8(from);
    vec before = wasm_i16x8_splat(from[0]);
    for (JDIMENSION at = 0; at < width; at += 8) {
      vec behind = at + 8 < width ? wasm_u16x8_load8x8(from + at + 8) : these;
      store_between(to + 2 * at, before, these, behind, 1, 2, 2);
      before = these;
      these = behind;
    }
    to[0] = from[0];
    to[2 * width - 1] = from[width - 1];
  }
}

/* jdsample.c, h2v2_fancy_upsample: the same of sums of columns, (… + 8) / 16 and (… + 7) / 16. */
void jsimd_h2v2_fancy_upsample(j_decompress_ptr cinfo, jpeg_component_info *component,
                               JSAMPARRAY input, JSAMPARRAY *output_rows)
{
  JSAMPARRAY output = *output_rows;
  JDIMENSION width = component->downsampled_width;
  for (int row = 0; row < cinfo->max_v_samp_factor; row++) {
    const JSAMPLE *near = input[row / 2], *far = input[row & 1 ? row / 2 + 1 : row / 2 - 1];
    JSAMPLE *to = output[row];
    vec these = column_sums(near, far, 0), before = these;
    unsigned first = wasm_u16x8_extract_lane(these, 0);
    for (JDIMENSION at = 0; at < width; at += 8) {
      vec behind = at + 8 < width ? column_sums(near, far, at + 8) : these;
      store_between(to + 2 * at, before, these, behind, 8, 7, 4);
      before = these;
      these = behind;
    }
    unsigned last = near[width - 1] * 3 + far[width - 1];
    to[0] = (first * 4 + 8) >> 4;
    to[2 * width - 1] = (last * 4 + 7) >> 4;
  }
}
