/* Lines: of an interest the width follows the weight, shade and dash follow the stage. */
#include <math.h>

#include "drawing.h"
#include "escape.h"

/* A layered layout puts tails left of heads. A player's suitors stand right of
 * him; the club in focus stands left of its targets. */
static Agedge_t *make_edge(drawing *d, const scene_line *l)
{
    Agnode_t *from = d->vertex[l->from], *to = d->vertex[l->to];
    bool turned = !scene_is_network(d->scene->kind) && l->to == d->scene->focus;

    if (!from || !to)
        return NULL;
    return turned ? agedge(d->graph, to, from, NULL, 1) : agedge(d->graph, from, to, NULL, 1);
}

static void put_count(buf *out, uint32_t n, const char *what)
{
    buf_printf(out, "%u %s%s", n, what, n == 1 ? "" : "s");
}

static void set_tip(drawing *d, Agedge_t *edge, buf *text)
{
    buf tip = { 0 };

    escape_tooltip(&tip, buf_view(text));
    set_text(edge, "tooltip", tip.ptr);
    set_text(edge, "labeltooltip", tip.ptr);
    finish(d, &tip);
    finish(d, text);
}

/* What a program reads from the DOT file, and a mouse over the SVG. */
static void set_facts(drawing *d, Agedge_t *edge, const suitor_edge *e)
{
    const suitor_entity *entities = d->scene->ledger->entities;
    char first[SUITOR_DATE_SIZE], last[SUITOR_DATE_SIZE];
    buf text = { 0 };

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
    set_tip(d, edge, &text);
    set_text(edge, "kind", suitor_relation_name(e->relation));
    set_text(edge, "class", suitor_stage_name(e->stage));
    set_text(edge, "stage", suitor_stage_name(e->stage));
    set_number(edge, "interest", e->weight);
    set_text(edge, "first", first);
    set_text(edge, "last", last);
    set_number(edge, "origins", e->n_origins);
    set_number(edge, "articles", e->n_articles);
}

/* The article behind a line, a click away in SVG. */
static void set_link(drawing *d, Agedge_t *edge, uint32_t article)
{
    buf url = { 0 };

    if (article == SUITOR_NO_INDEX)
        return;
    escape_url(&url, d->scene->ledger->articles[article].url);
    set_text(edge, "URL", url.ptr);
    set_text(edge, "target", "_blank");
    finish(d, &url);
}

static void draw_interest(drawing *d, Agedge_t *edge, const suitor_edge *e)
{
    const style_stage *stage = &d->style->stages[e->stage];

    set_map(edge, stage->attributes);
    set_number(edge, "penwidth", stage->width * style_line_width(d->style, d->layout, e->weight));
    set_facts(d, edge, e);
}

static void draw_rivalry(drawing *d, Agedge_t *edge, const scene_line *l, const scene_rivalry *r)
{
    const suitor_entity *entities = d->scene->ledger->entities;
    buf text = { 0 };

    set_map(edge, d->style->look[r->is_frequent ? LOOK_FREQUENT_RIVALRY : LOOK_RIVALRY]);
    set_number(edge, "penwidth", style_line_width(d->style, d->layout, l->weight));
    buf_append(&text, entities[l->from].name);
    buf_add(&text, " \xE2\x80\x93 ");
    buf_append(&text, entities[l->to].name);
    buf_add(&text, ": both want ");
    put_count(&text, r->n_meetings, "player");
    buf_printf(&text, ", %.1f expected by chance; rivalry %.3f", r->expected, r->rivalry);
    set_tip(d, edge, &text);
    set_text(edge, "kind", "rivalry");
    set_text(edge, "class", r->is_frequent ? "frequent" : "rivalry");
    set_number(edge, "rivalry", r->rivalry);
    set_number(edge, "meetings", r->n_meetings);
    set_number(edge, "expected", r->expected);
}

void put_change(buf *out, const scene_change *c)
{
    if (c->before == 0 || lround(100 * c->before) != lround(100 * c->after)) {
        put_percent(out, c->before);
        buf_add(out, " \xE2\x86\x92 ");
    }
    put_percent(out, c->after);
}

/* "+8", "−0.4": percent points, with a decimal where they are few. */
static void put_points(buf *out, const scene_change *c)
{
    double points = 100 * (c->after - c->before);
    int decimals = fabs(points) < 9.95;

    buf_printf(out, "%s%.*f", points < 0 ? "\xE2\x88\x92" : "+", decimals, fabs(points));
}

static void draw_change(drawing *d, Agedge_t *edge, const scene_line *l, const scene_change *c)
{
    const suitor_entity *entities = d->scene->ledger->entities;
    style_look look = c->is_done ? LOOK_DONE : c->after > c->before ? LOOK_RISES : LOOK_FALLS;
    buf text = { 0 };

    set_number(edge, "penwidth", style_line_width(d->style, d->layout, l->weight));
    set_map(edge, d->style->look[look]);
    buf_append(&text, entities[l->from].name);
    buf_add(&text, " to ");
    buf_append(&text, entities[l->to].name);
    buf_add(&text, c->is_done ? ": made to happen; " : ": ");
    put_change(&text, c);
    set_tip(d, edge, &text);
    set_text(edge, "kind", "change");
    set_text(edge, "class", c->is_done ? "done" : c->after > c->before ? "rises" : "falls");
    set_number(edge, "before", c->before);
    set_number(edge, "after", c->after);
}

void draw_line(drawing *d, uint32_t i)
{
    const scene *s = d->scene;
    const scene_line *l = &s->lines[i];
    Agedge_t *edge = d->edge[i] = make_edge(d, l);

    set_map(edge, d->layout->edges);
    if (scene_is_network(s->kind)) /* inches; what is strong stands near, figures need room */
        set_number(edge, "len", s->changes ? 2.4 : 2.0 - 0.8 * l->weight);
    if (s->rivalries)
        draw_rivalry(d, edge, l, &s->rivalries[i]);
    else if (s->changes)
        draw_change(d, edge, l, &s->changes[i]);
    else
        draw_interest(d, edge, &s->edges[i]);
    set_link(d, edge, l->article);
}

void put_line_label(const drawing *d, uint32_t i, bool in_full, buf *out)
{
    const scene *s = d->scene;

    if (s->rivalries) {
        buf_printf(out, "%u", s->rivalries[i].n_meetings);
        return;
    }
    if (s->changes) {
        if (in_full) {
            put_change(out, &s->changes[i]);
            buf_add(out, " (");
        }
        put_points(out, &s->changes[i]);
        buf_add(out, in_full ? ")" : "");
        return;
    }
    if (in_full && s->kind != SCENE_RACE) /* where it stands beside the club */
        buf_printf(out, "%s ", d->style->stages[s->edges[i].stage].word);
    put_percent(out, s->lines[i].weight);
}

void draw_plays_for(drawing *d, uint32_t player, uint32_t club)
{
    Agedge_t *edge = NULL;

    if (d->vertex[player] && d->vertex[club])
        edge = agedge(d->graph, d->vertex[club], d->vertex[player], NULL, 1);
    set_map(edge, d->style->look[LOOK_PLAYS_FOR]);
    set_text(edge, "kind", suitor_relation_name(SUITOR_PLAYS_FOR));
}
