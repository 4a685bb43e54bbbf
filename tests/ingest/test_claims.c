/* Claims that were extracted elsewhere: imported, they give the store that ingesting gives. */
#include "scene.h"
#include "suitor/bulk.h"

static suitor_status write_lines_of_claims(suitor_sv text, void *user, suitor_error *err)
{
    (void)err;
    return fwrite(text.ptr, 1, text.len, user) == text.len ? SUITOR_OK : SUITOR_ERR_IO;
}

/* Extract from the articles at `from` into a file of claims. */
static void extract(const char *from, const char *to, bool problem_lines)
{
    FILE *out = fopen(to, "w");
    const suitor_bulk_options options = { .n_threads = 2,
                                          .on_lines = write_lines_of_claims,
                                          .user = out,
                                          .whole = true,
                                          .problem_lines = problem_lines };
    suitor_bulk *bulk;

    assert_non_null(out);
    assert_int_equal(suitor_bulk_new(scene.extractor, &options, &bulk, NULL), SUITOR_OK);
    assert_int_equal(suitor_read(from, NULL, suitor_bulk_article, suitor_bulk_problem, bulk, NULL),
                     SUITOR_OK);
    assert_int_equal(suitor_bulk_finish(bulk, NULL), SUITOR_OK);
    suitor_bulk_free(bulk);
    assert_int_equal(fclose(out), 0);
}

static void check_without_inputs(size_t i, const char *a, const char *b)
{
    buf left = { 0 }, right = { 0 };

    dump(a, "input", &left);
    dump(b, "input", &right);
    check_row(i, "stores", left.len > 1000 && strcmp(left.ptr, right.ptr) == 0);
    buf_free(&left);
    buf_free(&right);
}

static suitor_ingest_stats import(const char *path, const char *name, uint32_t n_threads)
{
    suitor_ingest_options options = SUITOR_INGEST_OPTIONS_INIT;
    suitor_ingest_stats stats = { 0 };
    suitor_store *store = open_store(name);

    options.n_threads = n_threads;
    assert_int_equal(suitor_import_claims(&path, 1, store, &options, &stats, NULL), SUITOR_OK);
    suitor_store_close(store);
    return stats;
}

static void gives_what_ingesting_gives(void **state)
{
    static const char *const sources[] = { SUITOR_TESTS_DIR "/../data/articles",
                                           SUITOR_TESTS_DIR "/cli/articles", NULL };
    static const uint32_t numbers[] = { 1, 2, 8 };
    char lines[320], claims[320];

    (void)state;
    strcpy(lines, write_lines("lines.jsonl", 0, 400, false));
    strcpy(claims, in_folder("claims.jsonl"));
    for (size_t i = 0; i < N_ROWS(sources); i++) {
        const char *source = sources[i] ? sources[i] : lines;
        suitor_store *store = open_store("ingested.db");
        suitor_ingest_stats stats = { 0 }, imported;
        assert_int_equal(suitor_ingest(source, scene.extractor, store, NULL, &stats, NULL),
                         SUITOR_OK);
        suitor_store_close(store);
        extract(source, claims, true);
        imported = import(claims, "imported.db", numbers[i]);
        check_row(i, "counts", imported.added == stats.added && imported.claims == stats.claims);
        check_without_inputs(i, "ingested.db", "imported.db");
        unlink(in_folder("ingested.db"));
        unlink(in_folder("imported.db"));
    }
}

/* As with articles: not read again, and read on. */
static void goes_on(void **state)
{
    char lines[320], claims[320];

    (void)state;
    strcpy(lines, write_lines("lines.jsonl", 0, 10, false));
    strcpy(claims, in_folder("claims.jsonl"));
    extract(lines, claims, false);
    assert_int_equal(import(claims, "a.db", 2).added, 10);
    assert_int_equal(import(claims, "a.db", 2).known, 1);
    write_lines("lines.jsonl", 10, 14, false);
    extract(lines, claims, false);
    assert_int_equal(import(claims, "a.db", 2).read, 4);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(gives_what_ingesting_gives, scene_begin, scene_end),
        cmocka_unit_test_setup_teardown(goes_on, scene_begin, scene_end),
    };

    return cmocka_run_group_tests(tests, NULL, scene_over);
}
