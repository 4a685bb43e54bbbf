/* Articles that may be alike share a key and are found by it, whatever the size of the
 * store; then their words are compared. An article without evidence needs no keys: nothing
 * in it counts. What is noted depends on the two texts alone. */
#include "copies.h"

#include <stdlib.h>

#include "fail.h"
#include "grow.h"
#include "printed.h"

enum {
    WINDOW_DAYS = 30,    /* what is printed anew a month later is news again: builder's choice */
    CATCH_UP_BATCH = 256 /* articles a transaction */
};

static suitor_status no_memory(const suitor_store *store, suitor_error *err)
{
    return fail(err, SUITOR_ERR_NOMEM, "%s: out of memory", store->path);
}

/* Put KEYS_A_STATEMENT keys, the last one several times where fewer are left, into `values`. */
static void put_keys(db_value *values, const uint64_t *keys, uint32_t n)
{
    for (uint32_t i = 0; i < KEYS_A_STATEMENT; i++)
        values[i] = db_integer((int64_t)keys[i < n ? i : n - 1]);
}

/* Put the articles of about that day that share one of the first of `keys` into store->alike. */
static suitor_status find_alike(suitor_store *store, int32_t day, const uint64_t *keys, uint32_t n,
                                suitor_error *err)
{
    bool dated = day != SUITOR_NO_DAY;
    db_value values[3 + KEYS_A_STATEMENT] = {
        db_integer(dated ? (int64_t)day - WINDOW_DAYS : INT32_MIN),
        db_integer(dated ? (int64_t)day + WINDOW_DAYS : INT32_MAX), db_integer(SUITOR_NO_DAY)
    };
    sqlite3_stmt *row;
    bool more;

    put_keys(values + 3, keys, n);
    suitor_status st = db_query(store, FIND_ALIKE, values, &row, err);
    if (st != SUITOR_OK)
        return st;
    while ((st = db_next(store, row, &more, err)) == SUITOR_OK && more) {
        if (!grow(&store->alike, &store->cap_alike, store->n_alike + 1, sizeof *store->alike)) {
            sqlite3_reset(row);
            return no_memory(store, err);
        }
        store->alike[store->n_alike++] = sqlite3_column_int64(row, 0);
    }
    return st;
}

/* Note which evidence of `a` stands in `b`. */
static suitor_status note_copies(suitor_store *store, const print *a, const print *b, bool is_copy,
                                 suitor_error *err)
{
    suitor_status st = SUITOR_OK;

    for (uint32_t i = 0; st == SUITOR_OK && i < a->n_told; i++)
        if (is_copy || likeness_stands_in(&a->passages[i], &b->words))
            st = db_run(store, ADD_EVIDENCE_COPY,
                        (db_value[]){ db_integer(a->evidence[i]), db_integer(b->article) }, err);
    return st;
}

/* Whether `a` may copy `b`: not what is known to come later, and of a day's articles either
 * (load_copies.c tells which then). Of one without a date nothing is known. */
static bool may_copy(const print *a, const print *b)
{
    return a->day == SUITOR_NO_DAY || (b->day != SUITOR_NO_DAY && b->day <= a->day);
}

static suitor_status note_both(suitor_store *store, const print *a, const print *b,
                               suitor_error *err)
{
    bool is_copy = likeness_is_copy(&a->words, &b->words);
    suitor_status st = SUITOR_OK;

    if (may_copy(a, b))
        st = note_copies(store, a, b, is_copy, err);
    if (st == SUITOR_OK && may_copy(b, a))
        st = note_copies(store, b, a, is_copy, err);
    return st;
}

static int compare_ids(const void *left, const void *right)
{
    int64_t a = *(const int64_t *)left, b = *(const int64_t *)right;

    return (a > b) - (a < b);
}

/* Compare an article with those in store->alike. */
static suitor_status compare_with_alike(suitor_store *store, int64_t id, suitor_error *err)
{
    const print *other;
    print own = { 0 };
    suitor_status st = print_read(store, id, &own, err);

    if (st != SUITOR_OK)
        return st;
    qsort(store->alike, store->n_alike, sizeof *store->alike, compare_ids);
    for (uint32_t i = 0; st == SUITOR_OK && i < store->n_alike; i++) {
        if (store->alike[i] == id || (i > 0 && store->alike[i] == store->alike[i - 1]))
            continue;
        st = prints_get(store, store->alike[i], &other, err);
        if (st == SUITOR_OK)
            st = note_both(store, &own, other, err);
    }
    prints_keep(&store->prints, &own);
    return st;
}

