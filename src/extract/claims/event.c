/* Events, and which pairs of player and club they are about. */
#include "claims/event.h"

#include "bound.h"
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
    uint32_t *told = strmap_put(&r->told, bytes_of(&key), 0, NULL);
    if (!told) {
        r->out_of_memory = true;
        return false;
    }
    *told |= 1u << e->relation;
    r->people[e->player].told |= (uint8_t)(1u << e->relation);
    if (e->relation == SUITOR_LEAVING || e->relation == SUITOR_DEAL)
        r->people[e->player].moves = true;
    return READING_PUSH(r, events, *e);
}

uint32_t events_relations(const reading *r, uint32_t player, uint32_t club)
{
    pair_key key = { player, club };
    uint32_t told = 0;

    strmap_get(&r->told, bytes_of(&key), &told);
    return told;
}

bool events_tell_of(const reading *r, uint32_t player, uint32_t club)
{
    return events_relations(r, player, club) != 0;
}

uint32_t events_before(const reading *r, uint32_t first, uint32_t end, uint32_t sentence_index)
{
    return first + bound_u32(r->events + first, end - first, sizeof *r->events,
                             offsetof(event, sentence), sentence_index);
}
