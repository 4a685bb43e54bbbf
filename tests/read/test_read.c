/* suitor_read: paths of every kind, limits, and whose word ends a reading. */
#include "transcript.h"

static void walks_in_order(void **state)
{
    (void)state;
    put_file("b.txt", "B.");
    put_file("a.json", "{\"text\": \"A.\"}");
    put_file("README.txt", "About.");
    put_file("notes.md", "Not read.");
    put_file(".hidden.txt", "Not read.");
    put_file("empty.txt", "");
    assert_int_equal(mkdir(path_of("aa"), 0755), 0);
    put_file("aa/c.html", "<p>A paragraph that is long enough to count.</p>");
    assert_int_equal(mkdir(path_of(".git"), 0755), 0);
    put_file(".git/d.txt", "Not read.");
    assert_int_equal(symlink(".", path_of("aa/loop")), 0);
    assert_int_equal(symlink("..", path_of("aa/up")), 0);
    assert_int_equal(symlink("missing.txt", path_of("aa/x.txt")), 0);
    assert_int_equal(symlink("../b.txt", path_of("aa/link.txt")), 0);
    assert_int_equal(mkfifo(path_of("pipe.txt"), 0644), 0);
    check_transcript(0, folder,
                     "a |  |  |  |  | A.\n"
                     "c | 2026-05-05 |  |  |  | A paragraph that is long enough to count.\n"
                     "link | 2026-05-05 |  |  |  | B.\n"
                     "! not found: aa/x.txt: cannot be opened: No such file or directory\n"
                     "b | 2026-05-05 |  |  |  | B.\n"
                     "! bad input: empty.txt: is empty\n");
    check_transcript(1, path_of("aa/../aa/"),
                     "c | 2026-05-05 |  |  |  | A paragraph that is long enough to count.\n"
                     "link | 2026-05-05 |  |  |  | B.\n"
                     /* up leads to the folder above, which is not being walked now */
                     "a |  |  |  |  | A.\n"
                     "b | 2026-05-05 |  |  |  | B.\n"
                     "! bad input: aa/../aa/up/empty.txt: is empty\n"
                     "! not found: aa/../aa/x.txt: cannot be opened: No such file or directory\n");
}

static void reports_what_cannot_be_opened(void **state)
{
    (void)state;
    check_transcript(0, path_of("none.txt"),
                     "! not found: none.txt: cannot be opened: No such file or directory\n");
    check_transcript(1, "", "! not found: : cannot be opened: No such file or directory\n");
    assert_int_equal(symlink("self.txt", path_of("self.txt")), 0);
    check_transcript(2, path_of("self.txt"),
                     "! input or output failed: self.txt: cannot be opened: Too many levels of "
                     "symbolic links\n");
}

/* Names that are no UTF-8 or very long must not hide the reason. */
static void shows_hostile_names(void **state)
{
    static const char end[] = "nnn.txt: is empty\n";
    char name[] = "long", deep[400], *got;

    (void)state;
    check_transcript(0, put_file("caf\xE9\x1B.txt", ""),
                     "! bad input: caf\xEF\xBF\xBD .txt: is empty\n");
    check_transcript(1, put_file("caf\xE9.txt", "T."),
                     "caf\xEF\xBF\xBD | 2026-05-05 |  |  |  | T.\n");
    assert_int_equal(mkdir(path_of(name), 0755), 0);
    snprintf(deep, sizeof deep, "%s/\xC3\xA9%0*d", name, 230, 0);
    assert_int_equal(mkdir(path_of(deep), 0755), 0);
    strcat(deep, "/nnnnnnnnnnnnnnnn.txt");
    got = transcript(put_file(deep, ""), NULL);
    assert_true(strncmp(got, "! bad input: \xE2\x80\xA6", 16) == 0);
    assert_true(strlen(got) < 300);
    assert_string_equal(got + strlen(got) - strlen(end), end);
    free(got);
}

static void refuses_large_files_unread(void **state)
{
    const suitor_read_options small = { .max_file_bytes = 4, .max_text_bytes = 4 };
    int fd = open(path_of("huge.txt"), O_WRONLY | O_CREAT, 0644);
    char *got;

    (void)state;
    assert_int_equal(ftruncate(fd, INT64_C(2) << 30), 0);
    close(fd);
    check_transcript(
        0, path_of("huge.txt"),
        "! too large: huge.txt: 2147483648 bytes are more than the limit of "
        "536870912; only .jsonl and .warc, which are read piece by piece, may be larger\n");
    got = transcript(put_file("five.txt", "12345"), &small);
    assert_string_equal(got, "! too large: five.txt: 5 bytes are more than the limit of 4; only "
                             ".jsonl and .warc, which are read piece by piece, may be larger\n");
    free(got);
    got = transcript(put_file("four.txt", "1234"), &small);
    assert_string_equal(got, "four | 2026-05-05 |  |  |  | 1234\n");
    free(got);
}

/* Read `text` from standard input. */
static char *transcript_of_stdin(const char *text, const suitor_read_options *options)
{
    int saved = dup(STDIN_FILENO), fd = open(put_file("stdin", text), O_RDONLY);
    char *got;

    assert_true(dup2(fd, STDIN_FILENO) >= 0);
    got = transcript("-", options);
    dup2(saved, STDIN_FILENO);
    close(saved);
    close(fd);
    return got;
}

