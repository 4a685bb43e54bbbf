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
    int64_t evidence, article; /* article 0 where it does not matter */
    suitor_sv name;            /* of the article */
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

static suitor_status add(choice *x, int64_t evidence, int64_t article, suitor_sv name, int32_t day)
{
    candidate item = { evidence, article, arena_copy(&x->c->memory, name), day, false };

    if (!item.name.ptr || !grow(&x->items, &x->cap, x->count + 1, sizeof item))
        return no_memory(x->c);
    x->items[x->count++] = item;
    return SUITOR_OK;
}

/* Rows of the ledger on the subject: with the object, or of all where there is none. */
static suitor_status gather_rows(choice *x, bool with_object)
{
    correcting *c = x->c;
    suitor_relation relation = c->wish->relation;
    suitor_ledger *l = NULL;
    suitor_status st = suitor_store_ledger(c->store, SUITOR_NO_DAY, &l, c->err);

    if (st != SUITOR_OK)
        return st;
    uint32_t subject = suitor_ledger_find(l, c->subject);
    uint32_t object = with_object ? suitor_ledger_find(l, c->object) : SUITOR_NO_INDEX;
    for (uint32_t i = 0; st == SUITOR_OK && i < l->n_rows; i++) {
        const suitor_ledger_row *row = &l->rows[i];
        const suitor_ledger_article *a = &l->articles[row->article];
        bool fits = with_object ? row->player == subject && row->club == object &&
                                      (relation == SUITOR_N_RELATIONS || row->relation == relation)
                                : row->player == subject || row->club == subject;
        if (fits)
            st = add(x, row->evidence, a->id, a->name, a->day);
    }
    suitor_ledger_free(l);
    return st;
}

/* Evidence on the two that is rejected at present. */
static suitor_status gather_rejected(choice *x)
{
    correcting *c = x->c;
    const overlay *o = &c->overlay;
    suitor_relation relation = c->wish->relation;
    int64_t last = 0; /* evidence whose fate is known: the first claim that fits tells it */
    suitor_status st = SUITOR_OK;

    for (uint32_t i = 0; st == SUITOR_OK && i < o->n_claims; i++) {
        const overlay_claim *claim = &o->claims[i];
        suitor_quote q;
        if (claim->evidence == last || overlay_resolve(o, claim->player) != c->subject ||
            overlay_resolve(o, claim->club) != c->object)
            continue;
        last = claim->evidence;
        if (!claim->is_rejected || (relation != SUITOR_N_RELATIONS && claim->relation != relation))
            continue;
        st = suitor_store_quote(c->store, claim->evidence, &q, c->err);
        if (st == SUITOR_OK)
            st = add(x, claim->evidence, 0, q.article, q.day);
    }
    return st;
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

static void sort(choice *x)
{
    if (x->count > 1)
        qsort(x->items, x->count, sizeof *x->items, compare);
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
    suitor_status st =
        c->wish->kind == SUITOR_RESTORE ? gather_rejected(&x) : gather_rows(&x, true);

    if (st == SUITOR_OK && x.count == 0)
        st = say_nothing(c);
    sort(&x);
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
    suitor_status st = gather_rows(&x, false);

    sort(&x);
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
