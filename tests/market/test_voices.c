/* One voice an origin: only what is stronger than before is heard. */
#include "table.h"
#include "voices.h"

static const struct {
    uint32_t origin;
    double strength;
    bool heard;
    double before;
} cases[] = {
    { 0, 0.5, true, 0 },    { 0, 0.5, false, 0.5 }, { 1, 0.1, true, 0 },    { 0, 0.6, true, 0.5 },
    { 0, 0.2, false, 0.6 }, { 2, 0, true, 0 },      { 1, 0.11, true, 0.1 },
};

static void the_stronger_is_heard(void **state)
{
    voices v = { 0 };
    voice before;

    (void)state;
    assert_true(voices_init(&v, 3));
    for (int round = 0; round < 3; round++) {
        voices_begin(&v);
        for (uint32_t i = 0; i < N_ROWS(cases); i++) {
            bool heard = voices_hear(&v, cases[i].origin, i, cases[i].strength, &before);
            check_row(i, "heard", heard == cases[i].heard);
            check_row(i, "before", before.best == cases[i].before);
        }
    }
    voices_free(&v);
    voices_free(&v);
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(the_stronger_is_heard) };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
