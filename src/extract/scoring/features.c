/* Features of a candidate: the words between player and club and at their sides up to the
 * clause's end, the signal classes of these words, what the cues told, whose player he is. */
#include "mentions/mentions.h"
#include "scoring/writer.h"

enum { WORDS_REACH = 12, SIDE_WORDS = 4 };

static void put_words(writer *w)
{
    bool few = w->high - w->low <= WORDS_REACH;

    for (uint32_t u = w->low + 1; u < w->high; u++) {
        bool far = u - w->low > 5 && w->high - u > 5;
        if (w->units[u].value && (few || !far))
            put_unit(w, FEATURE_WORD_BETWEEN, BOTH, u);
        if (few && w->units[u].value && u - 1 > w->low && w->units[u - 1].value)
            put_two_units(w, u - 1, u);
    }
    for (uint32_t u = w->low, n = 0; u > w->s->first && n < SIDE_WORDS; u--, n++)
        put_unit(w, FEATURE_WORD_LEFT, BOTH, u - 1);
    for (uint32_t u = w->high + 1, n = 0; u < w->s->end && n < SIDE_WORDS; u++, n++)
        put_unit(w, FEATURE_WORD_RIGHT, BOTH, u);
}

/* Long sentences have many words, so what stays the same is looked up once. */
static void add_words_anywhere(writer *w)
{
    const model *m = w->m;
    const uint32_t *blocks = m->blocks + m->ranges[FEATURE_WORD_ANYWHERE].first;
    const uint32_t *cells = m->cells + w->layout;
    label_sums *sums = w->sums;

    for (const scored_unit *u = w->units + w->s->first; u < w->units + w->s->end; u++)
        if (u->value && u->value < VALUE_EDGE)
            row_add(sums, &m->rows[cells[blocks[u->number] * BLOCK_LAYOUTS]]);
}

static void put_words_anywhere(writer *w)
{
    if (!w->list)
        add_words_anywhere(w);
    for (uint32_t u = w->s->first; u < w->s->end && w->list; u++)
        if (w->r->units[u].word)
            put_unit(w, FEATURE_WORD_ANYWHERE, ANYHOW, u);
}

static void put_before(writer *w, feature_template t, uint32_t u)
{
    if (u > w->s->first)
        put_unit(w, t, HERE, u - 1);
    else
        put_edge(w, t);
}

static void put_behind(writer *w, feature_template t, uint32_t u)
{
    if (u + 1 < w->s->end)
        put_unit(w, t, HERE, u + 1);
    else
        put_edge(w, t);
}

static void put_neighbours(writer *w)
{
    if (w->c->player_unit != NONE) {
        put_before(w, FEATURE_BEFORE_PLAYER, w->c->player_unit);
        put_behind(w, FEATURE_BEHIND_PLAYER, w->c->player_unit);
    }
    if (w->c->club_unit != NONE) {
        put_before(w, FEATURE_BEFORE_CLUB, w->c->club_unit);
        put_behind(w, FEATURE_BEHIND_CLUB, w->c->club_unit);
    }
}

static uint64_t signals_in(const writer *w, uint32_t first, uint32_t end)
{
    uint64_t all = 0;

    for (uint32_t u = first; u < end; u++)
        all |= w->units[u].signals;
    return all;
}

/* The lowest bit of *bits, which is taken out. */
static uint32_t take_lowest(uint64_t *bits)
{
    uint32_t lowest = (uint32_t)__builtin_ctzll(*bits);

    *bits &= *bits - 1;
    return lowest;
}

static void put_signals(writer *w, feature_template t, uint64_t signals)
{
    while (signals)
        put_signal(w, t, take_lowest(&signals));
}

/* Returns those near: between the two, and beside them in their clause. */
static uint64_t put_signals_near(writer *w)
{
    uint64_t between = w->high > w->low ? signals_in(w, w->low + 1, w->high) : 0;
    uint64_t left = signals_in(w, w->first, w->low);
    uint64_t right = signals_in(w, w->high + 1, w->end);

    put_signals(w, FEATURE_SIGNAL_BETWEEN, between);
    put_signals(w, FEATURE_SIGNAL_LEFT, left);
    put_signals(w, FEATURE_SIGNAL_RIGHT, right);
    put_signals(w, FEATURE_SIGNAL_NEAR, between | left | right);
    return between | left | right;
}

static void put_signals_anywhere(writer *w)
{
    put_signals(w, FEATURE_SIGNAL_ANYWHERE, signals_in(w, w->s->first, w->s->end));
}

static void put_pairs_of_signals(writer *w, uint64_t near)
{
    while (near) {
        uint32_t i = take_lowest(&near);
        for (uint64_t others = near; others;)
            put_two_signals(w, i, take_lowest(&others));
    }
}

static uint32_t at_most(uint32_t n, uint32_t most) { return n < most ? n : most; }

