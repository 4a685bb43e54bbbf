/* What is in is not read again: after an interruption, where nothing changed, where files grew. */
#include "scene.h"

typedef struct {
    uint64_t stop_at; /* articles read; 0 never */
    bool again, dry_run;
    uint32_t batch;
} manner;

static bool on_progress(const suitor_ingest_stats *so_far, void *user)
{
    const manner *m = user;

    return m->stop_at == 0 || so_far->read < m->stop_at;
}

/* Ingest into a store in the folder, with counts of this call alone. */
static suitor_ingest_stats ingest(const char *path, const char *name, manner m)
{
    suitor_ingest_options options = SUITOR_INGEST_OPTIONS_INIT;
    suitor_ingest_stats stats = { 0 };
    suitor_store *store = open_store(name);

    options.batch = m.batch ? m.batch : options.batch;
    options.on_progress = on_progress;
    options.user = &m;
    options.n_threads = 2;
    options.again = m.again;
    options.dry_run = m.dry_run;
    assert_int_equal(suitor_ingest(path, scene.extractor, store, &options, &stats, NULL),
                     SUITOR_OK);
    suitor_store_close(store);
    return stats;
}

/* Stopped after so many articles, once or several times, and then finished. */
static void an_interrupted_run_ends_as_an_unbroken_one(void **state)
{
    static const struct {
        uint64_t stop_at, again_at;
        uint32_t batch;
    } rows[] = { { 1, 0, 256 },     { 7, 1, 256 }, { 100, 50, 16 }, { 255, 2, 256 },
                 { 256, 257, 256 }, { 333, 0, 1 }, { 500, 17, 64 } };
    char path[320];

    (void)state;
    strcpy(path, write_lines("lines.jsonl", 0, 600, false));
    const uint64_t all = ingest(path, "unbroken.db", (manner){ .stop_at = 0 }).read;
    for (size_t i = 0; i < N_ROWS(rows); i++) {
        uint64_t read = ingest(path, "broken.db",
                               (manner){ .stop_at = rows[i].stop_at, .batch = rows[i].batch })
                            .read;
        if (rows[i].again_at)
            read += ingest(path, "broken.db",
                           (manner){ .stop_at = rows[i].again_at, .batch = rows[i].batch })
                        .read;
        read += ingest(path, "broken.db", (manner){ .stop_at = 0 }).read;
        check_row(i, "nothing is read twice", read == all);
        check_same_stores(i, "stores", "unbroken.db", "broken.db");
        unlink(in_folder("broken.db"));
    }
}

/* Files of other formats are read again, but what was told of them is not extracted again. */
static void other_formats_go_on_too(void **state)
{
    buf text = { 0 };
    char path[320];

    (void)state;
    buf_char(&text, '[');
    for (unsigned i = 0; i < 40; i++)
        buf_printf(&text, "%s{\"id\": \"b%u\", \"text\": \"Chelsea are monitoring Murillo. %u\"}",
                   i ? ",\n" : "", i, i);
    buf_char(&text, ']');
    strcpy(path, write_text("list.json", text.ptr));
    buf_free(&text);
    assert_int_equal(ingest(path, "unbroken.db", (manner){ .stop_at = 0 }).read, 40);
    assert_int_equal(ingest(path, "broken.db", (manner){ .stop_at = 15 }).read, 15);
    assert_int_equal(ingest(path, "broken.db", (manner){ .stop_at = 0 }).read, 25);
    check_same_stores(0, "stores", "unbroken.db", "broken.db");
}

/* The text of a file before, what it is made then, and how many articles that reads. */
static void changed_files_are_read(void **state)
{
    suitor_ingest_stats stats;
    char path[320];

    (void)state;
    strcpy(path, write_lines("lines.jsonl", 0, 10, false));
    assert_int_equal(ingest(path, "a.db", (manner){ .stop_at = 0 }).read, 10);
    stats = ingest(path, "a.db", (manner){ .stop_at = 0 });
    assert_int_equal(stats.read, 0);
    assert_int_equal(stats.known, 1);

    write_lines("lines.jsonl", 10, 14, false); /* it grows */
    stats = ingest(path, "a.db", (manner){ .stop_at = 0 });
    assert_int_equal(stats.read, 4);
    assert_int_equal(stats.added, 4);

    unlink(path); /* it grows by being written anew */
    write_lines("lines.jsonl", 0, 16, false);
    assert_int_equal(ingest(path, "a.db", (manner){ .stop_at = 0 }).read, 2);

    unlink(path); /* something else before the old end */
    write_lines("lines.jsonl", 1, 20, false);
    assert_int_equal(ingest(path, "a.db", (manner){ .stop_at = 0 }).read,
                     18); /* 16 is a bad line */

    unlink(path); /* shorter */
    write_lines("lines.jsonl", 0, 3, false);
    stats = ingest(path, "a.db", (manner){ .stop_at = 0 });
    assert_int_equal(stats.read, 3);
    assert_int_equal(stats.unchanged, 3);
    assert_int_equal(ingest(path, "a.db", (manner){ .again = true }).unchanged, 3);
}

