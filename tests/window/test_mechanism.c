/* What one move does to the others, written out. */
#include "mechanism.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "small_market.h"
#include "table.h"

/* "need met Bridge:AB 0.350; …" */
static const char *shown(const small_market *s, const mechanism_list *list)
{
    static char text[1024];
    size_t at = 0;

    text[0] = '\0';
    for (uint32_t i = 0; i < list->count; i++)
        at += (size_t)snprintf(text + at, sizeof text - at, "%s%s %s %.3f", i ? "; " : "",
                               suitor_mechanism_name(list->items[i].kind),
                               small_market_group(s, list->items[i].effect.group),
                               (double)list->items[i].effect.factor);
    return text;
}

/* A vacancy at Arrow for a centre-back is worth 1.75; a left-back fits it by 0.25, 1.75^0.25 =
 * 1.150, and need met to 0.35^0.25 = 0.769. */
static const struct {
    const char *what;
    bool with_either_or;
    double spent; /* by a fee of 30 */
    uint32_t player, club;
    double fee;
    const char *effects;
} cases[] = {
    { "need met, a vacancy, a beaten rival", false, 1, ABEL, BRIDGE, 30,
      "need met Bridge:AB 0.350; vacancy Arrow:F 1.750; vacancy Arrow:C 1.150; "
      "beaten rival Castle:A 1.100" },
    { "the other of two is kept, wherever he would have gone", true, 1, ABEL, BRIDGE, 0,
      "need met Bridge:A 0.350; need met Bridge:B 0.350; "
      "vacancy Arrow:F 1.750; vacancy Arrow:C 1.150; beaten rival Castle:A 1.100; "
      "one of two Bridge:B 0.150" },
    { "the first of two is kept", true, 1, BO, BRIDGE, 0,
      "need met Bridge:A 0.350; need met Bridge:B 0.350; "
      "vacancy Arrow:F 1.750; vacancy Arrow:C 1.150; "
      "one of two Bridge:A 0.150; one of two Castle:A 0.150" },
    { "a left-back is missed as one, and bought as one", false, 1, CRUZ, ARROW, 0,
      "need met Arrow:F 0.769; need met Arrow:C 0.350; vacancy Bridge:AB 1.125" },
    { "nobody misses a free agent", false, 1, DAHL, BRIDGE, 0, "need met Bridge:D 0.350" },
    { "nobody misses who is lent out", false, 1, EBO, BRIDGE, 0, "need met Bridge:AB 0.350" },
    { "somewhere: no need is met, and all who wanted him are beaten", false, 1, ABEL,
      CANDIDATES_NONE, 0,
      "vacancy Arrow:F 1.750; vacancy Arrow:C 1.150; beaten rival Bridge:AB 1.200; "
      "beaten rival Castle:A 1.100" },
    { "somebody whom the club was not said to want", false, 1, FALK, BRIDGE, 0,
      "need met Bridge:AB 0.350; vacancy Castle:A 1.750; "
      "beaten rival Arrow:F 1.100; beaten rival Arrow:C 1.024" },
    { "a fee is spent here and there to spend", false, 0.8, CRUZ, ARROW, 30,
      "need met Arrow:F 0.769; need met Arrow:C 0.350; vacancy Bridge:AB 1.125; "
      "money Arrow:F 0.800; money Arrow:C 0.800; money Bridge:AB 1.250; money Bridge:D 1.250" },
    { "half of it", false, 0.64, DAHL, ARROW, 15,
      "beaten rival Bridge:D 1.050; money Arrow:F 0.800; money Arrow:C 0.800" },
    { "an unknown fee is none", false, 0.8, DAHL, ARROW, 0, "beaten rival Bridge:D 1.050" },
};

static void test_moves(void **state)
{
    (void)state;
    for (size_t i = 0; i < N_ROWS(cases); i++) {
        small_market s;
        mechanism_list list = { 0 };
        small_market_make(cases[i].with_either_or, &s);
        s.all.rules.spent = cases[i].spent;
        assert_int_equal(moves_build(&s.all, &s.m, NULL), SUITOR_OK);
        assert_int_equal(
            mechanism_of_move(&s.m, cases[i].player, cases[i].club, cases[i].fee, &list, NULL),
            SUITOR_OK);
        if (strcmp(shown(&s, &list), cases[i].effects) != 0)
            print_error("%s\n", cases[i].what);
        assert_string_equal(shown(&s, &list), cases[i].effects);
        free(list.items);
        moves_free(&s.m);
    }
}

