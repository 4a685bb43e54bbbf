/* Gold: articles with the labels that a careful reader gave them (form: docs/extraction.md).
 *
 * A gold_set holds the rows of many files. Names in labels are as the labeller wrote
 * them; align.h tells which of them a name that was read means.
 */
#ifndef EVALUATE_GOLD_H
#define EVALUATE_GOLD_H

#include "arena.h"
#include "suitor/extraction.h"

typedef struct {
    suitor_sv name, club;     /* club empty where the text does not tell */
    suitor_position position; /* SUITOR_POS_NONE where the text does not tell */
    int32_t age;              /* years, -1 where the text does not tell */
} gold_player;

typedef struct {
    suitor_sv player, club;
    suitor_relation relation;
    suitor_stage stage; /* SUITOR_N_STAGES where none is given */
    suitor_sv quote;
} gold_claim;

/* Millions of `currency`. */
typedef struct {
    suitor_sv player, currency;
    double low, high;
} gold_fee;

typedef struct {
    suitor_sv club;
    suitor_position position;
} gold_need;

typedef struct {
    const suitor_sv *names;
    uint32_t count;
} gold_names;

typedef struct {
    suitor_sv club;
    gold_names players;
} gold_choice;

/* Other spellings of a name. */
typedef struct {
    suitor_sv name;
    gold_names spellings;
} gold_alias;

/* An article, as suitor_read() gives it, and its labels. */
typedef struct {
    suitor_article article;
    const gold_player *players;
    const gold_claim *claims;
    const gold_fee *fees;
    const gold_need *needs;
    const gold_choice *choices;
    const gold_alias *aliases;
    gold_names sources;
    uint32_t n_players, n_claims, n_fees, n_needs, n_choices, n_aliases;
    uint32_t order;    /* in which it was read */
    bool only_learned; /* from, and not scored */
} gold_row;

/* A zeroed set is empty and ready. */
typedef struct {
    gold_row *rows;
    uint32_t n_rows, cap;
    arena memory; /* of all that the rows show */
} gold_set;

/* Add the rows of the file at `path`, or of every file below it that ends in .json.
 * on_problem  told of each file and row that is skipped, and why; may be NULL
 * Fails with SUITOR_ERR_NOMEM alone; the set then holds the rows read so far. */
suitor_status gold_read(gold_set *set, const char *path, suitor_problem_fn on_problem, void *user,
                        suitor_error *err);

/* Sort the rows by the ids of their articles. Of rows with one id the last that was read
 * stays, and the others are told to on_problem, which may be NULL. */
void gold_sort(gold_set *set, suitor_problem_fn on_problem, void *user);

/* Names and ids in the order of their bytes. */
int gold_compare(suitor_sv a, suitor_sv b);

void gold_free(gold_set *set);

#endif
