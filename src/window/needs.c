/* A need is worth x = 2^(−age / half-life) · Π (1 − fit) over those who have come since, and the
 * rate of buying a player whose position fits by f is multiplied by (need_stated · vacancy)^(x ·
 * f), so by more than if somebody there had been sold. Of several needs the one that makes most of
 * him counts, for what is written often is needed no more. */
#include "needs.h"

#include <math.h>
#include <stdlib.h>

#include "bound.h"
#include "fail.h"
#include "model.h"

/* What is left of `need` after who has come since it was stated. */
static double left_of(const suitor_model *model, const leaving *said,
                      const suitor_ledger_need *need)
{
    double left = 1;
    uint32_t i = bound_u32(said->arrivals, said->n_arrivals, sizeof *said->arrivals,
                           offsetof(leaving_arrival, club), need->club);

    for (; i < said->n_arrivals && said->arrivals[i].club == need->club; i++)
        if (said->arrivals[i].day >= need->day)
            left *= 1 - model->fits[need->position][said->arrivals[i].position];
    return left;
}

suitor_status needs_find(const suitor_market *market, const leaving *said, needs_row **out,
                         suitor_error *err)
{
    const suitor_ledger *ledger = suitor_market_ledger(market);
    const suitor_model *model = market_model(market);
    uint32_t n_clubs = ledger->n_entities - ledger->n_players;
    needs_row *rows = malloc(((size_t)n_clubs + 1) * sizeof *rows);

    if (!rows)
        return fail(err, SUITOR_ERR_NOMEM, "no memory for the needs of %u clubs", n_clubs);
    for (uint32_t c = 0; c < n_clubs; c++)
        for (int p = 0; p < SUITOR_N_POSITIONS; p++)
            rows[c][p] = 1;
    for (uint32_t i = 0; i < ledger->n_needs; i++) {
        const suitor_ledger_need *need = &ledger->needs[i];
        double *row = rows[need->club - ledger->n_players];
        double age = fmax((double)suitor_market_day(market) - need->day, 0);
        double worth =
            exp2(-age / model->half_life_days[SUITOR_LEAVING]) * left_of(model, said, need);
        double factor = model->window.need_stated * model->window.vacancy[need->position];
        for (int p = 0; p < SUITOR_N_POSITIONS; p++)
            row[p] = fmax(row[p], pow(factor, worth * model->fits[need->position][p]));
    }
    *out = rows;
    return SUITOR_OK;
}
