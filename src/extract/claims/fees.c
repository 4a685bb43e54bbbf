/* Sums of money: whose they are, and what kind, told by the words around. */
#include "claims/arguments.h"
#include "claims/claims.h"

enum { REACH = 8, FAR = 1000, ASKING_LEAD = 4 };

static const struct {
    word_class words;
    uint8_t kind;
} kinds[] = { { CLASS_FEE_CLAUSE, SUITOR_FEE_CLAUSE },
              { CLASS_FEE_BID, SUITOR_FEE_BID },
              { CLASS_FEE_ASKING, SUITOR_FEE_ASKING },
              { CLASS_FEE_VALUE, SUITOR_FEE_VALUATION },
              { CLASS_FEE_AGREED, SUITOR_FEE_AGREED } };

/* Units between `a` and `b` with what divides them counted double; FAR beyond reach. */
static uint32_t distance(const reading *r, uint32_t a, uint32_t b)
{
    uint32_t low = a < b ? a : b, high = a < b ? b : a, cost = 0;

    for (uint32_t u = low + 1; u < high; u++)
        cost += r->units[u].kind == UNIT_SIGN ? 3 : 1;
    return cost <= REACH ? cost : FAR;
}

/* Units of the sentence that are near enough to `at` to tell of it. */
static unit_sentence around(const unit_sentence *s, uint32_t at)
{
    unit_sentence out = *s;

    if (at - s->first > REACH)
        out.first = at - REACH;
    if (s->end - at > REACH + 1)
        out.end = at + REACH + 1;
    return out;
}

static uint8_t kind_of(const reading *r, const unit_sentence *s, uint32_t at)
{
    unit_sentence near = around(s, at);
    uint32_t best = FAR;
    uint8_t kind = SUITOR_FEE_BID;

    for (uint32_t u = near.first; u < near.end; u++) {
        if (r->units[u].kind != UNIT_WORD)
            continue;
        for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++) {
            uint32_t d = distance(r, u, at);
            if (kinds[k].kind == SUITOR_FEE_ASKING && d < FAR) /* "sell if an offer of" */
                d = d > ASKING_LEAD ? d - ASKING_LEAD : 0;
            if (unit_in(&r->units[u], kinds[k].words) && d < best) {
                best = d;
                kind = kinds[k].kind;
            }
        }
    }
    return kind;
}

/* "cost Real Madrid €60m" is over; "would cost" and "to cost" are to come. */
static bool is_past_cost(const reading *r, const unit_sentence *s, uint32_t u)
{
    suitor_sv text = tokens_text(r, r->units[u].first, r->units[u].end);

    if (!suitor_sv_equal(text, suitor_sv_of("cost")))
        return false;
    for (uint32_t k = u; k > s->first && u - k < 3; k--) {
        const unit *before = &r->units[k - 1];
        suitor_sv word = tokens_text(r, before->first, before->end);
        if (unit_in(before, CLASS_AUX) || suitor_sv_equal(word, suitor_sv_of("to")))
            return false;
    }
    return true;
}

static bool is_excluded(const reading *r, const unit_sentence *s, uint32_t at)
{
    const sum *m = &r->sums[r->units[at].ref];

    if (m->wage || m->conversion || s->past || m->high > 400)
        return true;
    unit_sentence near = around(s, at);
    for (uint32_t u = near.first; u < near.end; u++)
        if (r->units[u].kind == UNIT_WORD && distance(r, u, at) < 4 &&
            (is_past_cost(r, s, u) || unit_in(&r->units[u], CLASS_FEE_PAST) ||
             unit_in(&r->units[u], CLASS_WAGE)))
            return true;
    return false;
}

static bool ends_clause(const unit *u)
{
    return u->kind == UNIT_SIGN && u->sign && strchr(",;:.!?()", u->sign) != NULL;
}

static uint32_t player_right(const reading *r, const unit_sentence *s, uint32_t at, bool clause)
{
    for (uint32_t u = at + 1; u < s->end; u++) {
        if (argument_fits(r, &r->units[u], ELEMENT_PLAYER))
            return r->units[u].ref;
        if (clause && ends_clause(&r->units[u]))
            break;
    }
    return NONE;
}

static uint32_t player_left(const reading *r, const unit_sentence *s, uint32_t at)
{
    for (uint32_t u = at; u > s->first; u--)
        if (argument_fits(r, &r->units[u - 1], ELEMENT_PLAYER))
            return r->units[u - 1].ref;
    return NONE;
}

/* The last of the events [first, end), which are in text order, that an earlier sentence
 * tells; NONE when there is none. */
static uint32_t last_event_before(const reading *r, uint32_t first, uint32_t end,
                                  uint32_t sentence_index)
{
    uint32_t low = first, high = end;

    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (r->events[middle].sentence < sentence_index)
            low = middle + 1;
        else
            high = middle;
    }
    return low > first ? low - 1 : NONE;
}

/* Whom the sentences before were about: their last event's player, else the first
 * one they name. */
static uint32_t player_before(const reading *r, uint32_t sentence_index)
{
    uint32_t e = last_event_before(r, 0, r->n_told, sentence_index);
    uint32_t price = NONE;

    if (r->n_told == 0 || e == r->n_told - 1)
        price = last_event_before(r, r->n_told, r->n_events, sentence_index);
    if (price != NONE || e != NONE)
        return r->events[price != NONE ? price : e].player;
    return sentence_index > 0 ? r->sentences[sentence_index - 1].about : NONE;
}

sum_reading sum_read(const reading *r, uint32_t sentence_index, uint32_t at)
{
    const unit_sentence *s = &r->sentences[sentence_index];
    sum_reading out = { NONE, SUITOR_N_FEE_KINDS };

    if (is_excluded(r, s, at))
        return out;
    out.player = player_right(r, s, at, true);
    if (out.player == NONE)
        out.player = player_left(r, s, at);
    if (out.player == NONE)
        out.player = player_right(r, s, at, false);
    if (out.player == NONE)
        out.player = player_before(r, sentence_index);
    if (out.player != NONE)
        out.kind = kind_of(r, s, at);
    return out;
}
