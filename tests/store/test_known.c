/* Registers in a store: who is the same, what contradicts, and what is left when one goes. */
#include "opened.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "suitor/correction.h"
#include "suitor/register.h"

#define SV(text)                                                                                   \
    {                                                                                              \
        text, sizeof(text) - 1                                                                     \
    }

static const unsigned char digests[3][16] = { "0123456789abcde", "123456789abcdef",
                                              "23456789abcdef0" };

static int64_t begin(suitor_store *store, suitor_register_kind kind, const char *path, int digest,
                     bool *whole)
{
    int64_t number;

    assert_int_equal(suitor_store_register_begin(store, kind, suitor_sv_of(path), digests[digest],
                                                 &number, whole, NULL),
                     SUITOR_OK);
    return number;
}

/* What was told as a conflict last: "subject field kept/told". */
static char told[256];
static int n_told;

static void on_conflict(const suitor_register_conflict *c, void *user)
{
    (void)user;
    n_told++;
    snprintf(told, sizeof told, "%.*s %s %.*s/%.*s", SUITOR_SV_ARG(c->subject), c->field,
             SUITOR_SV_ARG(c->kept), SUITOR_SV_ARG(c->told));
}

static bool put(suitor_store *store, int64_t number, uint32_t line, suitor_kind kind,
                const char *key, const char *name, suitor_known_field field, const char *value)
{
    const suitor_known_fact fact = { field, suitor_sv_of(value) };
    const suitor_known row = { kind, suitor_sv_of(key), suitor_sv_of(name), &fact, 1 };
    const suitor_register_place place = { number, SV("x.csv"), line };
    bool added;

    assert_int_equal(suitor_store_put_known(store, &place, &row, &added, on_conflict, NULL, NULL),
                     SUITOR_OK);
    return added;
}

/* Two rows, of one register each: whether the second is somebody new, and what it contradicts. */
static const struct {
    suitor_kind kind;
    const char *key_1, *name_1;
    suitor_known_field field_1;
    const char *value_1, *key_2, *name_2;
    suitor_known_field field_2;
    const char *value_2;
    bool added;
    const char *conflict; /* NULL: none */
} pairs[] = {
    /* names fold alike */
    { SUITOR_KIND_CLUB, "", "FC Köln", SUITOR_KNOWN_COUNTRY, "Germany", "", "FC Koln",
      SUITOR_KNOWN_COUNTRY, "Germany", false, NULL },
    /* countries tell apart, and so do births */
    { SUITOR_KIND_CLUB, "", "Everton", SUITOR_KNOWN_COUNTRY, "England", "", "Everton",
      SUITOR_KNOWN_COUNTRY, "Chile", true, NULL },
    { SUITOR_KIND_PLAYER, "", "Bo Test", SUITOR_KNOWN_BORN, "1999-01-02", "", "Bo Test",
      SUITOR_KNOWN_BORN, "1998-01-02", true, NULL },
    { SUITOR_KIND_PLAYER, "", "Bo Test", SUITOR_KNOWN_COUNTRY, "Wales", "", "Bo Test",
      SUITOR_KNOWN_COUNTRY, "England", true, NULL },
    /* what one does not know speaks not against it */
    { SUITOR_KIND_CLUB, "", "Everton", SUITOR_KNOWN_COUNTRY, "England", "", "Everton",
      SUITOR_KNOWN_FOUNDED, "1878", false, NULL },
    /* keys go before names, and two keys are two */
    { SUITOR_KIND_CLUB, "Q1", "Everton", SUITOR_KNOWN_FOUNDED, "1878", "Q1", "Everton FC",
      SUITOR_KNOWN_FOUNDED, "1879", false, "Everton FC founded 1878/1879" },
    { SUITOR_KIND_CLUB, "Q1", "Everton", SUITOR_KNOWN_FOUNDED, "1878", "Q2", "Everton",
      SUITOR_KNOWN_FOUNDED, "1879", true, NULL },
    { SUITOR_KIND_CLUB, "", "Everton", SUITOR_KNOWN_FOUNDED, "1878", "Q2", "Everton",
      SUITOR_KNOWN_FOUNDED, "1879", false, "Everton founded 1878/1879" },
    /* exact and less exact agree */
    { SUITOR_KIND_CLUB, "Q1", "Everton", SUITOR_KNOWN_FOUNDED, "1878", "Q1", "Everton",
      SUITOR_KNOWN_FOUNDED, "1878-03-01", false, NULL },
    { SUITOR_KIND_PLAYER, "Q1", "Bo Test", SUITOR_KNOWN_POSITION, "DF", "Q1", "Bo Test",
      SUITOR_KNOWN_POSITION, "CB", false, NULL },
    { SUITOR_KIND_PLAYER, "Q1", "Bo Test", SUITOR_KNOWN_POSITION, "LB", "Q1", "Bo Test",
      SUITOR_KNOWN_POSITION, "CB", false, "Bo Test position LB/CB" },
    /* names are never in conflict, nor are players clubs */
    { SUITOR_KIND_CLUB, "Q1", "Everton", SUITOR_KNOWN_SPELLING, "The Toffees", "Q1", "Everton",
      SUITOR_KNOWN_SPELLING, "Toffees", false, NULL },
    { SUITOR_KIND_CLUB, "", "Santos", SUITOR_KNOWN_COUNTRY, "Brazil", "", "Santos",
      SUITOR_KNOWN_COUNTRY, "Brazil", false, NULL },
};

