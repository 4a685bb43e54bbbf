/* Choosing the edges of a picture. A market is its hottest races; a market
 * without any race, or all of it asked for, is every edge. A club is its targets,
 * each with all who want him. */
#include "scene.h"

#include <stdbool.h>
#include <stdlib.h>

#include "fail.h"

static suitor_status no_memory(suitor_error *err)
{
    return fail(err, SUITOR_ERR_NOMEM, "no memory to choose what the picture shows");
}

static void add_race(scene *s, const suitor_race *race)
{
    for (uint32_t i = 0; i < race->n_contenders; i++)
        s->edges[s->n_edges++] = race->contenders[i].edge;
}

/* Edges of `player` are neighbours in the market's order. */
static void add_player(scene *s, const suitor_edge *edges, uint32_t count, uint32_t player)
{
    for (uint32_t i = 0; i < count; i++)
        if (edges[i].player == player)
            s->edges[s->n_edges++] = edges[i];
}

static int by_player_weight(const void *a, const void *b)
{
    const suitor_edge *x = a, *y = b;

    if (x->player != y->player)
        return x->player < y->player ? -1 : 1;
    if (x->weight != y->weight)
        return x->weight > y->weight ? -1 : 1;
    return (x->club > y->club) - (x->club < y->club);
}

static int by_weight(const void *a, const void *b)
{
    const suitor_edge *x = a, *y = b;

    if (x->weight != y->weight)
        return x->weight > y->weight ? -1 : 1;
    return by_player_weight(a, b);
}

static suitor_status choose_market(scene *s, const suitor_market *market, uint32_t top,
                                   const suitor_edge *edges, uint32_t count, suitor_error *err)
{
    suitor_race *races = NULL;
    suitor_status st = suitor_races(market, top, &races, &s->n_races, err);

    if (st != SUITOR_OK)
        return st;
    for (uint32_t i = 0; i < s->n_races; i++)
        add_race(s, &races[i]);
    s->lead = s->n_races ? races[0].player : SUITOR_NO_INDEX;
    suitor_races_free(races, s->n_races);
    if (top && s->n_races)
        return SUITOR_OK;
    s->n_edges = count;
    if (count)
        memcpy(s->edges, edges, count * sizeof *edges);
    if (count)
        qsort(s->edges, count, sizeof *s->edges, by_player_weight);
    return SUITOR_OK;
}

static void choose_club(scene *s, const suitor_edge *edges, uint32_t count)
{
    suitor_edge *targets = s->edges + count; /* the second half is scratch */
    uint32_t n = 0;

    for (uint32_t i = 0; i < count; i++)
        if (edges[i].club == s->focus)
            targets[n++] = edges[i];
    if (n)
        qsort(targets, n, sizeof *targets, by_weight);
    for (uint32_t i = 0; i < n; i++) {
        uint32_t first = s->n_edges;
        add_player(s, edges, count, targets[i].player);
        qsort(s->edges + first, s->n_edges - first, sizeof *s->edges, by_player_weight);
    }
}

/* Players in the order of the edges, clubs in the order of the ledger. */
static void list_ends(scene *s, bool *seen)
{
    uint32_t seller = s->kind == SCENE_RACE ? s->owner[s->focus] : SUITOR_NO_INDEX;

    if (s->kind == SCENE_RACE)
        seen[s->players[s->n_players++] = s->focus] = true;
    for (uint32_t i = 0; i < s->n_edges; i++) {
        if (!seen[s->edges[i].player])
            s->players[s->n_players++] = s->edges[i].player;
        seen[s->edges[i].player] = seen[s->edges[i].club] = true;
    }
    if (s->focus != SUITOR_NO_INDEX)
        seen[s->focus] = true;
    if (seller != SUITOR_NO_INDEX)
        seen[seller] = true;
    for (uint32_t i = s->ledger->n_players; i < s->ledger->n_entities; i++)
        if (seen[i])
            s->clubs[s->n_clubs++] = i;
}

static bool is_drawn(const scene *s, const suitor_ledger_row *row)
{
    const suitor_edge key = { .player = row->player, .club = row->club };

    for (uint32_t i = 0; i < s->n_edges; i++)
        if (s->edges[i].player == key.player && s->edges[i].club == key.club)
            return true;
    return false;
}

/* Articles and origins that speak of a pair drawn. Rows are sorted by pair, so the
 * search runs once a pair. */
