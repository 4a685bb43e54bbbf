/* Edges out of weighed evidence, player by player. */
#include "weigh.h"

#include "fail.h"
#include "grow.h"

/* Whether the row of `f` still speaks: more than half of it left, not faded. */
static bool is_alive(const suitor_model *model, const suitor_factor *f)
{
    return f->kept >= 0.5 && f->strength >= model->fades;
}

/* Sums up the interest rows [from, to) of `e`; false where none has any strength. */
static bool sum_up(const suitor_market *m, evidence *e, uint32_t from, uint32_t to,
                   suitor_edge *edge)
{
    const suitor_ledger_row *rows = m->ledger->rows + e->first;
    const suitor_factor *strongest = NULL, *furthest = NULL;
    voice before;

    voices_begin(&e->articles);
    for (uint32_t i = from; i < to; i++) {
        const suitor_factor *f = &e->factors[i];
        if (!evidence_is_interest(e, m, i))
            continue;
        if (!strongest)
            edge->first = rows[i].day;
        edge->last = rows[i].day;
        edge->n_origins += f->counts; /* one row an origin counts */
        edge->n_articles += voices_hear(&e->articles, rows[i].article, i, 1, &before);
        if (!strongest || f->strength > strongest->strength)
            strongest = f;
        if (is_alive(m->model, f) &&
            (!furthest || rows[i].stage > m->ledger->rows[furthest->row].stage))
            furthest = f;
    }
    if (!strongest)
        return false;
    edge->stage = m->ledger->rows[(furthest ? furthest : strongest)->row].stage;
    if (edge->stage == SUITOR_DONE) /* not sure enough to be done */
        edge->stage = SUITOR_AGREED;
    edge->relation = edge->stage >= SUITOR_AGREED ? SUITOR_DEAL : SUITOR_INTEREST;
    return true;
}

/* Note the interest rows [from, to) of `e` as those that edge number m->n_edges rests on. */
static bool keep_rows(suitor_market *m, const evidence *e, uint32_t from, uint32_t to)
{
    uint32_t first = m->n_edges ? m->row_ends[m->n_edges - 1] : 0;

    if (!grow(&m->edge_rows, &m->cap_edge_rows, first + (to - from), sizeof *m->edge_rows) ||
        !grow(&m->row_ends, &m->cap_row_ends, m->n_edges + 1, sizeof *m->row_ends))
        return false;
    for (uint32_t i = from; i < to; i++)
        if (evidence_is_interest(e, m, i))
            m->edge_rows[first++] = e->first + i;
    m->row_ends[m->n_edges] = first;
    return true;
}

suitor_status weigh_player(suitor_market *m, evidence *e, uint32_t player, uint32_t first,
                           uint32_t count, suitor_error *err)
{
    uint32_t from = 0, to = 0;
    suitor_status st = evidence_weigh_rows(e, m, player, first, count, err);

    while (st == SUITOR_OK && evidence_next_club(e, m, &from, &to)) {
        suitor_edge edge = { .player = player, .club = m->ledger->rows[e->first + from].club };
        if (edge.club == e->owner || !sum_up(m, e, from, to, &edge))
            continue;
        edge.weight = evidence_weight(e, m, from, to, SUITOR_INTEREST);
        if (edge.weight < m->model->fades)
            continue;
        if (!grow(&m->edges, &m->cap_edges, m->n_edges + 1, sizeof *m->edges) ||
            !keep_rows(m, e, from, to))
            return fail(err, SUITOR_ERR_NOMEM, "no memory for %u edges", m->n_edges + 1);
        m->edges[m->n_edges++] = edge;
    }
    return st;
}
