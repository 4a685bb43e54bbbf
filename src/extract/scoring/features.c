/* Features of a candidate: the words between player and club and at their sides up to the
 * clause's end, the signal classes of these words, what the cues told, whose player he is. */
#include "scoring/features.h"

#include "grow.h"

enum { OF_LATE = 4 /* months */ };
enum { CLAUSE_REACH = 10, WORDS_REACH = 12, SIDE_WORDS = 4 };

const struct feature_form feature_forms[N_FEATURES] = {
    [FEATURE_BIAS] = { "bias", VALUE_NUMBER },
    [FEATURE_KINDS] = { "kinds", VALUE_NUMBER },
    [FEATURE_DISTANCE] = { "distance", VALUE_NUMBER },
    [FEATURE_BOUNDARIES] = { "boundaries", VALUE_NUMBER },
    [FEATURE_CLAUSES] = { "clauses", VALUE_NUMBER },
    [FEATURE_COMMAS] = { "commas", VALUE_NUMBER },
    [FEATURE_OTHER_CLUBS] = { "other_clubs", VALUE_NUMBER },
    [FEATURE_OTHER_PLAYERS] = { "other_players", VALUE_NUMBER },
    [FEATURE_COUNTS] = { "counts", VALUE_NUMBER },
    [FEATURE_FLAGS] = { "flags", VALUE_NUMBER },
    [FEATURE_KNOWN] = { "known", VALUE_NUMBER },
    [FEATURE_REGISTER] = { "register", VALUE_NUMBER },
    [FEATURE_SENTENCE] = { "sentence", VALUE_NUMBER },
    [FEATURE_TEXT] = { "text", VALUE_NUMBER },
    [FEATURE_RANK] = { "rank", VALUE_NUMBER },
    [FEATURE_LISTED] = { "listed", VALUE_NUMBER },
    [FEATURE_RULE] = { "rule", VALUE_NUMBER },
    [FEATURE_RULE_OTHER_CLUB] = { "rule_other_club", VALUE_NUMBER },
    [FEATURE_RULE_OTHER_PLAYER] = { "rule_other_player", VALUE_NUMBER },
    [FEATURE_RULE_ELSEWHERE] = { "rule_elsewhere", VALUE_NUMBER },
    [FEATURE_WORD_BETWEEN] = { "between", VALUE_WORD },
    [FEATURE_WORDS_BETWEEN] = { "between2", VALUE_WORDS },
    [FEATURE_WORD_LEFT] = { "left", VALUE_WORD },
    [FEATURE_WORD_RIGHT] = { "right", VALUE_WORD },
    [FEATURE_BEFORE_PLAYER] = { "before_player", VALUE_WORD },
    [FEATURE_BEHIND_PLAYER] = { "behind_player", VALUE_WORD },
    [FEATURE_BEFORE_CLUB] = { "before_club", VALUE_WORD },
    [FEATURE_BEHIND_CLUB] = { "behind_club", VALUE_WORD },
    [FEATURE_WORD_ANYWHERE] = { "word", VALUE_WORD },
    [FEATURE_SIGNAL_BETWEEN] = { "signal_between", VALUE_SIGNAL },
    [FEATURE_SIGNAL_LEFT] = { "signal_left", VALUE_SIGNAL },
    [FEATURE_SIGNAL_RIGHT] = { "signal_right", VALUE_SIGNAL },
    [FEATURE_SIGNAL_NEAR] = { "signal_near", VALUE_SIGNAL },
    [FEATURE_SIGNALS_NEAR] = { "signals_near", VALUE_SIGNALS },
    [FEATURE_SIGNAL_ANYWHERE] = { "signal", VALUE_SIGNAL },
};

const char *const layout_names[N_LAYOUTS] = { "any", "pc", "cp", "one", "(p)", "(c)", "p" };

typedef struct {
    const reading *r;
    const pair_candidate *c;
    const unit_sentence *s;
    feature_list *out;
    pair_layout layout;
    uint32_t low, high;  /* units of the two, or of the one that is named */
    uint32_t first, end; /* units of their clause */
    bool failed;
} writer;