static void test_same_or_not(void **state)
{
    (void)state;
    for (size_t i = 0; i < N_ROWS(pairs); i++) {
        suitor_store *store = made_store();
        bool whole;
        int64_t one = begin(store, SUITOR_REGISTER_CLUBS, "1.csv", 0, &whole);
        int64_t two = begin(store, SUITOR_REGISTER_CLUBS, "2.csv", 1, &whole);
        n_told = 0;
        told[0] = '\0';
        assert_true(put(store, one, 2, pairs[i].kind, pairs[i].key_1, pairs[i].name_1,
                        pairs[i].field_1, pairs[i].value_1));
        bool added = put(store, two, 9, pairs[i].kind, pairs[i].key_2, pairs[i].name_2,
                         pairs[i].field_2, pairs[i].value_2);
        check_row(i, pairs[i].name_2,
                  added == pairs[i].added &&
                      (pairs[i].conflict ? n_told == 1 && strcmp(told, pairs[i].conflict) == 0
                                         : n_told == 0));
        suitor_registers *r;
        assert_int_equal(suitor_store_conflicts(store, 0, &r, NULL), SUITOR_OK);
        check_row(i, "listed", r->n_conflicts == (pairs[i].conflict ? 1 : 0));
        if (r->n_conflicts)
            check_row(i, "places",
                      r->conflicts[0].keeper.number == one && r->conflicts[0].keeper.line == 2 &&
                          r->conflicts[0].teller.number == two && r->conflicts[0].teller.line == 9);
        suitor_registers_free(r);
        suitor_store_close(store);
    }
}

static uint32_t count_known(suitor_store *store, const char *name)
{
    suitor_registers *r;

    assert_int_equal(suitor_store_known(store, suitor_sv_of(name), 0, &r, NULL), SUITOR_OK);
    uint32_t n = r->n_entries;
    suitor_registers_free(r);
    return n;
}

/* The same bytes are in once they are whole; others from the same path take their place. */
static void test_again(void **state)
{
    suitor_store *store = *state;
    uint64_t stamp, later;
    bool whole;
    int64_t first = begin(store, SUITOR_REGISTER_PEOPLE, "p.csv", 0, &whole);

    assert_false(whole);
    put(store, first, 1, SUITOR_KIND_PLAYER, "", "Bo Test", SUITOR_KNOWN_POSITION, "CB");
    assert_int_equal(begin(store, SUITOR_REGISTER_PEOPLE, "p.csv", 0, &whole), first);
    assert_false(whole); /* broken off */
    assert_int_equal(suitor_store_register_end(store, first, NULL), SUITOR_OK);
    assert_int_equal(begin(store, SUITOR_REGISTER_PEOPLE, "p.csv", 0, &whole), first);
    assert_true(whole);
    assert_int_equal(suitor_store_register_stamp(store, &stamp, NULL), SUITOR_OK);
    assert_true(stamp != 0);
    assert_int_equal(count_known(store, "bo test"), 1);

    int64_t other = begin(store, SUITOR_REGISTER_CLUBS, "p.csv", 0, &whole);
    put(store, other, 1, SUITOR_KIND_CLUB, "", "Test Town", SUITOR_KNOWN_COUNTRY, "Wales");
    int64_t second = begin(store, SUITOR_REGISTER_PEOPLE, "p.csv", 1, &whole);
    assert_int_not_equal(second, first);
    assert_false(whole);
    assert_int_equal(count_known(store, "Bo Test"), 0); /* only the first told of him */
    assert_int_equal(count_known(store, "Town"), 1);
    assert_int_equal(suitor_store_register_stamp(store, &later, NULL), SUITOR_OK);
    assert_true(later != stamp);
}

