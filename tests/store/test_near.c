/* A ledger about one player, or those of one article, says of them what the whole ledger says, in
 * stores whose names collide, with corrections and without. */
#include "drawn.h"

#include "suitor/correction.h"

static suitor_sv name(const suitor_ledger *l, uint32_t entity)
{
    return entity == SUITOR_NO_INDEX ? suitor_sv_of("-") : l->entities[entity].name;
}

static bool same_row(const suitor_ledger *a, const suitor_ledger_row *x, const suitor_ledger *b,
                     const suitor_ledger_row *y)
{
    return x->evidence == y->evidence && x->day == y->day && x->relation == y->relation &&
           x->stage == y->stage && x->hedge == y->hedge && x->confidence == y->confidence &&
           suitor_sv_equal(name(a, x->club), name(b, y->club)) &&
           suitor_sv_equal(a->origins[x->origin], b->origins[y->origin]) &&
           a->articles[x->article].id == b->articles[y->article].id &&
           a->articles[x->original].id == b->articles[y->original].id;
}

/* The first of the rows of `player`, and how many there are. */
static const suitor_ledger_row *rows_of(const suitor_ledger *l, uint32_t player, uint32_t *n)
{
    const suitor_ledger_row *first = NULL;

    *n = 0;
    for (uint32_t i = 0; i < l->n_rows; i++)
        if (l->rows[i].player == player) {
            first = first ? first : &l->rows[i];
            ++*n;
        }
    return first;
}

static uint32_t fees_of(const suitor_ledger *l, uint32_t player)
{
    uint32_t n = 0;

    for (uint32_t i = 0; i < l->n_fees; i++)
        n += l->fees[i].player == player;
    return n;
}

/* The days between which the market stands are those of the whole store. */
static bool same_days(const suitor_ledger *a, const suitor_ledger *b)
{
    return a->at == b->at &&
           a->articles[a->n_articles - 1].day == b->articles[b->n_articles - 1].day;
}

static void check_player(suitor_store *store, const suitor_ledger *whole, uint32_t player)
{
    suitor_ledger *about;
    uint32_t n, n_about;
    int64_t id = whole->entities[player].id;

    assert_int_equal(suitor_store_ledger_about(store, whole->at, id, &about, NULL), SUITOR_OK);
    uint32_t him = suitor_ledger_find(about, id);
    check_row(player, "he is there", him != SUITOR_NO_INDEX);
    const suitor_entity *x = &whole->entities[player], *y = &about->entities[him];
    check_row(player, "who he is",
              suitor_sv_equal(x->name, y->name) && x->position == y->position && x->age == y->age);
    const suitor_ledger_row *rows = rows_of(whole, player, &n);
    const suitor_ledger_row *rows_about = rows_of(about, him, &n_about);
    check_row(player, "as many rows", n == n_about);
    for (uint32_t i = 0; i < n; i++)
        check_row(player, "a row", same_row(whole, &rows[i], about, &rows_about[i]));
    check_row(player, "fees", fees_of(whole, player) == fees_of(about, him));
    check_row(player, "days", same_days(whole, about));
    suitor_ledger_free(about);
}

/* The next row of article `id` from `from` on; n_rows where there is none. */
static uint32_t next_of(const suitor_ledger *l, int64_t id, uint32_t from)
{
    while (from < l->n_rows && l->articles[l->rows[from].article].id != id)
        from++;
    return from;
}

/* All that the whole ledger has of an article is in the one about its players. */
static void check_article(suitor_store *store, const suitor_ledger *whole, uint32_t article)
{
    const suitor_sv called = whole->articles[article].name;
    suitor_ledger *own;
    int64_t id;

    assert_int_equal(suitor_store_ledger_of_article(store, whole->at, called, &own, &id, NULL),
                     SUITOR_OK);
    uint32_t a = next_of(whole, id, 0), b = next_of(own, id, 0);
    while (a < whole->n_rows && b < own->n_rows) {
        const suitor_ledger_row *x = &whole->rows[a], *y = &own->rows[b];
        check_row(article, "a row of it",
                  same_row(whole, x, own, y) &&
                      suitor_sv_equal(name(whole, x->player), name(own, y->player)));
        a = next_of(whole, id, a + 1);
        b = next_of(own, id, b + 1);
    }
    check_row(article, "all rows of it", a == whole->n_rows && b == own->n_rows);
    suitor_ledger_free(own);
}

static void check_all(suitor_store *store)
{
    for (int32_t at = 4; at <= 16; at += 4) {
        suitor_ledger *whole;
        assert_int_equal(suitor_store_ledger(store, at == 16 ? SUITOR_NO_DAY : at, &whole, NULL),
                         SUITOR_OK);
        for (uint32_t p = 0; p < whole->n_players; p++)
            check_player(store, whole, p);
        for (uint32_t i = 0; i < whole->n_articles; i++)
            check_article(store, whole, i);
        suitor_ledger_free(whole);
    }
}

static void correct(suitor_store *store, suitor_correction_wish wish)
{
    wish.since = SUITOR_NO_DAY;
    assert_int_equal(suitor_store_correct(store, &wish, NULL, NULL), SUITOR_OK);
}

static void test_drawn(void **state)
{
    suitor_store *store = made_store();
    made m;

    (void)state;
    for (uint32_t i = 0; i < N_ARTICLES; i++) {
        make_random(&m, i);
        made_put(store, &m);
    }
    check_all(store);
    correct(store, (suitor_correction_wish){ .kind = SUITOR_MERGE,
                                             .subject = suitor_sv_of("Jhon Murillo"),
                                             .object = suitor_sv_of("Lautaro Martinez") });
    check_all(store);
    correct(store, (suitor_correction_wish){ .kind = SUITOR_REJECT,
                                             .subject = suitor_sv_of("Alessandro Bastoni"),
                                             .object = suitor_sv_of("Liverpool"),
                                             .all = true,
                                             .relation = SUITOR_N_RELATIONS });
    check_all(store);
    suitor_store_close(store);
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(test_drawn) };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
