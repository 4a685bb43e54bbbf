/* Lines of claims: what comes back is what was written, and nothing else is taken for one. */
#include "claims_line.h"

#include <stdlib.h>

#include "buf.h"
#include "table.h"

#define ARTICLE "\"id\": \"a\", \"text\": \"Chelsea want Bo.\", "
#define CLUBS "\"clubs\": [{\"name\": \"Chelsea\", \"aliases\": [\"Blues\"]}], "
#define PLAYERS                                                                                    \
    "\"players\": [{\"name\": \"Bo\", \"club\": \"Chelsea\", \"position\": \"CB\", \"age\": "      \
    "26}], "
#define EVIDENCE                                                                                   \
    "\"evidence\": [{\"stage\": \"keen\", \"hedge\": \"firm\", \"origin\": \"Sky\","               \
    " \"confidence\": 0.30000000000000004, \"start\": 0, \"end\": 15, \"sentence_start\": 0,"      \
    " \"sentence_end\": 16}]"
#define CLAIM                                                                                      \
    "{\"player\": \"Bo\", \"club\": \"Chelsea\", \"relation\": \"interest\", \"stage\": "          \
    "\"keen\", " EVIDENCE "}"

static suitor_status read_line(const char *text, suitor_article *article, arena *memory,
                               suitor_facts *facts, suitor_error *err)
{
    claims_reader reader = { 0 };

    *article = (suitor_article){ .id = suitor_sv_of("f:3"),
                                 .day = SUITOR_NO_DAY,
                                 .line = suitor_sv_of(text) };
    suitor_status st = claims_line_read(&reader, article, memory, facts, err);
    claims_reader_free(&reader);
    return st;
}

static void reads_rows_in_any_order(void **state)
{
    static const char *const rows[] = {
        "{" ARTICLE
        "\"date\": \"2026-03-02\", \"outlet\": \"Sky\", \"path\": \"in/x.txt\", " CLUBS PLAYERS
        "\"claims\": [" CLAIM "], \"fees\": [{\"player\": \"Bo\", \"kind\": \"bid\", "
        "\"currency\": \"EUR\", \"low\": 1.5, \"high\": 2, \"start\": 0, \"end\": 3}], \"needs\": "
        "[{\"club\": \"Chelsea\", \"position\": \"GK\", \"start\": 0, \"end\": 3}], \"either_or\": "
        "[{\"club\": \"Chelsea\", \"players\": [\"Bo\", \"Bo\"], \"start\": 0, \"end\": 3}], "
        "\"sources\": [\"Sky\"], \"aliases\": {}, \"later\": [{}]}",
        "{\"needs\": [{\"end\": 3, \"start\": 0, \"club\": \"Chelsea\", \"position\": \"GK\"}], "
        "\"claims\": [" CLAIM "], \"sources\": [\"Sky\"], \"either_or\": [{\"players\": [\"Bo\", "
        "\"Bo\"], \"end\": 3, \"start\": 0, \"club\": \"Chelsea\"}], \"fees\": [{\"high\": 2.0, "
        "\"low\": 15e-1, \"kind\": \"bid\", \"currency\": \"EUR\", \"start\": 0, \"end\": 3, "
        "\"player\": \"Bo\"}], " PLAYERS CLUBS "\"path\": \"in/x.txt\", \"outlet\": \"Sky\", "
        "\"date\": \"2026-03-02\", \"text\": \"Chelsea want Bo.\", \"id\": \"a\"}",
    };

    (void)state;
    for (size_t i = 0; i < N_ROWS(rows); i++) {
        arena memory = { 0 };
        suitor_article a;
        suitor_facts f;
        suitor_error err;
        char day[SUITOR_DATE_SIZE];
        check_row(i, "status", read_line(rows[i], &a, &memory, &f, &err) == SUITOR_OK);
        check_row(i, "article",
                  suitor_sv_equal(a.id, suitor_sv_of("a")) &&
                      suitor_sv_equal(a.text, suitor_sv_of("Chelsea want Bo.")) &&
                      suitor_sv_equal(a.path, suitor_sv_of("in/x.txt")) &&
                      suitor_sv_equal(a.outlet, suitor_sv_of("Sky")));
        check_row(i, "day", strcmp(suitor_day_format(a.day, day), "2026-03-02") == 0);
        check_row(i, "names",
                  f.n_clubs == 1 && f.n_players == 1 && f.n_aliases == 1 &&
                      f.clubs[0].aliases.count == 1 && f.players[0].club == 0 &&
                      f.players[0].position == SUITOR_CB && f.players[0].age == 26);
        check_row(i, "claims",
                  f.n_claims == 1 && f.claims[0].relation == SUITOR_INTEREST &&
                      f.claims[0].stage == SUITOR_KEEN && f.n_evidence == 1 &&
                      f.evidence[0].confidence == 0.1 + 0.2 && f.evidence[0].sentence.end == 16);
        check_row(i, "sums",
                  f.n_fees == 1 && f.fees[0].low == 1.5 && f.fees[0].high == 2 &&
                      strcmp(f.fees[0].currency, "EUR") == 0);
        check_row(i, "others",
                  f.n_needs == 1 && f.needs[0].position == SUITOR_GK && f.n_either_or == 1 &&
                      f.n_either_or_players == 2 && f.n_sources == 1);
        arena_free(&memory);
    }
}

