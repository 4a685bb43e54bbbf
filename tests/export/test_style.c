#include "style.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "file.h"
#include "suitor/extractor.h"
#include "table.h"

static void test_shipped(void **state)
{
    style s;
    suitor_error err;

    (void)state;
    assert_int_equal(style_load(NULL, NULL, &s, &err), SUITOR_OK);
    assert_true(s.canvas.width > 0 && s.canvas.dpi > 0);
    assert_non_null(s.stages[SUITOR_BID].word);
    assert_null(s.stages[SUITOR_DONE].word);
    assert_true(s.n_market >= 1);
    for (uint32_t i = 1; i < s.n_market; i++) /* the first with room is taken */
        assert_true(s.market[i - 1].up_to < s.market[i].up_to);
    style_clear(&s);
}

/* The shipped style with `find` replaced by `put` at its first place, in a file. */
static void write_changed(const char *path, const char *find, const char *put)
{
    char shipped[4096];
    arena memory = { 0 };
    suitor_sv text;
    FILE *out = fopen(path, "wb");

    assert_non_null(out);
    snprintf(shipped, sizeof shipped, "%s/../viz/style.json", suitor_data_dir());
    assert_int_equal(file_read(shipped, 1 << 20, &memory, &text, NULL), SUITOR_OK);
    const char *at = strstr(text.ptr, find);
    if (!at)
        print_error("not in the style: %s\n", find);
    assert_non_null(at);
    fwrite(text.ptr, 1, (size_t)(at - text.ptr), out);
    fputs(put, out);
    fputs(at + strlen(find), out);
    assert_int_equal(fclose(out), 0);
    arena_free(&memory);
}

#define LONG_KEY                                                                                   \
    "a_key_far_longer_than_all_that_the_program_that_draws_the_picture_knows_which_is_to_be_"      \
    "named_whole_so_that_it_can_be_found"

static void test_faults(void **state)
{
    static const struct {
        const char *find, *put, *says;
    } rows[] = {
        { "\"width\": 900", "\"wide\": 900", "\"canvas.width\": expected a number" },
        { "\"width\": 900", "\"width\": \"900\"", "\"canvas.width\": expected a number" },
        { "\"width\": 900", "\"width\": -1", "not negative" },
        { "\"dpi\": 96", "\"dpi\": 0", "\"canvas\": expected a shape and a dpi" },
        { "\"font\":", "\"fount\":", "\"font\": expected a text" },
        { "\"subtitle\": {", "\"undertitle\": {", "\"text.subtitle\": expected an object" },
        { "\"margin\": \"0.1,0.04\"", "\"margin\": 7", "\"player.margin\": expected" },
        { "\"seller\":", "\"buyer\":", "\"seller\": expected an object" },
        { "\"word\": \"keen\"", "\"word\": null", "\"interest.stages.keen.word\": expected" },
        { "\"bid\": {", "\"offer\": {", "\"interest.stages.bid\": expected an object" },
        { "\"padding\":", "\"stuffing\":", "\"badge.padding\": expected a number" },
        { "\"fill\": \"#77aadd\"", "\"fill\": 1", "\"clusters.colours[0].fill\": expected" },
        { "\"none\":", "\"nil\":", "\"clusters.none\": expected an object" },
        { "\"labels\": 200", "\"labels\": -2", "\"timeline.labels\": expected a number" },
        { "\"colours\": [", "\"colours\": [], \"x\": [", "\"badge.colours\": expected a list" },
        { "\"colours\": [", "\"colours\": [ 7,", "\"badge.colours\": expected a list" },
        { "\"market\": [", "\"market\": {}, \"x\": [", "\"layouts.market\": expected a list" },
        { "\"market\": [", "\"market\": [], \"x\": [", "\"layouts.market\": expected a list" },
        { "\"market\": [", "\"market\": [ 1,", "\"layouts.market[0].engine\": expected a text" },
        { "\"scale\": 1,", "\"scale\": 0,", "a scale above zero" },
        { "\"detail\": true", "\"detail\": 1", "\"layouts.race.detail\": expected true or false" },
        { "\"margin\": \"0.1,0.04\"", "\"" LONG_KEY "\": 7", "\"player." LONG_KEY "\": expected" },
        { "\"canvas\": {", "\"canvas\" {", ":3:" }, /* line of the fault */
        { "{", "[", "is not JSON" },
    };
    char path[] = "/tmp/suitor-style-XXXXXX";
    int fd = mkstemp(path);

    (void)state;
    assert_true(fd >= 0);
    close(fd);
    for (size_t i = 0; i < N_ROWS(rows); i++) {
        style s;
        suitor_error err = { 0 };
        write_changed(path, rows[i].find, rows[i].put);
        suitor_status st = style_load(path, NULL, &s, &err);
        check_row(i, rows[i].put, st == SUITOR_ERR_PARSE);
        check_row(i, err.message, strstr(err.message, rows[i].says) && strstr(err.message, path));
        style_clear(&s);
    }
    unlink(path);
}

static void test_themes(void **state)
{
    style light, dark;
    suitor_error err;

    (void)state;
    assert_int_equal(style_load(NULL, "light", &light, &err), SUITOR_OK);
    assert_int_equal(style_load(NULL, "dark", &dark, &err), SUITOR_OK);
    assert_string_not_equal(light.canvas.background, dark.canvas.background);
    assert_true(light.canvas.width == dark.canvas.width); /* of which the theme says nothing */
    style_clear(&light);
    style_clear(&dark);
    assert_int_equal(style_load(NULL, "pink", &dark, &err), SUITOR_ERR_INVALID);
    assert_non_null(strstr(err.message, "no theme 'pink'; it has these: light, dark"));
    style_clear(&dark);
}

static void test_missing_file(void **state)
{
    style s;
    suitor_error err;

    (void)state;
    assert_int_equal(style_load("/nowhere/style.json", NULL, &s, &err), SUITOR_ERR_IO);
    assert_non_null(strstr(err.message, "/nowhere/style.json"));
    style_clear(&s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_shipped),
        cmocka_unit_test(test_faults),
        cmocka_unit_test(test_themes),
        cmocka_unit_test(test_missing_file),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
