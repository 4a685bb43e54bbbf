/* The article of a Monday that several ledger tests begin with. */
#ifndef TESTS_MONDAY_H
#define TESTS_MONDAY_H

#include "opened.h"

static const char monday_text[] =
    "Liverpool want Bastoni. Arsenal watch him. Inter ask 90m. Spurs need a"
    " back and sell one of two.";

static inline void make_monday(made *m)
{
    made_begin(m, "monday", 10, monday_text);
    m->article.outlet = suitor_sv_of("Herald");
    m->article.url = suitor_sv_of("http://herald/monday");
    m->article.title = suitor_sv_of("Race");
    uint32_t bastoni = made_player(m, "Alessandro Bastoni", "Inter Milan", "Bastoni");
    m->players[bastoni].position = SUITOR_CB;
    m->players[bastoni].age = 26;
    made_claim(m, bastoni, "Liverpool", SUITOR_INTEREST, SUITOR_KEEN, "Romano",
               "Liverpool want Bastoni");
    made_claim(m, bastoni, "Arsenal", SUITOR_INTEREST, SUITOR_WATCHING, "Herald",
               "Arsenal watch him")
        ->hedge = SUITOR_DOUBTFUL;
    m->fees[m->facts.n_fees++] =
        (suitor_fee){ bastoni, SUITOR_FEE_ASKING, "EUR", 90, 100, made_span(m, "90m") };
}

#endif
