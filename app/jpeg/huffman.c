/* Codes of a block's coefficients, and how often each is needed: ITU-T T.81, F.1.2.

   Most coefficients of a photo are zero. Sixteen at once are tested for that, and only the others
   are processed. The library's own file is included as a whole, for its static functions. */

#include "jchuff.c"
#include "huffman.h"
#include "vectors.h"

typedef unsigned long long bits;

/* of_row[r][m]: of the coefficients in row r that m names, the places in zigzag order. */
static bits of_row[DCTSIZE][256];

static void prepare(void)
{
  for (int place = 0; place < DCTSIZE2; place++) {
    int at = jpeg_natural_order[place];
    for (int mask = 0; mask < 256; mask++)
      if (mask >> at % DCTSIZE & 1)
        of_row[at / DCTSIZE][mask] |= 1ULL << place;
  }
}

/* The places of the non-zero coefficients, except the first, in zigzag order. */
static inline bits places(JCOEFPTR block)
{
  bits found = 0;
  if (!of_row[0][1])
    prepare();
  for (int row = 0; row < DCTSIZE; row += 2) {
    vec two = wasm_i8x16_narrow_i16x8(wasm_v128_load(block + row * DCTSIZE),
                                      wasm_v128_load(block + (row + 1) * DCTSIZE));
    unsigned mask = wasm_i8x16_bitmask(wasm_i8x16_ne(two, wasm_i8x16_const_splat(0)));
    found |= of_row[row][mask & 255] | of_row[row + 1][mask >> 8];
  }
  return found & ~1ULL;
}

/* How many bits the magnitude of a value has; none for 0. */
static inline unsigned length_of(int value)
{
  unsigned size = value < 0 ? -value : value;
  return size ? 32 - __builtin_clz(size) : 0;
}

JOCTET *jsimd_huff_encode_one_block(void *encoder, JOCTET *buffer, JCOEFPTR block, int last_dc_val,
                                    c_derived_tbl *dctbl, c_derived_tbl *actbl)
{
  working_state *state = encoder;
  bit_buf_type put_buffer = state->cur.put_buffer.simd;
  int free_bits = state->cur.free_bits;

  int temp = block[0] - last_dc_val;
  unsigned nbits = length_of(temp);
  temp += temp >> 31; /* one less if negative: the complement of its size */
  PUT_CODE(dctbl->ehufco[nbits], dctbl->ehufsi[nbits])

  int before = 0;
  for (bits left = places(block); left; left &= left - 1) {
    int place = __builtin_ctzll(left);
    int run = place - before - 1;
    for (; run > 15; run -= 16)
      PUT_BITS(actbl->ehufco[0xf0], actbl->ehufsi[0xf0])
    temp = block[jpeg_natural_order[place]];
    nbits = length_of(temp);
    temp += temp >> 31;
    int symbol = run << 4 | nbits;
    PUT_CODE(actbl->ehufco[symbol], actbl->ehufsi[symbol])
    before = place;
  }
  if (before < DCTSIZE2 - 1)
    PUT_BITS(actbl->ehufco[0], actbl->ehufsi[0])

  state->cur.put_buffer.simd = put_buffer;
  state->cur.free_bits = free_bits;
  return buffer;
}

/* How often each code of the tables is needed; jpeg_gen_optimal_table needs one more place. */
static long dc_counts[2][257], ac_counts[2][257];

static void count(JCOEFPTR block, int last_dc_val, int table)
{
  dc_counts[table][length_of(block[0] - last_dc_val)]++;
  int before = 0;
  for (bits left = places(block); left; left &= left - 1) {
    int place = __builtin_ctzll(left);
    int run = place - before - 1;
    for (; run > 15; run -= 16)
      ac_counts[table][0xf0]++;
    ac_counts[table][run << 4 | length_of(block[jpeg_natural_order[place]])]++;
    before = place;
  }
  if (before < DCTSIZE2 - 1)
    ac_counts[table][0]++;
}

/* As encode_mcu_gather does. */
static boolean count_mcu(j_compress_ptr cinfo, JBLOCKROW *blocks)
{
  huff_entropy_ptr entropy = (huff_entropy_ptr)cinfo->entropy;
  int *last = entropy->saved.last_dc_val;
  if (cinfo->restart_interval) {
    if (entropy->restarts_to_go == 0) {
      for (int component = 0; component < cinfo->comps_in_scan; component++)
        last[component] = 0;
      entropy->restarts_to_go = cinfo->restart_interval;
    }
    entropy->restarts_to_go--;
  }
  for (int number = 0; number < cinfo->blocks_in_MCU; number++) {
    int component = cinfo->MCU_membership[number];
    JCOEFPTR block = blocks[number][0];
    count(block, last[component], cinfo->cur_comp_info[component]->dc_tbl_no);
    last[component] = block[0];
  }
  return TRUE;
}

void count_codes(j_compress_ptr picture)
{
  picture->entropy->encode_mcu = count_mcu;
}

void suit_tables(j_compress_ptr picture, int table)
{
  jpeg_gen_optimal_table(picture, picture->dc_huff_tbl_ptrs[table], dc_counts[table]);
  jpeg_gen_optimal_table(picture, picture->ac_huff_tbl_ptrs[table], ac_counts[table]);
}
