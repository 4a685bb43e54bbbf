/* A candidate's units and the clause around them, and its features in a list. */
#include "scoring/writer.h"

#include "grow.h"

enum { CLAUSE_REACH = 10 };

void writer_list(writer *w, feature_template t, scope s, uint32_t a, uint32_t b)
{
    feature_list *out = w->list;

    if (!grow(&out->items, &out->items_cap, out->n_items + 2, sizeof *out->items)) {
        w->failed = true;
        return;
    }
    if (s & HERE)
        out->items[out->n_items++] = (feature){ (uint8_t)t, (uint8_t)w->layout, a, b };
    if (s & ANYHOW)
        out->items[out->n_items++] = (feature){ (uint8_t)t, LAYOUT_ANY, a, b };
}

static bool ends_clause(const writer *w, uint32_t u)
{
    return (w->units[u].marks & (MARK_BOUNDARY | MARK_CLAUSE_WORD)) != 0;
}

static void find_clause(writer *w)
{
    w->first = w->low;
    while (w->first > w->s->first && w->low - w->first < CLAUSE_REACH &&
           !ends_clause(w, w->first - 1))
        w->first--;
    w->end = w->high + 1;
    while (w->end < w->s->end && w->end - w->high <= CLAUSE_REACH && !ends_clause(w, w->end))
        w->end++;
}

static pair_layout layout_of(const pair_candidate *c)
{
    if (c->club == NONE)
        return LAYOUT_ALONE;
    if (c->player_unit == NONE)
        return LAYOUT_PLAYER_IN_MIND;
    if (c->club_unit == NONE)
        return LAYOUT_CLUB_IN_MIND;
    if (c->player_unit == c->club_unit)
        return LAYOUT_ONE_PHRASE;
    return c->player_unit < c->club_unit ? LAYOUT_PLAYER_FIRST : LAYOUT_CLUB_FIRST;
}

writer writer_begin(const reading *r, const pair_candidate *c, feature_list *list)
{
    writer w = { .r = r,
                 .c = c,
                 .s = &r->sentences[c->sentence],
                 .units = r->scored,
                 .m = &r->x->model,
                 .list = list,
                 .layout = layout_of(c) };
    uint32_t p = c->player_unit, q = c->club_unit;

    w.low = p == NONE || (q != NONE && q < p) ? q : p;
    w.high = p == NONE || (q != NONE && q > p) ? q : p;
    find_clause(&w);
    return w;
}
