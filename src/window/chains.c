/* Chains as they are told: from where they begin, with how often they come about. */
#include <math.h>
#include <stdlib.h>

#include "chain_history.h"
#include "fail.h"
#include "influence.h"
#include "shock.h"

enum { WINDOWS = 2000 };

static bool begins_there(const moves *m, uint32_t move, const suitor_chains_from *from,
                         uint32_t entity)
{
    const candidates_pair *pair = &m->from->pairs[m->list[move].pair];

    switch (from->kind) {
    case SUITOR_CHAINS_PLAYER: return pair->player == entity;
    case SUITOR_CHAINS_CLUB:
        return pair->club == entity || m->from->players[pair->player].seller == entity;
    default: return true;
    }
}

static uint32_t find_starts(const suitor_window *window, const suitor_chains_from *from,
                            const suitor_do *done, chain_start *out)
{
    const moves *m = &window->moves;
    uint32_t n = 0;
    uint32_t entity =
        from->kind == SUITOR_CHAINS_CLUB ? window_club(window, from->entity) : from->entity;

    if (from->kind == SUITOR_CHAINS_DONE) {
        uint32_t club = done->kind == SUITOR_DO_MOVE ? done->club : CANDIDATES_NONE;
        out[0] = (chain_start){ moves_find(m, done->player, club), done->player, club, 1 };
        return 1;
    }
    for (uint32_t i = 0; i < m->n_moves; i++)
        if (begins_there(m, i, from, entity))
            out[n++] = (chain_start){ i, m->list[i].player, m->groups[m->list[i].group].club,
                                      -expm1(-m->list[i].hazard) };
    return n;
}

static suitor_step step_of(const suitor_window *window, const suitor_do *done,
                           const chain_path *path, uint32_t s)
{
    const moves *m = &window->moves;
    uint32_t node = path->node[s];
    bool is_move = node < m->n_moves, is_done = node == MOVES_NONE;
    uint32_t player = is_done ? done->player : is_move ? m->list[node].player : node - m->n_moves;
    uint32_t seller = m->from->players[player].seller;
    uint32_t club = is_move
                        ? m->groups[m->list[node].group].club
                        : (is_done && done->kind == SUITOR_DO_MOVE ? done->club : CANDIDATES_NONE);

    return (suitor_step){
        .player = player,
        .from = seller == CANDIDATES_NONE ? SUITOR_NO_INDEX : window_entity(window, seller),
        .to = is_move || is_done ? window_entity(window, club) : SUITOR_NO_INDEX,
        .mechanism = path->kind[s],
        .before = path->before[s],
        .probability = path->after[s],
    };
}

static suitor_chain chain_of(const suitor_window *window, const suitor_do *done,
                             const chain_path *path)
{
    suitor_chain c = { .n_steps = path->n, .probability = 1 };

    for (uint32_t s = 0; s < path->n; s++) {
        c.steps[s] = step_of(window, done, path, s);
        c.probability *= c.steps[s].probability;
    }
    return c;
}

static int likeliest_first(const void *a, const void *b)
{
    const suitor_chain *x = a, *y = b;

    if (x->probability != y->probability)
        return x->probability > y->probability ? -1 : 1;
    for (uint32_t s = 0; s < x->n_steps && s < y->n_steps; s++) {
        if (x->steps[s].player != y->steps[s].player)
            return x->steps[s].player < y->steps[s].player ? -1 : 1;
        if (x->steps[s].to != y->steps[s].to)
            return x->steps[s].to < y->steps[s].to ? -1 : 1;
    }
    return (int)x->n_steps - (int)y->n_steps;
}

static suitor_status tell(const suitor_window *window, const suitor_do *done,
                          const chain_path *paths, uint32_t n, const run_shock *what,
                          const suitor_simulate_options *options, suitor_chain **out,
                          suitor_error *err)
{
    suitor_chain *chains = malloc(((size_t)n + 1) * sizeof *chains);
    suitor_status st;

    if (!chains)
        return fail(err, SUITOR_ERR_NOMEM, "no memory for %u chains", n);
    for (uint32_t i = 0; i < n; i++)
        chains[i] = chain_of(window, done, &paths[i]);
    st = chain_history(&window->moves, paths, n, what, options,
                       options->runs ? options->runs : WINDOWS, chains, err);
    for (uint32_t i = 0; i < n; i++)
        if (chains[i].gap == SUITOR_GAP_RIVAL)
            chains[i].gap_club = window_entity(window, chains[i].gap_club);
    if (st == SUITOR_OK && n)
        qsort(chains, n, sizeof *chains, likeliest_first);
    if (st == SUITOR_OK && n) {
        *out = chains;
        return st;
    }
    free(chains);
    return st;
}

static suitor_status check(const suitor_chains_from *from, uint32_t limit, suitor_error *err)
{
    if (limit == 0)
        return fail(err, SUITOR_ERR_INVALID, "chains: how many is not said");
    if (from->kind == SUITOR_CHAINS_DONE && from->done.kind > SUITOR_DO_LEAVE)
        return fail(err, SUITOR_ERR_INVALID, "chains begin with a move, not with who stays");
    return SUITOR_OK;
}

suitor_status suitor_chains(const suitor_window *window, const suitor_chains_from *from,
                            const suitor_simulate_options *options, uint32_t limit,
                            suitor_chain **out, uint32_t *count, suitor_error *err)
{
    const moves *m = &window->moves;
    suitor_do done = from->done;
    chain_start *starts = NULL;
    chain_path *paths = NULL;
    shock what = { 0 };
    uint32_t n = 0;
    suitor_status st = check(from, limit, err);

    if (st != SUITOR_OK)
        return st;
    if (from->kind == SUITOR_CHAINS_DONE) {
        done.club = window_club(window, done.club);
        st = shock_build(m, &done, 1, &what, err);
    }
    starts = malloc(((size_t)m->n_moves + 1) * sizeof *starts);
    if (st == SUITOR_OK && !starts)
        st = fail(err, SUITOR_ERR_NOMEM, "no memory for %u moves", m->n_moves);
    if (st == SUITOR_OK)
        st = chain_paths(m, starts, find_starts(window, from, &done, starts), limit, &paths, &n,
                         err);
    if (st == SUITOR_OK && n)
        st = tell(window, &done, paths, n, from->kind == SUITOR_CHAINS_DONE ? &what.shock : NULL,
                  options, out, err);
    if (st == SUITOR_OK) {
        *out = n ? *out : NULL;
        *count = n;
    }
    free(paths);
    free(starts);
    shock_free(&what);
    return st;
}
