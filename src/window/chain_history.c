#include "chain_history.h"

#include <math.h>
#include <stdlib.h>

#include "fail.h"

/* What became of a step in the windows in which all before it had come about. */
typedef struct {
    uint32_t reached, came;
    uint32_t sooner;   /* the move came before the one that would have led to it */
    uint32_t *gone_to; /* by his moves, in order of player_moves: that he made instead */
} fate;

typedef struct {
    const moves *m;
    const chain_path *paths;
    uint32_t n;
    fate *fates; /* [chain * SUITOR_CHAIN_STEPS + step] */
} history;

static uint32_t player_of(const moves *m, uint32_t node)
{
    return node < m->n_moves ? m->list[node].player : node - m->n_moves;
}

static suitor_status history_init(history *h, suitor_error *err)
{
    h->fates = calloc((size_t)h->n * SUITOR_CHAIN_STEPS + 1, sizeof *h->fates);
    if (!h->fates)
        return fail(err, SUITOR_ERR_NOMEM, "no memory for %u chains", h->n);
    for (uint32_t i = 0; i < h->n; i++)
        for (uint32_t s = 0; s < h->paths[i].n; s++) {
            uint32_t node = h->paths[i].node[s];
            if (node == MOVES_NONE)
                continue;
            uint32_t p = player_of(h->m, node);
            uint32_t n_his = h->m->player_first[p + 1] - h->m->player_first[p];
            fate *f = &h->fates[i * SUITOR_CHAIN_STEPS + s];
            f->gone_to = calloc((size_t)n_his + 1, sizeof *f->gone_to);
            if (!f->gone_to)
                return fail(err, SUITOR_ERR_NOMEM, "no memory for %u chains", h->n);
        }
    return SUITOR_OK;
}

static void history_free(history *h)
{
    for (uint32_t i = 0; h->fates && i < h->n * SUITOR_CHAIN_STEPS; i++)
        free(h->fates[i].gone_to);
    free(h->fates);
}

/* Whether the step came about, after `*when`, which then is when. */
static bool came(const history *h, const run *r, uint32_t node, fate *f, stream_key *when)
{
    const moves *m = h->m;

    if (node == MOVES_NONE) /* made to happen */
        return true;
    uint32_t player = player_of(m, node), by = r->gone_by[player];
    if (node >= m->n_moves && by == MOVES_NONE)
        return true;
    if (by == node && r->gone[player] >= *when) {
        *when = r->gone[player];
        return true;
    }
    f->sooner += by == node;
    for (uint32_t k = m->player_first[player]; k < m->player_first[player + 1]; k++)
        f->gone_to[k - m->player_first[player]] += by != node && m->player_moves[k] == by;
    return false;
}

static void follow(history *h, const run *r)
{
    for (uint32_t i = 0; i < h->n; i++) {
        stream_key when = 0;
        for (uint32_t s = 0; s < h->paths[i].n; s++) {
            fate *f = &h->fates[i * SUITOR_CHAIN_STEPS + s];
            f->reached++;
            if (!came(h, r, h->paths[i].node[s], f, &when))
                break;
            f->came++;
        }
    }
}

/* The step whose frequency is furthest from its chance, as odds against each other. */
static uint32_t find_gap(const history *h, uint32_t chain)
{
    const chain_path *path = &h->paths[chain];
    uint32_t step = 0;
    double most = -1;

    for (uint32_t s = 0; s < path->n; s++) {
        const fate *f = &h->fates[chain * SUITOR_CHAIN_STEPS + s];
        double off = fabs(log((f->came + 0.5) / (f->reached + 0.5) / path->after[s]));
        if (f->reached && off > most) {
            most = off;
            step = s;
        }
    }
    return step;
}

static void explain_gap(const history *h, uint32_t chain, suitor_chain *out)
{
    const moves *m = h->m;
    uint32_t step = find_gap(h, chain), node = h->paths[chain].node[step], most = 0, all = 0;
    const fate *f = &h->fates[chain * SUITOR_CHAIN_STEPS + step];
    double missing = h->paths[chain].after[step] * f->reached - f->came;

    out->gap_step = step;
    out->gap_club = CANDIDATES_NONE;
    if (missing < 0 || node == MOVES_NONE) {
        out->gap = SUITOR_GAP_HOTTER;
        return;
    }
    out->gap = SUITOR_GAP_COOLER;
    if (node >= m->n_moves)
        return;
    uint32_t first = m->player_first[m->list[node].player];
    for (uint32_t k = first; k < m->player_first[m->list[node].player + 1]; k++) {
        all += f->gone_to[k - first];
        if (f->gone_to[k - first] > most) {
            most = f->gone_to[k - first];
            out->gap_club = m->groups[m->list[m->player_moves[k]].group].club;
        }
    }
    if (2 * (double)(all + f->sooner) < missing)
        return;
    out->gap = all >= f->sooner ? SUITOR_GAP_RIVAL : SUITOR_GAP_SOONER;
}

static void tell(const history *h, uint32_t chain, uint32_t n_windows, suitor_chain *out)
{
    const fate *last = &h->fates[chain * SUITOR_CHAIN_STEPS + h->paths[chain].n - 1];
    double f = (double)last->came / n_windows;

    out->frequency = f;
    out->standard_error = sqrt(f * (1 - f) / n_windows);
    double off = fabs(f - out->probability);
    out->gap = SUITOR_GAP_NONE;
    /* of what the windows can tell from noise, only what anybody would ask about */
    if (off > 3 * fmax(out->standard_error, 1.0 / n_windows) && off > 0.1 * out->probability)
        explain_gap(h, chain, out);
}

suitor_status chain_history(const moves *m, const chain_path *paths, uint32_t n,
                            const run_shock *what, const suitor_simulate_options *options,
                            uint32_t n_windows, suitor_chain *chains, suitor_error *err)
{
    history h = { .m = m, .paths = paths, .n = n };
    run r = { 0 };
    suitor_status st = history_init(&h, err);

    if (st == SUITOR_OK)
        st = run_init(&r, m, options->seed, err);
    for (uint32_t w = 0; st == SUITOR_OK && w < n_windows; w++) {
        st = run_window(&r, w, what, err);
        if (st == SUITOR_OK)
            follow(&h, &r);
        if (options->progress && w % 64 == 0)
            options->progress(w, n_windows, options->user);
    }
    for (uint32_t i = 0; st == SUITOR_OK && i < n; i++)
        tell(&h, i, n_windows, &chains[i]);
    run_free(&r);
    history_free(&h);
    return st;
}
