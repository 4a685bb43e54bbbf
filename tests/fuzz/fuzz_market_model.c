/* Any bytes as model.json, beside the other files of the real data: a model, or a message that
 * names the file. */
#include "fuzz_file.h"
#include "suitor/market.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len);

static const char *const others[] = { "positions.tsv", "windows.tsv", "leagues.tsv",
                                      "sources.tsv",   "gazetteer",   "lexicon" };

enum { N_OTHERS = sizeof others / sizeof *others };

static void clear(void)
{
    fuzz_remove("model.json");
    for (size_t i = 0; i < N_OTHERS; i++)
        fuzz_remove(others[i]);
    rmdir(fuzz_folder_name);
}

static void link_others(void)
{
    const char *data = getenv("SUITOR_DATA");
    char path[4096];

    for (size_t i = 0; data && i < N_OTHERS; i++) {
        snprintf(path, sizeof path, "%s/%s", data, others[i]);
        if (access(path, F_OK) == 0 && symlink(path, fuzz_path(others[i])) != 0)
            abort();
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
    suitor_model *model = NULL;
    suitor_error err;

    if (!*fuzz_folder_name) {
        fuzz_folder(clear);
        link_others();
    }
    fuzz_write("model.json", bytes, len);
    if (suitor_model_load(fuzz_folder_name, &model, &err) != SUITOR_OK &&
        !strstr(err.message, fuzz_folder_name))
        abort();
    suitor_model_free(model);
    return 0;
}
