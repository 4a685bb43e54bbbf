/* The vocabulary: words numbered by their folded form. */
#include "table.h"
#include "vocab.h"

static uint32_t id_of(const vocab *v, document *doc, const char *text, uint32_t at)
{
    suitor_error err;

    assert_int_equal(document_read(doc, suitor_sv_of(text), v, &err), SUITOR_OK);
    assert_true(at < doc->n_tokens);
    return doc->tokens[at].word;
}

static void numbers_words_from_one(void **state)
{
    vocab v = { 0 };

    (void)state;
    assert_int_equal(vocab_add(&v, suitor_sv_of("inter")), 1);
    assert_int_equal(vocab_add(&v, suitor_sv_of("milan")), 2);
    assert_int_equal(vocab_add(&v, suitor_sv_of("inter")), 1);
    assert_int_equal(v.count, 2);
    assert_int_equal(v.classes[1], 0);
    assert_int_equal(v.classes[2], 0);
    vocab_free(&v);
    assert_int_equal(v.count, 0);
}

static void knows_tokens_by_their_folded_form(void **state)
{
    static const struct {
        const char *text;
        uint32_t token;
        const char *word; /* NULL: none */
    } rows[] = {
        { "Inter", 0, "inter" },
        { "INTER", 0, "inter" },
        { "Mbapp\u00e9", 0, "mbappe" },
        { "\u00d8degaard", 0, "odegaard" },
        { "Gro\u00df", 0, "gross" },
        { "hasn\u2019t", 0, "hasn't" },
        { "Inter's", 1, "'s" },
        { "Inter\u2018S", 1, "'s" },
        { "they\u2019ll", 1, "'ll" },
        { "Inter`s", 1, "`s" },
        { "Inter&rsquo;s", 1, NULL },
        { "#LFC", 0, "#lfc" },
        { "@LFC", 0, "#lfc" },
        { "#LFC_News", 0, "#lfc_news" },
        { "#\u00d8rsted", 0, "#orsted" },
        { "#WolverhamptonWanderers", 0, "#wolverhamptonwanderers" },
        { "Inter\u2019s", 1, "'s" },
        { "1908", 0, "1908" },
        { "Brighton & Hove", 1, "and" },
        { "Brighton &amp; Hove", 1, "and" },
        { "Inter, Milan", 1, NULL }, /* a comma is no word */
        { "\u20ac90m", 0, NULL },
        { "Juventus", 0, NULL }, /* not in the vocabulary */
    };
    vocab v = { 0 };
    document doc = { 0 };

    (void)state;
    for (size_t i = 0; i < N_ROWS(rows); i++)
        if (rows[i].word)
            assert_int_not_equal(vocab_add(&v, suitor_sv_of(rows[i].word)), 0);
    for (size_t i = 0; i < N_ROWS(rows); i++) {
        uint32_t expected = rows[i].word ? vocab_find(&v, suitor_sv_of(rows[i].word)) : 0;
        assert_int_equal(expected != 0, rows[i].word != NULL);
        check_row(i, rows[i].text, id_of(&v, &doc, rows[i].text, rows[i].token) == expected);
    }
    document_free(&doc);
    vocab_free(&v);
}

/* Short words and long ones, at the end of a text and before other letters. */
static void tells_words_of_any_length_apart(void **state)
{
    static const char letters[] = "abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz";
    vocab v = { 0 };
    document doc = { 0 };
    suitor_error err;

    (void)state;
    for (size_t len = 1; len <= 40; len++)
        assert_int_equal(vocab_add(&v, suitor_sv_make(letters, len)), len);
    for (size_t len = 1; len <= 40; len++) {
        char text[256];
        int n = snprintf(text, sizeof text, "%.*s %.*s, %.*s9 %.*s", (int)len, letters, (int)len,
                         letters, (int)len, letters, (int)len, letters);
        assert_int_equal(document_read(&doc, suitor_sv_make(text, (size_t)n), &v, &err), SUITOR_OK);
        assert_int_equal(doc.n_tokens, 5);
        check_row(len, text, doc.tokens[0].word == len && doc.tokens[1].word == len);
        check_row(len, text, doc.tokens[3].word == 0 && doc.tokens[4].word == len);
    }
    document_free(&doc);
    vocab_free(&v);
}

