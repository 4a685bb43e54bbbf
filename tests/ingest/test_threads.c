/* The store is the same for any number of threads, whatever comes in. */
#include "scene.h"

typedef struct {
    buf told; /* problems, one a line */
    bool ordered;
    uint64_t read;
} listener;

static void on_problem(const suitor_error *problem, void *user)
{
    listener *l = user;

    buf_printf(&l->told, "%s\n", problem->message);
}

static bool on_progress(const suitor_ingest_stats *so_far, void *user)
{
    listener *l = user;

    l->ordered &= so_far->read == l->read + 1;
    l->read = so_far->read;
    return true;
}

static void ingest(const char *path, const char *name, uint32_t n_threads, listener *l,
                   suitor_ingest_stats *stats)
{
    suitor_ingest_options options = SUITOR_INGEST_OPTIONS_INIT;
    suitor_store *store = open_store(name);

    *l = (listener){ .ordered = true };
    options.n_threads = n_threads;
    options.on_problem = on_problem;
    options.on_progress = on_progress;
    options.user = l;
    assert_int_equal(suitor_ingest(path, scene.extractor, store, &options, stats, NULL), SUITOR_OK);
    suitor_store_close(store);
}

static void any_number_gives_the_same_store(void **state)
{
    static const uint32_t numbers[] = { 2, 3, 8, 0 };
    suitor_ingest_stats expected = { 0 }, stats;
    listener l, first;
    char path[320];

    (void)state;
    strcpy(path, write_lines("lines.jsonl", 0, 3000, false));
    ingest(path, "one.db", 1, &first, &expected);
    assert_true(expected.added > 1000 && expected.skipped > 100 && expected.claims > 1000);
    for (size_t i = 0; i < N_ROWS(numbers); i++) {
        stats = (suitor_ingest_stats){ 0 };
        ingest(path, "many.db", numbers[i], &l, &stats);
        check_row(i, "counts", memcmp(&stats, &expected, sizeof stats) == 0);
        check_row(i, "problems", strcmp(l.told.ptr, first.told.ptr) == 0);
        check_row(i, "order", l.ordered);
        check_same_stores(i, "stores", "one.db", "many.db");
        unlink(in_folder("many.db"));
        buf_free(&l.told);
    }
    buf_free(&first.told);
}

static void a_folder_too(void **state)
{
    suitor_ingest_stats stats = { 0 };
    listener l;
    char name[32], text[120];

    (void)state;
    for (unsigned i = 0; i < 300; i++) {
        snprintf(name, sizeof name, "%03u.%s", i, i % 7 == 6 ? "html" : "txt");
        snprintf(text, sizeof text, "Chelsea are monitoring Murillo (%u).", i);
        if (i % 11 == 10)
            *text = '\0';
        write_text(name, text);
    }
    write_lines("300.jsonl", 0, 200, false);
    ingest(scene.folder, "one.db", 1, &l, &stats);
    buf_free(&l.told);
    ingest(scene.folder, "many.db", 8, &l, &stats);
    buf_free(&l.told);
    check_same_stores(0, "stores", "one.db", "many.db");
    assert_true(stats.files > 400 && stats.known == 0);
}

static void too_many_are_refused(void **state)
{
    suitor_ingest_options options = SUITOR_INGEST_OPTIONS_INIT;
    suitor_ingest_stats stats = { 0 };
    suitor_store *store = open_store("one.db");
    suitor_error err;

    (void)state;
    options.n_threads = 65;
    assert_int_equal(suitor_ingest(scene.folder, scene.extractor, store, &options, &stats, &err),
                     SUITOR_ERR_INVALID);
    assert_non_null(strstr(err.message, "65"));
    suitor_store_close(store);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(any_number_gives_the_same_store, scene_begin, scene_end),
        cmocka_unit_test_setup_teardown(a_folder_too, scene_begin, scene_end),
        cmocka_unit_test_setup_teardown(too_many_are_refused, scene_begin, scene_end),
    };

    return cmocka_run_group_tests(tests, NULL, scene_over);
}