/* Lines whatever the file is called, however long it is: each gives an article or a problem. */
static void takes_lines_when_told_to(void **state)
{
    static const char text[] = "{\"text\": \"1.\"}\n\nText.\n{\"text\": \"4.\"}\n";
    suitor_read_options options = { .max_file_bytes = 20, .max_text_bytes = 4, .lines = true };
    char *got = transcript(put_file("shard-aa", text), &options);

    (void)state;
    assert_string_equal(got, "shard-aa-1 |  |  |  |  | 1.\n"
                             "! bad input: shard-aa:2: is an empty line\n"
                             "! bad input: shard-aa:3: bad JSON at column 1: expected an object\n"
                             "shard-aa-4 |  |  |  |  | 4.\n");
    free(got);
}

static void reads_standard_input(void **state)
{
    static const struct {
        const char *text, *expected;
    } rows[] = {
        { "date 2026-03-02 Text.", "stdin | 2026-03-02 |  |  |  | Text.\n" },
        { "Text.", "stdin |  |  |  |  | Text.\n" },
        { "{\"text\": \"T.\"}", "stdin |  |  |  |  | T.\n" },
        { "{\"text\": \"1.\"}\nx\n{\"text\": \"2.\"}", "stdin-1 |  |  |  |  | 1.\n"
                                                       "! bad input: -:2: bad JSON at column 1: "
                                                       "expected an object\n"
                                                       "stdin-3 |  |  |  |  | 2.\n" },
        { "", "! bad input: -: is empty\n" },
    };

    (void)state;
    for (size_t i = 0; i < N_ROWS(rows); i++) {
        char *got = transcript_of_stdin(rows[i].text, NULL);
        if (strcmp(got, rows[i].expected) != 0)
            print_error("row %zu: got %s\n", i, got);
        assert_string_equal(got, rows[i].expected);
        free(got);
    }
    const suitor_read_options small = { .max_file_bytes = 4, .max_text_bytes = 4 };
    char *got = transcript_of_stdin("12345", &small);
    assert_string_equal(got, "! too large: -: is larger than the limit of 4 bytes\n");
    free(got);
}

static suitor_status stop_at_second(const suitor_article *article, void *user, suitor_error *err)
{
    size_t *n = user;

    if (++*n < 2)
        return SUITOR_OK;
    snprintf(err->message, sizeof err->message, "stopped at %.*s", SUITOR_SV_ARG(article->id));
    return err->code = SUITOR_ERR_DB;
}

static void ends_where_the_caller_says(void **state)
{
    static const char *const rows[][2] = {
        { "s.json", "[{\"text\": \"1.\"}, {\"text\": \"2.\"}, {\"text\": \"3.\"}]" },
        { "s.jsonl", "{\"text\": \"1.\"}\n{\"text\": \"2.\"}\n{\"text\": \"3.\"}\n" },
    };

    (void)state;
    for (size_t i = 0; i < N_ROWS(rows); i++) {
        suitor_error err = { 0 };
        size_t n = 0;
        suitor_status st =
            suitor_read(put_file(rows[i][0], rows[i][1]), NULL, stop_at_second, NULL, &n, &err);
        check_row(i, rows[i][0], st == SUITOR_ERR_DB);
        assert_string_equal(err.message, "stopped at s-2");
        assert_int_equal(n, 2);
    }
}

typedef struct {
    volatile sig_atomic_t stop;
    size_t n; /* articles told */
} stopper;

static suitor_status ask_to_stop(const suitor_article *article, void *user, suitor_error *err)
{
    stopper *s = user;

    (void)article;
    (void)err;
    s->n++;
    s->stop = 1;
    return SUITOR_OK;
}

/* What is read already of JSON lines is told; of the rest nothing, not even that it is bad. */
static void ends_when_asked_to_stop(void **state)
{
    static const struct {
        const char *name, *text;
        size_t n;
    } rows[] = {
        { "s.json", "[{\"text\": \"1.\"}, {\"text\": \"2.\"}, broken", 1 },
        { "s2.json", "{\"text\": \"1.\"} {\"text\": \"2.\"} broken", 1 },
        { "s.jsonl", "{\"text\": \"1.\"}\n{\"text\": \"2.\"}\n{\"tex", 2 },
        { "s.txt", "Text.", 1 },
    };

    (void)state;
    for (size_t i = 0; i < N_ROWS(rows); i++) {
        suitor_read_options options = SUITOR_READ_OPTIONS_INIT;
        stopper s = { 0, 0 };
        const char *path = put_file(rows[i].name, rows[i].text);
        options.stop = &s.stop;
        check_row(i, rows[i].name,
                  suitor_read(path, &options, ask_to_stop, NULL, &s, NULL) == SUITOR_OK);
        check_row(i, "articles", s.n == rows[i].n);
        check_row(i, "nothing once stopped",
                  suitor_read(path, &options, ask_to_stop, NULL, &s, NULL) == SUITOR_OK &&
                      s.n == rows[i].n);
    }
}

static suitor_status check_path(const suitor_article *article, void *user, suitor_error *err)
{
    (void)err;
    assert_true(suitor_sv_equal(article->path, suitor_sv_of(user)));
    return SUITOR_OK;
}

static void gives_the_path(void **state)
{
    const char *path = put_file("p.txt", "T.");

    (void)state;
    assert_int_equal(suitor_read(path, NULL, check_path, NULL, (void *)path, NULL), SUITOR_OK);
    /* no one to tell of problems */
    assert_int_equal(suitor_read(path_of("none"), NULL, check_path, NULL, NULL, NULL), SUITOR_OK);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(walks_in_order),           cmocka_unit_test(reports_what_cannot_be_opened),
        cmocka_unit_test(shows_hostile_names),      cmocka_unit_test(refuses_large_files_unread),
        cmocka_unit_test(reads_standard_input),     cmocka_unit_test(ends_where_the_caller_says),
        cmocka_unit_test(takes_lines_when_told_to), cmocka_unit_test(ends_when_asked_to_stop),
        cmocka_unit_test(gives_the_path),
    };

    return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
