/* Sums of money: how much, in which currency, said of whom, and of what kind. */
#include "told.h"

/* The fees of `text`: "Davor Lukesic asking EUR 90-100", sorted. */
static const char *told_fees(const char *text)
{
    const suitor_facts *f = told_read(text);
    told_lines l = { .count = 0 };

    for (uint32_t i = 0; i < f->n_fees; i++) {
        const suitor_fee *fee = &f->fees[i];
        char *line = told_next(&l);
        int at = snprintf(line, TOLD_MAX_LINE, "%.*s %s %s %g",
                          SUITOR_SV_ARG(f->players[fee->player].name),
                          suitor_fee_kind_name(fee->kind), fee->currency, fee->low);
        if (fee->high != fee->low)
            snprintf(line + at, TOLD_MAX_LINE - (size_t)at, "-%g", fee->high);
    }
    return told_joined(&l);
}

/* The first fee without player and kind: "EUR 90-100". */
static const char *told_amount(const char *text)
{
    static char out[TOLD_MAX_LINE];
    const suitor_facts *f = told_read(text);
    int at;

    if (f->n_fees == 0)
        return "";
    at = snprintf(out, sizeof out, "%s %g", f->fees[0].currency, f->fees[0].low);
    if (f->fees[0].high != f->fees[0].low)
        snprintf(out + at, sizeof out - (size_t)at, "-%g", f->fees[0].high);
    return out;
}

#define BID(sum) "Chelsea have made a bid of " sum " for Davor Lukesic."

static void reads_amounts(void **state)
{
    static const told_row rows[] = {
        { BID("\u20ac60m"), "EUR 60" },
        { BID("\u20ac60 million"), "EUR 60" },
        { BID("\u20ac 60m"), "EUR 60" },
        { BID("60 million euros"), "EUR 60" },
        { BID("60m euros"), "EUR 60" },
        { BID("60m\u20ac"), "EUR 60" },
        { BID("EUR 60m"), "EUR 60" },
        { BID("&euro;60m"), "EUR 60" },
        { BID("\u00a360m"), "GBP 60" },
        { BID("&#163;60m"), "GBP 60" },
        { BID("&pound;60m"), "GBP 60" },
        { BID("60 million pounds"), "GBP 60" },
        { BID("GBP 60m"), "GBP 60" },
        { BID("$60m"), "USD 60" },
        { BID("60 million dollars"), "USD 60" },
        { BID("USD 60m"), "USD 60" },
        { BID("\u20ac62.5m"), "EUR 62.5" },
        { BID("\u00a362,500,000"), "GBP 62.5" },
        { BID("\u00a3500k"), "GBP 0.5" },
        { BID("\u20ac0.75m"), "EUR 0.75" },
        { BID("\u20ac60mn"), "EUR 60" },
        { BID("\u00a3100MILLION"), "GBP 100" },
        { BID("60 million pounds sterling"), "GBP 60" },
        { BID("R$60m"), "BRL 60" },
        { BID("60 million reais"), "BRL 60" },
        { BID("CHF 60m"), "CHF 60" },
        { BID("a 60-million-euro fee"), "EUR 60" },
        /* in words */
        { BID("sixty million euros"), "EUR 60" },
        { BID("forty-five million euros"), "EUR 45" },
        { BID("a hundred and twenty million euros"), "EUR 120" },
        { BID("twelve and a half million pounds"), "GBP 12.5" },
        { BID("a couple of million euros"), "EUR 2" },
        { BID("half a million euros"), "EUR 0.5" },
        /* no currency: pounds among British clubs, euros elsewhere */
        { BID("60 million"), "GBP 60" },
        { "Lyon have bid 60 million for Davor Lukesic of Lens.", "EUR 60" },
        { BID("60m"), "" },
        { BID("an eight-figure sum"), "" },
    };

    (void)state;
    check_told(rows, N_ROWS(rows), told_amount);
}