static void numbers_tags_and_fills_in_classes(void **state)
{
    vocab v = { 0 };
    document doc = { 0 };
    suitor_error err;

    (void)state;
    uint32_t tag = vocab_add(&v, suitor_sv_of("#lfc")), word = vocab_add(&v, suitor_sv_of("lfc"));
    v.classes[tag] = 5;
    v.classes[word] = 9;
    v.marks[word] = WORD_GOES_ON_NAME;
    vocab_settle(&v);
    assert_int_equal(document_read(&doc, suitor_sv_of("#LFC @lfc LFC ,"), &v, &err), SUITOR_OK);
    assert_int_equal(doc.tokens[0].word, tag);
    assert_int_equal(doc.tokens[1].word, tag);
    assert_int_equal(doc.tokens[2].word, word);
    assert_true(doc.tokens[1].classes == 5 && doc.tokens[2].classes == 9);
    assert_int_equal(doc.marks[1], MARK_NAMING | MARK_SIGN);
    assert_int_equal(doc.marks[2], MARK_NAMING | WORD_GOES_ON_NAME);
    assert_true(doc.tokens[3].word == 0 && doc.tokens[3].classes == 0);
    document_free(&doc);
    vocab_free(&v);
}

static void knows_no_word_when_empty(void **state)
{
    vocab v = { 0 };
    document doc = { 0 };
    suitor_error err;

    (void)state;
    assert_int_equal(document_read(&doc, suitor_sv_of("Inter Internazionale 9"), &v, &err),
                     SUITOR_OK);
    for (uint32_t i = 0; i < doc.n_tokens; i++)
        assert_true(doc.tokens[i].word == 0 && doc.tokens[i].classes == 0);
    assert_int_equal(vocab_find(&v, suitor_sv_of("inter")), 0);
    document_free(&doc);
    vocab_free(&v);
}

static void adds_words_of_tokens_but_no_marks(void **state)
{
    static const char text[] = "Inter, Milan 1908 \u20ac \U0001F6A8 #LFC @inter";
    vocab v = { 0 };
    document doc = { 0 };
    suitor_error err;
    uint32_t n_words = 0;

    (void)state;
    assert_int_equal(document_read(&doc, suitor_sv_of(text), &v, &err), SUITOR_OK);
    for (uint32_t i = 0; i < doc.n_tokens; i++)
        n_words += vocab_add_token(&v, &doc, i) != 0;
    assert_int_equal(n_words, 3);
    assert_int_equal(v.count, 3);
    document_free(&doc);
    vocab_free(&v);
}

static void keeps_classes_apart_while_it_grows(void **state)
{
    enum { WORDS = 5000 };
    vocab v = { 0 };
    char word[16];

    (void)state;
    for (unsigned i = 0; i < WORDS; i++) {
        snprintf(word, sizeof word, "w%u", i);
        uint32_t id = vocab_add(&v, suitor_sv_of(word));
        assert_int_equal(id, i + 1);
        v.classes[id] = UINT64_C(1) << (i % 64);
    }
    for (unsigned i = 0; i < WORDS; i++) {
        snprintf(word, sizeof word, "w%u", i);
        uint32_t id = vocab_add(&v, suitor_sv_of(word));
        assert_int_equal(id, i + 1);
        assert_true(v.classes[id] == UINT64_C(1) << (i % 64));
    }
    vocab_free(&v);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers_words_from_one),
        cmocka_unit_test(knows_tokens_by_their_folded_form),
        cmocka_unit_test(tells_words_of_any_length_apart),
        cmocka_unit_test(numbers_tags_and_fills_in_classes),
        cmocka_unit_test(knows_no_word_when_empty),
        cmocka_unit_test(adds_words_of_tokens_but_no_marks),
        cmocka_unit_test(keeps_classes_apart_while_it_grows),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
