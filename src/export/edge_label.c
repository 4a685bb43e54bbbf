/* Figures on the lines of a network. A label stands on its own line and interrupts
 * it, so that nobody has to guess whose it is; places are tried from the middle
 * outwards, and the first that is free of everything else is taken. Heaviest edges
 * choose first. O(edges · (vertices + points of all lines)). */
#include "render.h"

#include <math.h>
#include <stdlib.h>

#include "escape.h"
#include "fail.h"

enum { STEPS = 24, MAX_PIECES = 64 }; /* points a Bézier piece; pieces a line */

typedef struct {
    double x, y;
} spot;

typedef struct {
    spot *points;    /* along every line, line after line */
    uint32_t *first; /* of each edge, and the end of the last */
    area *taken;     /* vertices, then the labels placed */
    uint32_t n_points, n_taken;
} ground;

static spot bezier_at(const pointf p[4], double t)
{
    double u = 1 - t, a = u * u * u, b = 3 * u * u * t, c = 3 * u * t * t, e = t * t * t;

    return (spot){ a * p[0].x + b * p[1].x + c * p[2].x + e * p[3].x,
                   a * p[0].y + b * p[1].y + c * p[2].y + e * p[3].y };
}

static uint32_t pieces_of(Agedge_t *edge)
{
    const splines *lines = edge ? ED_spl(edge) : NULL;
    int n = lines && lines->size ? (lines->list[0].size - 1) / 3 : 0;

    return n > MAX_PIECES ? MAX_PIECES : (uint32_t)(n < 0 ? 0 : n);
}

static void survey_line(ground *g, Agedge_t *edge)
{
    uint32_t n = pieces_of(edge);

    for (uint32_t piece = 0; piece < n; piece++)
        for (int step = 0; step < STEPS; step++)
            g->points[g->n_points++] =
                bezier_at(ED_spl(edge)->list[0].list + 3 * piece, (step + 0.5) / STEPS);
}

static area around(double x, double y, double width, double height)
{
    return (area){ x - width / 2, y - height / 2, x + width / 2, y + height / 2 };
}

static suitor_status survey(ground *g, const drawing *d, suitor_error *err)
{
    size_t n_edges = d->scene->n_lines, n_points = 0;
    size_t n_boxes = (size_t)agnnodes(d->graph) + n_edges;

    for (size_t i = 0; i < n_edges; i++)
        n_points += pieces_of(d->edge[i]) * (size_t)STEPS;
    g->points = calloc(n_points + 1, sizeof *g->points);
    g->first = calloc(n_edges + 1, sizeof *g->first);
    g->taken = calloc(n_boxes + 1, sizeof *g->taken);
    if (!g->points || !g->first || !g->taken)
        return fail(err, SUITOR_ERR_NOMEM, "no memory to place the labels of the picture");
    for (size_t i = 0; i < n_edges; i++) {
        survey_line(g, d->edge[i]);
        g->first[i + 1] = g->n_points;
    }
    for (Agnode_t *v = agfstnode(d->graph); v; v = agnxtnode(d->graph, v))
        g->taken[g->n_taken++] =
            around(ND_coord(v).x, ND_coord(v).y, ND_width(v) * 72 + 4, ND_height(v) * 72 + 4);
    return SUITOR_OK;
}

static bool overlap(area a, area b)
{
    return a.left < b.right && b.left < a.right && a.bottom < b.top && b.bottom < a.top;
}

static bool is_free(const ground *g, uint32_t edge, area b)
{
    for (uint32_t i = 0; i < g->n_taken; i++)
        if (overlap(g->taken[i], b))
            return false;
    for (uint32_t i = 0; i < g->n_points; i++) {
        spot p = g->points[i];
        bool own = i >= g->first[edge] && i < g->first[edge + 1];
        if (!own && p.x > b.left && p.x < b.right && p.y > b.bottom && p.y < b.top)
            return false;
    }
    return true;
}

