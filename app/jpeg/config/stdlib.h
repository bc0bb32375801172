/* All of the C library that the codec needs is in memory.c. */
#ifndef STDLIB_H
#define STDLIB_H
#include <stddef.h>

void *malloc(size_t size);
void free(void *place);

#define abs  __builtin_abs

#endif
