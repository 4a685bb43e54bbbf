/* Events: what a cue says once its arguments are filled, from the sentence or
 * from those before, and once negation, doubt and tense are heard. */
#include "claims/arguments.h"
#include "claims/claims.h"
#include "claims/match.h"
#include "grow.h"
#include "mentions/mentions.h"

enum { NEGATION_REACH = 5, CLUB_REACH = 4 };

/* What the text is about at this point. */
typedef struct {
    reading *r;
    uint32_t sentence_index;
    const unit_sentence *s;
    uint32_t player;             /* person, NONE */
    uint32_t clubs_unit;         /* unit (first of a list) of the last suitors, NONE */
    uint32_t last_event;         /* into r->events, NONE */
    uint32_t main_unit;          /* unit of the club the whole text is about, NONE */
} teller;

typedef struct {
    bool negated, doubtful, supposed, hedged, question;
} mood;

static bool word_class_at(const reading *r, uint32_t u, word_class c)
{
    return (r->units[u].kind == UNIT_WORD || r->units[u].kind == UNIT_HE) &&
           word_in(&r->x->lex, r->units[u].word, c);
}

static bool is_question(const reading *r, const unit_sentence *s)
{
    for (uint32_t u = s->end; u > s->first; u--) {
        const unit *at = &r->units[u - 1];
        if (at->kind == UNIT_SIGN && at->sign == '?')
            return true;
        if (at->kind != UNIT_SIGN)
            return false;
    }
    return false;
}

/* Begins the clause of the match: behind the last comma, stop word or far sign. */
static uint32_t clause_start(const reading *r, const unit_sentence *s, uint32_t u)
{
    while (u > s->first) {
        const unit *at = &r->units[u - 1];
        if (at->kind == UNIT_SIGN && at->sign && strchr(",;:.!?()", at->sign))
            break;
        u--;
    }
    return u;
}

static mood mood_of(const reading *r, const unit_sentence *s, const cue_match *m)
{
    mood out = { .question = is_question(r, s) };
    uint32_t first = m->literals[0], last = m->literals[m->n_literals - 1];
    uint32_t clause = clause_start(r, s, first);
    uint32_t near = first > s->first + NEGATION_REACH ? first - NEGATION_REACH : s->first;

    for (uint32_t u = near > clause ? near : clause; u < last; u++) {
        bool literal = false;
        for (uint32_t k = 0; k < m->n_literals; k++)
            literal |= m->literals[k] == u;
        if (literal)
            continue;
        out.negated |= word_class_at(r, u, CLASS_NEGATION);
        out.doubtful |= word_class_at(r, u, CLASS_MODAL);
    }
    for (uint32_t u = clause; u < first; u++)
        out.supposed |= word_class_at(r, u, CLASS_IF);
    for (uint32_t u = s->first; u < s->end; u++)
        out.hedged |= word_class_at(r, u, CLASS_HEDGE);
    return out;
}

static uint32_t first_in_list(const reading *r, uint32_t u)
{
    return r->units[u].list_last > r->units[u].list_first ? r->units[u].list_first : u;
}

static uint32_t last_in_list(const reading *r, uint32_t u)
{
    return r->units[u].list_last > r->units[u].list_first ? r->units[u].list_last : u;
}

static uint8_t hedge_of(const teller *t, const mood *m)
{
    if (m->doubtful || m->supposed || m->question)
        return SUITOR_DOUBTFUL;
    if (m->hedged)
        return SUITOR_HEDGED;
    return t->s->reported ? SUITOR_REPORTED : SUITOR_FIRM;
}

/* What is left of relation and stage under doubt; false when nothing is. */
static bool soften(const mood *m, uint8_t *relation, uint8_t *stage)
{
    if (m->question && *relation == SUITOR_DEAL)
        return false;
    if (!m->doubtful && !m->supposed && !m->question)
        return true;
    if (*relation == SUITOR_DEAL || (*relation == SUITOR_INTEREST && *stage != SUITOR_BID)) {
        *relation = SUITOR_INTEREST;
        *stage = SUITOR_LINKED;
    } else if (*relation == SUITOR_LEAVING || *relation == SUITOR_STAYING) {
        *stage = SUITOR_POSSIBLE;
    } else if (*relation == SUITOR_ENDED) {
        return !m->supposed && !m->doubtful;
    }
    return true;
}