/* The text on a patch of background. */
static void write_label(drawing *d, uint32_t edge, const buf *text)
{
    buf_reset(&d->label);
    buf_printf(&d->label,
               "<TABLE BORDER=\"0\" CELLBORDER=\"0\" CELLPADDING=\"1\" CELLSPACING=\"0\""
               " BGCOLOR=\"%s\"><TR><TD>",
               d->style->canvas.background);
    open_text(d, TEXT_EDGE, true);
    escape_html(&d->label, buf_view(text));
    close_text(d, true);
    buf_add(&d->label, "</TD></TR></TABLE>");
    set_html(d, d->edge[edge], "label", &d->label);
}

/* Room for the text and a margin; its letters are 0.7 em wide in DejaVu Sans
 * Bold, the widest of the fonts in use. */
static area label_area(const drawing *d, const buf *text, spot middle)
{
    double size = d->style->text[TEXT_EDGE].size * d->layout->scale;
    size_t letters = 0;

    for (size_t i = 0; i < text->len; i++)
        letters += ((unsigned char)text->ptr[i] & 0xC0) != 0x80;
    return around(middle.x, middle.y, (0.7 * (double)letters + 0.4) * size, 1.5 * size);
}

/* Write `text` at the first free place of the line, `above` points above it; false where there is
 * none. */
static bool place_text(ground *g, drawing *d, uint32_t edge, const buf *text, double above)
{
    static const double along[] = { 0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.2, 0.8 };
    uint32_t n = g->first[edge + 1] - g->first[edge];

    for (size_t i = 0; n && i < sizeof along / sizeof *along; i++) {
        spot p = g->points[g->first[edge] + (uint32_t)(along[i] * n)];
        p.y += above;
        area b = label_area(d, text, p);
        if (!is_free(g, edge, b))
            continue;
        g->taken[g->n_taken++] = b;
        write_label(d, edge, text);
        set_point(d->edge[edge], "lp", p.x, p.y);
        return true;
    }
    return false;
}

/* In full, else in short, else, where a line without its figure says little, beside the line. */
static void place_label(ground *g, drawing *d, uint32_t edge, buf *text)
{
    double height = 1.5 * d->style->text[TEXT_EDGE].size * d->layout->scale;

    for (int in_full = 1; in_full >= 0; in_full--) {
        buf_reset(text);
        put_line_label(d, edge, in_full, text);
        d->failed = d->failed || text->failed;
        if (text->failed || place_text(g, d, edge, text, 0))
            return;
    }
    if (d->scene->changes && !place_text(g, d, edge, text, height))
        place_text(g, d, edge, text, -height);
}

typedef struct {
    double weight;
    uint32_t edge;
} turn;

static int heaviest_first(const void *a, const void *b)
{
    const turn *x = a, *y = b;

    if (x->weight != y->weight)
        return x->weight > y->weight ? -1 : 1;
    return (x->edge > y->edge) - (x->edge < y->edge);
}

suitor_status label_edges(drawing *d, suitor_error *err)
{
    ground g = { 0 };
    buf text = { 0 };
    uint32_t n = d->scene->n_lines;
    turn *turns = calloc((size_t)n + 1, sizeof *turns);
    suitor_status st = survey(&g, d, err);

    if (st == SUITOR_OK && !turns)
        st = fail(err, SUITOR_ERR_NOMEM, "no memory to place the labels of the picture");
    for (uint32_t i = 0; st == SUITOR_OK && i < n; i++)
        turns[i] = (turn){ d->scene->lines[i].weight, i };
    if (st == SUITOR_OK)
        qsort(turns, n, sizeof *turns, heaviest_first);
    for (uint32_t i = 0; st == SUITOR_OK && i < n; i++)
        place_label(&g, d, turns[i].edge, &text);
    free(turns);
    free(g.points);
    free(g.first);
    free(g.taken);
    finish(d, &text);
    return st;
}
