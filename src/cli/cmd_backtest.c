/* suitor backtest: what was foreseen of a window, held against the transfers that happened. */
#include <stdio.h>
#include <stdlib.h>

#include "json.h"
#include "memory.h"
#include "say.h"
#include "table.h"
#include "what_if.h"

static const cli_spec spec = {
    .usage = "backtest --at DATE [--until DATE]",
    .about = "Hold what was foreseen on a day against what came of it: of every player and club\n"
             "that was said to want him, the chance of a move by the windows drawn from the\n"
             "market as it stood then, and whether a register knows of the transfer ('suitor\n"
             "import transfers'). Scores tell how far off the chances were, the table how often\n"
             "what was given a chance of 20 to 30 % happened.",
    .options = what_if_options,
    .examples = "  suitor backtest --at 2024-06-15\n"
                "  suitor --json backtest --at 2024-06-15 --until 2024-09-02 --top 0\n",
    .takes_at = true,
};

static void print_bins(const suitor_backtest *b)
{
    static const table_column columns[] = {
        { "Chance", COLUMN_RIGHT },   { "Pairs", COLUMN_RIGHT }, { "Foreseen", COLUMN_RIGHT },
        { "Happened", COLUMN_RIGHT }, { "Share", COLUMN_RIGHT },
    };
    table *t = table_new(columns, 5);

    for (int i = 0; i < SUITOR_BACKTEST_BINS; i++) {
        const suitor_backtest_bin *bin = &b->bins[i];
        if (bin->pairs == 0)
            continue;
        table_cell(t, "%d–%d %%", 100 * i / SUITOR_BACKTEST_BINS,
                   100 * (i + 1) / SUITOR_BACKTEST_BINS);
        table_cell(t, "%u", bin->pairs);
        table_cell(t, "%.1f %%", 100 * bin->foreseen);
        table_cell(t, "%u", bin->happened);
        table_cell(t, "%.1f %%", 100.0 * bin->happened / bin->pairs);
    }
    table_print(t, stdout);
    table_free(t);
}

/* The likeliest forecasts. */
static void print_forecasts(const what_if *w, const suitor_backtest *b)
{
    static const table_column columns[] = {
        { "Player", COLUMN_NAME },
        { "To", COLUMN_NAME },
        { "Chance", COLUMN_RIGHT },
        { "Happened", COLUMN_LEFT },
    };
    uint32_t n = w->top && w->top < b->pairs ? w->top : b->pairs;
    table *t = table_new(columns, 4);

    for (uint32_t i = 0; i < n; i++) {
        const suitor_forecast *f = &b->forecasts[i];
        table_name(t, view_name(&w->view, f->player));
        table_name(t, view_name(&w->view, f->club));
        table_cell(t, "%.1f %%", 100 * f->chance);
        table_cell(t, "%s", !f->happened ? "" : f->is_vague ? "yes, or later" : "yes");
    }
    table_print(t, stdout);
    table_free(t);
}

static void print(const what_if *w, const suitor_backtest *b)
{
    char since[SUITOR_DATE_SIZE], until[SUITOR_DATE_SIZE];

    printf("Foreseen for %s to %s, and what came of it\n\n", suitor_day_format(b->since, since),
           suitor_day_format(b->until, until));
    printf("  %u pair%s of a player and a club said to want him: %.1f moves foreseen, %u "
           "happened\n",
           b->pairs, say_s(b->pairs), b->expected, b->happened);
    printf("  %u transfer%s known: %u of players nobody was said to want, %u to a club not named\n",
           b->transfers, say_s(b->transfers), b->strangers, b->unforeseen);
    if (b->contested)
        printf("  of %u move%s of players with several suitors %u went to the likeliest\n",
               b->contested, say_s(b->contested), b->favourites);
    if (b->aside)
        printf("  %u pair%s left out, as the transfer may have come before: its register knows "
               "the season only\n",
               b->aside, say_s(b->aside));
    if (b->vague)
        printf("  %u may have happened later: the register knows the season only\n", b->vague);
    printf("\n  Brier score  %.4f, of the average alone %.4f (skill %+.1f %%)\n", b->brier,
           b->brier_base, b->brier_base > 0 ? 100 * (1 - b->brier / b->brier_base) : 0);
    printf("  log loss     %.4f, of the average alone %.4f\n", b->log_loss, b->log_loss_base);
    if (b->area >= 0)
        printf("  ROC area     %.3f\n", b->area);
    puts("");
    print_bins(b);
    puts("");
    print_forecasts(w, b);
}