static void put2(writer *w, feature_template t, pair_layout layout, uint32_t a, uint32_t b)
{
    feature_list *out = w->out;

    if (out->n_items == out->items_cap &&
        !grow(&out->items, &out->items_cap, out->n_items + 1, sizeof *out->items)) {
        w->failed = true;
        return;
    }
    out->items[out->n_items++] = (feature){ (uint8_t)t, (uint8_t)layout, a, b };
}

static void put(writer *w, feature_template t, uint32_t a) { put2(w, t, w->layout, a, 0); }

static void put_both(writer *w, feature_template t, uint32_t a)
{
    put2(w, t, w->layout, a, 0);
    put2(w, t, LAYOUT_ANY, a, 0);
}

/* A unit as a value; 0 of words that the lexicon does not know. */
static uint32_t value_of(const writer *w, uint32_t u)
{
    const unit *at = &w->r->units[u];

    if (at->kind == UNIT_SIGN)
        return VALUE_SIGN | (uint8_t)at->sign;
    if (at->kind == UNIT_WORD || at->word)
        return at->word;
    return VALUE_UNIT | (at->kind == UNIT_DESCRIBED ? UNIT_PLAYER : at->kind);
}

static uint32_t before(const writer *w, uint32_t u)
{
    return u > w->s->first ? value_of(w, u - 1) : VALUE_EDGE;
}

static uint32_t behind(const writer *w, uint32_t u)
{
    return u + 1 < w->s->end ? value_of(w, u + 1) : VALUE_EDGE;
}

static bool is_boundary(const unit *u)
{
    switch (u->kind == UNIT_SIGN ? u->sign : '\0') {
    case '.':
    case ';':
    case ':':
    case '!':
    case '?':
    case '(':
    case ')':
    case '|': return true;
    default: return false;
    }
}

static bool is_clause_word(const unit *u) { return u->kind == UNIT_WHO || unit_is(u, CLASS_STOP); }

static bool ends_clause(const writer *w, uint32_t u)
{
    return is_boundary(&w->r->units[u]) || is_clause_word(&w->r->units[u]);
}

static void find_clause(writer *w)
{
    w->first = w->low;
    while (w->first > w->s->first && w->low - w->first < CLAUSE_REACH &&
           !ends_clause(w, w->first - 1))
        w->first--;
    w->end = w->high + 1;
    while (w->end < w->s->end && w->end - w->high <= CLAUSE_REACH && !ends_clause(w, w->end))
        w->end++;
}

static void put_words(writer *w)
{
    uint32_t previous = 0;

    for (uint32_t u = w->low + 1; u < w->high; u++) {
        bool far = u - w->low > 5 && w->high - u > 5;
        uint32_t value = value_of(w, u);
        if (value && !(far && w->high - w->low > WORDS_REACH))
            put_both(w, FEATURE_WORD_BETWEEN, value);
        if (value && previous && w->high - w->low <= WORDS_REACH)
            put2(w, FEATURE_WORDS_BETWEEN, w->layout, previous, value);
        previous = value;
    }
    for (uint32_t u = w->low, n = 0; u > w->s->first && n < SIDE_WORDS; u--, n++)
        put_both(w, FEATURE_WORD_LEFT, value_of(w, u - 1));
    for (uint32_t u = w->high + 1, n = 0; u < w->s->end && n < SIDE_WORDS; u++, n++)
        put_both(w, FEATURE_WORD_RIGHT, value_of(w, u));
    for (uint32_t u = w->s->first; u < w->s->end; u++)
        if (w->r->units[u].word)
            put2(w, FEATURE_WORD_ANYWHERE, LAYOUT_ANY, w->r->units[u].word, 0);
}

static void put_neighbours(writer *w)
{
    if (w->c->player_unit != NONE) {
        put(w, FEATURE_BEFORE_PLAYER, before(w, w->c->player_unit));
        put(w, FEATURE_BEHIND_PLAYER, behind(w, w->c->player_unit));
    }
    if (w->c->club_unit != NONE) {
        put(w, FEATURE_BEFORE_CLUB, before(w, w->c->club_unit));
        put(w, FEATURE_BEHIND_CLUB, behind(w, w->c->club_unit));
    }
}

