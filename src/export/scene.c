/* What a scene is asked for, and what follows from its lines: who stands at their ends, what
 * articles they rest on, which of these may be linked to. */
#include "scene.h"

#include <stdbool.h>
#include <stdlib.h>
#include <strings.h>

#include "fail.h"
#include "sources.h"

static suitor_status no_memory(suitor_error *err)
{
    return fail(err, SUITOR_ERR_NOMEM, "no memory to choose what the picture shows");
}

int scene_by_pair(const void *a, const void *b)
{
    const suitor_edge *x = a, *y = b;

    if (x->player != y->player)
        return x->player < y->player ? -1 : 1;
    return (x->club > y->club) - (x->club < y->club);
}

/* Players in the order of the lines, clubs in the order of the ledger. */
static void list_ends(scene *s, bool *seen)
{
    const uint32_t more[] = { s->focus, s->against,
                              s->kind == SCENE_RACE ? s->owner[s->focus] : SUITOR_NO_INDEX };

    if (s->kind == SCENE_RACE)
        seen[s->players[s->n_players++] = s->focus] = true;
    for (uint32_t i = 0; i < s->n_lines; i++) {
        uint32_t from = s->lines[i].from;
        if (!seen[from] && from < s->ledger->n_players)
            s->players[s->n_players++] = from;
        seen[from] = seen[s->lines[i].to] = true;
    }
    for (size_t i = 0; i < sizeof more / sizeof *more; i++)
        if (more[i] != SUITOR_NO_INDEX)
            seen[more[i]] = true;
    for (uint32_t i = s->ledger->n_players; i < s->ledger->n_entities; i++)
        if (seen[i])
            s->clubs[s->n_clubs++] = i;
}

/* The interests chosen, as lines. */
static suitor_status line_up(scene *s, const suitor_market *market, bool *basis, suitor_error *err)
{
    uint32_t count;
    const suitor_edge *edges = suitor_market_edges(market, &count);

    s->lines = calloc((size_t)s->n_edges + 1, sizeof *s->lines);
    if (!s->lines)
        return no_memory(err);
    for (uint32_t i = 0; i < s->n_edges; i++) {
        const suitor_edge *e = &s->edges[i];
        const suitor_edge *edge = bsearch(e, edges, count, sizeof *edges, scene_by_pair);
        s->lines[s->n_lines++] = (scene_line){ e->player, e->club, e->weight, SUITOR_NO_INDEX };
        if (edge)
            basis[edge - edges] = true;
    }
    return SUITOR_OK;
}

static bool can_be_linked(const suitor_ledger_article *article)
{
    const suitor_sv url = article->url;

    return (url.len > 7 && strncasecmp(url.ptr, "http://", 7) == 0) ||
           (url.len > 8 && strncasecmp(url.ptr, "https://", 8) == 0);
}

