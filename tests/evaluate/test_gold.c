/* Reading gold files: what rows hold, and what is said of those that are skipped. */
#include "gold.h"

#include "files.h"
#include "scarce_memory.h"

#define TEXT "\"text\": \"Redport want Ruiz.\""

static const char full[] =
    "{\"id\": \"g1\", \"date\": \"2026-03-02\", \"author\": \"Nord Herald\", " TEXT ","
    " \"players\": [{\"name\": \"Ruiz\", \"club\": \"Blueton\", \"position\": \"CB\", \"age\": 22},"
    "               {\"name\": \"Cole\", \"club\": null, \"position\": null, \"age\": null}],"
    " \"claims\": [{\"player\": \"Ruiz\", \"club\": \"Redport\", \"relation\": \"interest\","
    "               \"stage\": \"keen\", \"quote\": \"Redport want Ruiz\"},"
    "              {\"player\": \"Ruiz\", \"club\": null, \"relation\": \"leaving\"}],"
    " \"fees\": [{\"player\": \"Ruiz\", \"kind\": \"bid\", \"currency\": \"EUR\", \"low\": 60,"
    "             \"high\": 70.5}],"
    " \"needs\": [{\"club\": \"Redport\", \"position\": \"ST\"}],"
    " \"either_or\": [{\"club\": \"Redport\", \"players\": [\"Ruiz\", \"Cole\"]}],"
    " \"sources\": [\"Nord Herald\"],"
    " \"aliases\": {\"Redport\": [\"the Sailors\", \"Redport FC\"]}}";

static void check_text(suitor_sv got, const char *expected)
{
    if (!suitor_sv_equal(got, suitor_sv_of(expected)))
        fail_msg("expected \"%s\", got \"%.*s\"", expected, SUITOR_SV_ARG(got));
}

static void reads_every_label(void **state)
{
    gold_set set = { 0 };

    (void)state;
    assert_int_equal(gold_read(&set, files_put("full.json", full), NULL, NULL, NULL), SUITOR_OK);
    assert_int_equal(set.n_rows, 1);
    const gold_row *row = &set.rows[0];
    check_text(row->article.id, "g1");
    check_text(row->article.outlet, "Nord Herald");
    check_text(row->article.text, "Redport want Ruiz.");
    assert_int_equal(row->article.day, 20514);
    assert_int_equal(row->n_players, 2);
    check_text(row->players[0].club, "Blueton");
    assert_int_equal(row->players[0].position, SUITOR_CB);
    assert_int_equal(row->players[0].age, 22);
    assert_int_equal(row->players[1].position, SUITOR_POS_NONE);
    assert_int_equal(row->players[1].age, -1);
    assert_int_equal(row->players[1].club.len, 0);
    assert_int_equal(row->n_claims, 2);
    assert_int_equal(row->claims[0].relation, SUITOR_INTEREST);
    assert_int_equal(row->claims[0].stage, SUITOR_KEEN);
    check_text(row->claims[0].quote, "Redport want Ruiz");
    assert_int_equal(row->claims[1].stage, SUITOR_N_STAGES);
    assert_int_equal(row->n_fees, 1);
    check_text(row->fees[0].currency, "EUR");
    assert_true(row->fees[0].low == 60 && row->fees[0].high == 70.5);
    assert_int_equal(row->n_needs, 1);
    assert_int_equal(row->needs[0].position, SUITOR_ST);
    assert_int_equal(row->n_choices, 1);
    assert_int_equal(row->choices[0].players.count, 2);
    check_text(row->choices[0].players.names[1], "Cole");
    assert_int_equal(row->sources.count, 1);
    assert_int_equal(row->n_aliases, 1);
    check_text(row->aliases[0].spellings.names[1], "Redport FC");
    gold_free(&set);
}

#define ROW(rest) "{\"id\": \"g1\", " TEXT ", " rest "}"
#define CLAIMS "\"claims\": []"

