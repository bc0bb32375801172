/* Nothing is asserted: an NDEBUG build. */
#undef assert
#define assert(condition)  ((void)0)
