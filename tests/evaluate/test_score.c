/* The score of readings made by hand: what counts, what is optional, what is listed. */
#include "score.h"

#include "files.h"
#include "reading.h"
#include "scarce_memory.h"

typedef struct {
    gold_set gold;
    arena memory;
    scorer score;
    reading read;
} fixture;

/* Begin a score of the gold row with the `rest` of its keys. */
static void begin(fixture *f, const char *rest)
{
    char json[2000];

    snprintf(json, sizeof json, "{\"id\": \"g1\", \"text\": \"%s\", %s}",
             "Nord Herald tells it. Redport want Ruiz. Cole stays.", rest);
    *f = (fixture){ 0 };
    f->score.memory = &f->memory;
    assert_int_equal(gold_read(&f->gold, files_put("gold.json", json), NULL, NULL, NULL),
                     SUITOR_OK);
    assert_int_equal(f->gold.n_rows, 1);
    reading_begin(&f->read);
}

static void finish(fixture *f)
{
    assert_int_equal(score_row(&f->score, &f->gold.rows[0], &f->read.facts, NULL), SUITOR_OK);
    score_finish(&f->score);
}

static void end(fixture *f)
{
    score_free(&f->score);
    gold_free(&f->gold);
    arena_free(&f->memory);
}

/* "interest 1 0 0; fees 0 1 2": hits, missed and extra of scores with any; static. */
static const char *tallies(const fixture *f)
{
    static char out[400];
    size_t at = 0;

    out[0] = '\0';
    for (int i = SUITOR_SCORE_INTEREST; i < SUITOR_N_SCORES; i++) {
        const suitor_tally *t = &f->score.sums.tallies[i];
        if (t->hit + t->missed + t->extra)
            at += (size_t)snprintf(out + at, sizeof out - at, "%s%s %d %d %d", at ? "; " : "",
                                   suitor_score_name((suitor_score)i), (int)t->hit, (int)t->missed,
                                   (int)t->extra);
    }
    return out;
}

/* The disagreements, a line each; static. */
static const char *listed(const fixture *f)
{
    static char out[2000];
    size_t at = 0;

    out[0] = '\0';
    for (uint32_t i = 0; i < f->score.sums.n_disagreements; i++) {
        const suitor_disagreement *d = &f->score.disagreements[i];
        suitor_sv quote = d->sentence.len ? suitor_sv_cut(d->sentence, d->quote) : d->sentence;
        at += (size_t)snprintf(
            out + at, sizeof out - at, "%s %s [%.*s|%.*s|%.*s|%.*s] %.*s <%.*s>\n",
            suitor_score_name(d->score), suitor_difference_name(d->difference),
            SUITOR_SV_ARG(d->player), SUITOR_SV_ARG(d->club), SUITOR_SV_ARG(d->gold),
            SUITOR_SV_ARG(d->read), SUITOR_SV_ARG(d->sentence), SUITOR_SV_ARG(quote));
    }
    return out;
}

static void check_text(size_t row, const char *got, const char *expected)
{
    if (strcmp(got, expected) != 0)
        print_error("row %zu\nexpected: %s\ngot:      %s\n", row, expected, got);
    assert_string_equal(got, expected);
}

#define CLAIM(relation, stage, club)                                                               \
    "{\"player\": \"Jan Ruiz\", \"club\": \"" club "\", \"relation\": \"" relation                 \
    "\", \"stage\": \"" stage "\"}"

