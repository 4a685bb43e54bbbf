/* Where everything stands.
 *
 * A race and a club are layered by the engine as it is. A market is a network: the
 * engine's free layout is made with several seeds, each turned along the canvas and
 * scaled to the room that the style gives a vertex (network.c); the one easiest to
 * follow is relieved of overlaps. Where that grows wider than the canvas, it is
 * scaled again to a narrower, taller one. */
#include <math.h>
#include <stdlib.h>

#include "fail.h"
#include "network.h"

enum { MAX_ROUNDS = 4 };

static double canvas_width(const drawing *d)
{
    return d->style->canvas.width - 2 * d->style->canvas.margin;
}

/* The whole canvas, or less where the picture would become too flat. */
static double first_width(const drawing *d, size_t n)
{
    return fmin(canvas_width(d), sqrt((double)n * d->layout->room * d->style->canvas.shape));
}

/* Lay out without lines and with overlaps, and read the places,
 * scaled to the canvas. */
static suitor_status try_seed(GVC_t *gvc, drawing *d, unsigned seed, place *places,
                              suitor_error *err)
{
    suitor_status st;
    size_t n = 0;

    set_number(d->graph, "start", seed);
    set_text(d->graph, "overlap", "true");
    set_text(d->graph, "splines", "none");
    st = lay_out(gvc, d->graph, d->layout->engine, err);
    for (Agnode_t *v = agfstnode(d->graph); st == SUITOR_OK && v; v = agnxtnode(d->graph, v))
        places[n++] = (place){ v, ND_coord(v).x, ND_coord(v).y, 72 * ND_width(v),
                               72 * ND_height(v) };
    gvFreeLayout(gvc, d->graph);
    if (st == SUITOR_OK)
        network_fit(places, n, d->layout, first_width(d, n));
    return st;
}

/* The best of several seeds, in `best`; `other` is as large, for the trials. */
static suitor_status choose_places(GVC_t *gvc, drawing *d, place *best, place *other,
                                   suitor_error *err)
{
    size_t n = (size_t)agnnodes(d->graph), fewest = SIZE_MAX;
    unsigned tries = d->layout->tries >= 1 ? (unsigned)d->layout->tries : 1;
    suitor_status st = SUITOR_OK;

    for (unsigned seed = 1; st == SUITOR_OK && fewest > 0 && seed <= tries; seed++) {
        st = try_seed(gvc, d, seed, other, err);
        size_t found = st == SUITOR_OK && tries > 1 ? network_tangle(d, other, n) : 0;
        if (st != SUITOR_OK || found >= fewest)
            continue;
        fewest = found;
        memcpy(best, other, n * sizeof *best);
    }
    return st;
}

static area bounds_of(Agraph_t *graph)
{
    boxf b = GD_bb(graph);

    return (area){ b.LL.x, b.LL.y, b.UR.x, b.UR.y };
}

/* Scale to the canvas and remove overlaps until the width fits; the last round
 * stands whatever its width, since labels cannot be narrower than they are. Works
 * in `room` for as many places. A layout is alive on return. */
static suitor_status settle(GVC_t *gvc, drawing *d, const place *places, place *room, size_t n,
                            suitor_error *err)
{
    double limit = canvas_width(d), width = first_width(d, n);
    suitor_status st;

    set_map(d->graph, d->layout->attributes);
    for (int round = 1;; round++) {
        memcpy(room, places, n * sizeof *room);
        network_fit(room, n, d->layout, width);
        network_keep(room, n);
        st = lay_out(gvc, d->graph, "nop1", err);
        if (st != SUITOR_OK || round == MAX_ROUNDS)
            return st;
        area b = bounds_of(d->graph);
        double found = b.right - b.left;
        if (found <= limit)
            return st;
        width *= fmax(limit / found, 0.5);
        gvFreeLayout(gvc, d->graph);
    }
}

static suitor_status arrange_network(GVC_t *gvc, drawing *d, suitor_error *err)
{
    size_t n = (size_t)agnnodes(d->graph);
    place *places = calloc(2 * n + 1, sizeof *places);
    suitor_status st = SUITOR_OK;

    if (!places)
        return fail(err, SUITOR_ERR_NOMEM, "no memory to arrange the picture");
    st = choose_places(gvc, d, places, places + n, err);
    if (st == SUITOR_OK)
        st = settle(gvc, d, places, places + n, n, err);
    free(places);
    return st;
}

suitor_status arrange(GVC_t *gvc, drawing *d, area *bounds, suitor_error *err)
{
    suitor_status st = d->scene->kind == SCENE_MARKET
                           ? arrange_network(gvc, d, err)
                           : lay_out(gvc, d->graph, d->layout->engine, err);

    if (st == SUITOR_OK) {
        *bounds = bounds_of(d->graph);
        attach_attrs(d->graph);
        for (uint32_t i = 0; i < d->scene->ledger->n_entities; i++)
            d->level[i] = d->vertex[i] ? ND_coord(d->vertex[i]).y : 0;
    }
    if (st == SUITOR_OK && d->layout->detail)
        st = label_edges(d, err);
    gvFreeLayout(gvc, d->graph);
    return st;
}
