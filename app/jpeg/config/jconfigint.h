/* What libjpeg-turbo would find out about its compiler. */
#include "jconfig.h"
/* There is no environment to ask. */
#define NO_GETENV  1
#define NO_PUTENV  1
#define BUILD  ""
#define HIDDEN
#undef inline
#define INLINE  inline __attribute__((always_inline))
#define THREAD_LOCAL
#define PACKAGE_NAME  "mozjpeg"
#define VERSION  "5.0.0"
#define SIZEOF_SIZE_T  4
#define HAVE_BUILTIN_CTZL
#define FALLTHROUGH  __attribute__((fallthrough));
/* 32-bit pointers and 64-bit registers, as on x32: the only such machine that the library knows.
   It then reads and writes codes 64 bits at a time. */
#define __x86_64__  1
#define __ILP32__  1
/* Code lengths come from an instruction, not from a table of 64 KiB. */
#define USE_CLZ_INTRINSIC  1