suitor_status copies_put(suitor_store *store, int64_t id, int32_t day, const uint64_t *keys,
                         uint32_t n_keys, suitor_error *err)
{
    suitor_status st = SUITOR_OK;

    store->n_alike = 0;
    for (uint32_t i = 0; st == SUITOR_OK && i < n_keys; i += KEYS_A_STATEMENT) {
        db_value values[2 + KEYS_A_STATEMENT] = { db_integer(day), db_integer(id) };
        put_keys(values + 2, keys + i, n_keys - i);
        st = find_alike(store, day, keys + i, n_keys - i, err);
        if (st == SUITOR_OK)
            st = db_run(store, ADD_TEXT_KEYS, values, err);
    }
    return st == SUITOR_OK && store->n_alike ? compare_with_alike(store, id, err) : st;
}

/* The keys of an article that is in the store, and its day. */
static suitor_status keys_of_stored(suitor_store *store, int64_t id, int32_t *day, uint64_t **keys,
                                    uint32_t *n_keys, suitor_error *err)
{
    printed own;
    suitor_sv *sentences;
    suitor_status st = printed_read(store, id, &own, err);

    *n_keys = 0;
    *day = own.day;
    if (st != SUITOR_OK || own.n_told == 0)
        return st;
    sentences = arena_zeros(&store->scratch, own.n_told, sizeof *sentences);
    if (!sentences)
        return no_memory(store, err);
    for (uint32_t i = 0; i < own.n_told; i++)
        sentences[i] = own.told[i].sentence;
    return keys_make(&store->own, own.text, sentences, own.n_told, &store->scratch, keys, n_keys)
               ? SUITOR_OK
               : no_memory(store, err);
}

suitor_status copies_forget(suitor_store *store, int64_t id, suitor_error *err)
{
    uint64_t *keys;
    uint32_t n_keys;
    int32_t day;
    suitor_status st = keys_of_stored(store, id, &day, &keys, &n_keys, err);

    for (uint32_t i = 0; st == SUITOR_OK && i < n_keys; i++)
        st = db_run(store, DELETE_TEXT_KEY,
                    (db_value[]){ db_integer((int64_t)keys[i]), db_integer(day), db_integer(id) },
                    err);
    return st;
}

/* Compare an article that is in the store without having been compared. */
static suitor_status catch_up(suitor_store *store, int64_t id, suitor_error *err)
{
    uint64_t *keys;
    uint32_t n_keys;
    int32_t day;
    suitor_status st = keys_of_stored(store, id, &day, &keys, &n_keys, err);

    return st == SUITOR_OK && n_keys ? copies_put(store, id, day, keys, n_keys, err) : st;
}

static suitor_status catch_up_batch(suitor_store *store, int64_t *last, suitor_error *err)
{
    suitor_status st = SUITOR_OK;

    for (int i = 0; st == SUITOR_OK && *last != 0 && i < CATCH_UP_BATCH; i++) {
        st = catch_up(store, *last, err);
        if (st == SUITOR_OK)
            st = db_run(store, DELETE_UNCOMPARED, (db_value[]){ db_integer(*last) }, err);
        if (st == SUITOR_OK)
            st = db_look_up(store, NEXT_UNCOMPARED, NULL, last, err);
        arena_reset(&store->scratch);
    }
    return st;
}

suitor_status copies_catch_up(suitor_store *store, suitor_error *err)
{
    int64_t next;
    suitor_status st = db_look_up(store, NEXT_UNCOMPARED, NULL, &next, err);

    while (st == SUITOR_OK && next != 0) {
        bool nested;
        st = db_write_begin(store, &nested, err);
        if (st != SUITOR_OK)
            break;
        st = db_look_up(store, NEXT_UNCOMPARED, NULL, &next, err); /* another may have been at it */
        if (st == SUITOR_OK)
            st = catch_up_batch(store, &next, err);
        st = db_write_end(store, nested, st, err);
    }
    return st;
}