static const struct {
    const char *json, *problem;
    uint32_t n_rows;
} bad_files[] = {
    { "{\"id\": \"g1\", ", "bad.json:1: is not valid JSON here\n", 0 },
    { "[\n" ROW(CLAIMS) ",\n]", "bad.json:3: is not valid JSON here\n", 0 },
    { ROW(CLAIMS) "\n" ROW(CLAIMS), "bad.json:2: is not valid JSON here\n", 0 },
    { "3", "bad.json:1: bad JSON at offset 0: expected an object", 0 },
    { "", "bad.json:", 0 },
    { "{\"id\": \"g1\", \"text\": \"\", " CLAIMS "}", "bad.json:1: has no text\n", 0 },
    { "{" TEXT ", " CLAIMS "}", "bad.json: an article has no id by which to find its labels\n", 0 },
    { "{\"id\": 7, " TEXT ", " CLAIMS "}",
      "bad.json: an article has no id by which to find its labels\n", 0 },
    { ROW("\"url\": null"),
      "bad.json: g1: \"claims\": expected a list, as an article without labels is no gold\n", 0 },
    { ROW("\"claims\": {}"),
      "bad.json: g1: \"claims\": expected a list, as an article without labels is no gold\n", 0 },
    { ROW("\"claims\": [3]"), "bad.json: g1: claims 1: \"claims\": expected an object\n", 0 },
    { ROW("\"claims\": [{\"player\": \"A\", \"relation\": \"intrest\"}]"),
      "bad.json: g1: claims 1: \"relation\": expected interest, deal, ended, leaving, staying or "
      "plays_for\n",
      0 },
    { ROW("\"claims\": [{\"player\": \"A\", \"relation\": \"deal\", \"stage\": \"sure\"}]"),
      "bad.json: g1: claims 1: \"stage\": expected a stage of its relation, such as keen\n", 0 },
    { ROW("\"claims\": [{\"club\": \"A\", \"relation\": \"deal\"}]"),
      "bad.json: g1: claims 1: \"player\": expected a text\n", 0 },
    { ROW("\"claims\": [{\"player\": \"A\", \"club\": 3, \"relation\": \"deal\"}]"),
      "bad.json: g1: claims 1: \"club\": expected a text or null\n", 0 },
    { ROW(CLAIMS ", \"players\": [{\"name\": \"A\"}, {\"name\": \"B\", \"position\": \"XX\"}]"),
      "bad.json: g1: players 2: \"position\": expected a code such as CB, or null\n", 0 },
    { ROW(CLAIMS ", \"players\": [{\"name\": \"A\", \"age\": 22.5}]"),
      "bad.json: g1: players 1: \"age\": expected a number of years or null\n", 0 },
    { ROW(CLAIMS ", \"players\": 1"), "bad.json: g1: \"players\": expected a list\n", 0 },
    { ROW(CLAIMS ", \"fees\": [{\"player\": \"A\", \"currency\": \"EUR\", \"low\": \"60\"}]"),
      "bad.json: g1: fees 1: \"low\": expected a number of millions\n", 0 },
    { ROW(CLAIMS ", \"either_or\": [{\"club\": \"A\", \"players\": [1]}]"),
      "bad.json: g1: either_or 1: \"players\": expected a list of names\n", 0 },
    { ROW(CLAIMS ", \"sources\": \"A\""), "bad.json: g1: \"sources\": expected a list of names\n",
      0 },
    { ROW(CLAIMS ", \"aliases\": [\"A\"]"),
      "bad.json: g1: \"aliases\": expected an object, {\"name\": [\"\xE2\x80\xA6\"]}\n", 0 },
    { "[" ROW("\"url\": null") ", {\"id\": \"g2\", " TEXT ", " CLAIMS "}]",
      "bad.json: g1: \"claims\": expected a list, as an article without labels is no gold\n", 1 },
};