static cJSON *forecasts_json(const what_if *w, const suitor_backtest *b)
{
    uint32_t n = w->top && w->top < b->pairs ? w->top : b->pairs;
    cJSON *list = cJSON_CreateArray();

    for (uint32_t i = 0; i < n; i++) {
        const suitor_forecast *f = &b->forecasts[i];
        cJSON *o = cJSON_CreateObject();
        json_add_text(o, "player", view_name(&w->view, f->player));
        json_add_text(o, "club", view_name(&w->view, f->club));
        json_add_number(o, "chance", f->chance);
        cJSON_AddBoolToObject(o, "happened", f->happened);
        cJSON_AddBoolToObject(o, "vague", f->is_vague);
        cJSON_AddItemToArray(list, o);
    }
    return list;
}

static void print_json(const what_if *w, const suitor_backtest *b)
{
    cJSON *o = cJSON_CreateObject(), *bins;

    json_add_day(o, "at", suitor_market_day(w->view.market));
    json_add_day(o, "until", b->until);
    cJSON_AddNumberToObject(o, "seed", (double)w->options.seed);
    cJSON_AddNumberToObject(o, "pairs", b->pairs);
    json_add_number(o, "expected", b->expected);
    cJSON_AddNumberToObject(o, "happened", b->happened);
    cJSON_AddNumberToObject(o, "vague", b->vague);
    cJSON_AddNumberToObject(o, "transfers", b->transfers);
    cJSON_AddNumberToObject(o, "strangers", b->strangers);
    cJSON_AddNumberToObject(o, "unforeseen", b->unforeseen);
    cJSON_AddNumberToObject(o, "aside", b->aside);
    cJSON_AddNumberToObject(o, "contested", b->contested);
    cJSON_AddNumberToObject(o, "favourites", b->favourites);
    json_add_number(o, "brier", b->brier);
    json_add_number(o, "brier_base", b->brier_base);
    json_add_number(o, "reliability", b->reliability);
    json_add_number(o, "resolution", b->resolution);
    json_add_number(o, "log_loss", b->log_loss);
    json_add_number(o, "log_loss_base", b->log_loss_base);
    if (b->area >= 0)
        json_add_number(o, "roc_area", b->area);
    else
        cJSON_AddNullToObject(o, "roc_area");
    bins = cJSON_AddArrayToObject(o, "bins");
    for (int i = 0; i < SUITOR_BACKTEST_BINS; i++) {
        cJSON *bin = cJSON_CreateObject();
        cJSON_AddNumberToObject(bin, "from", (double)i / SUITOR_BACKTEST_BINS);
        cJSON_AddNumberToObject(bin, "pairs", b->bins[i].pairs);
        json_add_number(bin, "foreseen", b->bins[i].foreseen);
        cJSON_AddNumberToObject(bin, "happened", b->bins[i].happened);
        cJSON_AddItemToArray(bins, bin);
    }
    cJSON_AddItemToObject(o, "forecasts", forecasts_json(w, b));
    json_print(o);
}

static int show(what_if *w, const cli_settings *settings, const cli_arguments *args)
{
    const char *said = args->value[WHAT_IF_UNTIL];
    suitor_registers *known = NULL;
    suitor_backtest found = { 0 };
    int32_t until = SUITOR_NO_DAY;
    suitor_error err;
    int status = STATUS_DONE;

    if (said && !options_day("until", said, &until))
        return STATUS_USAGE;
    if (suitor_store_transfers(w->view.store, SUITOR_NO_DAY, SUITOR_NO_DAY, &known, &err) !=
        SUITOR_OK)
        return say_error(&err);
    if (known->n_transfers == 0) {
        say("backtest: no transfers are known: 'suitor import transfers' takes them in");
        status = STATUS_USAGE;
    } else if (suitor_backtest_run(w->window, known->transfers, known->n_transfers, until,
                                   &w->options, &found, &err) != SUITOR_OK) {
        what_if_answered(w);
        say_error(&err);
        status = err.code == SUITOR_ERR_NOTFOUND ? STATUS_USAGE : STATUS_FAILED;
    } else {
        what_if_answered(w);
        if (settings->json)
            print_json(w, &found);
        else
            print(w, &found);
    }
    suitor_backtest_clear(&found);
    suitor_registers_free(known);
    return status;
}

int cmd_backtest(cli_settings *settings, int argc, char **argv)
{
    return what_if_run(&spec, show, settings, argc, argv);
}