/* Turns a negated cue into what it then says; false when it says nothing. */
static bool negate(const cue *c, uint8_t *relation, uint8_t *stage)
{
    switch (c->negated) {
    case NEGATED_ENDED:
        *relation = SUITOR_ENDED;
        *stage = SUITOR_OVER;
        return true;
    case NEGATED_STAYING:
        *relation = SUITOR_STAYING;
        *stage = SUITOR_LIKELY;
        return true;
    case NEGATED_LEAVING:
        *relation = SUITOR_LEAVING;
        *stage = SUITOR_POSSIBLE;
        return true;
    case NEGATED_SAME: return true;
    default: return false;
    }
}

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
    e.order = t->r->n_events;
    if (READING_PUSH(t->r, events, e))
        t->last_event = t->r->n_events - 1;
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
    for (uint32_t u = first_in_list(t->r, m->club); u <= last_in_list(t->r, m->club); u++)
        if (argument_fits(t->r, &t->r->units[u], ELEMENT_CLUB) &&
            !is_own(t->r, player, t->r->units[u].ref))
            push_event(t, m, &e, player, t->r->units[u].ref);
}

static void emit_for_player(teller *t, const cue_match *m, const event *proto, uint32_t player)
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
            person_set_club(&r->people[player], club, 1);
        push_event(t, m, &e, player, club);
        return;
    }
    if (m->club == NONE)
        return;
    for (uint32_t u = first_in_list(r, m->club); u <= last_in_list(r, m->club); u++) {
        if (!argument_fits(r, &r->units[u], ELEMENT_CLUB))
            continue;
        if (proto->relation == SUITOR_PLAYS_FOR)
            person_set_club(&r->people[player], r->units[u].ref, 2);
        else if (!is_own(r, player, r->units[u].ref) || proto->relation == SUITOR_DEAL)
            push_event(t, m, proto, player, r->units[u].ref);
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
    for (uint32_t u = first_in_list(t->r, m->rival); u <= last_in_list(t->r, m->rival); u++)
        if (argument_fits(t->r, &t->r->units[u], ELEMENT_RIVAL))
            push_event(t, m, &e, player, t->r->units[u].ref);
}

/* Every player of the list the argument stands in. */
static void emit(teller *t, const cue_match *m, const event *proto)
{
    reading *r = t->r;

    if (m->player == NONE) {
        if (t->player == NONE)
            return;
        emit_for_player(t, m, proto, t->player);
        emit_rivals(t, m, proto, t->player);
        return;
    }
    for (uint32_t u = first_in_list(r, m->player); u <= last_in_list(r, m->player); u++) {
        if (!argument_fits(r, &r->units[u], ELEMENT_PLAYER))
            continue;
        if (m->seller != NONE)
            person_set_club(&r->people[r->units[u].ref], r->units[m->seller].ref, 2);
        emit_for_player(t, m, proto, r->units[u].ref);
        emit_rivals(t, m, proto, r->units[u].ref);
    }
}

/* The player a sentence without one in the right place is about. */
static void fill_player(const teller *t, cue_match *m)
{
    const element any = { .kind = ELEMENT_PLAYER };
    uint32_t u = argument_left(t->r, t->s, m->literals[0], &any, NONE);

    if (u == NONE && t->player == NONE)
        for (uint32_t k = m->last + 1; k < t->s->end && u == NONE; k++)
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
        for (uint32_t u = s->first; u < s->end; u++)
            if (r->units[u].kind == UNIT_CLUB && r->units[u].ref != own &&
                !(r->units[u].flags & UNIT_TAG))
                return u;
    }
    return NONE;
}

/* The suitor a sentence without one in the right place is about: a club to the
 * left that is not his own, else the last suitors told of. */
static void fill_club(const teller *t, cue_match *m)
{
    const element any = { .kind = ELEMENT_CLUB };
    uint32_t player = m->player != NONE ? t->r->units[m->player].ref : t->player;
    uint32_t own = player != NONE ? t->r->people[player].club : NONE;
    uint32_t u = argument_left(t->r, t->s, m->literals[0], &any, own);

    if (u == NONE || t->r->units[u].ref == own || (m->seller != NONE && u == m->seller))
        u = t->clubs_unit;
    if (u == NONE || t->r->units[u].ref == own)
        u = t->main_unit;
    if (u == NONE || t->r->units[u].ref == own)
        u = club_before(t, own);
    m->club = u;
}

