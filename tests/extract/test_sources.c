/* Who is credited, what rests on whom, and how firmly it is said. */
#include "told.h"

/* "hedge origin" of the first claim that is no plays_for. */
static const char *told_standing(const char *text)
{
    static char out[TOLD_MAX_LINE];
    const suitor_facts *f = told_read(text);

    for (uint32_t i = 0; i < f->n_claims; i++) {
        const suitor_evidence *e = &f->evidence[f->claims[i].evidence.first];
        if (f->claims[i].relation == SUITOR_PLAYS_FOR)
            continue;
        snprintf(out, sizeof out, "%s %.*s", suitor_hedge_name(e->hedge), SUITOR_SV_ARG(e->origin));
        return out;
    }
    return "";
}

static const char *told_sources(const char *text)
{
    const suitor_facts *f = told_read(text);
    told_lines l = { .count = 0 };

    for (uint32_t i = 0; i < f->n_sources; i++)
        snprintf(told_next(&l), TOLD_MAX_LINE, "%.*s", SUITOR_SV_ARG(f->sources[i]));
    return told_joined(&l);
}

static void tells_how_firmly_it_is_said(void **state)
{
    static const told_row rows[] = {
        { "Chelsea want Davor Lukesic.", "firm The Paper" },
        { "Chelsea reportedly want Davor Lukesic.", "hedged The Paper" },
        { "Chelsea are believed to want Davor Lukesic.", "hedged The Paper" },
        { "Chelsea could want Davor Lukesic.", "doubtful The Paper" },
        { "Sources say Chelsea want Davor Lukesic.", "reported The Paper" },
    };

    (void)state;
    check_told(rows, N_ROWS(rows), told_standing);
}

static void finds_the_origin(void **state)
{
    static const told_row rows[] = {
        { "According to L'Equipe, Chelsea want Davor Lukesic.", "reported L'Equipe" },
        { "Chelsea want Davor Lukesic, Fabrizio Romano reports.", "reported Fabrizio Romano" },
        { "Chelsea want Davor Lukesic, according to Sky Sports.", "reported Sky Sports" },
        { "Marca report that Chelsea want Davor Lukesic.", "reported Marca" },
        /* a credit holds to the end of its paragraph */
        { "According to Marca, Lyon are ready. Chelsea want Davor Lukesic.", "reported Marca" },
        { "According to Marca, Lyon are ready.\n\nChelsea want Davor Lukesic.", "firm The Paper" },
        /* one in brackets behind it holds for its paragraph */
        { "Chelsea want Davor Lukesic. Lyon are ready. (Nordland Gazette)",
          "reported Nordland Gazette" },
        { "Chelsea want Davor Lukesic.\n\nLyon are ready. (Nordland Gazette)", "firm The Paper" },
    };

    (void)state;
    check_told(rows, N_ROWS(rows), told_standing);
}

static void lists_who_is_credited(void **state)
{
    static const told_row rows[] = {
        { "Chelsea want Davor Lukesic.", "" },
        { "According to Marca, Chelsea want Davor Lukesic.", "Marca" },
        { "According to Marca, Chelsea want Davor Lukesic. Marca add that Lyon are ready.",
          "Marca" },
        { "Marca and Sky Sports report that Chelsea want Davor Lukesic.", "Marca; Sky Sports" },
        { "Reporter Marco Lanza says Chelsea want Davor Lukesic.", "Marco Lanza" },
        { "Chelsea want Davor Lukesic this summer (Mirror).", "Mirror" },
        /* papers by ordinary words: behind what quotes them */
        { "Chelsea want Davor Lukesic, according to the Mirror.", "Mirror" },
        { "Chelsea want Davor Lukesic, says the Express.", "Express" },
        { "Chelsea, the Mill is told, want Davor Lukesic.", "Mill" },
        { "Chelsea want Davor Lukesic, the club said Sunday.", "" },
        { "Chelsea want Davor Lukesic, a record signing for the club.", "" },
        /* names written small, and addresses */
        { "Chelsea want Davor Lukesic, talkSPORT understands.", "talkSPORT" },
        { "Chelsea want Davor Lukesic, kicker reports.", "kicker" },
        { "Chelsea want the kicker Davor Lukesic.", "" },
        { "Chelsea want Davor Lukesic, football.london understands.", "football.london" },
        { "Chelsea want Davor Lukesic. He plays good football. London is far.", "" },
        { "Chelsea want Davor Lukesic, he told leeds-news.com on Friday.", "leeds-news.com" },
        { "Chelsea want Davor Lukesic.\n\nespn.com", "" },
        /* a bracket of its own */
        { "Chelsea want Davor Lukesic. (Chronicle)", "Chronicle" },
        { "Chelsea want Davor Lukesic. (Athletic - subscription required)", "Athletic" },
        { "Chelsea want Davor Lukesic. (Nordland Gazette)", "Nordland Gazette" },
        { "Chelsea want Davor Lukesic. [Sport, Marca]", "Marca; Sport" },
        { "Chelsea want their captain (Davor Lukesic).", "" },
        /* papers and stations that no table has */
        { "Chelsea want Davor Lukesic, he told Radio Nordica.", "Radio Nordica" },
        { "Chelsea want Davor Lukesic, says Zagreb Sport Journal.", "Zagreb Sport Journal" },
        { "Chelsea want Davor Lukesic. He has learned his trade at Radio Nordica.", "" },
        /* nor is every word that begins an outlet's name one */
        { "Football rumours: Chelsea want Davor Lukesic.", "" },
        { "Chelsea want Davor Lukesic before the FIFA World Cup.", "" },
        /* nothing to be credited with */
        { "According to Marca, it will rain.", "" },
    };

    (void)state;
    check_told(rows, N_ROWS(rows), told_sources);
}

static void gives_evidence_its_place(void **state)
{
    static const char text[] = "It is May.\n\nChelsea want Davor Lukesic. He is 22. Lukesic is "
                               "wanted by Chelsea, sources say.";
    const suitor_facts *f = told_read(text);

    (void)state;
    assert_int_equal(f->n_claims, 1);
    assert_int_equal(f->claims[0].evidence.count, 2);
    for (uint32_t i = 0; i < f->n_evidence; i++) {
        const suitor_evidence *e = &f->evidence[i];
        assert_true(e->sentence.begin <= e->quote.begin && e->quote.end <= e->sentence.end);
        assert_true(e->confidence > 0 && e->confidence <= 1);
    }
    suitor_sv quote = suitor_sv_cut(told.article.text, f->evidence[0].quote);
    assert_true(suitor_sv_equal(quote, suitor_sv_of("Chelsea want Davor Lukesic")));
    suitor_sv sentence = suitor_sv_cut(told.article.text, f->evidence[0].sentence);
    assert_true(suitor_sv_equal(sentence, suitor_sv_of("Chelsea want Davor Lukesic.")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(tells_how_firmly_it_is_said),
        cmocka_unit_test(finds_the_origin),
        cmocka_unit_test(lists_who_is_credited),
        cmocka_unit_test(gives_evidence_its_place),
    };

    return cmocka_run_group_tests(tests, told_setup, told_teardown);
}
