/* Each kind of correction on a small store: what the ledger shows, what names find, and
 * what is refused. */
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
static void put_news(suitor_store *store)
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

static int open_news(void **state)
{
    *state = made_store();
    put_news(*state);
    return 0;
}

/* "Bastoni-Arsenal interest, …": who and whom of all rows. */
static char *write_rows(suitor_store *store)
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

static const suitor_sv tue[] = { SV("tue") }, thu[] = { SV("thu") }, none[] = { SV("none") };

static const struct {
    suitor_correction_wish wish;
    suitor_status status;
    const char *expected; /* rows, or the message */
} cases[] = {
    { { SUITOR_REJECT, SV("bastoni"), SV("arsenal"), ANY },
      SUITOR_OK,
      "Alessandro Bastoni-Liverpool Danilo-Arsenal Danilo-Liverpool M. Guehi-Arsenal "
      "Marc Guehi-Liverpool |" },
    { { SUITOR_REJECT, SV("danilo"), SV("juventus"), .relation = SUITOR_INTEREST },
      SUITOR_ERR_NOTFOUND,
      "nothing of interest is claimed of Danilo and Juventus" },
    { { SUITOR_REJECT, SV("bastoni"), SV("juventus"), ANY },
      SUITOR_ERR_NOTFOUND,
      "nothing is claimed of Alessandro Bastoni and Juventus" },
    { { SUITOR_REJECT, SV("bastoni"), SV("arsenal"), .articles = none, .n_articles = 1, ANY },
      SUITOR_ERR_NOTFOUND,
      "nothing of it stands in an article \"none\"; it stands in tue (1970-01-12)" },
    { { SUITOR_RESTORE, SV("bastoni"), SV("arsenal"), ANY },
      SUITOR_ERR_NOTFOUND,
      "nothing is rejected of Alessandro Bastoni and Arsenal" },
    { { SUITOR_REJECT, SV("bastone"), SV("arsenal"), ANY },
      SUITOR_ERR_NOTFOUND,
      "no player called \"bastone\"; did you mean Alessandro Bastoni?" },
    { { SUITOR_SET_CLUB, SV("danilo"), SV("flamengo"), ALWAYS },
      SUITOR_OK,
      AS_TOLD " Danilo of Flamengo" },
    { { SUITOR_SET_POSITION, SV("danilo"), .position = SUITOR_RB },
      SUITOR_OK,
      AS_TOLD " Danilo RB" },
    { { SUITOR_SET_POSITION, SV("danilo"), ANY }, SUITOR_ERR_INVALID, "Danilo: no such position" },
    { { SUITOR_MERGE, SV("m guehi"), SV("marc guehi"), ANY },
      SUITOR_OK,
      "Alessandro Bastoni-Arsenal Alessandro Bastoni-Liverpool Danilo-Arsenal "
      "Danilo-Liverpool Marc Guehi-Arsenal Marc Guehi-Liverpool |" },
    { { SUITOR_MERGE, SV("bastoni"), SV("Alessandro bastoni"), ANY },
      SUITOR_ERR_INVALID,
      "Alessandro Bastoni: both names mean the same already" },
    { { SUITOR_MERGE, SV("guehi"), SV("danilo"), ANY },
      SUITOR_ERR_AMBIGUOUS,
      "\"guehi\" fits several: M. Guehi, Marc Guehi" },
    { { SUITOR_SPLIT, SV("danilo"), SV("Danilo Santos"), .club = SV("flamengo") },
      SUITOR_OK,
      "Alessandro Bastoni-Arsenal Alessandro Bastoni-Liverpool Danilo-Liverpool "
      "Danilo Santos-Arsenal M. Guehi-Arsenal Marc Guehi-Liverpool |" },
    { { SUITOR_SPLIT, SV("danilo"), SV("Santos"), .articles = thu, .n_articles = 1 },
      SUITOR_OK,
      "Alessandro Bastoni-Arsenal Alessandro Bastoni-Liverpool Danilo-Liverpool "
      "M. Guehi-Arsenal Marc Guehi-Liverpool Santos-Arsenal |" },
    { { SUITOR_SPLIT, SV("alessandro"), SV("Simone Bastoni"), .articles = tue, .n_articles = 1 },
      SUITOR_OK,
      "Alessandro Bastoni-Liverpool Danilo-Arsenal Danilo-Liverpool M. Guehi-Arsenal "
      "Marc Guehi-Liverpool Simone Bastoni-Arsenal |" },
    { { SUITOR_SPLIT, SV("arsenal"), SV("Arsenal Sarandi"), .articles = thu, .n_articles = 1 },
      SUITOR_OK,
      "Alessandro Bastoni-Arsenal Alessandro Bastoni-Liverpool Danilo-Arsenal Sarandi "
      "Danilo-Liverpool M. Guehi-Arsenal Marc Guehi-Liverpool |" },
    { { SUITOR_SPLIT, SV("danilo"), SV("Santos"), .articles = tue, .n_articles = 1 },
      SUITOR_ERR_NOTFOUND,
      "nothing of it stands in an article \"tue\"; it stands in wed (1970-01-13), "
      "thu (1970-01-14)" },
    { { SUITOR_SPLIT, SV("danilo"), SV("Santos"), .club = SV("arsenal") },
      SUITOR_ERR_NOTFOUND,
      "no article tells that Danilo is of Arsenal" },
    { { SUITOR_SPLIT, SV("arsenal"), SV("Santos"), .club = SV("arsenal") },
      SUITOR_ERR_INVALID,
      "Arsenal: a club is split by articles" },
    { { SUITOR_SPLIT, SV("danilo"), SV("Santos"), ANY },
      SUITOR_ERR_INVALID,
      "Danilo: tell the articles of the other one (--article) or the club he is told to be of" },
    { { SUITOR_SPLIT, SV("danilo"), SV("DANILO"), .club = SV("flamengo") },
      SUITOR_ERR_INVALID,
      "Danilo: the other one needs a name of his own" },
    { { SUITOR_RENAME, SV("danilo"), SV("Danilo Luiz"), ANY },
      SUITOR_OK,
      "Alessandro Bastoni-Arsenal Alessandro Bastoni-Liverpool Danilo Luiz-Arsenal "
      "Danilo Luiz-Liverpool M. Guehi-Arsenal Marc Guehi-Liverpool |" },
    { { SUITOR_RENAME, SV("marc guehi"), SV("Marc Gu\xC3\xA9hi"), ANY },
      SUITOR_OK,
      "Alessandro Bastoni-Arsenal Alessandro Bastoni-Liverpool Danilo-Arsenal "
      "Danilo-Liverpool M. Guehi-Arsenal Marc Gu\xC3\xA9hi-Liverpool |" },
    { { SUITOR_RENAME, SV("palace"), SV("Crystal Palace"), ANY },
      SUITOR_ERR_INVALID,
      "there is a club called Crystal Palace already; if they are the same, merge them" },
    { { SUITOR_RENAME, SV("juventus"), SV("Liverpool"), ANY },
      SUITOR_ERR_INVALID,
      "there is a club called Liverpool already; if they are the same, merge them" },
    { { SUITOR_RENAME, SV("juventus"), SV("Juventus"), ANY },
      SUITOR_ERR_INVALID,
      "Juventus: that is the name already" },
    { { SUITOR_RENAME, SV("juventus"), SV(""), ANY }, SUITOR_ERR_INVALID, "an empty name" },
    { { SUITOR_UNDO, .undoes = 1 }, SUITOR_ERR_NOTFOUND, "nothing has been corrected yet" },
    { { SUITOR_N_CORRECTIONS, ANY }, SUITOR_ERR_INVALID, "no such kind of correction" },
};

