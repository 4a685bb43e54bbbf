/* Copies are not confirmation, from text to market: the sample articles, of which four are
 * one report by design, and the same with each article printed once more by somebody else. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "suitor/article.h"
#include "suitor/extractor.h"
#include "suitor/market.h"
#include "suitor/store.h"
#include "table.h"

static const char samples[] = SUITOR_TESTS_DIR "/../data/articles";

typedef struct {
    suitor_extractor *extractor;
    suitor_extraction *extraction;
    suitor_model *model;
    suitor_store *store;
    bool reprint; /* put each article as others print it the next day */
} putting;

static suitor_status take(const suitor_article *article, void *user, suitor_error *err)
{
    putting *p = user;
    suitor_article printed = *article;
    char id[256];
    const suitor_facts *facts;

    if (p->reprint) {
        snprintf(id, sizeof id, "reprint-%.*s", SUITOR_SV_ARG(article->id));
        printed.id = suitor_sv_of(id);
        printed.outlet = suitor_sv_of("The Reprinter");
        printed.title = suitor_sv_of("Another headline");
        printed.url = (suitor_sv){ NULL, 0 };
        printed.day += printed.day != SUITOR_NO_DAY;
    }
    suitor_status st = suitor_extract(p->extractor, &printed, p->extraction, &facts, err);
    return st == SUITOR_OK ? suitor_store_put(p->store, &printed, facts, NULL, err) : st;
}

static int set_up(void **state)
{
    putting *p = calloc(1, sizeof *p);

    assert_non_null(p);
    assert_int_equal(suitor_extractor_load(NULL, &p->extractor, NULL), SUITOR_OK);
    assert_int_equal(suitor_extraction_new(&p->extraction, NULL), SUITOR_OK);
    assert_int_equal(suitor_model_load(NULL, &p->model, NULL), SUITOR_OK);
    assert_int_equal(suitor_store_open(":memory:", SUITOR_STORE_CREATE, &p->store, NULL),
                     SUITOR_OK);
    assert_int_equal(suitor_read(samples, NULL, take, NULL, p, NULL), SUITOR_OK);
    *state = p;
    return 0;
}

static int tear_down(void **state)
{
    putting *p = *state;

    suitor_store_close(p->store);
    suitor_model_free(p->model);
    suitor_extraction_free(p->extraction);
    suitor_extractor_free(p->extractor);
    free(p);
    return 0;
}

static bool is_of_the_report(suitor_sv name)
{
    static const char *const names[] = { "2026-03-26-bastoni-rejects-inter",
                                         "2026-03-27-bastoni-offer-refused",
                                         "2026-03-27-bastoni-snubs-inter" };

    for (size_t i = 0; i < N_ROWS(names); i++)
        if (suitor_sv_equal(name, suitor_sv_of(names[i])))
            return true;
    return false;
}

/* What reports the same in its own words is nobody's copy, whatever it has in common. */
static void test_samples(void **state)
{
    const putting *p = *state;
    suitor_ledger *l = NULL;
    uint32_t n_copied = 0;

    assert_int_equal(suitor_store_ledger(p->store, SUITOR_NO_DAY, &l, NULL), SUITOR_OK);
    for (uint32_t i = 0; i < l->n_rows; i++) {
        const suitor_ledger_row *r = &l->rows[i];
        suitor_sv name = l->articles[r->article].name, of = l->articles[r->original].name;
        bool is_copy = r->original != r->article;
        char text[300];
        snprintf(text, sizeof text, "%.*s of %.*s", SUITOR_SV_ARG(name), SUITOR_SV_ARG(of));
        check_row(i, text, !is_copy || is_of_the_report(name));
        check_row(i, text,
                  !is_copy || is_of_the_report(of) ||
                      suitor_sv_equal(of, suitor_sv_of("2026-03-26-bastoni-no-to-renewal-wire")));
        n_copied += is_copy;
    }
    assert_in_range(n_copied, 9, l->n_rows);
    suitor_ledger_free(l);
}

static suitor_market *market_of(const putting *p, suitor_ledger **l)
{
    suitor_market *m = NULL;
    int32_t day;

    assert_true(suitor_day_of(2026, 6, 15, &day)); /* behind all of them */
    assert_int_equal(suitor_store_ledger(p->store, day, l, NULL), SUITOR_OK);
    assert_int_equal(suitor_market_build(*l, p->model, &m, NULL), SUITOR_OK);
    return m;
}

/* All outlets' reports printed once more: no weight moves, no origin comes in. */
static void test_reprints(void **state)
{
    putting *p = *state;
    suitor_ledger *before = NULL, *after = NULL;
    suitor_market *x = market_of(p, &before), *y;
    uint32_t n, m;

    p->reprint = true;
    assert_int_equal(suitor_read(samples, NULL, take, NULL, p, NULL), SUITOR_OK);
    y = market_of(p, &after);
    assert_true(after->n_rows > 3 * before->n_rows / 2);
    const suitor_edge *a = suitor_market_edges(x, &n), *b = suitor_market_edges(y, &m);
    assert_true(n > 100);
    for (uint32_t i = 0; i < n && i < m; i++) {
        char text[200];
        snprintf(text, sizeof text, "%.*s to %.*s %.4f %.4f",
                 SUITOR_SV_ARG(before->entities[a[i].player].name),
                 SUITOR_SV_ARG(before->entities[a[i].club].name), a[i].weight, b[i].weight);
        check_row(i, text, fabs(a[i].weight - b[i].weight) < 1e-12);
        check_row(i, text, a[i].n_origins == b[i].n_origins && a[i].last == b[i].last);
        check_row(i, text, a[i].n_articles <= b[i].n_articles);
    }
    assert_int_equal(n, m);
    suitor_market_free(x);
    suitor_market_free(y);
    suitor_ledger_free(before);
    suitor_ledger_free(after);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_samples, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_reprints, set_up, tear_down),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