static uint64_t signals_in(const writer *w, uint32_t first, uint32_t end)
{
    uint64_t all = 0;

    for (uint32_t u = first; u < end; u++)
        all |= w->r->signals[u];
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
        put_both(w, t, take_lowest(&signals));
}

static void put_classes(writer *w)
{
    uint64_t between = w->high > w->low ? signals_in(w, w->low + 1, w->high) : 0;
    uint64_t left = signals_in(w, w->first, w->low);
    uint64_t right = signals_in(w, w->high + 1, w->end);
    uint64_t near = between | left | right;

    put_signals(w, FEATURE_SIGNAL_BETWEEN, between);
    put_signals(w, FEATURE_SIGNAL_LEFT, left);
    put_signals(w, FEATURE_SIGNAL_RIGHT, right);
    put_signals(w, FEATURE_SIGNAL_NEAR, near);
    put_signals(w, FEATURE_SIGNAL_ANYWHERE, signals_in(w, w->s->first, w->s->end));
    while (near) {
        uint32_t i = take_lowest(&near);
        for (uint64_t others = near; others;)
            put2(w, FEATURE_SIGNALS_NEAR, LAYOUT_ANY, i, take_lowest(&others));
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
        boundaries += is_boundary(at);
        clauses += is_clause_word(at);
        commas += at->kind == UNIT_SIGN && at->sign == ',';
        clubs += at->kind == UNIT_CLUB && at->ref != w->c->club;
        players +=
            (at->kind == UNIT_PLAYER || at->kind == UNIT_DESCRIBED) && at->ref != w->c->player;
    }
    put(w, FEATURE_DISTANCE, distance_class(w->high - w->low));
    put2(w, FEATURE_BOUNDARIES, LAYOUT_ANY, at_most(boundaries, 2), 0);
    put2(w, FEATURE_CLAUSES, LAYOUT_ANY, at_most(clauses, 2), 0);
    put2(w, FEATURE_COMMAS, LAYOUT_ANY, at_most(commas, 3), 0);
    put(w, FEATURE_OTHER_CLUBS, at_most(clubs, 2));
    put(w, FEATURE_OTHER_PLAYERS, at_most(players, 2));
}

static void put_counts(writer *w)
{
    uint32_t clubs = 0, players = 0;

    FOR_PHRASES (w->r, w->s, u) {
        uint8_t kind = w->r->units[u].kind;
        clubs += kind == UNIT_CLUB;
        players += kind == UNIT_PLAYER || kind == UNIT_DESCRIBED || kind == UNIT_HE;
    }
    put(w, FEATURE_COUNTS, at_most(clubs, 3) * 4 + at_most(players, 3));
    uint32_t length = w->r->n_sentences, crowd = w->r->n_people * 2 / (length + 1);
    put(w, FEATURE_TEXT, length < 3 ? 0 : length < 7 ? 1 : length < 15 ? 2 : length < 30 ? 3 : 4);
    put2(w, FEATURE_TEXT, LAYOUT_ANY, 16 + at_most(crowd, 4), 0);
    put(w, FEATURE_SENTENCE, (uint32_t)w->s->past * 8 + at_most((w->s->end - w->s->first) / 8, 5));
}

/* Whether the unit tells of another club of his by itself: "the Inter winger". */
static uint32_t phrase_club(const writer *w)
{
    uint32_t u = w->c->player_unit;

    if (u == NONE || w->r->units[u].club == NONE)
        return 0;
    return w->r->units[u].club == w->c->club ? 1 : 2;
}

/* What the register says of him and the club on the article's day: 0 nothing, 1 he was
 * there, 2 he is, 3 he has come there of late. What is to come it is not asked. */
static uint32_t stay_at(const writer *w, const gazetteer_player *known)
{
    const gazetteer *g = &w->r->x->gaz;
    uint32_t out = 0;

    for (uint32_t i = 0; i < known->career.n; i++) {
        const gazetteer_spell *s = &g->spells[known->career.first + i];
        if (s->club != w->c->club || s->from > w->r->month)
            continue;
        if (s->to < w->r->month)
            out = out ? out : 1;
        else
            out = w->r->month - s->from < OF_LATE ? 3 : 2;
    }
    return out;
}

