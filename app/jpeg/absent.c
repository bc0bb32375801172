/* Functions that libjpeg-turbo's tables name but that none of our pictures needs: each traps. */

#define JPEG_INTERNALS
#include "jinclude.h"
#include "jpeglib.h"
#include "jsamplecomp.h"
#include "jdct.h"
#include "jsimd.h"
#include "jsimddct.h"

/* With the parameters of the library's own declarations: WebAssembly checks them on each call. */
#define ABSENT(name, ...)  void name(__VA_ARGS__) { __builtin_trap(); }

/* Samples of 12 and 16 bits, and lossless pictures. */
#define OF_WRITER(name)  ABSENT(name, j_compress_ptr picture)
OF_WRITER(j12init_color_converter)
OF_WRITER(j12init_downsampler)
OF_WRITER(j12init_forward_dct)
OF_WRITER(j12init_lossless_compressor)
OF_WRITER(j16init_color_converter)
OF_WRITER(j16init_downsampler)
OF_WRITER(j16init_lossless_compressor)
OF_WRITER(jinit_lhuff_encoder)
OF_WRITER(jinit_lossless_compressor)
OF_WRITER(jinit_phuff_encoder)

#define OF_WRITER_WITH_BUFFER(name)  ABSENT(name, j_compress_ptr picture, boolean whole)
OF_WRITER_WITH_BUFFER(j12init_c_coef_controller)
OF_WRITER_WITH_BUFFER(j12init_c_diff_controller)
OF_WRITER_WITH_BUFFER(j12init_c_main_controller)
OF_WRITER_WITH_BUFFER(j12init_c_prep_controller)
OF_WRITER_WITH_BUFFER(j16init_c_diff_controller)
OF_WRITER_WITH_BUFFER(j16init_c_main_controller)
OF_WRITER_WITH_BUFFER(j16init_c_prep_controller)
OF_WRITER_WITH_BUFFER(jinit_c_diff_controller)

#define OF_READER(name)  ABSENT(name, j_decompress_ptr picture)
OF_READER(j12init_1pass_quantizer)
OF_READER(j12init_2pass_quantizer)
OF_READER(j12init_color_deconverter)
OF_READER(j12init_inverse_dct)
OF_READER(j12init_lossless_decompressor)
OF_READER(j12init_merged_upsampler)
OF_READER(j12init_upsampler)
OF_READER(j16init_color_deconverter)
OF_READER(j16init_lossless_decompressor)
OF_READER(j16init_upsampler)
OF_READER(jinit_1pass_quantizer)
OF_READER(jinit_2pass_quantizer)
OF_READER(jinit_lhuff_decoder)
OF_READER(jinit_lossless_decompressor)
OF_READER(jinit_merged_upsampler)

#define OF_READER_WITH_BUFFER(name)  ABSENT(name, j_decompress_ptr picture, boolean whole)
OF_READER_WITH_BUFFER(j12init_d_coef_controller)
OF_READER_WITH_BUFFER(j12init_d_diff_controller)
OF_READER_WITH_BUFFER(j12init_d_main_controller)
OF_READER_WITH_BUFFER(j12init_d_post_controller)
OF_READER_WITH_BUFFER(j16init_d_diff_controller)
OF_READER_WITH_BUFFER(j16init_d_main_controller)
OF_READER_WITH_BUFFER(j16init_d_post_controller)
OF_READER_WITH_BUFFER(jinit_d_diff_controller)

/* Transforms other than islow, and steps for which kernels.c reports no kernel. */
#define INVERSE(name) \
  ABSENT(name, j_decompress_ptr picture, jpeg_component_info *component, JCOEFPTR coefficients, \
         JSAMPARRAY output, JDIMENSION column)
INVERSE(jpeg_idct_1x1)
INVERSE(jpeg_idct_2x2)
INVERSE(jpeg_idct_4x4)
INVERSE(jpeg_idct_float)
INVERSE(jpeg_idct_ifast)
INVERSE(jsimd_idct_2x2)
INVERSE(jsimd_idct_4x4)
INVERSE(jsimd_idct_float)
INVERSE(jsimd_idct_ifast)

ABSENT(jpeg_fdct_float, FAST_FLOAT *block)
ABSENT(jpeg_fdct_ifast, DCTELEM *block)
ABSENT(jsimd_fdct_float, FAST_FLOAT *block)
ABSENT(jsimd_fdct_ifast, DCTELEM *block)
ABSENT(jsimd_convsamp_float, JSAMPARRAY samples, JDIMENSION column, FAST_FLOAT *block)
ABSENT(jsimd_quantize_float, JCOEFPTR coefficients, FAST_FLOAT *divisors, FAST_FLOAT *block)

#define UPSAMPLE(name) \
  ABSENT(name, j_decompress_ptr picture, jpeg_component_info *component, JSAMPARRAY input, \
         JSAMPARRAY *output)
UPSAMPLE(jsimd_h2v1_upsample)
UPSAMPLE(jsimd_h2v2_upsample)

ABSENT(jsimd_rgb_gray_convert, j_compress_ptr picture, JSAMPARRAY input, JSAMPIMAGE output,
       JDIMENSION row, int rows)
ABSENT(jsimd_ycc_rgb565_convert, j_decompress_ptr picture, JSAMPIMAGE input, JDIMENSION row,
       JSAMPARRAY output, int rows)

/* mozjpeg's own ways to quantise. */
double pow(double base, double exponent)
{
  __builtin_trap();
}
