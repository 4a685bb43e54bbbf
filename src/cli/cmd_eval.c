/* suitor eval: labelled texts against what is read out of them. */
#include <stdio.h>
#include <stdlib.h>

#include "json.h"
#include "load.h"
#include "memory.h"
#include "options.h"
#include "say.h"
#include "table.h"

enum { OPTION_ERRORS, OPTION_MIN, OPTION_FOLDS, OPTION_ALSO };

static const cli_option options[] = {
    { "errors", 0, "N", "list the first N disagreements with their sentences", false },
    { "min", 0, "SCORE=F1", "exit with 1 where F1 is lower; may be repeated", true },
    { "folds", 0, "N", "read each text by weights learned from the other folds", false },
    { "also", 0, "GOLD", "with --folds: learn from this, too, and score it not", false },
    { NULL, 0, NULL, NULL, false },
};

static const cli_spec spec = {
    .usage = "eval [--errors N] [--min SCORE=F1]… [--folds N [--also GOLD]] GOLD…",
    .about = "Extract from labelled texts and print precision, recall and F1 by kind of label.\n"
             "GOLD is a JSON file of one labelled article or a list of them, or a folder of\n"
             "such files. Names match by spelling, alias or surname; what a deal makes plain\n"
             "need not be said. A SCORE is one of the rows, such as market or all_claims.",
    .options = options,
    .examples = "  suitor eval tests/gold\n"
                "  suitor eval --errors 20 tests/gold/posts.json\n"
                "  suitor eval --folds 5 tests/gold\n"
                "  suitor eval --min market=0.6 --min fees=0.5 tests/gold > /dev/null\n",
    .min_names = 1,
    .max_names = -1,
};

/* The least F1 asked for, by score; 0 where none is. */
typedef double least_f1[SUITOR_N_SCORES];

static void on_problem(const suitor_error *problem, void *user)
{
    unsigned long *skipped = user;

    ++*skipped;
    say_error(problem);
}

/* To four decimals, as printf() rounds: so figures are printed and compared. */
static double rounded(double value)
{
    char text[32];

    snprintf(text, sizeof text, "%.4f", value);
    return strtod(text, NULL);
}

static bool parse_least(const char *text, least_f1 least)
{
    const char *sign = strchr(text, '=');
    suitor_score score;
    double f1;
    char *end;

    if (!sign || !suitor_score_parse(suitor_sv_make(text, (size_t)(sign - text)), &score)) {
        say("--min: expected a score and its least F1, such as market=0.85, got '%s'", text);
        return false;
    }
    f1 = strtod(sign + 1, &end);
    if (end == sign + 1 || *end || !(f1 >= 0 && f1 <= 1)) {
        say("--min: expected an F1 from 0 to 1, got '%s'", sign + 1);
        return false;
    }
    least[score] = f1;
    return true;
}

static bool parse(const cli_arguments *args, least_f1 least, uint32_t *n_errors, uint32_t *folds)
{
    const char *errors = args->value[OPTION_ERRORS], *parts = args->value[OPTION_FOLDS];

    for (uint32_t i = 0; i < args->n_repeated; i++)
        if (!parse_least(args->repeated[i], least))
            return false;
    if (args->value[OPTION_ALSO] && !parts) {
        say("--also goes with --folds");
        return false;
    }
    if (parts && !options_number("folds", NULL, parts, 2, UINT8_MAX, folds))
        return false;
    return !errors ||
           options_number("errors", "a number of disagreements", errors, 0, UINT32_MAX, n_errors);
}

/* "Marc Guehi, Manchester City: agreed, read as talks". */
static char *label_text(const suitor_disagreement *d)
{
    suitor_sv value = d->gold.len ? d->gold : d->read;
    char *out = NULL;

    memory_append(&out, "%.*s%s%.*s", SUITOR_SV_ARG(d->player),
                  d->player.len && d->club.len ? ", " : "", SUITOR_SV_ARG(d->club));
    memory_append(&out, "%s%.*s", *out && value.len ? ": " : "", SUITOR_SV_ARG(value));
    if (d->difference == SUITOR_OTHER)
        memory_append(&out, ", read as %.*s", SUITOR_SV_ARG(d->read));
    return out;
}

