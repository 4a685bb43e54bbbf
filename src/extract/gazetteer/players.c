/* Players of the register: birth, nation, positions, and the clubs of their careers. */
#include <stdlib.h>

#include "fold.h"
#include "gazetteer/gazetteer.h"
#include "grow.h"
#include "tsv.h"

enum { MAX_NAME = 160, MONTHS = 12, JULY = 6 };

/* "2019", "2019-07" or "2019-07-31" as a month; NO_MONTH if it is none of these. */
static int32_t month_of(suitor_sv text)
{
    int32_t year = 0, month = JULY;

    if (text.len < 4)
        return NO_MONTH;
    for (size_t i = 0; i < 4; i++) {
        if (text.ptr[i] < '0' || text.ptr[i] > '9')
            return NO_MONTH;
        year = year * 10 + (text.ptr[i] - '0');
    }
    if (text.len >= 7 && text.ptr[4] == '-')
        month = (text.ptr[5] - '0') * 10 + (text.ptr[6] - '0') - 1;
    else if (text.len > 4)
        return NO_MONTH;
    return month >= 0 && month < MONTHS ? year * MONTHS + month : NO_MONTH;
}

/* "~Arsenal 2023-08/2024-06" */
static const char *read_spell(const gazetteer *g, suitor_sv text, gazetteer_spell *out)
{
    size_t blank = text.len, slash = text.len;

    *out = (gazetteer_spell){ .loan = text.len && text.ptr[0] == '~' };
    for (size_t i = 0; i < text.len; i++) {
        if (text.ptr[i] == ' ')
            blank = i;
        if (text.ptr[i] == '/')
            slash = i;
    }
    if (blank >= text.len || slash >= text.len || slash < blank)
        return "a spell is written \"Club 2019-07/2021-01\"";
    suitor_sv club = suitor_sv_make(text.ptr + out->loan, blank - out->loan);
    suitor_sv to = suitor_sv_make(text.ptr + slash + 1, text.len - slash - 1);
    if (!strmap_get(&g->club_ids, club, &out->club))
        return "a club of his is not in clubs/";
    out->from = month_of(suitor_sv_make(text.ptr + blank + 1, slash - blank - 1));
    out->to = to.len ? month_of(to) : INT32_MAX;
    return out->from == NO_MONTH || out->to == NO_MONTH ? "a month is written 2019-07" : NULL;
}

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

static const char *read_spells(gazetteer *g, suitor_sv list, gazetteer_player *p)
{
    suitor_sv part;
    gazetteer_spell spell;

    p->first_spell = g->n_spells;
    while (tsv_list_next(&list, &part)) {
        const char *wrong = read_spell(g, part, &spell);
        if (wrong)
            return wrong;
        if (!grow(&g->spells, &g->spells_cap, g->n_spells + 1, sizeof *g->spells))
            return "no memory";
        g->spells[g->n_spells++] = spell;
        p->n_spells++;
    }
    return NULL;
}

/* Chains player `id` to those whose names end on the same word. */
static bool add_surname(gazetteer *g, uint32_t id, arena *memory)
{
    char bytes[MAX_NAME];
    gazetteer_player *p = &g->players[id];
    size_t n = fold_name(p->name, bytes, sizeof bytes), last = n;

    p->folded = arena_copy(memory, suitor_sv_make(bytes, n));
    while (last > 0 && bytes[last - 1] != ' ')
        last--;
    if (!p->folded.ptr || last == 0)
        return p->folded.ptr != NULL;
    uint32_t *first =
        strmap_put(&g->surnames, suitor_sv_make(bytes + last, n - last), GAZETTEER_NONE, NULL);
    if (!first)
        return false;
    p->namesake = *first;
    *first = id;
    return true;
}

const char *gazetteer_add_player(gazetteer *g, const suitor_sv *f, arena *memory)
{
    gazetteer_player p = { .name = f[0],
                           .country = GAZETTEER_NONE,
                           .born_month = month_of(f[1]),
                           .namesake = GAZETTEER_NONE };
    const char *wrong = read_positions(f[3], &p);

    if (!wrong && f[2].len && !strmap_get(&g->country_ids, f[2], &p.country))
        wrong = "his nation is not in countries.tsv";
    if (!wrong)
        wrong = read_spells(g, f[4], &p);
    if (wrong)
        return wrong;
    if (!grow(&g->players, &g->players_cap, g->n_players + 1, sizeof p))
        return "no memory";
    g->players[g->n_players++] = p;
    return add_surname(g, g->n_players - 1, memory) ? NULL : "no memory";
}

uint32_t gazetteer_owner(const gazetteer *g, const gazetteer_player *p, int32_t month)
{
    uint32_t owner = GAZETTEER_NONE;

    for (uint32_t i = 0; i < p->n_spells; i++) {
        const gazetteer_spell *s = &g->spells[p->first_spell + i];
        if (!s->loan && s->from < month && month <= s->to)
            owner = s->club;
    }
    return owner;
}
