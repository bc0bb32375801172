/* A block's samples to its quantised coefficients: jcdctmgr.c and jfdctint.c, eight at once. */

#define JPEG_INTERNALS
#include "jinclude.h"
#include "jpeglib.h"
#include "jdct.h"
#include "jsimddct.h"
#include "vectors.h"

void jsimd_convsamp(JSAMPARRAY samples, JDIMENSION column, DCTELEM *block)
{
  for (int i = 0; i < 8; i++) {
    vec row = wasm_u16x8_load8x8(samples[i] + column);
    wasm_v128_store(block + 8 * i, wasm_i16x8_sub(row, wasm_i16x8_const_splat(CENTERJSAMPLE)));
  }
}

static inline vec raised(vec x)
{
  return wasm_i16x8_shl(x, 2);
}

static inline vec lowered(vec x)
{
  return wasm_i16x8_shr(wasm_i16x8_add(x, wasm_i16x8_const_splat(2)), 2);
}

/* One dimension of eight rows or columns. Products lose `bits` by rounding; `whole` shifts 0 and 4
   by what this leaves of the 13 fractional bits. */
static inline void transform(vec x[8], vec (*whole)(vec), int bits)
{
  vec tmp0 = wasm_i16x8_add(x[0], x[7]), tmp7 = wasm_i16x8_sub(x[0], x[7]);
  vec tmp1 = wasm_i16x8_add(x[1], x[6]), tmp6 = wasm_i16x8_sub(x[1], x[6]);
  vec tmp2 = wasm_i16x8_add(x[2], x[5]), tmp5 = wasm_i16x8_sub(x[2], x[5]);
  vec tmp3 = wasm_i16x8_add(x[3], x[4]), tmp4 = wasm_i16x8_sub(x[3], x[4]);

  vec tmp10 = wasm_i16x8_add(tmp0, tmp3), tmp13 = wasm_i16x8_sub(tmp0, tmp3);
  vec tmp11 = wasm_i16x8_add(tmp1, tmp2), tmp12 = wasm_i16x8_sub(tmp1, tmp2);
  x[0] = whole(wasm_i16x8_add(tmp10, tmp11));
  x[4] = whole(wasm_i16x8_sub(tmp10, tmp11));
  x[2] = rounded(weighted(tmp12, tmp13, PAIR(F_0_541, F_0_541 + F_0_765)), bits);
  x[6] = rounded(weighted(tmp12, tmp13, PAIR(F_0_541 - F_1_847, F_0_541)), bits);

  vec z3 = wasm_i16x8_add(tmp4, tmp6), z4 = wasm_i16x8_add(tmp5, tmp7);
  wide third = weighted(z3, z4, PAIR(F_1_175 - F_1_961, F_1_175));
  wide fourth = weighted(z3, z4, PAIR(F_1_175, F_1_175 - F_0_390));
  x[7] = rounded(add(weighted(tmp4, tmp7, PAIR(F_0_298 - F_0_899, -F_0_899)), third), bits);
  x[1] = rounded(add(weighted(tmp4, tmp7, PAIR(-F_0_899, F_1_501 - F_0_899)), fourth), bits);
  x[5] = rounded(add(weighted(tmp5, tmp6, PAIR(F_2_053 - F_2_562, -F_2_562)), fourth), bits);
  x[3] = rounded(add(weighted(tmp5, tmp6, PAIR(-F_2_562, F_3_072 - F_2_562)), third), bits);
}

void jsimd_fdct_islow(DCTELEM *block)
{
  vec x[8];
  for (int i = 0; i < 8; i++)
    x[i] = wasm_v128_load(block + 8 * i);
  transpose(x);
  transform(x, raised, 13 - 2);
  transpose(x);
  transform(x, lowered, 13 + 2);
  for (int i = 0; i < 8; i++)
    wasm_v128_store(block + 8 * i, x[i]);
}

/* The upper halves of eight products of unsigned 16-bit numbers. */
static inline vec upper(vec x, vec y)
{
  return wasm_i16x8_shuffle(wasm_u32x4_extmul_low_u16x8(x, y), wasm_u32x4_extmul_high_u16x8(x, y),
                            1, 3, 5, 7, 9, 11, 13, 15);
}

/* Divides by multiplying; `divisors` holds, 64 values each, the reciprocal, the rounding term and
   the power of two of the shift (compute_reciprocal in jcdctmgr.c). */
void jsimd_quantize(JCOEFPTR coefficients, DCTELEM *divisors, DCTELEM *block)
{
  for (int i = 0; i < DCTSIZE2; i += 8) {
    vec x = wasm_v128_load(block + i);
    vec sign = wasm_i16x8_shr(x, 15);
    vec size = wasm_i16x8_add(wasm_i16x8_abs(x), wasm_v128_load(divisors + DCTSIZE2 + i));
    size = upper(size, wasm_v128_load(divisors + i));
    size = upper(size, wasm_v128_load(divisors + DCTSIZE2 * 2 + i));
    wasm_v128_store(coefficients + i, wasm_i16x8_sub(wasm_v128_xor(size, sign), sign));
  }
}
