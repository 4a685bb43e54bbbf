/* Tokens: which there are, of which kind, and which bytes they cover. */
#include "shown.h"
#include "utf8.h"

static void cuts_words_and_clitics(void **state)
{
    static const shown_row rows[] = {
        { "", "" },
        { "Bastoni", "Bastoni" },
        { "  Bastoni  ", "Bastoni" },
        { "Liverpool want Bastoni.", "Liverpool want Bastoni p:." },
        { "Forest's Murillo", "Forest c:'s Murillo" },
        { "Forest\u2019s Murillo", "Forest c:\u2019s Murillo" },
        { "FOREST'S MURILLO", "FOREST c:'S MURILLO" },
        { "Spurs' Romero", "Spurs p:' Romero" },
        { "they're we've he'll I'd I'm", "they c:'re we c:'ve he c:'ll I c:'d I c:'m" },
        { "hasn't won't", "hasn't won't" },
        { "O'Neil, N'Dicka and D\u2019Arcy", "O'Neil p:, N'Dicka and D\u2019Arcy" },
        { "L'Equipe's rock'n'roll", "L'Equipe c:'s rock'n'roll" },
        { "the 1990's", "the n:1990 c:'s" },
        { "'quoted' words", "p:' quoted p:' words" },
        { "\u2018quoted\u2019 words", "p:\u2018=' quoted p:\u2019=' words" },
        { "G\u00fcndo\u011fan \u0160e\u0161ko \u00d8degaard", "G\u00fcndo\u011fan \u0160e\u0161ko "
                                                              "\u00d8degaard" },
        { "U21 2nd X1", "U21 n:2 nd X1" },
        { "\u0417\u0435\u043d\u0456\u0442 \u9e7f\u5cf6", "\u0417\u0435\u043d\u0456\u0442 "
                                                         "\u9e7f\u5cf6" },
    };

    (void)state;
    check_shown(rows, N_ROWS(rows), shown_tokens);
}

static void joins_across_hyphens(void **state)
{
    static const shown_row rows[] = {
        { "centre-back", "centre -back" },
        { "Paris Saint-Germain", "Paris Saint -Germain" },
        { "22-year-old", "n:22 -year -old" },
        { "centre\u2010back, centre\u2011back", "centre -back p:, centre -back" },
        { "\u20ac90-100m", "$E:\u20ac n:90 -n:100 m" },
        { "\u20ac90\u2013100m", "$E:\u20ac n:90 -n:100 m" },
        { "\u20ac90m-\u20ac100m", "$E:\u20ac n:90 m -$E:\u20ac n:100 m" },
        { "2025\u201326", "n:2025 -n:26" },
        { "Inter - Milan", "Inter p:- Milan" },
        { "Inter \u2013 Milan \u2014 Roma", "Inter p:\u2013=- Milan p:\u2014=- Roma" },
        { "want him\u2014now", "want him p:\u2014=- now" },
        { "- a list", "p:- a list" },
        { "ex-", "ex p:-" },
        { "pre--season", "pre p:- p:- season" },
    };

    (void)state;
    check_shown(rows, N_ROWS(rows), shown_tokens);
}

static void reads_numbers_and_money(void **state)
{
    static const shown_row rows[] = {
        { "\u00a370m", "$G:\u00a3 n:70 m" },
        { "\u20ac 62,500,000.", "$E:\u20ac n:62,500,000 p:." },
        { "$1.5bn", "$U:$ n:1.5 bn" },
        { "70m\u20ac", "n:70 m $E:\u20ac" },
        { "It cost 70.", "It cost n:70 p:." },
        { "3,4 and 5, 6", "n:3,4 and n:5 p:, n:6" },
        { "1..2", "n:1 p:. p:. n:2" },
        { "\u00a5500", "*\u00a5 n:500" },
        { "99%", "n:99 p:%" },
    };

    (void)state;
    check_shown(rows, N_ROWS(rows), shown_tokens);
}