static void reads_ranges_and_add_ons(void **state)
{
    static const told_row rows[] = {
        { BID("\u20ac90-100m"), "EUR 90-100" },
        { BID("\u20ac90\u2013100m"), "EUR 90-100" },
        { BID("\u20ac90m-\u20ac100m"), "EUR 90-100" },
        { BID("\u20ac90m to \u20ac100m"), "EUR 90-100" },
        { BID("\u20ac90 to 100 million"), "EUR 90-100" },
        { BID("90-100m euros"), "EUR 90-100" },
        { BID("\u20ac60m plus \u20ac10m in add-ons"), "EUR 60-70" },
        { BID("\u20ac60m plus \u20ac10m"), "EUR 60-70" },
        { BID("\u20ac60m + \u20ac10m"), "EUR 60-70" },
        { BID("\u20ac60m plus add-ons of \u20ac10m"), "EUR 60-70" },
        { BID("between \u20ac20m and \u20ac25m"), "EUR 20-25" },
        { BID("\u20ac60m plus \u20ac10m of extras"), "EUR 60-70" },
        { BID("\u20ac60m and a further \u20ac10m"), "EUR 60-70" },
        { BID("\u20ac60m and \u20ac10m more in bonuses"), "EUR 60-70" },
        { BID("\u20ac60m with another \u20ac10m in possible bonuses"), "EUR 60-70" },
        { BID("\u20ac60m, with \u20ac10m to follow"), "EUR 60-70" },
        { BID("\u20ac60m plus ten"), "EUR 60-70" },
        { BID("\u20ac60m plus 10"), "EUR 60-70" },
        { BID("\u20ac60m plus \u20ac5m in appearances and \u20ac3m in trophies"), "EUR 60-68" },
        { BID("60 million and 10 in bonuses"), "GBP 60-70" },
        { BID("\u20ac60m rising to \u20ac70m"), "EUR 60-70" },
        { BID("\u20ac60m, potentially rising to \u20ac70m"), "EUR 60-70" },
        { BID("\u20ac60m, rising by \u20ac2.5m"), "EUR 60-62.5" },
        { BID("\u20ac60m that could reach \u20ac70m"), "EUR 60-70" },
        { BID("\u20ac60m plus add-ons to \u20ac70m"), "EUR 60-70" },
        { BID("\u20ac60m including \u20ac10m in add-ons"), "EUR 50-60" },
        { BID("\u20ac60m, 50 of which is fixed,"), "EUR 50-60" },
        { BID("60 million euros ($66 million) and 7 million in bonuses"), "EUR 60-67" },
        /* what is counted is no money */
        { BID("\u20ac60m plus two players"), "EUR 60" },
        { BID("\u20ac60m in four instalments"), "EUR 60" },
        { BID("up to \u20ac80m"), "EUR 80" },
        { BID("over \u20ac80m"), "EUR 80" },
        { BID("around \u20ac80m"), "EUR 80" },
        { BID("in excess of \u20ac80m"), "EUR 80" },
    };

    (void)state;
    check_told(rows, N_ROWS(rows), told_amount);
}