static uint32_t distance_class(uint32_t d)
{
    return d < 4 ? d : d < 7 ? 4 : d < 13 ? 5 : d < 25 ? 6 : 7;
}

/* What stands between the two that divides them, or might be meant instead. */
static void put_between(writer *w)
{
    uint32_t boundaries = 0, clauses = 0, commas = 0, clubs = 0, players = 0;

    for (uint32_t u = w->low + 1; u < w->high; u++) {
        const unit *at = &w->r->units[u];
        uint8_t marks = w->units[u].marks;
        boundaries += (marks & MARK_BOUNDARY) != 0;
        clauses += (marks & MARK_CLAUSE_WORD) != 0;
        commas += (marks & MARK_COMMA) != 0;
        clubs += at->kind == UNIT_CLUB && at->ref != w->c->club;
        players +=
            (at->kind == UNIT_PLAYER || at->kind == UNIT_DESCRIBED) && at->ref != w->c->player;
    }
    put(w, FEATURE_DISTANCE, HERE, distance_class(w->high - w->low));
    put(w, FEATURE_BOUNDARIES, ANYHOW, at_most(boundaries, 2));
    put(w, FEATURE_CLAUSES, ANYHOW, at_most(clauses, 2));
    put(w, FEATURE_COMMAS, ANYHOW, at_most(commas, 3));
    put(w, FEATURE_OTHER_CLUBS, HERE, at_most(clubs, 2));
    put(w, FEATURE_OTHER_PLAYERS, HERE, at_most(players, 2));
}

static void put_counts(writer *w)
{
    uint32_t clubs = 0, players = 0;

    FOR_PHRASES (w->r, w->s, u) {
        uint8_t kind = w->r->units[u].kind;
        clubs += kind == UNIT_CLUB;
        players += kind == UNIT_PLAYER || kind == UNIT_DESCRIBED || kind == UNIT_HE;
    }
    put(w, FEATURE_COUNTS, HERE, at_most(clubs, 3) * 4 + at_most(players, 3));
    uint32_t length = w->r->n_sentences, crowd = w->r->n_people * 2 / (length + 1);
    put(w, FEATURE_TEXT, HERE,
        length < 3    ? 0
        : length < 7  ? 1
        : length < 15 ? 2
        : length < 30 ? 3
                      : 4);
    put(w, FEATURE_TEXT, ANYHOW, 16 + at_most(crowd, 4));
    put(w, FEATURE_SENTENCE, HERE,
        (uint32_t)w->s->past * 8 + at_most((w->s->end - w->s->first) / 8, 5));
}

/* Whether the unit tells of another club of his by itself: "the Inter winger". */
static uint32_t phrase_club(const writer *w)
{
    uint32_t u = w->c->player_unit;

    if (u == NONE || w->r->units[u].club == NONE)
        return 0;
    return w->r->units[u].club == w->c->club ? 1 : 2;
}

/* Whether a club is held to be his: none is, this one, another. */
static uint32_t held_of(const writer *w)
{
    uint32_t own = w->r->people[w->c->player].club;

    return own == NONE ? 0 : own == w->c->club ? 1 : 2;
}

static void put_known(writer *w)
{
    const person *p = &w->r->people[w->c->player];

    put(w, FEATURE_KNOWN, BOTH, held_of(w) * 8 + p->club_sureness);
    put(w, FEATURE_KNOWN, HERE, 100 + phrase_club(w));
    if (p->known != NONE && w->c->club != NONE)
        put(w, FEATURE_REGISTER, BOTH,
            register_stay(w->r, &w->r->x->gaz.players[p->known], w->c->club));
}

static void put_flags(writer *w)
{
    uint32_t p = w->c->player_unit, c = w->c->club_unit;
    const unit *units = w->r->units;

    put(w, FEATURE_BIAS, BOTH, 0);
    put(w, FEATURE_KINDS, HERE,
        (p != NONE ? units[p].kind : 15u) * 16 + (c != NONE ? units[c].kind : 15u));
    if (p != NONE && units[p].flags)
        put(w, FEATURE_FLAGS, HERE, units[p].flags);
    if (c != NONE && units[c].flags)
        put(w, FEATURE_FLAGS, HERE, 256u + units[c].flags);
    if (p == NONE || c == NONE)
        put(w, FEATURE_RANK, HERE, w->c->rank);
    if (c != NONE && units[c].list_last > units[c].list_first)
        put(w, FEATURE_LISTED, HERE, at_most(units[c].list_last - units[c].list_first, 6));
}

/* What the text before the sentence tells of the two. Numbers of a kind have a range of their
 * own, and what goes together comes together, too. */
