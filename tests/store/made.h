/* Articles and facts made by hand, for tests of the store: players and clubs are
 * named, quotes are looked up in the text, and a ledger is written out as text
 * without the store's ids, so that two can be compared. */
#ifndef TESTS_MADE_H
#define TESTS_MADE_H

#include "buf.h"
#include "suitor/store.h"
#include "table.h"

enum { MADE_MOST = 24 };

typedef struct {
    suitor_article article;
    suitor_facts facts;
    suitor_player players[MADE_MOST];
    suitor_club clubs[MADE_MOST];
    suitor_claim claims[MADE_MOST];
    suitor_evidence evidence[MADE_MOST];
    suitor_fee fees[MADE_MOST];
    suitor_need needs[MADE_MOST];
    suitor_either_or either_or[MADE_MOST];
    uint32_t either_or_players[MADE_MOST];
    suitor_sv sources[MADE_MOST];
    suitor_sv aliases[MADE_MOST];
} made;

/* An article; the strings are borrowed. Without outlet, address and path: set them. */
static inline void made_begin(made *m, const char *id, int32_t day, const char *text)
{
    *m = (made){ .article = { .id = suitor_sv_of(id), .text = suitor_sv_of(text), .day = day } };
    m->facts.players = m->players;
    m->facts.clubs = m->clubs;
    m->facts.claims = m->claims;
    m->facts.evidence = m->evidence;
    m->facts.fees = m->fees;
    m->facts.needs = m->needs;
    m->facts.either_or = m->either_or;
    m->facts.either_or_players = m->either_or_players;
    m->facts.sources = m->sources;
    m->facts.aliases = m->aliases;
}

static inline suitor_run made_alias(made *m, const char *alias)
{
    suitor_run run = { m->facts.n_aliases, alias != NULL };

    if (alias)
        m->aliases[m->facts.n_aliases++] = suitor_sv_of(alias);
    return run;
}

/* The club of that name, put in when new; `alias` may be NULL. */
static inline uint32_t made_club(made *m, const char *name, const char *alias)
{
    suitor_sv wanted = suitor_sv_of(name);

    for (uint32_t i = 0; i < m->facts.n_clubs; i++)
        if (suitor_sv_equal(m->clubs[i].name, wanted))
            return i;
    m->clubs[m->facts.n_clubs] = (suitor_club){ wanted, made_alias(m, alias) };
    return m->facts.n_clubs++;
}

/* A player; `club` and `alias` may be NULL. */
static inline uint32_t made_player(made *m, const char *name, const char *club, const char *alias)
{
    int32_t at = club ? (int32_t)made_club(m, club, NULL) : -1;

    m->players[m->facts.n_players] =
        (suitor_player){ suitor_sv_of(name), made_alias(m, alias), at, SUITOR_POS_NONE, -1 };
    return m->facts.n_players++;
}

static inline suitor_span made_span(const made *m, const char *quote)
{
    const char *at = strstr(m->article.text.ptr, quote);

    assert_non_null(at);
    uint32_t begin = (uint32_t)(at - m->article.text.ptr);
    return (suitor_span){ begin, begin + (uint32_t)strlen(quote) };
}

/* A claim with one piece of evidence; `quote` stands in the text, as its own sentence. */
static inline suitor_evidence *made_claim(made *m, uint32_t player, const char *club,
                                          suitor_relation relation, suitor_stage stage,
                                          const char *origin, const char *quote)
{
    suitor_span span = made_span(m, quote);
    suitor_evidence *e = &m->evidence[m->facts.n_evidence];

    *e = (suitor_evidence){ span, span, stage, SUITOR_REPORTED, suitor_sv_of(origin), 0.9 };
    m->claims[m->facts.n_claims++] = (suitor_claim){
        player, made_club(m, club, NULL), relation, stage, { m->facts.n_evidence++, 1 }
    };
    return e;
}

