/* A block's coefficients to its samples: jidctint.c, eight columns or rows at once. */

#define JPEG_INTERNALS
#include "jinclude.h"
#include "jpeglib.h"
#include "jdct.h"
#include "jsimddct.h"
#include "vectors.h"

/* One dimension: `x` holds a coefficient of eight columns each; `out` gets their sums. */
static inline void sums(const vec x[8], wide out[8])
{
  /* Even part: the integers and the pair 2, 6. */
  wide tmp0 = weighted(x[0], x[4], PAIR(1 << 13, 1 << 13));
  wide tmp1 = weighted(x[0], x[4], PAIR(1 << 13, -(1 << 13)));
  wide tmp2 = weighted(x[2], x[6], PAIR(F_0_541, F_0_541 - F_1_847));
  wide tmp3 = weighted(x[2], x[6], PAIR(F_0_541 + F_0_765, F_0_541));
  wide tmp10 = add(tmp0, tmp3), tmp13 = subtract(tmp0, tmp3);
  wide tmp11 = add(tmp1, tmp2), tmp12 = subtract(tmp1, tmp2);

  /* Odd part. */
  vec z3 = wasm_i16x8_add(x[7], x[3]), z4 = wasm_i16x8_add(x[5], x[1]);
  wide third = weighted(z3, z4, PAIR(F_1_175 - F_1_961, F_1_175));
  wide fourth = weighted(z3, z4, PAIR(F_1_175, F_1_175 - F_0_390));
  wide odd0 = add(weighted(x[7], x[1], PAIR(F_0_298 - F_0_899, -F_0_899)), third);
  wide odd3 = add(weighted(x[7], x[1], PAIR(-F_0_899, F_1_501 - F_0_899)), fourth);
  wide odd1 = add(weighted(x[5], x[3], PAIR(F_2_053 - F_2_562, -F_2_562)), fourth);
  wide odd2 = add(weighted(x[5], x[3], PAIR(-F_2_562, F_3_072 - F_2_562)), third);

  out[0] = add(tmp10, odd3), out[7] = subtract(tmp10, odd3);
  out[1] = add(tmp11, odd2), out[6] = subtract(tmp11, odd2);
  out[2] = add(tmp12, odd1), out[5] = subtract(tmp12, odd1);
  out[3] = add(tmp13, odd0), out[4] = subtract(tmp13, odd0);
}

void jsimd_idct_islow(j_decompress_ptr cinfo, jpeg_component_info *component, JCOEFPTR coefficients,
                      JSAMPARRAY output, JDIMENSION column)
{
  const ISLOW_MULT_TYPE *steps = component->dct_table;
  vec x[8];
  wide out[8];
  for (int i = 0; i < 8; i++)
    x[i] = wasm_v128_load(coefficients + 8 * i);
  vec rest = wasm_v128_or(wasm_v128_or(wasm_v128_or(x[1], x[2]), wasm_v128_or(x[3], x[4])),
                          wasm_v128_or(wasm_v128_or(x[5], x[6]), x[7]));
  for (int i = 0; i < 8; i++)
    x[i] = wasm_i16x8_mul(x[i], wasm_v128_load(steps + 8 * i));
  if (wasm_v128_any_true(rest)) {
    sums(x, out);
    for (int i = 0; i < 8; i++)
      x[i] = rounded(out[i], 13 - 2);
    transpose(x);
  } else {
    /* Only the first row of coefficients is set: each column is constant. */
    vec row = wasm_i16x8_shl(x[0], 2);
    x[0] = wasm_i16x8_shuffle(row, row, 0, 0, 0, 0, 0, 0, 0, 0);
    x[1] = wasm_i16x8_shuffle(row, row, 1, 1, 1, 1, 1, 1, 1, 1);
    x[2] = wasm_i16x8_shuffle(row, row, 2, 2, 2, 2, 2, 2, 2, 2);
    x[3] = wasm_i16x8_shuffle(row, row, 3, 3, 3, 3, 3, 3, 3, 3);
    x[4] = wasm_i16x8_shuffle(row, row, 4, 4, 4, 4, 4, 4, 4, 4);
    x[5] = wasm_i16x8_shuffle(row, row, 5, 5, 5, 5, 5, 5, 5, 5);
    x[6] = wasm_i16x8_shuffle(row, row, 6, 6, 6, 6, 6, 6, 6, 6);
    x[7] = wasm_i16x8_shuffle(row, row, 7, 7, 7, 7, 7, 7, 7, 7);
  }
  sums(x, out);
  for (int i = 0; i < 8; i++)
    x[i] = rounded(out[i], 13 + 2 + 3);
  transpose(x);
  const vec centre = wasm_i8x16_const_splat(-128);
  for (int i = 0; i < 8; i += 2) {
    vec two = wasm_v128_xor(wasm_i8x16_narrow_i16x8(x[i], x[i + 1]), centre);
    wasm_v128_store64_lane(output[i] + column, two, 0);
    wasm_v128_store64_lane(output[i + 1] + column, two, 1);
  }
}
