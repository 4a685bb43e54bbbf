/* Markets for tests, hand-built or random. */
#include "market_fixture.h"

#include <stdio.h>
#include <stdlib.h>

void market_build(market_fixture *f, const char *at)
{
    const char *data_dir = f->data_dir ? f->data_dir : SUITOR_TESTS_DIR "/support/model";
    suitor_error err;

    f->ledger = fixture_build(&f->claims, at);
    suitor_market_free(f->market);
    f->market = NULL;
    if ((!f->model && suitor_model_load(data_dir, &f->model, &err) != SUITOR_OK) ||
        suitor_market_build(f->ledger, f->model, &f->market, &err) != SUITOR_OK) {
        fprintf(stderr, "fixture: %s\n", err.message);
        abort();
    }
}

void market_clear(market_fixture *f)
{
    suitor_market_free(f->market);
    suitor_model_free(f->model);
    fixture_clear(&f->claims);
    *f = (market_fixture){ 0 };
}

const suitor_edge *market_edge(const market_fixture *f, const char *player, const char *club)
{
    uint32_t n, p = fixture_entity(f->ledger, player), c = fixture_entity(f->ledger, club);
    const suitor_edge *edges = suitor_market_edges(f->market, &n);

    for (uint32_t i = 0; i < n; i++)
        if (edges[i].player == p && edges[i].club == c)
            return &edges[i];
    return NULL;
}

double market_weight(const market_fixture *f, const char *player, const char *club)
{
    const suitor_edge *edge = market_edge(f, player, club);
    return edge ? edge->weight : 0;
}

const char *market_owner(const market_fixture *f, const char *player)
{
    uint32_t club = suitor_market_club_of(f->market, fixture_entity(f->ledger, player));
    return club == SUITOR_NO_INDEX ? "" : f->ledger->entities[club].name.ptr;
}

uint32_t random_below(uint64_t *state, uint32_t limit)
{
    uint64_t x = *state;

    x ^= x >> 12;
    x ^= x << 25;
    x ^= x >> 27;
    *state = x;
    return (uint32_t)((x * UINT64_C(2685821657736338717) >> 32) % limit);
}

/* Stages that go with each relation. */
static const struct {
    suitor_stage first;
    uint32_t count;
} stages[SUITOR_N_RELATIONS] = {
    [SUITOR_PLAYS_FOR] = { SUITOR_OWNED, 2 },  [SUITOR_INTEREST] = { SUITOR_LINKED, 5 },
    [SUITOR_DEAL] = { SUITOR_AGREED, 2 },      [SUITOR_ENDED] = { SUITOR_OVER, 1 },
    [SUITOR_LEAVING] = { SUITOR_POSSIBLE, 2 }, [SUITOR_STAYING] = { SUITOR_POSSIBLE, 2 },
};

static const char *pick(uint64_t *state, const char *const *names, uint32_t count)
{
    return names[random_below(state, count)];
}

void random_claims(uint64_t *state, fixture_claim out[RANDOM_CLAIMS])
{
    static const char *const players[] = { "Abel", "Bo", "Cruz", "Dahl" };
    static const char *const clubs[] = { "Arrow", "Bridge", "Castle", "Dock", "Elm", "Forge" };
    static const char *const origins[] = { "The Guardian", "Daily Star", "Nobody", "Somebody" };
    static const char *const articles[] = { "first", "second" };
    static const char *const dates[] = { "2026-02-01", "2026-04-10", "2026-05-20",
                                         "2026-06-01", "2026-06-02", "2026-06-30" };
    /* two thirds are interest, so that there is something to end */
    static const suitor_relation relations[] = {
        SUITOR_INTEREST, SUITOR_INTEREST,  SUITOR_INTEREST, SUITOR_INTEREST,
        SUITOR_INTEREST, SUITOR_INTEREST,  SUITOR_INTEREST, SUITOR_INTEREST,
        SUITOR_INTEREST, SUITOR_INTEREST,  SUITOR_ENDED,    SUITOR_ENDED,
        SUITOR_DEAL,     SUITOR_PLAYS_FOR, SUITOR_LEAVING,  SUITOR_STAYING,
    };

    for (int i = 0; i < RANDOM_CLAIMS; i++) {
        fixture_claim *c = &out[i];
        c->date = pick(state, dates, 6);
        c->article = pick(state, articles, 2);
        c->origin = pick(state, origins, 4);
        c->player = pick(state, players, 4);
        c->club = pick(state, clubs, 6);
        c->relation = relations[random_below(state, 16)];
        c->stage = (suitor_stage)(stages[c->relation].first +
                                  random_below(state, stages[c->relation].count));
        c->hedge = (suitor_hedge)random_below(state, SUITOR_N_HEDGES);
        c->confidence = 0.5 + random_below(state, 51) / 100.0;
    }
}
