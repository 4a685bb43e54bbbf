/* Players who share a last word, with all that is told of them: enough to tie their
 * surnames as a ledger would, without reading the rest of the store. */
#ifndef STORE_FAMILY_H
#define STORE_FAMILY_H

#include "match.h"
#include "tie.h"

/* Beside a tie_told. */
typedef struct {
    int64_t article;
    int64_t final; /* who that is in the end */
} family_note;

/* Zeroed, it is empty and ready; texts are in the store's scratch. */
typedef struct {
    match *players;
    tie_name *names; /* beside players */
    tie_told *told;
    family_note *notes; /* beside told */
    uint32_t n_players, n_told, cap_players, cap_names, cap_told, cap_notes;
} family;

suitor_status family_read(suitor_store *store, const overlay *o, suitor_sv last_word, family *f,
                          suitor_error *err);
void family_clear(family *f);

/* Whether anything in it is told of player `id`. */
bool family_tells_of(const family *f, int64_t id);

#endif
