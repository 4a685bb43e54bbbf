/* Any words as corrections of a store with an article: each is made or refused with a message,
 * and whatever was made is listed, laid over the ledger, and undone. Fields are separated by
 * newlines, five a correction; the kind is their first byte. */
#include <stdlib.h>

#include "full.h"
#include "suitor/correction.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len);

enum { MOST_BYTES = 4096, MOST_CORRECTIONS = 12 };

static void must(bool ok)
{
    if (!ok)
        abort();
}

/* The next field; empty behind the last. */
static suitor_sv next(suitor_sv *rest)
{
    const char *end = rest->len ? memchr(rest->ptr, '\n', rest->len) : NULL;
    size_t n = end ? (size_t)(end - rest->ptr) : rest->len;
    suitor_sv field = suitor_sv_make(rest->ptr, n);

    n += end != NULL;
    *rest = suitor_sv_make(rest->ptr + n, rest->len - n);
    return field;
}

static unsigned first_byte(suitor_sv field) { return field.len ? (unsigned char)field.ptr[0] : 0; }

static void correct(suitor_store *store, suitor_sv *rest)
{
    suitor_sv kind = next(rest), article;
    suitor_correction_wish wish = SUITOR_CORRECTION_WISH_INIT;
    suitor_error err = { 0 };

    wish.kind = (suitor_correction_kind)(first_byte(kind) % SUITOR_N_CORRECTIONS);
    wish.all = kind.len > 1 && kind.ptr[1] == 'a';
    wish.undoes = (int64_t)kind.len;
    wish.subject = next(rest);
    wish.object = next(rest);
    wish.position = (suitor_position)(first_byte(wish.object) % SUITOR_N_POSITIONS);
    article = next(rest);
    wish.articles = &article;
    wish.n_articles = article.len > 0;
    wish.reason = next(rest);
    wish.club = wish.kind == SUITOR_SPLIT && !wish.n_articles ? wish.reason : wish.club;
    suitor_status st = suitor_store_correct(store, &wish, NULL, &err);
    must(st == SUITOR_OK || st == SUITOR_ERR_NOTFOUND || st == SUITOR_ERR_AMBIGUOUS ||
         st == SUITOR_ERR_INVALID);
    must(st == SUITOR_OK || err.message[0]);
}

static void look_at(suitor_store *store) { free(made_write(store, SUITOR_NO_DAY)); }

static void undo_all(suitor_store *store)
{
    suitor_corrections *all = NULL;

    must(suitor_store_corrections(store, &all, NULL) == SUITOR_OK);
    for (uint32_t i = all->count; i-- > 0;) {
        const suitor_correction *c = &all->items[i];
        const suitor_correction_wish undo = { SUITOR_UNDO, .undoes = c->number };
        if (c->kind != SUITOR_UNDO && c->holds)
            must(suitor_store_correct(store, &undo, NULL, NULL) == SUITOR_OK);
    }
    suitor_corrections_free(all);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
    suitor_sv rest = suitor_sv_make((const char *)bytes, len);
    suitor_store *store;
    made m;

    if (len > MOST_BYTES)
        return 0;
    store = made_store();
    make_full(&m, "a-1");
    must(made_put(store, &m));
    char *before = made_write(store, SUITOR_NO_DAY);
    for (int i = 0; i < MOST_CORRECTIONS && rest.len; i++)
        correct(store, &rest);
    look_at(store);
    undo_all(store);
    char *after = made_write(store, SUITOR_NO_DAY);
    must(strcmp(before, after) == 0);
    free(before);
    free(after);
    suitor_store_close(store);
    return 0;
}
