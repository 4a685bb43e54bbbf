/* The graph as data, before any format: which players and clubs, and what ties them. Every
 * writer writes this, so that formats cannot differ. */
#ifndef EXPORT_DATASET_H
#define EXPORT_DATASET_H

#include "history.h"
#include "leagues.h"
#include "suitor/export.h"

typedef struct {
    uint32_t entity;
    const suitor_entity *told; /* kind, position and age; borrowed from the ledger */
    const char *id;            /* "player:Name", unique; in `memory` */
    uint32_t club;             /* entity: whose player he is, SUITOR_NO_INDEX unknown */
    suitor_sv league;          /* of a club, borrowed from the dataset; empty unknown */
    uint32_t cluster;          /* of a club, else that of the suitors of a player; may be none */
    double heat;               /* a player's intensity of the race, a club's weight of interests */
    int32_t first;             /* day of the first report on one of its edges */
} data_node;

typedef enum { DATA_INTEREST, DATA_PLAYS_FOR, DATA_EITHER_OR } data_kind;

typedef struct {
    data_kind kind;
    uint32_t from, to;       /* into nodes[]: player and club, or two players */
    const suitor_edge *edge; /* of an interest; borrowed from the market */
    uint32_t club;           /* of an either-or, entity: who would sell or buy only one */
    int32_t first, last;     /* days of first and last report, SUITOR_NO_DAY unknown */
    uint32_t n_origins, n_articles;
} data_edge;

typedef struct {
    const suitor_market *market; /* borrowed */
    const suitor_ledger *ledger; /* borrowed */
    data_node *nodes;            /* owned; players first, in the order of the ledger */
    data_edge *edges;            /* owned; interests first, by player, then club */
    uint32_t *node_of;           /* owned; by entity: index of its node, or SUITOR_NO_INDEX */
    uint32_t n_nodes, n_edges, n_interests;
    const suitor_sv *names; /* owned; by entity, fit for every format */
    history past;           /* interests by day, those that are over as well; only if asked
                               for */
    league_table leagues;
    arena memory;
} dataset;

/* Choose what `options` ask for, with_past: and how it came to be. Zeroed `out` is released with
 * dataset_clear(), after a failure too. SUITOR_ERR_INVALID for a focus that is no entity. */
suitor_status dataset_choose(const suitor_market *market, const suitor_data_options *options,
                             bool with_past, dataset *out, suitor_error *err);
void dataset_clear(dataset *d);

/* "interest", "plays_for", "either_or". */
const char *data_kind_name(data_kind kind);

/* The writers, one a format: SUITOR_ERR_IO where `out` takes no more. */
suitor_status write_graphml(const dataset *d, FILE *out, suitor_error *err);
suitor_status write_gexf(const dataset *d, FILE *out, suitor_error *err);
suitor_status write_node_link(const dataset *d, FILE *out, suitor_error *err);
suitor_status write_table(const dataset *d, const suitor_data_options *options, FILE *out,
                          suitor_error *err);

#endif
