/* Whole files: what is read, what is refused and with which words. */
#include "file.h"

#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "scarce_memory.h"
#include "table.h"

static char folder[] = "/tmp/suitor-file-XXXXXX";
static char path[64];

static int make_folder(void **state)
{
    (void)state;
    if (!mkdtemp(folder))
        return -1;
    snprintf(path, sizeof path, "%s/bytes", folder);
    return 0;
}

static int remove_folder(void **state)
{
    (void)state;
    unlink(path);
    return rmdir(folder);
}

static void write_file(const char *bytes, size_t len)
{
    FILE *out = fopen(path, "wb");

    assert_non_null(out);
    assert_int_equal(fwrite(bytes, 1, len, out), len);
    assert_int_equal(fclose(out), 0);
}

static void reads_all_bytes_and_a_nul(void **state)
{
    static char long_text[300000];
    const struct {
        const char *bytes;
        size_t len;
    } rows[] = { { "", 0 }, { "x", 1 }, { "a\0\xff\r\n", 5 }, { long_text, sizeof long_text } };
    arena a = { 0 };

    (void)state;
    for (size_t i = 0; i < sizeof long_text; i++)
        long_text[i] = (char)(i * 7);
    for (size_t i = 0; i < N_ROWS(rows); i++) {
        suitor_sv got = { NULL, 99 };
        write_file(rows[i].bytes, rows[i].len);
        check_row(i, path, file_read(path, rows[i].len, &a, &got, NULL) == SUITOR_OK);
        check_row(i, path, suitor_sv_equal(got, suitor_sv_make(rows[i].bytes, rows[i].len)));
        check_row(i, path, got.ptr && got.ptr[got.len] == '\0');
    }
    arena_free(&a);
}

static void refuses(const char *name, uint64_t limit, suitor_status code, const char *words)
{
    arena a = { 0 };
    suitor_sv untouched = { "here", 4 };
    suitor_error err = { 0 };

    assert_int_equal(file_read(name, limit, &a, &untouched, &err), code);
    assert_int_equal(err.code, code);
    if (!strstr(err.message, words))
        print_error("message: %s\n", err.message);
    assert_non_null(strstr(err.message, words));
    assert_int_equal(strncmp(err.message, name, strlen(name)), 0);
    assert_string_equal(untouched.ptr, "here");
    arena_free(&a);
}

static void refuses_what_is_no_file_or_too_large(void **state)
{
    char missing[80];

    (void)state;
    snprintf(missing, sizeof missing, "%s/missing", folder);
    refuses(missing, 100, SUITOR_ERR_IO, "cannot be opened: No such file");
    refuses(folder, 1 << 20, SUITOR_ERR_IO, "is not a regular file");
    refuses("/dev/null", 100, SUITOR_ERR_IO, "is not a regular file");
    write_file("eleven byte", 11);
    refuses(path, 10, SUITOR_ERR_LIMIT, "11 bytes, the limit is 10");
    if (geteuid() != 0) { /* root may read everything */
        assert_int_equal(chmod(path, 0), 0);
        refuses(path, 100, SUITOR_ERR_IO, "cannot be opened: Permission denied");
    }
    unlink(path);
}

/* Nobody writes to the pipe: to open it the plain way would wait for ever. */
static void does_not_wait_for_a_pipe(void **state)
{
    (void)state;
    assert_int_equal(mkfifo(path, 0600), 0);
    refuses(path, 100, SUITOR_ERR_IO, "is not a regular file");
    unlink(path);
}

static void says_that_memory_ran_out(void **state)
{
    arena a = { 0 };
    suitor_sv untouched = { "here", 4 };
    suitor_error err;

    (void)state;
    write_file("eleven byte", 11);
    memory_allow(0);
    suitor_status st = file_read(path, 100, &a, &untouched, &err);
    memory_plenty();
    assert_int_equal(st, SUITOR_ERR_NOMEM);
    assert_non_null(strstr(err.message, "no memory for 11 bytes"));
    assert_string_equal(untouched.ptr, "here");
    arena_free(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_all_bytes_and_a_nul),
        cmocka_unit_test(refuses_what_is_no_file_or_too_large),
        cmocka_unit_test(does_not_wait_for_a_pipe),
        cmocka_unit_test(says_that_memory_ran_out),
    };

    return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
