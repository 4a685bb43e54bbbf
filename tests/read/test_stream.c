/* The stream: lines, wholes and limits, from memory and from a pipe in small pieces. */
#include <stdlib.h>
#include <unistd.h>

#include "buf.h"
#include "stream.h"
#include "table.h"

static void reads_lines(void **state)
{
    static const struct {
        const char *bytes, *expected; /* each line behind a "<", "*" for one too long */
    } rows[] = {
        { "", "" },
        { "a", "<a" },
        { "a\n", "<a" },
        { "a\n\n", "<a<" },
        { "\n", "<" },
        { "a\r\nb\rc\r\n", "<a<b\rc" },
        { "12345678\nb", "<12345678<b" },
        { "123456789\nb", "*<b" },
        { "b\n123456789", "<b*" },
    };

    (void)state;
    for (size_t i = 0; i < N_ROWS(rows); i++) {
        stream s = { 0 };
        buf got = { 0 };
        bool more = true;

        buf_add(&got, "");
        assert_int_equal(stream_begin_bytes(&s, suitor_sv_of(rows[i].bytes), NULL), SUITOR_OK);
        while (more) {
            suitor_sv line = { 0 };
            suitor_status st = stream_line(&s, 8, &line, &more, NULL);
            check_row(i, rows[i].bytes, st == SUITOR_OK || st == SUITOR_ERR_LIMIT);
            if (more)
                buf_printf(&got, st == SUITOR_OK ? "<%.*s" : "*", SUITOR_SV_ARG(line));
        }
        check_row(i, rows[i].bytes, strcmp(got.ptr, rows[i].expected) == 0);
        buf_free(&got);
        stream_free(&s);
    }
}

/* Write `n` lines of growing length, "x" repeated, from a child into a pipe. */
static int pipe_of_lines(unsigned n)
{
    int ends[2];

    assert_int_equal(pipe(ends), 0);
    if (fork() == 0) {
        FILE *out = fdopen(ends[1], "w");
        for (unsigned i = 0; i < n; i++) {
            for (unsigned k = 0; k < i; k++)
                putc('x', out);
            putc('\n', out);
            if (i % 100 == 0)
                fflush(out);
        }
        fclose(out);
        _exit(0);
    }
    close(ends[1]);
    return ends[0];
}

static void reads_a_pipe_of_many_blocks(void **state)
{
    enum { LINES = 2000, LIMIT = 1500 };
    int fd = pipe_of_lines(LINES);
    stream s = { 0 };
    suitor_sv line, head;
    bool more;

    (void)state;
    stream_begin(&s, fd);
    assert_int_equal(stream_head(&s, &head, NULL), SUITOR_OK);
    assert_true(head.len >= STREAM_HEAD);
    for (unsigned i = 0; i < LINES; i++) {
        suitor_status st = stream_line(&s, LIMIT, &line, &more, NULL);
        assert_true(more);
        assert_int_equal(st, i <= LIMIT ? SUITOR_OK : SUITOR_ERR_LIMIT);
        if (i <= LIMIT)
            assert_int_equal(line.len, i);
    }
    assert_int_equal(stream_line(&s, LIMIT, &line, &more, NULL), SUITOR_OK);
    assert_false(more);
    assert_true(s.cap <= 512 * 1024);
    close(fd);
    stream_free(&s);
}

static void reads_wholes_up_to_the_limit(void **state)
{
    stream s = { 0 };
    suitor_sv bytes;
    suitor_error err;

    (void)state;
    stream_begin_bytes(&s, suitor_sv_of("123456789"), NULL);
    assert_int_equal(stream_whole(&s, 9, &bytes, &err), SUITOR_OK);
    assert_int_equal(bytes.len, 9);
    stream_begin_bytes(&s, suitor_sv_of("123456789"), NULL);
    assert_int_equal(stream_whole(&s, 8, &bytes, &err), SUITOR_ERR_LIMIT);
    assert_string_equal(err.message, "is larger than the limit of 8 bytes");
    stream_begin(&s, -1);
    assert_int_equal(stream_head(&s, &bytes, &err), SUITOR_ERR_IO);
    stream_free(&s);
    stream_free(&s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_lines),
        cmocka_unit_test(reads_a_pipe_of_many_blocks),
        cmocka_unit_test(reads_wholes_up_to_the_limit),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