static void tells_kinds(void **state)
{
    static const told_row rows[] = {
        { BID("\u20ac60m"), "Davor Lukesic bid EUR 60" },
        { "Chelsea have offered \u20ac60m for Davor Lukesic.", "Davor Lukesic bid EUR 60" },
        { "Lyon want \u20ac60m for Davor Lukesic.", "Davor Lukesic asking EUR 60" },
        { "Lyon are asking for \u20ac60m for Davor Lukesic.", "Davor Lukesic asking EUR 60" },
        { "Lyon demand \u20ac60m for Davor Lukesic.", "Davor Lukesic asking EUR 60" },
        { "Lyon value Davor Lukesic at \u20ac60m.", "Davor Lukesic valuation EUR 60" },
        { "Davor Lukesic, valued at \u20ac60m, is wanted by Chelsea.",
          "Davor Lukesic valuation EUR 60" },
        { "Chelsea want Davor Lukesic, who has a release clause of \u20ac60m.",
          "Davor Lukesic clause EUR 60" },
        { "Chelsea want Davor Lukesic. His release clause is \u20ac60m.",
          "Davor Lukesic clause EUR 60" },
        { "Chelsea have agreed a \u20ac60m fee with Lyon for Davor Lukesic.",
          "Davor Lukesic agreed EUR 60" },
        { "Chelsea have signed Davor Lukesic for \u20ac60m.", "Davor Lukesic agreed EUR 60" },
        { "Lyon have accepted \u20ac60m for Davor Lukesic.", "Davor Lukesic agreed EUR 60" },
        { "Chelsea and Lyon have settled on \u20ac60m for Davor Lukesic.",
          "Davor Lukesic agreed EUR 60" },
        { "Lyon have turned down \u20ac60m from Chelsea for Davor Lukesic.",
          "Davor Lukesic bid EUR 60" },
        { "Lyon rejected \u20ac60m for Davor Lukesic.", "Davor Lukesic bid EUR 60" },
        { "Davor Lukesic would cost Chelsea \u20ac60m.", "Davor Lukesic asking EUR 60" },
        { "Lyon will not let Davor Lukesic go for less than \u20ac60m.",
          "Davor Lukesic asking EUR 60" },
        { "Chelsea have a \u20ac60m option to buy Davor Lukesic.", "Davor Lukesic clause EUR 60" },
    };

    (void)state;
    check_told(rows, N_ROWS(rows), told_fees);
}

/* Numbers that are millions without saying so. */
static void reads_bare_numbers(void **state)
{
    static const told_row rows[] = {
        { BID("\u20ac60m") " Lyon have accepted 70 plus bonuses.",
          "Davor Lukesic agreed EUR 70; Davor Lukesic bid EUR 60" },
        { BID("\u20ac60m, then 65"), "Davor Lukesic bid EUR 60; Davor Lukesic bid EUR 65" },
        { "Lyon want \u20ac60m for Davor Lukesic, an offer of 45 was laughed off.",
          "Davor Lukesic asking EUR 60; Davor Lukesic bid EUR 45" },
        { "Lyon want \u20ac60m for Davor Lukesic and Chelsea stopped at 50.",
          "Davor Lukesic asking EUR 60; Davor Lukesic bid EUR 50" },
        { "Chelsea bid \u00a360m for Davor Lukesic. His clause is 80.",
          "Davor Lukesic bid GBP 60; Davor Lukesic clause GBP 80" },
        /* ages, games, dates, and texts without sums */
        { BID("\u20ac60m") " Lukesic, 22, has played for 25 games.", "Davor Lukesic bid EUR 60" },
        { BID("\u20ac60m") " He is 22.", "Davor Lukesic bid EUR 60" },
        { BID("\u20ac60m") " He joined them at 19 and won 3-1.", "Davor Lukesic bid EUR 60" },
        { "Chelsea want Davor Lukesic. Lyon accepted 35 pupils.", "" },
    };

    (void)state;
    check_told(rows, N_ROWS(rows), told_fees);
}

