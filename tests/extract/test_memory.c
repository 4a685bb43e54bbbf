/* Without memory: all but the first 0, 1, 2, … allocations fail while the tables are
 * loaded, and while an article with a bit of everything is read. Every time the call
 * fails and gives nothing; that nothing is left over shows in the sanitizer build. */
#include "scarce_memory.h"
#include "scratch.h"
#include "told.h"

static const char cues[] =
    "[{\"relation\": \"interest\", \"stage\": \"keen\", \"patterns\": [\"C want|$HUNT.ing P\"]},"
    " {\"relation\": \"need\", \"patterns\": [\"C need N\"]},"
    " {\"relation\": \"either_or\", \"patterns\": [\"S <buy> one of P\"]}]";

static const char text[] =
    "Nord Herald says Redport and Blueton want Zippo and Jan Ruiz, 22. They need a striker. "
    "The Sailors want him for \u20ac60m. Redport buy one of Kim Cole and Zorro.\n\n@PaulaPenn: "
    "#RFC chasing #Zappa.";

static int put_cues(void **state)
{
    if (scratch_make(state) != 0)
        return -1;
    scratch_put("lexicon/en/cues/test.json", cues);
    return 0;
}

static void loads_wholly_or_not_at_all(void **state)
{
    suitor_status st = SUITOR_ERR_NOMEM;

    (void)state;
    for (uint32_t allowed = 0; st != SUITOR_OK; allowed++) {
        suitor_extractor *extractor = NULL;
        suitor_error err = { 0 };
        memory_allow(allowed);
        st = suitor_extractor_load(scratch, &extractor, &err);
        memory_plenty();
        assert_int_equal(st == SUITOR_OK, extractor != NULL);
        assert_int_equal(st, err.code);
        suitor_extractor_free(extractor);
    }
}

static void reads_or_says_that_there_is_no_memory(void **state)
{
    suitor_status st = SUITOR_ERR_NOMEM;
    suitor_error err = { 0 };

    (void)state;
    told_load(scratch);
    const suitor_facts *whole = told_read(text);
    uint32_t n_claims = whole->n_claims;
    assert_true(n_claims > 5 && whole->n_needs == 1 && whole->n_either_or == 1);
    for (uint32_t allowed = 0; st != SUITOR_OK; allowed++) {
        const suitor_facts *facts = NULL;
        suitor_extraction *fresh = NULL;
        assert_int_equal(suitor_extraction_new(&fresh, &err), SUITOR_OK);
        memory_allow(allowed);
        st = suitor_extract(told.extractor, &told.article, fresh, &facts, &err);
        memory_plenty();
        if (st == SUITOR_OK)
            assert_int_equal(facts->n_claims, n_claims);
        else if (st != SUITOR_ERR_NOMEM || facts)
            fail_msg("%u allocations: %s", allowed, err.message);
        suitor_extraction_free(fresh);
    }
    told_clear();
}

static void reads_on_after_memory_ran_out(void **state)
{
    const suitor_facts *facts = NULL;
    suitor_error err = { 0 };

    (void)state;
    told_load(scratch);
    uint32_t n_claims = told_read(text)->n_claims;
    told_clear();
    told_load(scratch);
    told.article.text = suitor_sv_of(text);
    memory_allow(3);
    suitor_status st = suitor_extract(told.extractor, &told.article, told.extraction, &facts, &err);
    memory_plenty();
    assert_int_equal(st, SUITOR_ERR_NOMEM);
    assert_int_equal(told_read(text)->n_claims, n_claims);
    told_clear();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(loads_wholly_or_not_at_all),
        cmocka_unit_test(reads_or_says_that_there_is_no_memory),
        cmocka_unit_test(reads_on_after_memory_ran_out),
    };

    return cmocka_run_group_tests(tests, put_cues, scratch_remove);
}
