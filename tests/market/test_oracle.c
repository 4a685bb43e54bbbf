/* Random markets against an oracle that is written straight from docs/model.md,
 * with a loop over all rows wherever the definition has a sum, product or maximum. */
#include <math.h>

#include "market_fixture.h"
#include "market_graph.h"
#include "model.h"
#include "table.h"

enum { TRIALS = 200 };
static const double TOLERANCE = 1e-12;

typedef struct {
    market_fixture f;
    const suitor_ledger *l;
    const suitor_model *m;
    double kept_by_ends[RANDOM_CLAIMS];
    bool sure[RANDOM_CLAIMS], final[RANDOM_CLAIMS];
    uint32_t owner; /* of the player looked at */
} trial;

static void trial_begin(trial *t, uint64_t seed)
{
    fixture_claim claims[RANDOM_CLAIMS];
    uint64_t state = seed * UINT64_C(0x9E3779B97F4A7C15);

    *t = (trial){ 0 };
    random_claims(&state, claims);
    fixture_add(&t->f.claims, claims, RANDOM_CLAIMS);
    market_build(&t->f, "2026-06-30");
    t->l = t->f.ledger;
    t->m = t->f.model;
}

/* hedge · confidence · reliability for a claim of `relation` */
static double believed(const trial *t, uint32_t i, suitor_relation relation)
{
    const suitor_ledger_row *r = &t->l->rows[i];
    unsigned tier = model_tier_of(t->m, t->l->origins[r->origin]);

    return t->m->hedge[r->hedge] * r->confidence * model_reliability(t->m, tier, relation);
}

/* Strength before ageing and before anything is taken. */
static double raw(const trial *t, uint32_t i)
{
    const suitor_ledger_row *r = &t->l->rows[i];
    return t->m->stage[r->stage] * believed(t, i, r->relation);
}

/* What Σ or Π runs over: the value of row `i` for a question, 0 where it has none. */
typedef struct {
    uint32_t player, club; /* the row must be of them */
    int32_t from, until;   /* and of these days */
    int32_t last;          /* ages count from */
} question;

typedef double (*value_of)(const trial *t, uint32_t i, const question *q);

static double strongest(const trial *t, uint32_t origin, value_of value, const question *q)
{
    double best = 0;

    for (uint32_t i = 0; i < t->l->n_rows; i++) {
        const suitor_ledger_row *r = &t->l->rows[i];
        if (r->origin == origin && r->player == q->player && r->club == q->club &&
            r->day >= q->from && r->day <= q->until)
            best = fmax(best, value(t, i, q));
    }
    return best;
}

/* Π over origins of 1 − strongest. */
static double none_of(const trial *t, value_of value, question q)
{
    double none = 1;

    for (uint32_t o = 0; o < t->l->n_origins; o++)
        none *= 1 - strongest(t, o, value, &q);
    return none;
}

static double as_end(const trial *t, uint32_t i, const question *q)
{
    (void)q;
    return t->l->rows[i].relation == SUITOR_ENDED ? raw(t, i) : 0;
}

static double as_sure_deal(const trial *t, uint32_t i, const question *q)
{
    (void)q;
    return t->sure[i] ? raw(t, i) * t->kept_by_ends[i] : 0;
}

static double as_open_deal(const trial *t, uint32_t i, const question *q)
{
    (void)q;
    bool open = t->l->rows[i].relation == SUITOR_DEAL && !t->final[i];
    return open ? raw(t, i) * t->kept_by_ends[i] : 0;
}

/* What deals with other clubs leave of row `i`. */
static double left_by_deals(const trial *t, uint32_t i, value_of deal)
{
    const suitor_ledger_row *r = &t->l->rows[i];
    double left = 1;

    for (uint32_t c = t->l->n_players; c < t->l->n_entities; c++)
        if (c != r->club)
            left *= none_of(t, deal, (question){ r->player, c, r->day, INT32_MAX, 0 });
    return left;
}

static bool is_lent(const trial *t, uint32_t player, uint32_t club, int32_t day)
{
    for (uint32_t i = 0; i < t->l->n_rows; i++) {
        const suitor_ledger_row *r = &t->l->rows[i];
        if (r->player == player && r->club == club && r->relation == SUITOR_PLAYS_FOR &&
            r->stage == SUITOR_LOAN && r->day >= day)
            return true;
    }
    return false;
}

static bool tells(const trial *t, uint32_t i)
{
    const suitor_ledger_row *r = &t->l->rows[i];
    bool owned = r->relation == SUITOR_PLAYS_FOR && r->stage == SUITOR_OWNED;
    bool stance = r->relation == SUITOR_LEAVING || r->relation == SUITOR_STAYING;

    return owned || stance || (t->sure[i] && !is_lent(t, r->player, r->club, r->day));
}

static double as_telling(const trial *t, uint32_t i, const question *q)
{
    const suitor_ledger_row *r = &t->l->rows[i];
    double half_life =
        r->relation == SUITOR_DEAL ? t->m->half_life_days[SUITOR_DEAL] : t->m->club_half_life_days;

    if (!tells(t, i))
        return 0;
    return believed(t, i, SUITOR_PLAYS_FOR) * t->kept_by_ends[i] *
           exp2((r->day - q->last) / half_life) * left_by_deals(t, i, as_sure_deal);
}