static const struct {
    const char *gold, *read, *expected;
    int n_stages, n_right;
} claim_rows[] = {
    { "", "", "", 0, 0 },
    { CLAIM("interest", "keen", "Redport"), "interest keen Ruiz | Redport", "interest 1 0 0", 1,
      1 },
    { CLAIM("interest", "keen", "Redport"), "interest bid Ruiz | Redport FC", "interest 1 0 0", 1,
      0 },
    { CLAIM("interest", "keen", "Redport"), "interest keen Ruiz | Blueton", "interest 0 1 1", 0,
      0 },
    { CLAIM("interest", "keen", "Redport"), "interest keen Cole | Redport", "interest 0 1 1", 0,
      0 },
    { CLAIM("interest", "keen", "Redport"), "ended over Ruiz | Redport",
      "interest 0 1 0; ended 0 0 1", 0, 0 },
    /* told twice: the later counts */
    { CLAIM("interest", "keen", "Redport") ", " CLAIM("interest", "bid", "Redport"),
      "interest bid Ruiz | Redport; interest bid Jan Ruiz | Redport", "interest 1 0 0", 1, 1 },
    { CLAIM("interest", "keen", "Redport"),
      "interest keen Ruiz | Redport; interest bid Jan Ruiz | Redport", "interest 1 0 0", 1, 0 },
    /* strangers of one spelling are one */
    { "", "interest keen Nu\xC3\xB1o | Redport; interest keen Nuno | Redport", "interest 0 0 1", 0,
      0 },
    /* beside a deal of the pair interest need not be told, nor leaving of the player */
    { CLAIM("deal", "done", "Redport"),
      "deal done Ruiz | Redport; interest bid Ruiz | Redport; leaving likely Ruiz | Blueton",
      "deal 1 0 0", 1, 1 },
    { CLAIM("deal", "done", "Redport") ", " CLAIM("leaving", "likely", "Blueton") ", " CLAIM(
          "interest", "bid", "Redport"),
      "deal agreed Ruiz | Redport", "deal 1 0 0", 1, 0 },
    { CLAIM("deal", "done", "Redport") ", " CLAIM("leaving", "likely", "Blueton"),
      "deal done Ruiz | Redport; leaving possible Ruiz | Blueton", "deal 1 0 0; leaving 1 0 0", 1,
      1 },
    { CLAIM("deal", "done", "Redport"), "deal done Ruiz | Redport; interest bid Ruiz | Blueton",
      "interest 0 0 1; deal 1 0 0", 1, 1 },
    /* nor whose player somebody is of whom the gold tells nothing else */
    { CLAIM("plays_for", "owned", "Redport"), "", "", 0, 0 },
    { CLAIM("plays_for", "owned", "Redport"), "plays_for owned Ruiz | Redport", "plays_for 1 0 0",
      0, 0 },
    { "", "plays_for owned Ruiz | Redport", "", 0, 0 },
    { CLAIM("plays_for", "owned", "Redport") ", " CLAIM("staying", "likely", "Redport"),
      "staying possible Ruiz | Redport", "staying 1 0 0; plays_for 0 1 0", 0, 0 },
    { CLAIM("staying", "likely", "Redport"),
      "staying likely Ruiz | Redport; plays_for owned Ruiz | Blueton",
      "staying 1 0 0; plays_for 0 0 1", 0, 0 },
};

static void counts_claims(void **state)
{
    (void)state;
    for (size_t i = 0; i < N_ROWS(claim_rows); i++) {
        char keys[1000];
        fixture f;
        snprintf(keys, sizeof keys, "\"claims\": [%s]", claim_rows[i].gold);
        begin(&f, keys);
        reading_claims(&f.read, claim_rows[i].read);
        finish(&f);
        check_text(i, tallies(&f), claim_rows[i].expected);
        assert_int_equal(f.score.sums.n_stages, claim_rows[i].n_stages);
        assert_int_equal(f.score.sums.n_right_stages, claim_rows[i].n_right);
        end(&f);
    }
}

static void add_fee(reading *r, const char *player, const char *currency, double low, double high)
{
    suitor_fee *fee = &r->fees[r->facts.n_fees++];

    *fee =
        (suitor_fee){ .player = reading_player(r, suitor_sv_of(player)), .low = low, .high = high };
    strcpy(fee->currency, currency);
}

/* Sums as they are printed: to six digits. */
static void counts_fees(void **state)
{
    fixture f;

    (void)state;
    begin(&f, "\"claims\": [], \"players\": [{\"name\": \"Jan Ruiz\"}],"
              "\"fees\": [{\"player\": \"Jan Ruiz\", \"currency\": \"EUR\", \"low\": 60, \"high\": "
              "70}, {\"player\": \"Jan Ruiz\", \"currency\": \"EUR\", \"low\": 34.2, \"high\": "
              "34.2}, {\"player\": \"Jan Ruiz\", \"currency\": \"GBP\", \"low\": 5, \"high\": 5},"
              "{\"player\": \"Cole\", \"currency\": \"EUR\", \"low\": 1, \"high\": 1}]");
    add_fee(&f.read, "Ruiz", "EUR", 60, 70);
    add_fee(&f.read, "Ruiz", "EUR", 34.200000001, 34.2);
    add_fee(&f.read, "Ruiz", "EUR", 5, 5);
    add_fee(&f.read, "Cole", "EUR", 1, 1); /* a player of nothing else is no name to mean */
    finish(&f);
    check_text(0, tallies(&f), "fees 2 2 2");
    check_text(0, listed(&f),
               "fees extra [Cole|||EUR 1]  <>\n"
               "fees missed [Cole||EUR 1|]  <>\n"
               "fees extra [Jan Ruiz|||EUR 5]  <>\n"
               "fees missed [Jan Ruiz||GBP 5|]  <>\n");
    end(&f);
}

