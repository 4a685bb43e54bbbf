/* Players of the register: birth, nation, positions, and the clubs of their careers. */
#include "fold.h"
#include "gazetteer/gazetteer.h"
#include "grow.h"
#include "tsv.h"

enum { MAX_NAME = 160 };

static const char *read_positions(suitor_sv list, gazetteer_player *p)
{
    suitor_sv part;
    suitor_position position;

    for (size_t i = 0; tsv_list_next(&list, &part); i++) {
        if (!suitor_position_parse(part, &position))
            return "a position is none of the codes";
        if (i < PLAYER_POSITIONS)
            p->positions[i] = (uint8_t)position;
    }
    return NULL;
}

bool gazetteer_add_surname(strmap *surnames, suitor_sv name, uint32_t id, arena *memory,
                           suitor_sv *folded, uint32_t *namesake)
{
    char bytes[MAX_NAME];
    size_t n = fold_name(name, bytes, sizeof bytes), last = n;

    *folded = arena_copy(memory, suitor_sv_make(bytes, n));
    *namesake = GAZETTEER_NONE;
    while (last > 0 && bytes[last - 1] != ' ')
        last--;
    if (!folded->ptr)
        return false;
    uint32_t *first =
        strmap_put(surnames, suitor_sv_make(bytes + last, n - last), GAZETTEER_NONE, NULL);
    if (!first)
        return false;
    *namesake = *first;
    *first = id;
    return true;
}

const char *gazetteer_add_player(gazetteer *g, const suitor_sv *f, arena *memory)
{
    gazetteer_player p = { .name = f[0],
                           .country = GAZETTEER_NONE,
                           .born_month = gazetteer_month(f[1]) };
    const char *wrong = read_positions(f[3], &p);

    if (!wrong && f[2].len && !strmap_get(&g->country_ids, f[2], &p.country))
        wrong = "his nation is not in countries.tsv";
    if (!wrong)
        wrong = gazetteer_add_spells(g, f[4], true, &p.career);
    if (wrong)
        return wrong;
    if (!grow(&g->players, &g->players_cap, g->n_players + 1, sizeof p))
        return "no memory";
    if (!gazetteer_add_surname(&g->surnames, p.name, g->n_players, memory, &p.folded, &p.namesake))
        return "no memory";
    g->players[g->n_players++] = p;
    return NULL;
}
