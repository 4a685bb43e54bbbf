/* Windows out of hand-built markets on 2026-06-30, by the model of tests/support/model: an edge's
 * chance is logistic(0.96 + logit w), and reports of Nobody are right in 0.22 of all cases. */
#ifndef OPENED_WINDOW_H
#define OPENED_WINDOW_H

#include <math.h>

#include "market_fixture.h"
#include "table.h"
#include "window_inner.h"

#define AT "2026-06-30"
#define SAYS(day, player, club, relation, stage)                                                   \
    {                                                                                              \
        day, "a", "Nobody", player, club, relation, stage, SUITOR_FIRM, 1                          \
    }
#define OWNED(player, club) SAYS(AT, player, club, SUITOR_PLAYS_FOR, SUITOR_OWNED)
#define KEEN(player, club) SAYS(AT, player, club, SUITOR_INTEREST, SUITOR_KEEN)

enum { MAX_CLAIMS = 6 };

/* Weights of what Nobody says today. */
#define KEEN_WEIGHT (0.5 * 0.22)
#define LIKELY_WEIGHT (0.8 * 0.22)
#define POSSIBLE_WEIGHT (0.4 * 0.22)

typedef struct {
    market_fixture market;
    suitor_window *window;
} fixture;

static inline void add(fixture *f, const fixture_claim *claims)
{
    for (size_t i = 0; i < MAX_CLAIMS && claims[i].date; i++)
        fixture_add(&f->market.claims, &claims[i], 1);
}

static inline void open_window(fixture *f, const suitor_window_options *options)
{
    suitor_error err;

    market_build(&f->market, AT);
    if (suitor_window_new(f->market.market, options, &f->window, &err) != SUITOR_OK)
        fail_msg("%s", err.message);
}

static inline void close_window(fixture *f)
{
    suitor_window_free(f->window);
    market_clear(&f->market);
    *f = (fixture){ 0 };
}

static inline uint32_t entity(const fixture *f, const char *name)
{
    return fixture_entity(f->market.ledger, name);
}

/* The move of `player` to `club` (NULL: somewhere); NULL where there is none. */
static inline const suitor_move *find(const fixture *f, const char *player, const char *club)
{
    uint32_t n, p = entity(f, player), c = club ? entity(f, club) : SUITOR_ELSEWHERE;
    const suitor_move *list = suitor_window_moves(f->window, &n);

    for (uint32_t i = 0; i < n; i++)
        if (list[i].player == p && list[i].club == c)
            return &list[i];
    return NULL;
}

static inline double chance(double weight)
{
    return 1 / (1 + exp(-0.96 - log(weight / (1 - weight))));
}

/* Of happening, if the rate of what has chance `p` is `factor` times as large. */
static inline double raised(double p, double factor) { return 1 - pow(1 - p, factor); }

static inline bool near(double x, double y) { return fabs(x - y) < 1e-9; }

#endif