static void store_article(suitor_store *store, suitor_position position)
{
    static const char text[] = "Ajax want Bo Test.";
    const suitor_article article = { .id = SV("a"),
                                     .text = SV("Ajax want Bo Test."),
                                     .day = 20000 };
    const suitor_span whole = { 0, sizeof text - 1 };
    const suitor_player player = {
        .name = SV("Bo Test"), .club = -1, .position = position, .age = -1
    };
    const suitor_club club = { .name = SV("Ajax") };
    const suitor_claim claim = { 0, 0, SUITOR_INTEREST, SUITOR_KEEN, { 0, 1 } };
    const suitor_evidence evidence = { whole, whole, SUITOR_KEEN, SUITOR_FIRM, SV("x"), 1 };
    const suitor_facts facts = { .players = &player,
                                 .clubs = &club,
                                 .claims = &claim,
                                 .evidence = &evidence,
                                 .n_players = 1,
                                 .n_clubs = 1,
                                 .n_claims = 1,
                                 .n_evidence = 1 };

    assert_int_equal(suitor_store_put(store, &article, &facts, NULL, NULL), SUITOR_OK);
}

/* A position comes from the user, else from articles, else from registers that agree. */
static void test_position(void **state)
{
    static const struct {
        suitor_position told, corrected;
        const char *registered[2];
        suitor_position shown;
    } rows[] = {
        { SUITOR_POS_NONE, SUITOR_POS_NONE, { "CB", NULL }, SUITOR_CB },
        { SUITOR_POS_NONE, SUITOR_POS_NONE, { NULL, NULL }, SUITOR_POS_NONE },
        { SUITOR_LB, SUITOR_POS_NONE, { "CB", NULL }, SUITOR_LB },
        { SUITOR_DF, SUITOR_POS_NONE, { "CB", NULL }, SUITOR_CB },
        { SUITOR_FW, SUITOR_POS_NONE, { "CB", NULL }, SUITOR_FW },
        { SUITOR_POS_NONE, SUITOR_RB, { "CB", NULL }, SUITOR_RB },
        { SUITOR_POS_NONE, SUITOR_POS_NONE, { "CB", "ST" }, SUITOR_POS_NONE },
        { SUITOR_POS_NONE, SUITOR_POS_NONE, { "DF", "CB" }, SUITOR_CB },
    };

    (void)state;
    for (size_t i = 0; i < N_ROWS(rows); i++) {
        suitor_store *store = made_store();
        suitor_ledger *ledger;
        bool whole;
        int64_t number = begin(store, SUITOR_REGISTER_PEOPLE, "p.csv", 0, &whole);
        store_article(store, rows[i].told);
        /* two people of one name, by their keys */
        for (int k = 0; k < 2; k++)
            if (rows[i].registered[k])
                put(store, number, 1, SUITOR_KIND_PLAYER, k ? "Q2" : "Q1", "Bo Test",
                    SUITOR_KNOWN_POSITION, rows[i].registered[k]);
        if (rows[i].corrected) {
            suitor_correction_wish wish = SUITOR_CORRECTION_WISH_INIT;
            wish.kind = SUITOR_SET_POSITION;
            wish.subject = suitor_sv_of("Bo Test");
            wish.position = rows[i].corrected;
            assert_int_equal(suitor_store_correct(store, &wish, NULL, NULL), SUITOR_OK);
        }
        assert_int_equal(suitor_store_ledger(store, SUITOR_NO_DAY, &ledger, NULL), SUITOR_OK);
        check_row(i, "position", ledger->entities[0].position == rows[i].shown);
        suitor_ledger_free(ledger);
        suitor_store_close(store);
    }
}

static bool put_move(suitor_store *store, int64_t number, uint32_t line, suitor_transfer move)
{
    const suitor_register_place place = { number, SV("x.csv"), line };
    bool added;

    assert_int_equal(
        suitor_store_put_transfer(store, &place, &move, &added, on_conflict, NULL, NULL),
        SUITOR_OK);
    return added;
}

