/* Each kind of correction on a small store: what the ledger shows, and what is refused. */
#include "news.h"

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

/* One sentence on two players and two clubs: the claim that was meant goes, the others stay. */
static void test_one_of_a_sentence(void **state)
{
    suitor_store *store = *state;
    suitor_correction_wish wish = { SUITOR_REJECT, SV("abel"), SV("ajax"), ANY };
    suitor_ledger *l = NULL;
    made m;

    made_begin(&m, "sun", 20, "Ajax and Porto want Abel and Cain.");
    uint32_t abel = made_player(&m, "Abel", NULL, NULL), cain = made_player(&m, "Cain", NULL, NULL);
    for (uint32_t player = abel; player <= cain; player++) {
        made_claim(&m, player, "Ajax", SUITOR_INTEREST, SUITOR_KEEN, "", m.article.text.ptr);
        made_claim(&m, player, "Porto", SUITOR_INTEREST, SUITOR_KEEN, "", m.article.text.ptr);
    }
    assert_true(made_put(store, &m));
    correct(store, wish);
    char *rows = write_rows(store);
    assert_null(strstr(rows, "Abel-Ajax"));
    assert_non_null(strstr(rows, "Abel-Porto "));
    assert_non_null(strstr(rows, "Cain-Ajax Cain-Porto "));
    free(rows);
    assert_int_equal(suitor_store_ledger(store, SUITOR_NO_DAY, &l, NULL), SUITOR_OK);
    assert_int_equal(l->n_rejected, 1);
    assert_true(suitor_sv_equal(l->entities[l->rejected[0].player].name, suitor_sv_of("Abel")));
    assert_true(suitor_sv_equal(l->entities[l->rejected[0].club].name, suitor_sv_of("Ajax")));
    assert_int_equal(l->rejected[0].relation, SUITOR_INTEREST);
    suitor_ledger_free(l);
    wish.kind = SUITOR_RESTORE;
    correct(store, wish);
    rows = write_rows(store);
    assert_non_null(strstr(rows, "Abel-Ajax Abel-Porto "));
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

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_cases),

        WITH_NEWS(test_restore),      WITH_NEWS(test_one_of_a_sentence),
        WITH_NEWS(test_list),         WITH_NEWS(test_transactions),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
