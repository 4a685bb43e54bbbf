/* Corrections: what the user knows better than the articles or the reading of them.
 *
 * A correction changes nothing that is stored. It is laid over what is there whenever a
 * ledger is made or a name is looked up, so it holds for articles that come in later too,
 * can be undone, and stays in the list for good. Where two speak of the same, the later
 * one holds. It holds at any date that a ledger is asked for, for a misreading was one
 * from the start; only a player's club may be given a first day.
 */
#ifndef SUITOR_CORRECTION_H
#define SUITOR_CORRECTION_H

#include "suitor/store.h"

#ifdef __cplusplus
extern "C" {
#endif

/* The numbers are stored: new ones go to the end. */
typedef enum {
    SUITOR_REJECT,       /* of `subject`, a player, and `object`, a club: what articles claim */
    SUITOR_RESTORE,      /* take such a rejection back */
    SUITOR_SET_CLUB,     /* `subject`, a player, is of `object`, a club, from `since` on, until a
                            later article tells of a deal done with another */
    SUITOR_SET_POSITION, /* `subject`, a player, plays at `position` */
    SUITOR_MERGE,        /* `subject` is `object`: both of a kind and known */
    SUITOR_SPLIT,        /* `subject` is `object`, a new name or a known one of its kind, in some
                            articles or, of a player, where he is told to be of `club` */
    SUITOR_RENAME,       /* `subject` is called `object`, which nobody else is */
    SUITOR_UNDO,         /* correction `undoes` no longer holds, or if that undid one, it does */
    SUITOR_N_CORRECTIONS
} suitor_correction_kind;

/* "reject", "restore", "club", "position", "merge", "split", "rename", "undo". */
SUITOR_API const char *suitor_correction_kind_name(suitor_correction_kind kind);

/* The reverse: false, and *out untouched, for a name that is none. */
SUITOR_API bool suitor_correction_kind_parse(suitor_sv name, suitor_correction_kind *out);

/* What is to be corrected; each kind reads what is said of it above. Names are looked up as
 * suitor_store_find() does. */
typedef struct {
    suitor_correction_kind kind;
    suitor_sv subject, object, club;
    const suitor_sv *articles; /* of SUITOR_REJECT, _RESTORE, _SPLIT: only in those with one of
                                  these names */
    uint32_t n_articles;
    bool all;                 /* of SUITOR_REJECT, _RESTORE: in every article that is known */
    suitor_relation relation; /* of the same: only such claims; SUITOR_N_RELATIONS any */
    suitor_position position;
    int32_t since;    /* SUITOR_NO_DAY: always */
    int64_t undoes;   /* number of a correction */
    suitor_sv reason; /* kept with it; may be empty */
} suitor_correction_wish;

#define SUITOR_CORRECTION_WISH_INIT                                                                \
    {                                                                                              \
        SUITOR_REJECT, { NULL, 0 }, { NULL, 0 }, { NULL, 0 }, NULL, 0, false, SUITOR_N_RELATIONS,  \
            SUITOR_POS_NONE, SUITOR_NO_DAY, 0,                                                     \
        {                                                                                          \
            NULL, 0                                                                                \
        }                                                                                          \
    }

/* Make a correction, in a transaction of its own or in the one that is open.
 * A claim is rejected by its sentence: a later version of the article is corrected where it
 * still has it, and other claims of the article stand.
 * number  that it has in the list; may be NULL
 * Fails with SUITOR_ERR_NOTFOUND, SUITOR_ERR_AMBIGUOUS (message: what there is to choose
 * from) or SUITOR_ERR_INVALID, and nothing is changed. */
SUITOR_API suitor_status suitor_store_correct(suitor_store *store,
                                              const suitor_correction_wish *wish, int64_t *number,
                                              suitor_error *err);

/* Where a correction of some articles holds. */
typedef struct {
    suitor_sv article;        /* its name */
    suitor_relation relation; /* of a claim; else SUITOR_N_RELATIONS */
    suitor_sv sentence;       /* that the claim stands in; else empty */
    bool is_there;            /* the store has such an article now */
} suitor_correction_place;

typedef struct {
    int64_t number;
    int64_t made; /* seconds since 1970, UTC */
    suitor_correction_kind kind;
    bool holds;        /* neither undone nor an undoing that was undone itself */
    int64_t undone_by; /* number; 0 where it was not undone */
    suitor_kind subject_kind;
    suitor_sv subject, object, club; /* as they were called then; empty where there is none */
    suitor_position position;
    int32_t since;
    int64_t undoes;
    suitor_sv reason;
    suitor_run places; /* into places[] */
} suitor_correction;

typedef struct {
    const suitor_correction *items; /* as they were made */
    const suitor_correction_place *places;
    uint32_t count, n_places;
} suitor_corrections;

/* All that were ever made. out owned: release with suitor_corrections_free(). */
SUITOR_API suitor_status suitor_store_corrections(suitor_store *store, suitor_corrections **out,
                                                  suitor_error *err);

/* Release what it owns; NULL is fine. */
SUITOR_API void suitor_corrections_free(suitor_corrections *corrections);

#ifdef __cplusplus
}
#endif
#endif
