/* From a drawing to bytes: the only files that ask Graphviz to lay out or render
 * are render.c and arrange.c. */
#ifndef EXPORT_RENDER_H
#define EXPORT_RENDER_H

#include <graphviz/gvc.h>

#include "drawing.h"

/* A rectangle of the picture in points, y upwards. */
typedef struct {
    double left, bottom, right, top;
} area;

/* The Graphviz context of this process; NULL where Graphviz does not start. It is
 * never freed: the text plugin keeps a pointer into the fonts of the last context
 * used, and reads it when the next picture is measured (seen in 2.42). */
GVC_t *graphviz(void);

/* Lay out with `engine`; what Graphviz complains of becomes the message. */
suitor_status lay_out(GVC_t *gvc, Agraph_t *graph, const char *engine, suitor_error *err);

/* arrange.c: give every vertex and edge of the drawing its place, as attributes of
 * the graph; `bounds` is what they take up. No layout is left alive. */
suitor_status arrange(GVC_t *gvc, drawing *d, area *bounds, suitor_error *err);

/* edge_label.c: of a graph laid out, write the weight on every edge that has room
 * for it: no label touches a vertex, another label or a line not its own. */
suitor_status label_edges(drawing *d, suitor_error *err);

/* legend.c: title above, legend and source below a drawing that takes up `bounds`. */
void add_captions(drawing *d, area bounds);

/* note.c: words beside the suitors of a race; `bounds` grows by them. */
void add_notes(drawing *d, area *bounds);

/* The same as add_captions() for a DOT file, which has no places yet: all in the graph's label. */
void add_plain_captions(drawing *d);

/* Write `graph`, which tells of `day`, to `out`, laid out by Graphviz itself with `engine`; DOT has
 * no places. */
suitor_status render_graph(Agraph_t *graph, const char *engine, double dpi, suitor_format format,
                           int32_t day, FILE *out, suitor_error *err);

/* Write the drawing to `out`. */
suitor_status render_dot(drawing *d, FILE *out, suitor_error *err);
suitor_status render_picture(drawing *d, suitor_format format, FILE *out, suitor_error *err);

#endif