/* "guehi: Manchester City have »signed Marc Guehi«.", the marks as terminal_wrap() has
 * them; the article alone where nothing is quoted. */
static char *place_text(const suitor_disagreement *d)
{
    char *out = terminal_clean(d->article), *sentence;

    if (d->sentence.len) {
        sentence = terminal_mark(d->sentence, d->quote);
        memory_append(&out, ": %s", sentence);
        free(sentence);
    }
    return out;
}

static void print_disagreements(const suitor_evaluation *e, uint32_t n)
{
    static const table_column columns[] = { { "kind", COLUMN_LEFT },
                                            { "what", COLUMN_LEFT },
                                            { "label", COLUMN_NAME } };
    table *t = table_new(columns, sizeof columns / sizeof *columns);

    for (uint32_t i = 0; i < n; i++) {
        const suitor_disagreement *d = &e->disagreements[i];
        char *label = label_text(d);
        table_cell(t, "%s", suitor_score_name(d->score));
        table_cell(t, "%s", suitor_difference_name(d->difference));
        table_name(t, suitor_sv_of(label));
        table_note(t, place_text(d));
        free(label);
    }
    table_print(t, stdout);
    table_free(t);
    if (n < e->n_disagreements)
        printf("\nThese are %u of %u disagreements.\n", (unsigned)n, (unsigned)e->n_disagreements);
    puts("");
}

static void print_scores(const suitor_evaluation *e)
{
    static const table_column columns[] = {
        { "", COLUMN_LEFT },      { "precision", COLUMN_RIGHT }, { "recall", COLUMN_RIGHT },
        { "F1", COLUMN_RIGHT },   { "gold", COLUMN_RIGHT },      { "missed", COLUMN_RIGHT },
        { "extra", COLUMN_RIGHT }
    };
    table *t = table_new(columns, sizeof columns / sizeof *columns);

    for (int i = 0; i < SUITOR_N_SCORES; i++) {
        const suitor_tally *of = &e->tallies[i];
        table_cell(t, "%s", suitor_score_name((suitor_score)i));
        table_cell(t, "%.4f", suitor_tally_precision(of));
        table_cell(t, "  %.4f", suitor_tally_recall(of));
        table_cell(t, "  %.4f", suitor_tally_f1(of));
        table_cell(t, "  %lu", (unsigned long)(of->hit + of->missed));
        table_cell(t, "  %lu", (unsigned long)of->missed);
        table_cell(t, "  %lu", (unsigned long)of->extra);
    }
    table_print(t, stdout);
    table_free(t);
}

static double stage_accuracy(const suitor_evaluation *e)
{
    return (double)e->n_right_stages / (double)e->n_stages;
}

static void print(const suitor_evaluation *e, uint32_t n_errors)
{
    if (n_errors)
        print_disagreements(e, n_errors);
    print_scores(e);
    puts("");
    if (e->n_stages)
        printf("Stage right: %.4f, %lu of %lu interests and deals that are in both.\n",
               stage_accuracy(e), (unsigned long)e->n_right_stages, (unsigned long)e->n_stages);
    printf("From %lu article%s.\n", (unsigned long)e->n_articles, say_s(e->n_articles));
}

static cJSON *scores_json(const suitor_evaluation *e)
{
    cJSON *out = cJSON_CreateObject();

    for (int i = 0; i < SUITOR_N_SCORES; i++) {
        const suitor_tally *of = &e->tallies[i];
        cJSON *o = cJSON_AddObjectToObject(out, suitor_score_name((suitor_score)i));
        cJSON_AddNumberToObject(o, "precision", rounded(suitor_tally_precision(of)));
        cJSON_AddNumberToObject(o, "recall", rounded(suitor_tally_recall(of)));
        cJSON_AddNumberToObject(o, "f1", rounded(suitor_tally_f1(of)));
        cJSON_AddNumberToObject(o, "gold", (double)(of->hit + of->missed));
        cJSON_AddNumberToObject(o, "missed", (double)of->missed);
        cJSON_AddNumberToObject(o, "extra", (double)of->extra);
    }
    return out;
}

