/* Who of the article's players stands in the register, and what that tells of him: the
 * club he is at on its day, unless the text itself tells another. */
#include <stdlib.h>

#include "mentions/mentions.h"

enum { MONTHS = 12, LEAST_SURE = 1 };

/* The article's month, counted as the register does; NO_MONTH without a date. */
static int32_t month_of_article(const reading *r)
{
    char date[SUITOR_DATE_SIZE];

    if (r->article->day == SUITOR_NO_DAY)
        return NO_MONTH;
    suitor_day_format(r->article->day, date);
    return (int32_t)strtol(date, NULL, 10) * MONTHS + (int32_t)strtol(date + 5, NULL, 10) - 1;
}

static bool names_club(const reading *r, uint32_t club)
{
    return club != GAZETTEER_NONE && r->club_counts[club] > 0;
}

/* Without a date: the last club of his career that the article names. */
static uint32_t latest_named(const reading *r, const gazetteer_player *p)
{
    const gazetteer *g = &r->x->gaz;
    uint32_t club = NONE;

    for (uint32_t i = 0; i < p->n_spells; i++) {
        const gazetteer_spell *s = &g->spells[p->first_spell + i];
        if (!s->loan && names_club(r, s->club))
            club = s->club;
    }
    return club;
}

static uint32_t club_of(const reading *r, const gazetteer_player *p, int32_t month)
{
    if (month == NO_MONTH)
        return latest_named(r, p);
    uint32_t owner = gazetteer_owner(&r->x->gaz, p, month);
    return names_club(r, owner) ? owner : NONE;
}

static bool ends_with(suitor_sv name, suitor_sv end)
{
    return name.len > end.len && name.ptr[name.len - end.len - 1] == ' ' &&
           memcmp(name.ptr + name.len - end.len, end.ptr, end.len) == 0;
}

/* The only player of that surname at a club that the article names, NONE if there is none
 * or more than one. */
static uint32_t by_surname(const reading *r, suitor_sv name, int32_t month)
{
    const gazetteer *g = &r->x->gaz;
    uint32_t found = NONE, at = GAZETTEER_NONE;
    size_t last = name.len;

    while (last > 0 && name.ptr[last - 1] != ' ')
        last--;
    strmap_get(&g->surnames, suitor_sv_make(name.ptr + last, name.len - last), &at);
    for (; at != GAZETTEER_NONE; at = g->players[at].namesake) {
        if (!ends_with(g->players[at].folded, name) || club_of(r, &g->players[at], month) == NONE)
            continue;
        if (found != NONE)
            return NONE;
        found = at;
    }
    return found;
}

void players_recognise(reading *r)
{
    int32_t month = month_of_article(r);

    for (uint32_t i = 0; i < r->n_people; i++) {
        person *p = &r->people[i];
        if (p->kind != PERSON_PLAYER)
            continue;
        p->known = p->gazetteer != NONE ? p->gazetteer : by_surname(r, p->folded, month);
        if (p->known != NONE)
            person_set_club(p, club_of(r, &r->x->gaz.players[p->known], month), LEAST_SURE);
    }
}
