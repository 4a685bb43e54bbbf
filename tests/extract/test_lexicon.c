/* The files of a data folder that are missing or wrong: which file, which line, what
 * was expected; and that nothing is left over. */
#include "reading.h"
#include "scratch.h"
#include "told.h"

#define CUES "lexicon/en/cues/test.json"
#define CLASSES "lexicon/en/classes.json"
#define VERBS "lexicon/en/verbs.json"
#define POSITIONS "lexicon/en/positions.json"

typedef struct {
    const char *file, *content;
    const char *message; /* "%" stands for the file's path */
} wrong_row;

/* `message` with the path of `file` for "%"; static, until the next call. */
static const char *with_path(const char *message, const char *file)
{
    static char out[512];
    const char *percent = strchr(message, '%');

    assert_non_null(percent);
    snprintf(out, sizeof out, "%.*s%s/%s%s", (int)(percent - message), message, scratch, file,
             percent + 1);
    return out;
}

static void check_refused(size_t row, suitor_status status, const char *file, const char *message)
{
    suitor_extractor *extractor = (void *)&told; /* must become NULL */
    suitor_error err = { 0 };
    const char *expected = with_path(message, file);

    assert_int_equal(suitor_extractor_load(scratch, &extractor, &err), status);
    assert_null(extractor);
    if (strcmp(err.message, expected) != 0)
        print_error("row %zu\n", row);
    assert_string_equal(err.message, expected);
    assert_int_equal(err.code, status);
}

static void names_the_wrong_place(void **state)
{
    static const wrong_row rows[] = {
        { CUES, "[{]", "%:1: is not valid JSON here" },
        { CUES, "[\n\n{\"relation\": \"interest\"\n", "%:3: is not valid JSON here" },
        { CUES, "[{\"stage\": \"keen\"}]", "%: relation \"\" is unknown" },
        { CUES, "[{\"relation\": \"love\", \"stage\": \"keen\"}]",
          "%: relation \"love\" is unknown" },
        { CUES, "[{\"relation\": \"interest\"}]", "%: stage \"\" is unknown" },
        { CUES, "[{\"relation\": \"interest\", \"stage\": \"warm\"}]",
          "%: stage \"warm\" is unknown" },
        { CUES, "[{\"relation\": \"interest\", \"stage\": \"keen\", \"negated\": \"off\"}]",
          "%: negated \"off\" is unknown" },
        { CUES, "[{\"relation\": \"interest\", \"stage\": \"keen\", \"patterns\": [1]}]",
          "%: a pattern is no string" },
        { CLASSES, "{\"skip\": [1]}", "%: skip: expected strings" },
        { CLASSES, "{\"skip\": [\"...\"]}", "%: skip: \"...\" holds no word" },
        { CLASSES, "{", "%:1: is not valid JSON here" },
        { CLASSES, "[[\"a\"]]", "%: expected an object of lists, {\"name\": [\"…\"]}" },
        { VERBS, "[[\"a\"]]", "%: expected an object of lists, {\"name\": [\"…\"]}" },
        { POSITIONS, "[[\"a\"]]", "%: expected an object of lists, {\"name\": [\"…\"]}" },
        { CUES, "{\"relation\": \"interest\"}", "%: expected a list of groups, [{…}]" },
        { VERBS, "{\"buy\": [\"buys\", \"bought\"]}",
          "%: buy: expected four forms: -s, -ing, past, participle" },
        { POSITIONS, "{\"SW\": [\"sweeper\"]}", "%: SW is no position code" },
        { POSITIONS, "{\"CB\": [\"...\"]}", "%: CB: an empty phrase" },
        { POSITIONS, "{\"CB\": [7]}", "%: CB: an empty phrase" },
    };

    (void)state;
    for (size_t i = 0; i < N_ROWS(rows); i++) {
        scratch_put(rows[i].file, rows[i].content);
        check_refused(i, SUITOR_ERR_PARSE, rows[i].file, rows[i].message);
        if (strcmp(rows[i].file, CUES) == 0)
            scratch_drop(CUES);
        else
            scratch_restore(rows[i].file);
    }
}

