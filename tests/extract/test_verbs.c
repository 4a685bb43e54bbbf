/* English verb forms: the regular ones by rule, the others by table. */
#include "lexicon/verbs.h"
#include "table.h"

static const char *inflect(const verb_table *table, const char *verb, verb_form form)
{
    static char out[64];
    buf text = { 0 };

    verb_inflect(table, suitor_sv_of(verb), form, &text);
    assert_false(text.failed);
    snprintf(out, sizeof out, "%.*s", (int)text.len, text.ptr);
    buf_free(&text);
    return out;
}

/* Every form of the row's verb, base first. */
typedef struct {
    const char *forms[N_VERB_FORMS];
} verb_row;

static void check_verbs(const verb_table *table, const verb_row *rows, size_t n)
{
    for (size_t i = 0; i < n; i++)
        for (int f = 0; f < N_VERB_FORMS; f++) {
            const char *got = inflect(table, rows[i].forms[0], (verb_form)f);
            if (strcmp(got, rows[i].forms[f]) != 0)
                print_error("row %zu: %s: %s\n", i, rows[i].forms[0], got);
            assert_string_equal(got, rows[i].forms[f]);
        }
}

static void inflects_regular_verbs(void **state)
{
    static const verb_row rows[] = {
        { { "sign", "signs", "signing", "signed", "signed" } },
        { { "chase", "chases", "chasing", "chased", "chased" } },
        { { "agree", "agrees", "agreeing", "agreed", "agreed" } },
        { { "carry", "carries", "carrying", "carried", "carried" } },
        { { "enjoy", "enjoys", "enjoying", "enjoyed", "enjoyed" } },
        { { "watch", "watches", "watching", "watched", "watched" } },
        { { "push", "pushes", "pushing", "pushed", "pushed" } },
        { { "miss", "misses", "missing", "missed", "missed" } },
        { { "fix", "fixes", "fixing", "fixed", "fixed" } },
        { { "free", "frees", "freeing", "freed", "freed" } },
    };
    static const verb_table none;

    (void)state;
    check_verbs(&none, rows, N_ROWS(rows));
}

static void inflects_the_first_word_of_a_phrase(void **state)
{
    static const verb_row rows[] = {
        { { "walk away", "walks away", "walking away", "walked away", "walked away" } },
        { { "move on to", "moves on to", "moving on to", "moved on to", "moved on to" } },
    };
    static const verb_table none;

    (void)state;
    check_verbs(&none, rows, N_ROWS(rows));
}

/* A table of two verbs, laid out as verbs.json is: four forms, others, an empty view. */
static void make_table(verb_table *table)
{
    static suitor_sv forms[16];
    static const char *const texts[] = { "is", "being", "was",    "been", "are",   "were",
                                         "",   "takes", "taking", "took", "taken", "" };

    for (size_t i = 0; i < N_ROWS(texts); i++)
        forms[i] = suitor_sv_of(texts[i]);
    *table = (verb_table){ .forms = forms, .n_forms = N_ROWS(texts) };
    assert_non_null(strmap_put(&table->bases, suitor_sv_of("be"), 0, NULL));
    assert_non_null(strmap_put(&table->bases, suitor_sv_of("take"), 7, NULL));
}

static void takes_irregular_forms_from_the_table(void **state)
{
    static const verb_row rows[] = {
        { { "be", "is", "being", "was", "been" } },
        { { "be keen on", "is keen on", "being keen on", "was keen on", "been keen on" } },
        { { "take", "takes", "taking", "took", "taken" } },
        { { "sign", "signs", "signing", "signed", "signed" } },
    };
    verb_table table;

    (void)state;
    make_table(&table);
    check_verbs(&table, rows, N_ROWS(rows));
    strmap_free(&table.bases);
}

static void lists_forms_beyond_the_five(void **state)
{
    verb_table table;
    suitor_sv form = { NULL, 0 };

    (void)state;
    make_table(&table);
    assert_true(verb_other_form(&table, suitor_sv_of("be"), 0, &form));
    assert_true(suitor_sv_equal(form, suitor_sv_of("are")));
    assert_true(verb_other_form(&table, suitor_sv_of("be"), 1, &form));
    assert_true(suitor_sv_equal(form, suitor_sv_of("were")));
    assert_false(verb_other_form(&table, suitor_sv_of("be"), 2, &form));
    assert_false(verb_other_form(&table, suitor_sv_of("take"), 0, &form));
    assert_false(verb_other_form(&table, suitor_sv_of("sign"), 0, &form));
    strmap_free(&table.bases);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(inflects_regular_verbs),
        cmocka_unit_test(inflects_the_first_word_of_a_phrase),
        cmocka_unit_test(takes_irregular_forms_from_the_table),
        cmocka_unit_test(lists_forms_beyond_the_five),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
