/* A market for other eyes and other programs: pictures, drawn by the Graphviz library in this
 * process, and the graph as data. */
#ifndef SUITOR_EXPORT_H
#define SUITOR_EXPORT_H

#include <stdio.h>

#include "suitor/chain.h"
#include "suitor/market.h"
#include "suitor/timeline.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef enum {
    SUITOR_DOT, /* pictures */
    SUITOR_SVG,
    SUITOR_PNG,
    SUITOR_PDF,
    SUITOR_GRAPHML, /* data */
    SUITOR_GEXF,
    SUITOR_JSON,
    SUITOR_CSV,
    SUITOR_N_FORMATS
} suitor_format;

/* Whether it is a picture: suitor_export() draws these, suitor_export_data() writes the others. */
SUITOR_API bool suitor_format_is_picture(suitor_format format);

/* Whether it may hold bytes that are no text. */
SUITOR_API bool suitor_format_is_binary(suitor_format format);

/* "dot", "svg", "png", "pdf", "graphml", "gexf", "json", "csv". */
SUITOR_API const char *suitor_format_name(suitor_format format);

/* The reverse: false, and *out untouched, for a name that is none. */
SUITOR_API bool suitor_format_parse(suitor_sv name, suitor_format *out);

/* What is drawn is the first of these that is asked for: a simulation, the rivalries, a cluster,
 * two clubs, a race or a club; else the market. */
typedef struct {
    uint32_t focus;    /* entity: his race, or her targets; SUITOR_NO_INDEX: the whole market */
    uint32_t top;      /* hottest races drawn of a market, players of a cluster or of two clubs,
                          strongest rivalries, largest changes; 0 for all */
    const char *title; /* NULL: made from the focus and the date */
    const char *style; /* path of a style file; NULL: viz/style.json of the data folder */
    const char *theme; /* "light", "dark" or another of the style file; NULL: light */
    uint32_t against;  /* club: with a club in focus, the players both want; or SUITOR_NO_INDEX */
    uint32_t cluster;  /* index into the clusters that suitor_clusters() finds with its default
                          options, or SUITOR_NO_INDEX */
    bool rivalries;    /* clubs alone, tied by their rivalries */
    const suitor_simulation *simulation; /* of `done`: its changes; NULL for none */
    const suitor_do *done;
    uint32_t n_done;
} suitor_export_options;

#define SUITOR_EXPORT_OPTIONS_INIT                                                                 \
    {                                                                                              \
        SUITOR_NO_INDEX, 12, NULL, NULL, NULL, SUITOR_NO_INDEX, SUITOR_NO_INDEX, false, NULL,      \
            NULL, 0                                                                                \
    }

/* Draw `market` into `out`, in a format that is a picture. Same market and options, same bytes
 * for DOT; the others depend on the Graphviz version as well, and PDF on the time of day unless
 * SOURCE_DATE_EPOCH is set in the environment.
 * Fails with SUITOR_ERR_GRAPH, SUITOR_ERR_IO, SUITOR_ERR_PARSE (style file) or SUITOR_ERR_INVALID
 * (a focus, club, cluster or theme that is none).
 * In SVG every line of interest leads to the article that says most of it, where that has an
 * address of http or https.
 * Graphviz keeps state of its own: call from one thread at a time. */
SUITOR_API suitor_status suitor_export(const suitor_market *market, suitor_format format,
                                       const suitor_export_options *options, FILE *out,
                                       suitor_error *err);

typedef struct {
    uint32_t top;      /* tracks drawn, strongest first; 0 for all */
    const char *style; /* as above */
    const char *theme; /* as above */
} suitor_timeline_options;

#define SUITOR_TIMELINE_OPTIONS_INIT                                                               \
    {                                                                                              \
        12, NULL, NULL                                                                             \
    }

/* Draw the interests of a timeline into `out` as SVG: the weight of each by day, how it decays
 * between reports, with marks where its stage changes or it ends. Plain SVG, made without
 * Graphviz: same timeline and options, same bytes.
 * market   that the timeline is of
 * Fails with SUITOR_ERR_INVALID (no day to draw), SUITOR_ERR_IO or SUITOR_ERR_PARSE. */
SUITOR_API suitor_status suitor_export_timeline(const suitor_market *market,
                                                const suitor_timeline *timeline,
                                                const suitor_timeline_options *options, FILE *out,
                                                suitor_error *err);

/* Draw chains into `out`, those that begin alike as one tree, from left to right in time: a box a
 * step with its chance, a line for the mechanism that leads from one to the next.
 * market   that the chains are of
 * options  title, style and theme count; the title must be given
 * Fails as suitor_export(); SUITOR_ERR_INVALID where there is no chain. */
SUITOR_API suitor_status suitor_export_chains(const suitor_market *market,
                                              const suitor_chain *chains, uint32_t n,
                                              suitor_format format,
                                              const suitor_export_options *options, FILE *out,
                                              suitor_error *err);

/* What a CSV file holds: a table can be one thing only. */
typedef enum {
    SUITOR_TABLE_EDGES,
    SUITOR_TABLE_NODES,
    SUITOR_TABLE_CLAIMS, /* each piece of evidence behind the edges, with its arithmetic */
    SUITOR_N_TABLES
} suitor_table;

/* "edges", "nodes", "claims". */
SUITOR_API const char *suitor_table_name(suitor_table table);
SUITOR_API bool suitor_table_parse(suitor_sv name, suitor_table *out);

/* The words behind a piece of evidence, as suitor_store_quote() gives them; *quote stands until
 * the next call. */
typedef suitor_status (*suitor_words_fn)(int64_t evidence, suitor_sv *quote, void *user,
                                         suitor_error *err);

typedef struct {
    uint32_t focus;        /* as in suitor_export_options */
    uint32_t top;          /* only so many of the hottest races; 0 for all there is */
    suitor_table table;    /* of CSV */
    suitor_words_fn words; /* for SUITOR_TABLE_CLAIMS; NULL leaves the quotes empty */
    void *user;            /* handed to it */
} suitor_data_options;

#define SUITOR_DATA_OPTIONS_INIT                                                                   \
    {                                                                                              \
        SUITOR_NO_INDEX, 0, SUITOR_TABLE_EDGES, NULL, NULL                                         \
    }

/* Write the graph of `market` into `out` in a format that is data. Players and clubs are nodes;
 * who wants whom, whose player is whose, and who goes only if another stays are edges. The same
 * nodes and edges with the same attributes are in every format, named as docs/exports.md has
 * them; weights lie in [0, 1], days are ISO 8601. Same market and options, same bytes.
 *   GraphML   by igraph's writer (Brandes et al., GD 2001)
 *   GEXF 1.2  each node and edge with the days it was there, each interest with its weight day
 *             by day (gexf.net/schema)
 *   JSON      node-link, as d3 and Cytoscape read it
 *   CSV       RFC 4180; a cell that a spreadsheet would take for a formula begins with an
 *             apostrophe (OWASP, CSV Injection)
 * Characters that XML 1.0 forbids, controls and marks of writing direction become U+FFFD.
 * options  NULL for the defaults
 * Fails with SUITOR_ERR_INVALID (a picture's format, a focus that is none), SUITOR_ERR_GRAPH,
 * SUITOR_ERR_IO or what `words` fails with. */
SUITOR_API suitor_status suitor_export_data(const suitor_market *market, suitor_format format,
                                            const suitor_data_options *options, FILE *out,
                                            suitor_error *err);

#ifdef __cplusplus
}
#endif
#endif