static void counts_the_rest(void **state)
{
    fixture f;

    (void)state;
    begin(&f, "\"claims\": [], \"players\": [{\"name\": \"Jan Ruiz\", \"position\": \"CB\", "
              "\"age\": 22}, {\"name\": \"Kim Cole\", \"position\": \"ST\"}],"
              "\"needs\": [{\"club\": \"Redport\", \"position\": \"ST\"}],"
              "\"either_or\": [{\"club\": \"Redport\", \"players\": [\"Jan Ruiz\", \"Kim Cole\"]}],"
              "\"sources\": [\"The Nord Herald\", \"Nord Herald\", \"Paula Penn\"]");
    suitor_facts *facts = &f.read.facts;
    uint32_t ruiz = reading_player(&f.read, suitor_sv_of("Ruiz"));
    uint32_t cole = reading_player(&f.read, suitor_sv_of("Cole"));
    uint32_t redport = reading_club(&f.read, suitor_sv_of("Redport FC"));
    f.read.players[ruiz].position = SUITOR_DF;
    f.read.players[ruiz].age = 22;
    f.read.players[cole].age = 30;
    f.read.needs[facts->n_needs++] = (suitor_need){ .club = redport, .position = SUITOR_ST };
    f.read.needs[facts->n_needs++] = (suitor_need){ .club = redport, .position = SUITOR_LB };
    f.read.choices[facts->n_either_or++] = (suitor_either_or){ redport, { 0, 2 }, { 0, 0 } };
    f.read.members[facts->n_either_or_players++] = cole;
    f.read.members[facts->n_either_or_players++] = ruiz;
    f.read.sources[facts->n_sources++] = suitor_sv_of("NORD HERALD");
    finish(&f);
    check_text(0, tallies(&f),
               "needs 1 0 1; either_or 1 0 0; sources 1 1 0; position 0 2 1; age 1 0 1");
    check_text(0, listed(&f),
               "needs extra [|Redport||LB]  <>\n"
               "sources missed [||Paula Penn|]  <>\n"
               "position other [Jan Ruiz||CB|DF]  <>\n"
               "position missed [Kim Cole||ST|]  <>\n"
               "age extra [Kim Cole|||30]  <>\n");
    end(&f);
}

/* With the sentence around what the gold, or the reading, quotes. */
static void lists_disagreements(void **state)
{
    fixture f;

    (void)state;
    begin(&f, "\"claims\": [{\"player\": \"Ruiz\", \"club\": \"Redport\", \"relation\": "
              "\"interest\", \"stage\": \"keen\", \"quote\": \"want Ruiz. Cole\"}, {\"player\": "
              "\"Ruiz\", \"club\": \"Blueton\", \"relation\": \"deal\", \"stage\": \"done\", "
              "\"quote\": \"no such words\"}], \"sources\": [\"Nord Herald\"]");
    reading_claims(&f.read, "deal agreed Ruiz | Blueton; staying likely C\xC3\xB4le | Redport");
    f.read.evidence[0].quote = (suitor_span){ 22, 29 };
    f.read.evidence[1].quote = (suitor_span){ 41, 45 };
    finish(&f);
    check_text(0, listed(&f),
               "interest missed [Ruiz|Redport|keen|] Redport want Ruiz. Cole stays. <want Ruiz. "
               "Cole>\n"
               "staying extra [C\xC3\xB4le|Redport||likely] Cole stays. <Cole>\n"
               "sources missed [||Nord Herald|] Nord Herald tells it. <Nord Herald>\n"
               "deal other [Ruiz|Blueton|done|agreed] Redport want Ruiz. <Redport>\n");
    end(&f);
}

