/* Pages in the manner of the systems that most sites run on: pages/NAME.html, and in NAME.txt what
 * is to be read of it, as a transcript. */
#include "arena.h"
#include "file.h"
#include "transcript.h"

static void reads_pages(void **state)
{
    static const char *const names[] = {
        "amp",   "arc",       "blog", "byline",    "cards",  "consent", "dateline",  "drupal",
        "forum", "hours-ago", "live", "microdata", "notice", "paywall", "published", "time-text",
    };
    arena memory = { 0 };

    (void)state;
    for (size_t i = 0; i < N_ROWS(names); i++) {
        char path[512];
        suitor_sv page, expected;
        snprintf(path, sizeof path, "%s/read/pages/%s.html", SUITOR_TESTS_DIR, names[i]);
        assert_int_equal(file_read(path, 1 << 20, &memory, &page, NULL), SUITOR_OK);
        snprintf(path, sizeof path, "%s/read/pages/%s.txt", SUITOR_TESTS_DIR, names[i]);
        assert_int_equal(file_read(path, 1 << 20, &memory, &expected, NULL), SUITOR_OK);
        check_transcript(i, put_bytes("page.html", page.ptr, page.len), expected.ptr);
    }
    arena_free(&memory);
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(reads_pages) };

    return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
