/* A store in memory for each test. */
#ifndef TESTS_OPENED_H
#define TESTS_OPENED_H

#include "made.h"

static inline int open_store(void **state)
{
    *state = made_store();
    return 0;
}

static inline int close_store(void **state)
{
    suitor_store_close(*state);
    return 0;
}

#define WITH_STORE(test) cmocka_unit_test_setup_teardown(test, open_store, close_store)

#endif
