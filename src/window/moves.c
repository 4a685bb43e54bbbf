#include "moves.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "fail.h"
#include "hash.h"
#include "mechanism.h"

static const double TICKS = 4294967296.0; /* in the whole span */

/* A move on its way into its group. */
typedef struct {
    uint32_t club;
    suitor_position position;
    uint32_t apart; /* player whose group it is alone, else MOVES_NONE */
    uint32_t pair;
} seat;

static int by_group(const void *a, const void *b)
{
    const seat *x = a, *y = b;

    if (x->club != y->club)
        return x->club < y->club ? -1 : 1;
    if (x->position != y->position)
        return x->position < y->position ? -1 : 1;
    if (x->apart != y->apart)
        return x->apart < y->apart ? -1 : 1;
    return x->pair < y->pair ? -1 : x->pair > y->pair;
}

static suitor_status check_pair(const candidates *from, uint32_t i, suitor_error *err)
{
    const candidates_pair *p = &from->pairs[i];
    const candidates_club *club;

    if (p->player >= from->n_players || (p->club != CANDIDATES_NONE && p->club >= from->n_clubs))
        return fail(err, SUITOR_ERR_INVALID, "window: pair %u names player %u of %u, club %u of %u",
                    i, p->player, from->n_players, p->club, from->n_clubs);
    if (i && (p[-1].player > p->player || (p[-1].player == p->player && p[-1].club >= p->club)))
        return fail(err, SUITOR_ERR_INVALID, "window: pair %u is out of order", i);
    if (!(p->chance >= 0 && p->chance < 1) || !(p->interest >= 0 && p->interest <= 1))
        return fail(err, SUITOR_ERR_INVALID, "window: pair %u has chance %g, interest %g", i,
                    p->chance, p->interest);
    if (p->club == CANDIDATES_NONE)
        return SUITOR_OK;
    club = &from->clubs[p->club];
    if (!(club->opens >= 0 && club->closes > club->opens))
        return fail(err, SUITOR_ERR_INVALID, "window: club %u opens %g, closes %g", p->club,
                    club->opens, club->closes);
    return SUITOR_OK;
}

static suitor_status check(const candidates *from, suitor_error *err)
{
    suitor_status st = SUITOR_OK;

    if (!(from->rules.cap >= 1 && from->rules.cap <= MOVES_CAP))
        return fail(err, SUITOR_ERR_INVALID, "window: the cap is %g, not 1 to %d", from->rules.cap,
                    MOVES_CAP);
    for (uint32_t i = 0; i < from->n_players; i++)
        if (from->players[i].seller != CANDIDATES_NONE && from->players[i].seller >= from->n_clubs)
            return fail(err, SUITOR_ERR_INVALID, "window: player %u has club %u of %u", i,
                        from->players[i].seller, from->n_clubs);
    for (uint32_t i = 0; st == SUITOR_OK && i < from->n_pairs; i++)
        st = check_pair(from, i, err);
    for (uint32_t i = 0; st == SUITOR_OK && i < from->n_either_or; i++) {
        const candidates_either_or *e = &from->either_or[i];
        if (e->a >= from->n_players || e->b >= from->n_players || e->club >= from->n_clubs)
            st = fail(err, SUITOR_ERR_INVALID, "window: either-or %u names what is not there", i);
    }
    return st;
}

static bool allocate(moves *m)
{
    size_t n = (size_t)m->n_moves + 1;

    m->list = calloc(n, sizeof *m->list);
    m->groups = calloc(n, sizeof *m->groups);
    m->keys = malloc(n * sizeof *m->keys);
    m->idle = malloc(n * sizeof *m->idle);
    m->player_first = calloc((size_t)m->n_players + 2, sizeof *m->player_first);
    m->player_moves = malloc(n * sizeof *m->player_moves);
    m->club_first = calloc((size_t)m->n_clubs + 2, sizeof *m->club_first);
    m->club_groups = malloc(n * sizeof *m->club_groups);
    return m->list && m->groups && m->keys && m->idle && m->player_first && m->player_moves &&
           m->club_first && m->club_groups;
}

