/* Texts printed twice: whose report it then is, in whatever order they came in. */
#include <stdlib.h>

#include "db.h"
#include "dice.h"
#include "opened.h"
#include "scratch.h"

static const char report[] =
    "Lecce have turned down a first offer of nine million euros from Milan for Falcone. "
    "The keeper himself would like to go, and Milan mean to come back with more next week. "
    "Their own keeper has a bad knee and will not play again before the autumn.";

/* Printed with another word here and there, and the end cut off. */
static const char edited[] =
    "Lecce have turned down a first offer of nine million euros from Milan for Falcone. "
    "The goalkeeper himself would like to go, and Milan mean to come back with more next week.";

static const char in_other_words[] =
    "Milan offered Lecce nine million for their keeper, Falcone, and heard no. They are expected "
    "to try again in some days, for he is keen on the move.";

static const char offer[] = "Lecce have turned down a first offer of nine million euros from Milan "
                            "for Falcone";

/* An article of `outlet` on `day` whose words of `quote` tell that Milan bid for Falcone. */
static void make(made *m, const char *outlet, int32_t day, const char *text, const char *origin,
                 const char *quote)
{
    made_begin(m, outlet, day, text);
    m->article.outlet = suitor_sv_of(outlet);
    made_claim(m, made_player(m, "Wladimiro Falcone", NULL, NULL), "Milan", SUITOR_INTEREST,
               SUITOR_BID, origin, quote);
}

static suitor_ledger *ledger_of(suitor_store *store, int32_t at)
{
    suitor_ledger *l = NULL;

    assert_int_equal(suitor_store_ledger(store, at, &l, NULL), SUITOR_OK);
    return l;
}

/* The row of the article of `outlet`, written as "origin day original's name". */
static void write_row(const suitor_ledger *l, const char *outlet, char *out, size_t size)
{
    snprintf(out, size, "none");
    for (uint32_t i = 0; i < l->n_rows; i++) {
        const suitor_ledger_row *r = &l->rows[i];
        if (suitor_sv_equal(l->articles[r->article].outlet, suitor_sv_of(outlet)))
            snprintf(out, size, "%.*s %d %.*s", SUITOR_SV_ARG(l->origins[r->origin]), r->day,
                     SUITOR_SV_ARG(l->articles[r->original].name));
    }
}

/* A report of the Herald on day 100, and one of the Echo. */
static const struct {
    const char *what, *text, *origin, *quote;
    int32_t day;
    const char *expected; /* of the Echo */
} rows[] = {
    { "word for word", report, "Echo", offer, 102, "Herald 100 Herald" },
    { "edited", edited, "Echo", offer, 130, "Herald 100 Herald" },
    { "a month later", report, "Echo", offer, 131, "Echo 131 Echo" },
    { "no date", report, "Echo", offer, SUITOR_NO_DAY, "Herald 100 Herald" },
    { "credits somebody", report, "Wire", offer, 102, "Wire 100 Herald" },
    { "in other words", in_other_words, "Echo", "Milan offered Lecce nine million", 102,
      "Echo 102 Echo" },
    { "before the Herald", report, "Echo", offer, 90, "Echo 90 Echo" },
    { "the same day, and before it by name", report, "Echo", offer, 100, "Echo 100 Echo" },
};

static void test_two(void **state)
{
    (void)state;
    for (size_t i = 0; i < N_ROWS(rows); i++)
        for (int herald_first = 0; herald_first < 2; herald_first++) {
            suitor_store *store = made_store();
            char got[80];
            made first, second;
            make(&first, "Herald", 100, report, "Herald", offer);
            make(&second, "Echo", rows[i].day, rows[i].text, rows[i].origin, rows[i].quote);
            made_put(store, herald_first ? &first : &second);
            made_put(store, herald_first ? &second : &first);
            suitor_ledger *l = ledger_of(store, SUITOR_NO_DAY);
            write_row(l, "Echo", got, sizeof got);
            if (strcmp(got, rows[i].expected) != 0)
                print_error("%s: %s\n", rows[i].what, got);
            check_row(i, rows[i].what, strcmp(got, rows[i].expected) == 0);
            suitor_ledger_free(l);
            suitor_store_close(store);
        }
}

