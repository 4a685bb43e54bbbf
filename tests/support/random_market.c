#include "random_market.h"

#include "draw.h"
#include "hash.h"
#include "table.h"

static double uniform(uint64_t *state) { return (double)(draw_bits(state) >> 11) * 0x1p-53; }

candidates_rules random_market_rules(void)
{
    candidates_rules rules = { .need_met = 0.35,
                               .beaten_rival = 0.5,
                               .either_or = 0.15,
                               .spent = 1,
                               .typical_fee = 30,
                               .cap = MOVES_CAP };

    for (unsigned a = 0; a < SUITOR_N_POSITIONS; a++) {
        rules.vacancy[a] = 1.61;
        for (unsigned b = 0; b < SUITOR_N_POSITIONS; b++)
            rules.fits[a][b] = a == b ? 1 : a / 4 == b / 4 ? 0.4 : 0;
    }
    return rules;
}

static uint64_t key_of(uint32_t i, uint64_t kind) { return hash_bytes(kind, &i, sizeof i); }

static void add_pairs(uint64_t *state, uint32_t player, random_market *out)
{
    uint32_t n_clubs = out->all.n_clubs, n = draw_below(state, 5);

    for (uint32_t c = 0; c < n_clubs && n; c++) {
        if (c == out->players[player].seller || draw_below(state, n_clubs - c) >= n)
            continue;
        out->pairs[out->all.n_pairs++] =
            (candidates_pair){ player,
                               c,
                               uniform(state),
                               0.98 * uniform(state) * uniform(state),
                               draw_below(state, 2) ? 60 * uniform(state) : 0,
                               draw_below(state, 8) == 0 };
        n--;
    }
    if (draw_below(state, 4) == 0)
        out->pairs[out->all.n_pairs++] =
            (candidates_pair){ player, CANDIDATES_NONE, 0.2, 0.4 * uniform(state), 0, false };
}

/* Two players of one club, or two targets of one. */
static void add_either_or(uint64_t *state, random_market *out)
{
    uint32_t a = draw_below(state, out->all.n_players), b = draw_below(state, out->all.n_players);
    uint32_t club = draw_below(state, out->all.n_clubs);

    if (a == b)
        return;
    if (draw_below(state, 2) && out->players[a].seller != CANDIDATES_NONE)
        club = out->players[b].seller = out->players[a].seller;
    out->either_or[out->all.n_either_or++] = (candidates_either_or){ a, b, club };
}

void random_market_make(uint64_t seed, uint32_t n_players, uint32_t n_clubs, random_market *out)
{
    uint64_t state = seed;

    out->all = (candidates){ out->players, out->clubs, out->pairs, out->either_or,       n_players,
                             n_clubs,      0,          0,          random_market_rules() };
    for (uint32_t c = 0; c < n_clubs; c++) {
        bool late = draw_below(&state, 4) == 0;
        out->clubs[c] = (candidates_club){ late ? 10 + 5 * uniform(&state) : 0,
                                           30 + 30 * uniform(&state), key_of(c, 1) };
    }
    for (uint32_t p = 0; p < n_players; p++)
        out->players[p] = (candidates_player){ draw_below(&state, 8) ? draw_below(&state, n_clubs)
                                                                     : CANDIDATES_NONE,
                                               (suitor_position)draw_below(&state, 6),
                                               draw_below(&state, 8) != 0, key_of(p, 2) };
    for (uint32_t i = draw_below(&state, RANDOM_EITHER_OR); i; i--)
        add_either_or(&state, out);
    for (uint32_t p = 0; p < n_players; p++)
        add_pairs(&state, p, out);
    if (draw_below(&state, 3) == 0)
        out->all.rules.spent = 0.7;
    check_row(seed, "moves", moves_build(&out->all, &out->m, NULL) == SUITOR_OK);
}
