/* Rows of registers as they are understood. */
#include "registers.h"

#include <stdio.h>

#include <stdlib.h>
#include <string.h>

#include "table.h"

static const suitor_import_options usual = SUITOR_IMPORT_OPTIONS_INIT;

static void add(char *out, size_t size, const char *format, suitor_sv text)
{
    size_t n = strlen(out);

    snprintf(out + n, size - n, format, SUITOR_SV_ARG(text));
}

/* "Name #key field=value …" of what the row tells; its transfer as "player: from > to since/until
 * how fee". */
static const char *shown(suitor_register_kind kind, const register_row *row)
{
    static char out[4096];
    char since[SUITOR_DATE_SIZE], until[SUITOR_DATE_SIZE];
    const suitor_transfer *t = &row->transfer;

    out[0] = '\0';
    if (kind == SUITOR_REGISTER_TRANSFERS) {
        snprintf(out, sizeof out, "%.*s: %.*s > %.*s %s/%s %s %g %s", SUITOR_SV_ARG(t->player),
                 SUITOR_SV_ARG(t->from), SUITOR_SV_ARG(t->to), suitor_day_format(t->since, since),
                 suitor_day_format(t->until, until), suitor_move_kind_name(t->kind), t->fee,
                 t->currency);
        return out;
    }
    add(out, sizeof out, "%.*s", row->known.name);
    if (row->known.key.len)
        add(out, sizeof out, " #%.*s", row->known.key);
    for (uint32_t i = 0; i < row->known.n_facts; i++) {
        size_t n = strlen(out);
        snprintf(out + n, sizeof out - n, " %s=%.*s",
                 suitor_known_field_name(row->known.facts[i].field),
                 SUITOR_SV_ARG(row->known.facts[i].value));
    }
    return out;
}

typedef struct {
    suitor_register_kind kind;
    const char *bytes;
    const char *rows; /* as shown, a line each; "!" and the message of those that make no sense */
} sample;

static const sample samples[] = {
    /* the notation of football.txt */
    { SUITOR_REGISTER_CLUBS,
      "=========\n= Germany • Deutschland\n\n== Bayern ==\n"
      "FC Musterstadt, 1901, @ Waldstadion, Musterstadt (Nord)   ## Bayern\n"
      "  | Musterstadt | Musterst.\n"
      "  | TSV Musterstadt   # old name before season 1963/4\n"
      " Waldweg 1 // 80000 Musterstadt\n"
      "ii) FC Musterstadt II\n"
      "  | Musterstadt II\n"
      "SV Beispiel (1920-1999), Beispiel\n"
      "  | Beispiel [de]\n",
      "FC Musterstadt country=Germany founded=1901 ground=Waldstadion spelling=Musterstadt "
      "former name=TSV Musterstadt\n"
      "SV Beispiel country=Germany spelling=Beispiel\n" },
    { SUITOR_REGISTER_CLUBS, "= Wales\n", "" },
    { SUITOR_REGISTER_CLUBS,
      "\n# comment\n= Österreich\nSK Probe,  @ Stadion # x\n= Wales\nA.F.C. Try, Cardiff\n",
      "SK Probe country=Austria ground=Stadion\nAFC Try country=Wales spelling=A.F.C. Try\n" },
    /* tables of clubs */
    { SUITOR_REGISTER_CLUBS,
      "reep_id,key_wikidata,name,country,founded,stadium\n"
      "r1,Q1,F.C. One,United Kingdom,1886-10-01,The Park\n"
      "r2,,Q2345,Spain,,\n"
      "r3,,Two,Spain,1990-01-01,Q99\n"
      "r4,,,Spain,,\n",
      "FC One #r1 founded=1886-10-01 ground=The Park spelling=F.C. One\n"
      "?\n"
      "Two #r3 country=Spain founded=1990\n"
      "!:5: a name is needed, and it is empty\n" },
    { SUITOR_REGISTER_CLUBS, "club\taliases\nOne\tUno|Eins||\n",
      "One spelling=Uno spelling=Eins\n" },
    { SUITOR_REGISTER_CLUBS,
      "name\nA\x01"
      "B\n\"open\n",
      "!:2: a name of more than 200 bytes, or with control characters\n"
      "!:3: a field without its closing quotation mark\n" },
    /* tables of people */
    { SUITOR_REGISTER_PEOPLE,
      "key_wikidata,type,name,full_name,date_of_birth,nationality,position\n"
      "Q7,player,\"\"\"Tito\"\" Manuel Probe\",,1999-04-13,Türkiye,Centre-Back\n"
      "Q8,manager,Bo Chief,,1960,Korea Republic,\n"
      "Q9,player,Al Other,,sometime,,Libero\n",
      "Tito Manuel Probe #Q7 country=Turkey born=1999-04-13 position=CB\n"
      "Bo Chief #Q8 country=South Korea born=1960 role=manager\n"
      "Al Other #Q9\n" },
    /* transfers */
    { SUITOR_REGISTER_TRANSFERS,
      "player,left,joined,date,fee\n"
      "Bo Test,Ajax,Lyon,2024-08-01,12.50m\n"
      "Al Test,Ajax,Lyon,2024-08-02,Loan fee:1.00m\n"
      "Cy Test,,Lyon,2024-08-03,free transfer\n"
      "Di Test,Lyon,Ajax,2025-06-30,end of loan\n"
      "Ed Test,Ajax,Lyon,2024-08-04,?\n"
      "Fe Test,Ajax,Lyon,soon,0\n"
      ",Ajax,Lyon,2024-08-05,0\n",
      "Bo Test: Ajax > Lyon 2024-08-01/2024-08-01 transfer 12.5 EUR\n"
      "Al Test: Ajax > Lyon 2024-08-02/2024-08-02 loan 1 EUR\n"
      "Cy Test:  > Lyon 2024-08-03/2024-08-03 free -1 \n"
      "Di Test: Lyon > Ajax 2025-06-30/2025-06-30 end of loan -1 \n"
      "Ed Test: Ajax > Lyon 2024-08-04/2024-08-04 transfer -1 \n"
      "!:7: expected a date, or a season (2024-25), got 'soon'\n"
      "!:8: a player is needed, and it is empty\n" },
    { SUITOR_REGISTER_TRANSFERS,
      "player,from,to,season\nBo Test,Ajax,Lyon,2024/25\nAl Test,Ajax,Lyon,2024/26\n",
      "Bo Test: Ajax > Lyon 2024-07-01/2025-06-30 transfer -1 \n"
      "!:3: expected a date, or a season (2024-25), got '2024/26'\n" },
};