/* Two tellings of a move are one, whose days are those that both allow. */
static void test_transfers(void **state)
{
    suitor_store *store = *state;
    suitor_transfer season = { .player = SV("Bo Tést"),
                               .from = SV("Ajax"),
                               .to = SV("Lyon"),
                               .since = 100,
                               .until = 400,
                               .fee = -1 };
    suitor_transfer exact = { .player = SV("Bo Test"),
                              .from = SV("PSV"),
                              .to = SV("Lyon"),
                              .since = 150,
                              .until = 150,
                              .fee = 7,
                              .currency = "EUR" };
    suitor_transfer back = { .player = SV("Bo Test"),
                             .from = SV("Lyon"),
                             .to = SV("Ajax"),
                             .since = 390,
                             .until = 390,
                             .kind = SUITOR_MOVE_FREE,
                             .fee = -1 };
    suitor_registers *r;
    bool whole;
    int64_t one = begin(store, SUITOR_REGISTER_TRANSFERS, "1.csv", 0, &whole);
    int64_t two = begin(store, SUITOR_REGISTER_TRANSFERS, "2.csv", 1, &whole);

    n_told = 0;
    assert_true(put_move(store, one, 1, season));
    assert_false(put_move(store, two, 1, exact));
    assert_int_equal(n_told, 1);
    assert_string_equal(told, "Bo Test from Ajax/PSV");
    assert_true(put_move(store, two, 2, back));

    assert_int_equal(suitor_store_transfers(store, SUITOR_NO_DAY, SUITOR_NO_DAY, &r, NULL),
                     SUITOR_OK);
    assert_int_equal(r->n_transfers, 2);
    assert_int_equal(r->transfers[0].transfer.since, 150);
    assert_int_equal(r->transfers[0].transfer.until, 150);
    assert_true(r->transfers[0].transfer.fee > 6.9 && r->transfers[0].transfer.fee < 7.1);
    assert_true(suitor_sv_equal(r->transfers[0].transfer.from, suitor_sv_of("Ajax")));
    assert_int_equal(r->transfers[1].transfer.kind, SUITOR_MOVE_FREE);
    suitor_registers_free(r);

    assert_int_equal(suitor_store_transfers(store, 380, 399, &r, NULL), SUITOR_OK);
    assert_int_equal(r->n_transfers, 2); /* the season lasted until then */
    suitor_registers_free(r);
    assert_int_equal(suitor_store_transfers(store, 401, SUITOR_NO_DAY, &r, NULL), SUITOR_OK);
    assert_int_equal(r->n_transfers, 0);
    suitor_registers_free(r);
    assert_int_equal(suitor_store_known(store, suitor_sv_of("ajax"), 0, &r, NULL), SUITOR_OK);
    assert_int_equal(r->n_transfers, 1);
    suitor_registers_free(r);
}

/* Refused, and nothing is stored. */
static void test_refused(void **state)
{
    static const struct {
        suitor_transfer move;
        const char *message;
    } rows[] = {
        { { .to = SV("Lyon"), .fee = -1 }, "no player" },
        { { .player = SV("Bo"), .fee = -1 }, "no club" },
        { { .player = SV("Bo"), .to = SV("Lyon"), .since = 2, .until = 1 }, "it ends before" },
    };
    const suitor_register_place place = { 1, SV("x.csv"), 3 };
    const suitor_known nameless = { .kind = SUITOR_KIND_CLUB };
    suitor_error err;

    for (size_t i = 0; i < N_ROWS(rows); i++)
        check_row(i, rows[i].message,
                  suitor_store_put_transfer(*state, &place, &rows[i].move, NULL, NULL, NULL,
                                            &err) == SUITOR_ERR_INVALID &&
                      strstr(err.message, rows[i].message) && strstr(err.message, "x.csv:3"));
    assert_int_equal(suitor_store_put_known(*state, &place, &nameless, NULL, NULL, NULL, &err),
                     SUITOR_ERR_INVALID);
}

/* The table for the reader of articles: what holds, and nothing that would break it. */
static void test_written(void **state)
{
    suitor_store *store = *state;
    bool whole;
    int64_t one = begin(store, SUITOR_REGISTER_CLUBS, "1.csv", 0, &whole);
    char *text = NULL;
    size_t len;
    FILE *out = open_memstream(&text, &len);

    put(store, one, 1, SUITOR_KIND_CLUB, "", "Try FC", SUITOR_KNOWN_COUNTRY, "Wales");
    put(store, one, 2, SUITOR_KIND_CLUB, "", "Try FC", SUITOR_KNOWN_SPELLING, "The Tries");
    put(store, one, 3, SUITOR_KIND_CLUB, "", "Try FC", SUITOR_KNOWN_SPELLING, "a|b");
    put(store, one, 4, SUITOR_KIND_CLUB, "", "Try FC", SUITOR_KNOWN_GROUND, "Park");
    put(store, one, 5, SUITOR_KIND_PLAYER, "", "Bo Test", SUITOR_KNOWN_BORN, "1999");
    assert_int_equal(suitor_store_write_register(store, SUITOR_REGISTER_CLUBS, out, NULL),
                     SUITOR_OK);
    fclose(out);
    assert_non_null(strstr(text, "\nname\tcountry\tspellings\nTry FC\tWales\tThe Tries\n"));
    assert_null(strstr(text, "Bo Test"));
    free(text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_same_or_not), WITH_STORE(test_again),
        cmocka_unit_test(test_position),    WITH_STORE(test_transfers),
        WITH_STORE(test_refused),           WITH_STORE(test_written),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
