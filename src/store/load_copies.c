/* Which rows are copies, and of what. Articles are ranked by day, undated ones last, for of
 * them it is not known that they were there first. Rows are gone through in this order, so
 * that what a row copies has been dealt with: a copy of a copy is one of the first.
 *
 * That two articles share words is not enough, for news is full of set phrases: the other
 * must have been read as telling the same of the same player and club. */
#include "bound.h"
#include "grow.h"
#include "load.h"
#include "order.h"

typedef struct {
    load *l;
    uint32_t n_undated; /* articles, the first of the ledger */
    uint32_t *starts;   /* rows[starts[a] … starts[a + 1]) are those of article a, … */
    uint32_t *rows;     /* … in the order of their evidence */
    bool *is_own;       /* of each row: its article credits nobody for it */
} copying;

static uint32_t rank_of(const copying *c, uint32_t article)
{
    bool is_undated = article < c->n_undated;

    return is_undated ? c->l->out->n_articles - c->n_undated + article : article - c->n_undated;
}

/* The row of evidence `id`; they were read in the order of these. */
static uint32_t find_row(const load *l, int64_t id)
{
    uint32_t low =
        bound_i64(l->rows, l->n_rows, sizeof *l->rows, offsetof(suitor_ledger_row, evidence), id);

    return low < l->n_rows && l->rows[low].evidence == id ? low : SUITOR_NO_INDEX;
}

static suitor_status add_copy(load *l, sqlite3_stmt *row, uint32_t *cap)
{
    uint32_t of = find_row(l, sqlite3_column_int64(row, 0));
    uint32_t place = ids_place(&l->article_ids, sqlite3_column_int64(row, 1));

    if (of == SUITOR_NO_INDEX || place == SUITOR_NO_INDEX) /* not known on the day */
        return SUITOR_OK;
    if (!grow(&l->copies, cap, l->n_copies + 1, sizeof *l->copies))
        return load_no_memory(l);
    l->copies[l->n_copies++] = (copy_note){ of, l->article_notes[place].index };
    return SUITOR_OK;
}

static bool index_rows(copying *c)
{
    const load *l = c->l;
    uint32_t n = l->out->n_articles;
    uint32_t *next = arena_zeros(&c->l->passing, (size_t)n + 1, sizeof *next);

    c->starts = arena_zeros(&c->l->passing, (size_t)n + 1, sizeof *c->starts);
    c->rows = arena_zeros(&c->l->passing, l->n_rows, sizeof *c->rows);
    c->is_own = arena_zeros(&c->l->passing, l->n_rows, sizeof *c->is_own);
    if (!next || !c->starts || !c->rows || !c->is_own)
        return false;
    for (uint32_t i = 0; i < l->n_rows; i++)
        c->starts[l->rows[i].article + 1]++;
    for (uint32_t a = 0; a < n; a++)
        next[a + 1] = c->starts[a + 1] += c->starts[a];
    for (uint32_t i = 0; i < l->n_rows; i++) {
        const suitor_ledger_row *row = &l->rows[i];
        c->rows[next[row->article]++] = i;
        c->is_own[i] = suitor_sv_equal(l->sources[row->origin], l->articles[row->article].outlet);
    }
    while (c->n_undated < n && l->articles[c->n_undated].day == SUITOR_NO_DAY)
        c->n_undated++;
    return true;
}

/* By the rank of the row's article; notes of one row stay together. */
static bool sort_notes(copying *c)
{
    load *l = c->l;
    uint32_t *ranks = arena_zeros(&l->passing, l->n_copies, sizeof *ranks);
    uint32_t *order = arena_zeros(&l->passing, l->n_copies, sizeof *order);
    const order_key key = { ranks, l->out->n_articles };

    for (uint32_t i = 0; ranks && i < l->n_copies; i++)
        ranks[i] = rank_of(c, l->rows[l->copies[i].row].article);
    return ranks && order && order_by(&key, 1, l->n_copies, order) &&
           order_apply(order, l->n_copies, l->copies, sizeof *l->copies);
}

/* The row of `article` that tells what `row` tells; of several the first that
 * credits nobody, else the first. */
static uint32_t same_in(const copying *c, const suitor_ledger_row *row, uint32_t article)
{
    uint32_t found = SUITOR_NO_INDEX;

    for (uint32_t i = c->starts[article]; i < c->starts[article + 1]; i++) {
        const suitor_ledger_row *other = &c->l->rows[c->rows[i]];
        if (other->player != row->player || other->club != row->club ||
            other->relation != row->relation || other->stage != row->stage)
            continue;
        if (c->is_own[c->rows[i]])
            return c->rows[i];
        found = found == SUITOR_NO_INDEX ? c->rows[i] : found;
    }
    return found;
}

/* The notes from `at` on that are of one row; returns where those of the next begin. */
static uint32_t apply_notes(const copying *c, uint32_t at)
{
    load *l = c->l;
    uint32_t of = l->copies[at].row, first = SUITOR_NO_INDEX;
    suitor_ledger_row *row = &l->rows[of];
    uint32_t least = rank_of(c, row->article);

    for (; at < l->n_copies && l->copies[at].row == of; at++) {
        uint32_t rank = rank_of(c, l->copies[at].article);
        uint32_t same = rank < least ? same_in(c, row, l->copies[at].article) : SUITOR_NO_INDEX;
        first = same != SUITOR_NO_INDEX ? same : first;
        least = same != SUITOR_NO_INDEX ? rank : least;
    }
    if (first != SUITOR_NO_INDEX) {
        row->origin = c->is_own[of] ? l->rows[first].origin : row->origin;
        row->original = l->rows[first].original;
        row->day = l->rows[first].day;
    }
    return at;
}

suitor_status load_copies(load *l)
{
    copying c = { .l = l };
    suitor_status st = load_table(l, ALL_EVIDENCE_COPIES, NULL, add_copy);

    if (st != SUITOR_OK || l->n_copies == 0)
        return st;
    if (!index_rows(&c) || !sort_notes(&c))
        return load_no_memory(l);
    for (uint32_t at = 0; at < l->n_copies;)
        at = apply_notes(&c, at);
    return SUITOR_OK;
}
