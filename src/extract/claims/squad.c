/* Squads: positions a club looks for, successors, and "only one of the two". */
#include "claims/teller.h"

enum { PAIR_REACH = 2 }; /* sentences */

static void push_need(teller *t, const cue_match *m, uint32_t club, uint8_t position)
{
    if (club == NONE || !position)
        return;
    READING_PUSH(t->r, needs,
                 ((need_event){ .club = club,
                                .position = position,
                                .first = t->r->units[m->first].first,
                                .end = t->r->units[m->last].end }));
    t->n_told++;
}

/* "a right winger, a goalkeeper and a striker": each of them is needed. */
static void push_needs(teller *t, const cue_match *m, uint32_t club)
{
    const reading *r = t->r;
    uint32_t links = 0;

    for (uint32_t u = m->position; u < t->s->end && links < 3; u++) {
        const unit *at = &r->units[u];
        if (argument_fits(at, ELEMENT_POSITION)) {
            push_need(t, m, club, at->position);
            links = 0;
        } else if ((at->kind == UNIT_SIGN && at->sign == ',') ||
                   (at->kind == UNIT_WORD &&
                    (unit_in(at, CLASS_LIST_LINK) || unit_in(at, CLASS_INDEFINITE)))) {
            links++;
        } else {
            return;
        }
    }
}

/* The club that the text is about here: the first of this sentence or the one before. */
static uint32_t club_at_hand(const teller *t)
{
    const reading *r = t->r;

    for (uint32_t back = 0; back <= 1 && back <= t->sentence_index; back++) {
        const unit_sentence *s = &r->sentences[t->sentence_index - back];
        FOR_PHRASES (r, s, u)
            if (r->units[u].kind == UNIT_CLUB && !(r->units[u].flags & UNIT_TAG))
                return r->units[u].ref;
    }
    return t->main_unit != NONE ? r->units[t->main_unit].ref : NONE;
}

static uint8_t known_position(const reading *r, const person *p)
{
    if (p->known != NONE)
        return r->x->gaz.players[p->known].positions[0];
    return p->registered ? p->registered->position : SUITOR_POS_NONE;
}

/* The position that the text tells of who may follow `who`: of another player of the
 * sentence, else of the one it is about. */
static uint8_t position_of_follower(const teller *t, uint32_t who)
{
    const reading *r = t->r;

    FOR_PHRASES (r, t->s, u) {
        const unit *at = &r->units[u];
        if (argument_fits(at, ELEMENT_PLAYER) && at->ref != who && r->people[at->ref].position)
            return r->people[at->ref].position;
    }
    return t->player != NONE && t->player != who ? r->people[t->player].position : SUITOR_POS_NONE;
}

/* His position as the text tells it, else that of who may follow him, where he is known to
 * play there, else as the register has it. */
static uint8_t position_of(const teller *t, uint32_t who)
{
    const person *p = &t->r->people[who];
    uint8_t known = known_position(t->r, p), told = position_of_follower(t, who);

    if (p->position)
        return p->position;
    return told && (!known || positions_agree(known, told) || positions_agree(told, known)) ? told
                                                                                            : known;
}

static void tell_successor(teller *t, const cue_match *m, uint32_t club)
{
    reading *r = t->r;
    uint32_t who = m->player != NONE ? r->units[m->player].ref : t->player;

    if (who == NONE || (m->player == NONE && m->club == NONE))
        return;
    person *p = &r->people[who];
    if (club == NONE)
        club = p->club;
    if (club == NONE && t->main_unit != NONE)
        club = r->units[t->main_unit].ref;
    if (m->player != NONE) {
        person_set_club(p, club, CLUB_IN_PASSING);
        p->succeeded = true;
    }
    push_need(t, m, club, position_of(t, who));
}

void tell_need(teller *t, cue_match *m, const cue *c)
{
    uint32_t club = m->club != NONE ? t->r->units[m->club].ref : NONE;

    if (c->kind == CUE_SUCCESSOR)
        tell_successor(t, m, club);
    else
        push_needs(t, m, club != NONE ? club : club_at_hand(t));
}

/* The nearest list of two players or more, in this sentence or the one before. */
static uint32_t players_list(const teller *t, uint32_t near)
{
    for (uint32_t u = near; u < t->s->end; u++)
        if (argument_fits(&t->r->units[u], ELEMENT_PLAYER) &&
            t->r->units[u].list_last > t->r->units[u].list_first)
            return u;
    uint32_t floor = t->sentence_index ? t->r->sentences[t->sentence_index - 1].first : t->s->first;
    for (uint32_t u = near; u > floor; u--)
        if (argument_fits(&t->r->units[u - 1], ELEMENT_PLAYER) &&
            t->r->units[u - 1].list_last > t->r->units[u - 1].list_first)
            return u - 1;
    return NONE;
}

/* The last two players of one club named up to here, where no list is: "Spurs will not
 * part with both him and Romero". False when there are no such two. */
static bool push_pair(teller *t)
{
    reading *r = t->r;
    uint32_t from = t->sentence_index > PAIR_REACH ? t->sentence_index - PAIR_REACH : 0;
    uint32_t last = NONE;

    for (uint32_t u = t->s->end; u > r->sentences[from].first; u--) {
        const unit *at = &r->units[u - 1];
        if (!argument_fits(at, ELEMENT_PLAYER) || at->ref == last)
            continue;
        if (last == NONE) {
            last = at->ref;
            continue;
        }
        if (r->people[last].club == NONE || r->people[at->ref].club != r->people[last].club)
            return false;
        READING_PUSH(r, members, last);
        READING_PUSH(r, members, at->ref);
        return true;
    }
    return false;
}

static void push_list(reading *r, uint32_t list)
{
    for (uint32_t u = list_first(r, list); u <= list_last(r, list); u++)
        if (argument_fits(&r->units[u], ELEMENT_PLAYER))
            READING_PUSH(r, members, r->units[u].ref);
}

void tell_choice(teller *t, const cue_match *m)
{
    reading *r = t->r;
    uint32_t list = m->player != NONE && list_last(r, m->player) > list_first(r, m->player)
                        ? m->player
                        : players_list(t, m->literals[0]);
    uint32_t first = r->n_members;

    if (list != NONE)
        push_list(r, list);
    else if (!push_pair(t))
        return;
    uint32_t club = m->club != NONE ? r->units[m->club].ref : NONE;
    if (m->seller != NONE)
        club = r->units[m->seller].ref;
    if (r->n_members - first < 2)
        return;
    if (club == NONE || list == NONE)
        club = r->people[r->members[first]].club;
    if (club == NONE)
        return;
    if (m->seller != NONE)
        for (uint32_t i = first; i < r->n_members; i++)
            person_set_club(&r->people[r->members[i]], club, CLUB_BY_CUE);
    READING_PUSH(r, choices,
                 ((choice_event){ .club = club,
                                  .first_member = first,
                                  .count = r->n_members - first,
                                  .first = r->units[m->first].first,
                                  .end = r->units[m->last].end }));
    t->n_told++;
}
