/* A hand-built ledger, a model, and the market made of both. The model is that of
 * tests/support/model, which stays as it is when data/model.json is tuned. */
#ifndef TESTS_MARKET_FIXTURE_H
#define TESTS_MARKET_FIXTURE_H

#include "ledger_fixture.h"
#include "suitor/race.h"

/* A zeroed fixture is ready; add claims to `claims`, then build. */
typedef struct {
    ledger_fixture claims;
    const char *data_dir; /* of the model; NULL: tests/support/model */
    const suitor_ledger *ledger;
    suitor_model *model;
    suitor_market *market;
} market_fixture;

/* The market of what was added, standing on `at`. Aborts when it cannot be built. */
void market_build(market_fixture *f, const char *at);
void market_clear(market_fixture *f);

/* The interest edge of `club` in `player`; NULL where there is none. */
const suitor_edge *market_edge(const market_fixture *f, const char *player, const char *club);

/* Its weight, 0 where there is none. */
double market_weight(const market_fixture *f, const char *player, const char *club);

/* Name of the club that `player` belongs to, "" where nobody has told. */
const char *market_owner(const market_fixture *f, const char *player);

/* A generator of numbers for property tests (xorshift64*, Vigna 2016): the same
 * seed gives the same numbers everywhere. Seed it with anything but 0. */
uint32_t random_below(uint64_t *state, uint32_t limit);

enum { RANDOM_CLAIMS = 60 };

/* RANDOM_CLAIMS claims over a few players, clubs, origins and days up to
 * 2026-06-30, of every relation and stage; names are static. */
void random_claims(uint64_t *state, fixture_claim out[RANDOM_CLAIMS]);

#endif
