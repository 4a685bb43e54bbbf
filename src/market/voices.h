/* One voice an origin: what is said twice by the same counts once, at its
 * strongest. The table is as long as there are origins and is never cleared:
 * a stamp tells which entries are of the present round. */
#ifndef MARKET_VOICES_H
#define MARKET_VOICES_H

#include <stdbool.h>
#include <stdint.h>

typedef struct {
    double best;  /* strength, 0–1 */
    uint32_t row; /* the row that said it */
    uint32_t stamp;
} voice;

/* A zeroed table must be given room by voices_init(). */
typedef struct {
    voice *of;      /* of[origin] */
    uint32_t stamp; /* of the present round */
} voices;

/* Room for `n_origins`; false when out of memory. */
bool voices_init(voices *v, uint32_t n_origins);
void voices_free(voices *v);

/* Begin a round: nobody has spoken. */
void voices_begin(voices *v);

/* `origin` says in `row`, with `strength`. True if that is more than it said
 * before; *before is then its best until now (0 at first). */
bool voices_hear(voices *v, uint32_t origin, uint32_t row, double strength, voice *before);

#endif