static cJSON *disagreement_json(const suitor_disagreement *d)
{
    cJSON *o = cJSON_CreateObject();

    json_add_text(o, "article", d->article);
    json_add_text(o, "score", suitor_sv_of(suitor_score_name(d->score)));
    json_add_text(o, "difference", suitor_sv_of(suitor_difference_name(d->difference)));
    json_add_text(o, "player", d->player);
    json_add_text(o, "club", d->club);
    json_add_text(o, "gold", d->gold);
    json_add_text(o, "read", d->read);
    json_add_text(o, "quote", d->sentence.len ? suitor_sv_cut(d->sentence, d->quote) : d->sentence);
    json_add_text(o, "sentence", d->sentence);
    return o;
}

static void print_json(const suitor_evaluation *e, uint32_t n_errors, unsigned long skipped)
{
    cJSON *o = cJSON_CreateObject(), *list;

    cJSON_AddNumberToObject(o, "articles", (double)e->n_articles);
    cJSON_AddNumberToObject(o, "skipped", (double)skipped);
    cJSON_AddItemToObject(o, "scores", scores_json(e));
    cJSON_AddItemToObject(o, "stage_accuracy",
                          e->n_stages ? cJSON_CreateNumber(rounded(stage_accuracy(e)))
                                      : cJSON_CreateNull());
    cJSON_AddNumberToObject(o, "stages", (double)e->n_stages);
    list = cJSON_AddArrayToObject(o, "disagreements");
    for (uint32_t i = 0; i < n_errors; i++)
        cJSON_AddItemToArray(list, disagreement_json(&e->disagreements[i]));
    json_print(o);
}

/* Say which scores fall short. */
static int check(const suitor_evaluation *e, const least_f1 least)
{
    int status = STATUS_DONE;

    for (int i = 0; i < SUITOR_N_SCORES; i++) {
        double f1 = rounded(suitor_tally_f1(&e->tallies[i]));
        if (f1 >= least[i])
            continue;
        say("%s falls short: F1 is %.4f, less than %g", suitor_score_name((suitor_score)i), f1,
            least[i]);
        status = STATUS_FAILED;
    }
    return status;
}

/* With the weights that are there, or by cross-validation. */
static suitor_status read_and_count(const cli_arguments *args, uint32_t folds,
                                    unsigned long *skipped, suitor_evaluation **out,
                                    suitor_error *err)
{
    const char *const *paths = (const char *const *)args->names;
    const char *also = args->value[OPTION_ALSO];
    uint32_t n = (uint32_t)args->n_names;
    suitor_extractor *extractor = NULL;

    if (folds)
        return suitor_cross_validate(NULL, paths, n, &also, also != NULL, folds, on_problem,
                                     skipped, out, err);
    suitor_status st = load_extractor(NULL, 0, NULL, &extractor, err);
    if (st == SUITOR_OK)
        st = suitor_evaluate(extractor, paths, n, on_problem, skipped, out, err);
    suitor_extractor_free(extractor);
    return st;
}

static int evaluate(const cli_arguments *args, bool json, const least_f1 least, uint32_t n_errors,
                    uint32_t folds)
{
    suitor_evaluation *e = NULL;
    unsigned long skipped = 0;
    suitor_error err;
    int status;

    if (read_and_count(args, folds, &skipped, &e, &err) != SUITOR_OK)
        return say_error(&err);
    if (n_errors > e->n_disagreements)
        n_errors = e->n_disagreements;
    if (e->n_articles == 0) {
        say("no labelled article was found");
        skipped++;
    } else if (json) {
        print_json(e, n_errors, skipped);
    } else {
        print(e, n_errors);
    }
    status = check(e, least);
    suitor_evaluation_free(e);
    return skipped ? STATUS_FAILED : status;
}

int cmd_eval(cli_settings *settings, int argc, char **argv)
{
    least_f1 least = { 0 };
    uint32_t n_errors = 0, folds = 0;
    cli_arguments args;
    int status;

    if (!options_read(&spec, settings, argc, argv, &args, &status))
        return status;
    if (!parse(&args, least, &n_errors, &folds))
        return STATUS_USAGE;
    return evaluate(&args, settings->json, least, n_errors, folds);
}
