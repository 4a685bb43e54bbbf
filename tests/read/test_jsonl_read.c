/* JSON lines: a bad line costs that line, limits apply to lines, memory stays flat. */
#include <sys/resource.h>

#include "transcript.h"

static void reads_line_by_line(void **state)
{
    static const transcript_row rows[] = {
        { "p.jsonl", "{\"id\": \"a\", \"text\": \"1.\"}\r\n\n  \n{\"text\": \"2.\"}",
          "a |  |  |  |  | 1.\np-4 |  |  |  |  | 2.\n" },
        { "p.ndjson", "\xEF\xBB\xBF{\"text\": \"1.\"}\n", "p-1 |  |  |  |  | 1.\n" },
        { "p.txt", "{\"text\": \"1.\"}\n{\"text\": \"2.\"}\n",
          "p-1 |  |  |  |  | 1.\np-2 |  |  |  |  | 2.\n" },
        { "p.jsonl",
          "{\"text\": \"1.\"}\noops\n{\"text\": \"3.\"\n[{\"text\": \"4.\"}]\n{\"text\": \"5.\"} "
          "{}\n"
          "{\"title\": \"6\"}\n{\"text\": \"\xFF\"}\n{\"text\": \"8.\"}\n",
          "p-1 |  |  |  |  | 1.\n"
          "! bad input: p.jsonl:2: bad JSON at column 1: expected an object\n"
          "! bad input: p.jsonl:3: bad JSON at column 14: expected ',' or '}'\n"
          "! bad input: p.jsonl:4: bad JSON at column 1: expected an object\n"
          "! bad input: p.jsonl:5: bad JSON at column 16: expected nothing behind the object\n"
          "! bad input: p.jsonl:6: has no text\n"
          "! bad input: p.jsonl:7: is not valid UTF-8 (byte 0xFF at offset 10); convert it to "
          "UTF-8\n"
          "p-8 |  |  |  |  | 8.\n" },
    };

    (void)state;
    check_transcripts(rows, N_ROWS(rows));
}

static void limits_lines_and_not_the_file(void **state)
{
    const suitor_read_options options = { .max_file_bytes = 60, .max_text_bytes = 20 };
    const char *path =
        put_file("p.jsonl", "{\"text\": \"One.\"}\n"
                            "{\"text\": \"This is a text of more than twenty bytes.\"}\n"
                            "{\"text\": \"This is one in a line of more than sixty bytes, which "
                            "is never read as a whole.\"}\n"
                            "{\"text\": \"Four.\"}\n");
    char *got = transcript(path, &options);

    (void)state;
    assert_string_equal(
        got, "p-1 |  |  |  |  | One.\n"
             "! too large: p.jsonl:2: its text of 41 bytes is longer than the limit of 20\n"
             "! too large: p.jsonl:3: the line is longer than the limit of 60 bytes\n"
             "p-4 |  |  |  |  | Four.\n");
    free(got);
}

static suitor_status count_article(const suitor_article *article, void *user, suitor_error *err)
{
    (void)err;
    *(size_t *)user += article->text.len;
    return SUITOR_OK;
}

static void needs_no_more_memory_for_more_lines(void **state)
{
    enum { LINES = 200000 };
    static const char line[] =
        "{\"id\": \"a\", \"text\": \"Liverpool\\nare said to want Bastoni\"}\n";
    FILE *out = fopen(path_of("large.jsonl"), "w");
    struct rusage before, after;
    size_t bytes = 0;

    (void)state;
    for (int i = 0; i < LINES; i++)
        fputs(line, out);
    fclose(out);
    getrusage(RUSAGE_SELF, &before);
    assert_int_equal(suitor_read(path_of("large.jsonl"), NULL, count_article, NULL, &bytes, NULL),
                     SUITOR_OK);
    getrusage(RUSAGE_SELF, &after);
    assert_int_equal(bytes, LINES * (sizeof "Liverpool\nare said to want Bastoni" - 1));
    assert_true(after.ru_maxrss - before.ru_maxrss < 4096); /* kilobytes; the file has 11,000 */
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_line_by_line),
        cmocka_unit_test(limits_lines_and_not_the_file),
        cmocka_unit_test(needs_no_more_memory_for_more_lines),
    };

    return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
