/* Projecting: edges are put in order of club; then each club gathers whom it meets. */
#include "projection.h"

#include <stdlib.h>

#include "fail.h"
#include "grow.h"

/* Rivals gathered for one club. */
typedef struct {
    double rivalry;
    uint32_t n_meetings;
} meeting;

struct projection_room {
    uint32_t *run_ends;   /* by edge: where the edges of its player end */
    uint32_t *run_sizes;  /* by edge: suitors of its player */
    uint32_t *by_club;    /* edges of contested players, club by club */
    uint32_t *club_first; /* by club: where its edges begin in by_club */
    meeting *met;         /* by vertex: with the club at hand; all 0 between two clubs */
    uint32_t *touched;    /* vertices that it met */
    uint32_t cap_ends, cap_sizes, cap_by_club, cap_first, cap_met, cap_touched;
};

static suitor_status make_room(projection *p, uint32_t n_edges, uint32_t n_clubs, suitor_error *err)
{
    struct projection_room *r = p->room ? p->room : calloc(1, sizeof *r);

    p->room = r;
    if (!r || !grow(&r->run_ends, &r->cap_ends, n_edges + 1, sizeof *r->run_ends) ||
        !grow(&r->run_sizes, &r->cap_sizes, n_edges + 1, sizeof *r->run_sizes) ||
        !grow(&r->by_club, &r->cap_by_club, n_edges + 1, sizeof *r->by_club) ||
        !grow(&r->club_first, &r->cap_first, n_clubs + 1, sizeof *r->club_first) ||
        !grow(&r->met, &r->cap_met, n_clubs + 1, sizeof *r->met) ||
        !grow(&r->touched, &r->cap_touched, n_clubs + 1, sizeof *r->touched) ||
        !grow(&p->clubs, &p->cap_clubs, n_clubs + 1, sizeof *p->clubs) ||
        !grow(&p->vertex_of, &p->cap_vertices, n_clubs + 1, sizeof *p->vertex_of))
        return fail(err, SUITOR_ERR_NOMEM, "no memory to project %u edges onto %u clubs", n_edges,
                    n_clubs);
    memset(r->met, 0, (n_clubs + (size_t)1) * sizeof *r->met);
    memset(r->club_first, 0, (n_clubs + (size_t)1) * sizeof *r->club_first);
    return SUITOR_OK;
}

static void find_runs(struct projection_room *r, const suitor_edge *edges, uint32_t n_edges)
{
    for (uint32_t from = 0, to = 0; from < n_edges; from = to) {
        while (to < n_edges && edges[to].player == edges[from].player)
            to++;
        for (uint32_t i = from; i < to; i++) {
            r->run_ends[i] = to;
            r->run_sizes[i] = to - from;
        }
    }
}

/* Counting sort of the edges of contested players by club, and vertices for their clubs. */
static void order_by_club(projection *p, const suitor_edge *edges, uint32_t n_edges,
                          uint32_t first_club, uint32_t n_clubs)
{
    struct projection_room *r = p->room;

    for (uint32_t i = 0; i < n_edges; i++)
        if (r->run_sizes[i] > 1)
            r->club_first[edges[i].club - first_club + 1]++;
    p->n_vertices = 0;
    for (uint32_t c = 0; c < n_clubs; c++) {
        bool meets = r->club_first[c + 1] > 0;
        p->vertex_of[c] = meets ? p->n_vertices : SUITOR_NO_INDEX;
        if (meets)
            p->clubs[p->n_vertices++] = first_club + c;
        r->club_first[c + 1] += r->club_first[c];
        r->touched[c] = r->club_first[c]; /* while sorting: where the next edge of the club goes */
    }
    for (uint32_t i = 0; i < n_edges; i++)
        if (r->run_sizes[i] > 1)
            r->by_club[r->touched[edges[i].club - first_club]++] = i;
}

static int ascending(const void *a, const void *b)
{
    uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
    return x < y ? -1 : x > y;
}

/* The meetings of club number `club` with clubs behind it. */
static suitor_status gather(projection *p, const suitor_edge *edges, uint32_t first_club,
                            uint32_t club, suitor_error *err)
{
    struct projection_room *r = p->room;
    uint32_t n = 0;

    for (uint32_t k = r->club_first[club]; k < r->club_first[club + 1]; k++) {
        uint32_t own = r->by_club[k];
        double scaled = edges[own].weight / (r->run_sizes[own] - 1);
        for (uint32_t i = own + 1; i < r->run_ends[own]; i++) {
            uint32_t v = p->vertex_of[edges[i].club - first_club];
            if (r->met[v].n_meetings++ == 0)
                r->touched[n++] = v;
            r->met[v].rivalry += scaled * edges[i].weight;
        }
    }
    if (n > 1)
        qsort(r->touched, n, sizeof *r->touched, ascending);
    if (!grow(&p->pairs, &p->cap_pairs, p->n_pairs + n, sizeof *p->pairs))
        return fail(err, SUITOR_ERR_NOMEM, "no memory for %u rivalries", p->n_pairs + n);
    for (uint32_t i = 0; i < n; i++) {
        meeting *m = &r->met[r->touched[i]];
        p->pairs[p->n_pairs++] =
            (projection_pair){ p->vertex_of[club], r->touched[i], m->n_meetings, m->rivalry };
        *m = (meeting){ 0 };
    }
    return SUITOR_OK;
}

suitor_status projection_make(projection *p, const suitor_edge *edges, uint32_t n_edges,
                              uint32_t first_club, uint32_t n_clubs, suitor_error *err)
{
    suitor_status st = make_room(p, n_edges, n_clubs, err);

    p->n_pairs = p->n_vertices = 0;
    if (st != SUITOR_OK)
        return st;
    find_runs(p->room, edges, n_edges);
    order_by_club(p, edges, n_edges, first_club, n_clubs);
    for (uint32_t c = 0; st == SUITOR_OK && c < n_clubs; c++)
        st = gather(p, edges, first_club, c, err);
    return st;
}

suitor_status projection_of(projection *p, const suitor_market *market, suitor_error *err)
{
    const suitor_ledger *ledger = suitor_market_ledger(market);
    uint32_t n;
    const suitor_edge *edges = suitor_market_edges(market, &n);

    return projection_make(p, edges, n, ledger->n_players, ledger->n_entities - ledger->n_players,
                           err);
}

void projection_free(projection *p)
{
    if (p->room) {
        free(p->room->run_ends);
        free(p->room->run_sizes);
        free(p->room->by_club);
        free(p->room->club_first);
        free(p->room->met);
        free(p->room->touched);
        free(p->room);
    }
    free(p->clubs);
    free(p->vertex_of);
    free(p->pairs);
    *p = (projection){ 0 };
}