static int32_t last_told(const trial *t, uint32_t player, uint32_t club, int32_t until)
{
    int32_t last = SUITOR_NO_DAY;

    for (uint32_t i = 0; i < t->l->n_rows; i++) {
        const suitor_ledger_row *r = &t->l->rows[i];
        if (r->player == player && (club == SUITOR_NO_INDEX || r->club == club) &&
            r->day <= until && r->day > last && tells(t, i))
            last = r->day;
    }
    return last;
}

static uint32_t elect(const trial *t, uint32_t player, int32_t until, uint32_t skipped)
{
    uint32_t best = SUITOR_NO_INDEX;
    double most = 0;

    for (uint32_t c = t->l->n_players; c < t->l->n_entities; c++) {
        question q = { player, c, SUITOR_NO_DAY, until,
                       last_told(t, player, SUITOR_NO_INDEX, until) };
        double support = -log(none_of(t, as_telling, q));
        bool level = fabs(support - most) < 1e-9 * (support + most);
        bool later = best != SUITOR_NO_INDEX &&
                     last_told(t, player, c, until) > last_told(t, player, best, until);
        if (c == skipped || support <= 0 || (level ? !later : support < most))
            continue;
        best = c;
        most = support;
    }
    return best;
}

static int32_t first_sure(const trial *t, uint32_t player, uint32_t club)
{
    int32_t first = INT32_MAX;

    for (uint32_t i = 0; i < t->l->n_rows; i++)
        if (t->sure[i] && t->l->rows[i].player == player && t->l->rows[i].club == club &&
            t->l->rows[i].day < first)
            first = t->l->rows[i].day;
    return first;
}

/* Whether the sure deal in row `i` is final, given the owner. */
static bool is_final(const trial *t, uint32_t i)
{
    const suitor_ledger_row *r = &t->l->rows[i];
    int32_t first = first_sure(t, r->player, r->club);

    if (!t->sure[i] || r->club == t->owner || is_lent(t, r->player, r->club, first))
        return t->sure[i];
    uint32_t before = elect(t, r->player, first, r->club);
    return before != SUITOR_NO_INDEX && before != t->owner;
}

/* Fill what the weights of `player` need. */
static void study(trial *t, uint32_t player)
{
    for (uint32_t i = 0; i < t->l->n_rows; i++) {
        const suitor_ledger_row *r = &t->l->rows[i];
        bool ends = r->relation == SUITOR_INTEREST || r->relation == SUITOR_DEAL;
        question q = { r->player, r->club, r->day, INT32_MAX, 0 };
        t->kept_by_ends[i] = ends ? none_of(t, as_end, q) : 1;
        t->sure[i] = r->relation == SUITOR_DEAL && r->stage == SUITOR_DONE &&
                     t->m->hedge[r->hedge] * r->confidence * t->kept_by_ends[i] >= t->m->settles;
    }
    t->owner = elect(t, player, INT32_MAX, SUITOR_NO_INDEX);
    for (uint32_t i = 0; i < t->l->n_rows; i++)
        t->final[i] = t->l->rows[i].player == player && is_final(t, i);
}

/* Day on which the last move of `player` was first told. */
static int32_t settled_day(const trial *t, uint32_t player)
{
    int32_t settled = SUITOR_NO_DAY;

    for (uint32_t i = 0; i < t->l->n_rows; i++) {
        const suitor_ledger_row *r = &t->l->rows[i];
        int32_t first = r->player == player ? first_sure(t, player, r->club) : SUITOR_NO_DAY;
        if (t->final[i] && first > settled)
            settled = first;
    }
    return settled;
}

static double as_interest(const trial *t, uint32_t i, const question *q)
{
    const suitor_ledger_row *r = &t->l->rows[i];
    double age = t->l->at - r->day;

    if ((r->relation != SUITOR_INTEREST && r->relation != SUITOR_DEAL) || t->final[i] ||
        r->day <= q->last)
        return 0;
    return raw(t, i) * exp2(-age / t->m->half_life_days[r->relation]) * t->kept_by_ends[i] *
           left_by_deals(t, i, as_open_deal);
}

static void check_player(trial *t, uint64_t seed, uint32_t player)
{
    const suitor_entity *names = t->l->entities;

    study(t, player);
    check_row(seed, "owner", suitor_market_club_of(t->f.market, player) == t->owner);
    int32_t settled = settled_day(t, player);
    check_row(seed, "settled", market_settled_day(t->f.market, player) == settled);
    for (uint32_t c = t->l->n_players; c < t->l->n_entities; c++) {
        question q = { player, c, SUITOR_NO_DAY, INT32_MAX, settled };
        double want = 1 - none_of(t, as_interest, q);
        double got = market_weight(&t->f, names[player].name.ptr, names[c].name.ptr);
        if (c == t->owner || want < t->m->fades)
            want = 0;
        check_row(seed, "weight", fabs(want - got) < TOLERANCE);
    }
}

static void markets_agree_with_the_oracle(void **state)
{
    (void)state;
    for (uint64_t seed = 1; seed <= TRIALS; seed++) {
        static trial t;
        trial_begin(&t, seed);
        for (uint32_t p = 0; p < t.l->n_players; p++)
            check_player(&t, seed, p);
        market_clear(&t.f);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(markets_agree_with_the_oracle) };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
