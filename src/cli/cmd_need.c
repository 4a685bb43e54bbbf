/* suitor need: whom a club would turn to if it were a man short. */
#include <stdio.h>
#include <stdlib.h>

#include "memory.h"
#include "say.h"
#include "simulation_view.h"
#include "table.h"
#include "words.h"

static const cli_spec spec = {
    .usage = "need CLUB POSITION",
    .about = "Whom a club would turn to if it were short of a player in a position: those it is\n"
             "said to want, by the chance that they come, and below those whom its rivals want.",
    .options = what_if_options,
    .examples = "  suitor need Tottenham centre-back\n"
                "  suitor --json need Liverpool CB --until 2026-09-01\n",
    .min_names = 2,
    .max_names = 2,
    .takes_at = true,
};

/* An answer: the club's own targets, and whom else it would look at. */
typedef struct {
    suitor_do need;
    suitor_simulation what;
    const suitor_effect **targets; /* into what.effects, likeliest after first */
    uint32_t n_targets;
    suitor_prospect *prospects;
    uint32_t n_prospects;
} answer;

static int likeliest_first(const void *a, const void *b)
{
    const suitor_effect *x = *(const suitor_effect *const *)a;
    const suitor_effect *y = *(const suitor_effect *const *)b;

    if (x->after != y->after)
        return x->after > y->after ? -1 : 1;
    return x->player < y->player ? -1 : x->player > y->player;
}

static int ask(what_if *w, const cli_arguments *args, answer *out)
{
    char *words = memory_format("%s needs %s", args->names[0], args->names[1]);
    int status = what_if_read(&w->view, words, &out->need);
    suitor_error err;

    free(words);
    if (status != STATUS_DONE)
        return status;
    if (suitor_simulate(w->window, &out->need, 1, &w->options, &out->what, &err) != SUITOR_OK ||
        suitor_prospects(w->view.market, out->need.club, 0, &out->prospects, &out->n_prospects,
                         &err) != SUITOR_OK)
        return say_error(&err);
    out->targets = memory_get((out->what.n_effects + 1) * sizeof *out->targets);
    for (uint32_t i = 0; i < out->what.n_effects; i++)
        if (out->what.effects[i].club == out->need.club && out->what.effects[i].difference > 0)
            out->targets[out->n_targets++] = &out->what.effects[i];
    qsort(out->targets, out->n_targets, sizeof *out->targets, likeliest_first);
    return STATUS_DONE;
}

/* Whether a prospect plays where one is sought. */
static bool would_do(const what_if *w, const answer *a, const suitor_prospect *p)
{
    return view_entity(&w->view, p->player)->position == a->need.position;
}

static void print_targets(const what_if *w, const answer *a)
{
    static const table_column columns[] = {
        { "Target", COLUMN_NAME },    { "Of", COLUMN_NAME },     { "Plays", COLUMN_LEFT },
        { "Before %", COLUMN_RIGHT }, { "After", COLUMN_RIGHT }, { "2 s.e.", COLUMN_RIGHT },
    };
    table *t = table_new(columns, 6);

    for (uint32_t i = 0; i < a->n_targets && (w->top == 0 || i < w->top); i++) {
        const suitor_effect *e = a->targets[i];
        table_name(t, view_name(&w->view, e->player));
        table_name(t, view_name(&w->view, suitor_market_club_of(w->view.market, e->player)));
        table_cell(t, "%s", suitor_position_name(view_entity(&w->view, e->player)->position));
        table_cell(t, "%.1f", 100 * e->before);
        table_cell(t, "%.1f", 100 * e->after);
        if (e->standard_error > 0)
            table_cell(t, "±%.1f", 200 * e->standard_error);
        else
            table_cell(t, "%s", "");
    }
    if (a->n_targets)
        table_print(t, stdout);
    else
        puts("  Nobody whom the club is said to want plays there.");
    table_free(t);
}

static void print_prospects(const what_if *w, const answer *a)
{
    static const table_column columns[] = {
        { "Wanted by a rival", COLUMN_NAME },
        { "Of", COLUMN_NAME },
        { "Rival", COLUMN_NAME },
        { "Rank", COLUMN_RIGHT },
    };
    table *t = table_new(columns, 4);
    uint32_t rows = 0;

    for (uint32_t i = 0; i < a->n_prospects && (w->top == 0 || rows < w->top); i++) {
        const suitor_prospect *p = &a->prospects[i];
        if (!would_do(w, a, p))
            continue;
        table_name(t, view_name(&w->view, p->player));
        table_name(t, view_name(&w->view, suitor_market_club_of(w->view.market, p->player)));
        table_name(t, view_name(&w->view, p->by_rival));
        table_cell(t, "%u", ++rows);
    }
    if (rows) {
        puts("");
        table_print(t, stdout);
    }
    table_free(t);
}

static void print(const what_if *w, const answer *a)
{
    char *title = what_if_words(&w->view, &a->need);

    view_print_title(&w->view, title);
    free(title);
    print_targets(w, a);
    print_prospects(w, a);
    puts("");
    simulation_print_method(w, a->what.runs);
}

static cJSON *need_json(const what_if *w, const answer *a)
{
    cJSON *o = cJSON_CreateObject(), *list;

    json_add_text(o, "club", view_name(&w->view, a->need.club));
    json_add_text(o, "position", suitor_sv_of(suitor_position_name(a->need.position)));
    json_add_day(o, "at", suitor_market_day(w->view.market));
    cJSON_AddNumberToObject(o, "seed", (double)a->what.seed);
    cJSON_AddNumberToObject(o, "runs", a->what.runs);
    list = cJSON_AddArrayToObject(o, "targets");
    for (uint32_t i = 0; i < a->n_targets; i++)
        cJSON_AddItemToArray(list, simulation_effect_json(&w->view, a->targets[i]));
    list = cJSON_AddArrayToObject(o, "prospects");
    for (uint32_t i = 0; i < a->n_prospects; i++) {
        const suitor_prospect *p = &a->prospects[i];
        if (!would_do(w, a, p))
            continue;
        cJSON *one = cJSON_CreateObject();
        json_add_text(one, "player", view_name(&w->view, p->player));
        json_add_text(one, "rival", view_name(&w->view, p->by_rival));
        json_add_number(one, "rank", p->rank);
        cJSON_AddItemToArray(list, one);
    }
    return o;
}

static int show(what_if *w, const cli_settings *settings, const cli_arguments *args)
{
    answer a = { 0 };
    int status = ask(w, args, &a);

    what_if_answered(w);
    if (status == STATUS_DONE && settings->json)
        json_print(need_json(w, &a));
    else if (status == STATUS_DONE)
        print(w, &a);
    free(a.targets);
    free(a.prospects);
    suitor_simulation_clear(&a.what);
    return status;
}

int cmd_need(cli_settings *settings, int argc, char **argv)
{
    return what_if_run(&spec, show, settings, argc, argv);
}
