/* Who of the article's people stands in the register, and what that tells of him: the
 * club he is at on its day, unless the text itself tells another. */
#include "mentions/mentions.h"

static bool names_club(const reading *r, uint32_t club)
{
    return club != GAZETTEER_NONE && r->club_counts[club] > 0;
}

/* Without a date: the last club of his career that the article names. */
static uint32_t latest_named(const reading *r, const gazetteer_player *p)
{
    const gazetteer *g = &r->x->gaz;
    uint32_t club = NONE;

    for (uint32_t i = 0; i < p->career.n; i++) {
        const gazetteer_spell *s = &g->spells[p->career.first + i];
        if (!s->loan && names_club(r, s->club))
            club = s->club;
    }
    return club;
}

uint32_t player_club(const reading *r, const gazetteer_player *p)
{
    if (r->month == NO_MONTH)
        return latest_named(r, p);
    uint32_t owner = gazetteer_owner(&r->x->gaz, p, r->month);
    return names_club(r, owner) ? owner : NONE;
}

static bool ends_with(suitor_sv name, suitor_sv end)
{
    return name.len >= end.len &&
           (name.len == end.len || name.ptr[name.len - end.len - 1] == ' ') &&
           memcmp(name.ptr + name.len - end.len, end.ptr, end.len) == 0;
}

/* Whether somebody of staff.tsv is at the club of `s` when the article is written, as far as
 * is known; for a month after he has gone texts still call it his. */
static bool is_there(const reading *r, const gazetteer_spell *s)
{
    return s->from == NO_MONTH || r->month == NO_MONTH ||
           (s->from <= r->month && r->month <= (s->to < INT32_MAX ? s->to + 1 : s->to));
}

uint32_t staff_club(const reading *r, const gazetteer_staff *who)
{
    uint32_t best = NONE;

    for (uint32_t i = 0; i < who->career.n; i++) {
        const gazetteer_spell *s = &r->x->gaz.spells[who->career.first + i];
        if (is_there(r, s) && r->club_counts[s->club] &&
            (best == NONE || r->club_counts[s->club] > r->club_counts[best]))
            best = s->club;
    }
    return best;
}

bool staff_is_dated(const reading *r, const gazetteer_staff *who)
{
    return r->month != NO_MONTH && who->career.n > 0 &&
           r->x->gaz.spells[who->career.first].from != NO_MONTH;
}

/* The only player of that surname at a club that the article names, NONE if there is none
 * or more than one. */
static uint32_t by_surname(const reading *r, suitor_sv name)
{
    const gazetteer *g = &r->x->gaz;
    uint32_t found = NONE, at = GAZETTEER_NONE;
    size_t last = name.len;

    while (last > 0 && name.ptr[last - 1] != ' ')
        last--;
    strmap_get(&g->surnames, suitor_sv_make(name.ptr + last, name.len - last), &at);
    for (; at != GAZETTEER_NONE; at = g->players[at].namesake) {
        if (!ends_with(g->players[at].folded, name) || player_club(r, &g->players[at]) == NONE)
            continue;
        if (found != NONE)
            return NONE;
        found = at;
    }
    return found;
}

/* The only one of that surname who works for a club that the article names. */
static uint32_t staff_by_surname(const reading *r, suitor_sv name)
{
    const gazetteer *g = &r->x->gaz;
    uint32_t found = NONE, at = GAZETTEER_NONE;

    strmap_get(&g->staff_surnames, name, &at);
    for (; at != GAZETTEER_NONE; at = g->staff[at].namesake) {
        if (!staff_is_dated(r, &g->staff[at]) || staff_club(r, &g->staff[at]) == NONE)
            continue;
        if (found != NONE)
            return NONE;
        found = at;
    }
    return found;
}

static void recognise_staff(reading *r, person *p)
{
    uint32_t who = staff_by_surname(r, p->folded);

    if (who == NONE)
        return;
    person_set_kind(p, PERSON_STAFF);
    p->gazetteer = who;
}

