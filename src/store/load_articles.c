/* The articles known on the day, by day, then name, then digest: an order that
 * does not depend on which was put first. */
#include <stdlib.h>

#include "grow.h"
#include "load.h"
#include "order.h"

static int compare_articles(const void *left, const void *right)
{
    const article_note *a = left, *b = right;
    int order;

    if (a->article.day != b->article.day)
        return a->article.day < b->article.day ? -1 : 1;
    order = order_bytes(a->article.name, b->article.name);
    return order ? order : memcmp(a->digest, b->digest, DIGEST_SIZE);
}

/* A text of the row, kept with the ledger; ptr NULL when out of memory. */
static suitor_sv keep(load *l, sqlite3_stmt *row, int column)
{
    return arena_copy(l->memory, db_column_text(row, column));
}

static suitor_status read_article(load *l, sqlite3_stmt *row, article_note *out)
{
    const void *bytes = sqlite3_column_blob(row, 2);
    suitor_ledger_article *a = &out->article;

    if (!bytes || sqlite3_column_bytes(row, 2) != DIGEST_SIZE)
        return db_damaged(l->store, "an article without a digest", l->err);
    memcpy(out->digest, bytes, DIGEST_SIZE);
    a->id = sqlite3_column_int64(row, 0);
    a->day =
        sqlite3_column_type(row, 1) == SQLITE_NULL ? SUITOR_NO_DAY : sqlite3_column_int(row, 1);
    a->name = keep(l, row, 3);
    a->outlet = keep(l, row, 4);
    a->url = keep(l, row, 5);
    a->title = keep(l, row, 6);
    if (!a->name.ptr || !a->outlet.ptr || !a->url.ptr || !a->title.ptr)
        return load_no_memory(l);
    return SUITOR_OK;
}

static suitor_status add_article(load *l, sqlite3_stmt *row, uint32_t *cap)
{
    uint32_t place = l->article_ids.count;
    article_note note = { .place = place };
    suitor_status st = read_article(l, row, &note);

    if (st != SUITOR_OK)
        return st;
    if (!grow(&l->articles, cap, place + 1, sizeof note) ||
        !ids_add(&l->article_ids, note.article.id))
        return load_no_memory(l);
    l->articles[place] = note;
    return SUITOR_OK;
}

static suitor_status hand_over(load *l)
{
    uint32_t n = l->article_ids.count;
    suitor_ledger_article *articles = arena_zeros(l->memory, n, sizeof *articles);

    l->article_index = malloc(((size_t)n + 1) * sizeof *l->article_index);
    if (!articles || !l->article_index)
        return load_no_memory(l);
    if (n > 1)
        qsort(l->articles, n, sizeof *l->articles, compare_articles);
    for (uint32_t i = 0; i < n; i++) {
        articles[i] = l->articles[i].article;
        l->article_index[l->articles[i].place] = i;
    }
    l->out->articles = articles;
    l->out->n_articles = n;
    return SUITOR_OK;
}

suitor_status load_articles(load *l)
{
    suitor_status st = load_table(l, ALL_ARTICLES, &l->article_ids, add_article);

    return st == SUITOR_OK ? hand_over(l) : st;
}
