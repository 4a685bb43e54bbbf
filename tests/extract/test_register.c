/* Clubs of registers: known where their names can hardly mean anything else, and never
 * in place of what the gazetteer, a person's name or an ordinary word says. */
#include "scarce_memory.h"
#include "scratch.h"
#include "told.h"

static const char cues[] =
    "[{\"relation\": \"interest\", \"stage\": \"keen\", \"patterns\": [\"C want P\", \"P wanted "
    "at|by C\"]}]";

static const char register_csv[] =
    "key,name,founded,country\r\n"
    "1,Alder Vale F.C.,1901-01-01,Sudland\r\n"
    "2,Bexrovia,,Nowhere\r\n"
    "3,Q123456,,Sudland\r\n"
    "4,Redport F.C.,,Atlantis\r\n"  /* the gazetteer's Redport, another spelling */
    "5,Redport,,Sudland\r\n"        /* likewise, and wherever it plays */
    "6,Rovers SC,,Nordland\r\n"     /* the gazetteer has two Rovers */
    "7,Like Years,,Nordland\r\n"    /* ordinary words */
    "8,Kim Novar,,Nordland\r\n"     /* begins like a person's name */
    "9,Jan Tobler SC,,Nordland\r\n" /* likewise, but surely a club */
    "10,Zippo,,Nordland\r\n"        /* a player of the gazetteer */
    "11,Herald,,Nordland\r\n"       /* a paper of the gazetteer */
    "12,Nord,,Nordland\r\n"         /* a word of the gazetteer */
    "13,Wexo,,Nordland\r\n"         /* too short */
    "14,\"Mira, Quell & Sons\",,\r\n"
    "15,Vale of Tarn (women),,Nordland\r\n"
    "16,lower case,,Nordland\r\n"
    "17,1907 Trebizond,,Nordland\r\n"
    "18,SC,,Nordland\r\n"
    "19,FC 1899,,Nordland\r\n"
    "20,Alder Vale F.C.,,Nordland\r\n" /* the same name again */
    "21,Vale of Tarn,,Nordland\r\n"
    "22,,,Nordland\r\n"
    "23,A B C D E F G H I J K L Mmm,,Nordland\r\n"
    "24,Redport Juniors,,Nordland\r\n";

static const char register_tsv[] = "# More of them.\n"
                                   "name\tleague\tcity\n"
                                   "Tolmark United\tS1\tTolmark\n"
                                   "Old Tolmark\tXX\tTolmark\n";

static suitor_status load(suitor_extractor **out, suitor_error *err)
{
    char csv[96], tsv[96];
    const char *const paths[] = { csv, tsv };

    snprintf(csv, sizeof csv, "%s/clubs.csv", scratch);
    snprintf(tsv, sizeof tsv, "%s/more.tsv", scratch);
    const suitor_extractor_options options = { scratch, paths, N_ROWS(paths), NULL };

    return suitor_extractor_load_with(&options, out, err);
}

static int set_up(void **state)
{
    suitor_error err;

    if (scratch_make(state) != 0)
        return -1;
    scratch_put("lexicon/en/cues/test.json", cues);
    scratch_put("clubs.csv", register_csv);
    scratch_put("more.tsv", register_tsv);
    assert_int_equal(suitor_extraction_new(&told.extraction, &err), SUITOR_OK);
    if (load(&told.extractor, &err) != SUITOR_OK)
        print_error("%s\n", err.message);
    return told.extractor ? 0 : -1;
}

static int tear_down(void **state)
{
    told_clear();
    return scratch_remove(state);
}

static void finds_clubs_by_the_names_of_the_register(void **state)
{
    static const told_row rows[] = {
        { "Alder Vale F.C. want Torres.", "interest keen Torres | Alder Vale F.C." },
        { "Alder Vale FC want Torres.", "interest keen Torres | Alder Vale F.C." },
        { "Alder Vale want Torres.", "interest keen Torres | Alder Vale F.C." },
        { "ALDER VALE want Torres.", "interest keen Torres | Alder Vale F.C." },
        { "Bexrovia want Torres.", "interest keen Torres | Bexrovia" },
        { "Mira, Quell & Sons want Torres.", "" }, /* signs stand between */
        { "1907 Trebizond want Torres.", "interest keen Torres | 1907 Trebizond" },
        { "Vale of Tarn want Torres.", "interest keen Torres | Vale of Tarn" },
        { "Tolmark United want Torres.", "interest keen Torres | Tolmark United" },
        { "Old Tolmark want Torres.", "interest keen Torres | Old Tolmark" },
        { "Redport Juniors want Torres.", "interest keen Torres | Redport Juniors" },
    };

    (void)state;
    check_told(rows, N_ROWS(rows), told_claims);
}

