/* The arithmetic behind one edge: the player's evidence is weighed again and the
 * rows of one club are handed out. */
#include <stdlib.h>

#include "evidence.h"
#include "fail.h"
#include "market_inner.h"

/* Rows that enter another figure than the weight of interest do not count here, and none
 * does where he is the club's already (`own`). */
static void copy_rows(suitor_factor *out, const suitor_factor *from, uint32_t count,
                      const suitor_ledger_row *rows, bool own)
{
    for (uint32_t i = 0; i < count; i++) {
        suitor_relation relation = rows[from[i].row].relation;
        out[i] = from[i];
        out[i].counts &= !own && (relation == SUITOR_INTEREST || relation == SUITOR_DEAL);
    }
}

static suitor_status check_pair(const suitor_ledger *ledger, uint32_t player, uint32_t club,
                                suitor_error *err)
{
    if (player < ledger->n_players && club >= ledger->n_players && club < ledger->n_entities)
        return SUITOR_OK;
    return fail(err, SUITOR_ERR_INVALID,
                "explain: %u is no player or %u is no club of this ledger (players are below %u, "
                "clubs from there below %u)",
                player, club, ledger->n_players, ledger->n_entities);
}

suitor_status suitor_market_explain(const suitor_market *market, uint32_t player, uint32_t club,
                                    suitor_factor **out, uint32_t *count, double *weight,
                                    suitor_error *err)
{
    const suitor_ledger *ledger = market->ledger;
    evidence e = { 0 };
    suitor_factor *found = NULL;
    uint32_t from = 0, to = 0;
    bool any = false;
    suitor_status st;

    if ((st = check_pair(ledger, player, club, err)) != SUITOR_OK ||
        (st = evidence_init(&e, market, err)) != SUITOR_OK ||
        (st = evidence_weigh(&e, market, player, err)) != SUITOR_OK)
        goto done;
    while (!any && evidence_next_club(&e, market, &from, &to))
        any = ledger->rows[e.first + from].club == club;
    if (any) {
        found = malloc((to - from) * sizeof *found);
        if (!found) {
            st = fail(err, SUITOR_ERR_NOMEM, "no memory to explain %u rows", to - from);
            goto done;
        }
        copy_rows(found, e.factors + from, to - from, ledger->rows, e.owner == club);
    }
    *weight = any && e.owner != club ? evidence_weight(&e, market, from, to, SUITOR_INTEREST) : 0;
    *count = any ? to - from : 0;
    *out = found;
done:
    evidence_free(&e);
    return st;
}