/* Of each line the article to link to: of those with an address the one with most strength. */
static suitor_status find_articles(scene *s, const suitor_market *market, suitor_error *err)
{
    suitor_status st = SUITOR_OK;

    for (uint32_t i = 0; st == SUITOR_OK && i < s->n_lines; i++) {
        scene_line *line = &s->lines[i];
        suitor_factor *factors = NULL;
        uint32_t n = 0;
        double weight, most = -1;
        if (line->from >= s->ledger->n_players)
            continue;
        st = suitor_market_explain(market, line->from, line->to, &factors, &n, &weight, err);
        for (uint32_t k = 0; st == SUITOR_OK && k < n; k++) {
            uint32_t article = s->ledger->rows[factors[k].row].article;
            if (factors[k].strength <= most || !can_be_linked(&s->ledger->articles[article]))
                continue;
            most = factors[k].strength;
            line->article = article;
        }
        free(factors);
    }
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
static bool make_room(scene *s, const suitor_market *market, bool **seen, bool **basis)
{
    size_t n = s->ledger->n_entities;
    uint32_t count;

    suitor_market_edges(market, &count);
    *seen = calloc(n + 1, sizeof **seen);
    *basis = calloc((size_t)count + 1, sizeof **basis);
    s->edges = calloc(2 * (size_t)count + 1, sizeof *s->edges);
    s->players = calloc(n + 1, sizeof *s->players);
    s->clubs = calloc(n + 1, sizeof *s->clubs);
    s->owner = calloc(n + 1, sizeof *s->owner);
    s->frequent = calloc(n + 1, sizeof *s->frequent);
    return *seen && *basis && s->edges && s->players && s->clubs && s->owner && s->frequent;
}

static bool is_club(const suitor_ledger *l, uint32_t entity)
{
    return entity >= l->n_players && entity < l->n_entities;
}

/* What is asked for; SUITOR_ERR_INVALID where it cannot be. */
static suitor_status read_options(scene *s, const suitor_export_options *o, const groups *g,
                                  suitor_error *err)
{
    const suitor_ledger *l = s->ledger;

    if (o->focus != SUITOR_NO_INDEX && o->focus >= l->n_entities)
        return fail(err, SUITOR_ERR_INVALID,
                    "the focus of a picture must be one of the %u "
                    "players and clubs of the ledger",
                    l->n_entities);
    if (o->against != SUITOR_NO_INDEX &&
        (!is_club(l, o->against) || !is_club(l, o->focus) || o->against == o->focus))
        return fail(err, SUITOR_ERR_INVALID, "only two clubs can be drawn head to head");
    if (o->cluster != SUITOR_NO_INDEX && (!g || o->cluster >= g->found->n_clusters))
        return fail(err, SUITOR_ERR_INVALID, "there is no cluster %u in this market",
                    o->cluster + 1);
    if (o->simulation) {
        s->kind = SCENE_CHANGES;
        s->done = o->done;
        s->n_done = o->n_done;
    } else if (o->rivalries) {
        s->kind = SCENE_RIVALRIES;
    } else if (o->cluster != SUITOR_NO_INDEX) {
        s->kind = SCENE_CLUSTER;
        s->cluster = &g->found->clusters[o->cluster];
    } else if (o->focus != SUITOR_NO_INDEX) {
        s->focus = o->focus;
        s->against = o->against;
        s->kind = s->focus < l->n_players         ? SCENE_RACE
                  : s->against != SUITOR_NO_INDEX ? SCENE_DUEL
                                                  : SCENE_CLUB;
    }
    if (s->kind == SCENE_RACE)
        s->lead = s->focus;
    return SUITOR_OK;
}

static suitor_status choose_lines(scene *s, const suitor_market *market,
                                  const suitor_export_options *options, const groups *g,
                                  bool *basis, suitor_error *err)
{
    suitor_status st;

    if (s->kind == SCENE_RIVALRIES && !g)
        return fail(err, SUITOR_ERR_INVALID, "rivalries are drawn of clusters alone");
    if (s->kind == SCENE_CHANGES)
        return choose_changes(s, market, options->simulation, options->top, basis, err);
    if (s->kind == SCENE_RIVALRIES)
        return choose_rivalries(s, market, options->top, g, basis, err);
    st = choose_interests(s, market, options->top, err);
    return st == SUITOR_OK ? line_up(s, market, basis, err) : st;
}

suitor_status scene_choose(const suitor_market *market, const suitor_export_options *options,
                           const groups *g, scene *out, suitor_error *err)
{
    const suitor_ledger *l = suitor_market_ledger(market);
    bool *seen = NULL, *basis = NULL;
    suitor_status st;

    *out = (scene){ .ledger = l,
                    .day = suitor_market_day(market),
                    .focus = SUITOR_NO_INDEX,
                    .against = SUITOR_NO_INDEX,
                    .lead = SUITOR_NO_INDEX };
    st = read_options(out, options, g, err);
    if (st == SUITOR_OK && !make_room(out, market, &seen, &basis))
        st = no_memory(err);
    for (uint32_t i = 0; st == SUITOR_OK && i < l->n_players; i++)
        out->owner[i] = suitor_market_club_of(market, i);
    if (st == SUITOR_OK)
        st = choose_lines(out, market, options, g, basis, err);
    if (st == SUITOR_OK) {
        list_ends(out, seen);
        st = sources_count(market, basis, &out->n_articles, &out->n_origins, err);
    }
    if (st == SUITOR_OK)
        st = find_articles(out, market, err);
    if (st == SUITOR_OK && out->kind == SCENE_CLUB)
        st = find_frequent(out, market, err);
    free(seen);
    free(basis);
    return st;
}

void scene_clear(scene *s)
{
    suitor_race_clear(&s->race);
    free(s->lines);
    free(s->edges);
    free(s->rivalries);
    free(s->changes);
    free(s->staying);
    free(s->players);
    free(s->clubs);
    free(s->owner);
    free(s->frequent);
    *s = (scene){ 0 };
}
