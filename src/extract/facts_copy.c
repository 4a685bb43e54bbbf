#include "facts_copy.h"

/* A copy of an array; NULL where it is empty, and where memory is out, which *fits tells. */
static void *copy_array(arena *memory, const void *from, uint32_t count, size_t size, bool *fits)
{
    void *to = count ? arena_zeros(memory, count, size) : NULL;

    *fits &= to || count == 0;
    if (to)
        memcpy(to, from, count * size);
    return to;
}

#define COPY(array) copy_array(memory, from->array, from->n_##array, sizeof *from->array, &fits)

bool facts_copy(const suitor_facts *from, arena *memory, suitor_facts *to)
{
    bool fits = true;
    suitor_player *players = COPY(players);
    suitor_club *clubs = COPY(clubs);
    suitor_evidence *evidence = COPY(evidence);
    suitor_sv *sources = COPY(sources), *aliases = COPY(aliases);

    *to = *from;
    to->players = players;
    to->clubs = clubs;
    to->evidence = evidence;
    to->sources = sources;
    to->aliases = aliases;
    to->claims = COPY(claims);
    to->fees = COPY(fees);
    to->needs = COPY(needs);
    to->either_or = COPY(either_or);
    to->either_or_players = COPY(either_or_players);
    fits = fits && (to->language = arena_copy(memory, to->language)).ptr != NULL;
    for (uint32_t i = 0; fits && i < to->n_players; i++)
        fits = (players[i].name = arena_copy(memory, players[i].name)).ptr != NULL;
    for (uint32_t i = 0; fits && i < to->n_clubs; i++)
        fits = (clubs[i].name = arena_copy(memory, clubs[i].name)).ptr != NULL;
    for (uint32_t i = 0; fits && i < to->n_evidence; i++)
        fits = (evidence[i].origin = arena_copy(memory, evidence[i].origin)).ptr != NULL;
    for (uint32_t i = 0; fits && i < to->n_sources; i++)
        fits = (sources[i] = arena_copy(memory, sources[i])).ptr != NULL;
    for (uint32_t i = 0; fits && i < to->n_aliases; i++)
        fits = (aliases[i] = arena_copy(memory, aliases[i])).ptr != NULL;
    return fits;
}
