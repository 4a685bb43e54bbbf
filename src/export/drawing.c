/* Building the graph of a scene. Vertices and edges are made in the scene's
 * order, which is the same for the same market, and so is the DOT text. */
#include "drawing.h"

#include <stdlib.h>

#include "escape.h"
#include "fail.h"

static bool has_room(const style_layout *l, const scene *s)
{
    return s->n_players + s->n_clubs <= l->up_to && s->n_lines <= l->up_to_lines;
}

/* The first layout of the style with room for all vertices and lines, or its last one. */
static const style_layout *choose_layout(const scene *s, const style *looks)
{
    uint32_t i = 0;

    if (!scene_is_network(s->kind))
        return s->kind == SCENE_RACE ? &looks->race : &looks->club;
    while (i + 1 < looks->n_market && !has_room(&looks->market[i], s))
        i++;
    return &looks->market[i];
}

/* What holds for every vertex and edge of the picture. */
static void set_defaults(drawing *d)
{
    static const struct {
        int kind;
        style_look look;
    } parts[] = { { AGRAPH, LOOK_GRAPH }, { AGNODE, LOOK_NODE }, { AGEDGE, LOOK_EDGE } };

    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        const cJSON *each;
        agattr(d->graph, parts[i].kind, (char *)"fontname", (char *)d->style->font);
        cJSON_ArrayForEach(each, d->style->look[parts[i].look])
            agattr(d->graph, parts[i].kind, each->string, each->valuestring);
    }
    set_text(d->graph, "bgcolor", d->style->canvas.background);
    set_map(d->graph, d->layout->attributes);
}

static void draw(drawing *d)
{
    const scene *s = d->scene;

    if (s->kind == SCENE_CLUB ||
        s->kind == SCENE_DUEL) /* layered layouts keep the order of making */
        draw_club(d, s->focus);
    for (uint32_t i = 0; i < s->n_players; i++)
        draw_player(d, s->players[i]);
    for (uint32_t i = 0; i < s->n_clubs; i++)
        if (s->clubs[i] != s->focus)
            draw_club(d, s->clubs[i]);
    if (s->kind == SCENE_RACE && s->race.club != SUITOR_NO_INDEX)
        draw_plays_for(d, s->focus, s->race.club);
    for (uint32_t i = 0; i < s->n_lines; i++)
        draw_line(d, i);
}

/* An empty graph called as the picture is. */
static void open_graph(drawing *d)
{
    buf name = { 0 };

    escape_name(&name, buf_view(&d->title));
    d->graph = name.failed ? NULL : agopen(name.ptr, Agundirected, NULL);
    buf_free(&name);
}

/* Whether every vertex and edge could be made. */
static bool is_whole(const drawing *d)
{
    const scene *s = d->scene;

    for (uint32_t i = 0; i < s->n_lines; i++)
        if (!d->edge[i])
            return false;
    return agnnodes(d->graph) == (int)(s->n_players + s->n_clubs);
}

suitor_status drawing_make(const scene *s, const style *looks, const colour_table *colours,
                           const groups *g, const char *title, drawing *out, suitor_error *err)
{
    *out = (drawing){ .scene = s,
                      .style = looks,
                      .colours = colours,
                      .groups = g,
                      .layout = choose_layout(s, looks) };
    out->vertex = calloc((size_t)s->ledger->n_entities + 1, sizeof *out->vertex);
    out->edge = calloc((size_t)s->n_lines + 1, sizeof *out->edge);
    out->level = calloc((size_t)s->ledger->n_entities + 1, sizeof *out->level);
    write_captions(out, title);
    open_graph(out);
    if (!choose_palette(out) || !out->vertex || !out->edge || !out->level || !out->graph)
        return fail(err, SUITOR_ERR_NOMEM, "no memory for the graph of the picture");
    set_defaults(out);
    draw(out);
    if (!is_whole(out) || out->failed || out->title.failed || out->subtitle.failed ||
        out->source.failed)
        return fail(err, SUITOR_ERR_NOMEM, "no memory for what the picture shows");
    return SUITOR_OK;
}

void drawing_clear(drawing *d)
{
    if (d->graph)
        agclose(d->graph);
    free(d->vertex);
    free(d->edge);
    free(d->level);
    free(d->shown);
    buf_free(&d->label);
    buf_free(&d->title);
    buf_free(&d->subtitle);
    buf_free(&d->source);
    *d = (drawing){ 0 };
}
