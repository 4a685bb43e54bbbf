/* Sentence ends, and headlines. */
#include "shown.h"

static void ends_sentences(void **state)
{
    static const shown_row rows[] = {
        { "", "" },
        { "Inter want Bastoni", "Inter want Bastoni" },
        { "Inter wait. Arsenal bid.", "Inter wait. | Arsenal bid." },
        { "Will he go? He will! Soon.", "Will he go? | He will! | Soon." },
        { "Wait... Then go.", "Wait... | Then go." },
        { "No way?! Yes.", "No way?! | Yes." },
        { "Inter wait. 90 million it is.", "Inter wait. | 90 million it is." },
        { "It costs \u20ac90.5m. \u20ac100m is more.",
          "It costs \u20ac90.5m. | \u20ac100m is more." },
        { "He left. @FabrizioRomano agreed.", "He left. | @FabrizioRomano agreed." },
        { "Inter wait.\u00a0Arsenal bid.", "Inter wait. | Arsenal bid." },
        /* no blank behind the stop */
        { "Inter want him.Arsenal bid.", "Inter want him. | Arsenal bid." },
        /* what goes on with a small letter is no beginning */
        { "the approx. price", "the approx. price" },
        { "Yahoo! wrote it. So what.", "Yahoo! wrote it. | So what." },
        { "the No. 9 of Inter. He stays.", "the No. 9 of Inter. | He stays." },
    };

    (void)state;
    check_shown(rows, N_ROWS(rows), shown_sentences);
}

static void knows_abbreviations(void **state)
{
    static const shown_row rows[] = {
        { "Mr. Marotta met Dr. Who. They spoke.", "Mr. Marotta met Dr. Who. | They spoke." },
        { "St. James' Park waits.", "St. James' Park waits." },
        { "Inter vs. Milan on Sunday. Then rest.", "Inter vs. Milan on Sunday. | Then rest." },
        { "J. Jacquet signed. Done.", "J. Jacquet signed. | Done." },
        { "On Jan. 31 he moved. Fine.", "On Jan. 31 he moved. | Fine." },
        { "Neymar Jr. Scored twice.", "Neymar Jr. Scored twice." },
        { "the fee, approx. Ninety. Much.", "the fee, approx. Ninety. | Much." },
    };

    (void)state;
    check_shown(rows, N_ROWS(rows), shown_sentences);
}

static void keeps_quotes_and_brackets_with_their_sentence(void **state)
{
    static const shown_row rows[] = {
        { "\"He stays.\" Inter said so.", "\"He stays.\" | Inter said so." },
        { "\u201cHe stays.\u201d Inter said so.", "\u201cHe stays.\u201d | Inter said so." },
        { "Inter wait. \"He stays,\" they said.", "Inter wait. | \"He stays,\" they said." },
        { "Inter wait. (Arsenal bid.)", "Inter wait. | (Arsenal bid.)" },
        { "'He stays.' Inter said so.", "'He stays.' | Inter said so." },
    };

    (void)state;
    check_shown(rows, N_ROWS(rows), shown_sentences);
}

static void ends_at_line_ends(void **state)
{
    static const shown_row rows[] = {
        { "Inter wait\nArsenal bid", "Inter wait | Arsenal bid" },
        { "Inter wait\r\narsenal bid", "Inter wait | arsenal bid" },
        { "\n\nInter wait.\n\n\nArsenal bid.\n", "Inter wait. | Arsenal bid." },
        { "Inter wait.\nArsenal bid.", "Inter wait. | Arsenal bid." },
        { "\n \n", "" },
    };

    (void)state;
    check_shown(rows, N_ROWS(rows), shown_sentences);
}

static void marks_headlines(void **state)
{
    static const shown_row rows[] = {
        { "Liverpool Turn Towards Alessandro Bastoni",
          "=Liverpool Turn Towards Alessandro Bastoni=" },
        { "LIVERPOOL WANT INTER STAR BASTONI", "=LIVERPOOL WANT INTER STAR BASTONI=" },
        /* one long word in five may be small */
        { "Arsenal Prepare Bastoni Offer from London",
          "=Arsenal Prepare Bastoni Offer from London=" },
        { "Arsenal prepare an offer for Bastoni of Inter", "Arsenal prepare an offer for Bastoni "
                                                           "of Inter" },
        /* three long words are too few to tell */
        { "Alessandro Bastoni, Inter", "Alessandro Bastoni, Inter" },
        { "Big News From Inter Today\nBastoni will stay there for now.",
          "=Big News From Inter Today= | Bastoni will stay there for now." },
    };

    (void)state;
    check_shown(rows, N_ROWS(rows), shown_sentences);
}

static void counts_paragraphs(void **state)
{
    static const char text[] = "One. Two.\nThree.\n\nFour.\n\n\n\nFive. Six.";
    static const uint32_t paragraphs[] = { 0, 0, 0, 1, 2, 2 };
    document doc = { 0 };
    suitor_error err;

    (void)state;
    assert_int_equal(document_read(&doc, suitor_sv_of(text), NULL, &err), SUITOR_OK);
    assert_int_equal(doc.n_sentences, N_ROWS(paragraphs));
    for (size_t i = 0; i < N_ROWS(paragraphs); i++)
        assert_int_equal(doc.sentences[i].paragraph, paragraphs[i]);
    document_free(&doc);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(ends_sentences),
        cmocka_unit_test(knows_abbreviations),
        cmocka_unit_test(keeps_quotes_and_brackets_with_their_sentence),
        cmocka_unit_test(ends_at_line_ends),
        cmocka_unit_test(marks_headlines),
        cmocka_unit_test(counts_paragraphs),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
