/* The corrections that hold, as they are laid over what is stored. Entities and articles
 * are the store's ids; who is merged with whom is worked out to the end. Everything is in
 * the order in which it was made, the later one has the last word. */
#ifndef STORE_OVERLAY_H
#define STORE_OVERLAY_H

#include "db.h"
#include "suitor/correction.h"

typedef struct {
    int64_t from, to; /* `to` is nobody's `from` */
} overlay_merge;

/* An entity that a correction names, under the name it is compared by. */
typedef struct {
    int64_t entity;
    suitor_sv folded;
} overlay_entity;

/* What an entity is called. */
typedef struct {
    int64_t entity;
    suitor_sv name;
    bool is_forced; /* by a renaming; else only where articles have no name for it */
} overlay_name;

/* Who is `from` in that article, or where that is 0 is told there to be of `club`, is `into`. */
typedef struct {
    int64_t from, into, article, club;
    int64_t correction; /* that says so */
} overlay_split;

typedef struct {
    int64_t player;
    suitor_position position;
} overlay_position;

typedef struct {
    int64_t player, club;
    int32_t since, known;
} overlay_club;

/* Of evidence, whether what it says of that player and club is rejected. */
typedef struct {
    int64_t evidence, player, club;
    int64_t correction; /* that says so */
    bool is_rejected;
} overlay_claim;

typedef struct {
    overlay_merge *merges; /* by `from` */
    overlay_entity *entities;
    overlay_name *names;
    overlay_split *splits; /* by correction */
    overlay_position *positions;
    overlay_club *clubs;
    overlay_claim *claims; /* by evidence, later corrections first */
    uint32_t n_merges, n_entities, n_names, n_splits, n_positions, n_clubs, n_claims;
    uint32_t cap_merges, cap_entities, cap_names, cap_splits, cap_positions, cap_clubs, cap_claims;
    arena memory; /* of names */
} overlay;

/* Read it into a zeroed `o`; overlay_free() in either case. Claims are left out unless
 * `with_claims`. */
suitor_status overlay_read(suitor_store *store, bool with_claims, overlay *o, suitor_error *err);
void overlay_free(overlay *o);

/* Who `entity` is by the merges. */
int64_t overlay_resolve(const overlay *o, int64_t entity);

/* The folded name of an entity that corrections name; ptr NULL for all others. */
suitor_sv overlay_folded(const overlay *o, int64_t entity);

/* What `entity`, which is nobody else, is called by corrections; NULL where none says. */
const overlay_name *overlay_name_of(const overlay *o, int64_t entity);

#endif
