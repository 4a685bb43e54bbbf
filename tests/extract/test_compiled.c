/* Tables from the cache: the same as built anew, and never out of date. */
#include <dirent.h>
#include <unistd.h>

#include "reading.h"
#include "scratch.h"
#include "suitor/article.h"
#include "told.h"

enum { SETTLED = 3 }; /* seconds after which files may go into the cache */

static const char cues[] =
    "[{\"relation\": \"interest\", \"stage\": \"keen\", \"patterns\": [\"C want P\"]}]";

static char cache[96], registered[96];

static int set_up(void **state)
{
    if (scratch_make(state) != 0)
        return -1;
    scratch_put("lexicon/en/cues/test.json", cues);
    scratch_put("clubs.csv", "name\nAlder Vale FC\n");
    snprintf(registered, sizeof registered, "%s/clubs.csv", scratch);
    snprintf(cache, sizeof cache, "%s/above/cache", scratch);
    sleep(SETTLED);
    return suitor_extraction_new(&told.extraction, NULL) == SUITOR_OK ? 0 : -1;
}

static int tear_down(void **state)
{
    told_clear();
    return scratch_remove(state);
}

/* Path of the only file in the cache; NULL for none. */
static const char *cached(void)
{
    static char path[400];
    const char *found = NULL;
    struct dirent *entry;
    DIR *dir = opendir(cache);

    while (dir && (entry = readdir(dir))) {
        if (entry->d_name[0] == '.')
            continue;
        assert_null(found);
        snprintf(path, sizeof path, "%s/%s", cache, entry->d_name);
        found = path;
    }
    if (dir)
        closedir(dir);
    return found;
}

/* Load the invented tables by way of `cache_dir`; whether they came from an image. */
static bool load(const char *cache_dir)
{
    const char *const registers[] = { registered };
    const suitor_extractor_options options = { scratch, registers, 1, cache_dir };

    suitor_extractor_free(told.extractor);
    assert_int_equal(suitor_extractor_load_with(&options, &told.extractor, NULL), SUITOR_OK);
    return told.extractor->image.bytes != NULL;
}

static void check_reading(void)
{
    static const told_row rows[] = {
        { "Redport want Zippo.", "interest keen Zippo | Redport" },
        { "Alder Vale FC want Jan Ruiz.", "interest keen Jan Ruiz | Alder Vale FC" },
        { "Milo Manger is gone. Blueton want Kim van Extraordinarily.",
          "interest keen Kim van Extraordinarily | Blueton" },
    };

    check_told(rows, N_ROWS(rows), told_claims);
}

static void comes_from_the_cache_the_second_time(void **state)
{
    (void)state;
    assert_false(load(NULL));
    check_reading();
    assert_null(cached());
    assert_false(load(cache)); /* whose folders are made */
    check_reading();
    assert_non_null(cached());
    assert_true(load(cache));
    check_reading();
}

static void is_made_anew_where_it_is_damaged(void **state)
{
    FILE *file;

    (void)state;
    load(cache);
    file = fopen(cached(), "r+b");
    assert_non_null(file);
    assert_int_equal(fseek(file, 5000, SEEK_SET), 0);
    fputs("damaged", file);
    assert_int_equal(fclose(file), 0);
    assert_false(load(cache));
    check_reading();
    assert_true(load(cache));
    assert_int_equal(truncate(cached(), 100), 0);
    assert_false(load(cache));
    assert_true(load(cache));
}

/* Put a copy in the place of the file `name`, or the file itself back. */
static void exchange(const char *name, bool back)
{
    char file[256], kept[264], command[600];

    snprintf(file, sizeof file, "%s/%s", scratch, name);
    snprintf(kept, sizeof kept, "%s.kept", file);
    snprintf(command, sizeof command, "cp '%.260s' '%.260s'", kept, file);
    assert_int_equal(back ? rename(kept, file) : rename(file, kept), 0);
    assert_int_equal(back ? 0 : system(command), 0);
}

static void is_never_out_of_date(void **state)
{
    static const char *const files[] = { "gazetteer/clubs/test.tsv", "gazetteer/outlets.tsv",
                                         "lexicon/en/verbs.json", "lexicon/en/cues/test.json",
                                         "clubs.csv" };

    (void)state;
    load(cache);
    for (size_t i = 0; i < N_ROWS(files); i++) {
        check_row(i, "cached", load(cache));
        exchange(files[i], false);
        check_row(i, files[i], !load(cache));
        check_row(i, "not cached while it may change again", !load(cache));
        exchange(files[i], true);
    }
    assert_true(load(cache));
    scratch_put("lexicon/en/cues/more.json", "[]");
    assert_false(load(cache));
    scratch_drop("lexicon/en/cues/more.json");
    assert_true(load(cache));
    scratch_put("clubs.csv", "name\nAlder Hill FC\n");
    assert_false(load(cache));
    assert_string_equal(told_claims("Alder Hill FC want Jan Ruiz."),
                        "interest keen Jan Ruiz | Alder Hill FC");
}

static void does_without_where_there_can_be_none(void **state)
{
    char file[128], none[160];

    (void)state;
    snprintf(file, sizeof file, "%s/file", scratch);
    snprintf(none, sizeof none, "%s/below", file);
    scratch_put("file", "");
    assert_false(load(file));
    assert_false(load(none));
    assert_false(load(none));
    check_reading();
}

static suitor_status compare(const suitor_article *article, void *user, suitor_error *err)
{
    suitor_extractor **extractors = user;
    char *lines[2];

    for (size_t i = 0; i < 2; i++) {
        const suitor_facts *facts;
        size_t len;
        FILE *out = open_memstream(&lines[i], &len);
        assert_int_equal(suitor_extract(extractors[i], article, told.extraction, &facts, err),
                         SUITOR_OK);
        assert_int_equal(suitor_facts_write_json(article, facts, out, err), SUITOR_OK);
        assert_int_equal(fclose(out), 0);
    }
    assert_string_equal(lines[0], lines[1]);
    free(lines[0]);
    free(lines[1]);
    return SUITOR_OK;
}

/* The real tables, on all sample articles. */
static void reads_the_same_as_without(void **state)
{
    suitor_extractor_options options = { .cache_dir = cache };
    suitor_extractor *extractors[2];
    char path[512], command[256];

    (void)state;
    snprintf(command, sizeof command, "rm -rf '%s'", cache);
    assert_int_equal(system(command), 0);
    assert_int_equal(suitor_extractor_load(NULL, &extractors[0], NULL), SUITOR_OK);
    assert_int_equal(suitor_extractor_load_with(&options, &extractors[1], NULL), SUITOR_OK);
    if (cached()) { /* else the data was changed a moment ago */
        suitor_extractor_free(extractors[1]);
        assert_int_equal(suitor_extractor_load_with(&options, &extractors[1], NULL), SUITOR_OK);
        assert_non_null(extractors[1]->image.bytes);
    }
    snprintf(path, sizeof path, "%s/articles", suitor_data_dir());
    assert_int_equal(suitor_read(path, NULL, compare, NULL, extractors, NULL), SUITOR_OK);
    suitor_extractor_free(extractors[0]);
    suitor_extractor_free(extractors[1]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(comes_from_the_cache_the_second_time),
        cmocka_unit_test(is_made_anew_where_it_is_damaged),
        cmocka_unit_test(does_without_where_there_can_be_none),
        cmocka_unit_test(is_never_out_of_date),
        cmocka_unit_test(reads_the_same_as_without),
    };

    return cmocka_run_group_tests(tests, set_up, tear_down);
}
