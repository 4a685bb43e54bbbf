/* Beside every suitor of a race: the stage, and the origins and articles behind it. */
#include <math.h>

#include "pen.h"

static void put_sources(buf *out, const suitor_edge *e)
{
    buf_printf(out, "%u origin%s, %u article%s", e->n_origins, e->n_origins == 1 ? "" : "s",
               e->n_articles, e->n_articles == 1 ? "" : "s");
    if (e->first == SUITOR_NO_DAY)
        return;
    buf_add(out, e->n_articles == 1 ? " on " : " since ");
    put_date(out, e->first, true);
}

/* Two lines about the middle of the height of the club. Returns their width. */
static double add_note(pen *p, const suitor_edge *e)
{
    suitor_sv word = suitor_sv_of(p->d->style->stages[e->stage].word);
    double size = pen_text_size(p, TEXT_EDGE);
    buf text = { 0 };

    put_sources(&text, e);
    double width = fmax(pen_text_width(p, TEXT_EDGE, word),
                        pen_text_width(p, TEXT_EDGE_DETAIL, buf_view(&text)));
    p->y = p->d->level[e->club] + 0.6 * size;
    pen_line(p, p->left, width, TEXT_EDGE, true, word);
    p->y -= 1.2 * size;
    pen_line(p, p->left, width, TEXT_EDGE_DETAIL, false, buf_view(&text));
    finish(p->d, &text);
    return width;
}

void add_notes(drawing *d, area *bounds)
{
    double left = bounds->right + d->style->canvas.gap / 2;
    pen p = { .d = d, .left = left, .right = left, .scale = d->layout->scale };

    for (uint32_t i = 0; i < d->scene->n_edges; i++)
        bounds->right = fmax(bounds->right, left + add_note(&p, &d->scene->edges[i]));
}
