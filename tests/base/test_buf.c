/* The growing buffer: what was appended stands in it, with a NUL behind, and a failure
 * is remembered. */
#include "buf.h"

#include <stdlib.h>

#include "dice.h"
#include "scarce_memory.h"
#include "table.h"

static void appends(void **state)
{
    buf b = { 0 };

    (void)state;
    assert_null(buf_view(&b).ptr);
    assert_int_equal(buf_view(&b).len, 0);
    buf_add(&b, "");
    assert_string_equal(b.ptr, "");
    buf_add(&b, "Inter");
    buf_char(&b, ' ');
    buf_append(&b, suitor_sv_make("want him", 4));
    buf_append(&b, suitor_sv_make(NULL, 0));
    buf_add(&b, NULL);
    buf_printf(&b, " %s %d%%", "Bastoni", 70);
    buf_printf(&b, "%s", "");
    assert_string_equal(b.ptr, "Inter want Bastoni 70%");
    assert_int_equal(b.len, strlen(b.ptr));
    buf_append(&b, suitor_sv_make("a\0b", 3));
    assert_int_equal(b.len, 25);
    assert_memory_equal(b.ptr + 22, "a\0b", 4);
    buf_reset(&b);
    assert_string_equal(b.ptr, "");
    assert_int_equal(b.len, 0);
    buf_free(&b);
    assert_null(b.ptr);
    buf_free(&b);
}

/* Against a plain array, across every doubling. */
static void grows(void **state)
{
    enum { BYTES = 70000 };
    char *expected = malloc(BYTES + 600);
    uint64_t dice = 7;
    buf b = { 0 };
    size_t n = 0;

    (void)state;
    assert_non_null(expected);
    while (n < BYTES) {
        char piece[600];
        size_t len = dice_roll(&dice, dice_roll(&dice, 9) ? 5 : 599);
        memset(piece, 'a' + (int)dice_roll(&dice, 26), len);
        memcpy(expected + n, piece, len);
        n += len;
        piece[len] = '\0';
        if (dice_roll(&dice, 2))
            buf_append(&b, suitor_sv_make(piece, len));
        else
            buf_printf(&b, "%s", piece);
        assert_int_equal(b.len, n);
        assert_true(b.cap > b.len);
        assert_true(n == 0 || b.ptr[n] == '\0');
    }
    assert_memory_equal(b.ptr, expected, n);
    buf_free(&b);
    free(expected);
}

static void remembers_that_memory_ran_out(void **state)
{
    char line[300];
    buf b = { 0 };

    (void)state;
    memset(line, 'x', sizeof line - 1);
    line[sizeof line - 1] = '\0';
    memory_allow(0);
    buf_add(&b, "Inter");
    assert_true(b.failed);
    assert_null(b.ptr);
    buf_char(&b, '!');
    buf_printf(&b, "%d", 1);
    buf_reset(&b);
    assert_false(b.failed);
    memory_allow(1);
    buf_add(&b, "Inter");
    buf_add(&b, line);
    buf_add(&b, "late");
    memory_plenty();
    assert_true(b.failed);
    assert_string_equal(b.ptr, "Inter");
    buf_add(&b, "still late");
    assert_string_equal(b.ptr, "Inter");
    buf_reset(&b);
    buf_printf(&b, "%s", line);
    assert_false(b.failed);
    assert_string_equal(b.ptr, line);
    buf_free(&b);
}

static void refuses_lengths_that_overflow(void **state)
{
    static const size_t lengths[] = { SIZE_MAX, SIZE_MAX - 1, SIZE_MAX - 5, SIZE_MAX - 6 };

    (void)state;
    for (size_t i = 0; i < N_ROWS(lengths); i++) {
        buf b = { 0 };
        buf_add(&b, "Inter");
        memory_allow(0); /* that it overflows must show before any memory is asked for */
        buf_append(&b, suitor_sv_make("", lengths[i]));
        uint32_t asked = memory_plenty();
        check_row(i, "failed", b.failed && b.len == 5 && asked <= 1);
        check_row(i, "kept", strcmp(b.ptr, "Inter") == 0);
        buf_free(&b);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(appends),
        cmocka_unit_test(grows),
        cmocka_unit_test(remembers_that_memory_ran_out),
        cmocka_unit_test(refuses_lengths_that_overflow),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
