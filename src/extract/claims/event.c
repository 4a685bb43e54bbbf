/* Events, and which pairs of player and club they are about. */
#include "claims/event.h"

#include "grow.h"
#include "reading.h"

/* No article tells as much; lists against lists of made-up ones would fill any memory. */
enum { MOST_EVENTS = 1 << 18 };

typedef struct {
    uint32_t player, club;
} pair_key;

static suitor_sv bytes_of(const pair_key *key)
{
    return suitor_sv_make((const char *)key, sizeof *key);
}

bool event_push(reading *r, const event *e)
{
    pair_key key = { e->player, e->club };

    if (r->n_events >= MOST_EVENTS)
        return false;
    if (!strmap_put(&r->told, bytes_of(&key), 0, NULL)) {
        r->out_of_memory = true;
        return false;
    }
    if (e->relation == SUITOR_LEAVING || e->relation == SUITOR_DEAL)
        r->people[e->player].moves = true;
    return READING_PUSH(r, events, *e);
}

bool events_tell_of(const reading *r, uint32_t player, uint32_t club)
{
    pair_key key = { player, club };
    uint32_t ignored;

    return strmap_get(&r->told, bytes_of(&key), &ignored);
}
