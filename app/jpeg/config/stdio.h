/* The files and printing that the library refers to: there are none, and nothing is printed. */
#ifndef STDIO_H
#define STDIO_H
#include <stddef.h>

typedef struct FILE FILE;
#define stderr  ((FILE *)0)
#define fprintf(...)  ((void)0)

size_t fread(void *, size_t, size_t, FILE *);
size_t fwrite(const void *, size_t, size_t, FILE *);
int fflush(FILE *);
int ferror(FILE *);

#endif
