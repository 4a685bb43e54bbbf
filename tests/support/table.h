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
        if (!(ok))                                                                                 \
            print_error("row %zu: %s\n", (size_t)(i), (text));                                     \
        assert_true(ok);                                                                           \
    } while (0)

#endif
