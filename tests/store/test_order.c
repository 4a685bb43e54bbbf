/* Counting sort against a comparison of all pairs; ids with and without holes. */
#include <stdlib.h>

#include "ids.h"
#include "order.h"
#include "suitor/ledger.h"
#include "table.h"

enum { N = 300 };

static uint32_t next(uint32_t *seed) { return (*seed = *seed * 1664525u + 1013904223u) >> 16; }

static bool is_before(const order_key *keys, unsigned n_keys, uint32_t a, uint32_t b)
{
    for (unsigned k = 0; k < n_keys; k++)
        if (keys[k].values[a] != keys[k].values[b])
            return keys[k].values[a] < keys[k].values[b];
    return a < b;
}

static void test_order_by(void **state)
{
    static uint32_t values[3][N];
    uint32_t order[N], seed = 7;

    (void)state;
    for (int round = 0; round < 20; round++) {
        const order_key keys[] = { { values[0], 5 }, { values[1], 3 }, { values[2], 40 } };
        for (unsigned k = 0; k < 3; k++)
            for (int i = 0; i < N; i++)
                values[k][i] = next(&seed) % keys[k].bound;
        for (unsigned n_keys = 1; n_keys <= 3; n_keys++) {
            assert_true(order_by(keys, n_keys, N, order));
            for (int i = 1; i < N; i++)
                assert_true(is_before(keys, n_keys, order[i - 1], order[i]));
        }
    }
    const order_key nothing = { NULL, 0 };
    assert_true(order_by(&nothing, 1, 0, order));
}

static void test_order_bytes(void **state)
{
    static const struct {
        const char *a, *b;
        int expected;
    } rows[] = { { "", "", 0 },     { "", "a", -1 },  { "a", "", 1 },
                 { "a", "ab", -1 }, { "b", "ab", 1 }, { "Guehi", "Gu\xC3\xA9hi", -1 },
                 { "A", "a", -1 } };

    (void)state;
    for (size_t i = 0; i < N_ROWS(rows); i++) {
        int got = order_bytes(suitor_sv_of(rows[i].a), suitor_sv_of(rows[i].b));
        check_row(i, rows[i].a, (got > 0) - (got < 0) == rows[i].expected);
    }
}

/* How the ids are kept. */
typedef enum { AS_NUMBER, AS_TABLE, AS_LIST } id_form;

static void check_ids(const int64_t *given, uint32_t n, id_form form)
{
    ids map = { 0 };

    for (uint32_t i = 0; i < n; i++)
        assert_true(ids_add(&map, given[i]));
    if (n > 0)
        assert_false(ids_add(&map, given[n - 1]));
    assert_true(ids_finish(&map));
    assert_int_equal(map.ids == NULL, form == AS_NUMBER);
    assert_int_equal(map.places != NULL, form == AS_TABLE);
    for (uint32_t i = 0; i < n; i++) {
        bool has_next = i + 1 < n && given[i + 1] == given[i] + 1;
        assert_int_equal(ids_at(&map, i), given[i]);
        assert_int_equal(ids_place(&map, given[i]), i);
        if (given[i] < INT64_MAX)
            assert_int_equal(ids_place(&map, given[i] + 1), has_next ? i + 1 : SUITOR_NO_INDEX);
    }
    assert_int_equal(ids_place(&map, n > 0 ? given[0] - 1 : 0), SUITOR_NO_INDEX);
    ids_free(&map);
}

static void test_ids(void **state)
{
    static const int64_t row[] = { 1, 2, 3, 4 }, late[] = { 70, 71, 72 }, negative[] = { -4, -3 };
    static const int64_t holes[] = { 1, 2, 3, 7, 8, 20 }, below[] = { -4, 2, 3 };
    static const int64_t sparse[] = { 1, 5, INT64_MAX };
    static const int64_t widest[] = { INT64_MIN + 1, INT64_MAX };

    (void)state;
    check_ids(NULL, 0, AS_NUMBER);
    check_ids(row, N_ROWS(row), AS_NUMBER);
    check_ids(late, N_ROWS(late), AS_NUMBER);
    check_ids(negative, N_ROWS(negative), AS_NUMBER);
    check_ids(holes, N_ROWS(holes), AS_TABLE);
    check_ids(below, N_ROWS(below), AS_TABLE);
    check_ids(sparse, N_ROWS(sparse), AS_LIST);
    check_ids(widest, N_ROWS(widest), AS_LIST);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_order_by),
        cmocka_unit_test(test_order_bytes),
        cmocka_unit_test(test_ids),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