static void undo(suitor_store *store, int64_t number)
{
    const suitor_correction_wish wish = { SUITOR_UNDO, .undoes = number };

    assert_int_equal(suitor_store_correct(store, &wish, NULL, NULL), SUITOR_OK);
}

/* What each does, that undoing it undoes it, and undoing that does it again. */
static void test_cases(void **state)
{
    (void)state;
    for (size_t i = 0; i < N_ROWS(cases); i++) {
        suitor_store *store = made_store();
        suitor_error err = { 0 };
        int64_t number = -1;
        put_news(store);
        suitor_status st = suitor_store_correct(store, &cases[i].wish, &number, &err);
        char *rows = write_rows(store);
        check_row(i, cases[i].expected, st == cases[i].status);
        if (st == SUITOR_OK) {
            assert_string_equal(rows, cases[i].expected);
            assert_int_equal(number, 1);
            undo(store, 1);
            char *undone = write_rows(store);
            assert_string_equal(undone, AS_TOLD);
            undo(store, 2);
            char *redone = write_rows(store);
            assert_string_equal(redone, cases[i].expected);
            free(undone);
            free(redone);
        } else {
            assert_string_equal(rows, AS_TOLD);
            bool begins = strncmp(err.message, cases[i].expected, strlen(cases[i].expected)) == 0;
            check_row(i, err.message, begins);
        }
        free(rows);
        suitor_store_close(store);
    }
}