static double span(const candidates *from)
{
    double last = 1; /* day at least: nothing may divide by zero */

    for (uint32_t i = 0; i < from->n_clubs; i++)
        last = fmax(last, from->clubs[i].closes);
    return last;
}

/* Who moves somewhere may do so all the time. */
static moves_group begin_group(const moves *m, const seat *s)
{
    const candidates *from = m->from;
    struct {
        uint64_t club, player;
        uint32_t position, padding;
    } identity = { 0 };
    moves_group g = { .opens = 0, .closes = UINT32_MAX, .club = s->club, .position = s->position };

    identity.position = (uint32_t)s->position;
    if (s->club != CANDIDATES_NONE) {
        const candidates_club *club = &from->clubs[s->club];
        identity.club = club->key;
        g.opens = (uint32_t)(club->opens / m->days * (TICKS - 2));
        g.closes = (uint32_t)(club->closes / m->days * (TICKS - 2)) + 1;
    }
    if (s->apart != MOVES_NONE)
        identity.player = from->players[s->apart].key;
    g.pace = 1.0 / (double)(g.closes - g.opens);
    g.key = hash_bytes(0, &identity, sizeof identity);
    return g;
}

static void seat_moves(moves *m, const seat *seats)
{
    const candidates *from = m->from;

    for (uint32_t i = 0; i < m->n_moves; i++) {
        const candidates_pair *pair = &from->pairs[seats[i].pair];
        uint64_t keys[2] = { from->players[pair->player].key,
                             pair->club == CANDIDATES_NONE ? 0 : from->clubs[pair->club].key };
        if (i == 0 || seats[i].club != seats[i - 1].club ||
            seats[i].position != seats[i - 1].position || seats[i].apart != seats[i - 1].apart) {
            m->groups[m->n_groups] = begin_group(m, &seats[i]);
            m->groups[m->n_groups++].first_move = i;
        }
        m->list[i].pair = seats[i].pair;
        m->list[i].player = pair->player;
        m->list[i].group = m->n_groups - 1;
        m->list[i].hazard = -log1p(-pair->chance);
        m->list[i].key = hash_bytes(1, keys, sizeof keys);
        m->groups[m->n_groups - 1].is_agreed = pair->is_agreed;
        m->groups[m->n_groups - 1].hazard += m->list[i].hazard;
    }
    for (uint32_t g = 0; g < m->n_groups; g++) {
        double quarter = exp(-m->groups[g].hazard / 4), idle = quarter * quarter;
        m->groups[g].quarter = quarter;
        m->idle[g] = (uint64_t)(0x1p52 * (idle * idle));
        m->keys[g] = m->groups[g].key;
    }
    m->groups[m->n_groups].first_move = m->n_moves;
}

/* Put moves in order of groups. */
static suitor_status gather_groups(moves *m, suitor_error *err)
{
    const candidates *from = m->from;
    seat *seats = malloc(((size_t)m->n_moves + 1) * sizeof *seats);
    bool *apart = calloc((size_t)m->n_players + 1, sizeof *apart);
    suitor_status st = SUITOR_OK;

    if (!seats || !apart) {
        st = fail(err, SUITOR_ERR_NOMEM, "no memory for %u moves", m->n_moves);
        goto done;
    }
    for (uint32_t i = 0; i < from->n_either_or; i++)
        apart[from->either_or[i].a] = apart[from->either_or[i].b] = true;
    for (uint32_t i = 0; i < m->n_moves; i++) {
        const candidates_pair *pair = &from->pairs[i];
        /* what goes somewhere has nothing to do with what others do who go somewhere */
        bool alone = apart[pair->player] || pair->is_agreed || pair->club == CANDIDATES_NONE;
        seats[i] = (seat){ pair->club, from->players[pair->player].position,
                           alone ? pair->player : MOVES_NONE, i };
    }
    if (m->n_moves)
        qsort(seats, m->n_moves, sizeof *seats, by_group);
    seat_moves(m, seats);
done:
    free(apart);
    free(seats);
    return st;
}

