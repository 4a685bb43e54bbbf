/* Growing arrays; capacity doubles from 16. */
#include "grow.h"

#include <stdlib.h>
#include <string.h>

bool grow_beyond(void *array, uint32_t *cap, uint32_t need, size_t size)
{
    void *old;
    uint64_t want = *cap ? *cap : 16;

    while (want < need)
        want *= 2;
    if (want > UINT32_MAX || want > SIZE_MAX / size)
        return false;
    memcpy(&old, array, sizeof old);
    void *fresh = realloc(old, (size_t)want * size);
    if (!fresh)
        return false;
    memcpy(array, &fresh, sizeof fresh);
    *cap = (uint32_t)want;
    return true;
}