static void says_what_is_wrong(void **state)
{
    (void)state;
    for (size_t i = 0; i < N_ROWS(bad_files); i++) {
        gold_set set = { 0 };
        buf problems = { 0 };
        const char *path = files_put("bad.json", bad_files[i].json);
        assert_int_equal(gold_read(&set, path, files_problem, &problems, NULL), SUITOR_OK);
        if (!problems.ptr ||
            strncmp(problems.ptr, bad_files[i].problem, strlen(bad_files[i].problem)) != 0)
            print_error("expected: %sgot: %s", bad_files[i].problem, problems.ptr);
        check_row(i, bad_files[i].json,
                  problems.ptr && strncmp(problems.ptr, bad_files[i].problem,
                                          strlen(bad_files[i].problem)) == 0);
        check_row(i, bad_files[i].json, set.n_rows == bad_files[i].n_rows);
        buf_free(&problems);
        gold_free(&set);
    }
}

static void goes_on_without_anybody_to_tell(void **state)
{
    gold_set set = { 0 };

    (void)state;
    assert_int_equal(gold_read(&set, "/nowhere", NULL, NULL, NULL), SUITOR_OK);
    assert_int_equal(gold_read(&set, files_put("bad.json", "{"), NULL, NULL, NULL), SUITOR_OK);
    assert_int_equal(set.n_rows, 0);
    gold_free(&set);
}

static void names_what_is_missing(void **state)
{
    gold_set set = { 0 };
    buf problems = { 0 };

    (void)state;
    gold_read(&set, files_path("nothere.json"), files_problem, &problems, NULL);
    assert_string_equal(problems.ptr,
                        "nothere.json: cannot be opened: No such file or directory\n");
    buf_free(&problems);
    gold_free(&set);
}

/* Only files ending in .json, in the order of their names; rows by id, and of two with one
 * id the later. */
static void reads_folders(void **state)
{
    char path[sizeof folder + 8];
    gold_set set = { 0 };
    buf problems = { 0 };

    (void)state;
    snprintf(path, sizeof path, "%s/rows", folder);
    assert_int_equal(mkdir(path, 0777), 0);
    files_put("rows/README.md", "no gold");
    files_put("rows/a.json", "[{\"id\": \"g2\", " TEXT ", " CLAIMS "},"
                             " {\"id\": \"g10\", " TEXT ", " CLAIMS "},"
                             " {\"id\": \"g1\", \"text\": \"First.\", " CLAIMS "}]");
    files_put("rows/b.json", "{\"id\": \"g1\", \"text\": \"Second.\", " CLAIMS "}");
    assert_int_equal(gold_read(&set, path, files_problem, &problems, NULL), SUITOR_OK);
    assert_int_equal(set.n_rows, 4);
    assert_null(problems.ptr);
    gold_sort(&set, files_problem, &problems);
    assert_string_equal(problems.ptr, "rows/a.json: another article has the id g1, too\n");
    assert_int_equal(set.n_rows, 3);
    check_text(set.rows[0].article.id, "g1");
    check_text(set.rows[0].article.text, "Second.");
    check_text(set.rows[1].article.id, "g10");
    check_text(set.rows[2].article.id, "g2");
    buf_free(&problems);
    gold_free(&set);
}

static void reads_wholly_or_says_that_there_is_no_memory(void **state)
{
    char path[128];
    suitor_status st = SUITOR_ERR_NOMEM;

    (void)state;
    strcpy(path, files_put("full.json", full));
    for (uint32_t allowed = 0; st != SUITOR_OK; allowed++) {
        gold_set set = { .memory.block_size = 64 };
        buf problems = { 0 };
        suitor_error err = { 0 };
        memory_allow(allowed);
        st = gold_read(&set, path, NULL, NULL, &err);
        memory_plenty();
        assert_true(st == SUITOR_OK || st == SUITOR_ERR_NOMEM);
        assert_int_equal(st, err.code);
        buf_free(&problems);
        gold_free(&set);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_every_label),
        cmocka_unit_test(says_what_is_wrong),
        cmocka_unit_test(goes_on_without_anybody_to_tell),
        cmocka_unit_test(names_what_is_missing),
        cmocka_unit_test(reads_folders),
        cmocka_unit_test(reads_wholly_or_says_that_there_is_no_memory),
    };

    return cmocka_run_group_tests(tests, files_make, files_remove);
}
