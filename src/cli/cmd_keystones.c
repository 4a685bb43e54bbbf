/* suitor keystones: which single transfer would change most. */
#include <stdio.h>
#include <stdlib.h>

#include "memory.h"
#include "say.h"
#include "simulation_view.h"
#include "table.h"

static const cli_spec spec = {
    .usage = "keystones",
    .about = "Every move that may come, in turn made to happen: which would change most for\n"
             "everybody else, and what. The effect is the sum of all changes of other players'\n"
             "chances, in whole transfers.",
    .options = what_if_options,
    .examples = "  suitor keystones\n"
                "  suitor --json keystones --top 50 --until 2026-09-01\n",
    .takes_at = true,
};

/* "Murillo → Chelsea +12 %". */
static char *words_most(const view *v, const suitor_keystone *k)
{
    char *text = memory_format("%s", "");

    for (uint32_t i = 0; i < k->n_most; i++) {
        char *player = view_clean_name(v, k->most[i].player);
        char *place = what_if_place(v, k->most[i].club);
        memory_append(&text, "%s%s to %s %+.1f %%", i ? ", " : "", player, place,
                      100 * k->most[i].difference);
        free(player);
        free(place);
    }
    return text;
}

static void print(const what_if *w, const suitor_keystone *found, uint32_t n)
{
    static const table_column columns[] = {
        { "Player", COLUMN_NAME },
        { "To", COLUMN_NAME },
        { "Effect", COLUMN_RIGHT },
        { "2 s.e.", COLUMN_RIGHT },
    };
    table *t = table_new(columns, 4);

    view_print_title(&w->view, "Transfers that would change most");
    for (uint32_t i = 0; i < n; i++) {
        char *place = what_if_place(&w->view, found[i].club);
        table_name(t, view_name(&w->view, found[i].player));
        table_name(t, suitor_sv_of(place));
        table_cell(t, "%.3f", found[i].effect);
        table_cell(t, "±%.3f", 2 * found[i].standard_error);
        if (found[i].n_most)
            table_note(t, words_most(&w->view, &found[i]));
        free(place);
    }
    if (n)
        table_print(t, stdout);
    else
        puts("No move may come: nobody is said to want anybody.");
    table_free(t);
}

static cJSON *keystones_json(const what_if *w, const suitor_keystone *found, uint32_t n)
{
    cJSON *o = cJSON_CreateObject(), *list;

    json_add_day(o, "at", suitor_market_day(w->view.market));
    cJSON_AddNumberToObject(o, "seed", (double)w->options.seed);
    list = cJSON_AddArrayToObject(o, "moves");
    for (uint32_t i = 0; i < n; i++) {
        cJSON *one = cJSON_CreateObject(), *most;
        json_add_text(one, "player", view_name(&w->view, found[i].player));
        if (found[i].club == SUITOR_ELSEWHERE)
            cJSON_AddNullToObject(one, "club");
        else
            json_add_text(one, "club", view_name(&w->view, found[i].club));
        json_add_number(one, "effect", found[i].effect);
        json_add_number(one, "standard_error", found[i].standard_error);
        most = cJSON_AddArrayToObject(one, "most");
        for (uint32_t k = 0; k < found[i].n_most; k++)
            cJSON_AddItemToArray(most, simulation_effect_json(&w->view, &found[i].most[k]));
        cJSON_AddItemToArray(list, one);
    }
    return o;
}

static int show(what_if *w, const cli_settings *settings, const cli_arguments *args)
{
    suitor_keystone *found = NULL;
    suitor_error err;
    uint32_t n;

    (void)args;
    if (suitor_keystones(w->window, &w->options, w->top, &found, &n, &err) != SUITOR_OK)
        return say_error(&err);
    what_if_answered(w);
    if (settings->json)
        json_print(keystones_json(w, found, n));
    else
        print(w, found, n);
    free(found);
    return STATUS_DONE;
}

int cmd_keystones(cli_settings *settings, int argc, char **argv)
{
    return what_if_run(&spec, show, settings, argc, argv);
}
