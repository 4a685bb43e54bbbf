/* A picture in the making: a Graphviz graph, what it shows and how it looks. */
#ifndef EXPORT_DRAWING_H
#define EXPORT_DRAWING_H

#include <graphviz/cgraph.h>

#include "buf.h"
#include "colours.h"
#include "groups.h"
#include "scene.h"
#include "style.h"

typedef struct {
    Agraph_t *graph; /* owned */
    const scene *scene;
    const style *style;
    const style_layout *layout; /* the one of the style that fits the scene */
    const colour_table *colours;
    const groups *groups; /* NULL: nobody is in a cluster */
    uint32_t *shown;      /* owned; clusters with a colour of their own, that of most
                             vertices first: their places in style->clusters */
    uint32_t n_shown;
    bool has_others;             /* some vertices are of no cluster, or of one not shown */
    Agnode_t **vertex;           /* owned; entity → vertex, NULL where it is not drawn */
    Agedge_t **edge;             /* owned; of scene->lines */
    double *level;               /* owned; middle of each vertex by entity, points, once arranged */
    buf label;                   /* scratch: the text being put together */
    buf title, subtitle, source; /* plain text, filled by caption.c */
    bool failed;                 /* some text could not be put together: no memory */
} drawing;

/* Build the graph: vertices, edges and their looks, without positions. Released
 * with drawing_clear(), after a failure too. `g` and `title` may be NULL. */
suitor_status drawing_make(const scene *s, const style *looks, const colour_table *colours,
                           const groups *g, const char *title, drawing *out, suitor_error *err);
void drawing_clear(drawing *d);

/* draw_node.c. A second vertex of one name gets a number after it. */
Agnode_t *make_vertex(drawing *d, suitor_sv name);
void draw_player(drawing *d, uint32_t player);
void draw_club(drawing *d, uint32_t club);

/* palette.c: which clusters have colours of their own; false without memory. */
bool choose_palette(drawing *d);
style_cluster palette_of(const drawing *d, uint32_t entity);

/* badge.c: the initials of a club on its colours, as a table inside an HTML-like label. */
void put_badge(drawing *d, suitor_sv club);

/* "Manchester City" → "MC", "Liverpool" → "LIV", "RB Leipzig" → "RBL"; at most three letters. */
void put_initials(buf *out, suitor_sv name);

/* draw_edge.c */
void draw_line(drawing *d, uint32_t line);
void draw_plays_for(drawing *d, uint32_t player, uint32_t club);

/* "55% → 100%", or "55%" where that is all one would see. */
void put_change(buf *out, const scene_change *c);

/* What is written on a line, in full or in short: the stage and weight of an interest, the players
 * of a rivalry, the chance before and after and the change in percent points. */
void put_line_label(const drawing *d, uint32_t line, bool in_full, buf *out);

/* caption.c: title, subtitle and source line of the scene. */
void write_captions(drawing *d, const char *title);

/* "Source: 44 articles from 12 origins". */
void put_source(buf *out, uint32_t articles, uint32_t origins);

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