static void correct(suitor_store *store, suitor_correction_wish wish)
{
    suitor_error err = { 0 };
    suitor_status st = suitor_store_correct(store, &wish, NULL, &err);

    if (st != SUITOR_OK)
        print_error("%s\n", err.message);
    assert_int_equal(st, SUITOR_OK);
}

/* The name of whom `query` finds, or the message. */
static void assert_finds(suitor_store *store, const char *query, const char *expected)
{
    suitor_ledger *l = NULL;
    suitor_error err = { 0 };
    int64_t id = 0;

    if (suitor_store_find(store, suitor_sv_of(query), SUITOR_N_KINDS, &id, NULL, &err) !=
        SUITOR_OK) {
        assert_string_equal(err.message, expected);
        return;
    }
    assert_int_equal(suitor_store_ledger(store, SUITOR_NO_DAY, &l, NULL), SUITOR_OK);
    uint32_t at = suitor_ledger_find(l, id);
    assert_int_not_equal(at, SUITOR_NO_INDEX);
    assert_true(suitor_sv_equal(l->entities[at].name, suitor_sv_of(expected)));
    suitor_ledger_free(l);
}

/* Old names and new ones, and those of a split. */
static void test_find(void **state)
{
    suitor_store *store = *state;

    correct(store,
            (suitor_correction_wish){ SUITOR_RENAME, SV("danilo"), SV("Luiz da Silva"), ANY });
    assert_finds(store, "danilo", "Luiz da Silva");
    assert_finds(store, "da silva", "Luiz da Silva");
    assert_finds(store, "lui", "Luiz da Silva");
    correct(store, (suitor_correction_wish){ SUITOR_SPLIT, SV("danilo"), SV("Bruno"),
                                             .articles = thu, .n_articles = 1 });
    assert_finds(store, "bruno", "Bruno");
    assert_finds(store, "danilo", "Luiz da Silva");
    correct(store, (suitor_correction_wish){ SUITOR_MERGE, SV("m guehi"), SV("bruno"), ANY });
    assert_finds(store, "m guehi", "Bruno");
    assert_finds(store, "guehi", "\"guehi\" fits several: Bruno, Marc Guehi");
    correct(store,
            (suitor_correction_wish){ SUITOR_MERGE, SV("crystal palace"), SV("inter"), ANY });
    assert_finds(store, "crystal", "Inter Milan");
    undo(store, 3);
    assert_finds(store, "guehi", "\"guehi\" fits several: M. Guehi, Marc Guehi");
    undo(store, 2);
    assert_finds(store, "bruno", "no player or club called \"bruno\" in :memory:");
}

/* There and back by name, and a later one before an earlier. */
static void test_rename_back(void **state)
{
    suitor_store *store = *state;

    correct(store, (suitor_correction_wish){ SUITOR_RENAME, SV("danilo"), SV("Luiz"), ANY });
    correct(store, (suitor_correction_wish){ SUITOR_RENAME, SV("luiz"), SV("Danilo"), ANY });
    char *rows = write_rows(store);
    assert_string_equal(rows, AS_TOLD);
    free(rows);
    undo(store, 1);
    rows = write_rows(store);
    assert_string_equal(rows, AS_TOLD);
    free(rows);
}

/* A name that corrections alone tell of stays one when the correction that brought it in
 * is undone. */
static void test_undone_below(void **state)
{
    suitor_store *store = *state;
    suitor_ledger *l = NULL;

    correct(store, (suitor_correction_wish){ SUITOR_RENAME, SV("juventus"), SV("Juve"), ANY });
    correct(store, (suitor_correction_wish){ SUITOR_SET_CLUB, SV("bastoni"), SV("juve"), ALWAYS });
    undo(store, 1);
    assert_int_equal(suitor_store_ledger(store, SUITOR_NO_DAY, &l, NULL), SUITOR_OK);
    assert_int_equal(l->n_given, 1);
    assert_true(suitor_sv_equal(l->entities[l->given[0].club].name, suitor_sv_of("Juve")));
    suitor_ledger_free(l);
}

