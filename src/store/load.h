/* A ledger in the making. Each part reads whole tables in the order of their ids,
 * once, and keeps what the next parts point to; nothing is looked up row by row.
 * Until load_number() entities are places in the table `entity`, after it they are
 * indices of the ledger. */
#ifndef STORE_LOAD_H
#define STORE_LOAD_H

#include "db.h"
#include "digest.h"
#include "ids.h"
#include "overlay.h"
#include "tie.h"

typedef struct {
    unsigned char bytes[DIGEST_SIZE];
} digest_note;

/* Where an article went when they were sorted. */
typedef struct {
    uint32_t index; /* in the ledger */
    int32_t day;
} article_note;

/* overlay_split by places of the table `entity`, of an article by its index in the ledger. */
typedef struct {
    uint32_t from, into, article, club; /* SUITOR_NO_INDEX where that does not matter */
} split_note;

typedef struct {
    suitor_kind kind;
    bool is_split;                   /* some split_note is from it */
    bool is_told;                    /* articles have a name for it */
    bool is_used;                    /* something in the ledger points to it */
    suitor_sv folded, name;          /* in `passing`; name ptr NULL until there is one */
    uint32_t name_count;             /* tellings that spell the name so */
    suitor_position position, exact; /* as last told, and as last told exactly */
    int32_t age;
    uint32_t position_from, exact_from, age_from; /* article that told it, plus 1; 0 for none */
    uint32_t index;                               /* in the ledger, once numbered */
} entity_note;

typedef struct {
    suitor_sv text; /* in `passing` */
    uint32_t entity, count;
    suitor_kind kind; /* of the entity */
    bool is_surname;
} spelling_note;

/* What an article tells of a player, beside his told[]. */
typedef struct {
    uint32_t article, spelling;
    int32_t day; /* of the article */
    suitor_position position;
    int32_t age;
} told_note;

typedef struct {
    uint32_t told, club;
    suitor_relation relation;
} claim_note;

/* That the words of a row stand in another article. */
typedef struct {
    uint32_t row, article; /* the other one's index in the ledger */
} copy_note;

typedef struct {
    uint32_t either_or, player; /* place of the either-or */
} member_note;

typedef struct {
    suitor_store *store;
    suitor_ledger *out;
    arena *memory; /* of the ledger */
    arena passing; /* of the loading */
    overlay overlay;
    uint32_t *resolved; /* by place: who that is by the merges; NULL where there are none */
    split_note *splits; /* as in the overlay */
    uint32_t n_splits;
    suitor_ledger_rejected *rejected; /* by places, as they were read */
    uint32_t n_rejected, cap_rejected;
    suitor_error *err;
    ids article_ids, entity_ids, spelling_ids, told_ids, claim_ids, source_ids, either_or_ids;
    digest_note *digests;        /* of articles, by place */
    article_note *article_notes; /* by place; in `passing` */
    entity_note *entities;
    spelling_note *spellings;
    told_note *told_notes;
    tie_told *told;
    claim_note *claims;
    suitor_sv *sources;
    copy_note *copies;
    suitor_ledger_article *articles; /* this and the next four become the ledger's */
    suitor_ledger_row *rows;
    suitor_ledger_fee *fees;
    suitor_ledger_need *needs;
    suitor_ledger_either_or *either_or;
    member_note *members;
    uint32_t n_rows, n_fees, n_needs, n_either_or, n_members, n_copies;
} load;

/* In this order. */
suitor_status load_articles(load *l);
suitor_status load_names(load *l);   /* entities and spellings */
suitor_status load_players(load *l); /* what articles tell of them; ties them */
suitor_status load_rows(load *l);    /* claims and evidence */
suitor_status load_extras(load *l);  /* fees, needs, either-or */
suitor_status load_number(load *l);  /* entities by kind and name */
suitor_status load_sort(load *l);    /* rows */

/* Release what is not the ledger's; all of it unless load_sort() went well. */
void load_clear(load *l);

/* Parts of load_rows(): what is copied, and names to the origins of the rows. */
suitor_status load_copies(load *l);
suitor_status load_origins(load *l);

/* The place of the club `id` as corrected for article `article` of the ledger; it is used
 * from now on. */
suitor_status load_club(load *l, int64_t id, uint32_t article, uint32_t *place);

/* Parts of load_names(), load_players() and load_number(): what corrections say. */
suitor_status load_overlay(load *l);
void load_overlay_names(load *l); /* and positions */
suitor_status load_rejected(load *l);
suitor_status load_given(load *l);  /* whose players they are */
void load_used_by_overlay(load *l); /* the clubs of these are used */

/* Who is at `place` by the merges; and who that is in that article, where he is told to be of
 * `club` (SUITOR_NO_INDEX: not told). */
uint32_t load_resolved(const load *l, uint32_t place);
uint32_t load_split(const load *l, uint32_t place, uint32_t article, uint32_t club);

/* Whether the row is rejected; it is then kept as that. */
suitor_status load_reject(load *l, const suitor_ledger_row *row, bool *is_rejected);

/* Read a whole table by `add`, which takes a row and keeps the capacity of what it
 * fills in *cap; the statement's parameter, if it has one, is the day. `map` are the
 * ids it adds to, made ready for look-ups then; may be NULL. */
suitor_status load_table(load *l, statement_id id, ids *map,
                         suitor_status (*add)(load *l, sqlite3_stmt *row, uint32_t *cap));

suitor_status load_no_memory(load *l);

/* A code or number of a column, checked against the number of codes there are. */
suitor_status load_code(load *l, sqlite3_stmt *row, int column, int n_codes, unsigned *out);

#endif
