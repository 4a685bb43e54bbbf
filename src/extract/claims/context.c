/* Context: the player and the suitor that a sentence does not name, taken from the
 * sentences before, or behind where the text begins with it. */
#include "claims/teller.h"

enum { CLUB_REACH = 4, NAMES_REACH = 4, LONG_TEXT = 8 };

/* Where the sentences end in which a text that begins with its news may name who
 * it is about. */
static uint32_t names_end(const teller *t)
{
    uint32_t last = t->sentence_index + NAMES_REACH;

    return t->r->sentences[last < t->r->n_sentences ? last : t->r->n_sentences - 1].end;
}

/* The player a sentence without one in the right place is about. */
void context_player(const teller *t, cue_match *m)
{
    const element any = { .kind = ELEMENT_PLAYER };
    uint32_t u = argument_left(t->r, t->s, m->literals[0], &any, NONE);

    if (u == NONE && t->player == NONE)
        for (uint32_t k = m->last + 1; k < names_end(t) && u == NONE; k++)
            if (argument_fits(t->r, &t->r->units[k], ELEMENT_PLAYER))
                u = k;
    m->player = u;
}

/* The club that an earlier sentence is about, other than `own`. */
static uint32_t club_before(const teller *t, uint32_t own)
{
    const reading *r = t->r;

    for (uint32_t back = 1; back <= t->sentence_index && back <= CLUB_REACH; back++) {
        const unit_sentence *s = &r->sentences[t->sentence_index - back];
        FOR_PHRASES (r, s, u)
            if (r->units[u].kind == UNIT_CLUB && r->units[u].ref != own &&
                !(r->units[u].flags & UNIT_TAG))
                return u;
    }
    return NONE;
}

static uint32_t club_behind(const teller *t, uint32_t own)
{
    for (uint32_t u = t->s->first; u < names_end(t); u++)
        if (t->r->units[u].kind == UNIT_CLUB && t->r->units[u].ref != own &&
            !(t->r->units[u].flags & UNIT_TAG))
            return u;
    return NONE;
}

/* Whether the last claim was about the same player, so that its suitors go on. */
static bool same_story(const teller *t, uint32_t player)
{
    return t->last_event != NONE && t->r->events[t->last_event].player == player;
}

/* The suitor a sentence without one in the right place is about: a club to the
 * left that is not his own, else the last suitors told of. */
void context_club(const teller *t, cue_match *m)
{
    const element any = { .kind = ELEMENT_CLUB };
    uint32_t player = m->player != NONE ? t->r->units[m->player].ref : t->player;
    uint32_t own = player != NONE ? t->r->people[player].club : NONE;
    uint32_t u = argument_left(t->r, t->s, m->literals[0], &any, own);

    if (u == NONE || t->r->units[u].ref == own || (m->seller != NONE && u == m->seller))
        u = same_story(t, player) || t->main_unit == NONE ? t->clubs_unit : t->main_unit;
    if (u == NONE || t->r->units[u].ref == own)
        u = t->clubs_unit;
    if (u == NONE || t->r->units[u].ref == own)
        u = t->main_unit;
    if (u == NONE || t->r->units[u].ref == own)
        u = club_before(t, own);
    if (u == NONE && t->last_event == NONE)
        u = club_behind(t, own);
    m->club = u;
}

/* The club that an article is about: named three times and more than any other. */
uint32_t context_main_club(const reading *r)
{
    uint32_t best = NONE, best_count = r->n_sentences > LONG_TEXT ? 1 : 2;
    bool tied = false;

    for (uint32_t i = 0; i < r->n_phrases; i++) {
        uint32_t u = r->phrases[i];
        if (r->units[u].kind != UNIT_CLUB || (r->units[u].flags & UNIT_TAG))
            continue;
        uint32_t count = r->club_counts[r->units[u].ref];
        if (best != NONE && r->units[u].ref == r->units[best].ref)
            continue;
        if (count > best_count) {
            best = u;
            best_count = count;
            tied = false;
        } else if (count == best_count) {
            tied = true;
        }
    }
    return tied ? NONE : best;
}
