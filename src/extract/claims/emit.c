/* Emitting: one event a player and club of the lists that a match names; beaten
 * rivals and wishes to join somebody come along. */
#include "claims/teller.h"

static void push_event(teller *t, const cue_match *m, const event *proto, uint32_t player,
                       uint32_t club)
{
    event e = *proto;

    e.sentence = t->sentence_index;
    e.player = player;
    e.club = club;
    e.first = t->r->units[m->first].first;
    e.end = t->r->units[m->last].end;
    e.origin = t->s->origin;
    if (!event_push(t->r, &e))
        return;
    t->last_event = t->r->n_events - 1;
    t->n_told++;
}

static bool is_own(const reading *r, uint32_t player, uint32_t club)
{
    return club != NONE && r->people[player].club == club;
}

/* A leaving cue that names a club tells where he would like to go. */
static void emit_wish(teller *t, const cue_match *m, const event *proto, uint32_t player)
{
    event e = *proto;

    e.relation = SUITOR_INTEREST;
    e.stage = SUITOR_LINKED;
    for (uint32_t u = list_first(t->r, m->club); u <= list_last(t->r, m->club); u++)
        if (argument_fits(&t->r->units[u], ELEMENT_CLUB) &&
            !is_own(t->r, player, t->r->units[u].ref))
            push_event(t, m, &e, player, t->r->units[u].ref);
}

void emit_for_player(teller *t, const cue_match *m, const event *proto, uint32_t player)
{
    reading *r = t->r;
    bool own = proto->relation == SUITOR_LEAVING || proto->relation == SUITOR_STAYING;

    if (own && m->club != NONE && proto->relation == SUITOR_LEAVING)
        emit_wish(t, m, proto, player);
    if (own) {
        uint32_t club = m->seller != NONE ? r->units[m->seller].ref : NONE;
        event e = *proto;
        e.own_club = true;
        if (club != NONE)
            person_set_club(&r->people[player], club, CLUB_IN_PASSING);
        push_event(t, m, &e, player, club);
        return;
    }
    if (m->club == NONE)
        return;
    for (uint32_t u = list_first(r, m->club); u <= list_last(r, m->club); u++) {
        if (!argument_fits(&r->units[u], ELEMENT_CLUB))
            continue;
        if (proto->relation == SUITOR_PLAYS_FOR) {
            if (proto->stage == SUITOR_LOAN)
                r->people[player].loan_club = r->units[u].ref;
            else
                person_set_club(&r->people[player], r->units[u].ref, CLUB_BY_CUE);
            t->n_told++;
        } else if (!is_own(r, player, r->units[u].ref) || proto->relation == SUITOR_DEAL) {
            push_event(t, m, proto, player, r->units[u].ref);
        }
    }
}

static void emit_rivals(teller *t, const cue_match *m, const event *proto, uint32_t player)
{
    event e = *proto;

    if (m->rival == NONE)
        return;
    if (proto->relation != SUITOR_INTEREST) { /* beaten already, not only to be beaten */
        e.relation = SUITOR_ENDED;
        e.stage = SUITOR_OVER;
    }
    for (uint32_t u = list_first(t->r, m->rival); u <= list_last(t->r, m->rival); u++)
        if (argument_fits(&t->r->units[u], ELEMENT_RIVAL))
            push_event(t, m, &e, player, t->r->units[u].ref);
}

/* The `n`-th of the arguments of this kind in the list of unit `u`; NONE where it is shorter. */
static uint32_t nth_of_list(const reading *r, uint32_t u, uint8_t kind, uint32_t n)
{
    for (uint32_t k = list_first(r, u); k <= list_last(r, u); k++)
        if (argument_fits(&r->units[k], kind) && n-- == 0)
            return k;
    return NONE;
}

/* Whether the lists in the unit's sentence go together one by one: "Lukesic and Hrdina have joined
 * Everton and Lyon respectively". */
static bool goes_one_by_one(const teller *t, const cue_match *m)
{
    for (uint32_t u = m->first; u < t->s->end; u++)
        if (unit_is(&t->r->units[u], CLASS_IN_TURN))
            return true;
    return false;
}

/* The `n`-th player with the `n`-th club and seller; false when no two lists pair. */
static bool emit_pair(teller *t, const cue_match *m, const event *proto, uint32_t player,
                      uint32_t n)
{
    reading *r = t->r;
    uint32_t club = m->club != NONE ? nth_of_list(r, m->club, ELEMENT_CLUB, n) : NONE;
    uint32_t seller = m->seller != NONE ? nth_of_list(r, m->seller, ELEMENT_SELLER, n) : NONE;
    bool clubs_pair = m->club != NONE && nth_of_list(r, m->club, ELEMENT_CLUB, 1) != NONE;

    if (seller != NONE)
        person_set_club(&r->people[player], r->units[seller].ref, CLUB_BY_CUE);
    if (!clubs_pair)
        return false;
    if (club != NONE)
        push_event(t, m, proto, player, r->units[club].ref);
    return true;
}

/* Every player of the list the argument stands in. */
void emit_all(teller *t, const cue_match *m, const event *proto)
{
    reading *r = t->r;

    if (m->player == NONE) {
        if (t->player == NONE)
            return;
        emit_for_player(t, m, proto, t->player);
        emit_rivals(t, m, proto, t->player);
        return;
    }
    bool one_by_one = takes_club(proto->relation) &&
                      list_last(r, m->player) > list_first(r, m->player) && goes_one_by_one(t, m);
    uint32_t n = 0;
    for (uint32_t u = list_first(r, m->player); u <= list_last(r, m->player); u++) {
        if (!argument_fits(&r->units[u], ELEMENT_PLAYER))
            continue;
        if (one_by_one && emit_pair(t, m, proto, r->units[u].ref, n++))
            continue;
        if (!one_by_one && m->seller != NONE)
            person_set_club(&r->people[r->units[u].ref], r->units[m->seller].ref, CLUB_BY_CUE);
        emit_for_player(t, m, proto, r->units[u].ref);
        emit_rivals(t, m, proto, r->units[u].ref);
    }
}
