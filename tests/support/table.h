/* What table-driven tests share: cmocka with its prerequisites, and a check that
 * names the failing row. */
#ifndef TESTS_TABLE_H
#define TESTS_TABLE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#define N_ROWS(table) (sizeof(table) / sizeof *(table))

/* Fail unless `ok`, printing row index and text first. */
#define check_row(i, text, ok)                                                                     \
    do {                                                                                           \
        const int row_is_right = (ok) ? 1 : 0;                                                     \
        if (!row_is_right)                                                                         \
            print_error("row %zu: %s\n", (size_t)(i), (text));                                     \
        assert_true(row_is_right);                                                                 \
    } while (0)

#endif
