/* The parts of libjpeg-turbo that are used: baseline and progressive JPEG with 8 bits per sample. */
#define JPEG_LIB_VERSION  62
#define LIBJPEG_TURBO_VERSION  5.0.0
#define LIBJPEG_TURBO_VERSION_NUMBER  5000000
#define MEM_SRCDST_SUPPORTED  1
/* Arithmetic-coded pictures can be read; writing uses Huffman codes. */
#define D_ARITH_CODING_SUPPORTED  1
#define WITH_SIMD  1
#define BITS_IN_JSAMPLE  8