static void adds_up(void **state)
{
    fixture f;

    (void)state;
    begin(&f, "\"claims\": [" CLAIM("interest", "keen", "Redport") ", " CLAIM(
                  "ended", "over", "Blueton") ", " CLAIM("staying", "likely", "Blueton") "]");
    reading_claims(&f.read, "interest keen Ruiz | Redport; deal done Ruiz | Greenham; "
                            "leaving likely Ruiz | Blueton");
    finish(&f);
    const suitor_tally *market = &f.score.sums.tallies[SUITOR_SCORE_MARKET];
    const suitor_tally *all = &f.score.sums.tallies[SUITOR_SCORE_ALL_CLAIMS];
    assert_true(market->hit == 1 && market->missed == 1 && market->extra == 1);
    assert_true(all->hit == 1 && all->missed == 2 && all->extra == 2);
    end(&f);
}

static void tells_the_figures_of_a_tally(void **state)
{
    static const struct {
        suitor_tally tally;
        double precision, recall, f1;
    } rows[] = {
        { { 0, 0, 0 }, 1, 1, 1 },           { { 3, 0, 0 }, 1, 1, 1 }, { { 0, 2, 0 }, 1, 0, 0 },
        { { 0, 0, 2 }, 0, 1, 0 },           { { 0, 1, 1 }, 0, 0, 0 }, { { 1, 3, 0 }, 1, 0.25, 0.4 },
        { { 1, 1, 3 }, 0.25, 0.5, 1. / 3 },
    };

    (void)state;
    for (size_t i = 0; i < N_ROWS(rows); i++) {
        const suitor_tally *t = &rows[i].tally;
        check_row(i, "precision", suitor_tally_precision(t) == rows[i].precision);
        check_row(i, "recall", suitor_tally_recall(t) == rows[i].recall);
        check_row(i, "f1",
                  suitor_tally_f1(t) - rows[i].f1 < 1e-15 &&
                      rows[i].f1 - suitor_tally_f1(t) < 1e-15);
    }
}

static void knows_the_names_of_scores(void **state)
{
    suitor_score score = SUITOR_N_SCORES;

    (void)state;
    for (int i = 0; i < SUITOR_N_SCORES; i++) {
        const char *name = suitor_score_name((suitor_score)i);
        assert_true(suitor_score_parse(suitor_sv_of(name), &score));
        assert_int_equal(score, i);
    }
    assert_true(suitor_score_parse(suitor_sv_of("all claims"), &score));
    assert_int_equal(score, SUITOR_SCORE_ALL_CLAIMS);
    assert_false(suitor_score_parse(suitor_sv_of("mark"), &score));
    assert_false(suitor_score_parse(suitor_sv_of(""), &score));
}

static void says_that_there_is_no_memory(void **state)
{
    suitor_status st = SUITOR_ERR_NOMEM;

    (void)state;
    for (uint32_t allowed = 0; st != SUITOR_OK; allowed++) {
        suitor_error err = { 0 };
        fixture f;
        begin(&f,
              "\"claims\": [" CLAIM(
                  "interest", "keen",
                  "Redport") "], \"sources\": [\"Nord "
                             "Herald\"], \"either_or\": [{\"club\": \"A\", \"players\": [\"B\"]}], "
                             "\"players\": [{\"name\": \"Jan Ruiz\", \"age\": 22}], \"aliases\": "
                             "{\"Jan "
                             "Ruiz\": [\"Ruizinho\"]}");
        reading_claims(&f.read, "interest bid Ruiz | Redport; interest keen Cole | Redport");
        add_fee(&f.read, "Ruiz", "EUR", 60, 70);
        memory_allow(allowed);
        st = score_row(&f.score, &f.gold.rows[0], &f.read.facts, &err);
        memory_plenty();
        assert_true(st == SUITOR_OK || st == SUITOR_ERR_NOMEM);
        assert_int_equal(st, err.code);
        end(&f);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(counts_claims),
        cmocka_unit_test(counts_fees),
        cmocka_unit_test(counts_the_rest),
        cmocka_unit_test(lists_disagreements),
        cmocka_unit_test(adds_up),
        cmocka_unit_test(tells_the_figures_of_a_tally),
        cmocka_unit_test(knows_the_names_of_scores),
        cmocka_unit_test(says_that_there_is_no_memory),
    };

    return cmocka_run_group_tests(tests, files_make, files_remove);
}