static void says_what_is_wrong(void **state)
{
    static const struct {
        const char *line, *message;
    } rows[] = {
        { "", "f:3: expected an object" },
        { "[]", "f:3: expected an object" },
        { "{\"id\": \"a\"} {}", "f:3: expected nothing behind the object" },
        { "{\"error\": \"g:9: no text\"}", "f:3: extract could not read it: g:9: no text" },
        { "{" ARTICLE "\"claims\": []}", "f:3: is no line of 'extract --with-text'" },
        { "{" CLUBS "\"claims\": []}", "f:3: is no line of 'extract --with-text'" },
        { "{" ARTICLE "\"date\": \"March\", \"clubs\": [], \"claims\": []}",
          "f:3: expected a date as YYYY-MM-DD" },
        { "{" ARTICLE CLUBS "\"claims\": [" CLAIM "]}", "f:3: 'Bo' is not among its players" },
        { "{" ARTICLE "\"clubs\": [], " PLAYERS "\"claims\": []}",
          "f:3: 'Chelsea' is not among its clubs" },
        { "{" ARTICLE "\"clubs\": [1], \"claims\": []}", "f:3: expected an object in a list" },
        { "{" ARTICLE CLUBS PLAYERS "\"claims\": [{\"player\": \"Bo\", \"club\": \"Chelsea\"}]}",
          "f:3: a claim has no evidence" },
        { "{" ARTICLE CLUBS PLAYERS "\"claims\": [{\"relation\": \"loves\"}]}",
          "f:3: no such relation" },
        { "{" ARTICLE CLUBS PLAYERS "\"claims\": [{\"stage\": 7}]}", "f:3: no such stage" },
        { "{" ARTICLE CLUBS "\"claims\": [], \"needs\": [{\"position\": \"XX\"}]}",
          "f:3: no such position" },
        { "{" ARTICLE CLUBS PLAYERS "\"claims\": [], \"fees\": [{\"kind\": \"gift\"}]}",
          "f:3: no such kind of sum" },
        { "{" ARTICLE CLUBS PLAYERS "\"claims\": [], \"fees\": [{\"currency\": \"EURO\"}]}",
          "f:3: no such currency" },
        { "{" ARTICLE CLUBS "\"claims\": [{\"evidence\": [{\"hedge\": \"\"}]}]}",
          "f:3: no such hedge" },
    };

    (void)state;
    for (size_t i = 0; i < N_ROWS(rows); i++) {
        arena memory = { 0 };
        suitor_article a;
        suitor_facts f;
        suitor_error err = { SUITOR_OK, "" };
        check_row(i, rows[i].line,
                  read_line(rows[i].line, &a, &memory, &f, &err) == SUITOR_ERR_PARSE);
        check_row(i, err.message, strcmp(err.message, rows[i].message) == 0);
        arena_free(&memory);
    }
}

/* Every beginning of a good line, and the line with each byte changed, is refused or understood,
 * and nothing is read outside it. */
static void bears_any_damage(void **state)
{
    static const char good[] = "{" ARTICLE CLUBS PLAYERS "\"claims\": [" CLAIM "]}";
    arena memory = { 0 };
    suitor_article a;
    suitor_facts f;
    suitor_error err;

    (void)state;
    for (size_t i = 0; i < sizeof good - 1; i++) {
        char *copy = strdup(good);
        assert_non_null(copy);
        copy[i] = copy[i] == 'x' ? 'y' : 'x';
        suitor_status st = read_line(copy, &a, &memory, &f, &err);
        assert_true(st == SUITOR_OK || st == SUITOR_ERR_PARSE);
        copy[i] = '\0';
        assert_int_equal(read_line(copy, &a, &memory, &f, &err), SUITOR_ERR_PARSE);
        free(copy);
        arena_reset(&memory);
    }
    arena_free(&memory);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_rows_in_any_order),
        cmocka_unit_test(says_what_is_wrong),
        cmocka_unit_test(bears_any_damage),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