static void reads_entities_as_their_characters(void **state)
{
    static const shown_row rows[] = {
        { "Brighton &amp; Hove", "Brighton p:&amp;=& Hove" },
        { "Brighton & Hove", "Brighton p:& Hove" },
        { "&#163;70m and &#xA3;70m and &pound;70m",
          "$G:&#163; n:70 m and $G:&#xA3; n:70 m and $G:&pound; n:70 m" },
        { "&euro;90&ndash;100m", "$E:&euro; n:90 -n:100 m" },
        { "Forest&rsquo;s and Inter&#39;s", "Forest c:&rsquo;s and Inter c:&#39;s" },
        { "Jo&#227;o", "Jo&#227;o" },
        { "&quot;yes&quot;", "p:&quot;=\" yes p:&quot;=\"" },
        { "Inter&nbsp;Milan", "Inter Milan" },
        { "&unknown; &; & &#; &#x; &#12a;",
          "p:& unknown p:; p:& p:; p:& p:& p:# p:; p:& #x p:; p:& #12a p:;" },
        { "&amp", "p:& amp" },
        { "R&D", "R p:& D" },
        { "&#99999999;", "p:& #99999999 p:;" },
    };

    (void)state;
    check_shown(rows, N_ROWS(rows), shown_tokens);
}

static void reads_tags_and_addresses(void **state)
{
    static const shown_row rows[] = {
        { "@FabrizioRomano says", "@FabrizioRomano says" },
        { "#LFC's #AVFC, #Bou_Addi2", "#LFC c:'s #AVFC p:, #Bou_Addi2" },
        { "# 1 @ home", "p:# n:1 p:@ home" },
        { "##LFC", "p:# #LFC" },
        { "https://example.com/a-b?c=1.", "u:https://example.com/a-b?c=1 p:." },
        { "at http://example.com, or", "at u:http://example.com p:, or" },
        { "see bbc.com, nyti.ms/2xY and football-italia.net, so.",
          "see u:bbc.com p:, u:nyti.ms/2xY and u:football-italia.net p:, so p:." },
        { "pic.twitter.com/AbC", "u:pic.twitter.com/AbC" },
        { "the end.Next one", "the end p:. Next one" },
        { "Read it at bbc.com.", "Read it at u:bbc.com p:." },
        { "i.e. so", "i p:. e p:. so" },
        { "\U0001F6A8 HERE WE GO \u2764\ufe0f", "*\U0001F6A8 HERE WE GO *\u2764" },
        { "\U0001F1EE\U0001F1F9 star", "*\U0001F1EE *\U0001F1F9 star" },
        { "\u2705 done \u2605 Chelsea", "*\u2705 done *\u2605 Chelsea" },
    };

    (void)state;
    check_shown(rows, N_ROWS(rows), shown_tokens);
}

static void reads_marks_blanks_and_line_ends(void **state)
{
    static const shown_row rows[] = {
        { "\u201cYes\u201d \u201eJa\u201c \u00abOui\u00bb",
          "p:\u201c=\" Yes p:\u201d=\" p:\u201e=\" Ja p:\u201c=\" p:\u00ab=\" Oui p:\u00bb=\"" },
        { "wait\u2026 what?!", "wait p:\u2026=. what p:? p:!" },
        { "Inter\u00a0Milan\u2009\u202f\ufeffnow", "Inter Milan now" },
        { "tab\tand\r\nline", "tab and / line" },
        { "one\n\n\ntwo\n three", "one // two / three" },
        { "a \n \t\n b", "a // b" },
        { "end\n", "end /" },
        { "a|b;c:(d)[e]", "a p:| b p:; c p:: p:( d p:) p:[ e p:]" },
        { "\x01\x7f", "*\x01 p:\x7f" },
    };

    (void)state;
    check_shown(rows, N_ROWS(rows), shown_tokens);
}

