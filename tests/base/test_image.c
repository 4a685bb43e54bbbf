/* Images: what is described comes back, and a file that is not the right one whole is none. */
#include "image.h"

#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "hash.h"
#include "scarce_memory.h"
#include "table.h"

enum { KEY = 4711 };

typedef struct {
    uint64_t number;
    suitor_sv first;
    uint8_t small;
    suitor_sv second;
} row;

typedef struct {
    uint32_t mask, n_rows, n_numbers, n_none;
    row *rows;
    uint16_t *numbers, *none;
    strmap map;
} thing;

static void describe(image *m, thing *t)
{
    image_number(m, &t->mask);
    image_array(m, &t->numbers, &t->n_numbers, sizeof *t->numbers);
    image_array(m, &t->rows, &t->n_rows, sizeof *t->rows);
    image_views(m, offsetof(row, first));
    image_views(m, offsetof(row, second));
    image_array(m, &t->none, &t->n_none, sizeof *t->none);
    image_strmap(m, &t->map);
}

static char folder[32], path[64];

static int make_folder(void **state)
{
    (void)state;
    strcpy(folder, "/tmp/suitor-image-XXXXXX");
    if (!mkdtemp(folder))
        return -1;
    snprintf(path, sizeof path, "%s/thing.image", folder);
    return 0;
}

static int remove_folder(void **state)
{
    (void)state;
    unlink(path);
    return rmdir(folder);
}

static bool save(uint64_t key)
{
    static uint16_t numbers[] = { 1, 2, 65535 };
    static row rows[2];
    thing t = { 77, 2, 3, 0, rows, numbers, NULL, { 0 } };
    char *passing = malloc(8); /* the texts need not outlive the saving */
    image m;

    strcpy(passing, "Redport");
    rows[0] = (row){ 5, suitor_sv_make(passing, 7), 6, suitor_sv_make(NULL, 0) };
    rows[1] = (row){ 8, suitor_sv_make(passing, 3), 9, suitor_sv_make("", 0) };
    assert_non_null(strmap_put(&t.map, suitor_sv_of("of an earlier round"), 1, NULL));
    strmap_reset(&t.map);
    for (uint32_t i = 0; i < 100; i++) {
        char key_text[16];
        snprintf(key_text, sizeof key_text, "key %u", (unsigned)i);
        assert_non_null(strmap_put(&t.map, suitor_sv_of(key_text), i, NULL));
    }
    image_begin(&m);
    describe(&m, &t);
    bool saved = image_save(&m, path, key);
    strmap_free(&t.map);
    free(passing);
    return saved;
}

static void gives_back_what_was_described(void **state)
{
    thing t = { 0 };
    image m;
    uint32_t value = 0;

    (void)state;
    assert_true(save(KEY));
    assert_true(image_open(&m, path, KEY));
    describe(&m, &t);
    assert_false(m.failed);
    assert_int_equal(m.at, m.len);
    assert_int_equal(t.mask, 77);
    assert_int_equal(t.n_numbers, 3);
    assert_int_equal(t.numbers[2], 65535);
    assert_int_equal(t.n_rows, 2);
    assert_int_equal(t.rows[0].number, 5);
    assert_true(suitor_sv_equal(t.rows[0].first, suitor_sv_of("Redport")));
    assert_null(t.rows[0].second.ptr);
    assert_true(suitor_sv_equal(t.rows[1].first, suitor_sv_of("Red")));
    assert_non_null(t.rows[1].second.ptr);
    assert_int_equal(t.rows[1].small, 9);
    assert_null(t.none);
    assert_true(strmap_get(&t.map, suitor_sv_of("key 42"), &value));
    assert_int_equal(value, 42);
    assert_false(strmap_get(&t.map, suitor_sv_of("key 100"), &value));
    assert_false(strmap_get(&t.map, suitor_sv_of("of an earlier round"), &value));
    image_close(&m);
}

static void write_byte(size_t at, int change)
{
    FILE *file = fopen(path, "r+b");

    assert_non_null(file);
    assert_int_equal(fseek(file, (long)at, SEEK_SET), 0);
    int byte = fgetc(file);
    assert_int_equal(fseek(file, (long)at, SEEK_SET), 0);
    fputc(byte ^ change, file);
    assert_int_equal(fclose(file), 0);
}