static void leaves_out_what_is_no_fee(void **state)
{
    static const told_row rows[] = {
        /* wages */
        { "Chelsea want Davor Lukesic, who earns \u00a3200,000 a week.", "" },
        { "Chelsea want Davor Lukesic on \u20ac8m a year.", "" },
        { "Chelsea want Davor Lukesic, on wages of \u20ac8m.", "" },
        { "Chelsea want Davor Lukesic, whose salary is \u20ac8m.", "" },
        /* conversions: the first currency counts */
        { BID("\u20ac60m (\u00a352m)"), "Davor Lukesic bid EUR 60" },
        { BID("\u00a352m (\u20ac60m, $65m)"), "Davor Lukesic bid GBP 52" },
        { BID("\u20ac60m (\u00a352m/$65m)"), "Davor Lukesic bid EUR 60" },
        /* of the past */
        { "Chelsea want Davor Lukesic. Lyon paid \u20ac10m for him in 2021.", "" },
        { "Chelsea want Davor Lukesic, whom Lyon bought for \u20ac10m last summer.", "" },
        { "Chelsea have signed Davor Lukesic; Lens get \u20ac5m as sell-on clause.", "" },
        { "Chelsea want Davor Lukesic, but there is no \u20ac60m offer.", "" },
        { "Chelsea want Davor Lukesic, who has two million followers.", "" },
        { BID("\u20ac60m, or about \u00a352m,"), "Davor Lukesic bid EUR 60" },
        /* of nobody in the news */
        { "Lyon made a profit of \u20ac60m.", "" },
        { "The stadium cost \u20ac600m. Chelsea want Davor Lukesic.", "" },
        /* no money */
        { "Chelsea want Davor Lukesic, who has run 60m.", "" },
        { "Chelsea want Davor Lukesic, 22, for 2026.", "" },
        { "Chelsea want Davor Lukesic. \u20ac60", "" },
    };

    (void)state;
    check_told(rows, N_ROWS(rows), told_fees);
}

static void gives_each_sum_to_its_player(void **state)
{
    static const told_row rows[] = {
        { "Chelsea have bid \u20ac60m for Davor Lukesic. Everton have bid \u20ac40m for Mateo "
          "Arriola.",
          "Davor Lukesic bid EUR 60; Mateo Arriola bid EUR 40" },
        { "Chelsea have made a bid for Davor Lukesic. Lyon want \u20ac60m.",
          "Davor Lukesic asking EUR 60" },
        { "Chelsea have signed Davor Lukesic for \u20ac60m and loaned Mateo Arriola to Lyon.",
          "Davor Lukesic agreed EUR 60" },
        { "Chelsea have bid \u20ac60m plus Mateo Arriola for Davor Lukesic.",
          "Davor Lukesic bid EUR 60" },
        { "Davor Lukesic (Lyon, \u20ac60m) and Mateo Arriola (Lens, \u20ac15m) have come.",
          "Davor Lukesic bid EUR 60; Mateo Arriola bid EUR 15" },
        { "Chelsea want Lyon's Davor Lukesic and Lens midfielder Mateo Arriola. Lens ask for "
          "\u20ac15m.",
          "Mateo Arriola asking EUR 15" },
        { "A \u20ac6m fee, permanent. Chelsea have signed Davor Lukesic.",
          "Davor Lukesic agreed EUR 6" },
        /* the same sum once */
        { "Lyon want \u20ac60m for Davor Lukesic. They want \u20ac60m for Lukesic.",
          "Davor Lukesic asking EUR 60" },
    };

    (void)state;
    check_told(rows, N_ROWS(rows), told_fees);
}

static void cuts_the_quote(void **state)
{
    static const char text[] = BID("\u20ac60m plus \u20ac10m in add-ons");
    const suitor_facts *f = told_read(text);

    (void)state;
    assert_int_equal(f->n_fees, 1);
    suitor_sv quote = suitor_sv_cut(told.article.text, f->fees[0].quote);
    assert_true(quote.len >= strlen("\u20ac60m plus \u20ac10m"));
    assert_memory_equal(quote.ptr, "\u20ac60m plus \u20ac10m", strlen("\u20ac60m plus \u20ac10m"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_amounts),
        cmocka_unit_test(reads_ranges_and_add_ons),
        cmocka_unit_test(tells_kinds),
        cmocka_unit_test(reads_bare_numbers),
        cmocka_unit_test(leaves_out_what_is_no_fee),
        cmocka_unit_test(gives_each_sum_to_its_player),
        cmocka_unit_test(cuts_the_quote),
    };

    return cmocka_run_group_tests(tests, told_setup, told_teardown);
}
