/* Alignment: which name of the gold a name that was read means.
 *
 * Names mean the same where they are spelled alike (see spelling.h), or one is spelled like
 * an alias of the other. Of players also a surname does that no other player of the gold
 * has, where one of the two names is no more than that; and any name, where exactly one
 * gold name shares a spelling of several words with it.
 */
#ifndef EVALUATE_ALIGN_H
#define EVALUATE_ALIGN_H

#include "gold.h"

#define ALIGN_NONE UINT32_MAX

/* A name of the gold, ready to be compared. */
typedef struct {
    suitor_sv name;
    const suitor_sv *spellings; /* folded, none empty but the first, which is its own */
    uint32_t n_spellings;
    bool unique_surname; /* its last word is that of no other name */
} align_name;

typedef struct {
    align_name *names; /* sorted, each once */
    uint32_t count;
    bool surnames; /* of people */
} align_list;

typedef struct {
    align_list players, clubs;
    arena *memory;
} aligner;

/* Make ready to align names with those of `row`, which must stand as long as the aligner,
 * whose memory is taken from `memory`. */
suitor_status align_begin(aligner *a, const gold_row *row, arena *memory, suitor_error *err);

/* The gold player or club (`list` of `a`) that is spelled, or has the surname, `name`;
 * ALIGN_NONE if none is. SUITOR_ERR_NOMEM is the only failure. */
suitor_status align_text(const aligner *a, const align_list *list, suitor_sv name, uint32_t *out,
                         suitor_error *err);

/* Index in a->players (a->clubs) of the name that player (club) `i` of `facts`, as it was
 * read out of the row's article, means in the gold; ALIGN_NONE where it means none.
 * folded  the name's folded form; may be NULL
 * SUITOR_ERR_NOMEM is the only failure. */
suitor_status align_player(const aligner *a, const suitor_facts *facts, uint32_t i, uint32_t *out,
                           suitor_sv *folded, suitor_error *err);
suitor_status align_club(const aligner *a, const suitor_facts *facts, uint32_t i, uint32_t *out,
                         suitor_sv *folded, suitor_error *err);

#endif
