/* Places of a correction: the evidence or the articles that it is about. What there is to
 * choose from is read from a ledger of everything, as the user sees it. */
#include <stdio.h>
#include <stdlib.h>

#include "buf.h"
#include "correct.h"
#include "fail.h"
#include "grow.h"
#include "order.h"

/* Longer lists would be cut off in the middle of a name by suitor_error. */
enum { MOST_LIST_BYTES = 300 };

/* Evidence that may be meant, and the article it stands in. */
typedef struct {
    int64_t evidence, article;
    suitor_sv name; /* of the article */
    int32_t day;
    bool is_chosen;
} candidate;

typedef struct {
    correcting *c;
    candidate *items;
    uint32_t count, cap;
} choice;

static suitor_status no_memory(const correcting *c)
{
    return fail(c->err, SUITOR_ERR_NOMEM, "%s: out of memory", c->store->path);
}

static suitor_status add(choice *x, int64_t evidence, const suitor_ledger_article *article)
{
    candidate item = { evidence, article->id, arena_copy(&x->c->memory, article->name),
                       article->day, false };

    if (!item.name.ptr || !grow(&x->items, &x->cap, x->count + 1, sizeof item))
        return no_memory(x->c);
    x->items[x->count++] = item;
    return SUITOR_OK;
}

static int compare_articles(const candidate *a, const candidate *b)
{
    int order;

    if (a->day != b->day)
        return a->day < b->day ? -1 : 1;
    order = order_bytes(a->name, b->name);
    return order ? order : (a->article > b->article) - (a->article < b->article);
}

static int compare(const void *left, const void *right)
{
    const candidate *a = left, *b = right;
    int order = compare_articles(a, b);

    return order ? order : (a->evidence > b->evidence) - (a->evidence < b->evidence);
}

/* Whether a claim on the two, which are indices of the ledger, is one that was asked for. */
static bool fits(const correcting *c, const suitor_ledger *l, uint32_t player, uint32_t club,
                 suitor_relation relation)
{
    return l->entities[player].id == c->subject && l->entities[club].id == c->object &&
           (c->wish->relation == SUITOR_N_RELATIONS || c->wish->relation == relation);
}

/* Evidence on the two that stands, or is rejected, at present. */
static suitor_status gather_claims(choice *x, const suitor_ledger *l)
{
    suitor_status st = SUITOR_OK;
    bool is_rejected = x->c->wish->kind == SUITOR_RESTORE;

    for (uint32_t i = 0; st == SUITOR_OK && !is_rejected && i < l->n_rows; i++) {
        const suitor_ledger_row *row = &l->rows[i];
        if (fits(x->c, l, row->player, row->club, row->relation))
            st = add(x, row->evidence, &l->articles[row->article]);
    }
    for (uint32_t i = 0; st == SUITOR_OK && is_rejected && i < l->n_rejected; i++) {
        const suitor_ledger_rejected *r = &l->rejected[i];
        if (fits(x->c, l, r->player, r->club, r->relation))
            st = add(x, r->evidence, &l->articles[r->article]);
    }
    return st;
}

/* All evidence on the subject. */
static suitor_status gather_articles(choice *x, const suitor_ledger *l)
{
    suitor_status st = SUITOR_OK;

    for (uint32_t i = 0; st == SUITOR_OK && i < l->n_rows; i++) {
        const suitor_ledger_row *row = &l->rows[i];
        if (l->entities[row->player].id == x->c->subject ||
            l->entities[row->club].id == x->c->subject)
            st = add(x, row->evidence, &l->articles[row->article]);
    }
    return st;
}

/* Gather what there is to choose from, in order of articles. */
static suitor_status gather(choice *x, suitor_status (*from)(choice *x, const suitor_ledger *l))
{
    suitor_ledger *l = NULL;
    suitor_status st = suitor_store_ledger(x->c->store, SUITOR_NO_DAY, &l, x->c->err);

    if (st == SUITOR_OK)
        st = from(x, l);
    suitor_ledger_free(l);
    if (x->count > 1)
        qsort(x->items, x->count, sizeof *x->items, compare);
    return st;
}

static bool is_first_of_article(const choice *x, uint32_t i)
{
    return i == 0 || compare_articles(&x->items[i - 1], &x->items[i]) != 0;
}

