/* Building the market: one pass over the ledger's rows, player by player. */
#include <stdlib.h>

#include "fail.h"
#include "ledger_check.h"
#include "weigh.h"

static suitor_status no_memory(const suitor_ledger *ledger, suitor_error *err)
{
    return fail(err, SUITOR_ERR_NOMEM, "no memory for a market of %u rows and %u names",
                ledger->n_rows, ledger->n_entities);
}

/* Undated articles come first; the last one has the latest day. */
static void find_days(suitor_market *m)
{
    const suitor_ledger *ledger = m->ledger;
    uint32_t i = 0;

    while (i < ledger->n_articles && ledger->articles[i].day == SUITOR_NO_DAY)
        i++;
    m->first_day = i < ledger->n_articles ? ledger->articles[i].day : SUITOR_NO_DAY;
    m->day = ledger->at;
    if (m->day == SUITOR_NO_DAY && ledger->n_articles)
        m->day = ledger->articles[ledger->n_articles - 1].day;
}

static suitor_status allocate(suitor_market *m, suitor_error *err)
{
    size_t n_players = m->ledger->n_players, n_clubs = m->ledger->n_entities - n_players;

    m->tiers = calloc((size_t)m->ledger->n_origins + 1, 1);
    m->player_rows = calloc(n_players + 1, sizeof *m->player_rows);
    m->player_edges = calloc(n_players + 1, sizeof *m->player_edges);
    m->club_of = calloc(n_players + 1, sizeof *m->club_of);
    m->settled = calloc(n_players + 1, sizeof *m->settled);
    m->club_first = calloc(n_clubs + 1, sizeof *m->club_first);
    if (!m->tiers || !m->player_rows || !m->player_edges || !m->club_of || !m->settled ||
        !m->club_first)
        return no_memory(m->ledger, err);
    return SUITOR_OK;
}

/* Where each player's rows begin, and the tier of each origin. */
static void index_rows(suitor_market *m)
{
    const suitor_ledger *ledger = m->ledger;
    uint32_t at = 0;

    for (uint32_t p = 0; p < ledger->n_players; p++) {
        m->player_rows[p] = at;
        while (at < ledger->n_rows && ledger->rows[at].player == p)
            at++;
    }
    m->player_rows[ledger->n_players] = at;
    for (uint32_t i = 0; i < ledger->n_origins; i++)
        m->tiers[i] = (uint8_t)model_tier_of(m->model, ledger->origins[i]);
}

static suitor_status weigh_players(suitor_market *m, suitor_error *err)
{
    evidence e = { 0 };
    suitor_status st = evidence_init(&e, m, err);

    for (uint32_t p = 0; st == SUITOR_OK && p < m->ledger->n_players; p++) {
        uint32_t first = m->player_rows[p];
        m->player_edges[p] = m->n_edges;
        st = weigh_player(m, &e, p, first, m->player_rows[p + 1] - first, err);
        m->club_of[p] = e.owner;
        m->settled[p] = e.settled;
    }
    m->player_edges[m->ledger->n_players] = m->n_edges;
    evidence_free(&e);
    return st;
}

/* Counting sort of the edges by club. */
static suitor_status index_clubs(suitor_market *m, suitor_error *err)
{
    uint32_t n_players = m->ledger->n_players, n_clubs = m->ledger->n_entities - n_players;

    m->club_edges = calloc((size_t)m->n_edges + 1, sizeof *m->club_edges);
    if (!m->club_edges)
        return no_memory(m->ledger, err);
    for (uint32_t i = 0; i < m->n_edges; i++)
        m->club_first[m->edges[i].club - n_players + 1]++;
    for (uint32_t c = 0; c < n_clubs; c++)
        m->club_first[c + 1] += m->club_first[c];
    for (uint32_t i = m->n_edges; i-- > 0;) /* fills each club from its end */
        m->club_edges[--m->club_first[m->edges[i].club - n_players + 1]] = i;
    for (uint32_t c = 0; c < n_clubs; c++)
        m->club_first[c] = m->club_first[c + 1];
    m->club_first[n_clubs] = m->n_edges;
    return SUITOR_OK;
}

suitor_status suitor_market_build(const suitor_ledger *ledger, const suitor_model *model,
                                  suitor_market **out, suitor_error *err)
{
    suitor_market *m = calloc(1, sizeof *m);
    suitor_status st;

    if (!m)
        return no_memory(ledger, err);
    m->ledger = ledger;
    m->model = model;
    if ((st = ledger_check(ledger, err)) != SUITOR_OK || (st = allocate(m, err)) != SUITOR_OK)
        goto done;
    find_days(m);
    index_rows(m);
    if ((st = weigh_players(m, err)) != SUITOR_OK || (st = index_clubs(m, err)) != SUITOR_OK ||
        (st = market_graph_build(m, err)) != SUITOR_OK)
        goto done;
    *out = m;
    m = NULL;
done:
    suitor_market_free(m);
    return st;
}