/* A target of two, of whom the club would buy only one: it is the other's move there that ends. */
static void test_one_bought(void **state)
{
    small_market s;
    mechanism_list list = { 0 };

    (void)state;
    small_market_make(true, &s);
    s.either_or[0] = (candidates_either_or){ ABEL, DAHL, BRIDGE };
    assert_int_equal(moves_build(&s.all, &s.m, NULL), SUITOR_OK);
    assert_int_equal(mechanism_of_move(&s.m, DAHL, BRIDGE, 0, &list, NULL), SUITOR_OK);
    assert_string_equal(shown(&s, &list), "need met Bridge:D 0.350; one of two Bridge:A 0.150");
    list.count = 0;
    assert_int_equal(mechanism_of_move(&s.m, DAHL, CASTLE, 0, &list, NULL), SUITOR_OK);
    assert_string_equal(shown(&s, &list), "beaten rival Bridge:D 1.050");
    free(list.items);
    moves_free(&s.m);
}

static void test_clubs(void **state)
{
    static const struct {
        uint32_t club;
        suitor_position position; /* SUITOR_N_POSITIONS: buys nobody */
        const char *effects;
    } rows[] = {
        { BRIDGE, SUITOR_CB, "vacancy Bridge:AB 1.750" },
        { ARROW, SUITOR_LB, "vacancy Arrow:F 1.125; vacancy Arrow:C 1.600" },
        { ARROW, SUITOR_GK, "" },
        { BRIDGE, SUITOR_N_POSITIONS,
          "gone Bridge:E 0.000; gone Bridge:AB 0.000; gone Bridge:D 0.000" },
    };
    small_market s;

    (void)state;
    small_market_make(false, &s);
    assert_int_equal(moves_build(&s.all, &s.m, NULL), SUITOR_OK);
    for (size_t i = 0; i < N_ROWS(rows); i++) {
        mechanism_list list = { 0 };
        suitor_status st =
            rows[i].position == SUITOR_N_POSITIONS
                ? mechanism_of_absence(&s.m, rows[i].club, &list, NULL)
                : mechanism_of_vacancy(&s.m, rows[i].club, rows[i].position, &list, NULL);
        check_row(i, "done", st == SUITOR_OK);
        assert_string_equal(shown(&s, &list), rows[i].effects);
        free(list.items);
    }
    moves_free(&s.m);
}

/* What moves_build() lays down for each move is what its mechanism says. */
static void test_laid_down(void **state)
{
    small_market s;

    (void)state;
    small_market_make(true, &s);
    s.all.rules.spent = 0.8;
    assert_int_equal(moves_build(&s.all, &s.m, NULL), SUITOR_OK);
    for (uint32_t i = 0; i < s.m.n_moves; i++) {
        const candidates_pair *pair = &s.pairs[s.m.list[i].pair];
        uint32_t first = s.m.list[i].first_effect, n = s.m.list[i + 1].first_effect - first;
        mechanism_list list = { 0 };
        assert_int_equal(mechanism_of_move(&s.m, pair->player, pair->club, pair->fee, &list, NULL),
                         SUITOR_OK);
        check_row(i, "how many", n == list.count);
        for (uint32_t k = 0; k < n; k++)
            check_row(i, "effect",
                      s.m.effects[first + k].group == list.items[k].effect.group &&
                          s.m.effects[first + k].factor == list.items[k].effect.factor);
        free(list.items);
    }
    moves_free(&s.m);
}

static void test_names(void **state)
{
    (void)state;
    for (int k = 0; k < SUITOR_N_MECHANISMS; k++)
        check_row(k, "name", *suitor_mechanism_name((suitor_mechanism)k) != '\0');
    assert_string_equal(suitor_mechanism_name(SUITOR_N_MECHANISMS), "unknown");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_moves), cmocka_unit_test(test_one_bought),
        cmocka_unit_test(test_clubs), cmocka_unit_test(test_laid_down),
        cmocka_unit_test(test_names),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
