/* Pictures of a market, drawn by the Graphviz library in this process. */
#ifndef SUITOR_EXPORT_H
#define SUITOR_EXPORT_H

#include <stdio.h>

#include "suitor/chain.h"
#include "suitor/market.h"
#include "suitor/timeline.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef enum { SUITOR_DOT, SUITOR_SVG, SUITOR_PNG, SUITOR_N_FORMATS } suitor_format;

/* "dot", "svg", "png". */
SUITOR_API const char *suitor_format_name(suitor_format format);

/* The reverse: false, and *out untouched, for a name that is none. */
SUITOR_API bool suitor_format_parse(suitor_sv name, suitor_format *out);

typedef struct {
    uint32_t focus;    /* entity: his race, or her targets; SUITOR_NO_INDEX: the whole market */
    uint32_t top;      /* hottest races drawn of a whole market; 0 for all */
    const char *title; /* NULL: made from the focus and the date */
    const char *style; /* path of a style file; NULL: viz/style.json of the data folder */
} suitor_export_options;

#define SUITOR_EXPORT_OPTIONS_INIT                                                                 \
    {                                                                                              \
        SUITOR_NO_INDEX, 12, NULL, NULL                                                            \
    }

/* Draw `market` into `out` (binary for PNG). Same market and options, same bytes
 * for DOT; SVG and PNG depend on the Graphviz version as well.
 * Fails with SUITOR_ERR_GRAPH, SUITOR_ERR_IO or SUITOR_ERR_PARSE (style file).
 * Graphviz keeps state of its own: call from one thread at a time. */
SUITOR_API suitor_status suitor_export(const suitor_market *market, suitor_format format,
                                       const suitor_export_options *options, FILE *out,
                                       suitor_error *err);

typedef struct {
    uint32_t top;      /* tracks drawn, strongest first; 0 for all */
    const char *style; /* as above */
} suitor_timeline_options;

#define SUITOR_TIMELINE_OPTIONS_INIT                                                               \
    {                                                                                              \
        12, NULL                                                                                   \
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
 * market  that the chains are of
 * title   of the picture
 * style   path of a style file; NULL: viz/style.json of the data folder
 * Fails as suitor_export(); SUITOR_ERR_INVALID where there is no chain. */
SUITOR_API suitor_status suitor_export_chains(const suitor_market *market,
                                              const suitor_chain *chains, uint32_t n,
                                              const char *title, suitor_format format,
                                              const char *style, FILE *out, suitor_error *err);

#ifdef __cplusplus
}
#endif
#endif