static void put_known(writer *w)
{
    const person *p = &w->r->people[w->c->player];
    uint32_t held = p->club == NONE ? 0 : p->club == w->c->club ? 1 : 2;

    put_both(w, FEATURE_KNOWN, held * 8 + p->club_sureness);
    put(w, FEATURE_KNOWN, 100 + phrase_club(w));
    if (p->known != NONE && w->c->club != NONE)
        put_both(w, FEATURE_REGISTER, stay_at(w, &w->r->x->gaz.players[p->known]));
}

static void put_flags(writer *w)
{
    uint32_t p = w->c->player_unit, c = w->c->club_unit;
    const unit *units = w->r->units;

    put(w, FEATURE_BIAS, 0);
    put2(w, FEATURE_BIAS, LAYOUT_ANY, 0, 0);
    put(w, FEATURE_KINDS,
        (p != NONE ? units[p].kind : 15u) * 16 + (c != NONE ? units[c].kind : 15u));
    if (p != NONE && units[p].flags)
        put(w, FEATURE_FLAGS, units[p].flags);
    if (c != NONE && units[c].flags)
        put(w, FEATURE_FLAGS, 256u + units[c].flags);
    if (p == NONE || c == NONE)
        put(w, FEATURE_RANK, w->c->rank);
    if (c != NONE && units[c].list_last > units[c].list_first)
        put(w, FEATURE_LISTED, at_most(units[c].list_last - units[c].list_first, 6));
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
            put_both(w, FEATURE_RULE, e->relation);
            put2(w, FEATURE_RULE, LAYOUT_ANY, 16u + e->relation * 8u + e->stage, 0);
            put2(w, FEATURE_RULE, LAYOUT_ANY, 100u + e->relation * 8u + e->hedge, 0);
        } else if (his) {
            put_both(w, FEATURE_RULE_OTHER_CLUB, e->relation);
        } else if (club == w->c->club && club != NONE) {
            put_both(w, FEATURE_RULE_OTHER_PLAYER, e->relation);
        }
    }
    for (uint32_t k = 0; k < SUITOR_N_RELATIONS; k++)
        if ((told & ~here_told) >> k & 1)
            put_both(w, FEATURE_RULE_ELSEWHERE, k);
    if (first == r->n_told || r->events[first].sentence != w->c->sentence)
        put_both(w, FEATURE_RULE, 15);
}

static pair_layout layout_of(const pair_candidate *c)
{
    if (c->club == NONE)
        return LAYOUT_ALONE;
    if (c->player_unit == NONE)
        return LAYOUT_PLAYER_IN_MIND;
    if (c->club_unit == NONE)
        return LAYOUT_CLUB_IN_MIND;
    if (c->player_unit == c->club_unit)
        return LAYOUT_ONE_PHRASE;
    return c->player_unit < c->club_unit ? LAYOUT_PLAYER_FIRST : LAYOUT_CLUB_FIRST;
}

static writer begin(const reading *r, const pair_candidate *c)
{
    writer w = { .r = r, .c = c, .s = &r->sentences[c->sentence], .layout = layout_of(c) };
    uint32_t p = c->player_unit, q = c->club_unit;

    w.low = p == NONE || (q != NONE && q < p) ? q : p;
    w.high = p == NONE || (q != NONE && q > p) ? q : p;
    find_clause(&w);
    return w;
}

unit_range candidate_range(const reading *r, const pair_candidate *c)
{
    writer w = begin(r, c);

    if (w.low < w.high)
        return (unit_range){ w.low, w.high + 1 };
    return (unit_range){ w.first, w.end };
}

bool features_of(const reading *r, const pair_candidate *c, feature_list *out)
{
    writer w = begin(r, c);

    w.out = out;
    out->n_items = 0;
    put_flags(&w);
    put_known(&w);
    put_counts(&w);
    put_rules(&w);
    put_neighbours(&w);
    put_words(&w);
    put_classes(&w);
    if (w.layout == LAYOUT_PLAYER_FIRST || w.layout == LAYOUT_CLUB_FIRST)
        put_between(&w);
    return !w.failed;
}
