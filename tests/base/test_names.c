/* Names of the public enums: each in its place, and back again. */
#include "suitor/extraction.h"
#include "suitor/ledger.h"
#include "table.h"

#define CHECK_NAMES(type, count, name_of, parse, ...)                                              \
    do {                                                                                           \
        static const char *const expected[] = { __VA_ARGS__ };                                     \
        type parsed;                                                                               \
        assert_int_equal(N_ROWS(expected), count);                                                 \
        for (size_t i = 0; i < N_ROWS(expected); i++) {                                            \
            parsed = (type)99;                                                                     \
            check_row(i, expected[i], strcmp(name_of((type)i), expected[i]) == 0);                 \
            check_row(i, expected[i], parse(suitor_sv_of(expected[i]), &parsed));                  \
            check_row(i, expected[i], (size_t)parsed == i);                                        \
        }                                                                                          \
        assert_string_equal(name_of((type)(count)), "unknown");                                    \
        assert_string_equal(name_of((type)-1), "unknown");                                         \
        parsed = (type)3;                                                                          \
        assert_false(parse(suitor_sv_of("unknown"), &parsed));                                     \
        assert_false(parse(suitor_sv_of("Keen"), &parsed));                                        \
        assert_false(parse(suitor_sv_make("keener", 3), &parsed));                                 \
        assert_false(parse(suitor_sv_of("ask"), &parsed));                                         \
        assert_int_equal((int)parsed, 3);                                                          \
    } while (0)

static void names_relations(void **state)
{
    (void)state;
    CHECK_NAMES(suitor_relation, SUITOR_N_RELATIONS, suitor_relation_name, suitor_relation_parse,
                "plays_for", "interest", "deal", "ended", "leaving", "staying");
}

static void names_stages(void **state)
{
    (void)state;
    CHECK_NAMES(suitor_stage, SUITOR_N_STAGES, suitor_stage_name, suitor_stage_parse, "owned",
                "loan", "linked", "watching", "keen", "talks", "bid", "agreed", "done", "over",
                "possible", "likely");
    assert_string_equal(suitor_stage_name(SUITOR_KEEN), "keen");
    assert_string_equal(suitor_stage_name(SUITOR_LIKELY), "likely");
}

static void names_hedges(void **state)
{
    (void)state;
    CHECK_NAMES(suitor_hedge, SUITOR_N_HEDGES, suitor_hedge_name, suitor_hedge_parse, "firm",
                "reported", "hedged", "doubtful");
}

static void names_positions(void **state)
{
    (void)state;
    CHECK_NAMES(suitor_position, SUITOR_N_POSITIONS, suitor_position_name, suitor_position_parse,
                "", "GK", "CB", "LB", "RB", "FB", "DF", "DM", "CM", "AM", "MF", "LW", "RW", "W",
                "ST", "FW");
    assert_string_equal(suitor_position_name(SUITOR_FW), "FW");
}

static void names_fee_kinds(void **state)
{
    (void)state;
    CHECK_NAMES(suitor_fee_kind, SUITOR_N_FEE_KINDS, suitor_fee_kind_name, suitor_fee_kind_parse,
                "asking", "bid", "agreed", "valuation", "clause");
}

static void names_kinds(void **state)
{
    (void)state;
    assert_int_equal(SUITOR_N_KINDS, 2);
    assert_string_equal(suitor_kind_name(SUITOR_KIND_PLAYER), "player");
    assert_string_equal(suitor_kind_name(SUITOR_KIND_CLUB), "club");
    assert_string_equal(suitor_kind_name(SUITOR_N_KINDS), "unknown");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_relations), cmocka_unit_test(names_stages),
        cmocka_unit_test(names_hedges),    cmocka_unit_test(names_positions),
        cmocka_unit_test(names_fee_kinds), cmocka_unit_test(names_kinds),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
