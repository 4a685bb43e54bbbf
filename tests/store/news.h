/* A small store to be corrected, and what its ledger shows. */
#ifndef TESTS_NEWS_H
#define TESTS_NEWS_H

#include "opened.h"

#include <stdlib.h>

#include "suitor/correction.h"

#define SV(text)                                                                                   \
    {                                                                                              \
        text, sizeof(text) - 1                                                                     \
    }
#define ANY .relation = SUITOR_N_RELATIONS
#define ALWAYS .since = SUITOR_NO_DAY

static const char news_text[] = "Liverpool want Bastoni. Arsenal watch Bastoni. Liverpool bid.";

/* Two articles on Bastoni of Inter, one of another Bastoni, one of a namesake pair. */
static inline void put_news(suitor_store *store)
{
    static const struct {
        const char *id, *player, *club, *suitor, *quote;
    } told[] = {
        { "mon", "Alessandro Bastoni", "Inter Milan", "Liverpool", "Liverpool want Bastoni" },
        { "tue", "Bastoni", NULL, "Arsenal", "Arsenal watch Bastoni" },
        { "wed", "Danilo", "Juventus", "Liverpool", "Liverpool want Bastoni" },
        { "thu", "Danilo", "Flamengo", "Arsenal", "Arsenal watch Bastoni" },
        { "fri", "Marc Guehi", "Palace", "Liverpool", "Liverpool bid" },
        { "sat", "M. Guehi", "Crystal Palace", "Arsenal", "Arsenal watch Bastoni" },
    };

    for (size_t i = 0; i < N_ROWS(told); i++) {
        made m;
        made_begin(&m, told[i].id, 10 + (int32_t)i, news_text);
        m.article.outlet = suitor_sv_of("Herald");
        m.article.url = suitor_sv_of(told[i].id);
        uint32_t player = made_player(&m, told[i].player, told[i].club, NULL);
        m.players[player].position = SUITOR_DF;
        made_claim(&m, player, told[i].suitor, SUITOR_INTEREST, SUITOR_KEEN, "Herald",
                   told[i].quote);
        if (told[i].club)
            made_claim(&m, player, told[i].club, SUITOR_PLAYS_FOR, SUITOR_OWNED, "Herald",
                       told[i].quote);
        assert_true(made_put(store, &m));
    }
}

static inline int open_news(void **state)
{
    *state = made_store();
    put_news(*state);
    return 0;
}

/* "Bastoni-Arsenal interest, …": who and whom of all rows. */
static inline char *write_rows(suitor_store *store)
{
    suitor_ledger *l = NULL;
    buf out = { 0 };

    assert_int_equal(suitor_store_ledger(store, SUITOR_NO_DAY, &l, NULL), SUITOR_OK);
    for (uint32_t i = 0; i < l->n_rows; i++)
        if (l->rows[i].relation == SUITOR_INTEREST)
            buf_printf(&out, "%.*s-%.*s ", SUITOR_SV_ARG(l->entities[l->rows[i].player].name),
                       SUITOR_SV_ARG(l->entities[l->rows[i].club].name));
    buf_printf(&out, "|");
    for (uint32_t i = 0; i < l->n_given; i++)
        buf_printf(&out, " %.*s of %.*s", SUITOR_SV_ARG(l->entities[l->given[i].player].name),
                   SUITOR_SV_ARG(l->entities[l->given[i].club].name));
    for (uint32_t i = 0; i < l->n_players; i++)
        if (l->entities[i].position != SUITOR_DF)
            buf_printf(&out, " %.*s %s", SUITOR_SV_ARG(l->entities[i].name),
                       suitor_position_name(l->entities[i].position));
    suitor_ledger_free(l);
    return out.ptr;
}

#define AS_TOLD                                                                                    \
    "Alessandro Bastoni-Arsenal Alessandro Bastoni-Liverpool Danilo-Arsenal "                      \
    "Danilo-Liverpool M. Guehi-Arsenal Marc Guehi-Liverpool |"

static inline void undo(suitor_store *store, int64_t number)
{
    const suitor_correction_wish wish = { SUITOR_UNDO, .undoes = number };

    assert_int_equal(suitor_store_correct(store, &wish, NULL, NULL), SUITOR_OK);
}

static inline void correct(suitor_store *store, suitor_correction_wish wish)
{
    suitor_error err = { 0 };
    suitor_status st = suitor_store_correct(store, &wish, NULL, &err);

    if (st != SUITOR_OK)
        print_error("%s\n", err.message);
    assert_int_equal(st, SUITOR_OK);
}

#define WITH_NEWS(test) cmocka_unit_test_setup_teardown(test, open_news, close_store)

#endif
