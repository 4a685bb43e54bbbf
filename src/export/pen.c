/* Text and points at given places: HTML-like labels on vertices without a shape,
 * whose table is as wide as the room, so that text stands at its left edge. */
#include "pen.h"

#include <math.h>

#include "escape.h"

/* The mean over all club names of the gazetteer is 0.49 em a letter in Liberation
 * Sans, 0.53 in its bold, 0.55 and 0.62 in DejaVu Sans, as Graphviz measures them.
 * Measuring each text would take a layout of its own. */
static const double EM_PER_LETTER = 0.58;
static const double LINE_HEIGHT = 1.25; /* ems */

double pen_text_size(const pen *p, style_text_kind kind)
{
    return p->d->style->text[kind].size * p->scale;
}

double pen_text_width(const pen *p, style_text_kind kind, suitor_sv text)
{
    size_t letters = 0;

    for (size_t i = 0; i < text.len; i++)
        letters += ((unsigned char)text.ptr[i] & 0xC0) != 0x80;
    return (double)letters * EM_PER_LETTER * pen_text_size(p, kind);
}

Agnode_t *pen_vertex(pen *p, double x, double y, suitor_sv name)
{
    Agnode_t *vertex = make_vertex(p->d, name);

    set_point(vertex, "pos", x, y);
    set_text(vertex, "label", "");
    set_text(vertex, "class", "caption");
    return vertex;
}

/* Begin a table as wide as `width`, whose text stands at its left edge. */
static void open_table(buf *out, double width)
{
    buf_add(out, "<TABLE BORDER=\"0\" CELLBORDER=\"0\" CELLSPACING=\"0\" CELLPADDING=\"0\""
                 " WIDTH=\"");
    put_decimal(out, ceil(width));
    buf_add(out, "\"><TR><TD ALIGN=\"LEFT\">");
}

void pen_line(pen *p, double left, double width, style_text_kind kind, bool bold, suitor_sv text)
{
    drawing *d = p->d;
    Agnode_t *vertex = pen_vertex(p, left + width / 2, p->y, text);

    buf_reset(&d->label);
    open_table(&d->label, width);
    buf_printf(&d->label, "<FONT COLOR=\"%s\" POINT-SIZE=\"", d->style->text[kind].ink);
    put_decimal(&d->label, pen_text_size(p, kind));
    buf_add(&d->label, bold ? "\"><B>" : "\">");
    escape_html(&d->label, text);
    buf_add(&d->label, bold ? "</B></FONT>" : "</FONT>");
    buf_add(&d->label, "</TD></TR></TABLE>");
    set_text(vertex, "shape", "plain");
    set_text(vertex, "style", "");
    set_html(d, vertex, "label", &d->label);
}

/* Bytes of `text` up to the last letter that still fits; at least one letter. */
static size_t letters_that_fit(const pen *p, style_text_kind kind, suitor_sv text)
{
    size_t i = 0, next;

    for (next = 1; next <= text.len; next++) {
        if (next < text.len && ((unsigned char)text.ptr[next] & 0xC0) == 0x80)
            continue;
        if (i && pen_text_width(p, kind, suitor_sv_make(text.ptr, next)) > p->right - p->left)
            break;
        i = next;
    }
    return i;
}

/* Cut as many words off `text` as fit into the block, or letters of a long word. */
static suitor_sv cut_line(const pen *p, style_text_kind kind, suitor_sv *text)
{
    size_t fits = letters_that_fit(p, kind, *text), end = fits;

    while (fits < text->len && end > 0 && text->ptr[end] != ' ')
        end--;
    if (end == 0)
        end = fits;
    suitor_sv line = suitor_sv_make(text->ptr, end);
    while (end < text->len && text->ptr[end] == ' ')
        end++;
    *text = suitor_sv_make(text->ptr + end, text->len - end);
    return line;
}

void pen_block(pen *p, style_text_kind kind, bool bold, suitor_sv text)
{
    double height = pen_text_size(p, kind) * LINE_HEIGHT;

    while (text.len) {
        suitor_sv line = cut_line(p, kind, &text);
        p->y -= height / 2;
        pen_line(p, p->left, p->right - p->left, kind, bold, line);
        p->y -= height / 2;
    }
}

double pen_block_height(const pen *p, style_text_kind kind, suitor_sv text)
{
    unsigned lines = 0;

    for (; text.len; lines++)
        cut_line(p, kind, &text);
    return lines * pen_text_size(p, kind) * LINE_HEIGHT;
}
