/* Corrections drawn at random: what holds whatever they are. */
#include "drawn.h"
#include "suitor/correction.h"

enum { N_CORRECTIONS = 40, N_SEEDS = 6 };

/* Articles with an address of their own, so that version 2 takes the place of 1. */
static void put_all(suitor_store *store, uint32_t stride, const char *version)
{
    static char addresses[N_ARTICLES][16];

    for (uint32_t i = 0; i < N_ARTICLES; i++) {
        made m;
        uint32_t n = i * stride % N_ARTICLES;
        make_random(&m, n);
        snprintf(addresses[n], sizeof addresses[n], "http://%u", n);
        m.article.url = suitor_sv_of(addresses[n]);
        m.article.outlet = suitor_sv_of(version);
        assert_true(made_put(store, &m));
    }
}

/* Anything; much of it is refused. */
static suitor_status correct_somehow(suitor_store *store, uint32_t *seed)
{
    static const char *const players[] = {
        "Alessandro Bastoni", "Bastoni", "Marc Guehi", "Murillo",          "Martinez",
        "Emiliano Martinez",  "Ven",     "Rui Ven",    "Alexander-Arnold", "Simone Bastoni"
    };
    static const char *const clubs[] = { "Inter Milan", "Liverpool", "Arsenal", "Arsenal Sarandi",
                                         "Atletico Madrid" };
    static const suitor_sv article[] = { { "7", 1 }, { "11", 2 } };
    bool on_clubs = draw(seed, 4) == 0;
    suitor_correction_wish w = { (suitor_correction_kind)draw(seed, SUITOR_N_CORRECTIONS),
                                 .relation = SUITOR_N_RELATIONS,
                                 .since = draw(seed, 2) ? SUITOR_NO_DAY : (int32_t)draw(seed, 12) };

    w.undoes = 1 + draw(seed, N_CORRECTIONS);
    w.subject = suitor_sv_of(on_clubs ? clubs[draw(seed, 5)] : players[draw(seed, 10)]);
    w.object = suitor_sv_of(on_clubs || w.kind <= SUITOR_SET_CLUB ? clubs[draw(seed, 5)]
                                                                  : players[draw(seed, 10)]);
    w.position = (suitor_position)(1 + draw(seed, SUITOR_N_POSITIONS - 1));
    w.all = draw(seed, 2);
    if (w.kind == SUITOR_SPLIT && draw(seed, 2))
        w.club = suitor_sv_of(clubs[draw(seed, 5)]);
    else if (draw(seed, 2) || w.kind == SUITOR_SPLIT) {
        w.articles = article;
        w.n_articles = 1 + draw(seed, 2);
    }
    return suitor_store_correct(store, &w, NULL, NULL);
}

static uint32_t correct_much(suitor_store *store, uint32_t seed)
{
    uint32_t made_so_far = 0;

    for (int i = 0; i < N_CORRECTIONS; i++)
        made_so_far += correct_somehow(store, &seed) == SUITOR_OK;
    return made_so_far;
}

/* Undone in any order, the last that holds is none, and all is as it was. */
static void test_undone_is_undone(void **state)
{
    (void)state;
    for (uint32_t seed = 1; seed <= N_SEEDS; seed++) {
        suitor_store *store = made_store();
        suitor_corrections *all = NULL;
        put_all(store, 1, "Herald");
        char *before = made_write(store, SUITOR_NO_DAY);
        assert_true(correct_much(store, seed) > 8);
        assert_int_equal(suitor_store_corrections(store, &all, NULL), SUITOR_OK);
        for (uint32_t k = 0; k < all->count; k++) {
            const suitor_correction *c = &all->items[(k + seed) % all->count];
            const suitor_correction_wish undo = { SUITOR_UNDO, .undoes = c->number };
            if (c->kind != SUITOR_UNDO && c->holds)
                assert_int_equal(suitor_store_correct(store, &undo, NULL, NULL), SUITOR_OK);
        }
        char *after = made_write(store, SUITOR_NO_DAY);
        assert_string_equal(before, after);
        suitor_corrections_free(all);
        free(before);
        free(after);
        suitor_store_close(store);
    }
}

/* Neither the order of articles before them nor a new version of each after them matters. */
static void test_any_order(void **state)
{
    (void)state;
    for (uint32_t seed = 1; seed <= N_SEEDS; seed++) {
        suitor_store *stores[3];
        char *texts[3], *early[3];
        for (int i = 0; i < 3; i++) {
            stores[i] = made_store();
            put_all(stores[i], i == 1 ? 7 : 1, i == 2 ? "Courier" : "Herald");
            correct_much(stores[i], seed);
            if (i == 2)
                put_all(stores[i], 11, "Herald");
            texts[i] = made_write(stores[i], SUITOR_NO_DAY);
            early[i] = made_write(stores[i], 5);
        }
        for (int i = 1; i < 3; i++) {
            assert_string_equal(texts[0], texts[i]);
            assert_string_equal(early[0], early[i]);
        }
        for (int i = 0; i < 3; i++) {
            free(texts[i]);
            free(early[i]);
            suitor_store_close(stores[i]);
        }
    }
}

/* Everybody is found by the name he is shown by, and nobody twice. */
static void test_names(void **state)
{
    (void)state;
    for (uint32_t seed = 1; seed <= N_SEEDS; seed++) {
        suitor_store *store = made_store();
        suitor_ledger *l = NULL;
        put_all(store, 1, "Herald");
        correct_much(store, seed);
        assert_int_equal(suitor_store_ledger(store, SUITOR_NO_DAY, &l, NULL), SUITOR_OK);
        for (uint32_t i = 0; i < l->n_entities; i++) {
            const suitor_entity *e = &l->entities[i];
            suitor_error err = { 0 };
            int64_t id = 0;
            suitor_status st = suitor_store_find(store, e->name, e->kind, &id, NULL, &err);
            check_row(i, err.message, st == SUITOR_OK);
            assert_int_equal(id, e->id);
            assert_true(i == 0 || e[-1].kind != e->kind || !suitor_sv_equal(e[-1].name, e->name));
        }
        suitor_ledger_free(l);
        suitor_store_close(store);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_undone_is_undone),
        cmocka_unit_test(test_any_order),
        cmocka_unit_test(test_names),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