/* Rejected in one of several articles, restored, and chosen from. */
static void test_restore(void **state)
{
    suitor_store *store = *state;
    suitor_correction_wish reject = { SUITOR_REJECT, SV("danilo"), SV("liverpool"), ANY };
    suitor_error err = { 0 };

    correct(store, (suitor_correction_wish){ SUITOR_MERGE, SV("marc guehi"), SV("danilo"), ANY });
    assert_int_equal(suitor_store_correct(store, &reject, NULL, &err), SUITOR_ERR_AMBIGUOUS);
    assert_string_equal(err.message,
                        "name the article (--article) or take all (--all); it stands in "
                        "wed (1970-01-13), fri (1970-01-15)");
    reject.all = true;
    correct(store, reject);
    char *rows = write_rows(store);
    assert_null(strstr(rows, "Danilo-Liverpool"));
    free(rows);
    reject.kind = SUITOR_RESTORE;
    reject.all = false;
    assert_int_equal(suitor_store_correct(store, &reject, NULL, &err), SUITOR_ERR_AMBIGUOUS);
    static const suitor_sv fri[] = { SV("fri") };
    reject.articles = fri;
    reject.n_articles = 1;
    correct(store, reject);
    rows = write_rows(store);
    assert_string_equal(rows,
                        "Alessandro Bastoni-Arsenal Alessandro Bastoni-Liverpool Danilo-Arsenal "
                        "Danilo-Liverpool M. Guehi-Arsenal |");
    free(rows);
}

/* The list tells everything, undone or not. */
static void test_list(void **state)
{
    suitor_store *store = *state;
    suitor_corrections *all = NULL;

    correct(store, (suitor_correction_wish){ SUITOR_REJECT, SV("bastoni"), SV("arsenal"), ANY,
                                             .reason = SV("a joke") });
    undo(store, 1);
    undo(store, 2);
    undo(store, 3);
    assert_int_equal(suitor_store_corrections(store, &all, NULL), SUITOR_OK);
    assert_int_equal(all->count, 4);
    assert_int_equal(all->items[0].kind, SUITOR_REJECT);
    assert_false(all->items[0].holds);
    assert_int_equal(all->items[0].undone_by, 2);
    assert_true(all->items[1].holds);
    assert_int_equal(all->items[1].undoes, 1);
    assert_int_equal(all->items[2].undone_by, 4);
    assert_true(suitor_sv_equal(all->items[0].subject, suitor_sv_of("Alessandro Bastoni")));
    assert_true(suitor_sv_equal(all->items[0].object, suitor_sv_of("Arsenal")));
    assert_true(suitor_sv_equal(all->items[0].reason, suitor_sv_of("a joke")));
    assert_int_equal(all->items[0].places.count, 1);
    const suitor_correction_place *place = &all->places[all->items[0].places.first];
    assert_true(suitor_sv_equal(place->article, suitor_sv_of("tue")));
    assert_true(suitor_sv_equal(place->sentence, suitor_sv_of("Arsenal watch Bastoni")));
    assert_int_equal(place->relation, SUITOR_INTEREST);
    assert_true(place->is_there);
    suitor_corrections_free(all);
}

/* A reader, and a batch that is rolled back. */
static void test_transactions(void **state)
{
    suitor_store *store = *state;
    const suitor_correction_wish wish = { SUITOR_RENAME, SV("danilo"), SV("Luiz"), ANY };
    suitor_corrections *all = NULL;

    assert_int_equal(suitor_store_begin(store, NULL), SUITOR_OK);
    correct(store, wish);
    suitor_store_rollback(store);
    assert_int_equal(suitor_store_corrections(store, &all, NULL), SUITOR_OK);
    assert_int_equal(all->count, 0);
    suitor_corrections_free(all);
    suitor_corrections_free(NULL);
    char *rows = write_rows(store);
    assert_string_equal(rows, AS_TOLD);
    free(rows);
}

#define WITH_NEWS(test) cmocka_unit_test_setup_teardown(test, open_news, close_store)

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_cases), WITH_NEWS(test_find),    WITH_NEWS(test_rename_back),
        WITH_NEWS(test_undone_below), WITH_NEWS(test_restore), WITH_NEWS(test_list),
        WITH_NEWS(test_transactions),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
