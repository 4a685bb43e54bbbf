#include "small_market.h"

#include <stdio.h>
#include <string.h>

/* Centre-backs but for Cruz, a left-back, and Dahl, a striker and nobody's; Ebo is lent out. */
static const candidates_player players[SMALL_PLAYERS] = {
    { ARROW, SUITOR_CB, true, 11 },   { ARROW, SUITOR_CB, true, 12 },
    { BRIDGE, SUITOR_LB, true, 13 },  { CANDIDATES_NONE, SUITOR_ST, true, 14 },
    { CASTLE, SUITOR_CB, false, 15 }, { CASTLE, SUITOR_CB, true, 16 },
};

static const candidates_club clubs[SMALL_CLUBS] = { { 0, 60, 1 }, { 0, 90, 2 }, { 30, 60, 3 } };

static const candidates_pair pairs[SMALL_PAIRS] = {
    { ABEL, BRIDGE, 0.4, 0.3, 30, false },        { ABEL, CASTLE, 0.2, 0.1, 0, false },
    { BO, BRIDGE, 0.3, 0.2, 0, false },           { CRUZ, ARROW, 0.5, 0.4, 15, false },
    { DAHL, BRIDGE, 0.1, 0.05, 0, false },        { EBO, BRIDGE, 0.6, 0.9, 0, true },
    { EBO, CANDIDATES_NONE, 0.2, 0.1, 0, false }, { FALK, ARROW, 0.2, 0.2, 0, false },
};

static const candidates_either_or either_or[SMALL_EITHER_OR] = { { ABEL, BO, ARROW } };

/* Left-backs do a quarter as centre-backs, strikers nowhere else. */
static candidates_rules rules(void)
{
    candidates_rules r = { .need_met = 0.35,
                           .beaten_rival = 0.5,
                           .either_or = 0.15,
                           .spent = 1,
                           .typical_fee = 30,
                           .cap = 16 };

    for (int p = 0; p < SUITOR_N_POSITIONS; p++) {
        r.vacancy[p] = p == SUITOR_CB ? 1.75 : 1.6;
        r.fits[p][p] = 1;
    }
    r.fits[SUITOR_CB][SUITOR_LB] = r.fits[SUITOR_LB][SUITOR_CB] = 0.25;
    return r;
}

void small_market_make(bool with_either_or, small_market *out)
{
    memcpy(out->players, players, sizeof players);
    memcpy(out->clubs, clubs, sizeof clubs);
    memcpy(out->pairs, pairs, sizeof pairs);
    memcpy(out->either_or, either_or, sizeof either_or);
    out->all = (candidates){ .players = out->players,
                             .clubs = out->clubs,
                             .pairs = out->pairs,
                             .either_or = out->either_or,
                             .n_players = SMALL_PLAYERS,
                             .n_clubs = SMALL_CLUBS,
                             .n_pairs = SMALL_PAIRS,
                             .n_either_or = with_either_or ? SMALL_EITHER_OR : 0,
                             .rules = rules() };
    out->m = (moves){ 0 };
}

const char *small_market_group(const small_market *market, uint32_t group)
{
    static const char *const names[] = { "Arrow", "Bridge", "Castle" };
    static char room[64];
    const moves_group *g = &market->m.groups[group];
    int at = snprintf(room, sizeof room, "%s:", g->club == MOVES_NONE ? "?" : names[g->club]);

    for (uint32_t i = g->first_move; i < g[1].first_move; i++)
        room[at++] = (char)('A' + market->m.list[i].player);
    room[at] = '\0';
    return room;
}
