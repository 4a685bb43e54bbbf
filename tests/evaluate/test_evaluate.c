/* The whole way: gold files, the extractor, the figures. */
#include "suitor/evaluate.h"

#include "files.h"
#include "scarce_memory.h"

static suitor_extractor *extractor;

static const char gold[] =
    "[{\"id\": \"b\", \"text\": \"Liverpool have signed Jeremy Jacquet.\", \"claims\":"
    " [{\"player\": \"Jeremy Jacquet\", \"club\": \"Liverpool\", \"relation\": \"deal\","
    "   \"stage\": \"done\", \"quote\": \"Liverpool have signed Jeremy Jacquet\"},"
    "  {\"player\": \"Jeremy Jacquet\", \"club\": \"Liverpool\", \"relation\": \"plays_for\"}]},"
    " {\"id\": \"a\", \"text\": \"Chelsea want Jeremy Jacquet.\", \"claims\":"
    " [{\"player\": \"Jacquet\", \"club\": \"Arsenal\", \"relation\": \"interest\","
    "   \"stage\": \"keen\"}]}]";

static int set_up(void **state)
{
    suitor_error err;

    if (files_make(state) != 0)
        return -1;
    if (suitor_extractor_load(NULL, &extractor, &err) != SUITOR_OK)
        fail_msg("%s", err.message);
    return 0;
}

static int tear_down(void **state)
{
    suitor_extractor_free(extractor);
    return files_remove(state);
}

static void compares_what_is_read(void **state)
{
    const char *paths[] = { files_put("gold.json", gold), "/nowhere" };
    suitor_evaluation *e = NULL;
    buf problems = { 0 };

    (void)state;
    assert_int_equal(suitor_evaluate(extractor, paths, 2, files_problem, &problems, &e, NULL),
                     SUITOR_OK);
    assert_string_equal(problems.ptr, "/nowhere: cannot be opened: No such file or directory\n");
    assert_int_equal(e->n_articles, 2);
    assert_int_equal(e->tallies[SUITOR_SCORE_DEAL].hit, 1);
    assert_int_equal(e->tallies[SUITOR_SCORE_INTEREST].missed, 1);
    assert_int_equal(e->tallies[SUITOR_SCORE_INTEREST].extra, 1);
    assert_int_equal(e->tallies[SUITOR_SCORE_MARKET].hit, 1);
    assert_int_equal(e->n_stages, 1);
    assert_int_equal(e->n_right_stages, 1);
    assert_int_equal(e->n_disagreements, 2);
    assert_true(suitor_sv_equal(e->disagreements[0].article, suitor_sv_of("a")));
    assert_int_equal(e->disagreements[0].difference, SUITOR_EXTRA);
    assert_true(suitor_sv_equal(e->disagreements[0].sentence,
                                suitor_sv_of("Chelsea want Jeremy Jacquet.")));
    suitor_evaluation_free(e);
    buf_free(&problems);
}

static void gives_nothing_without_memory(void **state)
{
    const char *paths[] = { files_put("gold.json", gold) };
    suitor_status st = SUITOR_ERR_NOMEM;

    (void)state;
    for (uint32_t allowed = 0; st != SUITOR_OK; allowed++) {
        suitor_evaluation *e = NULL;
        suitor_error err = { 0 };
        memory_allow(allowed);
        st = suitor_evaluate(extractor, paths, 1, NULL, NULL, &e, &err);
        memory_plenty();
        assert_int_equal(st, err.code);
        assert_int_equal(st == SUITOR_OK, e != NULL);
        assert_true(st == SUITOR_OK || st == SUITOR_ERR_NOMEM);
        suitor_evaluation_free(e);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(compares_what_is_read),
        cmocka_unit_test(gives_nothing_without_memory),
    };

    return cmocka_run_group_tests(tests, set_up, tear_down);
}
