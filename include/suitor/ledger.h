/* The ledger: all evidence known on a day, as plain columns.
 *
 * The store fills it, the market is built from it; neither knows the other.
 * Rows are sorted, so that the same set of articles gives the same ledger in
 * whatever order they were ingested.
 */
#ifndef SUITOR_LEDGER_H
#define SUITOR_LEDGER_H

#include "suitor/extraction.h"

#ifdef __cplusplus
extern "C" {
#endif

#define SUITOR_NO_INDEX UINT32_MAX

typedef enum { SUITOR_KIND_PLAYER, SUITOR_KIND_CLUB, SUITOR_N_KINDS } suitor_kind;

/* "player" or "club". */
SUITOR_API const char *suitor_kind_name(suitor_kind kind);

typedef struct {
    int64_t id; /* the store's */
    suitor_kind kind;
    suitor_sv name;
    suitor_position position; /* of a player, as last told; SUITOR_POS_NONE unknown */
    int32_t age;              /* of a player, years, as last told; -1 unknown */
} suitor_entity;

typedef struct {
    int64_t id;
    int32_t day;
    suitor_sv name;   /* the article's own id */
    suitor_sv outlet; /* may be empty */
    suitor_sv url;    /* may be empty */
    suitor_sv title;  /* may be empty */
} suitor_ledger_article;

/* One piece of evidence for one claim. */
typedef struct {
    int64_t evidence; /* the store's id, for suitor_store_quote() */
    uint32_t player;  /* into entities[] */
    uint32_t club;    /* into entities[] */
    uint32_t origin;  /* into origins[] */
    uint32_t article; /* into articles[] */
    /* Into articles[]: where these words stood first, which is `article` but where they are
     * copied from another. A copy that credits nobody has the origin of what it copies. */
    uint32_t original;
    int32_t day; /* of `original`: a copy tells nothing new */
    suitor_relation relation;
    suitor_stage stage;
    suitor_hedge hedge;
    double confidence; /* 0–1 */
} suitor_ledger_row;

typedef struct {
    uint32_t player, article; /* into entities[], articles[] */
    int32_t day;
    suitor_fee_kind kind;
    char currency[4];
    double low, high; /* millions */
} suitor_ledger_fee;

typedef struct {
    uint32_t club, article;
    int32_t day;
    suitor_position position;
} suitor_ledger_need;

typedef struct {
    uint32_t club, article;
    int32_t day;
    suitor_run members; /* into either_or_players[] */
} suitor_ledger_either_or;

/* Whose player he is by a correction of the user's. */
typedef struct {
    uint32_t player, club; /* into entities[] */
    int32_t since;         /* it holds from that day on, SUITOR_NO_DAY always */
    int32_t known;         /* deals told after that day are news to who said so */
} suitor_ledger_given;

/* Evidence that is left out of the rows, as the user has rejected it. */
typedef struct {
    int64_t evidence;
    uint32_t player, club; /* into entities[] */
    uint32_t article;      /* into articles[] */
    suitor_relation relation;
} suitor_ledger_rejected;

typedef struct {
    int32_t at;                            /* rows are of this day or earlier */
    const suitor_entity *entities;         /* players first, each part by name, then id */
    const suitor_sv *origins;              /* by name */
    const suitor_ledger_article *articles; /* by day, then name, then id */
    const suitor_ledger_row *rows;         /* by player, club, original, article, evidence */
    const suitor_ledger_fee *fees;         /* by player, day, article */
    const suitor_ledger_need *needs;       /* by club, day, article */
    const suitor_ledger_either_or *either_or;
    const uint32_t *either_or_players; /* into entities[] */
    const suitor_ledger_given *given;  /* by player, then as they were made: the later one holds */
    const suitor_ledger_rejected *rejected; /* by player, club, article, evidence */
    uint32_t n_entities, n_players;         /* entities[0 … n_players) are the players */
    uint32_t n_origins, n_articles, n_rows, n_fees, n_needs, n_either_or, n_either_or_players;
    uint32_t n_given, n_rejected;
} suitor_ledger;

/* Index of the entity with the store's id `id`, or SUITOR_NO_INDEX. O(entities). */
SUITOR_API uint32_t suitor_ledger_find(const suitor_ledger *ledger, int64_t id);

#ifdef __cplusplus
}
#endif
#endif
