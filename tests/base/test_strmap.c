/* The string map against a list that is searched from end to end. */
#include "strmap.h"

#include <stdlib.h>

#include "dice.h"
#include "scarce_memory.h"
#include "table.h"

enum { LONGEST_KEY = 6, KEYS = 3000 };

typedef struct {
    char key[LONGEST_KEY];
    size_t len;
    uint32_t value;
} listed;

static listed *look_up(listed *list, size_t n, suitor_sv key)
{
    for (size_t i = 0; i < n; i++)
        if (suitor_sv_equal(suitor_sv_make(list[i].key, list[i].len), key))
            return &list[i];
    return NULL;
}

/* Few letters, so that keys come again, one is the beginning of another, and the empty
 * one and zero bytes are among them. */
static suitor_sv random_key(uint64_t *dice, char bytes[LONGEST_KEY])
{
    size_t len = dice_roll(dice, LONGEST_KEY + 1);

    for (size_t i = 0; i < len; i++)
        bytes[i] = (char)(dice_roll(dice, 5) ? 'a' + (int)dice_roll(dice, 3) : '\0');
    return suitor_sv_make(bytes, len);
}

static void agrees_with_a_list(void **state)
{
    static listed list[KEYS];
    uint64_t dice = 11;
    strmap map = { 0 };

    (void)state;
    for (int round = 0; round < 3; round++) {
        size_t n = 0;
        for (uint32_t i = 0; i < 4 * KEYS && n < KEYS; i++) {
            char bytes[LONGEST_KEY];
            suitor_sv key = random_key(&dice, bytes);
            listed *known = look_up(list, n, key);
            uint32_t value = 77;
            check_row(i, "get", strmap_get(&map, key, &value) == (known != NULL));
            check_row(i, "value", value == (known ? known->value : 77)); /* untouched on a miss */
            if (dice_roll(&dice, 3) == 0)
                continue;
            bool added = known != NULL;
            uint32_t *slot = strmap_put(&map, key, i, dice_roll(&dice, 2) ? &added : NULL);
            check_row(i, "put", slot && *slot == (known ? known->value : i));
            if (!known) {
                list[n] = (listed){ .len = key.len, .value = i };
                memcpy(list[n++].key, bytes, key.len);
            } else if (dice_roll(&dice, 4) == 0) {
                *slot = known->value = i;
            }
            check_row(i, "count", map.count == n);
        }
        for (size_t i = 0; i < n; i++) {
            uint32_t value = 0;
            check_row(i, "kept",
                      strmap_get(&map, suitor_sv_make(list[i].key, list[i].len), &value));
            check_row(i, "kept", value == list[i].value);
        }
        strmap_reset(&map);
        assert_int_equal(map.count, 0);
    }
    strmap_free(&map);
    assert_null(map.slots);
}

static void tells_what_was_added(void **state)
{
    strmap map = { 0 };
    bool added = false;
    char key[] = "Inter";

    (void)state;
    assert_non_null(strmap_put(&map, suitor_sv_of(key), 5, &added));
    assert_true(added);
    key[0] = 'X'; /* keys are copied */
    uint32_t *slot = strmap_put(&map, suitor_sv_of("Inter"), 6, &added);
    assert_false(added);
    assert_int_equal(*slot, 5);
    assert_false(strmap_get(&map, suitor_sv_of("Xnter"), slot));
    strmap_free(&map);
}

static void is_empty_when_zeroed(void **state)
{
    strmap map = { 0 };
    uint32_t value = 3;

    (void)state;
    assert_false(strmap_get(&map, suitor_sv_of("Inter"), &value));
    assert_false(strmap_get(&map, suitor_sv_make(NULL, 0), &value));
    assert_int_equal(value, 3);
    strmap_reset(&map);
    strmap_free(&map);
    assert_non_null(strmap_put(&map, suitor_sv_make(NULL, 0), 9, NULL));
    assert_true(strmap_get(&map, suitor_sv_of(""), &value));
    assert_int_equal(value, 9);
    strmap_free(&map);
}

static void holds_many(void **state)
{
    enum { MANY = 200000 };
    strmap map = { 0 };
    char key[16];

    (void)state;
    for (uint32_t i = 0; i < MANY; i++) {
        snprintf(key, sizeof key, "player %u", i);
        assert_non_null(strmap_put(&map, suitor_sv_of(key), i, NULL));
    }
    for (uint32_t i = 0; i < 2 * MANY; i++) {
        uint32_t value = MANY;
        snprintf(key, sizeof key, "player %u", i);
        assert_int_equal(strmap_get(&map, suitor_sv_of(key), &value), i < MANY);
        assert_int_equal(value, i < MANY ? i : MANY);
    }
    strmap_free(&map);
}

/* A table that was made for many is not kept for few, nor thrown away for as many. */
static void lets_go_of_what_is_far_too_large(void **state)
{
    strmap map = { 0 };
    char key[16];
    uint32_t wide, value;

    (void)state;
    for (uint32_t i = 0; i < 20000; i++) {
        snprintf(key, sizeof key, "%u", i);
        assert_non_null(strmap_put(&map, suitor_sv_of(key), i, NULL));
    }
    wide = map.mask;
    strmap_reset(&map);
    assert_int_equal(map.mask, wide);
    assert_non_null(strmap_put(&map, suitor_sv_of("only"), 7, NULL));
    strmap_reset(&map);
    assert_null(map.slots);
    assert_false(strmap_get(&map, suitor_sv_of("only"), &value));
    assert_non_null(strmap_put(&map, suitor_sv_of("only"), 8, NULL));
    assert_true(strmap_get(&map, suitor_sv_of("only"), &value));
    assert_int_equal(value, 8);
    strmap_free(&map);
}

/* Whichever allocation fails: NULL, nothing half put in, and it goes on later. */
static void stands_that_memory_runs_out(void **state)
{
    (void)state;
    for (uint32_t allowed = 0; allowed < 8; allowed++) {
        strmap map = { .keys = { .block_size = 512 } };
        uint32_t put = 0, value;
        char key[8];
        memory_allow(allowed);
        for (uint32_t i = 0; i < 200; i++, put++) {
            snprintf(key, sizeof key, "%u", i);
            if (!strmap_put(&map, suitor_sv_of(key), i, NULL))
                break;
        }
        memory_plenty();
        check_row(allowed, "fails in time", put < 200 && map.count == put);
        for (uint32_t i = 0; i < 200; i++) {
            snprintf(key, sizeof key, "%u", i);
            check_row(allowed, key, strmap_get(&map, suitor_sv_of(key), &value) == (i < put));
        }
        snprintf(key, sizeof key, "%u", put);
        check_row(allowed, key, strmap_put(&map, suitor_sv_of(key), put, NULL) != NULL);
        strmap_free(&map);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(agrees_with_a_list),
        cmocka_unit_test(tells_what_was_added),
        cmocka_unit_test(is_empty_when_zeroed),
        cmocka_unit_test(holds_many),
        cmocka_unit_test(lets_go_of_what_is_far_too_large),
        cmocka_unit_test(stands_that_memory_runs_out),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