static bool takes_club(uint8_t kind)
{
    return kind == SUITOR_INTEREST || kind == SUITOR_DEAL || kind == SUITOR_ENDED;
}

static bool told_as_suitor(const reading *r, uint32_t player, uint32_t club)
{
    for (uint32_t i = 0; i < r->n_events; i++)
        if (r->events[i].player == player && r->events[i].club == club)
            return true;
    return false;
}

static void learn_club(reading *r, uint32_t who, uint32_t club, uint8_t sureness)
{
    if (sureness > 1 || !told_as_suitor(r, who, club))
        person_set_club(&r->people[who], club, sureness);
}

/* "to sign": wished for, not done. */
static bool is_infinitive(const reading *r, const unit_sentence *s, const cue_match *m)
{
    uint32_t u = m->literals[0];

    if (u == s->first || r->units[u - 1].kind != UNIT_WORD)
        return false;
    return suitor_sv_equal(tokens_text(r, r->units[u - 1].first, r->units[u - 1].end),
                           suitor_sv_of("to"));
}

/* Whose player he is, told by the cue's seller or, for leaving and staying, by the
 * club that the sentence is about. */
static void learn_seller(teller *t, const cue_match *m, const cue *c)
{
    reading *r = t->r;
    const element any = { .kind = ELEMENT_SELLER };
    bool own = c->kind == SUITOR_LEAVING || c->kind == SUITOR_STAYING;
    uint32_t u = m->seller;
    uint8_t sureness = 2;

    if (u == NONE && own) {
        u = argument_left(r, t->s, m->literals[0], &any, NONE);
        if (u != NONE && u < clause_start(r, t->s, m->literals[0]))
            u = NONE;
        sureness = 1;
    }
    if (u == NONE)
        return;
    uint32_t club = r->units[u].ref;
    if (sureness == 1 && m->club != NONE && club == r->units[m->club].ref)
        return;
    if (m->player == NONE) {
        if (t->player != NONE)
            learn_club(r, t->player, club, sureness);
        return;
    }
    for (uint32_t k = first_in_list(r, m->player); k <= last_in_list(r, m->player); k++)
        if (argument_fits(r, &r->units[k], ELEMENT_PLAYER))
            learn_club(r, r->units[k].ref, club, sureness);
}

/* Of two clubs that talk about somebody, the second named is his own, unless it is
 * known whose he is. */
static void learn_from_pair(teller *t, const cue_match *m)
{
    reading *r = t->r;
    uint32_t who = m->player != NONE ? r->units[m->player].ref : t->player;

    if (m->club == NONE || who == NONE || r->people[who].club != NONE)
        return;
    uint32_t last = last_in_list(r, m->club);
    if (last > first_in_list(r, m->club) && argument_fits(r, &r->units[last], ELEMENT_CLUB))
        person_set_club(&r->people[who], r->units[last].ref, 2);
}