/* Who copies a copy copies the first, though that is more than a month ago; and a ledger of a
 * day knows nothing of what was printed first elsewhere but came later. */
static void test_chain(void **state)
{
    suitor_store *store = *state;
    char got[80];
    made m;

    make(&m, "Herald", 100, report, "Herald", offer);
    made_put(store, &m);
    make(&m, "Post", 150, report, "Post", offer);
    made_put(store, &m);
    make(&m, "Echo", 125, report, "Echo", offer);
    made_put(store, &m);
    suitor_ledger *l = ledger_of(store, SUITOR_NO_DAY);
    write_row(l, "Post", got, sizeof got);
    assert_string_equal(got, "Herald 100 Herald");
    assert_int_equal(l->n_origins, 1);
    assert_int_equal(l->n_articles, 3);
    suitor_ledger_free(l);
}

/* A copy that leaves the credit out has it nonetheless. */
static void test_credit_left_out(void **state)
{
    suitor_store *store = *state;
    char got[80];
    made m;

    make(&m, "Herald", 100, report, "Wire", offer);
    made_put(store, &m);
    make(&m, "Post", 103, report, "Post", offer);
    made_put(store, &m);
    suitor_ledger *l = ledger_of(store, SUITOR_NO_DAY);
    write_row(l, "Post", got, sizeof got);
    assert_string_equal(got, "Wire 100 Herald");
    suitor_ledger_free(l);
}

/* Of an article that quotes a sentence, only this is a copy; and a sentence that two have in
 * common is none where the other does not say the same of the same player. */
static void test_sentence(void **state)
{
    static const char column[] =
        "A week of goalkeepers, this. Lecce have turned down a first offer of nine million euros "
        "from Milan for Falcone, and rightly so. Torino, we hear, ask for the reserve of Como.";
    suitor_store *store = *state;
    made m;

    make(&m, "Herald", 100, report, "Herald", offer);
    made_put(store, &m);
    make(&m, "Post", 103, column, "Post", offer);
    made_claim(&m, made_player(&m, "Mauro Vigorito", NULL, NULL), "Torino", SUITOR_INTEREST,
               SUITOR_TALKS, "Post", "Torino, we hear, ask for the reserve of Como");
    made_claim(&m, 0, "Milan", SUITOR_INTEREST, SUITOR_KEEN, "Post", offer);
    made_put(store, &m);
    suitor_ledger *l = ledger_of(store, SUITOR_NO_DAY);
    assert_int_equal(l->n_rows, 4);
    for (uint32_t i = 0; i < l->n_rows; i++) {
        const suitor_ledger_row *r = &l->rows[i];
        bool is_copy = l->articles[r->article].day == 103 && r->stage == SUITOR_BID;
        assert_int_equal(r->original != r->article, is_copy);
    }
    suitor_ledger_free(l);
}

/* A new version takes the place of the old one, its keys and its copies. */
static void test_replaced(void **state)
{
    suitor_store *store = *state;
    char got[80];
    made m;

    make(&m, "Echo", 102, report, "Echo", offer);
    made_put(store, &m);
    make(&m, "Herald", 100, report, "Herald", offer);
    m.article.url = suitor_sv_of("https://herald.example/falcone");
    made_put(store, &m);
    make(&m, "Herald", 100, in_other_words, "Herald", "Milan offered Lecce nine million");
    m.article.url = suitor_sv_of("https://herald.example/falcone");
    made_put(store, &m);
    suitor_ledger *l = ledger_of(store, SUITOR_NO_DAY);
    write_row(l, "Echo", got, sizeof got);
    assert_string_equal(got, "Echo 102 Echo");
    suitor_ledger_free(l);
    sqlite3_stmt *statement = NULL;
    assert_int_equal(sqlite3_prepare_v2(store->db,
                                        "SELECT count(*) FROM text_key WHERE article NOT IN"
                                        " (SELECT id FROM article)",
                                        -1, &statement, NULL),
                     SQLITE_OK);
    assert_int_equal(sqlite3_step(statement), SQLITE_ROW);
    assert_int_equal(sqlite3_column_int(statement, 0), 0);
    sqlite3_finalize(statement);
}

