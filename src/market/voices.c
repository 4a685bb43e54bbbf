/* One voice an origin, by stamped table. */
#include "voices.h"

#include <stdlib.h>

bool voices_init(voices *v, uint32_t n_origins)
{
    v->of = calloc((size_t)n_origins + 1, sizeof *v->of);
    return v->of != NULL;
}

void voices_free(voices *v)
{
    free(v->of);
    *v = (voices){ 0 };
}

void voices_begin(voices *v) { v->stamp++; }

bool voices_hear(voices *v, uint32_t origin, uint32_t row, double strength, voice *before)
{
    voice *own = &v->of[origin];
    bool fresh = own->stamp != v->stamp;

    *before = fresh ? (voice){ .best = 0, .row = row } : *own;
    if (!fresh && strength <= own->best)
        return false;
    *own = (voice){ strength, row, v->stamp };
    return true;
}
