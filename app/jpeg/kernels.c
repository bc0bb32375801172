/* Which steps of libjpeg-turbo have kernels here (jsimd.h, jsimddct.h). Computes nothing.

   Each gives exactly the bytes of the library's own C for anything that an encoder can have written;
   where damage causes sums that do not fit into 16 bits, they are truncated differently, as by the
   library's own kernels for other machines. A step without a kernel uses the C code. */

#define JPEG_INTERNALS
#include "jinclude.h"
#include "jpeglib.h"
#include "jsimd.h"
#include "jdct.h"
#include "jsimddct.h"

#define LACKS(step)  int jsimd_can_##step(void) { return 0; }
/* Without kernels: for the test that compares them with the library's C. */
#ifdef NO_KERNELS
#define HAS  LACKS
#else
#define HAS(step)  int jsimd_can_##step(void) { return 1; }
#endif

HAS(ycc_rgb)
HAS(rgb_ycc)
HAS(h2v1_downsample)
HAS(h2v2_downsample)
HAS(h2v1_fancy_upsample)
HAS(h2v2_fancy_upsample)
HAS(convsamp)
HAS(fdct_islow)
HAS(quantize)
HAS(idct_islow)
HAS(huff_encode_one_block)

LACKS(rgb_gray)
LACKS(ycc_rgb565)
LACKS(h2v1_upsample)
LACKS(h2v2_upsample)
LACKS(convsamp_float)
LACKS(fdct_ifast)
LACKS(fdct_float)
LACKS(quantize_float)
LACKS(idct_2x2)
LACKS(idct_4x4)
LACKS(idct_ifast)
LACKS(idct_float)
