/* suitor learn: labelled texts → the weights that the extractor reads others by. */
#include <stdio.h>

#include <cjson/cJSON.h>

#include "json.h"
#include "options.h"
#include "say.h"

enum { OPTION_OUT };

static const cli_option options[] = {
    { "output", 'o', "FOLDER", "write pairs.tsv and stays.tsv into this folder", false },
    { NULL, 0, NULL, NULL, false },
};

static const cli_spec spec = {
    .usage = "learn -o FOLDER GOLD…",
    .about = "Learn from labelled texts what speaks for a claim, and write it as tables of\n"
             "weights. GOLD is as for eval. Put into lexicon/en/weights of the data folder\n"
             "they are what articles are read by.",
    .options = options,
    .examples = "  suitor learn -o data/lexicon/en/weights tests/gold\n"
                "  mkdir mine && suitor learn -o mine tests/gold my-labels.json\n",
    .min_names = 1,
    .max_names = -1,
};

static void on_problem(const suitor_error *problem, void *user)
{
    unsigned long *skipped = user;

    ++*skipped;
    say_error(problem);
}

static void print(const suitor_learning *l, bool json)
{
    if (!json) {
        printf("%u weights from %u candidates in %u articles\n", l->n_weights, l->n_samples,
               l->n_articles);
        return;
    }
    cJSON *o = cJSON_CreateObject();
    cJSON_AddNumberToObject(o, "articles", l->n_articles);
    cJSON_AddNumberToObject(o, "candidates", l->n_samples);
    cJSON_AddNumberToObject(o, "weights", l->n_weights);
    json_print(o);
}

int cmd_learn(cli_settings *settings, int argc, char **argv)
{
    suitor_learning learned;
    unsigned long skipped = 0;
    cli_arguments args;
    suitor_error err;
    int status;

    if (!options_read(&spec, settings, argc, argv, &args, &status))
        return status;
    if (!args.value[OPTION_OUT]) {
        say("learn: which folder to write to? give one with -o");
        return STATUS_USAGE;
    }
    if (suitor_learn(NULL, (const char *const *)args.names, (uint32_t)args.n_names,
                     args.value[OPTION_OUT], on_problem, &skipped, &learned, &err) != SUITOR_OK)
        return say_error(&err);
    print(&learned, settings->json);
    return skipped ? STATUS_FAILED : STATUS_DONE;
}
