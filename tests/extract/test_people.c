/* Registered people by their names: namesakes share what they have in common, and thousands are
 * each found again. */
#include "gazetteer/people.h"

#include <stdio.h>

#include "suitor/extraction.h"
#include "table.h"

static registered_person one(uint16_t country, int16_t born, uint8_t position, uint8_t roles)
{
    return (registered_person){
        .country = country, .born = born, .position = position, .roles = roles
    };
}

static void test_namesakes(void **state)
{
    static const struct {
        registered_person first, second, together;
    } rows[] = {
        { { .country = 3, .born = 1999, .position = SUITOR_CB, .roles = ROLE_PLAYS },
          { .country = 3, .born = 1990, .position = SUITOR_CB, .roles = ROLE_PLAYS },
          { .country = 3, .born = 0, .position = SUITOR_CB, .roles = ROLE_PLAYS } },
        { { .country = 3, .born = 1999, .position = SUITOR_CB, .roles = ROLE_PLAYS },
          { .country = 4, .born = 1999, .position = SUITOR_ST, .roles = ROLE_STAFF },
          { .country = PEOPLE_NOWHERE,
            .born = 1999,
            .position = SUITOR_POS_NONE,
            .roles = ROLE_PLAYS | ROLE_STAFF } },
        /* what one of them lacks may not be the other's */
        { { .country = PEOPLE_NOWHERE, .position = SUITOR_POS_NONE, .roles = ROLE_STAFF },
          { .country = 4, .born = 1960, .position = SUITOR_GK, .roles = ROLE_STAFF },
          { .country = PEOPLE_NOWHERE, .position = SUITOR_POS_NONE, .roles = ROLE_STAFF } },
    };

    (void)state;
    for (size_t i = 0; i < N_ROWS(rows); i++) {
        people p = { 0 };
        assert_null(people_find(&p, suitor_sv_of("bo test")));
        assert_true(people_add(&p, suitor_sv_of("bo test"), rows[i].first));
        assert_true(people_add(&p, suitor_sv_of("bo test"), rows[i].second));
        const registered_person *found = people_find(&p, suitor_sv_of("bo test"));
        check_row(i, "namesakes",
                  found && found->n == 2 && found->country == rows[i].together.country &&
                      found->born == rows[i].together.born &&
                      found->position == rows[i].together.position &&
                      found->roles == rows[i].together.roles && p.count == 1);
        assert_null(people_find(&p, suitor_sv_of("bo tes")));
        people_free(&p);
    }
}

static void test_many(void **state)
{
    enum { MANY = 20000 };
    people p = { 0 };
    char name[32];

    (void)state;
    for (int i = 0; i < MANY; i++) {
        snprintf(name, sizeof name, "player number %d", i);
        assert_true(people_add(&p, suitor_sv_of(name),
                               one((uint16_t)(i % 200), (int16_t)(i % 100), SUITOR_ST, 1)));
    }
    assert_int_equal(p.count, MANY);
    for (int i = 0; i < MANY; i++) {
        snprintf(name, sizeof name, "player number %d", i);
        const registered_person *found = people_find(&p, suitor_sv_of(name));
        assert_true(found && found->country == i % 200 && found->born == i % 100 && found->n == 1);
    }
    assert_null(people_find(&p, suitor_sv_of("player number 20000")));
    people_free(&p);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_namesakes),
        cmocka_unit_test(test_many),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
