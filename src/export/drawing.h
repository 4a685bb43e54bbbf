/* A picture in the making: a Graphviz graph, what it shows and how it looks. */
#ifndef EXPORT_DRAWING_H
#define EXPORT_DRAWING_H

#include <graphviz/cgraph.h>

#include "buf.h"
#include "colours.h"
#include "scene.h"
#include "style.h"

typedef struct {
    Agraph_t *graph; /* owned */
    const scene *scene;
    const style *style;
    const style_layout *layout; /* the one of the style that fits the scene */
    const colour_table *colours;
    Agnode_t **vertex;           /* owned; entity → vertex, NULL where it is not drawn */
    Agedge_t **edge;             /* owned; of scene->edges */
    double *level;               /* owned; middle of each vertex by entity, points, once arranged */
    buf label;                   /* scratch: the text being put together */
    buf title, subtitle, source; /* plain text, filled by caption.c */
    bool failed;                 /* some text could not be put together: no memory */
} drawing;

/* Build the graph: vertices, edges and their looks, without positions. Released
 * with drawing_clear(), after a failure too. `title` may be NULL. */
suitor_status drawing_make(const scene *s, const style *looks, const colour_table *colours,
                           const char *title, drawing *out, suitor_error *err);
void drawing_clear(drawing *d);

/* draw_node.c. A second vertex of one name gets a number after it. */
Agnode_t *make_vertex(drawing *d, suitor_sv name);
void draw_player(drawing *d, uint32_t player);
void draw_club(drawing *d, uint32_t club);

/* draw_edge.c */
void draw_interest(drawing *d, uint32_t edge);
void draw_plays_for(drawing *d, uint32_t player, uint32_t club);

/* caption.c: title, subtitle and source line of the scene. */
void write_captions(drawing *d, const char *title);

/* "2 March 2026", or in short "2 Mar 2026". */
void put_date(buf *out, int32_t day, bool in_short);

/* attribute.c: attributes of a graph, vertex or edge; a NULL object is passed over. */
void set_text(void *object, const char *name, const char *value);
void set_html(drawing *d, void *object, const char *name, const buf *html);
void set_number(void *object, const char *name, double value);
void set_point(void *object, const char *name, double x, double y);
void set_map(void *object, const cJSON *map);

/* `text` in the size and ink of `kind` as HTML, opened and closed by the pair. */
void open_text(drawing *d, style_text_kind kind, bool bold);
void close_text(drawing *d, bool bold);

/* Free `text`; where it ran out of memory, so has the drawing. */
void finish(drawing *d, buf *text);

#endif