static void checks_the_tables_of_names(void **state)
{
    static const wrong_row rows[] = {
        { "gazetteer/clubs/test.tsv", "name\tcity\n",
          "%:1: expected the header line \"name league city stadiums aliases nicknames tags "
          "colours\" (tab-separated)" },
        { "gazetteer/clubs/test.tsv",
          "name\tleague\tcity\tstadiums\taliases\tnicknames\ttags\tcolours\n"
          "Lost\tX9\t\t\t\t\t\t\n",
          "%:2: league X9 is not in leagues.tsv" },
        { "gazetteer/countries.tsv", "name\tdemonyms\taliases\n# so\nNordland\tNordish\n",
          "%:3: 2 fields, expected 3 separated by tabs" },
        { "gazetteer/staff.tsv", "name\trole\tclub\taliases\n\tmanager\t\t\n",
          "%:2: the first field is empty" },
        { "gazetteer/staff.tsv", "name\trole\tclub\taliases\nA B\tmanager\tLost 2019\t\n",
          "%:2: A B: a spell is written \"Club 2019-07/2021-01\", of a club in clubs/" },
    };

    (void)state;
    for (size_t i = 0; i < N_ROWS(rows); i++) {
        scratch_put(rows[i].file, rows[i].content);
        check_refused(i, SUITOR_ERR_PARSE, rows[i].file, rows[i].message);
        scratch_restore(rows[i].file);
    }
}

/* The file itself, or the folder where any table would do. */
static const char *folder_of(const char *file)
{
    return strstr(file, "clubs/")     ? "gazetteer/clubs"
           : strstr(file, "players/") ? "gazetteer/players"
                                      : file;
}

static void says_which_file_is_missing(void **state)
{
    static const char *const files[] = { CLASSES,
                                         VERBS,
                                         POSITIONS,
                                         "lexicon/en/common-words.txt",
                                         "gazetteer/countries.tsv",
                                         "gazetteer/leagues.tsv",
                                         "gazetteer/clubs/test.tsv",
                                         "gazetteer/outlets.tsv",
                                         "gazetteer/journalists.tsv",
                                         "gazetteer/staff.tsv",
                                         "gazetteer/players/test.tsv",
                                         "gazetteer/first-names.tsv" };

    (void)state;
    for (size_t i = 0; i < N_ROWS(files); i++) {
        suitor_extractor *extractor = NULL;
        suitor_error err = { 0 };
        const char *name = folder_of(files[i]);
        scratch_drop(files[i]);
        check_row(i, files[i], suitor_extractor_load(scratch, &extractor, &err) == SUITOR_ERR_IO);
        check_row(i, err.message, strstr(err.message, name) != NULL);
        scratch_restore(files[i]);
    }
}

static void takes_a_folder_without_cues(void **state)
{
    (void)state;
    told_load(scratch);
    assert_string_equal(told_claims("Redport want Torres."), "");
    assert_int_equal(told_read("Redport want Torres.")->n_players, 0);
    told_clear();
}

static void loads_the_same_twice(void **state)
{
    static const char text[] = "Chelsea want Lyon winger Mateo Arriola, as do Roma.";
    char first[1024];

    (void)state;
    told_load(NULL);
    snprintf(first, sizeof first, "%s", told_claims(text));
    assert_int_not_equal(first[0], '\0');
    told_clear();
    told_load(suitor_data_dir());
    assert_string_equal(told_claims(text), first);
    assert_string_equal(told_claims(text), first); /* and reads the same again */
    told_clear();
}

/* What texts are searched for. */
static void marks_words(void **state)
{
    static const struct {
        const char *word;
        uint8_t marks;
    } rows[] = {
        { "bayern", WORD_OPENS_NAME },
        { "#lfc", WORD_OPENS_NAME | WORD_OPENS_SMALL_NAME },
        { "united", WORD_GOES_ON_NAME },
        { "seven", MARK_FIGURE },
        { "euros", MARK_FIGURE },
        { "der", WORD_OPENS_SMALL_NAME },
        { "bid", 0 },
        { "striker", WORD_OPENS_NAME | WORD_OPENS_SMALL_NAME },
    };

    (void)state;
    told_load(suitor_data_dir());
    for (size_t i = 0; i < N_ROWS(rows); i++) {
        const vocab *words = &told.extractor->lex.words;
        uint32_t id = vocab_find(words, suitor_sv_of(rows[i].word));
        check_row(i, rows[i].word, id && (words->marks[id] & rows[i].marks) == rows[i].marks);
        check_row(i, rows[i].word, rows[i].marks || !words->marks[id]);
    }
    told_clear();
}

static void frees_nothing(void **state)
{
    (void)state;
    suitor_extractor_free(NULL);
    suitor_extraction_free(NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_the_wrong_place),
        cmocka_unit_test(checks_the_tables_of_names),
        cmocka_unit_test(says_which_file_is_missing),
        cmocka_unit_test(takes_a_folder_without_cues),
        cmocka_unit_test(loads_the_same_twice),
        cmocka_unit_test(marks_words),
        cmocka_unit_test(frees_nothing),
    };

    return cmocka_run_group_tests(tests, scratch_make, scratch_remove);
}
