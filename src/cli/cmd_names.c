/* suitor names: whom the first letters may mean. */
#include <stdio.h>
#include <stdlib.h>

#include "json.h"
#include "options.h"
#include "say.h"
#include "table.h"
#include "view.h"

enum { OPTION_N, DEFAULT_N = 20 };

static const cli_option options[] = {
    { "n", 'n', "N", "so many at most, 0 for all (20)", false },
    { NULL, 0, NULL, NULL, false },
};

static const cli_spec spec = {
    .usage = "names [TEXT]",
    .about = "Players and clubs in whose name a word begins with TEXT, those most talked of\n"
             "first.",
    .options = options,
    .examples = "  suitor names bast\n"
                "  suitor --json names 'van de' -n 5\n",
    .max_names = 1,
    .takes_at = true,
};

static cJSON *names_json(const view *v, const uint32_t *found, uint32_t n)
{
    cJSON *o = cJSON_CreateObject(), *list;

    json_add_day(o, "at", suitor_market_day(v->market));
    list = cJSON_AddArrayToObject(o, "names");
    for (uint32_t i = 0; i < n; i++) {
        const suitor_entity *e = view_entity(v, found[i]);
        cJSON *one = cJSON_CreateObject();
        json_add_text(one, "name", e->name);
        json_add_text(one, "kind", suitor_sv_of(suitor_kind_name(e->kind)));
        if (e->kind == SUITOR_KIND_PLAYER) {
            json_add_text(one, "club", view_name(v, suitor_market_club_of(v->market, found[i])));
            json_add_text(one, "position", suitor_sv_of(suitor_position_name(e->position)));
        }
        cJSON_AddItemToArray(list, one);
    }
    return o;
}

static void print(const view *v, const uint32_t *found, uint32_t n)
{
    static const table_column columns[] = {
        { "Name", COLUMN_NAME },
        { "Of", COLUMN_NAME },
        { "Plays", COLUMN_LEFT },
    };
    table *t = table_new(columns, 3);

    for (uint32_t i = 0; i < n; i++) {
        const suitor_entity *e = view_entity(v, found[i]);
        bool player = e->kind == SUITOR_KIND_PLAYER;
        table_name(t, e->name);
        table_name(t, player ? view_name(v, suitor_market_club_of(v->market, found[i]))
                             : suitor_sv_of(""));
        table_cell(t, "%s", player ? suitor_position_name(e->position) : "club");
    }
    if (n)
        table_print(t, stdout);
    else
        puts("Nobody.");
    table_free(t);
}

static int show(const view *v, const cli_settings *settings, const char *text, uint32_t limit)
{
    uint32_t *found = NULL, n;
    suitor_error err;

    if (suitor_complete(v->market, suitor_sv_of(text), limit, &found, &n, &err) != SUITOR_OK)
        return say_error(&err);
    if (settings->json)
        json_print(names_json(v, found, n));
    else
        print(v, found, n);
    free(found);
    return STATUS_DONE;
}

int cmd_names(cli_settings *settings, int argc, char **argv)
{
    cli_arguments args;
    uint32_t limit = DEFAULT_N;
    int status;
    view v;

    if (!options_read(&spec, settings, argc, argv, &args, &status))
        return status;
    if (args.value[OPTION_N] &&
        !options_number("n", "a number of names", args.value[OPTION_N], 0, UINT32_MAX, &limit))
        return STATUS_USAGE;
    status = view_open(settings, &v);
    if (status == STATUS_DONE)
        status = show(&v, settings, args.n_names ? args.names[0] : "", limit);
    view_close(&v);
    return status;
}
