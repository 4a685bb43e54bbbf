/* Reading model.json: what stands in data/ is sound, and what is wrong is named. */
#include <math.h>
#include <stdio.h>

#include "arena.h"
#include "file.h"
#include "model.h"
#include "table.h"
#include "written.h"

/* A stated need counts for more than one inferred from a sale, and both heat. */
static void check_window(const suitor_model *m)
{
    for (int p = 0; p < SUITOR_N_POSITIONS; p++)
        check_row(p, "vacancy", m->window.vacancy[p] > 1 && m->window.vacancy[p] < m->window.cap);
    assert_true(m->window.need_stated > 1);
    assert_true(m->window.vacancy[SUITOR_CB] > m->window.vacancy[SUITOR_CM]);
    assert_true(model_euros(m, "GBP") > 1 && model_euros(m, "EUR") == 1);
    assert_true(model_euros(m, "ZZZ") == 0);
    assert_true(suitor_model_is_club(m, suitor_sv_of("Inter Milan")));
    assert_false(suitor_model_is_club(m, suitor_sv_of("without club")));
    for (int a = 0; a < SUITOR_N_POSITIONS; a++)
        for (int b = 0; b < SUITOR_N_POSITIONS; b++)
            check_row(a, "fit", a == b && a ? m->fits[a][b] == 1 : m->fits[a][b] < 1);
    assert_true(m->fits[SUITOR_LB][SUITOR_FB] > m->fits[SUITOR_LB][SUITOR_RB]);
    assert_true(m->fits[SUITOR_LB][SUITOR_RB] > m->fits[SUITOR_LB][SUITOR_CB]);
    assert_true(m->fits[SUITOR_LB][SUITOR_CB] > m->fits[SUITOR_LB][SUITOR_ST]);
}

static void the_model_of_data_is_sound(void **state)
{
    suitor_error err;
    suitor_model *m = NULL;

    (void)state;
    if (suitor_model_load(NULL, &m, &err) != SUITOR_OK)
        fail_msg("%s", err.message);
    assert_true(m->half_life_days[SUITOR_INTEREST] > 0);
    assert_true(isinf(m->half_life_days[SUITOR_ENDED]));
    for (int s = SUITOR_LINKED; s < SUITOR_DONE; s++)
        assert_true(m->stage[s] < m->stage[s + 1]);
    for (int h = SUITOR_FIRM; h < SUITOR_DOUBTFUL; h++)
        assert_true(m->hedge[h] > m->hedge[h + 1]);
    for (unsigned tier = 1; tier < MODEL_TIERS; tier++) {
        assert_true(model_reliability(m, tier, SUITOR_INTEREST) >
                    model_reliability(m, tier + 1, SUITOR_INTEREST));
        assert_true(model_reliability(m, tier, SUITOR_DEAL) >
                    model_reliability(m, tier + 1, SUITOR_DEAL));
    }
    assert_in_range(m->default_tier, 1, MODEL_TIERS);
    check_window(m);
    suitor_model_free(m);
    suitor_model_free(NULL);
}

/* One change to the model of the tests, and what the loader says of it. */
static const struct {
    const char *from, *to, *message;
} broken[] = {
    { "\"interest\": {\"value\": 30, ", "\"interest\": {\"value\": 0, ",
      "model.json: \"value\" of interest must be a number from 0.1 to 36500" },
    { "\"interest\": {\"value\": 30, ", "\"interest\": {\"value\": \"thirty\", ",
      "model.json: \"value\" of interest must be a number from 0.1 to 36500" },
    { "\"value\": 0.75, \"source\": \"fixed for tests\"", "\"value\": 0.75",
      "model.json: stages.talks has no \"source\"" },
    { "\"talks\"", "\"tolks\"", "model.json: stages.talks is missing" },
    { "\"value\": 0.95", "\"value\": 1.95",
      "model.json: \"value\" of agreed must be a number from 0 to 1" },
    { "\"a\": 10", "\"a\": -1",
      "model.json: \"a\" of rumour must be a number from 0.001 to 1e+09" },
    { "\"default_tier\": {\"value\": 3", "\"default_tier\": {\"value\": 5",
      "model.json: \"value\" of default_tier must be a number from 1 to 4" },
    { "\"stages\": {", "\"stages\": ", "model.json:10: is no JSON" },
    { "\"need_met\": {\"value\": 0.35", "\"need_met\": {\"value\": 1.35",
      "model.json: \"value\" of need_met must be a number from 0 to 1" },
    { "\"cap\"", "\"cup\"", "model.json: window.cap is missing" },
    { "\"other\"", "\"others\"", "model.json: vacancy.other is missing" },
    { "\"ST\": {\"value\": 1.57", "\"ST\": {\"value\": 99",
      "model.json: \"value\" of ST must be a number from 0.1 to 16" },
    { "\"GBP\"", "\"POUND\"", "model.json: euros: \"POUND\" is no ISO 4217 code" },
    { "\"Retired\"", "7", "model.json: no_clubs: a name is no string" },
    { "\"no_clubs\"", "\"clubs\"", "model.json: no_clubs is missing" },
};

static void replaced(char *out, size_t cap, const char *text, const char *from, const char *to)
{
    const char *at = strstr(text, from);

    assert_non_null(at);
    snprintf(out, cap, "%.*s%s%s", (int)(at - text), text, to, at + strlen(from));
}

static void a_broken_model_is_refused(void **state)
{
    static char text[32768];
    char dir[] = "/tmp/suitor-model-XXXXXX";
    arena memory = { 0 };
    suitor_sv model;

    (void)state;
    make_folder(dir);
    assert_int_equal(
        file_read(SUITOR_TESTS_DIR "/support/model/model.json", 1 << 20, &memory, &model, NULL),
        SUITOR_OK);
    for (size_t i = 0; i < N_ROWS(broken); i++) {
        suitor_error err = { 0 };
        suitor_model *m = NULL;
        replaced(text, sizeof text, model.ptr, broken[i].from, broken[i].to);
        write_file(dir, "model.json", text);
        check_row(i, broken[i].message, suitor_model_load(dir, &m, &err) == SUITOR_ERR_PARSE);
        check_row(i, err.message, ends_in(err.message, broken[i].message));
        assert_null(m);
    }
    arena_free(&memory);
    drop_folder(dir, "model.json");
}

static void a_missing_file_is_named(void **state)
{
    suitor_error err;
    suitor_model *m = NULL;

    (void)state;
    assert_int_equal(suitor_model_load("/nonexistent", &m, &err), SUITOR_ERR_IO);
    assert_non_null(strstr(err.message, "/nonexistent/model.json"));
    assert_null(m);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_model_of_data_is_sound),
        cmocka_unit_test(a_broken_model_is_refused),
        cmocka_unit_test(a_missing_file_is_named),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