static uint32_t count_articles(const choice *x)
{
    uint32_t n = 0;

    for (uint32_t i = 0; i < x->count; i++)
        n += is_first_of_article(x, i);
    return n;
}

/* "ladder-003 (2026-03-01), notes and others". */
static void write_articles(const choice *x, buf *out)
{
    for (uint32_t i = 0; i < x->count; i++) {
        const candidate *item = &x->items[i];
        char day[SUITOR_DATE_SIZE];
        if (!is_first_of_article(x, i))
            continue;
        if (out->len + item->name.len > MOST_LIST_BYTES) {
            buf_add(out, " and others");
            return;
        }
        buf_add(out, out->len ? ", " : "");
        buf_append(out, item->name);
        if (item->day != SUITOR_NO_DAY)
            buf_printf(out, " (%s)", suitor_day_format(item->day, day));
    }
}

static suitor_status say_choose(const choice *x, suitor_status status, const char *what)
{
    buf list = { 0 };
    suitor_status st;

    write_articles(x, &list);
    st = fail(x->c->err, status, "%s; it stands in %s", what,
              list.ptr ? list.ptr : "no article that claims anything");
    buf_free(&list);
    return st;
}

static suitor_status say_no_article(const choice *x, suitor_sv name)
{
    char what[128];

    snprintf(what, sizeof what, "nothing of it stands in an article \"%.*s\"",
             (int)(name.len < 60 ? name.len : 60), name.ptr ? name.ptr : "");
    return say_choose(x, SUITOR_ERR_NOTFOUND, what);
}

/* Choose by the names given. */
static suitor_status choose_named(choice *x)
{
    const suitor_correction_wish *wish = x->c->wish;

    for (uint32_t k = 0; k < wish->n_articles; k++) {
        bool found = false;
        for (uint32_t i = 0; i < x->count; i++) {
            bool fits = suitor_sv_equal(x->items[i].name, wish->articles[k]);
            x->items[i].is_chosen |= fits;
            found |= fits;
        }
        if (!found)
            return say_no_article(x, wish->articles[k]);
    }
    return SUITOR_OK;
}

static suitor_status choose(choice *x)
{
    const suitor_correction_wish *wish = x->c->wish;

    if (wish->n_articles > 0)
        return choose_named(x);
    if (!wish->all && count_articles(x) > 1)
        return say_choose(x, SUITOR_ERR_AMBIGUOUS,
                          "name the article (--article) or take all (--all)");
    for (uint32_t i = 0; i < x->count; i++)
        x->items[i].is_chosen = true;
    return SUITOR_OK;
}

static suitor_status say_nothing(const correcting *c)
{
    const char *what = c->wish->kind == SUITOR_RESTORE ? "is rejected" : "is claimed";
    bool any = c->wish->relation == SUITOR_N_RELATIONS;

    return fail(c->err, SUITOR_ERR_NOTFOUND, "nothing%s%s %s of %.*s and %.*s", any ? "" : " of ",
                any ? "" : suitor_relation_name(c->wish->relation), what,
                SUITOR_SV_ARG(c->subject_name), SUITOR_SV_ARG(c->object_name));
}

suitor_status correct_claims(correcting *c)
{
    choice x = { .c = c };
    suitor_status st = gather(&x, gather_claims);

    if (st == SUITOR_OK && x.count == 0)
        st = say_nothing(c);
    if (st == SUITOR_OK)
        st = choose(&x);
    if (st == SUITOR_OK)
        st = correct_put(c);
    for (uint32_t i = 0; st == SUITOR_OK && i < x.count; i++)
        if (x.items[i].is_chosen)
            st = db_run(c->store, ADD_CLAIM_PLACE,
                        (db_value[]){ db_integer(c->number), db_integer(x.items[i].evidence) },
                        c->err);
    free(x.items);
    return st;
}

suitor_status correct_articles(correcting *c)
{
    choice x = { .c = c };
    suitor_status st = gather(&x, gather_articles);

    if (st == SUITOR_OK)
        st = choose_named(&x);
    if (st == SUITOR_OK)
        st = correct_put(c);
    for (uint32_t i = 0; st == SUITOR_OK && i < x.count; i++)
        if (x.items[i].is_chosen && is_first_of_article(&x, i))
            st = db_run(c->store, ADD_ARTICLE_PLACE,
                        (db_value[]){ db_integer(c->number), db_integer(x.items[i].article) },
                        c->err);
    free(x.items);
    return st;
}
