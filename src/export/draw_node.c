/* Players as boxes filled with the colour of their cluster (name; position, club and age in small
 * type), clubs as boxes with a rim of it and a badge in the club's own colours. */
#include <math.h>

#include "drawing.h"
#include "escape.h"

Agnode_t *make_vertex(drawing *d, suitor_sv text)
{
    buf name = { 0 };
    Agnode_t *vertex = NULL;

    escape_name(&name, text);
    size_t len = name.len;
    for (unsigned n = 2; !name.failed && agnode(d->graph, name.ptr, 0); n++) {
        name.len = len;
        buf_printf(&name, " #%u", n);
    }
    if (!name.failed)
        vertex = agnode(d->graph, name.ptr, 1);
    finish(d, &name);
    return vertex;
}

/* Facts that programs read from the DOT file. */
static void set_facts(drawing *d, Agnode_t *vertex, const suitor_entity *e)
{
    style_text_kind kind = e->kind == SUITOR_KIND_CLUB ? TEXT_CLUB : TEXT_PLAYER;
    buf text = { 0 };

    escape_plain(&text, e->name);
    set_text(vertex, "kind", suitor_kind_name(e->kind));
    set_text(vertex, "class", suitor_kind_name(e->kind));
    set_text(vertex, "name", text.ptr);
    set_text(vertex, "position", suitor_position_name(e->position));
    set_number(vertex, "fontsize", d->layout->scale * d->style->text[kind].size);
    finish(d, &text);
}

static void put_part(buf *out, suitor_sv part)
{
    if (part.len == 0)
        return;
    if (out->len)
        buf_add(out, " \xC2\xB7 ");
    buf_append(out, part);
}

/* "CB · Inter Milan · 26" of what is known; of a simulation "Inter Milan · stays 55% → 66%". */
static void put_detail(drawing *d, uint32_t player, buf *out)
{
    const suitor_ledger *l = d->scene->ledger;
    const scene_change *staying = d->scene->staying ? &d->scene->staying[player] : NULL;
    const suitor_entity *e = &l->entities[player];
    uint32_t club = d->scene->owner[player];

    if (!staying)
        put_part(out, suitor_sv_of(suitor_position_name(e->position)));
    if (club != SUITOR_NO_INDEX)
        put_part(out, l->entities[club].name);
    if (e->age >= 0 && !staying)
        buf_printf(out, "%s%d", out->len ? " \xC2\xB7 " : "", (int)e->age);
    if (staying && (staying->before > 0 || staying->after > 0)) {
        put_part(out, suitor_sv_of("stays "));
        put_change(out, staying);
    }
}

/* Lines of the scene that end at `entity`. */
static uint32_t degree(const scene *s, uint32_t entity)
{
    uint32_t n = 0;

    for (uint32_t i = 0; i < s->n_lines; i++)
        n += s->lines[i].from == entity || s->lines[i].to == entity;
    return n;
}

static void set_tooltip(drawing *d, Agnode_t *vertex, uint32_t entity, suitor_sv detail)
{
    const suitor_entity *e = &d->scene->ledger->entities[entity];
    bool is_club = e->kind == SUITOR_KIND_CLUB;
    uint32_t n = degree(d->scene, entity);
    buf text = { 0 }, tip = { 0 };

    buf_append(&text, e->name);
    if (detail.len)
        buf_printf(&text, " (%.*s)", SUITOR_SV_ARG(detail));
    if (!d->scene->changes)
        buf_printf(&text, ": %u %s%s", n,
                   d->scene->rivalries ? "rival"
                   : is_club           ? "target"
                                       : "suitor",
                   n == 1 ? "" : "s");
    if (d->scene->frequent[entity])
        buf_printf(&text, "; meets %.*s more often than by chance",
                   SUITOR_SV_ARG(d->scene->ledger->entities[d->scene->focus].name));
    escape_tooltip(&tip, buf_view(&text));
    set_text(vertex, "tooltip", tip.ptr);
    finish(d, &text);
    finish(d, &tip);
}

/* Graphviz sets a line about a quarter of its size too high; an empty row above brings it down. */
static void put_lowering_row(drawing *d, style_text_kind kind)
{
    buf_add(&d->label, "<TD HEIGHT=\"");
    put_decimal(&d->label, round(d->style->text[kind].size * d->layout->scale / 4));
    buf_add(&d->label, "\"></TD></TR><TR>");
}

