/* The store: articles, entities and claims with their evidence in SQLite.
 *
 * Schema and its history: docs/schema.md. An article is wholly in or not at
 * all, and ingesting it again changes nothing. One thread at a time uses a
 * suitor_store; several processes may use one file (WAL).
 */
#ifndef SUITOR_STORE_H
#define SUITOR_STORE_H

#include "suitor/ledger.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef struct suitor_store suitor_store;

typedef enum {
    SUITOR_STORE_CREATE, /* read and write, made if missing */
    SUITOR_STORE_READ,   /* read only; SUITOR_ERR_NOTFOUND if missing */
    SUITOR_STORE_WRITE   /* read and write; SUITOR_ERR_NOTFOUND if missing */
} suitor_store_mode;

/* Open the store at `path` (":memory:" for a passing one), migrating it to the
 * present schema when it is writable.
 * out  owned: release with suitor_store_close(); NULL unless SUITOR_OK */
SUITOR_API suitor_status suitor_store_open(const char *path, suitor_store_mode mode,
                                           suitor_store **out, suitor_error *err);
SUITOR_API void suitor_store_close(suitor_store *store);

/* Put several articles in one transaction: begin, put …, then commit, or
 * rollback to forget them. Without begin, each put is its own transaction. */
SUITOR_API suitor_status suitor_store_begin(suitor_store *store, suitor_error *err);
SUITOR_API suitor_status suitor_store_commit(suitor_store *store, suitor_error *err);
SUITOR_API void suitor_store_rollback(suitor_store *store);

/* Store an article and what was read out of it; both are copied. An article
 * without claims is kept too.
 * added  true if it was new, false if the same article was already in; may be NULL */
SUITOR_API suitor_status suitor_store_put(suitor_store *store, const suitor_article *article,
                                          const suitor_facts *facts, bool *added,
                                          suitor_error *err);

/* Whether the same article is in. */
SUITOR_API suitor_status suitor_store_has(suitor_store *store, const suitor_article *article,
                                          bool *has, suitor_error *err);

/* What is known of a file that articles came from. */
typedef struct {
    suitor_input file; /* as it was when it was opened */
    suitor_mark mark;  /* how far what is in it is in the store */
    bool whole;        /* that is all of it */
} suitor_store_input;

/* Remember a file by its path, in the place of what was known of it; copied. Together with
 * the articles that it tells of, in one transaction. */
SUITOR_API suitor_status suitor_store_put_input(suitor_store *store,
                                                const suitor_store_input *input, suitor_error *err);

/* out  file.path is the one given
 * found  false, with *out untouched, for a path that is not known */
SUITOR_API suitor_status suitor_store_find_input(suitor_store *store, const char *path,
                                                 suitor_store_input *out, bool *found,
                                                 suitor_error *err);

/* Everything known at the end of day `at` (SUITOR_NO_DAY: everything). Articles
 * without a date count as known from the start.
 * out  owned: release with suitor_ledger_free() */
SUITOR_API suitor_status suitor_store_ledger(suitor_store *store, int32_t at, suitor_ledger **out,
                                             suitor_error *err);

/* The same, as far as it bears on player `player` (the store's id): his rows, whose player he is,
 * and what is told of him are as in the whole ledger, of most others there is nothing. Reads few
 * rows however large the store is.
 * out  owned: release with suitor_ledger_free() */
SUITOR_API suitor_status suitor_store_ledger_about(suitor_store *store, int32_t at, int64_t player,
                                                   suitor_ledger **out, suitor_error *err);

/* The same, as far as it bears on the players of the article called `name`; of several of one name
 * the newest.
 * id  the store's of that article, as in suitor_ledger_article
 * out owned: release with suitor_ledger_free(). SUITOR_ERR_NOTFOUND where there is none. */
SUITOR_API suitor_status suitor_store_ledger_of_article(suitor_store *store, int32_t at,
                                                        suitor_sv name, suitor_ledger **out,
                                                        int64_t *id, suitor_error *err);
SUITOR_API void suitor_ledger_free(suitor_ledger *ledger);

/* Find a player or club by name without regard to case, accents or full
 * spelling ("bastoni", "man utd"). `kind` SUITOR_N_KINDS looks for both.
 * Fails with SUITOR_ERR_NOTFOUND (message: "did you mean …") or
 * SUITOR_ERR_AMBIGUOUS (message: the candidates).
 * id, found_kind  may each be NULL */
SUITOR_API suitor_status suitor_store_find(suitor_store *store, suitor_sv name, suitor_kind kind,
                                           int64_t *id, suitor_kind *found_kind, suitor_error *err);

/* The words behind one piece of evidence. Views are borrowed until the next
 * call on this store. */
typedef struct {
    suitor_sv quote;    /* letter for letter */
    suitor_sv sentence; /* the sentence it stands in */
    suitor_sv article, outlet, title, url;
    size_t begin, end; /* where the quote stands in the article's text, bytes; end not included */
    int32_t day;
} suitor_quote;

SUITOR_API suitor_status suitor_store_quote(suitor_store *store, int64_t evidence,
                                            suitor_quote *out, suitor_error *err);

/* The article of the store called `name` (its own id); of several of one name the newest. Views
 * are borrowed until the next call on this store. SUITOR_ERR_NOTFOUND where there is none. */
SUITOR_API suitor_status suitor_store_article(suitor_store *store, suitor_sv name,
                                              suitor_article *out, suitor_error *err);

enum { SUITOR_MOST_LANGUAGES = 48 };

typedef struct {
    uint64_t articles, claims, evidence, players, clubs, sources;
    int32_t first_day, last_day; /* SUITOR_NO_DAY when empty */
    /* Articles by the language they were told to be in (suitor_facts), most first; an empty code
     * for those of which nobody asked, as they were stored by an older suitor. */
    struct {
        char code[16];
        uint64_t articles;
    } languages[SUITOR_MOST_LANGUAGES];
    uint32_t n_languages; /* at most as many: further ones are left out */
} suitor_store_stats;

SUITOR_API suitor_status suitor_store_count(suitor_store *store, suitor_store_stats *out,
                                            suitor_error *err);

#ifdef __cplusplus
}
#endif
#endif
