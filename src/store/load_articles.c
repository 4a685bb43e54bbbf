/* The articles known on the day, by day, then name, then digest: an order that
 * does not depend on which was put first. */
#include <stdlib.h>

#include "grow.h"
#include "load.h"
#include "order.h"

/* What decides most comparisons, close together. */
typedef struct {
    uint64_t name; /* its first eight bytes, the first the weightiest */
    const suitor_sv *whole_name;
    const unsigned char *digest;
    int32_t day;
    uint32_t place;
} sort_key;

static uint64_t first_bytes(suitor_sv name)
{
    uint64_t out = 0;

    for (size_t i = 0; i < 8; i++)
        out = out << 8 | (i < name.len ? (unsigned char)name.ptr[i] : 0);
    return out;
}

static int compare_keys(const void *left, const void *right)
{
    const sort_key *a = left, *b = right;
    int order;

    if (a->day != b->day)
        return a->day < b->day ? -1 : 1;
    if (a->name != b->name)
        return a->name < b->name ? -1 : 1;
    order = order_bytes(*a->whole_name, *b->whole_name);
    return order ? order : memcmp(a->digest, b->digest, DIGEST_SIZE);
}

/* The name, outlet, address and title, kept with the ledger in one piece. */
static bool keep_texts(load *l, sqlite3_stmt *row, suitor_ledger_article *a)
{
    suitor_sv *const texts[] = { &a->name, &a->outlet, &a->url, &a->title };
    size_t size = 0;

    for (int i = 0; i < 4; i++) {
        *texts[i] = db_column_text(row, 3 + i);
        size += texts[i]->len;
    }
    char *kept = arena_alloc(l->memory, size);
    for (int i = 0; kept && i < 4; i++) {
        if (texts[i]->len > 0)
            memcpy(kept, texts[i]->ptr, texts[i]->len);
        texts[i]->ptr = kept;
        kept += texts[i]->len;
    }
    return kept != NULL;
}

static suitor_status add_article(load *l, sqlite3_stmt *row, uint32_t *cap)
{
    uint32_t n = l->article_ids.count, digest_cap = *cap;
    const void *bytes = sqlite3_column_blob(row, 2);
    bool has_day = sqlite3_column_type(row, 1) != SQLITE_NULL;

    if (!bytes || sqlite3_column_bytes(row, 2) != DIGEST_SIZE)
        return db_damaged(l->store, "an article without a digest", l->err);
    if (!grow(&l->articles, cap, n + 1, sizeof *l->articles) ||
        !grow(&l->digests, &digest_cap, n + 1, sizeof *l->digests) ||
        !ids_add(&l->article_ids, sqlite3_column_int64(row, 0)))
        return load_no_memory(l);
    memcpy(l->digests[n].bytes, bytes, DIGEST_SIZE);
    l->articles[n].id = sqlite3_column_int64(row, 0);
    l->articles[n].day = has_day ? sqlite3_column_int(row, 1) : SUITOR_NO_DAY;
    return keep_texts(l, row, &l->articles[n]) ? SUITOR_OK : load_no_memory(l);
}

/* Sort the articles, and note where each of them went. */
static bool sort_articles(load *l)
{
    uint32_t n = l->article_ids.count;
    sort_key *keys = arena_zeros(&l->passing, n, sizeof *keys);
    uint32_t *order = arena_zeros(&l->passing, n, sizeof *order);

    l->article_notes = arena_zeros(&l->passing, n, sizeof *l->article_notes);
    if (!keys || !order || !l->article_notes)
        return false;
    for (uint32_t i = 0; i < n; i++)
        keys[i] = (sort_key){ first_bytes(l->articles[i].name), &l->articles[i].name,
                              l->digests[i].bytes, l->articles[i].day, i };
    qsort(keys, n, sizeof *keys, compare_keys);
    for (uint32_t i = 0; i < n; i++) {
        order[i] = keys[i].place;
        l->article_notes[keys[i].place] = (article_note){ i, keys[i].day };
    }
    return order_apply(order, n, l->articles, sizeof *l->articles);
}

suitor_status load_articles(load *l)
{
    suitor_status st = load_table(l, ALL_ARTICLES, &l->article_ids, add_article);

    if (st != SUITOR_OK)
        return st;
    if (!sort_articles(l))
        return load_no_memory(l);
    l->out->articles = l->articles;
    l->out->n_articles = l->article_ids.count;
    return SUITOR_OK;
}
