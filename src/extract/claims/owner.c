/* Owners: the club a player belongs to, as cues and "P from S" tell it, and as the
 * article as a whole suggests. */
#include "claims/claims.h"
#include "claims/teller.h"

static void learn_club(reading *r, uint32_t who, uint32_t club, uint8_t sureness)
{
    if (sureness > CLUB_IN_PASSING || !events_tell_of(r, who, club))
        person_set_club(&r->people[who], club, sureness);
}

/* Whose player he is, told by the cue's seller or, for leaving and staying, by the
 * club that the sentence is about. */
void learn_seller(teller *t, const cue_match *m, const cue *c)
{
    reading *r = t->r;
    const element any = { .kind = ELEMENT_SELLER };
    bool own = c->kind == SUITOR_LEAVING || c->kind == SUITOR_STAYING;
    uint32_t u = m->seller;
    uint8_t sureness = c->kind == SUITOR_DEAL ? CLUB_DESCRIBED : CLUB_BY_CUE;

    if (u == NONE && own) {
        u = argument_left(r, t->s, m->literals[0], &any, NONE);
        if (u != NONE && u < clause_start(r, t->s, m->literals[0]))
            u = NONE;
        sureness = CLUB_IN_PASSING;
    }
    if (u == NONE)
        return;
    uint32_t club = r->units[u].ref;
    if (sureness == CLUB_IN_PASSING && m->club != NONE && club == r->units[m->club].ref)
        return;
    if (m->player == NONE) {
        if (t->player != NONE)
            learn_club(r, t->player, club, sureness);
        return;
    }
    for (uint32_t k = list_first(r, m->player); k <= list_last(r, m->player); k++)
        if (argument_fits(&r->units[k], ELEMENT_PLAYER))
            learn_club(r, r->units[k].ref, club, sureness);
}

/* Of two clubs that talk about somebody, the second named is his own, unless it is
 * known whose he is. */
void learn_from_pair(teller *t, const cue_match *m)
{
    reading *r = t->r;
    uint32_t who = m->player != NONE ? r->units[m->player].ref : t->player;

    if (m->club == NONE || who == NONE || r->people[who].club != NONE)
        return;
    uint32_t last = list_last(r, m->club);
    if (last > list_first(r, m->club) && argument_fits(&r->units[last], ELEMENT_CLUB))
        person_set_club(&r->people[who], r->units[last].ref, CLUB_BY_CUE);
}

/* "At Tottenham, …" tells the club of whom the sentence names without one. */
static void learn_from_opening(reading *r, const unit_sentence *s)
{
    if (s->end < s->first + 4 || r->units[s->first + 1].kind != UNIT_CLUB)
        return;
    suitor_sv text = token_text(&r->doc, r->units[s->first].first);
    const unit *comma = &r->units[s->first + 2];
    if (!suitor_sv_equal(text, suitor_sv_of("At")) || comma->kind != UNIT_SIGN ||
        comma->sign != ',')
        return;
    for (uint32_t u = s->first + 3; u < s->end; u++)
        if (r->units[u].kind == UNIT_PLAYER)
            person_set_club(&r->people[r->units[u].ref], r->units[s->first + 1].ref,
                            CLUB_IN_PASSING);
}

static bool is_word(const reading *r, const unit *u, const char *text)
{
    return u->kind == UNIT_WORD &&
           suitor_sv_equal(token_text(&r->doc, u->first), suitor_sv_of(text));
}

/* The club of "from S" in the same breath as the player at `u`, right behind him or behind
 * a move ("P on a permanent move from S"); NONE if there is none. */
static uint32_t club_he_comes_from(const reading *r, const unit_sentence *s, uint32_t u)
{
    enum { REACH = 9 };
    bool near = true;

    for (uint32_t k = u + 1; k + 1 < s->end && k < u + REACH; k++) {
        const unit *at = &r->units[k];
        bool ends = at->kind == UNIT_SIGN && at->sign && strchr(".;:!?", at->sign);
        if (ends || argument_fits(at, ELEMENT_PLAYER))
            return NONE;
        if (near && is_word(r, at, "from") && r->units[k + 1].kind == UNIT_CLUB)
            return r->units[k + 1].ref;
        near = at->kind == UNIT_WORD && word_in(&r->x->lex, at->word, CLASS_MOVE_NOUN);
    }
    return NONE;
}

/* Phrases that tell where he plays, whatever the verb is. */
void learn_sellers(reading *r, const unit_sentence *s)
{
    learn_from_opening(r, s);
    FOR_PHRASES (r, s, u) {
        if (!argument_fits(&r->units[u], ELEMENT_PLAYER))
            continue;
        uint32_t club = club_he_comes_from(r, s, u);
        if (club != NONE)
            person_set_club(&r->people[r->units[u].ref], club, CLUB_IN_PASSING);
    }
}

static uint32_t main_club(const reading *r)
{
    uint32_t best = NONE;

    for (uint32_t i = 0; i < r->n_mentions; i++) {
        const mention *m = &r->mentions[i];
        if (m->kind == ENTRY_CLUB &&
            (best == NONE || r->club_counts[m->ref] > r->club_counts[best]))
            best = m->ref;
    }
    return best;
}

void owners_guess(reading *r)
{
    uint32_t club = main_club(r);

    for (uint32_t i = 0; i < r->n_events && club != NONE; i++) {
        const event *e = &r->events[i];
        if (e->own_club && e->club == NONE && r->people[e->player].club == NONE &&
            !events_tell_of(r, e->player, club)) /* else it wants him */
            person_set_club(&r->people[e->player], club, CLUB_IN_PASSING);
    }
}
