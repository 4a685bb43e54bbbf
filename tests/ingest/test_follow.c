/* Folders that are followed: what comes into them comes into the store, and each step of these
 * tests is taken when the one before has. */
#include "scene.h"

typedef struct {
    unsigned step;
    uint64_t read;
    unsigned problems;
    volatile sig_atomic_t stop;
} listener;

static void on_problem(const suitor_error *problem, void *user)
{
    listener *l = user;

    l->problems++;
    assert_non_null(strstr(problem->message, "empty.txt"));
}

/* Write a file where it is not looked at, and move it. */
static void move_in(const char *name, const char *text)
{
    char hidden[320], shown[320];

    strcpy(hidden, write_text(".hidden.txt", text));
    strcpy(shown, in_folder(name));
    assert_int_equal(rename(hidden, shown), 0);
}

/* What happens when all there was is in, and what was read until then. */
static bool on_caught_up(const suitor_ingest_stats *so_far, void *user)
{
    static const uint64_t expected[] = { 1, 2, 3, 5, 6, 7 };
    listener *l = user;

    if (so_far->read == l->read && l->step > 0)
        return true; /* told of something that was in */
    l->read = so_far->read;
    check_row(l->step, "articles read", so_far->read == expected[l->step]);
    switch (l->step++) {
    case 0: write_text("b.txt", "Arsenal want Alessandro Bastoni."); break;
    case 1: move_in("c.txt", "Inter want Eberechi Eze."); break;
    case 2:
        write_text("lines.jsonl", "{\"text\": \"Arsenal want Murillo.\"}\n"
                                  "{\"text\": \"Inter want Murillo.\"}\n");
        write_text("notes.tmp", "Not read.");
        break;
    case 3:
        write_text("lines.jsonl", "{\"text\": \"Arsenal want Murillo.\"}\n"
                                  "{\"text\": \"Inter want Murillo.\"}\n"
                                  "{\"text\": \"Barcelona want Murillo.\"}\n");
        break;
    case 4:
        assert_int_equal(mkdir(in_folder("new"), 0755), 0);
        write_text("new/d.txt", "Liverpool want Marc Guehi.");
        break;
    default: l->stop = 1; break;
    }
    return true;
}

static void follow(uint32_t every, listener *l, suitor_ingest_stats *stats)
{
    const char *folder = scene.folder;
    suitor_ingest_options options = SUITOR_INGEST_OPTIONS_INIT;
    suitor_store *store = open_store(".a.db");

    options.on_problem = on_problem;
    options.on_caught_up = on_caught_up;
    options.user = l;
    options.n_threads = 2;
    options.read.stop = &l->stop;
    assert_int_equal(
        suitor_ingest_follow(&folder, 1, scene.extractor, store, &options, every, stats, NULL),
        SUITOR_OK);
    suitor_store_close(store);
}

static void tidy_up(void)
{
    unlink(in_folder("new/d.txt"));
    rmdir(in_folder("new"));
}

static void takes_in_what_comes(void **state)
{
    static const uint32_t every[] = { 0, 1 };

    (void)state;
    for (size_t i = 0; i < N_ROWS(every); i++) {
        suitor_ingest_stats stats = { 0 };
        listener l = { 0 };
        write_text("a.txt", "Chelsea are monitoring Murillo.");
        write_text("empty.txt", "");
        follow(every[i], &l, &stats);
        check_row(i, "steps", l.step == 6);
        check_row(i, "counts", stats.added == 7 && stats.stopped);
        check_row(i, "each problem once", l.problems == 1);
        unlink(in_folder(".a.db"));
        tidy_up();
        for (const char *const *name =
                 (const char *const[]){ "b.txt", "c.txt", "lines.jsonl", "notes.tmp", NULL };
             *name; name++)
            unlink(in_folder(*name));
    }
}

static bool stop_at_once(const suitor_ingest_stats *so_far, void *user)
{
    (void)so_far;
    (void)user;
    return false;
}

static void ends_when_asked_to(void **state)
{
    suitor_ingest_options options = SUITOR_INGEST_OPTIONS_INIT;
    suitor_ingest_stats stats = { 0 };
    suitor_store *store = open_store(".a.db");
    const char *folder = scene.folder;

    (void)state;
    write_text("a.txt", "Chelsea are monitoring Murillo.");
    options.on_caught_up = stop_at_once;
    assert_int_equal(
        suitor_ingest_follow(&folder, 1, scene.extractor, store, &options, 0, &stats, NULL),
        SUITOR_OK);
    assert_int_equal(stats.added, 1);
    assert_true(stats.stopped);
    suitor_store_close(store);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(takes_in_what_comes, scene_begin, scene_end),
        cmocka_unit_test_setup_teardown(ends_when_asked_to, scene_begin, scene_end),
    };

    return cmocka_run_group_tests(tests, NULL, scene_over);
}