static void marks_case_glue_and_quotes(void **state)
{
    static const struct {
        const char *text;
        uint32_t token;
        unsigned set, unset;
    } rows[] = {
        { "Inter", 0, TOKEN_CAPITAL, TOKEN_UPPER | TOKEN_GLUED | TOKEN_JOINED | TOKEN_QUOTED },
        { "INTER", 0, TOKEN_CAPITAL | TOKEN_UPPER, 0 },
        { "U21", 0, TOKEN_CAPITAL | TOKEN_UPPER, 0 },
        { "I", 0, TOKEN_CAPITAL, TOKEN_UPPER },
        { "inter", 0, 0, TOKEN_CAPITAL | TOKEN_UPPER },
        { "iPhone", 0, 0, TOKEN_CAPITAL | TOKEN_UPPER },
        { "McTominay", 0, TOKEN_CAPITAL, TOKEN_UPPER },
        { "\u00d8degaard", 0, TOKEN_CAPITAL, TOKEN_UPPER },
        { "\u00c9TO\u00d6", 0, TOKEN_CAPITAL | TOKEN_UPPER, 0 },
        { "Inter's", 1, TOKEN_GLUED, TOKEN_CAPITAL },
        { "Inter .", 1, 0, TOKEN_GLUED },
        { "Inter\n.", 2, 0, TOKEN_GLUED },
        { "centre-back", 1, TOKEN_JOINED, TOKEN_GLUED },
        { "\"we want him\" he said", 2, TOKEN_QUOTED, 0 },
        { "\"we want him\" he said", 5, 0, TOKEN_QUOTED },
        { "\u201cwe want him\u201d he said", 1, TOKEN_QUOTED, 0 },
        { "\u201cwe want him\u201d he said", 5, 0, TOKEN_QUOTED },
        { "\"unclosed\n\nnext", 3, 0, TOKEN_QUOTED }, /* not beyond the paragraph */
        { "\"unclosed\nnext", 3, TOKEN_QUOTED, 0 },
        { "#LFC", 0, TOKEN_CAPITAL, 0 },
        { "#lfc", 0, 0, TOKEN_CAPITAL },
    };

    (void)state;
    for (size_t i = 0; i < N_ROWS(rows); i++) {
        document doc = { 0 };
        suitor_error err;
        assert_int_equal(document_read(&doc, suitor_sv_of(rows[i].text), NULL, &err), SUITOR_OK);
        assert_true(rows[i].token < doc.n_tokens);
        unsigned flags = doc.tokens[rows[i].token].flags;
        check_row(i, rows[i].text, (flags & rows[i].set) == rows[i].set);
        check_row(i, rows[i].text, (flags & rows[i].unset) == 0);
        document_free(&doc);
    }
}

/* What must hold of any text: tokens in order, apart, inside, whole characters;
 * sentences in order, apart, not empty. */
static void check_document(const document *doc, size_t row)
{
    uint32_t at = 0, sentence_end = 0, paragraph = 0;

    for (uint32_t i = 0; i < doc->n_tokens; i++) {
        const token *t = &doc->tokens[i];
        check_row(row, "tokens overlap", t->begin >= at && t->end > t->begin);
        check_row(row, "a token ends outside", t->end <= doc->text.len);
        check_row(row, "a token cuts a character",
                  utf8_check(token_text(doc, i)) == t->end - t->begin);
        at = t->end;
    }
    for (uint32_t i = 0; i < doc->n_sentences; i++) {
        const sentence *s = &doc->sentences[i];
        check_row(row, "sentences overlap", s->first >= sentence_end && s->end > s->first);
        check_row(row, "a sentence ends outside", s->end <= doc->n_tokens);
        check_row(row, "paragraphs go back", s->paragraph >= paragraph);
        sentence_end = s->end;
        paragraph = s->paragraph;
    }
}

/* Pieces that mean something to the tokenizer, so that random texts are near it. */
static const char *const pieces[] = {
    "Inter",     "want",       "Bastoni",
    "O'Neil",    "'s",         "'",
    "\u2019",    "\"",         "\u201c",
    "\u201d",    "-",          "\u2013",
    "\u2014",    " ",          " ",
    " ",         "\n",         "\n\n",
    "\t",        ".",          ",",
    "!",         "?",          "...",
    "\u2026",    "&amp;",      "&#163;",
    "&#xA3;",    "&nbsp;",     "&#9;",
    "&",         "&#",         ";",
    "@",         "#",          "@x",
    "#LFC",      "http://",    "https://a.b/c",
    "www.x.com", "bbc.com",    "/",
    ":",         "\u20ac",     "\u00a3",
    "$",         "90",         "1,5",
    "1.",        "m",          "\u00e9",
    "\u0301",    "\u00df",     "\u0416",
    "\u4e2d",    "\U0001F6A8", "\u200d",
    "\ufe0f",    "\u00a0",     "(",
    ")",         "[",          "]",
    "\x01",      "_",          "A",
    "No.",       "v",          "St.",
};

static uint32_t next_random(uint64_t *state)
{
    *state = *state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return (uint32_t)(*state >> 33);
}

static void keeps_its_promises_on_random_texts(void **state)
{
    enum { TEXTS = 4000, MAX_PIECES = 40 };
    uint64_t seed = 20260302;
    document doc = { 0 };
    buf text = { 0 };
    suitor_error err;

    (void)state;
    for (size_t i = 0; i < TEXTS; i++) {
        buf_reset(&text);
        buf_add(&text, "");
        for (uint32_t n = next_random(&seed) % MAX_PIECES; n > 0; n--)
            buf_add(&text, pieces[next_random(&seed) % N_ROWS(pieces)]);
        char *exact = malloc(text.len ? text.len : 1); /* its own block: an overrun shows */
        assert_non_null(exact);
        memcpy(exact, text.ptr, text.len);
        assert_int_equal(document_read(&doc, suitor_sv_make(exact, text.len), NULL, &err),
                         SUITOR_OK);
        check_document(&doc, i);
        free(exact);
    }
    document_free(&doc);
    buf_free(&text);
}

