/* Eight and sixteen bytes at a time against one at a time. */
#include "ascii.h"

#include <stdbool.h>

#include "dice.h"
#include "table.h"

static bool is_letter(unsigned char c) { return (c | 32) >= 'a' && (c | 32) <= 'z'; }

/* Any byte, but letters and their neighbours more often. */
static unsigned char random_byte(uint64_t *dice)
{
    static const unsigned char edges[] = { '@', 'A', 'Z', '[', '`', 'a', 'z', '{', 0xC1, 0xE1 };

    switch (dice_roll(dice, 3)) {
    case 0: return (unsigned char)dice_roll(dice, 256);
    case 1: return edges[dice_roll(dice, sizeof edges)];
    default: return (unsigned char)('a' + dice_roll(dice, 26));
    }
}

static void agrees_with_one_byte_at_a_time(void **state)
{
    uint64_t dice = 3;

    (void)state;
    for (size_t round = 0; round < 200000; round++) {
        char bytes[ASCII_RUN];
        size_t run = 0;
        bool small = false;
        uint8_t least = (uint8_t)(1 + dice_roll(&dice, 0x80));
        bool below = false;
        for (size_t i = 0; i < ASCII_RUN; i++)
            bytes[i] = (char)random_byte(&dice);
        for (size_t i = 0; i < 8; i++)
            below |= (unsigned char)bytes[i] < least;
        check_row(round, "below", (ascii_below(ascii_load(bytes), least) != 0) == below);
        for (; run < ASCII_RUN && is_letter((unsigned char)bytes[run]); run++)
            small |= bytes[run] >= 'a';
        uint64_t others = ascii_no_letters(ascii_load(bytes));
        check_row(round, "of eight", (run < 8 ? run : 8) == (others ? ascii_before(others) : 8));
        check_row(round, "of sixteen", ascii_letters(bytes) == run);
        check_row(round, "capitals", ascii_is_upper(bytes, run) == !small);
    }
}

static void stores_eight_bytes(void **state)
{
    char out[10] = "#########";

    (void)state;
    ascii_store(out, ascii_load("Arsenal."));
    assert_string_equal(out, "Arsenal.#");
}

static void loads_the_first_byte_lowest(void **state)
{
    (void)state;
    assert_true(ascii_load("\x01\x02\x03\x04\x05\x06\x07\xff") == UINT64_C(0xff07060504030201));
    assert_true((ascii_load("INTER'9.") | ASCII_SMALL) == ascii_load("inter'9."));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(agrees_with_one_byte_at_a_time),
        cmocka_unit_test(stores_eight_bytes),
        cmocka_unit_test(loads_the_first_byte_lowest),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
