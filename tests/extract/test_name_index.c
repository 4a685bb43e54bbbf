/* Whom names mean, against a search of all people one by one. */
#include "mentions/name_index.h"

#include "dice.h"
#include "reading.h"
#include "table.h"

enum { PEOPLE = 60, LONGEST = 32, LISTED = 5 };

typedef struct {
    char bytes[PEOPLE][LONGEST];
    person people[PEOPLE];
} crowd;

/* One to three of few words, so that people share names and parts of them. */
static suitor_sv random_name(uint64_t *dice, char out[LONGEST])
{
    static const char *const words[] = { "de", "jong", "luuk", "frenkie", "van", "dijk", "costa" };
    size_t len = 0;

    for (uint32_t n = 1 + dice_roll(dice, 3); n > 0; n--)
        len += (size_t)snprintf(out + len, LONGEST - len, "%s%s", len ? " " : "",
                                words[dice_roll(dice, N_ROWS(words))]);
    return suitor_sv_make(out, len);
}

static bool begins(suitor_sv name, suitor_sv part)
{
    return name.len > part.len && name.ptr[part.len] == ' ' &&
           memcmp(name.ptr, part.ptr, part.len) == 0;
}

static bool ends(suitor_sv name, suitor_sv part)
{
    return name.len > part.len && name.ptr[name.len - part.len - 1] == ' ' &&
           memcmp(name.ptr + name.len - part.len, part.ptr, part.len) == 0;
}

static name_bearers search(const crowd *c, uint32_t n, suitor_sv name)
{
    name_bearers b = { NONE, NONE, NONE, NONE, NONE };

    for (uint32_t i = 0; i < n; i++) {
        const person *p = &c->people[i];
        if (suitor_sv_equal(p->folded, name) && b.whole == NONE)
            b.whole = i;
        if (begins(p->folded, name)) {
            b.beginning = b.beginning == NONE ? i : b.beginning;
            b.late_beginning = i;
        }
        if (ends(p->folded, name)) {
            b.ending = b.ending == NONE ? i : b.ending;
            b.late_ending = b.late_ending == NONE || p->kind == PERSON_PLAYER ? i : b.late_ending;
        }
    }
    return b;
}

static uint32_t search_related(const crowd *c, uint32_t n, suitor_sv name)
{
    for (uint32_t i = 0; i < n; i++) {
        suitor_sv other = c->people[i].folded;
        if (suitor_sv_equal(other, name) || begins(other, name) || ends(other, name) ||
            begins(name, other) || ends(name, other))
            return i;
    }
    return NONE;
}

static void put_in(name_index *x, const person *p, uint32_t i)
{
    cut_name name;

    name_cut_copy(&name, p->folded);
    assert_true(name_index_add(x, &name, p->folded, p->kind == PERSON_PLAYER, i));
}

static uint32_t related(const name_index *x, suitor_sv name)
{
    cut_name cut;

    name_cut_copy(&cut, name);
    return name_index_related(x, &cut);
}

static name_bearers bearers(const name_index *x, suitor_sv name)
{
    cut_name cut;

    name_cut_copy(&cut, name);
    return name_index_bearers(x, &cut);
}

static void agrees_with_a_search_of_all(void **state)
{
    static crowd c;
    uint64_t dice = 9;
    name_index x = { 0 };

    (void)state;
    for (size_t round = 0; round < 300; round++) {
        uint32_t n = dice_roll(&dice, PEOPLE);
        assert_true(name_index_begin(&x, LISTED));
        for (uint32_t i = 0; i < n; i++) {
            c.people[i] =
                (person){ .folded = random_name(&dice, c.bytes[i]),
                          .gazetteer = dice_roll(&dice, 2) ? dice_roll(&dice, LISTED) : NONE,
                          .kind = (uint8_t)dice_roll(&dice, 2) };
            put_in(&x, &c.people[i], i);
            if (c.people[i].gazetteer != NONE)
                name_index_list(&x, c.people[i].gazetteer, i);
        }
        for (size_t k = 0; k < 40; k++) {
            char bytes[LONGEST];
            suitor_sv name = random_name(&dice, bytes);
            name_bearers expected = search(&c, n, name), got = bearers(&x, name);
            check_row(k, bytes, memcmp(&expected, &got, sizeof got) == 0);
            check_row(k, bytes, related(&x, name) == search_related(&c, n, name));
        }
        for (uint32_t listed = 0; listed < LISTED; listed++) {
            uint32_t first = 0;
            while (first < n && c.people[first].gazetteer != listed)
                first++;
            check_row(listed, "listed",
                      name_index_listed(&x, listed) == (first < n ? first : NONE));
        }
    }
    name_index_free(&x);
}

static void forgets_a_name_that_is_dropped(void **state)
{
    person p = { .folded = suitor_sv_of("luuk de jong"), .gazetteer = NONE };
    name_index x = { 0 };
    cut_name name;

    (void)state;
    name_cut_copy(&name, p.folded);
    assert_true(name_index_begin(&x, 0));
    put_in(&x, &p, 4);
    assert_false(x.has_gaps);
    name_index_drop(&x, &name, 4);
    assert_true(x.has_gaps);
    assert_int_equal(related(&x, suitor_sv_of("luuk de jong")), NONE);
    assert_int_equal(related(&x, suitor_sv_of("de jong")), NONE);
    assert_true(name_index_begin(&x, 0));
    assert_false(x.has_gaps);
    assert_int_equal(bearers(&x, suitor_sv_of("jong")).late_ending, NONE);
    name_index_free(&x);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(agrees_with_a_search_of_all),
        cmocka_unit_test(forgets_a_name_that_is_dropped),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