static void tell_claim(teller *t, cue_match *m, const cue *c, const mood *md)
{
    event proto = { .relation = c->kind, .stage = c->stage, .confidence = c->confidence };

    if (m->player == NONE) {
        fill_player(t, m);
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
        fill_club(t, m);
        proto.confidence *= 0.8;
    }
    if (md->negated && !negate(c, &proto.relation, &proto.stage))
        return;
    if (!soften(md, &proto.relation, &proto.stage))
        return;
    proto.hedge = hedge_of(t, md);
    emit(t, m, &proto);
    if (takes_club(c->kind) && m->club != NONE)
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

static void push_need(teller *t, const cue_match *m, uint32_t club, uint8_t position)
{
    if (club == NONE || !position)
        return;
    READING_PUSH(t->r, needs,
                 ((need_event){ .club = club, .position = position,
                                .first = t->r->units[m->first].first,
                                .end = t->r->units[m->last].end }));
}

static void tell_need(teller *t, cue_match *m, const cue *c)
{
    reading *r = t->r;
    uint32_t club = m->club != NONE ? r->units[m->club].ref : NONE;

    if (c->kind == CUE_NEED) {
        push_need(t, m, club, r->units[m->position].position);
        return;
    }
    if (m->player == NONE)
        return;
    person *p = &r->people[r->units[m->player].ref];
    if (club == NONE)
        club = p->club;
    if (club == NONE && t->main_unit != NONE)
        club = r->units[t->main_unit].ref;
    person_set_club(p, club, 1);
    p->succeeded = true;
    push_need(t, m, club, p->position);
}

/* The nearest list of two players or more, in this sentence or the one before. */
static uint32_t players_list(const teller *t, uint32_t near)
{
    for (uint32_t u = near; u < t->s->end; u++)
        if (argument_fits(t->r, &t->r->units[u], ELEMENT_PLAYER) &&
            t->r->units[u].list_last > t->r->units[u].list_first)
            return u;
    uint32_t floor = t->sentence_index ? t->r->sentences[t->sentence_index - 1].first : t->s->first;
    for (uint32_t u = near; u > floor; u--)
        if (argument_fits(t->r, &t->r->units[u - 1], ELEMENT_PLAYER) &&
            t->r->units[u - 1].list_last > t->r->units[u - 1].list_first)
            return u - 1;
    return NONE;
}

static void tell_choice(teller *t, const cue_match *m)
{
    reading *r = t->r;
    uint32_t list = m->player != NONE && last_in_list(r, m->player) > first_in_list(r, m->player)
                        ? m->player
                        : players_list(t, m->literals[0]);
    uint32_t first = r->n_members;

    if (list == NONE)
        return;
    for (uint32_t u = first_in_list(r, list); u <= last_in_list(r, list); u++)
        if (argument_fits(r, &r->units[u], ELEMENT_PLAYER))
            READING_PUSH(r, members, r->units[u].ref);
    uint32_t club = m->club != NONE ? r->units[m->club].ref : NONE;
    if (m->seller != NONE)
        club = r->units[m->seller].ref;
    if (club == NONE)
        club = r->people[r->units[list].ref].club;
    if (r->n_members - first < 2 || club == NONE)
        return;
    if (m->seller != NONE)
        for (uint32_t i = first; i < r->n_members; i++)
            person_set_club(&r->people[r->members[i]], club, 2);
    READING_PUSH(r, choices,
                 ((choice_event){ .club = club, .first_member = first,
                                  .count = r->n_members - first,
                                  .first = r->units[m->first].first,
                                  .end = r->units[m->last].end }));
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
    for (uint32_t u = t->s->first; u < t->s->end; u++)
        if (argument_fits(t->r, &t->r->units[u], ELEMENT_PLAYER)) {
            t->player = t->r->units[u].ref;
            t->clubs_unit = NONE;
            return;
        }
}

/* "P from S" and "P of S" tell where he plays, whatever the verb is. */
static void learn_sellers(reading *r, const unit_sentence *s)
{
    for (uint32_t u = s->first; u + 2 < s->end; u++) {
        const unit *from = &r->units[u + 1];
        if (!argument_fits(r, &r->units[u], ELEMENT_PLAYER) || from->kind != UNIT_WORD ||
            r->units[u + 2].kind != UNIT_CLUB)
            continue;
        suitor_sv text = token_text(&r->doc, from->first);
        if (suitor_sv_equal(text, suitor_sv_of("from")))
            person_set_club(&r->people[r->units[u].ref], r->units[u + 2].ref, 1);
    }
}

/* The club that an article is about: named three times and more than any other. */
static uint32_t main_unit(const reading *r)
{
    uint32_t best = NONE, best_count = 2;
    bool tied = false;

    for (uint32_t u = 0; u < r->n_units; u++) {
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

void events_find(reading *r)
{
    teller t = { .r = r, .player = NONE, .clubs_unit = NONE, .last_event = NONE,
                 .main_unit = main_unit(r) };
    cue_match matches[MATCH_MAX_SENTENCE];

    r->n_events = r->n_needs = r->n_choices = r->n_members = 0;
    for (uint32_t i = 0; i < r->n_sentences; i++)
        learn_sellers(r, &r->sentences[i]);
    for (uint32_t i = 0; i < r->n_sentences && !r->out_of_memory; i++) {
        uint32_t before = r->n_events;
        t.sentence_index = i;
        t.s = &r->sentences[i];
        uint32_t n = cues_match(r, t.s, matches);
        for (uint32_t k = 0; k < n; k++)
            tell(&t, &matches[k]);
        move_on(&t, before);
    }
}
