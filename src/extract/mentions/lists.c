/* Lists: clubs, or players, that commas and words such as "and" link ("Barcelona, Chelsea
 * and Man City"). */
#include "mentions/lists.h"

static bool links(const unit *u)
{
    return (u->kind == UNIT_SIGN && (u->sign == ',' || u->sign == '/' || u->sign == '&')) ||
           unit_is(u, CLASS_LIST_LINK);
}

static bool lists_with(const unit *a, const unit *b)
{
    bool clubs = a->kind == UNIT_CLUB && b->kind == UNIT_CLUB;
    bool players = (a->kind == UNIT_PLAYER || a->kind == UNIT_DESCRIBED) &&
                   (b->kind == UNIT_PLAYER || b->kind == UNIT_DESCRIBED);

    return (clubs || players) && !(a->flags & UNIT_POSSESSIVE && players);
}

/* The next unit of the list that `u` stands in, NONE if it is the last. A comma
 * alone links only names, and at most two links stand between (", and"). */
static uint32_t next_in_list(const reading *r, uint32_t u, uint32_t end, bool closed)
{
    uint32_t k = u + 1;

    if (closed)
        return NONE;
    while (k < end && k <= u + 3 && links(&r->units[k]))
        k++;
    if (k >= end || !lists_with(&r->units[u], &r->units[k]))
        return NONE;
    bool aside = token_is(&r->doc, r->units[k].first - 1, ','); /* "Varane, 30, Casemiro" */
    if (k == u + 1 && !aside)
        return NONE;
    return k;
}

/* "… want Lukesic, Hrdina has left": a comma alone before who does something begins a clause. */
static bool begins_clause(const reading *r, uint32_t u, uint32_t end)
{
    return r->units[u].kind != UNIT_CLUB && u + 1 < end && unit_is(&r->units[u + 1], CLASS_AUX);
}

static void tie_list(reading *r, uint32_t u, uint32_t end)
{
    const unit *head = &r->units[u];
    uint32_t last = u, before = u, next;
    bool closed = false;

    while ((next = next_in_list(r, last, end, closed)) != NONE) {
        closed = r->units[next - 1].kind == UNIT_WORD; /* "and": the last member */
        before = last;
        last = next;
    }
    if (last > u && !closed && begins_clause(r, last, end))
        last = before;
    for (uint32_t k = u; k <= last; k++)
        if (r->units[k].kind == head->kind || r->units[k].kind == UNIT_PLAYER ||
            r->units[k].kind == UNIT_DESCRIBED) {
            r->units[k].list_first = u;
            r->units[k].list_last = last;
        }
}

void lists_tie(reading *r, const unit_sentence *s)
{
    for (uint32_t i = s->first_phrase; i < s->end_phrase; i++) {
        uint32_t u = r->phrases[i];
        uint8_t kind = r->units[u].kind;
        if ((kind == UNIT_CLUB || kind == UNIT_PLAYER || kind == UNIT_DESCRIBED) &&
            r->units[u].list_first == u)
            tie_list(r, u, s->end);
    }
}
