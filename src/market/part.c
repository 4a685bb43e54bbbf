/* Parts of a market: rows are copied as far as they are wanted, and weighed as all are. */
#include "part.h"

#include <stdlib.h>

#include "fail.h"
#include "grow.h"
#include "weigh.h"

struct market_part {
    const suitor_market *whole;
    suitor_ledger ledger;    /* that of `whole` with the rows below */
    suitor_market market;    /* that of `whole` with the edges of those rows */
    suitor_ledger_row *rows; /* owned */
    uint32_t n_rows, cap_rows;
    evidence evidence;
};

suitor_status market_part_new(const suitor_market *whole, market_part **out, suitor_error *err)
{
    market_part *part = calloc(1, sizeof *part);
    suitor_status st;

    if (!part)
        return fail(err, SUITOR_ERR_NOMEM, "no memory for a part of a market");
    part->whole = whole;
    part->ledger = *whole->ledger;
    part->market = (suitor_market){ .ledger = &part->ledger,
                                    .model = whole->model,
                                    .day = whole->day,
                                    .first_day = whole->first_day,
                                    .tiers = whole->tiers };
    st = evidence_init(&part->evidence, whole, err);
    if (st == SUITOR_OK)
        *out = part;
    else
        market_part_free(part);
    return st;
}

void market_part_free(market_part *part)
{
    if (!part)
        return;
    evidence_free(&part->evidence);
    free(part->market.edges);
    free(part->market.edge_rows);
    free(part->market.row_ends);
    free(part->rows);
    free(part);
}

/* Weigh the rows of `part` from `first` on, which are all on `player`. */
static suitor_status weigh_from(market_part *part, uint32_t player, uint32_t first,
                                suitor_error *err)
{
    part->ledger.rows = part->rows;
    part->ledger.n_rows = part->n_rows;
    return weigh_player(&part->market, &part->evidence, player, first, part->n_rows - first, err);
}

static suitor_status push(market_part *part, const suitor_ledger_row *row, suitor_error *err)
{
    if (!grow(&part->rows, &part->cap_rows, part->n_rows + 1, sizeof *part->rows))
        return fail(err, SUITOR_ERR_NOMEM, "no memory for %u rows", part->n_rows + 1);
    part->rows[part->n_rows++] = *row;
    return SUITOR_OK;
}

suitor_status market_part_until(market_part *part, uint32_t player, int32_t day,
                                const suitor_edge **edges, uint32_t *count, suitor_error *err)
{
    const suitor_ledger *ledger = part->whole->ledger;
    suitor_status st = SUITOR_OK;

    part->n_rows = part->market.n_edges = 0;
    part->market.day = day;
    for (uint32_t i = part->whole->player_rows[player];
         st == SUITOR_OK && i < part->whole->player_rows[player + 1]; i++)
        if (ledger->articles[ledger->rows[i].article].day <= day)
            st = push(part, &ledger->rows[i], err);
    if (st == SUITOR_OK)
        st = weigh_from(part, player, 0, err);
    *edges = part->market.edges;
    *count = part->market.n_edges;
    return st;
}

uint32_t market_part_club(const market_part *part) { return part->evidence.owner; }

suitor_status market_part_drawn(market_part *part, const uint8_t *drawn, const suitor_edge **edges,
                                uint32_t *count, suitor_error *err)
{
    const suitor_ledger *ledger = part->whole->ledger;
    suitor_status st = SUITOR_OK;

    part->n_rows = part->market.n_edges = 0;
    part->market.day = part->whole->day;
    for (uint32_t p = 0; st == SUITOR_OK && p < ledger->n_players; p++) {
        uint32_t first = part->n_rows;
        for (uint32_t i = part->whole->player_rows[p];
             st == SUITOR_OK && i < part->whole->player_rows[p + 1]; i++)
            if (drawn[ledger->rows[i].article])
                st = push(part, &ledger->rows[i], err);
        if (st == SUITOR_OK && part->n_rows > first)
            st = weigh_from(part, p, first, err);
    }
    *edges = part->market.edges;
    *count = part->market.n_edges;
    return st;
}