static suitor_status count_sources(scene *s, suitor_error *err)
{
    const suitor_ledger *l = s->ledger;
    bool drawn = false, *seen = calloc((size_t)l->n_articles + l->n_origins + 1, sizeof *seen);

    if (!seen)
        return no_memory(err);
    for (uint32_t i = 0; i < l->n_rows; i++) {
        const suitor_ledger_row *row = &l->rows[i];
        if (i == 0 || row->player != row[-1].player || row->club != row[-1].club)
            drawn = is_drawn(s, row);
        if (!drawn)
            continue;
        s->n_articles += !seen[row->article];
        s->n_origins += !seen[l->n_articles + row->origin];
        seen[row->article] = seen[l->n_articles + row->origin] = true;
    }
    free(seen);
    return SUITOR_OK;
}

static suitor_status choose_edges(scene *s, const suitor_market *market, uint32_t top,
                                  suitor_error *err)
{
    uint32_t count;
    const suitor_edge *edges = suitor_market_edges(market, &count);
    suitor_status st = SUITOR_OK;

    s->edges = calloc(2 * (size_t)count + 1, sizeof *s->edges);
    if (!s->edges)
        return no_memory(err);
    if (s->kind == SCENE_MARKET)
        st = choose_market(s, market, top, edges, count, err);
    else if (s->kind == SCENE_CLUB)
        choose_club(s, edges, count);
    if (st == SUITOR_OK && s->lead != SUITOR_NO_INDEX)
        st = suitor_race_of(market, s->lead, &s->race, err);
    if (st == SUITOR_OK && s->kind == SCENE_RACE)
        add_race(s, &s->race);
    return st;
}

/* Which of the clubs meet the one in focus more often than by chance. */
static suitor_status find_frequent(scene *s, const suitor_market *market, suitor_error *err)
{
    suitor_chance *chance = NULL;
    suitor_status st = suitor_chance_new(market, &chance, err);

    for (uint32_t i = 0; st == SUITOR_OK && i < s->n_clubs; i++) {
        uint32_t club = s->clubs[i];
        s->frequent[club] =
            suitor_chance_of(chance, s->focus, club).q <= SUITOR_FALSE_DISCOVERY_RATE;
        s->n_frequent += s->frequent[club];
    }
    suitor_chance_free(chance);
    return st;
}

/* Room for everything a scene may list. */
static bool make_room(scene *s, bool **seen)
{
    size_t n = s->ledger->n_entities;

    *seen = calloc(n + 1, sizeof **seen);
    s->players = calloc(n + 1, sizeof *s->players);
    s->clubs = calloc(n + 1, sizeof *s->clubs);
    s->owner = calloc(n + 1, sizeof *s->owner);
    s->frequent = calloc(n + 1, sizeof *s->frequent);
    return *seen && s->players && s->clubs && s->owner && s->frequent;
}

suitor_status scene_choose(const suitor_market *market, const suitor_export_options *options,
                           scene *out, suitor_error *err)
{
    const suitor_ledger *l = suitor_market_ledger(market);
    bool *seen = NULL;
    suitor_status st;

    *out = (scene){ .ledger = l,
                    .day = suitor_market_day(market),
                    .focus = options->focus,
                    .lead = SUITOR_NO_INDEX };
    if (out->focus != SUITOR_NO_INDEX && out->focus >= l->n_entities)
        return fail(err, SUITOR_ERR_INVALID,
                    "the focus of a picture must be one of the %u "
                    "players and clubs of the ledger",
                    l->n_entities);
    if (out->focus != SUITOR_NO_INDEX)
        out->kind = out->focus < l->n_players ? SCENE_RACE : SCENE_CLUB;
    if (out->kind == SCENE_RACE)
        out->lead = out->focus;
    if (!make_room(out, &seen)) {
        free(seen);
        return no_memory(err);
    }
    for (uint32_t i = 0; i < l->n_players; i++)
        out->owner[i] = suitor_market_club_of(market, i);
    st = choose_edges(out, market, options->top, err);
    if (st == SUITOR_OK) {
        list_ends(out, seen);
        st = count_sources(out, err);
    }
    if (st == SUITOR_OK && out->kind == SCENE_CLUB)
        st = find_frequent(out, market, err);
    free(seen);
    return st;
}

void scene_clear(scene *s)
{
    suitor_race_clear(&s->race);
    free(s->edges);
    free(s->players);
    free(s->clubs);
    free(s->owner);
    free(s->frequent);
    *s = (scene){ 0 };
}
