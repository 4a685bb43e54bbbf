/* Arena: pieces that stand apart, are aligned, and come back at once. */
#include "arena.h"

#include <stdalign.h>

#include "dice.h"
#include "scarce_memory.h"
#include "table.h"

static void gives_pieces_that_stand_apart(void **state)
{
    enum { PIECES = 2000, LONGEST = 300 };
    static unsigned char *pieces[PIECES];
    static size_t sizes[PIECES];
    uint64_t dice = 1;
    arena a = { .block_size = 1000 };

    (void)state;
    for (int round = 0; round < 3; round++) {
        for (size_t i = 0; i < PIECES; i++) {
            sizes[i] = i % 97 == 0 ? 5000 : dice_roll(&dice, LONGEST);
            pieces[i] = arena_alloc(&a, sizes[i]);
            assert_non_null(pieces[i]);
            assert_int_equal((uintptr_t)pieces[i] % alignof(max_align_t), 0);
            memset(pieces[i], (int)(i % 251), sizes[i]);
        }
        for (size_t i = 0; i < PIECES; i++)
            for (size_t k = 0; k < sizes[i]; k++)
                assert_int_equal(pieces[i][k], i % 251);
        arena_reset(&a);
    }
    arena_free(&a);
    assert_null(a.first);
    assert_non_null(arena_copy(&a, suitor_sv_of("as if new")).ptr);
    arena_free(&a);
}

static void zeroes_what_it_is_asked_to(void **state)
{
    arena a = { 0 };

    (void)state;
    for (int round = 0; round < 2; round++) {
        memset(arena_alloc(&a, 4000), 0xAA, 4000);
        arena_reset(&a);
        const char *zeros = arena_zeros(&a, 1000, 4);
        assert_non_null(zeros);
        for (size_t i = 0; i < 4000; i++)
            assert_int_equal(zeros[i], 0);
    }
    assert_non_null(arena_zeros(&a, 0, 8));
    assert_non_null(arena_zeros(&a, 8, 0));
    arena_free(&a);
}

static void copies_with_a_nul_behind(void **state)
{
    static const struct {
        const char *bytes;
        size_t len;
    } rows[] = { { "", 0 }, { NULL, 0 }, { "Bastoni", 7 }, { "a\0b", 3 }, { "two words", 3 } };
    arena a = { 0 };

    (void)state;
    for (size_t i = 0; i < N_ROWS(rows); i++) {
        suitor_sv copy = arena_copy(&a, suitor_sv_make(rows[i].bytes, rows[i].len));
        check_row(i, "copy", copy.ptr && copy.len == rows[i].len && copy.ptr[copy.len] == '\0');
        check_row(i, "bytes", copy.len == 0 || memcmp(copy.ptr, rows[i].bytes, copy.len) == 0);
        check_row(i, "is another", copy.ptr != rows[i].bytes);
    }
    arena_free(&a);
}

static void prints_texts_of_any_length(void **state)
{
    static const int widths[] = { 0, 1, 100, 5000 }; /* the last one is longer than a block */
    arena a = { .block_size = 1000 };

    (void)state;
    for (size_t i = 0; i < N_ROWS(widths); i++) {
        const char *text = arena_printf(&a, "%*s.%s", widths[i], "", "tsv");
        assert_non_null(text);
        check_row(i, text, strlen(text) == (size_t)widths[i] + 4);
        check_row(i, text, strcmp(text + widths[i], ".tsv") == 0);
    }
    arena_free(&a);
}

static void refuses_sizes_that_overflow(void **state)
{
    static const struct {
        size_t count, size;
    } rows[] = { { SIZE_MAX, 2 }, { 2, SIZE_MAX },     { SIZE_MAX / 2 + 1, 2 },
                 { SIZE_MAX, 1 }, { SIZE_MAX - 8, 1 }, { SIZE_MAX - 64, 1 } };
    arena a = { 0 };

    (void)state;
    memory_allow(0); /* what an address sanitizer does not want to be asked for */
    for (size_t i = 0; i < N_ROWS(rows); i++)
        check_row(i, "arena_zeros", arena_zeros(&a, rows[i].count, rows[i].size) == NULL);
    assert_null(arena_copy(&a, suitor_sv_make("", SIZE_MAX)).ptr);
    assert_int_equal(memory_plenty(), 1); /* all but one are refused before that */
    assert_non_null(arena_alloc(&a, 1));  /* and still works */
    arena_free(&a);
}

static void lives_on_when_memory_runs_out(void **state)
{
    arena a = { .block_size = 64 };

    (void)state;
    memory_allow(1);
    char *kept = arena_alloc(&a, 32);
    assert_non_null(kept);
    strcpy(kept, "kept");
    assert_null(arena_alloc(&a, 33));
    assert_null(arena_copy(&a, suitor_sv_make(kept, 32)).ptr);
    assert_null(arena_zeros(&a, 100, 1));
    assert_null(arena_printf(&a, "%100d", 1));
    assert_int_equal(memory_plenty(), 5);
    assert_string_equal(kept, "kept");
    assert_non_null(arena_alloc(&a, 1000));
    arena_free(&a);
}

/* Texts that grow from round to round must not pile up. */
static void holds_no_more_than_twice_what_it_needs(void **state)
{
    arena a = { 0 };
    size_t need = 0, held;

    (void)state;
    for (size_t round = 0; round < 300; round++) {
        need = 60000 + 1000 * round;
        assert_non_null(arena_alloc(&a, need));
        assert_non_null(arena_alloc(&a, need / 2));
        arena_reset(&a);
        held = a.block_size;
        assert_true(held < 2 * (need + need / 2) + 200000);
    }
    memory_allow(1);
    for (size_t round = 0; round < 10; round++) { /* steady: one block, asked for once */
        assert_non_null(arena_alloc(&a, need));
        assert_non_null(arena_alloc(&a, need / 2));
        arena_reset(&a);
    }
    assert_true(memory_plenty() <= 1);
    arena_free(&a);
}

static void stands_resets_of_nothing(void **state)
{
    arena a = { 0 };

    (void)state;
    arena_reset(&a);
    arena_free(&a);
    arena_free(&a);
    assert_null(a.first);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(gives_pieces_that_stand_apart),
        cmocka_unit_test(zeroes_what_it_is_asked_to),
        cmocka_unit_test(copies_with_a_nul_behind),
        cmocka_unit_test(prints_texts_of_any_length),
        cmocka_unit_test(refuses_sizes_that_overflow),
        cmocka_unit_test(lives_on_when_memory_runs_out),
        cmocka_unit_test(holds_no_more_than_twice_what_it_needs),
        cmocka_unit_test(stands_resets_of_nothing),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