/* Texts of one thing over and over: what looks ahead must not look to the end each time
 * (the time limit of the test catches it), and no sentence grows without bound. */
static void reads_long_monotonous_texts(void **state)
{
    static const char *const things[] = {
        "a-", "a-a.", "a.bc-", "ab:/x&nbsp;", "http://a ", "www.",   "&",      "&#",
        "'",  "\"",   "...",   ")",           "]",         "?!",     "\u2013", "#",
        "@a", "1.",   "1,",    "\n",          "\n\n",      "\u0301", "x ",     "St. ",
    };
    enum { BYTES = 1 << 20, LONGEST = 450 };
    document doc = { 0 };
    suitor_error err;
    buf text = { 0 };

    (void)state;
    for (size_t i = 0; i < N_ROWS(things); i++) {
        buf_reset(&text);
        while (text.len < BYTES)
            buf_add(&text, things[i]);
        assert_false(text.failed);
        check_row(i, things[i], document_read(&doc, buf_view(&text), NULL, &err) == SUITOR_OK);
        for (uint32_t k = 0; k < doc.n_sentences; k++)
            check_row(i, things[i], doc.sentences[k].end - doc.sentences[k].first <= LONGEST);
    }
    document_free(&doc);
    buf_free(&text);
}

static void takes_bytes_of_zero(void **state)
{
    document doc = { 0 };
    suitor_error err;

    (void)state;
    assert_int_equal(document_read(&doc, suitor_sv_make("a\0b\n\0c", 6), NULL, &err), SUITOR_OK);
    check_document(&doc, 0);
    assert_true(doc.n_tokens >= 3);
    document_free(&doc);
}

/* Nine tokens before the first that is looked for, and none behind the last. */
static void finds_marked_tokens(void **state)
{
    static const char text[] = "they have said so to all of us but Inter, @milan: \u00a35m or 7";
    document doc = { 0 };
    suitor_error err;

    (void)state;
    assert_int_equal(document_read(&doc, suitor_sv_of(text), NULL, &err), SUITOR_OK);
    assert_int_equal(token_next(&doc, 0, MARK_NAMING), 9);
    assert_int_equal(token_next(&doc, 10, MARK_NAMING), 11);
    assert_int_equal(token_next(&doc, 12, MARK_NAMING), doc.n_tokens);
    assert_int_equal(token_next(&doc, 0, MARK_SIGN), 10);
    assert_int_equal(token_next(&doc, 12, MARK_SIGN), 12);
    assert_int_equal(token_next(&doc, 0, MARK_FIGURE), 13);
    assert_int_equal(token_next(&doc, 15, MARK_FIGURE), 17);
    assert_int_equal(token_next(&doc, doc.n_tokens, MARK_NAMING), doc.n_tokens);
    assert_int_equal(token_next_before(&doc, 0, 9, MARK_NAMING), 9);
    assert_int_equal(token_next_before(&doc, 0, 10, MARK_NAMING), 9);
    assert_int_equal(token_next_before(&doc, 7, 7, MARK_NAMING), 7);
    assert_int_equal(token_count(&doc, 0, doc.n_tokens, MARK_NAMING), 2);
    assert_int_equal(token_count(&doc, 9, 11, MARK_NAMING), 1);
    assert_int_equal(token_count(&doc, 0, 9, MARK_NAMING), 0);
    document_free(&doc);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(cuts_words_and_clitics),
        cmocka_unit_test(joins_across_hyphens),
        cmocka_unit_test(reads_numbers_and_money),
        cmocka_unit_test(reads_entities_as_their_characters),
        cmocka_unit_test(reads_tags_and_addresses),
        cmocka_unit_test(reads_marks_blanks_and_line_ends),
        cmocka_unit_test(marks_case_glue_and_quotes),
        cmocka_unit_test(keeps_its_promises_on_random_texts),
        cmocka_unit_test(reads_long_monotonous_texts),
        cmocka_unit_test(takes_bytes_of_zero),
        cmocka_unit_test(finds_marked_tokens),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