/* Put it; returns whether it was added. */
static inline bool made_put(suitor_store *store, const made *m)
{
    bool added = false;
    suitor_error err = { 0 };
    suitor_status st = suitor_store_put(store, &m->article, &m->facts, &added, &err);

    if (st != SUITOR_OK)
        print_error("%s\n", err.message);
    assert_int_equal(st, SUITOR_OK);
    return added;
}

static inline suitor_store *made_store(void)
{
    suitor_store *store = NULL;

    assert_int_equal(suitor_store_open(":memory:", SUITOR_STORE_CREATE, &store, NULL), SUITOR_OK);
    return store;
}

static inline void made_write_entities(const suitor_ledger *l, buf *out)
{
    for (uint32_t i = 0; i < l->n_entities; i++)
        buf_printf(out, "%s %.*s %s %d\n", suitor_kind_name(l->entities[i].kind),
                   SUITOR_SV_ARG(l->entities[i].name),
                   suitor_position_name(l->entities[i].position), l->entities[i].age);
    for (uint32_t i = 0; i < l->n_origins; i++)
        buf_printf(out, "origin %.*s\n", SUITOR_SV_ARG(l->origins[i]));
    for (uint32_t i = 0; i < l->n_articles; i++)
        buf_printf(out, "article %d %.*s|%.*s|%.*s|%.*s\n", l->articles[i].day,
                   SUITOR_SV_ARG(l->articles[i].name), SUITOR_SV_ARG(l->articles[i].outlet),
                   SUITOR_SV_ARG(l->articles[i].url), SUITOR_SV_ARG(l->articles[i].title));
}

static inline void made_write_rows(suitor_store *store, const suitor_ledger *l, buf *out)
{
    for (uint32_t i = 0; i < l->n_rows; i++) {
        const suitor_ledger_row *r = &l->rows[i];
        suitor_quote q;
        assert_int_equal(suitor_store_quote(store, r->evidence, &q, NULL), SUITOR_OK);
        buf_printf(out, "row %u %u %u %u %u %d %s %s %s %g %.*s\n", r->player, r->club, r->origin,
                   r->article, r->original, r->day, suitor_relation_name(r->relation),
                   suitor_stage_name(r->stage), suitor_hedge_name(r->hedge), r->confidence,
                   SUITOR_SV_ARG(q.quote));
    }
}

/* All of the ledger but the store's ids; the caller frees the text. */
static inline char *made_write(suitor_store *store, int32_t at)
{
    suitor_ledger *l = NULL;
    buf out = { 0 };

    assert_int_equal(suitor_store_ledger(store, at, &l, NULL), SUITOR_OK);
    buf_printf(&out, "at %d players %u\n", l->at, l->n_players);
    made_write_entities(l, &out);
    made_write_rows(store, l, &out);
    for (uint32_t i = 0; i < l->n_fees; i++)
        buf_printf(&out, "fee %u %u %d %s %s %g %g\n", l->fees[i].player, l->fees[i].article,
                   l->fees[i].day, suitor_fee_kind_name(l->fees[i].kind), l->fees[i].currency,
                   l->fees[i].low, l->fees[i].high);
    for (uint32_t i = 0; i < l->n_needs; i++)
        buf_printf(&out, "need %u %u %d %s\n", l->needs[i].club, l->needs[i].article,
                   l->needs[i].day, suitor_position_name(l->needs[i].position));
    for (uint32_t i = 0; i < l->n_either_or; i++) {
        const suitor_ledger_either_or *e = &l->either_or[i];
        buf_printf(&out, "either %u %u %d", e->club, e->article, e->day);
        for (uint32_t k = 0; k < e->members.count; k++)
            buf_printf(&out, " %u", l->either_or_players[e->members.first + k]);
        buf_char(&out, '\n');
    }
    suitor_ledger_free(l);
    assert_false(out.failed);
    return out.ptr;
}

#endif
