/* What a picture shows: the edges drawn and the players and clubs at their ends,
 * chosen from the market. Nothing here knows Graphviz. */
#ifndef EXPORT_SCENE_H
#define EXPORT_SCENE_H

#include "suitor/chance.h"
#include "suitor/export.h"
#include "suitor/race.h"

typedef enum {
    SCENE_MARKET, /* the hottest races */
    SCENE_RACE,   /* one player, his club and his suitors */
    SCENE_CLUB    /* one club, its targets and its rivals */
} scene_kind;

typedef struct {
    scene_kind kind;
    const suitor_ledger *ledger; /* borrowed */
    int32_t day;                 /* the market stands at */
    uint32_t focus;              /* entity, SUITOR_NO_INDEX for a market */
    uint32_t lead;               /* the player who stands out, SUITOR_NO_INDEX for none */
    suitor_race race;            /* of `lead`; zeroed for none */
    suitor_edge *edges;          /* owned; hottest race first, its strongest suitor first */
    uint32_t *players;           /* owned; hottest first */
    uint32_t *clubs;             /* owned; in order of the ledger */
    bool *frequent;              /* owned; by entity: meets the club in focus more often than by
                                    chance (suitor/chance.h) */
    uint32_t *owner;             /* owned; club of each player of the ledger, or SUITOR_NO_INDEX */
    uint32_t n_edges, n_players, n_clubs;
    uint32_t n_frequent;
    uint32_t n_races;               /* of a market, those drawn */
    uint32_t n_origins, n_articles; /* behind the edges drawn */
} scene;

/* Choose what to draw. `out` is released with scene_clear(), after a failure too.
 * SUITOR_ERR_INVALID for a focus that is no entity of the ledger. */
suitor_status scene_choose(const suitor_market *market, const suitor_export_options *options,
                           scene *out, suitor_error *err);
void scene_clear(scene *s);

#endif
