/* Any bytes as one of the files that the extractor knows its language and its names by, the
 * first byte says which: it is loaded, or refused with a message that names the file. What was
 * loaded reads an article. */
#include "fuzz_file.h"
#include "suitor/extractor.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len);

enum { MOST_BYTES = 1 << 16 };

static const char *const names[] = {
    "lexicon/en/classes.json",
    "lexicon/en/positions.json",
    "lexicon/en/signals.json",
    "lexicon/en/verbs.json",
    "lexicon/en/cues/fuzz.json",
    "lexicon/en/common-words.txt",
    "lexicon/en/weights/pairs.tsv",
    "lexicon/en/weights/stays.tsv",
    "lexicon/languages.tsv",
    "gazetteer/countries.tsv",
    "gazetteer/first-names.tsv",
    "gazetteer/journalists.tsv",
    "gazetteer/leagues.tsv",
    "gazetteer/outlets.tsv",
    "gazetteer/staff.tsv",
    "gazetteer/titles.tsv",
    "gazetteer/clubs/test.tsv",
    "gazetteer/players/test.tsv",
    "register.csv",
};

enum { N_NAMES = sizeof names / sizeof *names, REGISTER = N_NAMES - 1 };

static void must(bool ok)
{
    if (!ok)
        abort();
}

/* A command about the folder. */
static void shell(const char *format)
{
    char command[512];

    snprintf(command, sizeof command, format, fuzz_folder_name);
    must(system(command) == 0);
}

static void clear(void) { shell("rm -rf '%s'"); }

static void lay_out(void)
{
    if (*fuzz_folder_name)
        return;
    fuzz_folder(clear);
    shell("cp -r '" SUITOR_TESTS_DIR "/extract/data/.' '%s'");
    shell("mkdir -p '%s/lexicon/en/cues'");
}

/* Put the file in the place of the usual one, or that one back. */
static void swap(const char *name, bool back)
{
    char usual[160];

    snprintf(usual, sizeof usual, "%s", fuzz_path("usual"));
    if (back) {
        unlink(fuzz_path(name));
        (void)rename(usual, fuzz_path(name)); /* some have none */
    } else {
        (void)rename(fuzz_path(name), usual);
    }
}

static void extract(const suitor_extractor *extractor)
{
    const suitor_article article = {
        .id = suitor_sv_of("fuzz"),
        .day = 20514,
        .text =
            suitor_sv_of("Redport want to buy Jan Zippo of Blueton, says Paula Penn of the Nord "
                         "Herald. Redport are keen on a striker and have had a bid for "
                         "Zippolino turned down. Dana Director might not sell him.")
    };
    suitor_extraction *extraction = NULL;
    const suitor_facts *facts;

    must(suitor_extraction_new(&extraction, NULL) == SUITOR_OK);
    must(suitor_extract(extractor, &article, extraction, &facts, NULL) == SUITOR_OK);
    suitor_extraction_free(extraction);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
    char path[128];
    const char *const registers[] = { path };
    suitor_extractor *extractor = NULL;
    suitor_error err;

    if (len < 1 || len > MOST_BYTES)
        return 0;
    lay_out();
    const unsigned which = bytes[0] % N_NAMES;
    swap(names[which], false);
    fuzz_write(names[which], bytes + 1, len - 1);
    snprintf(path, sizeof path, "%s", fuzz_path(names[REGISTER]));
    const suitor_extractor_options options = { fuzz_folder_name, registers, which == REGISTER,
                                               NULL };
    suitor_status st = suitor_extractor_load_with(&options, &extractor, &err);
    if (st == SUITOR_OK)
        extract(extractor);
    else
        must(strstr(err.message, fuzz_folder_name) != NULL);
    suitor_extractor_free(extractor);
    swap(names[which], true);
    return 0;
}
