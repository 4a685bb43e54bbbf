/* The JSON line of an article: valid, with the keys of docs/json.md, and with offsets that
 * cut each quote out of the text. Over the sample articles, the labelled ones, and texts
 * that are hard to write down. */
#include <cjson/cJSON.h>

#include "suitor/extractor.h"
#include "told.h"
#include "utf8.h"

/* The line of `facts`; owned, release with free(). */
static char *json_line(const suitor_article *article, const suitor_facts *facts, size_t *len)
{
    char *bytes = NULL;
    suitor_error err;
    FILE *out = open_memstream(&bytes, len);

    assert_non_null(out);
    assert_int_equal(suitor_facts_write_json(article, facts, out, &err), SUITOR_OK);
    assert_int_equal(fclose(out), 0);
    return bytes;
}

static const cJSON *member(const cJSON *object, const char *key)
{
    const cJSON *out = cJSON_GetObjectItemCaseSensitive(object, key);

    if (!out)
        fail_msg("no key \"%s\"", key);
    return out;
}

static bool is_one_of(const char *const *keys, size_t n, const char *key)
{
    for (size_t i = 0; i < n; i++)
        if (strcmp(keys[i], key) == 0)
            return true;
    return false;
}

/* Exactly these keys, each once. */
static void check_keys(const cJSON *object, const char *const *keys, size_t n)
{
    size_t count = 0;

    for (const cJSON *item = object->child; item; item = item->next, count++)
        if (!is_one_of(keys, n, item->string))
            fail_msg("unknown key \"%s\"", item->string);
    assert_int_equal(count, n);
    for (size_t i = 0; i < n; i++)
        member(object, keys[i]);
}

/* "start" and "end" cut "quote" out of the text, letter for letter. */
static void check_quote(const cJSON *row, suitor_sv text)
{
    const char *quote = cJSON_GetStringValue(member(row, "quote"));
    size_t start = (size_t)cJSON_GetNumberValue(member(row, "start"));
    size_t end = (size_t)cJSON_GetNumberValue(member(row, "end"));

    assert_non_null(quote);
    assert_true(start < end && end <= text.len);
    assert_int_equal(end - start, strlen(quote));
    assert_memory_equal(text.ptr + start, quote, end - start);
}

static void check_claim(const cJSON *row, suitor_sv text)
{
    static const char *const keys[] = { "player", "club", "relation", "stage",  "quote",
                                        "start",  "end",  "hedge",    "origin", "confidence" };
    suitor_relation relation;
    suitor_stage stage;
    suitor_hedge hedge;

    check_keys(row, keys, N_ROWS(keys));
    check_quote(row, text);
    assert_true(suitor_relation_parse(suitor_sv_of(cJSON_GetStringValue(member(row, "relation"))),
                                      &relation));
    assert_true(
        suitor_stage_parse(suitor_sv_of(cJSON_GetStringValue(member(row, "stage"))), &stage));
    assert_true(
        suitor_hedge_parse(suitor_sv_of(cJSON_GetStringValue(member(row, "hedge"))), &hedge));
    double confidence = cJSON_GetNumberValue(member(row, "confidence"));
    assert_true(confidence > 0 && confidence <= 1);
}

static void check_fee(const cJSON *row, suitor_sv text)
{
    static const char *const keys[] = { "player", "kind",  "currency", "low",
                                        "high",   "quote", "start",    "end" };

    check_keys(row, keys, N_ROWS(keys));
    check_quote(row, text);
    double low = cJSON_GetNumberValue(member(row, "low"));
    assert_true(low > 0 && low <= cJSON_GetNumberValue(member(row, "high")));
    assert_int_equal(strlen(cJSON_GetStringValue(member(row, "currency"))), 3);
}

static void check_need(const cJSON *row, suitor_sv text)
{
    static const char *const keys[] = { "club", "position", "quote", "start", "end" };

    check_keys(row, keys, N_ROWS(keys));
    check_quote(row, text);
}

static void check_either_or(const cJSON *row, suitor_sv text)
{
    static const char *const keys[] = { "club", "players", "quote", "start", "end" };

    check_keys(row, keys, N_ROWS(keys));
    check_quote(row, text);
    assert_true(cJSON_GetArraySize(member(row, "players")) >= 2);
}

/* At most one claim for each (player, club, relation). */
static void check_claims_differ(const cJSON *claims)
{
    for (const cJSON *a = claims->child; a; a = a->next)
        for (const cJSON *b = a->next; b; b = b->next)
            assert_false(cJSON_Compare(member(a, "player"), member(b, "player"), 1) &&
                         cJSON_Compare(member(a, "club"), member(b, "club"), 1) &&
                         cJSON_Compare(member(a, "relation"), member(b, "relation"), 1));
}

static bool names_player(const cJSON *players, const char *name)
{
    for (const cJSON *p = players->child; p; p = p->next)
        if (strcmp(cJSON_GetStringValue(member(p, "name")), name) == 0)
            return true;
    return false;
}

static void check_all(const cJSON *root, const char *key, suitor_sv text,
                      void (*check)(const cJSON *, suitor_sv))
{
    const cJSON *players = member(root, "players");

    for (const cJSON *row = member(root, key)->child; row; row = row->next) {
        const cJSON *player = cJSON_GetObjectItem(row, "player");
        check(row, text);
        if (player)
            assert_true(names_player(players, cJSON_GetStringValue(player)));
    }
}

