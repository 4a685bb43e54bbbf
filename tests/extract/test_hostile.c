/* Articles that nobody wrote for readers: what broke once, names of every kind at once,
 * and texts without an end. Reading must stay correct, and stay quick. */
#include <inttypes.h>

#include "invented.h"

static const char cues[] =
    "[{\"relation\": \"interest\", \"stage\": \"keen\", \"patterns\": [\"C want P\"]},"
    " {\"relation\": \"deal\", \"stage\": \"done\", \"patterns\": [\"C <buy> P\"]}]";

static int load_invented(void **state) { return invented_load(state, cues); }

/* Everything the facts promise: indices in range, spans inside, evidence for each claim. */
static void check_facts(const suitor_facts *f, suitor_sv text)
{
    for (uint32_t i = 0; i < f->n_claims; i++) {
        const suitor_claim *c = &f->claims[i];
        assert_true(c->player < f->n_players && c->club < f->n_clubs);
        assert_true(c->evidence.count > 0);
        assert_true(c->evidence.first + c->evidence.count <= f->n_evidence);
    }
    for (uint32_t i = 0; i < f->n_evidence; i++) {
        assert_true(f->evidence[i].quote.begin < f->evidence[i].quote.end);
        assert_true(f->evidence[i].quote.end <= text.len);
    }
    for (uint32_t i = 0; i < f->n_players; i++) {
        assert_true(f->players[i].club < (int32_t)f->n_clubs && f->players[i].name.len > 0);
        assert_true(f->players[i].aliases.first + f->players[i].aliases.count <= f->n_aliases);
    }
    for (uint32_t i = 0; i < f->n_fees; i++)
        assert_true(f->fees[i].player < f->n_players && f->fees[i].low <= f->fees[i].high);
}

/* Every borrowed player has two clubs. */
static void reads_many_loans(void **state)
{
    enum { LOANS = 26 };
    buf text = { 0 };
    uint32_t borrowed = 0;

    (void)state;
    for (int i = 0; i < LOANS; i++)
        buf_printf(&text, "Redport bought Jan%c Ruiz%c from Blueton on loan. ", 'a' + i, 'a' + i);
    const suitor_facts *f = told_read(text.ptr);
    check_facts(f, told.article.text);
    for (uint32_t i = 0; i < f->n_claims; i++)
        borrowed += f->claims[i].relation == SUITOR_PLAYS_FOR && f->claims[i].stage == SUITOR_LOAN;
    assert_int_equal(f->n_players, LOANS);
    assert_int_equal(borrowed, LOANS);
    buf_free(&text);
}

/* Zappa stands in the players, behind the end of the shorter lists of reporters and staff. */
static void tells_roles_of_listed_players(void **state)
{
    static const told_row rows[] = {
        { "Redport want Torres. Manager Zappa says so.", "interest keen Torres | Redport" },
        { "Redport want Torres. Zappa (@Zappa) says so.", "interest keen Torres | Redport" },
        { "Redport want Zappa. Blueton want Zippolino.",
          "interest keen Zappa | Redport; interest keen Zippolino | Blueton" },
    };

    (void)state;
    check_told(rows, N_ROWS(rows), told_claims);
}

/* An entity may stand for a line end, which once was read for ever. */
static void ends_at_entities_of_line_ends(void **state)
{
    static const char *const texts[] = { "Redport want&#10;Torres.", "&#xA;&#10;",
                                         "a&#10;\n&#13;" };

    (void)state;
    for (size_t i = 0; i < N_ROWS(texts); i++)
        check_facts(told_read(texts[i]), told.article.text);
}

/* Stands before every branch of base, text and extract as this test is linked with them
 * (-fsanitize-coverage=trace-pc): a measure of work that is the same on any machine, however
 * busy. */
static uint64_t steps;

void __sanitizer_cov_trace_pc(void);
void __sanitizer_cov_trace_pc(void) { steps++; }

/* Steps that reading `unit`, written `times` times, takes. */
static uint64_t steps_of(const char *unit, size_t times)
{
    buf text = { 0 };

    buf_add(&text, "Redport want Torres ");
    for (size_t i = 0; i < times; i++)
        buf_add(&text, unit);
    assert_false(text.failed);
    steps = 0;
    const suitor_facts *facts = told_read(text.ptr);
    uint64_t taken = steps;
    check_facts(facts, told.article.text);
    buf_free(&text);
    return taken;
}

/* Four times the text may take five times the steps, not sixteen (or, if cubic, 64). */
static void takes_steps_by_length(void **state)
{
    static const char *const units[] = {
        "\u20ac60m word ",
        "60m word ",
        "he ",
        "they ",
        "the star ",
        "Redport, ",
        "Torres, ",
        "want ",
        "( ",
        "Redport want Torres. ",
        "the Blueton striker. ",
        "&amp;",
        "- ",
        "\" ",
        "and ",
        "22, ",
        "\u20ac60m to \u20ac70m plus ",
    };
    enum { TIMES = 20000 };

    (void)state;
    for (size_t i = 0; i < N_ROWS(units); i++) {
        uint64_t small = steps_of(units[i], TIMES / 4), large = steps_of(units[i], TIMES);
        if (large > 5 * small)
            print_error("\"%s\": %" PRIu64 " steps, and %" PRIu64 " for four times of it\n",
                        units[i], small, large);
        assert_in_range(small, TIMES / 4, UINT64_MAX); /* else they are not counted */
        assert_in_range(large, small, 5 * small);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_many_loans),
        cmocka_unit_test(tells_roles_of_listed_players),
        cmocka_unit_test(ends_at_entities_of_line_ends),
        cmocka_unit_test(takes_steps_by_length),
    };

    return cmocka_run_group_tests(tests, load_invented, invented_drop);
}