static void read_rows(const sample *s, char *out, size_t size)
{
    register_file f = { 0 };
    register_row *row = calloc(1, sizeof *row);
    suitor_error err;
    bool more = true;

    assert_non_null(row);
    assert_int_equal(register_open(&f, "", suitor_sv_of(s->bytes), s->kind, &usual, &err),
                     SUITOR_OK);
    out[0] = '\0';
    for (;;) {
        suitor_status st = register_next(&f, row, &more, &err);
        if (st == SUITOR_OK && !more)
            break;
        size_t n = strlen(out);
        snprintf(out + n, size - n, "%s%s\n", st == SUITOR_OK ? "" : "!",
                 st != SUITOR_OK    ? err.message
                 : row->is_nameless ? "?"
                                    : shown(s->kind, row));
    }
    register_close(&f);
    free(row);
}

static void test_samples(void **state)
{
    char got[8192];

    (void)state;
    for (size_t i = 0; i < N_ROWS(samples); i++) {
        read_rows(&samples[i], got, sizeof got);
        if (strcmp(got, samples[i].rows) != 0)
            print_error("got:\n%swanted:\n%s", got, samples[i].rows);
        check_row(i, samples[i].bytes, strcmp(got, samples[i].rows) == 0);
    }
}

/* What lacks a column is refused at once, and says which there are. */
static void test_columns(void **state)
{
    static const struct {
        suitor_register_kind kind;
        const char *header, *message;
    } rows[] = {
        { SUITOR_REGISTER_CLUBS, "town,land\n", "which column is the name?" },
        { SUITOR_REGISTER_PEOPLE, "born\n", "there are born" },
        { SUITOR_REGISTER_TRANSFERS, "player,date\n", "which column is the club?" },
        { SUITOR_REGISTER_TRANSFERS, "player,club\n", "no column tells when" },
        { SUITOR_REGISTER_CLUBS, "= Wales\n\xFF\n", "no valid UTF-8 at byte 8" },
    };

    (void)state;
    for (size_t i = 0; i < N_ROWS(rows); i++) {
        register_file f = { 0 };
        suitor_error err;
        suitor_status st =
            register_open(&f, "x", suitor_sv_of(rows[i].header), rows[i].kind, &usual, &err);
        check_row(i, rows[i].header,
                  st == SUITOR_ERR_INVALID && strstr(err.message, rows[i].message));
        register_close(&f);
    }
}

static void test_seasons(void **state)
{
    static const struct {
        const char *text, *since, *until; /* since NULL: none */
    } rows[] = {
        { "2024-25", "2024-07-01", "2025-06-30" },
        { "1999/00", "1999-07-01", "2000-06-30" },
        { "2024/2025", "2024-07-01", "2025-06-30" },
        { "2024", "2024-01-01", "2024-12-31" },
        { "2024-26", NULL, NULL },
        { "24-25", NULL, NULL },
        { "", NULL, NULL },
        { "2024-2", NULL, NULL },
        { "20x4", NULL, NULL },
    };
    char since_text[SUITOR_DATE_SIZE], until_text[SUITOR_DATE_SIZE];
    int32_t since, until;

    (void)state;
    for (size_t i = 0; i < N_ROWS(rows); i++) {
        bool is = suitor_season_days(suitor_sv_of(rows[i].text), &since, &until);
        check_row(i, rows[i].text,
                  is == (rows[i].since != NULL) &&
                      (!is || (strcmp(suitor_day_format(since, since_text), rows[i].since) == 0 &&
                               strcmp(suitor_day_format(until, until_text), rows[i].until) == 0)));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_samples),
        cmocka_unit_test(test_columns),
        cmocka_unit_test(test_seasons),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
