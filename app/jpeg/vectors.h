/* Operations on vectors of 16 bytes that the kernels share. */

#ifndef VECTORS_H
#define VECTORS_H

#include <wasm_simd128.h>

typedef v128_t vec;

/* Pairs (a[i], b[i]) of 16 bits, the first four and the last four. */
#define PAIRS_LOW(a, b)  wasm_i16x8_shuffle(a, b, 0, 8, 1, 9, 2, 10, 3, 11)
#define PAIRS_HIGH(a, b)  wasm_i16x8_shuffle(a, b, 4, 12, 5, 13, 6, 14, 7, 15)

/* The pair (a, b) four times. */
#define PAIR(a, b)  wasm_i16x8_const(a, b, a, b, a, b, a, b)

/* Eight sums a * x + b * y of 32 bits, in two vectors. */
typedef struct { vec low, high; } wide;

static inline wide weighted(vec x, vec y, vec pair)
{
  wide sums = { wasm_i32x4_dot_i16x8(PAIRS_LOW(x, y), pair),
                wasm_i32x4_dot_i16x8(PAIRS_HIGH(x, y), pair) };
  return sums;
}

static inline wide add(wide x, wide y)
{
  wide sums = { wasm_i32x4_add(x.low, y.low), wasm_i32x4_add(x.high, y.high) };
  return sums;
}

static inline wide subtract(wide x, wide y)
{
  wide sums = { wasm_i32x4_sub(x.low, y.low), wasm_i32x4_sub(x.high, y.high) };
  return sums;
}

/* (x + add) >> bits, as eight values of 16 bits. */
static inline vec scaled(wide x, int add, int bits)
{
  vec more = wasm_i32x4_splat(add);
  return wasm_i16x8_narrow_i32x4(wasm_i32x4_shr(wasm_i32x4_add(x.low, more), bits),
                                 wasm_i32x4_shr(wasm_i32x4_add(x.high, more), bits));
}

/* The same, rounded to nearest, halves up. */
static inline vec rounded(wide x, int bits)
{
  return scaled(x, 1 << (bits - 1), bits);
}

/* Eight vectors of eight values of 16 bits: rows become columns. */
static inline void transpose(vec rows[8])
{
  vec a[8], b[8];
  for (int i = 0; i < 4; i++) {
    a[2 * i] = PAIRS_LOW(rows[2 * i], rows[2 * i + 1]);
    a[2 * i + 1] = PAIRS_HIGH(rows[2 * i], rows[2 * i + 1]);
  }
  for (int i = 0; i < 8; i += 4)
    for (int half = 0; half < 2; half++) {
      b[i + 2 * half] = wasm_i32x4_shuffle(a[i + half], a[i + 2 + half], 0, 4, 1, 5);
      b[i + 2 * half + 1] = wasm_i32x4_shuffle(a[i + half], a[i + 2 + half], 2, 6, 3, 7);
    }
  for (int i = 0; i < 4; i++) {
    rows[2 * i] = wasm_i64x2_shuffle(b[i], b[i + 4], 0, 2);
    rows[2 * i + 1] = wasm_i64x2_shuffle(b[i], b[i + 4], 1, 3);
  }
}

/* Cosines of the islow transforms, with 13 fractional bits (jfdctint.c, jidctint.c). */
enum {
  F_0_298 = 2446, F_0_390 = 3196, F_0_541 = 4433, F_0_765 = 6270, F_0_899 = 7373, F_1_175 = 9633,
  F_1_501 = 12299, F_1_847 = 15137, F_1_961 = 16069, F_2_053 = 16819, F_2_562 = 20995,
  F_3_072 = 25172
};

#endif
