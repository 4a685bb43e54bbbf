/* Events: what a cue says once its arguments are filled, from the sentence or
 * from those before, and once negation, doubt and tense are heard. */
#include "claims/candidates.h"
#include "claims/claims.h"
#include "claims/teller.h"

/* "to sign": wished for, not done. */
static bool is_infinitive(const reading *r, const unit_sentence *s, const cue_match *m)
{
    uint32_t u = m->literals[0];

    if (u == s->first || r->units[u - 1].kind != UNIT_WORD)
        return false;
    return suitor_sv_equal(tokens_text(r, r->units[u - 1].first, r->units[u - 1].end),
                           suitor_sv_of("to"));
}

static void tell_claim(teller *t, cue_match *m, const cue *c, const mood *md)
{
    event proto = { .relation = c->kind, .stage = c->stage, .confidence = c->confidence };

    if (m->player == NONE) {
        if (!context_player(t, m))
            return;
        proto.confidence *= 0.8;
    }
    learn_seller(t, m, c);
    if (c->pair)
        learn_from_pair(t, m);
    if (is_infinitive(t->r, t->s, m) && c->kind == SUITOR_DEAL && c->stage == SUITOR_DONE) {
        proto.relation = SUITOR_INTEREST;
        proto.stage = SUITOR_KEEN;
    }
    if (takes_club(c->kind) && m->club == NONE) {
        context_club(t, m, c);
        proto.confidence *= 0.8;
    }
    if (md->negated && !cue_negate(c, &proto.relation, &proto.stage))
        return;
    if (md->former && proto.relation == SUITOR_INTEREST && proto.stage != SUITOR_BID) {
        proto.relation = SUITOR_ENDED;
        proto.stage = SUITOR_OVER;
    }
    if (!mood_soften(md, &proto.relation, &proto.stage))
        return;
    proto.hedge = mood_hedge(t, md);
    emit_all(t, m, &proto);
    if (takes_club(c->kind) && c->kind != SUITOR_ENDED && m->club != NONE)
        t->clubs_unit = m->club;
    if (m->player != NONE)
        t->player = t->r->units[m->player].ref;
}

/* "as do Arsenal and Chelsea": the claim before, said of these too. */
static void tell_same(teller *t, const cue_match *m)
{
    if (t->last_event == NONE || m->club == NONE)
        return;
    event proto = t->r->events[t->last_event];
    uint32_t player = proto.player;
    proto.confidence *= 0.9;
    if (takes_club(proto.relation))
        emit_for_player(t, m, &proto, player);
}

/* "But the player has not agreed yet": what was agreed of him is being talked about still. */
static void tell_open(teller *t, const cue_match *m)
{
    reading *r = t->r;

    if (m->player == NONE) {
        if (t->player != NONE)
            r->people[t->player].open_until = t->sentence_index;
        return;
    }
    for (uint32_t u = list_first(r, m->player); u <= list_last(r, m->player); u++)
        if (argument_fits(&r->units[u], ELEMENT_PLAYER))
            r->people[r->units[u].ref].open_until = t->sentence_index;
}

static void tell(teller *t, cue_match *m)
{
    const lexicon *lex = &t->r->x->lex;
    const cue *c = &lex->cues[lex->patterns[m->pattern].cue];
    mood md = mood_of(t->r, t->s, m);

    if (t->s->past && !c->timeless)
        return;
    if (c->kind == CUE_SAME)
        tell_same(t, m);
    else if (c->kind == CUE_OPEN)
        tell_open(t, m);
    else if (c->kind == CUE_NEED || c->kind == CUE_SUCCESSOR) {
        if (!md.negated)
            tell_need(t, m, c);
    } else if (c->kind == CUE_EITHER_OR)
        tell_choice(t, m);
    else if (c->kind < SUITOR_N_RELATIONS)
        tell_claim(t, m, c, &md);
}

/* Who the next sentence is about: the player of the last event, else the first
 * one named here. */
static void move_on(teller *t, uint32_t events_before)
{
    if (t->r->n_events > events_before)
        return;
    FOR_PHRASES (t->r, t->s, u)
        if (argument_fits(&t->r->units[u], ELEMENT_PLAYER)) {
            t->player = t->r->units[u].ref;
            t->clubs_unit = NONE;
            return;
        }
}

void events_find(reading *r)
{
    teller t = { .r = r,
                 .player = NONE,
                 .clubs_unit = NONE,
                 .last_event = NONE,
                 .main_unit = context_main_club(r) };
    cue_match matches[MATCH_MAX_SENTENCE];

    r->n_events = r->n_needs = r->n_choices = r->n_members = r->n_uses = 0;
    strmap_reset(&r->told);
    if (!candidates_begin(r))
        return;
    arguments_note(r);
    for (uint32_t i = 0; i < r->n_sentences; i++)
        learn_sellers(r, &r->sentences[i]);
    for (uint32_t i = 0; i < r->n_sentences && !r->out_of_memory; i++) {
        uint32_t before = r->n_events;
        t.sentence_index = i;
        t.s = &r->sentences[i];
        uint32_t n = cues_match(r, t.s, matches);
        for (uint32_t k = 0; k < n; k++) {
            uint32_t told = t.n_told;
            tell(&t, &matches[k]);
            if (r->keep_uses)
                READING_PUSH(r, uses, ((cue_use){ matches[k], i, t.n_told > told }));
        }
        move_on(&t, before);
    }
    r->n_told = r->n_events;
}
