/* Ingesting: what is counted, what is skipped, what is kept when it is stopped. */
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "suitor/ingest.h"
#include "table.h"

enum { N_ARTICLES = 10 };

typedef struct {
    char folder[32];
    char path[64]; /* N_ARTICLES articles in JSON lines, two of them broken */
    suitor_extractor *extractor;
    suitor_store *store;
} fixture;

static void write_articles(const char *path)
{
    FILE *out = fopen(path, "w");

    assert_non_null(out);
    for (int i = 0; i < N_ARTICLES; i++)
        fprintf(out,
                i % 5 == 4 ? "{\"id\": \"a%d\", \"text\": \"\", \"n\": %d}\n"
                           : "{\"id\": \"a%d\", \"text\": \"Arsenal are monitoring Murillo. It is "
                             "%d o'clock.\"}\n",
                i, i);
    assert_int_equal(fclose(out), 0);
}

static int set_up(void **state)
{
    fixture *f = calloc(1, sizeof *f);

    assert_non_null(f);
    strcpy(f->folder, "/tmp/suitor-ingest-XXXXXX");
    assert_non_null(mkdtemp(f->folder));
    snprintf(f->path, sizeof f->path, "%s/articles.jsonl", f->folder);
    write_articles(f->path);
    assert_int_equal(suitor_extractor_load(NULL, &f->extractor, NULL), SUITOR_OK);
    assert_int_equal(suitor_store_open(":memory:", SUITOR_STORE_CREATE, &f->store, NULL),
                     SUITOR_OK);
    *state = f;
    return 0;
}

static int tear_down(void **state)
{
    fixture *f = *state;

    suitor_store_close(f->store);
    suitor_extractor_free(f->extractor);
    unlink(f->path);
    rmdir(f->folder);
    free(f);
    return 0;
}

static uint64_t stored(const fixture *f)
{
    suitor_store_stats stats;

    assert_int_equal(suitor_store_count(f->store, &stats, NULL), SUITOR_OK);
    return stats.articles;
}

typedef struct {
    unsigned problems;
    uint64_t stop_after; /* articles read; 0 never */
    bool again;
} listener;

static void on_problem(const suitor_error *problem, void *user)
{
    listener *l = user;

    assert_true(problem->code != SUITOR_OK);
    assert_non_null(strstr(problem->message, "articles.jsonl"));
    l->problems++;
}

static bool on_progress(const suitor_ingest_stats *so_far, void *user)
{
    const listener *l = user;

    return l->stop_after == 0 || so_far->read < l->stop_after;
}

static suitor_status ingest(const fixture *f, listener *l, uint32_t batch,
                            suitor_ingest_stats *stats)
{
    suitor_ingest_options options = SUITOR_INGEST_OPTIONS_INIT;

    options.batch = batch;
    options.on_problem = on_problem;
    options.on_progress = on_progress;
    options.user = l;
    options.again = l->again;
    return suitor_ingest(f->path, f->extractor, f->store, &options, stats, NULL);
}

static void test_counts(void **state)
{
    const fixture *f = *state;
    suitor_ingest_stats stats = { 0 };
    listener l = { 0 };

    assert_int_equal(ingest(f, &l, 3, &stats), SUITOR_OK);
    assert_int_equal(stats.read, 8);
    assert_int_equal(stats.added, 8);
    assert_int_equal(stats.claims, 8);
    assert_int_equal(stats.skipped, 2);
    assert_int_equal(l.problems, 2);
    assert_false(stats.stopped);
    assert_int_equal(stats.files, 1);
    assert_int_equal(stored(f), 8);

    /* the same again is not read, and the counts go on from where they were */
    assert_int_equal(ingest(f, &l, 3, &stats), SUITOR_OK);
    assert_int_equal(stats.read, 8);
    assert_int_equal(stats.known, 1);
    l.again = true;
    assert_int_equal(ingest(f, &l, 3, &stats), SUITOR_OK);
    assert_int_equal(stats.read, 16);
    assert_int_equal(stats.added, 8);
    assert_int_equal(stats.unchanged, 8);
    assert_int_equal(stats.files, 2);
    assert_int_equal(stored(f), 8);
}

static void test_defaults(void **state)
{
    const fixture *f = *state;
    suitor_ingest_stats stats = { 0 };

    assert_int_equal(suitor_ingest(f->path, f->extractor, f->store, NULL, &stats, NULL), SUITOR_OK);
    assert_int_equal(stats.added, 8);
    assert_int_equal(stats.skipped, 2);
}

/* Stopped in the middle of a batch: all articles so far are in the store. */
static void test_stop(void **state)
{
    const fixture *f = *state;
    suitor_ingest_stats stats = { 0 };
    listener l = { .stop_after = 5 };

    assert_int_equal(ingest(f, &l, 256, &stats), SUITOR_OK);
    assert_true(stats.stopped);
    assert_int_equal(stats.read, 5);
    assert_int_equal(stored(f), 5);

    /* and the next time goes on from there */
    l.stop_after = 0;
    assert_int_equal(ingest(f, &l, 256, &stats), SUITOR_OK);
    assert_false(stats.stopped);
    assert_int_equal(stats.read, 8);
    assert_int_equal(stats.unchanged, 0);
    assert_int_equal(stored(f), 8);
}

/* Asked to stop as a signal handler does, before anything was read. */
static void test_stop_by_signal(void **state)
{
    const fixture *f = *state;
    const volatile sig_atomic_t asked = 1;
    suitor_ingest_options options = SUITOR_INGEST_OPTIONS_INIT;
    suitor_ingest_stats stats = { 0 };

    options.read.stop = &asked;
    assert_int_equal(suitor_ingest(f->path, f->extractor, f->store, &options, &stats, NULL),
                     SUITOR_OK);
    assert_true(stats.stopped);
    assert_int_equal(stats.skipped, 0);
    assert_int_equal(stored(f), 0);
}

static void test_missing_path(void **state)
{
    const fixture *f = *state;
    suitor_ingest_stats stats = { 0 };

    assert_int_equal(suitor_ingest("/nowhere/at/all", f->extractor, f->store, NULL, &stats, NULL),
                     SUITOR_OK);
    assert_int_equal(stats.skipped, 1);
    assert_int_equal(stats.read, 0);
}

/* A store that cannot be written: the call fails, and counts nothing as added. */
static void test_store_fails(void **state)
{
    const fixture *f = *state;
    suitor_ingest_stats stats = { 0 };
    suitor_store *store = NULL;
    suitor_error err = { SUITOR_OK, "" };
    char path[80];

    snprintf(path, sizeof path, "%s/store.db", f->folder);
    assert_int_equal(suitor_store_open(path, SUITOR_STORE_CREATE, &store, NULL), SUITOR_OK);
    suitor_store_close(store);
    assert_int_equal(suitor_store_open(path, SUITOR_STORE_READ, &store, NULL), SUITOR_OK);
    assert_int_equal(suitor_ingest(f->path, f->extractor, store, NULL, &stats, &err),
                     SUITOR_ERR_INVALID);
    assert_true(err.message[0] != '\0');
    assert_int_equal(stats.added, 0);
    assert_int_equal(stats.claims, 0);
    suitor_store_close(store);
    unlink(path);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_counts, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_defaults, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_stop, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_stop_by_signal, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_missing_path, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_store_fails, set_up, tear_down),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