enum { N_PRINTS = 40 };

static const char ids[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOP";

/* One of a few reports, edited or not, on some day or none. */
static void make_random(made *m, uint32_t i)
{
    static const char *const outlets[] = { "Echo", "Herald", "Post", "Mail", "Sun", "" };
    static const char *const texts[] = { report, edited, report, in_other_words };
    uint64_t random = i + 1;
    const char *text = texts[dice_roll(&random, 4)];
    const char *outlet = outlets[dice_roll(&random, 6)];
    const char *quote = text == in_other_words ? "Milan offered Lecce nine million" : offer;
    int32_t day = (int32_t)dice_roll(&random, 120);

    make(m, outlet, dice_roll(&random, 8) ? day : SUITOR_NO_DAY, text,
         dice_roll(&random, 5) ? outlet : "Wire", quote);
    m->article.id = suitor_sv_make(&ids[i], 1); /* so that none is a new version of another */
}

static char *write_shuffled(suitor_store *store, uint64_t seed)
{
    uint32_t order[N_PRINTS];

    for (uint32_t i = 0; i < N_PRINTS; i++)
        order[i] = i;
    for (uint32_t i = N_PRINTS - 1; i > 0; i--) {
        uint32_t j = dice_roll(&seed, i + 1), swap = order[i];
        order[i] = order[j];
        order[j] = swap;
    }
    for (uint32_t i = 0; i < N_PRINTS; i++) {
        made m;
        make_random(&m, order[i]);
        made_put(store, &m);
    }
    return made_write(store, SUITOR_NO_DAY);
}

static void test_any_order(void **state)
{
    char *first = NULL;

    (void)state;
    for (uint64_t seed = 1; seed <= 12; seed++) {
        suitor_store *store = made_store();
        char *text = write_shuffled(store, seed);
        if (first)
            assert_string_equal(text, first);
        free(first);
        first = text;
        suitor_store_close(store);
    }
    free(first);
}

/* A store of the first version, made by taking out what the second one put in. */
static void make_old(suitor_store *store)
{
    assert_int_equal(sqlite3_exec(store->db,
                                  "DROP TABLE text_key; DROP TABLE evidence_copy;"
                                  "DROP TABLE uncompared; DROP TABLE correction_place;"
                                  " DROP TABLE correction; DROP TABLE input;"
                                  " DROP TABLE known_fact; DROP TABLE known;"
                                  " DROP TABLE transfer; DROP TABLE register;"
                                  " ALTER TABLE article DROP COLUMN language;"
                                  " PRAGMA user_version = 1",
                                  NULL, NULL, NULL),
                     SQLITE_OK);
}

static suitor_store *open_at(const char *path, suitor_store_mode mode)
{
    suitor_store *store = NULL;

    assert_int_equal(suitor_store_open(path, mode, &store, NULL), SUITOR_OK);
    return store;
}

static void test_older_store(void **state)
{
    scratch *s = *state;
    suitor_store *store = open_at(s->path, SUITOR_STORE_CREATE);
    char *before = write_shuffled(store, 1);
    suitor_error err;

    make_old(store);
    suitor_store_close(store);
    assert_int_equal(suitor_store_open(s->path, SUITOR_STORE_READ, &store, &err), SUITOR_ERR_DB);
    assert_non_null(strstr(err.message, "made by an older suitor (schema 1, this one has 7)"));
    suitor_store_close(open_at(s->path, SUITOR_STORE_CREATE));
    store = open_at(s->path, SUITOR_STORE_READ);
    char *after = made_write(store, SUITOR_NO_DAY);
    assert_string_equal(after, before);
    free(after);
    free(before);
    suitor_store_close(store);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_two),
        WITH_STORE(test_chain),
        WITH_STORE(test_credit_left_out),
        WITH_STORE(test_sentence),
        WITH_STORE(test_replaced),
        cmocka_unit_test(test_any_order),
        cmocka_unit_test_setup_teardown(test_older_store, scratch_make, scratch_remove),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
