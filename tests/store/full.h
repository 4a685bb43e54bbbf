/* An article with a row in each table, and counting rows. */
#ifndef TESTS_FULL_H
#define TESTS_FULL_H

#include "db.h"
#include "opened.h"

static inline int64_t count(suitor_store *store, const char *sql)
{
    sqlite3_stmt *statement = NULL;

    assert_int_equal(sqlite3_prepare_v2(store->db, sql, -1, &statement, NULL), SQLITE_OK);
    assert_int_equal(sqlite3_step(statement), SQLITE_ROW);
    int64_t out = sqlite3_column_int64(statement, 0);
    sqlite3_finalize(statement);
    return out;
}

/* Rows of all tables that belong to articles. */
static inline int64_t count_rows(suitor_store *store)
{
    return count(store,
                 "SELECT (SELECT count(*) FROM article) + (SELECT count(*) FROM article_text)"
                 " + (SELECT count(*) FROM article_source)"
                 " + (SELECT count(*) FROM article_player) + (SELECT count(*) FROM claim)"
                 " + (SELECT count(*) FROM evidence) + (SELECT count(*) FROM fee)"
                 " + (SELECT count(*) FROM need) + (SELECT count(*) FROM either_or)"
                 " + (SELECT count(*) FROM either_or_member)");
}

static const char full_text[] =
    "Liverpool want Bastoni of Inter. Arsenal watch him. Inter ask 90m.";

/* An article with a row in each table. */
static inline void make_full(made *m, const char *id)
{
    made_begin(m, id, 20500, full_text);
    m->article.outlet = suitor_sv_of("Herald");
    uint32_t bastoni = made_player(m, "Alessandro Bastoni", "Inter Milan", "Bastoni");
    uint32_t dumfries = made_player(m, "Denzel Dumfries", "Inter Milan", NULL);
    made_claim(m, bastoni, "Liverpool", SUITOR_INTEREST, SUITOR_KEEN, "Herald",
               "Liverpool want Bastoni");
    made_claim(m, bastoni, "Arsenal", SUITOR_INTEREST, SUITOR_WATCHING, "Romano",
               "Arsenal watch him");
    m->evidence[m->facts.n_evidence++] = m->evidence[0];
    m->claims[1].evidence.count = 2;
    m->fees[m->facts.n_fees++] =
        (suitor_fee){ bastoni, SUITOR_FEE_ASKING, "EUR", 90, 90, made_span(m, "90m") };
    m->needs[m->facts.n_needs++] =
        (suitor_need){ made_club(m, "Liverpool", NULL), SUITOR_CB, made_span(m, "Liverpool want") };
    m->either_or_players[m->facts.n_either_or_players++] = bastoni;
    m->either_or_players[m->facts.n_either_or_players++] = dumfries;
    m->either_or[m->facts.n_either_or++] = (suitor_either_or){ made_club(m, "Inter Milan", NULL),
                                                               { 0, 2 },
                                                               made_span(m, "Bastoni of Inter") };
    m->sources[m->facts.n_sources++] = suitor_sv_of("Romano");
}

enum { FULL_ROWS = 1 + 1 + 1 + 2 + 2 + 3 + 1 + 1 + 1 + 2 };

#endif