/* One article through extraction and back out of its line. */
static void check_article(const suitor_article *article)
{
    static const char *const keys[] = { "id",        "url",     "date",    "title",
                                        "players",   "claims",  "fees",    "needs",
                                        "either_or", "sources", "aliases", "language" };
    const suitor_facts *facts = NULL;
    suitor_error err;
    size_t len = 0;

    assert_int_equal(suitor_extract(told.extractor, article, told.extraction, &facts, &err),
                     SUITOR_OK);
    char *line = json_line(article, facts, &len);
    assert_null(memchr(line, '\n', len));
    assert_int_equal(utf8_check(suitor_sv_make(line, len)), len);
    cJSON *root = cJSON_ParseWithLength(line, len);
    if (!root)
        fail_msg("not valid JSON: %s", line);
    check_keys(root, keys, N_ROWS(keys));
    check_all(root, "claims", article->text, check_claim);
    check_all(root, "fees", article->text, check_fee);
    check_all(root, "needs", article->text, check_need);
    check_all(root, "either_or", article->text, check_either_or);
    check_claims_differ(member(root, "claims"));
    cJSON_Delete(root);
    free(line);
}

static suitor_status count_article(const suitor_article *article, void *user, suitor_error *err)
{
    (void)err;
    check_article(article);
    ++*(unsigned *)user;
    return SUITOR_OK;
}

static void check_path(const char *path, unsigned at_least)
{
    unsigned n = 0;
    suitor_error err;

    assert_int_equal(suitor_read(path, NULL, count_article, NULL, &n, &err), SUITOR_OK);
    print_message("%s: %u articles\n", path, n);
    assert_true(n >= at_least);
}

static void writes_the_sample_articles(void **state)
{
    char path[512];

    (void)state;
    snprintf(path, sizeof path, "%s/articles", suitor_data_dir());
    check_path(path, 50);
}

static void writes_the_labelled_texts(void **state)
{
    (void)state;
    check_path(SUITOR_TESTS_DIR "/gold", 50);
}

static void writes_hard_texts(void **state)
{
    static const char *const texts[] = {
        " ",
        ".",
        "\"Chelsea\" want \"Davor\\Lukesic\"\tand more.",
        "Chelsea want Davor \"Dado\" Lukesic, \u2018the wall\u2019.",
        "Chelsea want \u0160ime \u017dupari\u0107 \U0001F6A8 for \u20ac60m \u2014 &amp; soon.",
        "Chelsea want Davor\u00a0Lukesic.",
        "Chelsea want Davor\nLukesic.",
        "Santos want Santos. Santos Costa joins Santos.",
        "Chelsea want Davor Lukesic for \u20ac9999999999999999999999999999999999999999999m.",
        "Chelsea\x01want\x7f Davor Lukesic.",
    };

    (void)state;
    for (size_t i = 0; i < N_ROWS(texts); i++) {
        suitor_article article = { .id = suitor_sv_of("a\"\\\n\x01"),
                                   .url = suitor_sv_of("https://x/?a=\"&b"),
                                   .title = suitor_sv_of("T\t\u20ac"),
                                   .text = suitor_sv_of(texts[i]),
                                   .day = SUITOR_NO_DAY };
        check_article(&article);
    }
}

static void writes_null_for_what_is_not_known(void **state)
{
    const suitor_facts *facts = told_read("Chelsea want Davor Lukesic.");
    size_t len;

    (void)state;
    told.article.outlet = suitor_sv_of("");
    told.article.day = SUITOR_NO_DAY;
    char *line = json_line(&told.article, facts, &len);
    cJSON *root = cJSON_ParseWithLength(line, len);
    assert_non_null(root);
    assert_true(cJSON_IsNull(member(root, "url")));
    assert_true(cJSON_IsNull(member(root, "date")));
    assert_true(cJSON_IsNull(member(root, "title")));
    const cJSON *player = member(root, "players")->child;
    assert_true(cJSON_IsNull(member(player, "club")));
    assert_true(cJSON_IsNull(member(player, "position")));
    assert_true(cJSON_IsNull(member(player, "age")));
    cJSON_Delete(root);
    free(line);
}

static void says_when_it_cannot_write(void **state)
{
    const suitor_facts *facts = told_read("Chelsea want Davor Lukesic.");
    suitor_error err = { 0 };
    FILE *full = fopen("/dev/null", "r"); /* open for reading alone */

    (void)state;
    assert_non_null(full);
    assert_int_equal(suitor_facts_write_json(&told.article, facts, full, &err), SUITOR_ERR_IO);
    assert_non_null(strstr(err.message, "cannot write"));
    fclose(full);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(writes_the_sample_articles),
        cmocka_unit_test(writes_the_labelled_texts),
        cmocka_unit_test(writes_hard_texts),
        cmocka_unit_test(writes_null_for_what_is_not_known),
        cmocka_unit_test(says_when_it_cannot_write),
    };

    return cmocka_run_group_tests(tests, told_setup, told_teardown);
}
