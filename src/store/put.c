/* An article on its way in: the same one again changes nothing, a new version
 * takes the place of the old one, anything else is added. */
#include "put.h"

#include "copies.h"
#include "prepare.h"

/* The new version is put before the old one is deleted, so that SQLite does not
 * give ids of the old one to the new one while somebody still holds them. */
static suitor_status leave_series(suitor_store *store, const unsigned char *series, int64_t *old,
                                  suitor_error *err)
{
    suitor_status st =
        db_look_up(store, FIND_SERIES, (db_value[]){ db_blob(series, DIGEST_SIZE) }, old, err);

    if (st != SUITOR_OK || *old == 0)
        return st;
    return db_run(store, LEAVE_SERIES, (db_value[]){ db_integer(*old) }, err);
}

static suitor_status add(suitor_store *store, const suitor_article *article,
                         const suitor_facts *facts, const prepared *what, suitor_error *err)
{
    int64_t old = 0, id = 0;
    suitor_status st = what->has_series ? leave_series(store, what->series, &old, err) : SUITOR_OK;

    if (st == SUITOR_OK)
        st = db_insert(
            store, ADD_ARTICLE,
            (db_value[]){ db_blob(what->digest, DIGEST_SIZE),
                          what->has_series ? db_blob(what->series, DIGEST_SIZE) : db_null(),
                          db_text(article->id), db_text(article->outlet), db_text(article->url),
                          db_text(article->title), db_text(article->path),
                          article->day == SUITOR_NO_DAY ? db_null() : db_integer(article->day),
                          db_text(facts->language.ptr ? facts->language : suitor_sv_make("", 0)) },
            &id, err);
    if (st == SUITOR_OK)
        st = db_run(store, ADD_TEXT, (db_value[]){ db_integer(id), db_text(article->text) }, err);
    if (st == SUITOR_OK)
        st = facts_put(store, id, facts, err);
    if (st == SUITOR_OK)
        st = copies_put(store, id, article->day, what->keys, what->n_keys, err);
    if (st == SUITOR_OK && old != 0)
        st = copies_forget(store, old, err);
    if (st == SUITOR_OK && old != 0)
        st = db_run(store, DELETE_ARTICLE, (db_value[]){ db_integer(old) }, err);
    return st;
}

suitor_status article_put(suitor_store *store, const suitor_article *article,
                          const suitor_facts *facts, const prepared *what, bool *added,
                          suitor_error *err)
{
    int64_t same = 0;
    suitor_status st = db_look_up(store, FIND_DIGEST,
                                  (db_value[]){ db_blob(what->digest, DIGEST_SIZE) }, &same, err);

    if (st == SUITOR_OK && same == 0)
        st = add(store, article, facts, what, err);
    arena_reset(&store->scratch);
    if (st == SUITOR_OK && added)
        *added = same == 0;
    return st;
}

suitor_status suitor_store_put(suitor_store *store, const suitor_article *article,
                               const suitor_facts *facts, bool *added, suitor_error *err)
{
    prepared what;
    bool nested;
    suitor_status st = article_prepare(article, facts, &store->own, &store->prepared, &what, err);

    if (st == SUITOR_OK)
        st = db_write_begin(store, &nested, err);
    if (st == SUITOR_OK)
        st =
            db_write_end(store, nested, article_put(store, article, facts, &what, added, err), err);
    arena_reset(&store->prepared);
    return st;
}
