/* Rows of tables as they are understood, and the whole way of a real table into a market. */
#include "rumours.h"

#include <stdlib.h>
#include <unistd.h>

#include "suitor/import.h"
#include "suitor/market.h"
#include "suitor/store.h"
#include "table.h"

static const suitor_import_options usual = SUITOR_IMPORT_OPTIONS_INIT;

/* A file that holds `text`; its name is static. */
static const char *written(const char *text)
{
    static char path[] = "rumours_test.csv";
    FILE *out = fopen(path, "wb");

    assert_non_null(out);
    fputs(text, out);
    assert_int_equal(fclose(out), 0);
    return path;
}

static void test_values(void **state)
{
    static const struct {
        const char *value, *currency;
        double millions;
    } rows[] = {
        { "20.00m", "EUR", 20 }, { "500k", "EUR", 0.5 }, { "€1.5M", "EUR", 1.5 },
        { "£30m", "GBP", 30 },   { "$7m", "USD", 7 },    { "25000000", "EUR", 25 },
        { "-", "EUR", 0 },       { "much", "EUR", 0 },   { "", "EUR", 0 },
        { "£", "EUR", 0 },       { "1e9m", "EUR", 0 },
    };

    (void)state;
    for (size_t i = 0; i < N_ROWS(rows); i++) {
        char text[128];
        table r;
        rumour row;
        bool more;
        snprintf(text, sizeof text, "player,club,date,value\nBo,Ajax,2026-01-02,%s\n",
                 rows[i].value);
        assert_int_equal(rumours_open(&r, written(text), &usual, NULL), SUITOR_OK);
        assert_int_equal(rumours_next(&r, &usual, &row, &more, NULL), SUITOR_OK);
        check_row(i, rows[i].value,
                  more && row.value > rows[i].millions - 1e-9 &&
                      row.value < rows[i].millions + 1e-9);
        if (row.value > 0)
            check_row(i, rows[i].value, strcmp(row.currency, rows[i].currency) == 0);
        table_close(&r);
    }
}

static void test_rows(void **state)
{
    static const struct {
        const char *row, *player; /* player NULL: it makes no sense */
        suitor_stage stage;
        suitor_position position;
    } rows[] = {
        { "Bo,Ajax,2026-01-02,Talks,Left-Back", "Bo", SUITOR_TALKS, SUITOR_LB },
        { "Bo,Ajax,2 January 2026,,", "Bo", SUITOR_KEEN, SUITOR_POS_NONE },
        { " Bo  ,Ajax,2026-01-02,bid,libero", "Bo", SUITOR_BID, SUITOR_POS_NONE },
        { ",Ajax,2026-01-02,,", NULL, 0, 0 },
        { "Bo, ,2026-01-02,,", NULL, 0, 0 },
        { "Bo,Ajax,soon,,", NULL, 0, 0 },
        { "Bo,Ajax,2026-02-30,,", NULL, 0, 0 },
        { "Bo,Ajax,2026-01-02,maybe,", NULL, 0, 0 },
        { "Bo,Ajax", NULL, 0, 0 },
        { "Bo,Ajax,2026-01-02,,,", NULL, 0, 0 },
        { "B\xff,Ajax,2026-01-02,,", NULL, 0, 0 },
    };

    (void)state;
    for (size_t i = 0; i < N_ROWS(rows); i++) {
        suitor_status wanted = rows[i].player ? SUITOR_OK : SUITOR_ERR_PARSE;
        char text[256];
        table r;
        rumour row;
        bool more;
        snprintf(text, sizeof text, "name,to,day,status,pos\n%s\nCy,PSV,2026-01-03,,\n",
                 rows[i].row);
        assert_int_equal(rumours_open(&r, written(text), &usual, NULL), SUITOR_OK);
        check_row(i, rows[i].row, rumours_next(&r, &usual, &row, &more, NULL) == wanted);
        if (rows[i].player)
            check_row(i, rows[i].row,
                      suitor_sv_equal(row.player, suitor_sv_of(rows[i].player)) &&
                          row.stage == rows[i].stage && row.position == rows[i].position);
        check_row(i, "the next one is read",
                  rumours_next(&r, &usual, &row, &more, NULL) == SUITOR_OK && more &&
                      suitor_sv_equal(row.player, suitor_sv_of("Cy")));
        check_row(i, "the end", rumours_next(&r, &usual, &row, &more, NULL) == SUITOR_OK && !more);
        assert_int_equal(table_rewind(&r, NULL), SUITOR_OK);
        check_row(i, "again", rumours_next(&r, &usual, &row, &more, NULL) == wanted);
        table_close(&r);
    }
}

/* The real table, where it is: twice the same, and a market of its size. */
static void test_real(void **state)
{
    const char *path = SUITOR_SHARED_DIR "/data/rumours-2021-2025.csv";
    suitor_import_options options = SUITOR_IMPORT_OPTIONS_INIT;
    suitor_ingest_stats first = { 0 }, second = { 0 };
    suitor_extractor *extractor;
    suitor_store *store;
    suitor_ledger *ledger;
    suitor_model *model;
    suitor_market *market;
    uint32_t n;

    (void)state;
    if (access(path, R_OK) != 0)
        skip();
    assert_true(suitor_day_of(2025, 5, 31, &options.day));
    assert_int_equal(suitor_extractor_load(NULL, &extractor, NULL), SUITOR_OK);
    assert_int_equal(suitor_store_open(":memory:", SUITOR_STORE_CREATE, &store, NULL), SUITOR_OK);
    assert_int_equal(suitor_import_rumours(path, extractor, store, &options, &first, NULL),
                     SUITOR_OK);
    assert_int_equal(suitor_import_rumours(path, extractor, store, &options, &second, NULL),
                     SUITOR_OK);
    assert_true(first.read == 7980 && first.added > 7500);
    assert_true(second.claims == 0 && second.added == 0);
    assert_int_equal(suitor_store_ledger(store, SUITOR_NO_DAY, &ledger, NULL), SUITOR_OK);
    assert_int_equal(suitor_model_load(NULL, &model, NULL), SUITOR_OK);
    assert_int_equal(suitor_market_build(ledger, model, &market, NULL), SUITOR_OK);
    suitor_market_edges(market, &n);
    assert_true(n > 7000);
    suitor_market_free(market);
    suitor_model_free(model);
    suitor_ledger_free(ledger);
    suitor_store_close(store);
    suitor_extractor_free(extractor);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_values),
        cmocka_unit_test(test_rows),
        cmocka_unit_test(test_real),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
