/* Memory that runs out on purpose: every test program is linked so that malloc, calloc
 * and realloc of our own code pass through here (ld's --wrap; see tests/CMakeLists.txt). */
#ifndef TESTS_SCARCE_MEMORY_H
#define TESTS_SCARCE_MEMORY_H

#include <stdint.h>

/* From now on `count` allocations succeed and all later ones fail. */
void memory_allow(uint32_t count);

/* No limit any more, as at the start; the allocations asked for since memory_allow(). */
uint32_t memory_plenty(void);

#endif
