/* Interest as lines: width follows the weight, colour and dash follow the stage. */
#include "drawing.h"
#include "escape.h"

/* A layered layout puts tails left of heads. A player's suitors stand right of
 * him; the club in focus stands left of its targets. */
static Agedge_t *make_edge(drawing *d, const suitor_edge *e)
{
    Agnode_t *player = d->vertex[e->player], *club = d->vertex[e->club];
    bool first = d->scene->kind == SCENE_CLUB && e->club == d->scene->focus;

    if (!player || !club)
        return NULL;
    return first ? agedge(d->graph, club, player, NULL, 1)
                 : agedge(d->graph, player, club, NULL, 1);
}

static void put_count(buf *out, uint32_t n, const char *what)
{
    buf_printf(out, "%u %s%s", n, what, n == 1 ? "" : "s");
}

/* What a program reads from the DOT file, and a mouse over the SVG. */
static void set_facts(drawing *d, Agedge_t *edge, const suitor_edge *e)
{
    const suitor_entity *entities = d->scene->ledger->entities;
    char first[SUITOR_DATE_SIZE], last[SUITOR_DATE_SIZE];
    buf text = { 0 }, tip = { 0 };

    suitor_day_format(e->first, first);
    suitor_day_format(e->last, last);
    buf_append(&text, entities[e->club].name);
    buf_add(&text, " \xE2\x86\x92 ");
    buf_append(&text, entities[e->player].name);
    buf_printf(&text, ": %s, weight ", suitor_stage_name(e->stage));
    put_percent(&text, e->weight);
    buf_printf(&text, "; %s to %s; ", first, last);
    put_count(&text, e->n_origins, "origin");
    buf_add(&text, ", ");
    put_count(&text, e->n_articles, "article");
    escape_tooltip(&tip, buf_view(&text));
    set_text(edge, "tooltip", tip.ptr);
    set_text(edge, "labeltooltip", tip.ptr);
    set_text(edge, "kind", suitor_relation_name(e->relation));
    set_text(edge, "class", suitor_stage_name(e->stage));
    set_text(edge, "stage", suitor_stage_name(e->stage));
    set_number(edge, "interest", e->weight);
    set_text(edge, "first", first);
    set_text(edge, "last", last);
    set_number(edge, "origins", e->n_origins);
    set_number(edge, "articles", e->n_articles);
    finish(d, &text);
    finish(d, &tip);
}

void draw_interest(drawing *d, uint32_t i)
{
    const suitor_edge *e = &d->scene->edges[i];
    const style_stage *stage = &d->style->stages[e->stage];
    Agedge_t *edge = make_edge(d, e);

    d->edge[i] = edge;
    set_map(edge, d->layout->edges);
    set_map(edge, stage->attributes);
    set_number(edge, "penwidth", stage->width * style_line_width(d->style, d->layout, e->weight));
    if (d->scene->kind == SCENE_MARKET) /* inches; who wants him most stands nearest */
        set_number(edge, "len", 2.0 - 0.8 * e->weight);
    set_facts(d, edge, e);
}

void draw_plays_for(drawing *d, uint32_t player, uint32_t club)
{
    Agedge_t *edge = NULL;

    if (d->vertex[player] && d->vertex[club])
        edge = agedge(d->graph, d->vertex[club], d->vertex[player], NULL, 1);
    set_map(edge, d->style->look[LOOK_PLAYS_FOR]);
    set_text(edge, "kind", suitor_relation_name(SUITOR_PLAYS_FOR));
}