/* Fill first[] and items[] so that the items of owner o, ascending, are items[first[o]] to
 * items[first[o + 1] - 1]. first[] is zeroed, with n_owners + 2 elements; owners from
 * n_owners on have none. */
static void gather_by(const uint32_t *owner, uint32_t n, uint32_t n_owners, uint32_t *first,
                      uint32_t *items)
{
    for (uint32_t i = 0; i < n; i++)
        if (owner[i] < n_owners)
            first[owner[i] + 2]++;
    for (uint32_t o = 2; o <= n_owners; o++)
        first[o] += first[o - 1];
    for (uint32_t i = 0; i < n; i++)
        if (owner[i] < n_owners)
            items[first[owner[i] + 1]++] = i;
}

static suitor_status gather_lists(moves *m, suitor_error *err)
{
    uint32_t n = m->n_moves > m->n_groups ? m->n_moves : m->n_groups;
    uint32_t *owners = malloc(((size_t)n + 1) * sizeof *owners);

    if (!owners)
        return fail(err, SUITOR_ERR_NOMEM, "no memory for %u moves", m->n_moves);
    for (uint32_t i = 0; i < m->n_moves; i++)
        owners[i] = m->list[i].player;
    gather_by(owners, m->n_moves, m->n_players, m->player_first, m->player_moves);
    for (uint32_t g = 0; g < m->n_groups; g++)
        owners[g] = m->groups[g].club;
    gather_by(owners, m->n_groups, m->n_clubs, m->club_first, m->club_groups);
    free(owners);
    return SUITOR_OK;
}

static suitor_status find_effects(moves *m, suitor_error *err)
{
    mechanism_list list = { 0 };
    suitor_status st = SUITOR_OK;

    for (uint32_t i = 0; st == SUITOR_OK && i < m->n_moves; i++) {
        const candidates_pair *pair = &m->from->pairs[m->list[i].pair];
        st = mechanism_of_move(m, pair->player, pair->club, pair->fee, &list, err);
        m->list[i + 1].first_effect = list.count;
    }
    if (st == SUITOR_OK) {
        m->effects = malloc(((size_t)list.count + 1) * sizeof *m->effects);
        if (!m->effects)
            st = fail(err, SUITOR_ERR_NOMEM, "no memory for %u effects", list.count);
    }
    for (uint32_t i = 0; st == SUITOR_OK && i < list.count; i++)
        m->effects[i] = list.items[i].effect;
    free(list.items);
    return st;
}

suitor_status moves_build(const candidates *from, moves *out, suitor_error *err)
{
    suitor_status st = check(from, err);

    if (st != SUITOR_OK)
        return st;
    *out = (moves){ .from = from,
                    .n_moves = from->n_pairs,
                    .n_players = from->n_players,
                    .n_clubs = from->n_clubs,
                    .days = span(from) };
    if (!allocate(out))
        st = fail(err, SUITOR_ERR_NOMEM, "no memory for %u moves", out->n_moves);
    if (st == SUITOR_OK)
        st = gather_groups(out, err);
    if (st == SUITOR_OK)
        st = gather_lists(out, err);
    if (st == SUITOR_OK)
        st = find_effects(out, err);
    if (st != SUITOR_OK)
        moves_free(out);
    return st;
}

void moves_free(moves *m)
{
    free(m->list);
    free(m->groups);
    free(m->keys);
    free(m->idle);
    free(m->player_first);
    free(m->player_moves);
    free(m->club_first);
    free(m->club_groups);
    free(m->effects);
    memset(m, 0, sizeof *m);
}

uint32_t moves_find(const moves *m, uint32_t player, uint32_t club)
{
    for (uint32_t i = m->player_first[player]; i < m->player_first[player + 1]; i++)
        if (m->from->pairs[m->list[m->player_moves[i]].pair].club == club)
            return m->player_moves[i];
    return MOVES_NONE;
}