static void needs_their_capitals(void **state)
{
    static const told_row rows[] = {
        { "alder vale want Torres.", "" },
        { "Alder vale want Torres.", "" },
        { "alder Vale want Torres.", "" },
        { "bexrovia want Torres.", "" },
        { "Redport juniors want Torres.", "interest keen Torres | Redport" },
    };

    (void)state;
    check_told(rows, N_ROWS(rows), told_claims);
}

static void gives_way_to_what_is_known(void **state)
{
    static const told_row rows[] = {
        { "Redport F.C. want Torres.", "interest keen Torres | Redport" },
        { "Redport FC want Torres.", "interest keen Torres | Redport" },
        { "Redport want Torres.", "interest keen Torres | Redport" },
        { "Rovers want Torres.", "interest keen Torres | Sud Rovers" },
        { "Redport want Zippo.", "interest keen Zippo | Redport" },
        { "Like Years want Torres.", "" },
        { "Redport want Kim Novar.", "interest keen Kim Novar | Redport" },
        { "Kim Novar want Torres.", "" },
        { "Jan Tobler SC want Torres.", "interest keen Torres | Jan Tobler SC" },
        { "Redport want Jan Tobler.", "interest keen Jan Tobler | Redport" },
        { "Wexo want Torres.", "" },
        { "SC want Torres.", "" },
        { "Q123456 want Torres.", "" },
        /* a surname that is a club's name: he whom the article names so */
        { "Leo Bexrovia met Redport. Redport want Bexrovia.",
          "interest keen Leo Bexrovia | Redport" },
        { "Redport want Torres Bexrovia.", "interest keen Torres Bexrovia | Redport" },
        { "Redport want Alder Vale Torres.", "interest keen Alder Vale Torres | Redport" },
        /* perhaps only where it is */
        { "Redport want Torres in Alder Vale.", "interest keen Torres | Redport" },
    };

    (void)state;
    check_told(rows, N_ROWS(rows), told_claims);
}

static void refuses_files_that_are_no_register(void **state)
{
    static const struct {
        const char *content, *expected;
        suitor_status status;
    } rows[] = {
        { "club,country\nAlder Vale,Sudland\n",
          "more.tsv:1: expected a column \"name\" in the header line", SUITOR_ERR_PARSE },
        { "", "more.tsv: is empty; expected a header line", SUITOR_ERR_PARSE },
        { "name,country\nAlder Vale\n", "more.tsv:2: 1 fields, expected 2 as in the header",
          SUITOR_ERR_PARSE },
        { "name\nAld\xE9r\n", "more.tsv: is not valid UTF-8 at offset 8; convert it",
          SUITOR_ERR_PARSE },
    };

    (void)state;
    for (size_t i = 0; i < N_ROWS(rows); i++) {
        suitor_extractor *extractor;
        suitor_error err;
        scratch_put("more.tsv", rows[i].content);
        check_row(i, "status", load(&extractor, &err) == rows[i].status);
        check_row(i, err.message, strstr(err.message, rows[i].expected) != NULL);
        assert_null(extractor);
    }
    scratch_drop("more.tsv");
    suitor_extractor *extractor;
    suitor_error err;
    assert_int_equal(load(&extractor, &err), SUITOR_ERR_IO);
    assert_non_null(strstr(err.message, "more.tsv"));
    scratch_put("more.tsv", register_tsv);
}

static void loads_wholly_or_says_that_there_is_no_memory(void **state)
{
    suitor_status st = SUITOR_ERR_NOMEM;

    (void)state;
    for (uint32_t allowed = 0; st != SUITOR_OK; allowed++) {
        suitor_extractor *extractor = NULL;
        suitor_error err = { 0 };
        memory_allow(allowed);
        st = load(&extractor, &err);
        memory_plenty();
        assert_int_equal(st == SUITOR_OK, extractor != NULL);
        assert_int_equal(st, err.code);
        suitor_extractor_free(extractor);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_clubs_by_the_names_of_the_register),
        cmocka_unit_test(needs_their_capitals),
        cmocka_unit_test(gives_way_to_what_is_known),
        cmocka_unit_test(refuses_files_that_are_no_register),
        cmocka_unit_test(loads_wholly_or_says_that_there_is_no_memory),
    };

    return cmocka_run_group_tests(tests, set_up, tear_down);
}
