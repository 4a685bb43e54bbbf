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

/* Whether the text may hold several stories, each a paragraph of its own. */
static bool is_long(const reading *r) { return r->n_sentences > LONG_TEXT; }

/* Whether the last claim, in this paragraph or the one before, is of the player that the
 * text is about here. */
static bool in_story(const teller *t)
{
    const reading *r = t->r;

    if (t->last_event == NONE || r->events[t->last_event].player != t->player)
        return false;
    uint32_t told = r->doc.sentences[r->events[t->last_event].sentence].paragraph;
    return !is_long(r) || told + 1 >= r->doc.sentences[t->sentence_index].paragraph;
}

/* The player a sentence without one in the right place is about; false when it cannot be
 * told. */
bool context_player(const teller *t, cue_match *m)
{
    const element any = { .kind = ELEMENT_PLAYER };
    uint32_t u = argument_left(t->r, t->s, m->literals[0], &any, NONE);

    if (u == NONE && m->breaks_off)
        return in_story(t);
    if (u == NONE && t->player == NONE)
        for (uint32_t k = m->last + 1; k < names_end(t) && u == NONE; k++)
            if (argument_fits(&t->r->units[k], ELEMENT_PLAYER))
                u = k;
    m->player = u;
    return true;
}

/* The club that an earlier sentence is about, other than `own`. */
static uint32_t club_before(const teller *t, uint32_t own)
{
    const reading *r = t->r;
    uint32_t here = r->doc.sentences[t->sentence_index].paragraph;

    for (uint32_t back = 1; back <= t->sentence_index && back <= CLUB_REACH; back++) {
        uint32_t i = t->sentence_index - back;
        const unit_sentence *s = &r->sentences[i];
        if (is_long(r) && r->doc.sentences[i].paragraph != here)
            return NONE;
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

/* Whether the club is told of in the sentence's paragraph up to it, or the one before. */
static bool is_near(const teller *t, uint32_t club)
{
    const reading *r = t->r;
    uint32_t here = r->doc.sentences[t->sentence_index].paragraph;

    for (uint32_t i = t->sentence_index + 1; i > 0; i--) {
        if (is_long(r) && r->doc.sentences[i - 1].paragraph + 1 < here)
            return false;
        const unit_sentence *s = &r->sentences[i - 1];
        FOR_PHRASES (r, s, u)
            if (r->units[u].kind == UNIT_CLUB && r->units[u].ref == club)
                return true;
    }
    return false;
}

/* Whether the last claim was about the same player, so that its suitors go on. */
static bool same_story(const teller *t, uint32_t player)
{
    return t->last_event != NONE && t->r->events[t->last_event].player == player;
}

static bool is_other(const teller *t, uint32_t u, uint32_t own)
{
    return u != NONE && t->r->units[u].ref != own;
}

static bool begins_paragraph(const teller *t)
{
    const sentence *here = &t->r->doc.sentences[t->sentence_index];

    return t->sentence_index == 0 || here[-1].paragraph != here->paragraph;
}

/* The suitor told of before the sentence: those of the last claim where it was about the
 * same player, else the club that the text is about or that was last named, if close by. */
static uint32_t suitor_before(const teller *t, const cue_match *m, const cue *c, uint32_t player,
                              uint32_t own)
{
    bool same = same_story(t, player);

    if (same && is_other(t, t->clubs_unit, own))
        return t->clubs_unit;
    if (!same && m->seller != NONE && c->stage == SUITOR_BID && begins_paragraph(t))
        return NONE; /* "Leicester refuse an offer for him": from somebody who is not told */
    if (is_other(t, t->main_unit, own) && is_near(t, t->r->units[t->main_unit].ref))
        return t->main_unit;
    return club_before(t, own);
}

/* Whether the club is that of another player of the sentence: "Lyon want £50m for him, and
 * Jan Tobler is admired". */
static bool sells_another(const teller *t, uint32_t club_unit, uint32_t player)
{
    const reading *r = t->r;

    FOR_PHRASES (r, t->s, u)
        if (argument_fits(&r->units[u], ELEMENT_PLAYER) && r->units[u].ref != player &&
            r->people[r->units[u].ref].club == r->units[club_unit].ref)
            return true;
    return false;
}

/* The last unit up to the end of the sentence that names the club, unless it says that he
 * comes from there. */
static uint32_t named_before(const teller *t, uint32_t club)
{
    const unit *units = t->r->units;

    for (uint32_t u = t->s->end; u > 0; u--)
        if (units[u - 1].kind == UNIT_CLUB && units[u - 1].ref == club)
            return u > 1 && unit_is(&units[u - 2], CLASS_SHUT_CLUB) ? NONE : u - 1;
    return NONE;
}

/* The suitor a sentence without one in the right place is about: a club to the
 * left that is not his own, else the last suitors told of. */
void context_club(const teller *t, cue_match *m, const cue *c)
{
    bool joined = c->kind == SUITOR_DEAL && c->stage == SUITOR_DONE;
    const element any = { .kind = ELEMENT_CLUB };
    uint32_t player = m->player != NONE ? t->r->units[m->player].ref : t->player;
    uint32_t own = player != NONE ? t->r->people[player].club : NONE;

    /* where he is by now, as the register has it, is where he went */
    if (joined && own != NONE && t->r->people[player].club_sureness == 1 && m->seller == NONE) {
        m->club = named_before(t, own);
        if (m->club != NONE)
            return;
    }
    uint32_t u = argument_left(t->r, t->s, m->literals[0], &any, own);

    if (!is_other(t, u, own) || u == m->seller || sells_another(t, u, player))
        u = suitor_before(t, m, c, player, own);
    if (u == NONE && t->last_event == NONE)
        u = club_behind(t, own);
    m->club = u;
}

/* The club that an article is about: named three times and more than any other. */
uint32_t context_main_club(const reading *r)
{
    uint32_t best = NONE, best_count = is_long(r) ? 1 : 2;
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
