/* Counting origins and articles by a stamp each, so that nothing is cleared or sorted. */
#include "grounds.h"

#include <stdlib.h>

#include "fail.h"

suitor_status grounds_init(grounds *g, const suitor_market *market, suitor_error *err)
{
    const suitor_ledger *ledger = suitor_market_ledger(market);
    size_t n = (size_t)ledger->n_origins + ledger->n_articles;

    *g = (grounds){ .market = market, .heard = calloc(n + 1, sizeof *g->heard) };
    if (!g->heard)
        return fail(err, SUITOR_ERR_NOMEM, "no memory to count %zu origins and articles", n);
    return SUITOR_OK;
}

void grounds_free(grounds *g)
{
    free(g->heard);
    *g = (grounds){ 0 };
}

void grounds_begin(grounds *g)
{
    g->round++;
    g->n_origins = g->n_articles = 0;
}

void grounds_add(grounds *g, uint32_t edge)
{
    const suitor_ledger *ledger = suitor_market_ledger(g->market);
    uint32_t n;
    const uint32_t *rows = market_rows_of_edge(g->market, edge, &n);

    for (uint32_t i = 0; i < n; i++) {
        const suitor_ledger_row *row = &ledger->rows[rows[i]];
        uint32_t *origin = &g->heard[row->origin];
        uint32_t *article = &g->heard[ledger->n_origins + row->article];
        g->n_origins += *origin != g->round;
        g->n_articles += *article != g->round;
        *origin = *article = g->round;
    }
}

uint32_t grounds_number(const grounds *g, const suitor_edge *edge)
{
    uint32_t n;

    return (uint32_t)(edge - suitor_market_edges(g->market, &n));
}