/* A last line without an end may yet become another one. */
static void a_cut_line_is_read_again(void **state)
{
    char path[320];

    (void)state;
    strcpy(path, write_lines("lines.jsonl", 0, 3, true));
    assert_int_equal(ingest(path, "a.db", (manner){ .stop_at = 0 }).added, 3);
    write_text("rest", "");
    FILE *out = fopen(path, "a");
    assert_non_null(out);
    fputc('\n', out);
    add_line(out, 3);
    assert_int_equal(fclose(out), 0);
    suitor_ingest_stats stats = ingest(path, "a.db", (manner){ .stop_at = 0 });
    assert_int_equal(stats.unchanged, 1);
    assert_int_equal(stats.added, 1);
}

/* The same size and the same second, but another text. */
static void a_change_of_the_moment_is_seen(void **state)
{
    char path[320];

    (void)state;
    strcpy(path, write_text("a.txt", "Chelsea are monitoring Murillo."));
    assert_int_equal(ingest(path, "a.db", (manner){ .stop_at = 0 }).added, 1);
    write_text("a.txt", "Arsenal are monitoring Murillo.");
    assert_int_equal(ingest(path, "a.db", (manner){ .stop_at = 0 }).added, 1);
}

static void what_gave_only_problems_is_told_again(void **state)
{
    char path[320];

    (void)state;
    strcpy(path, write_text("bad.jsonl", "{\"text\": \"\"}\n{\"text\": \"\"}\n"));
    for (int i = 0; i < 2; i++) {
        suitor_ingest_stats stats = ingest(path, "a.db", (manner){ .stop_at = 0 });
        assert_int_equal(stats.skipped, 2);
        assert_int_equal(stats.known, 0);
    }
}

/* Append articles `from` to `to`, none of which is a version of another one. */
static const char *write_plain(unsigned from, unsigned to)
{
    const char *path = in_folder("plain.jsonl");
    FILE *out = fopen(path, "a");

    assert_non_null(out);
    for (unsigned i = from; i < to; i++)
        fprintf(out, "{\"text\": \"Chelsea are monitoring Murillo, number %u.\"}\n", i);
    assert_int_equal(fclose(out), 0);
    return path;
}

static void a_dry_run_says_what_would_be(void **state)
{
    suitor_ingest_options options = SUITOR_INGEST_OPTIONS_INIT;
    suitor_ingest_stats dry, wet, none = { 0 };
    buf before = { 0 }, after = { 0 };
    char path[320];

    (void)state;
    strcpy(path, write_plain(0, 200));
    options.dry_run = true;
    assert_int_equal(suitor_ingest(path, scene.extractor, NULL, &options, &none, NULL), SUITOR_OK);
    assert_int_equal(none.added, 200);
    ingest(path, "a.db", (manner){ .stop_at = 120 });
    write_plain(100, 230); /* some are in, some are met twice */
    dump("a.db", NULL, &before);
    dry = ingest(path, "a.db", (manner){ .dry_run = true });
    dump("a.db", NULL, &after);
    assert_string_equal(before.ptr, after.ptr);
    wet = ingest(path, "a.db", (manner){ .stop_at = 0 });
    assert_int_equal(dry.added, 110);
    assert_memory_equal(&dry, &wet, sizeof dry);
    buf_free(&before);
    buf_free(&after);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(an_interrupted_run_ends_as_an_unbroken_one, scene_begin,
                                        scene_end),
        cmocka_unit_test_setup_teardown(other_formats_go_on_too, scene_begin, scene_end),
        cmocka_unit_test_setup_teardown(changed_files_are_read, scene_begin, scene_end),
        cmocka_unit_test_setup_teardown(a_cut_line_is_read_again, scene_begin, scene_end),
        cmocka_unit_test_setup_teardown(a_change_of_the_moment_is_seen, scene_begin, scene_end),
        cmocka_unit_test_setup_teardown(what_gave_only_problems_is_told_again, scene_begin,
                                        scene_end),
        cmocka_unit_test_setup_teardown(a_dry_run_says_what_would_be, scene_begin, scene_end),
    };

    return cmocka_run_group_tests(tests, NULL, scene_over);
}
