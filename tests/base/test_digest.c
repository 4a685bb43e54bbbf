/* BLAKE2b-128 against Python's hashlib.blake2b(…, digest_size=16). */
#include "digest.h"

#include "table.h"

static const struct {
    size_t len; /* of the bytes 0, 7, 14, … modulo 251 */
    const char *expected;
} rows[] = {
    { 0, "cae66941d9efbd404e4d88758ea67670" },    { 1, "7025e075d5e2f6cde3cc051a31f07660" },
    { 127, "8880c15d5ce64385d299599516f7037a" },  { 128, "57e95fca0247d40bfd1439eb362ad9ea" },
    { 129, "060d056ab12d3852d34fd6a721c512e7" },  { 255, "7e884eb93767faec3c05455a34d6adc6" },
    { 256, "8d9f76fd382990900afde79ea1a6ee8c" },  { 257, "93fd971a4953d526421ed3188b5c8016" },
    { 1000, "a00baeab3f4fcf20f48d759d1a18c283" },
};

static const char *hex(digest *d, char out[2 * DIGEST_SIZE + 1])
{
    unsigned char bytes[DIGEST_SIZE];

    digest_end(d, bytes);
    for (int i = 0; i < DIGEST_SIZE; i++)
        snprintf(out + 2 * i, 3, "%02x", bytes[i]);
    return out;
}

static void test_vectors(void **state)
{
    unsigned char bytes[1000];
    char text[2 * DIGEST_SIZE + 1];
    digest d;

    (void)state;
    for (size_t i = 0; i < sizeof bytes; i++)
        bytes[i] = (unsigned char)(i * 7 % 251);
    for (size_t i = 0; i < N_ROWS(rows); i++) {
        digest_begin(&d);
        digest_add(&d, bytes, rows[i].len);
        hex(&d, text);
        check_row(i, rows[i].expected, strcmp(text, rows[i].expected) == 0);
    }
    digest_begin(&d);
    digest_add(&d, "abc", 3);
    assert_string_equal(hex(&d, text), "cf4ab791c62b8d2b2109c90275287816");
}

/* However the bytes are cut, the digest is that of the whole. */
static void test_pieces(void **state)
{
    unsigned char bytes[1000];
    char text[2 * DIGEST_SIZE + 1];

    (void)state;
    for (size_t i = 0; i < sizeof bytes; i++)
        bytes[i] = (unsigned char)(i * 7 % 251);
    for (size_t piece = 1; piece <= sizeof bytes; piece += 13) {
        digest d;
        digest_begin(&d);
        for (size_t at = 0; at < sizeof bytes; at += piece)
            digest_add(&d, bytes + at, piece < sizeof bytes - at ? piece : sizeof bytes - at);
        assert_string_equal(hex(&d, text), rows[N_ROWS(rows) - 1].expected);
    }
}

/* "ab" + "c" and "a" + "bc" are different fields. */
static void test_fields(void **state)
{
    char first[2 * DIGEST_SIZE + 1], second[2 * DIGEST_SIZE + 1];
    digest a, b;

    (void)state;
    digest_begin(&a);
    digest_add_text(&a, suitor_sv_of("ab"));
    digest_add_text(&a, suitor_sv_of("c"));
    digest_begin(&b);
    digest_add_text(&b, suitor_sv_of("a"));
    digest_add_text(&b, suitor_sv_of("bc"));
    assert_string_not_equal(hex(&a, first), hex(&b, second));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_vectors),
        cmocka_unit_test(test_pieces),
        cmocka_unit_test(test_fields),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
