/* What a picture shows: the lines drawn and the players and clubs at their ends,
 * chosen from the market. Nothing here knows Graphviz. */
#ifndef EXPORT_SCENE_H
#define EXPORT_SCENE_H

#include "groups.h"
#include "suitor/chance.h"
#include "suitor/export.h"
#include "suitor/race.h"

typedef enum {
    SCENE_MARKET,    /* the hottest races */
    SCENE_RACE,      /* one player, his club and his suitors */
    SCENE_CLUB,      /* one club, its targets and its rivals */
    SCENE_DUEL,      /* two clubs and the players both want */
    SCENE_CLUSTER,   /* the clubs of a cluster and the players they meet over */
    SCENE_RIVALRIES, /* clubs that meet */
    SCENE_CHANGES    /* what a simulation changes */
} scene_kind;

/* Whether everybody stands where he fits, as in a market; else in columns. */
static inline bool scene_is_network(scene_kind kind)
{
    return kind == SCENE_MARKET || kind >= SCENE_CLUSTER;
}

typedef struct {
    uint32_t from, to; /* entities: player and club, or the two clubs of a rivalry */
    double weight;     /* 0–1, that gives the width */
    uint32_t article;  /* of the ledger, that says most of it and can be linked to, or
                          SUITOR_NO_INDEX */
} scene_line;

typedef struct {
    double rivalry;
    uint32_t n_meetings; /* players both want */
    double expected;     /* such players, by chance */
    bool is_frequent;    /* more than by chance (suitor/chance.h) */
} scene_rivalry;

/* Chance that he ends up there. */
typedef struct {
    double before, after;
    bool is_done; /* made to happen */
} scene_change;

typedef struct {
    scene_kind kind;
    const suitor_ledger *ledger;   /* borrowed */
    int32_t day;                   /* the market stands at */
    uint32_t focus;                /* entity, SUITOR_NO_INDEX for none */
    uint32_t against;              /* the other club of a duel, SUITOR_NO_INDEX for none */
    uint32_t lead;                 /* the player who stands out, SUITOR_NO_INDEX for none */
    suitor_race race;              /* of `lead`; zeroed for none */
    suitor_odds odds;              /* of a duel */
    const suitor_cluster *cluster; /* of SCENE_CLUSTER, borrowed from the groups */
    const suitor_do *done;         /* of SCENE_CHANGES, borrowed */
    uint32_t n_done;
    scene_line *lines;        /* owned; hottest race first, its strongest suitor first */
    suitor_edge *edges;       /* owned; of each line that is an interest, else none */
    scene_rivalry *rivalries; /* owned; of each line of SCENE_RIVALRIES, else NULL */
    scene_change *changes;    /* owned; of each line of SCENE_CHANGES, else NULL */
    scene_change *staying;    /* owned; by player of the ledger, of SCENE_CHANGES, else NULL */
    uint32_t *players;        /* owned; hottest first */
    uint32_t *clubs;          /* owned; in order of the ledger */
    bool *frequent;           /* owned; by entity: meets the club in focus more often than by
                                 chance */
    uint32_t *owner;          /* owned; club of each player of the ledger, or SUITOR_NO_INDEX */
    uint32_t n_lines, n_edges, n_players, n_clubs;
    uint32_t n_frequent;
    uint32_t n_races;               /* of a market, those drawn */
    uint32_t n_origins, n_articles; /* behind the lines drawn */
} scene;

/* Choose what to draw. Only a cluster asks for `g`, which may else be NULL. `out` is released
 * with scene_clear(), after a failure too. SUITOR_ERR_INVALID for a focus, club or cluster that
 * is none. */
suitor_status scene_choose(const suitor_market *market, const suitor_export_options *options,
                           const groups *g, scene *out, suitor_error *err);
void scene_clear(scene *s);

/* Order of suitor_market_edges(), for bsearch(). */
int scene_by_pair(const void *a, const void *b);

/* choose.c: the interests of a scene, and whom it shows them of. */
suitor_status choose_interests(scene *s, const suitor_market *market, uint32_t top,
                               suitor_error *err);

/* choose_lines.c: the lines of the other scenes; `basis` takes true for each edge of the market
 * that they rest on. */
suitor_status choose_rivalries(scene *s, const suitor_market *market, uint32_t top, const groups *g,
                               bool *basis, suitor_error *err);
suitor_status choose_changes(scene *s, const suitor_market *market,
                             const suitor_simulation *simulation, uint32_t top, bool *basis,
                             suitor_error *err);

#endif
