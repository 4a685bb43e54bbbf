/* Learning: weights from labelled texts, the same each time, that read what the texts teach;
 * and a score by cross-validation. */
#include "suitor/evaluate.h"

#include <stdio.h>

#include "files.h"
#include "mentions/mentions.h"
#include "scoring/judge.h"
#include "scoring/scoring.h"

/* Twelve texts whose wording no phrase of the lexicon lists, and that always mean interest,
 * beside twelve of another such wording that mean nothing. */
static void put_gold(const char *name)
{
    static const char *const players[] = { "Davor Lukesic",  "Mateo Arriola",  "Tomas Hrdina",
                                           "Emil Sandqvist", "Yannick Doumba", "Rui Falcato" };
    static const char *const clubs[] = { "Everton", "Fulham" };
    buf out = { 0 };
    char row[512];

    buf_add(&out, "[");
    for (size_t i = 0; i < 24; i++) {
        const char *player = players[i / 4], *club = clubs[i % 2];
        bool wanted = i / 2 % 2;
        snprintf(row, sizeof row,
                 "%s{\"id\": \"%zu\", \"text\": \"%s %s %s.\", \"players\": [{\"name\": \"%s\"}], "
                 "\"claims\": [",
                 i ? "," : "", i, club, wanted ? "grow misty eyed about" : "laughed aloud with",
                 player, player);
        buf_add(&out, row);
        snprintf(row, sizeof row,
                 "{\"player\": \"%s\", \"club\": \"%s\", \"relation\": \"interest\", \"stage\": "
                 "\"keen\", \"quote\": \"misty eyed about %s\"}",
                 player, club, player);
        buf_add(&out, wanted ? row : "");
        buf_add(&out, "]}");
    }
    buf_add(&out, "]");
    buf_char(&out, '\0');
    files_put(name, out.ptr);
    buf_free(&out);
}

static char *content_of(const char *name)
{
    char *text = calloc(1, 1 << 20);
    FILE *in = fopen(files_path(name), "rb");

    assert_non_null(in);
    assert_non_null(text);
    assert_true(fread(text, 1, (1 << 20) - 1, in) > 0);
    fclose(in);
    return text;
}

static suitor_learning learn(void)
{
    const char *paths[] = { files_path("gold.json") };
    char *path = strdup(paths[0]);
    suitor_learning learned;
    suitor_error err = { 0 };

    paths[0] = path;
    if (suitor_learn(NULL, paths, 1, folder, NULL, NULL, &learned, &err) != SUITOR_OK)
        fail_msg("%s", err.message);
    free(path);
    return learned;
}

static void learns_the_same_each_time(void **state)
{
    (void)state;
    put_gold("gold.json");
    suitor_learning first = learn();
    char *before = content_of("pairs.tsv");
    suitor_learning second = learn();
    char *behind = content_of("pairs.tsv");

    assert_int_equal(first.n_articles, 24);
    assert_true(first.n_samples >= 48 && first.n_weights > 0);
    assert_memory_equal(&first, &second, sizeof first);
    assert_string_equal(before, behind);
    assert_non_null(strstr(before, "\nbetween|any|about\t"));
    free(before);
    free(behind);
}

/* What is written is what is read again, and tells the two wordings apart. */
static void reads_by_what_it_learned(void **state)
{
    static const char *const texts[] = { "Everton grow misty eyed about Kim Cole.",
                                         "Everton laughed aloud with Kim Cole." };
    suitor_extractor *x = NULL;
    suitor_extraction *e = NULL;
    suitor_error err = { 0 };

    (void)state;
    put_gold("gold.json");
    learn();
    assert_int_equal(suitor_extractor_load(NULL, &x, &err), SUITOR_OK);
    scoring_free(x);
    if (scoring_load(x, folder, &err) != SUITOR_OK)
        fail_msg("%s", err.message);
    assert_int_equal(suitor_extraction_new(&e, &err), SUITOR_OK);
    for (uint32_t i = 0; i < 2; i++) {
        suitor_article article = { .id = suitor_sv_of("x"), .text = suitor_sv_of(texts[i]) };
        const suitor_facts *facts;
        assert_int_equal(suitor_extract(x, &article, e, &facts, &err), SUITOR_OK);
        assert_int_equal(facts->n_claims, i == 0);
        if (i == 0)
            assert_int_equal(facts->claims[0].stage, SUITOR_KEEN);
    }
    suitor_extraction_free(e);
    suitor_extractor_free(x);
}

static void scores_what_was_not_learned_from(void **state)
{
    const char *paths[] = { NULL };
    suitor_evaluation *e = NULL;
    suitor_error err = { 0 };
    char *path;

    (void)state;
    put_gold("gold.json");
    paths[0] = path = strdup(files_path("gold.json"));
    if (suitor_cross_validate(NULL, paths, 1, NULL, 0, 4, NULL, NULL, &e, &err) != SUITOR_OK)
        fail_msg("%s", err.message);
    assert_int_equal(e->n_articles, 24);
    assert_int_equal(e->tallies[SUITOR_SCORE_INTEREST].hit, 12);
    assert_int_equal(e->tallies[SUITOR_SCORE_INTEREST].extra, 0);
    suitor_evaluation_free(e);
    free(path);
}

static void says_what_is_wrong(void **state)
{
    const char *paths[] = { "/nowhere" };
    suitor_learning learned;
    suitor_error err = { 0 };
    char *gold;

    (void)state;
    assert_int_equal(suitor_learn(NULL, paths, 1, folder, NULL, NULL, &learned, &err),
                     SUITOR_ERR_INVALID);
    put_gold("gold.json");
    paths[0] = gold = strdup(files_path("gold.json"));
    assert_int_equal(suitor_learn(NULL, paths, 1, "/nowhere", NULL, NULL, &learned, &err),
                     SUITOR_ERR_IO);
    assert_non_null(strstr(err.message, "/nowhere/pairs.tsv"));
    free(gold);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(learns_the_same_each_time),
        cmocka_unit_test(reads_by_what_it_learned),
        cmocka_unit_test(scores_what_was_not_learned_from),
        cmocka_unit_test(says_what_is_wrong),
    };

    return cmocka_run_group_tests(tests, files_make, files_remove);
}
