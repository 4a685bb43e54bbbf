/* The looks of a picture, read from viz/style.json.
 *
 * Lengths are in points (72 an inch; a point is 4/3 of a pixel in SVG and PNG at
 * 96 dpi). An attribute map is a JSON object of Graphviz attributes and values,
 * set on the graph, a vertex or an edge as it stands. docs/pictures.md lists the
 * keys. */
#ifndef EXPORT_STYLE_H
#define EXPORT_STYLE_H

#include <cjson/cJSON.h>
#include <stdbool.h>

#include "arena.h"
#include "strmap.h"
#include "suitor/extraction.h"

typedef enum {
    TEXT_TITLE,
    TEXT_SUBTITLE,
    TEXT_PLAYER,
    TEXT_PLAYER_DETAIL,
    TEXT_CLUB,
    TEXT_EDGE,
    TEXT_EDGE_DETAIL,
    TEXT_LEGEND,
    TEXT_SOURCE,
    N_TEXTS
} style_text_kind;

typedef struct {
    double size;     /* points */
    const char *ink; /* colour */
} style_text;

typedef enum {
    LOOK_GRAPH,
    LOOK_NODE,
    LOOK_EDGE,
    LOOK_PLAYER,
    LOOK_LEAD_PLAYER, /* on top of LOOK_PLAYER */
    LOOK_CLUB,
    LOOK_FOCUS_CLUB, /* on top of LOOK_CLUB, as are the next two */
    LOOK_FREQUENT_RIVAL,
    LOOK_SELLER,
    LOOK_PLAYS_FOR,
    LOOK_RIVALRY,
    LOOK_FREQUENT_RIVALRY, /* more often than by chance */
    LOOK_RISES,            /* a chance that a simulation raises */
    LOOK_FALLS,
    LOOK_DONE,   /* a move made to happen */
    LOOK_SCALE,  /* the legend's lines for the weights */
    LOOK_CHAINS, /* the graph of a picture of chains */
    LOOK_STEP,   /* a move of a chain, and on top of it: */
    LOOK_FIRST_STEP,
    LOOK_STAYS,
    LOOK_HEATS, /* the line to a move made likelier */
    LOOK_COOLS, /* the line to who stays */
    N_LOOKS
} style_look;

/* How the edges of one stage are drawn. */
typedef struct {
    const char *word;        /* in legend and labels; NULL for a stage never drawn */
    double width;            /* times the width that the weight gives */
    const cJSON *attributes; /* map */
} style_stage;

/* How a picture is laid out. */
typedef struct {
    const char *engine;      /* of Graphviz */
    double up_to;            /* vertices; the first layout with room is taken */
    double up_to_lines;      /* likewise */
    double room;             /* square points of canvas a vertex, before overlaps go */
    double evenness;         /* 0: as the engine has it; 1: spread evenly over the canvas */
    double tries;            /* seeds tried for a market; the one with fewest crossings wins */
    double scale;            /* times the sizes of text */
    double thickest;         /* line of weight 1, points */
    bool detail;             /* second line of a player, labels of edges */
    const cJSON *attributes; /* map of the graph */
    const cJSON *edges;      /* map of every interest edge */
} style_layout;

typedef struct {
    double width;  /* least width of the picture, points */
    double margin; /* points */
    double gap;    /* between the blocks: title, drawing, legend; points */
    double shape;  /* width / height aimed at for a drawing of the whole market */
    double dpi;    /* of PNG */
    const char *background;
} style_canvas;

/* Colours of the members of a cluster: of a player's box, and of its rim and that of a club's. */
typedef struct {
    const char *fill, *rim;
} style_cluster;

/* The badges of clubs: initials on their own colours. */
typedef struct {
    double size;              /* of the initials, points */
    double rim, padding;      /* whole points */
    const char *light, *dark; /* ink of the initials on a dark, on a light fill */
    const char **derived;     /* fills of clubs whose colours are not known, by their names */
    uint32_t n_derived;       /* at least 1 */
} style_badge;

/* How a timeline is drawn. */
typedef struct {
    double height; /* of the picture, points, as all lengths here */
    double labels; /* room right of the lines for names */
    double line;   /* width of a line */
    double mark;   /* half the size of a mark on a line */
    const char *grid, *axis;
    const char **colours; /* of the lines in turn */
    uint32_t n_colours;   /* at least 1 */
} style_timeline;

typedef struct {
    style_canvas canvas;
    const char *font; /* families, first choice first */
    style_text text[N_TEXTS];
    const cJSON *look[N_LOOKS]; /* maps */
    style_stage stages[SUITOR_N_STAGES];
    double thinnest; /* line of weight 0, points */
    double power;    /* a line grows with weight ^ power */
    style_badge badge;
    style_cluster *clusters; /* of the clusters that most of a picture belongs to, largest first */
    uint32_t n_clusters;
    style_cluster no_cluster; /* of all others */
    style_timeline timeline;
    style_layout race, club;
    style_layout *market; /* by up_to */
    uint32_t n_market;
    cJSON *root; /* owned; holds all the above texts and maps */
    arena memory;
} style;

/* Read the style at `path` (NULL: viz/style.json beside the data folder) with the changes that
 * its `theme` makes (NULL: none). `out` is released with style_clear(), after a failure too. A
 * key that is missing or of the wrong kind is SUITOR_ERR_PARSE and named in the message, a theme
 * that the file does not have SUITOR_ERR_INVALID. */
suitor_status style_load(const char *path, const char *theme, style *out, suitor_error *err);
void style_clear(style *s);

/* Width in points of a line of `weight`, 0–1, before the stage has its say. */
double style_line_width(const style *s, const style_layout *layout, double weight);

#endif