static void put_context(writer *w)
{
    const pair_context *at = &w->c->context;
    uint32_t held = held_of(w), near = at_most(at->club_age, 3);
    uint32_t player_age = at->player_age == CONTEXT_NEVER ? 4 : at_most(at->player_age, 3);

    put(w, FEATURE_CONTEXT, HERE, at->player_age);
    if (w->c->club == NONE)
        return;
    put(w, FEATURE_CONTEXT, BOTH, 16u + at->topic * 4u + at->leads_text * 2u + at->leads_paragraph);
    put(w, FEATURE_CONTEXT, HERE, 32u + at->club_age * 2u + at->last_named);
    put(w, FEATURE_CONTEXT, BOTH, 64u + at->suits * 8u + at->suit_age);
    put(w, FEATURE_CONTEXT, BOTH, 96u + at->suitors);
    put(w, FEATURE_CONTEXT, BOTH,
        128u + held * 16u + at_most(at->topic, 2) * 4u + at_most(at->suits, 2));
    put(w, FEATURE_CONTEXT, HERE,
        256u + near * 16u + at->last_named * 8u + (at->topic == 0) * 4u + at->suits);
    put(w, FEATURE_CONTEXT, HERE,
        512u + player_age * 32u + held * 8u + at_most(at->suits, 1) * 4u + at->suitors);
}

/* What the cues told: here of the pair, of one of the two, elsewhere of the pair. */
static void put_rules(writer *w)
{
    const reading *r = w->r;
    uint32_t first = events_before(r, 0, r->n_told, w->c->sentence), here_told = 0;
    uint32_t told = w->c->club == NONE ? 0 : events_relations(r, w->c->player, w->c->club);

    for (uint32_t i = first; i < r->n_told && r->events[i].sentence == w->c->sentence; i++) {
        const event *e = &r->events[i];
        uint32_t club = e->own_club && e->club == NONE ? w->r->people[e->player].club : e->club;
        bool his = e->player == w->c->player;
        bool own = e->relation == SUITOR_LEAVING || e->relation == SUITOR_STAYING;
        if (his && (club == w->c->club || (own && w->c->club == NONE))) {
            here_told |= 1u << e->relation;
            put(w, FEATURE_RULE, BOTH, e->relation);
            put(w, FEATURE_RULE, ANYHOW, 16u + e->relation * 8u + e->stage);
            put(w, FEATURE_RULE, ANYHOW, 100u + e->relation * 8u + e->hedge);
        } else if (his) {
            put(w, FEATURE_RULE_OTHER_CLUB, BOTH, e->relation);
        } else if (club == w->c->club && club != NONE) {
            put(w, FEATURE_RULE_OTHER_PLAYER, BOTH, e->relation);
        }
    }
    for (uint32_t k = 0; k < SUITOR_N_RELATIONS; k++)
        if ((told & ~here_told) >> k & 1)
            put(w, FEATURE_RULE_ELSEWHERE, BOTH, k);
    if (first == r->n_told || r->events[first].sentence != w->c->sentence)
        put(w, FEATURE_RULE, BOTH, 15);
}

unit_range candidate_range(const reading *r, const pair_candidate *c)
{
    writer w = writer_begin(r, c, NULL);

    if (w.low < w.high)
        return (unit_range){ w.low, w.high + 1 };
    return (unit_range){ w.first, w.end };
}

/* In the order that lists have. `of_sentence`: where features of the sentence alone go; NULL
 * where they are not wanted. */
static void put_all(writer *w, writer *of_sentence)
{
    put_flags(w);
    put_known(w);
    if (of_sentence)
        put_counts(of_sentence);
    put_context(w);
    put_rules(w);
    put_neighbours(w);
    put_words(w);
    if (of_sentence)
        put_words_anywhere(of_sentence);
    uint64_t near = put_signals_near(w);
    if (of_sentence)
        put_signals_anywhere(of_sentence);
    put_pairs_of_signals(w, near);
    if (w->layout == LAYOUT_PLAYER_FIRST || w->layout == LAYOUT_CLUB_FIRST)
        put_between(w);
}

bool features_list(const reading *r, const pair_candidate *c, feature_list *out)
{
    writer w = writer_begin(r, c, out);

    out->n_items = 0;
    put_all(&w, &w);
    return !w.failed;
}

void features_add_up(const reading *r, const pair_candidate *c, sentence_sums *shared,
                     label_sums *sums)
{
    const label_sums nothing = { { 0 } };
    writer w = writer_begin(r, c, NULL);
    label_sums *of_all = &shared->sums[w.layout];

    *sums = nothing;
    w.sums = sums;
    if (shared->sentence != c->sentence) {
        shared->sentence = c->sentence;
        memset(shared->known, 0, sizeof shared->known);
    }
    if (shared->known[w.layout]) {
        put_all(&w, NULL);
    } else {
        writer of_sentence = w;
        of_sentence.sums = of_all;
        *of_all = nothing;
        shared->known[w.layout] = true;
        put_all(&w, &of_sentence);
    }
    row_add(sums, of_all);
}
