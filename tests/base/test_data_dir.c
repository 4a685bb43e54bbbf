/* Where the data lies: $SUITOR_DATA as it stands, else a folder that has them. */
#include <stdlib.h>
#include <unistd.h>

#include "suitor/extractor.h"
#include "table.h"

static void takes_the_environments_word(void **state)
{
    static const char *const rows[] = { "/somewhere/else", "relative", ".", "/no/such/folder",
                                        "with blanks in it" };

    (void)state;
    for (size_t i = 0; i < N_ROWS(rows); i++) {
        assert_int_equal(setenv("SUITOR_DATA", rows[i], 1), 0);
        check_row(i, rows[i], strcmp(suitor_data_dir(), rows[i]) == 0);
    }
}

static void finds_data_without_it(void **state)
{
    static const char *const files[] = { "model.json", "gazetteer/leagues.tsv",
                                         "lexicon/en/classes.json" };
    char path[1024];

    (void)state;
    for (int empty = 0; empty < 2; empty++) {
        assert_int_equal(empty ? setenv("SUITOR_DATA", "", 1) : unsetenv("SUITOR_DATA"), 0);
        for (size_t i = 0; i < N_ROWS(files); i++) {
            snprintf(path, sizeof path, "%s/%s", suitor_data_dir(), files[i]);
            check_row(i, path, access(path, R_OK) == 0);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(takes_the_environments_word),
        cmocka_unit_test(finds_data_without_it),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