/* Who is listed by that name; of several called "Danilo" the one whose club is named. */
static uint32_t player_known(const reading *r, const person *p)
{
    const gazetteer *g = &r->x->gaz;
    uint32_t listed = p->gazetteer;

    if (listed != NONE && (p->n_words > 1 || player_club(r, &g->players[listed]) != NONE))
        return listed;
    uint32_t found = by_surname(r, p->folded);
    return found != NONE ? found : listed;
}

/* Months of moves are not known to the day, and texts are written while they happen. */
static bool came_lately(const reading *r, const gazetteer_player *p)
{
    enum { LATELY = 2 };
    bool lately = false;

    for (uint32_t i = 0; i < p->career.n; i++) {
        const gazetteer_spell *s = &r->x->gaz.spells[p->career.first + i];
        lately |= !s->loan && s->from < r->month && r->month - s->from <= LATELY;
    }
    return lately;
}

register_stay_kind register_stay(const reading *r, const gazetteer_player *p, uint32_t club)
{
    enum { OF_LATE = 4 /* months */ };
    register_stay_kind out = STAY_NEVER;

    for (uint32_t i = 0; i < p->career.n; i++) {
        const gazetteer_spell *s = &r->x->gaz.spells[p->career.first + i];
        if (s->club != club || s->from > r->month)
            continue;
        if (s->to >= r->month)
            out = r->month - s->from < OF_LATE ? STAY_OF_LATE : STAY_NOW;
        else if (!out)
            out = STAY_ONCE;
    }
    return out;
}

/* The club that the article names of those that have borrowed him for some time now. */
static uint32_t borrower(const reading *r, const gazetteer_player *p)
{
    for (uint32_t i = 0; i < p->career.n && r->month != NO_MONTH; i++) {
        const gazetteer_spell *s = &r->x->gaz.spells[p->career.first + i];
        if (s->loan && s->from < r->month && r->month < s->to && names_club(r, s->club))
            return s->club;
    }
    return NONE;
}

static void take_club(const reading *r, person *p)
{
    const gazetteer_player *known = &r->x->gaz.players[p->known];
    bool sure = r->month != NO_MONTH && !came_lately(r, known);

    person_set_club(p, player_club(r, known), sure ? CLUB_BY_REGISTER : CLUB_IN_PASSING);
    p->loan_club = borrower(r, known);
}

/* What a register says of somebody whom the gazetteer does not know: a manager is no target,
 * unless a player has the same name. */
static void look_up(const reading *r, person *p)
{
    p->registered = p->n_words > 1 ? people_find(&r->x->gaz.registered, p->folded) : NULL;
    if (p->registered && p->registered->roles == ROLE_STAFF)
        person_set_kind(p, PERSON_STAFF);
}

void players_recognise(reading *r)
{
    for (uint32_t i = 0; i < r->n_people; i++) {
        person *p = &r->people[i];
        if (p->kind != PERSON_PLAYER)
            continue;
        p->known = player_known(r, p);
        if (p->known == NONE && p->n_words == 1)
            recognise_staff(r, p);
        if (p->known != NONE)
            take_club(r, p);
        else if (p->kind == PERSON_PLAYER)
            look_up(r, p);
    }
}

/* The same by a register, which tells one position. */
static bool is_registered_another(const registered_person *k, const unit *d)
{
    if (d->position && k->position && !positions_agree(k->position, d->position))
        return true;
    return d->country != NONE && k->country != PEOPLE_NOWHERE && k->country != d->country;
}

bool is_another_by_register(const reading *r, const person *p, const unit *d)
{
    const gazetteer_player *k = p->known != NONE ? &r->x->gaz.players[p->known] : NULL;
    bool plays = !d->position || !k || !k->positions[0];

    if (!k)
        return p->registered && is_registered_another(p->registered, d);
    for (size_t i = 0; i < PLAYER_POSITIONS && k->positions[i]; i++)
        plays |= positions_agree(k->positions[i], d->position);
    if (!plays)
        return true;
    return d->country != NONE && k->country != GAZETTEER_NONE && k->country != d->country;
}
