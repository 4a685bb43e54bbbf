/* The table of positions. */
#include "market_fixture.h"
#include "market_graph.h"
#include "model.h"
#include "written.h"

#define HEADER "sought\t?\tGK\tCB\tLB\tRB\tFB\tDF\tDM\tCM\tAM\tMF\tLW\tRW\tW\tST\tFW\n"
#define FITS "\t0\t0\t0\t0\t0\t0\t0\t0\t0\t0\t0\t0\t0\t0\t0"

/* By tests/support/model: same 1, kin 0.8, line 0.4, unknown 0.5. */
static const struct {
    suitor_position a, b;
    double fit;
} fits[] = {
    { SUITOR_CB, SUITOR_CB, 1 },         { SUITOR_CB, SUITOR_DF, 0.8 },
    { SUITOR_LB, SUITOR_FB, 0.8 },       { SUITOR_LB, SUITOR_DF, 0.8 },
    { SUITOR_LB, SUITOR_RB, 0.4 },       { SUITOR_CB, SUITOR_FB, 0.4 },
    { SUITOR_CB, SUITOR_DM, 0 },         { SUITOR_GK, SUITOR_GK, 1 },
    { SUITOR_GK, SUITOR_DF, 0 },         { SUITOR_AM, SUITOR_MF, 0.8 },
    { SUITOR_DM, SUITOR_AM, 0.4 },       { SUITOR_LW, SUITOR_W, 0.8 },
    { SUITOR_LW, SUITOR_FW, 0.8 },       { SUITOR_W, SUITOR_ST, 0.4 },
    { SUITOR_POS_NONE, SUITOR_ST, 0.5 }, { SUITOR_POS_NONE, SUITOR_POS_NONE, 0.5 },
};

static void positions_fit_by_the_table(void **state)
{
    market_fixture f = { 0 };

    (void)state;
    market_build(&f, NULL);
    for (size_t i = 0; i < N_ROWS(fits); i++) {
        check_row(i, "fit", market_position_fit(f.market, fits[i].a, fits[i].b) == fits[i].fit);
        check_row(i, "turned", market_position_fit(f.market, fits[i].b, fits[i].a) == fits[i].fit);
    }
    market_clear(&f);
}

static const struct {
    const char *text, *message;
} broken[] = {
    { "sought\tGK\n",
      "positions.tsv:1: expected the header line \"sought ? GK CB LB RB FB DF DM CM "
      "AM MF LW RW W ST FW\" (tab-separated)" },
    { HEADER "GK" FITS "\t1.5\n", "positions.tsv:2: \"1.5\" is no number from 0 to 1" },
    { HEADER "GK" FITS "\tx\n", "positions.tsv:2: \"x\" is no number from 0 to 1" },
    { HEADER "GK" FITS "\n", "positions.tsv:2: 16 fields, expected 17 separated by tabs" },
    { HEADER "XX" FITS "\t0\n", "positions.tsv:2: \"XX\" is no position" },
    { HEADER "GK" FITS "\t0\n", "positions.tsv: no line tells who does where ? is sought" },
    { HEADER "?" FITS "\t0\n", "positions.tsv: no line tells who does where GK is sought" },
};

static void a_broken_table_is_refused(void **state)
{
    char dir[] = "/tmp/suitor-positions-XXXXXX";
    double table[SUITOR_N_POSITIONS][SUITOR_N_POSITIONS];

    (void)state;
    make_folder(dir);
    for (size_t i = 0; i < N_ROWS(broken); i++) {
        suitor_error err = { 0 };
        write_file(dir, "positions.tsv", broken[i].text);
        check_row(i, broken[i].message, positions_load(dir, table, &err) == SUITOR_ERR_PARSE);
        check_row(i, err.message, ends_in(err.message, broken[i].message));
    }
    drop_folder(dir, "positions.tsv");
    assert_int_equal(positions_load(dir, table, NULL), SUITOR_ERR_IO);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(positions_fit_by_the_table),
        cmocka_unit_test(a_broken_table_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
