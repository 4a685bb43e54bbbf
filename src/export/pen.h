/* Writing on the canvas around a drawing. */
#ifndef EXPORT_PEN_H
#define EXPORT_PEN_H

#include "render.h"

/* Everything in points. A row of items runs from `left` to `right`. */
typedef struct {
    drawing *d;
    double left, right;
    double x, y;  /* where the next item begins; middle of its row */
    double scale; /* times the sizes of text */
} pen;

double pen_text_size(const pen *p, style_text_kind kind);

/* Width of `text`, estimated. */
double pen_text_width(const pen *p, style_text_kind kind, suitor_sv text);

/* A vertex without text at (x, y). `name` is what a screen reader finds in the SVG. */
Agnode_t *pen_vertex(pen *p, double x, double y, suitor_sv name);

/* One line of text between `left` and `left + width`, in the middle of height p->y. */
void pen_line(pen *p, double left, double width, style_text_kind kind, bool bold, suitor_sv text);

/* The text over the whole width, in as many lines as it takes; p->y is then below. */
void pen_block(pen *p, style_text_kind kind, bool bold, suitor_sv text);
double pen_block_height(const pen *p, style_text_kind kind, suitor_sv text);

#endif
