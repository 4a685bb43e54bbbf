/* Where everything stands.
 *
 * A race and a club are layered by the engine as it is. A market is a network: the
 * engine's free layout is made with several seeds (trial.c), each turned along the
 * canvas and scaled to the room that the style gives a vertex (network.c); the one
 * easiest to follow is relieved of overlaps. Where that grows wider than the canvas,
 * it is scaled again to a narrower, taller one. */
#include <math.h>
#include <stdlib.h>

#include "fail.h"
#include "trial.h"

enum { MAX_ROUNDS = 6 };

static double canvas_width(const drawing *d)
{
    return d->style->canvas.width - 2 * d->style->canvas.margin;
}

/* The whole canvas, or less where the picture would become too flat. */
static double first_width(const drawing *d, size_t n)
{
    return fmin(canvas_width(d), sqrt((double)n * d->layout->room * d->style->canvas.shape));
}

static area bounds_of(Agraph_t *graph)
{
    boxf b = GD_bb(graph);

    return (area){ b.LL.x, b.LL.y, b.UR.x, b.UR.y };
}

/* One layout without overlaps and lines on a canvas `width` points wide. `room`
 * takes the places that come out, `*found` the width. */
static suitor_status spread(GVC_t *gvc, drawing *d, const place *places, place *room, size_t n,
                            double width, double *found, suitor_error *err)
{
    memcpy(room, places, n * sizeof *room);
    network_fit(room, n, d->layout, width);
    network_keep(room, n);
    suitor_status st = lay_out(gvc, d->graph, "nop1", err);
    for (size_t i = 0; st == SUITOR_OK && i < n; i++) {
        room[i].x = ND_coord(room[i].vertex).x;
        room[i].y = ND_coord(room[i].vertex).y;
    }
    if (st == SUITOR_OK) {
        area b = bounds_of(d->graph);
        *found = b.right - b.left;
    }
    gvFreeLayout(gvc, d->graph);
    return st;
}

/* Spread until the width fits, then draw the lines; the last round stands whatever
 * its width, since labels cannot be narrower than they are. Works in `room` for as
 * many places. A layout is alive on return. */
static suitor_status settle(GVC_t *gvc, drawing *d, const place *places, place *room, size_t n,
                            suitor_error *err)
{
    double limit = canvas_width(d), width = first_width(d, n), found = INFINITY;
    suitor_status st = SUITOR_OK;

    set_text(d->graph, "splines", "none");
    for (int round = 0; st == SUITOR_OK && found > limit && round < MAX_ROUNDS; round++) {
        width *= round ? fmax(0.98 * limit / found, 0.5) : 1;
        st = spread(gvc, d, places, room, n, width, &found, err);
    }
    set_map(d->graph, d->layout->attributes);
    network_keep(room, n);
    return st == SUITOR_OK ? lay_out(gvc, d->graph, "nop2", err) : st;
}

static suitor_status arrange_network(GVC_t *gvc, drawing *d, suitor_error *err)
{
    size_t n = (size_t)agnnodes(d->graph);
    place *places = calloc(2 * n + 1, sizeof *places);
    suitor_status st = SUITOR_OK;

    if (!places)
        return fail(err, SUITOR_ERR_NOMEM, "no memory to arrange the picture");
    st = trial_choose(gvc, d, first_width(d, n), places, err);
    if (st == SUITOR_OK)
        st = settle(gvc, d, places, places + n, n, err);
    free(places);
    return st;
}

suitor_status arrange(GVC_t *gvc, drawing *d, area *bounds, suitor_error *err)
{
    suitor_status st = scene_is_network(d->scene->kind)
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
