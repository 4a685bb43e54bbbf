/* Edges beside interest: plays_for from the club found for each player, either_or
 * from every two members of a group. Both sum up the reports behind them. */
#include "links.h"

#include <stdlib.h>

#include "fail.h"
#include "grow.h"

static market_link *push(suitor_market *m, market_link link, suitor_error *err)
{
    if (!grow(&m->links, &m->cap_links, m->n_links + 1, sizeof *m->links)) {
        fail(err, SUITOR_ERR_NOMEM, "no memory for %u edges", m->n_links);
        return NULL;
    }
    m->links[m->n_links] = link;
    return &m->links[m->n_links++];
}

/* Sum up what says that `link->from` belongs to `link->to`. `seen` holds for each
 * origin, and behind them for each article, the last player whose club it told, as
 * index plus one. */
static void count_reports(const suitor_market *m, uint32_t *seen, market_link *link)
{
    uint32_t *seen_articles = seen + m->ledger->n_origins;

    for (uint32_t i = m->player_rows[link->from]; i < m->player_rows[link->from + 1]; i++) {
        const suitor_ledger_row *row = &m->ledger->rows[i];
        if (row->club != link->to ||
            (row->relation != SUITOR_PLAYS_FOR && row->relation != SUITOR_DEAL))
            continue;
        if (link->n_articles == 0)
            link->first = row->day;
        link->last = row->day;
        link->n_articles += seen_articles[row->article] != link->from + 1;
        seen_articles[row->article] = link->from + 1;
        link->n_origins += seen[row->origin] != link->from + 1;
        seen[row->origin] = link->from + 1;
    }
}

static suitor_status add_clubs(suitor_market *m, suitor_error *err)
{
    size_t n = (size_t)m->ledger->n_origins + m->ledger->n_articles;
    uint32_t *seen = calloc(n + 1, sizeof *seen);
    suitor_status st = SUITOR_OK;

    if (!seen)
        return fail(err, SUITOR_ERR_NOMEM, "no memory for %zu origins and articles", n);
    for (uint32_t p = 0; st == SUITOR_OK && p < m->ledger->n_players; p++) {
        market_link link = { .kind = MARKET_PLAYS_FOR,
                             .from = p,
                             .to = m->club_of[p],
                             .club = m->club_of[p],
                             .first = SUITOR_NO_DAY,
                             .last = SUITOR_NO_DAY };
        if (link.to == SUITOR_NO_INDEX)
            continue;
        count_reports(m, seen, &link);
        if (!push(m, link, err))
            st = SUITOR_ERR_NOMEM;
    }
    free(seen);
    return st;
}

static suitor_status add_group(suitor_market *m, const suitor_ledger_either_or *group,
                               suitor_error *err)
{
    const uint32_t *members = m->ledger->either_or_players + group->members.first;

    for (uint32_t i = 0; i < group->members.count; i++)
        for (uint32_t j = i + 1; j < group->members.count; j++) {
            uint32_t a = members[i], b = members[j];
            market_link link = { MARKET_EITHER_OR,
                                 a < b ? a : b,
                                 a < b ? b : a,
                                 group->club,
                                 group->day,
                                 group->day,
                                 0,
                                 1 };
            if (a != b && !push(m, link, err))
                return SUITOR_ERR_NOMEM;
        }
    return SUITOR_OK;
}

static int by_pair(const void *a, const void *b)
{
    const market_link *x = a, *y = b;

    if (x->from != y->from)
        return x->from < y->from ? -1 : 1;
    if (x->to != y->to)
        return x->to < y->to ? -1 : 1;
    if (x->club != y->club)
        return x->club < y->club ? -1 : 1;
    return (x->first > y->first) - (x->first < y->first);
}

/* Join what is said several times of the same pair and club; the links from
 * `begin` on are sorted. */
static void join_pairs(suitor_market *m, uint32_t begin)
{
    uint32_t kept = begin;

    for (uint32_t i = begin; i < m->n_links; i++) {
        market_link *last = kept > begin ? &m->links[kept - 1] : NULL, *link = &m->links[i];
        if (last && last->from == link->from && last->to == link->to && last->club == link->club) {
            last->last = link->last;
            last->n_articles++;
        } else {
            m->links[kept++] = *link;
        }
    }
    m->n_links = kept;
}

suitor_status links_find(suitor_market *m, suitor_error *err)
{
    suitor_status st = add_clubs(m, err);
    uint32_t begin = m->n_links;

    for (uint32_t i = 0; st == SUITOR_OK && i < m->ledger->n_either_or; i++)
        st = add_group(m, &m->ledger->either_or[i], err);
    if (st != SUITOR_OK)
        return st;
    if (m->n_links > begin)
        qsort(m->links + begin, m->n_links - begin, sizeof *m->links, by_pair);
    join_pairs(m, begin);
    return SUITOR_OK;
}
