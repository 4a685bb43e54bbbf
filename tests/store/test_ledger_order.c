/* Ledgers do not depend on the order in which articles were put, and that of a day
 * knows nothing of later ones. */
#include "drawn.h"

enum { N_ROUNDS = 12 };

static suitor_store *fill_shuffled(uint32_t seed)
{
    suitor_store *store = made_store();
    uint32_t order[N_ARTICLES];
    made m;

    for (uint32_t i = 0; i < N_ARTICLES; i++)
        order[i] = i;
    for (uint32_t i = N_ARTICLES; seed && i-- > 1;) {
        uint32_t k = draw(&seed, i + 1), moved = order[i];
        order[i] = order[k];
        order[k] = moved;
    }
    for (uint32_t i = 0; i < N_ARTICLES; i++) {
        make_random(&m, order[i]);
        made_put(store, &m);
        if (draw(&seed, 4) == 0) /* again, which changes nothing */
            assert_false(made_put(store, &m));
    }
    return store;
}

static void test_any_order(void **state)
{
    static const int32_t days[] = { -1, 3, 7, SUITOR_NO_DAY };
    suitor_store *first = fill_shuffled(0);

    (void)state;
    for (uint32_t round = 1; round <= N_ROUNDS; round++) {
        suitor_store *other = fill_shuffled(round);
        for (size_t i = 0; i < N_ROWS(days); i++) {
            char *expected = made_write(first, days[i]), *got = made_write(other, days[i]);
            assert_string_equal(got, expected);
            free(expected);
            free(got);
        }
        suitor_store_close(other);
    }
    suitor_store_close(first);
}

/* The ledger of a day is that of a store which never heard of later articles. */
static void test_day_is_cut(void **state)
{
    suitor_store *all = fill_shuffled(5), *early = made_store();
    made m;

    (void)state;
    for (uint32_t i = 0; i < N_ARTICLES; i++) {
        make_random(&m, i);
        if (m.article.day <= 6)
            assert_true(made_put(early, &m));
    }
    char *expected = made_write(early, 6), *got = made_write(all, 6);
    assert_string_equal(got, expected);
    free(expected);
    free(got);
    suitor_store_close(all);
    suitor_store_close(early);
}

/* Rows are in the order that ledger.h promises. */
static void test_sorted(void **state)
{
    suitor_store *store = fill_shuffled(9);
    suitor_ledger *l = NULL;

    (void)state;
    assert_int_equal(suitor_store_ledger(store, SUITOR_NO_DAY, &l, NULL), SUITOR_OK);
    for (uint32_t i = 1; i < l->n_rows; i++) {
        const suitor_ledger_row *a = &l->rows[i - 1], *b = &l->rows[i];
        const int64_t left[] = { a->player, a->club, a->original, a->article, a->evidence };
        const int64_t right[] = { b->player, b->club, b->original, b->article, b->evidence };
        int k = 0;
        while (k < 4 && left[k] == right[k])
            k++;
        assert_true(left[k] < right[k]);
    }
    for (uint32_t i = 0; i < l->n_rows; i++) {
        assert_true(l->rows[i].player < l->n_players);
        assert_in_range(l->rows[i].club, l->n_players, l->n_entities - 1);
        assert_int_equal(l->rows[i].day, l->articles[l->rows[i].original].day);
    }
    suitor_ledger_free(l);
    suitor_store_close(store);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_any_order),
        cmocka_unit_test(test_day_is_cut),
        cmocka_unit_test(test_sorted),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
