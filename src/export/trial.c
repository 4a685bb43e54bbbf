/* Trying seeds. What the engine sees is a skeleton of the drawing, vertices without
 * text but of the size that their text takes: each time that Graphviz 2.42 measures
 * text it loses memory, with 60 seeds and 27 vertices 700 kB a picture. */
#include "trial.h"

#include <stdlib.h>

#include "fail.h"

/* Sizes of all vertices, in `places`, which are in the order of the graph. */
static suitor_status measure(GVC_t *gvc, drawing *d, place *places, suitor_error *err)
{
    size_t n = 0;

    set_text(d->graph, "overlap", "true");
    set_text(d->graph, "splines", "none");
    suitor_status st = lay_out(gvc, d->graph, d->layout->engine, err);
    for (Agnode_t *v = agfstnode(d->graph); st == SUITOR_OK && v; v = agnxtnode(d->graph, v))
        places[n++] = (place){ v, 0, 0, 72 * ND_width(v), 72 * ND_height(v) };
    gvFreeLayout(gvc, d->graph);
    set_map(d->graph, d->layout->attributes);
    return st;
}

static Agnode_t *add_bone(Agraph_t *skeleton, const place *p)
{
    Agnode_t *bone = agnode(skeleton, agnameof(p->vertex), 1);

    set_text(bone, "label", "");
    set_text(bone, "shape", "box");
    set_text(bone, "fixedsize", "true");
    set_number(bone, "width", p->width / 72);
    set_number(bone, "height", p->height / 72);
    return bone;
}

static Agraph_t *make_skeleton(const drawing *d, const place *places, size_t n)
{
    Agraph_t *skeleton = agopen((char *)"skeleton", Agundirected, NULL);

    for (size_t i = 0; skeleton && i < n; i++)
        add_bone(skeleton, &places[i]);
    for (uint32_t i = 0; skeleton && i < d->scene->n_lines; i++) {
        Agnode_t *tail = agnode(skeleton, agnameof(agtail(d->edge[i])), 0);
        Agnode_t *head = agnode(skeleton, agnameof(aghead(d->edge[i])), 0);
        set_text(agedge(skeleton, tail, head, NULL, 1), "len", agget(d->edge[i], (char *)"len"));
    }
    set_text(skeleton, "overlap", "true");
    set_text(skeleton, "splines", "none");
    return skeleton;
}

static suitor_status try_seed(GVC_t *gvc, const drawing *d, Agraph_t *skeleton, unsigned seed,
                              place *places, suitor_error *err)
{
    size_t n = 0;

    set_number(skeleton, "start", seed);
    suitor_status st = lay_out(gvc, skeleton, d->layout->engine, err);
    for (Agnode_t *v = agfstnode(skeleton); st == SUITOR_OK && v; v = agnxtnode(skeleton, v)) {
        places[n].x = ND_coord(v).x;
        places[n++].y = ND_coord(v).y;
    }
    gvFreeLayout(gvc, skeleton);
    return st;
}

/* `best` comes with the sizes and goes with the places; `room` is twice as large. */
static suitor_status try_seeds(GVC_t *gvc, const drawing *d, Agraph_t *skeleton, double width,
                               place *best, place *room, suitor_error *err)
{
    size_t n = (size_t)agnnodes(skeleton), fewest = SIZE_MAX;
    unsigned tries = d->layout->tries >= 1 ? (unsigned)d->layout->tries : 1;
    place *raw = room, *fitted = room + n;
    suitor_status st = SUITOR_OK;

    memcpy(raw, best, n * sizeof *raw);
    for (unsigned seed = 1; st == SUITOR_OK && fewest > 0 && seed <= tries; seed++) {
        st = try_seed(gvc, d, skeleton, seed, raw, err);
        memcpy(fitted, raw, n * sizeof *raw);
        network_fit(fitted, n, d->layout, width);
        size_t tangle = tries > 1 ? network_tangle(d, fitted, n) : 0;
        if (st != SUITOR_OK || tangle >= fewest)
            continue;
        fewest = tangle;
        memcpy(best, raw, n * sizeof *raw);
    }
    return st;
}

suitor_status trial_choose(GVC_t *gvc, drawing *d, double width, place *best, suitor_error *err)
{
    size_t n = (size_t)agnnodes(d->graph);
    place *room = calloc(2 * n + 1, sizeof *room);
    Agraph_t *skeleton = NULL;
    suitor_status st = measure(gvc, d, best, err);

    if (st != SUITOR_OK)
        goto done;
    skeleton = make_skeleton(d, best, n);
    if (room && skeleton)
        st = try_seeds(gvc, d, skeleton, width, best, room, err);
    else
        st = fail(err, SUITOR_ERR_NOMEM, "no memory to try layouts of the picture");
done:
    if (skeleton)
        agclose(skeleton);
    free(room);
    return st;
}