/* The name of a club behind its badge. */
static void put_club_label(drawing *d, suitor_sv name)
{
    buf_add(&d->label, "<TABLE BORDER=\"0\" CELLBORDER=\"0\" CELLSPACING=\"0\" CELLPADDING=\"0\">"
                       "<TR><TD ROWSPAN=\"2\">");
    put_badge(d, name);
    buf_add(&d->label, "</TD><TD ROWSPAN=\"2\" WIDTH=\"5\"></TD>");
    put_lowering_row(d, TEXT_CLUB);
    buf_add(&d->label, "<TD><B>");
    escape_html_name(&d->label, name);
    buf_add(&d->label, "</B></TD></TR></TABLE>");
}

static void put_player_name(drawing *d, suitor_sv name)
{
    buf_add(&d->label, "<TABLE BORDER=\"0\" CELLBORDER=\"0\" CELLSPACING=\"0\" CELLPADDING=\"0\">"
                       "<TR>");
    put_lowering_row(d, TEXT_PLAYER);
    buf_add(&d->label, "<TD><B>");
    escape_html_name(&d->label, name);
    buf_add(&d->label, "</B></TD></TR></TABLE>");
}

static void put_two_lines(drawing *d, suitor_sv name, suitor_sv detail)
{
    buf_add(&d->label, "<TABLE BORDER=\"0\" CELLBORDER=\"0\" CELLSPACING=\"0\" CELLPADDING=\"0\">"
                       "<TR>");
    put_lowering_row(d, TEXT_PLAYER_DETAIL);
    buf_add(&d->label, "<TD>");
    open_text(d, TEXT_PLAYER, true);
    escape_html_name(&d->label, name);
    close_text(d, true);
    buf_add(&d->label, "</TD></TR><TR><TD>");
    open_text(d, TEXT_PLAYER_DETAIL, false);
    escape_html(&d->label, detail);
    close_text(d, false);
    buf_add(&d->label, "</TD></TR></TABLE>");
}

void draw_player(drawing *d, uint32_t player)
{
    const suitor_entity *e = &d->scene->ledger->entities[player];
    Agnode_t *vertex = d->vertex[player] = make_vertex(d, e->name);
    buf detail = { 0 };

    put_detail(d, player, &detail);
    buf_reset(&d->label);
    if (detail.len && d->layout->detail)
        put_two_lines(d, e->name, buf_view(&detail));
    else
        put_player_name(d, e->name);
    set_text(vertex, "fontcolor", d->style->text[TEXT_PLAYER].ink);
    set_text(vertex, "fillcolor", palette_of(d, player).fill);
    set_text(vertex, "color", palette_of(d, player).rim);
    set_map(vertex, d->style->look[LOOK_PLAYER]);
    if (player == d->scene->lead)
        set_map(vertex, d->style->look[LOOK_LEAD_PLAYER]);
    set_html(d, vertex, "label", &d->label);
    set_facts(d, vertex, e);
    set_tooltip(d, vertex, player, buf_view(&detail));
    finish(d, &detail);
}

void draw_club(drawing *d, uint32_t club)
{
    const scene *s = d->scene;
    const suitor_entity *e = &s->ledger->entities[club];
    Agnode_t *vertex = d->vertex[club] = make_vertex(d, e->name);
    bool sells = s->kind == SCENE_RACE && degree(s, club) == 0;

    buf_reset(&d->label);
    put_club_label(d, e->name);
    set_text(vertex, "color", palette_of(d, club).rim);
    set_text(vertex, "fontcolor", d->style->text[TEXT_CLUB].ink);
    set_map(vertex, d->style->look[LOOK_CLUB]);
    if (club == s->focus || club == s->against)
        set_map(vertex, d->style->look[LOOK_FOCUS_CLUB]);
    if (s->frequent[club])
        set_map(vertex, d->style->look[LOOK_FREQUENT_RIVAL]);
    if (sells)
        set_map(vertex, d->style->look[LOOK_SELLER]);
    set_html(d, vertex, "label", &d->label);
    set_facts(d, vertex, e);
    set_tooltip(d, vertex, club, suitor_sv_of(""));
}