static void takes_no_other_file_for_its_own(void **state)
{
    image m;
    struct stat info;

    (void)state;
    assert_true(save(KEY));
    assert_false(image_open(&m, path, KEY + 1));
    assert_false(image_open(&m, "/nowhere/at/all", KEY));
    assert_false(image_open(&m, folder, KEY));
    assert_int_equal(stat(path, &info), 0);
    assert_int_equal(info.st_mode & 0777, 0600);
    for (size_t at = 0; at < (size_t)info.st_size; at += 1 + at / 7) {
        write_byte(at, 0x10);
        check_row(at, "a damaged byte is seen", !image_open(&m, path, KEY));
        write_byte(at, 0x10);
    }
    assert_true(image_open(&m, path, KEY));
    image_close(&m);
    assert_int_equal(chmod(path, 0622), 0);
    assert_false(image_open(&m, path, KEY)); /* somebody else may have written it */
    assert_int_equal(chmod(path, 0600), 0);
    for (off_t size = info.st_size - 1; size >= 0; size -= 1 + size / 3) {
        assert_int_equal(truncate(path, size), 0);
        assert_false(image_open(&m, path, KEY));
    }
    assert_true(save(KEY)); /* in the place of the broken one */
    assert_true(image_open(&m, path, KEY));
    image_close(&m);
}

/* A description that is not the one it was written by is seen, and reads nothing outside. */
static void sees_that_it_does_not_fit(void **state)
{
    uint32_t n = 0;
    uint64_t *wide = NULL;
    image m;

    (void)state;
    assert_true(save(KEY));
    assert_true(image_open(&m, path, KEY));
    for (int i = 0; i < 1000 && !m.failed; i++)
        image_array(&m, &wide, &n, 4096);
    assert_true(m.failed);
    image_array(&m, &wide, &n, 1);
    image_views(&m, 0);
    assert_null(wide);
    image_close(&m);
}

/* Who looks into a table looks at no slot behind its end, whatever the image says. */
static void takes_no_table_of_another_size(void **state)
{
    static const struct {
        uint32_t mask, count;
        bool fits;
    } rows[] = { { 7, 8, true },  { 0, 1, true },          { 7, 0, true },  { UINT32_MAX, 0, true },
                 { 7, 7, false }, { 7, 9, false },         { 8, 9, false }, { 15, 8, false },
                 { 0, 2, false }, { UINT32_MAX, 1, false } };

    (void)state;
    for (size_t i = 0; i < N_ROWS(rows); i++) {
        static uint16_t slots[16];
        uint16_t *table = rows[i].count ? slots : NULL;
        uint32_t mask = rows[i].mask, count = rows[i].count;
        image m;
        image_begin(&m);
        image_number(&m, &mask);
        image_array(&m, &table, &count, sizeof *table);
        assert_true(image_save(&m, path, KEY));
        assert_true(image_open(&m, path, KEY));
        table = NULL;
        image_number(&m, &mask);
        image_table(&m, &table, &mask, sizeof *table);
        check_row(i, "fits", m.failed != rows[i].fits);
        image_close(&m);
    }
}

static void says_when_it_cannot_be_saved(void **state)
{
    thing t = { .mask = 1 };
    image m;

    (void)state;
    image_begin(&m);
    describe(&m, &t);
    assert_false(image_save(&m, "/nowhere/at/all", KEY));
    assert_true(save(KEY));
    bool saved = false;
    for (uint32_t allowed = 0; allowed < 3; allowed++) {
        image_begin(&m);
        memory_allow(allowed);
        for (int i = 0; i < 2000; i++)
            describe(&m, &t);
        saved = image_save(&m, path, KEY + 1);
        memory_plenty();
        assert_false(saved);
    }
    assert_true(image_open(&m, path, KEY)); /* the old one still stands */
    image_close(&m);
}

static void hashes_tell_bytes_apart(void **state)
{
    unsigned char bytes[100] = { 0 };
    uint64_t zeros[101];

    (void)state;
    for (size_t len = 0; len <= 100; len++) {
        zeros[len] = hash_bytes(1, bytes, len);
        assert_true(zeros[len] != hash_bytes(2, bytes, len));
        for (size_t i = 0; i < len; i++) {
            assert_true(zeros[len] != zeros[i]);
            bytes[i] = 1;
            assert_true(zeros[len] != hash_bytes(1, bytes, len));
            bytes[i] = 0;
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(gives_back_what_was_described),
        cmocka_unit_test(takes_no_other_file_for_its_own),
        cmocka_unit_test(sees_that_it_does_not_fit),
        cmocka_unit_test(takes_no_table_of_another_size),
        cmocka_unit_test(says_when_it_cannot_be_saved),
        cmocka_unit_test(hashes_tell_bytes_apart),
    };

    return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
