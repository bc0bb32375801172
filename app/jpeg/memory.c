/* Memory for one picture: allocated at the end, released with the instance. */

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum { PAGE = 65536, ALIGNED = 32 };

extern unsigned char __heap_base;
static uintptr_t next;

/* NULL if the memory cannot grow any further. */
void *malloc(size_t size)
{
  if (next == 0)
    next = (uintptr_t)&__heap_base;
  uintptr_t place = (next + ALIGNED - 1) & ~(uintptr_t)(ALIGNED - 1);
  uintptr_t held = (uintptr_t)__builtin_wasm_memory_size(0) * PAGE;
  if (size > UINTPTR_MAX - PAGE - place)
    return NULL;
  if (place + size > held) {
    size_t pages = (place + size - held + PAGE - 1) / PAGE;
    if (__builtin_wasm_memory_grow(0, pages) == (size_t)-1)
      return NULL;
  }
  next = place + size;
  return (void *)place;
}

void free(void *place)
{
}

int memcmp(const void *one, const void *other, size_t size)
{
  const unsigned char *a = one, *b = other;
  for (; size > 0; size--, a++, b++)
    if (*a != *b)
      return *a - *b;
  return 0;
}
