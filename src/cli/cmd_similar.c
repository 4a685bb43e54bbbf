/* suitor similar: substitutes of a player. */
#include <stdio.h>
#include <stdlib.h>

#include "memory.h"
#include "ranking.h"
#include "say.h"
#include "words.h"

static const cli_spec spec = {
    .usage = "similar PLAYER",
    .about = "Players whom the same clubs want, for the same place on the pitch: who would do\n"
             "where he cannot be had. Alike are two players whom the same clubs want as\n"
             "badly; clubs after everybody tell less; other positions count less.",
    .options = ranking_options,
    .examples = "  suitor similar Bastoni\n"
                "  suitor --json similar Bastoni --at 2026-03-31\n",
    .min_names = 1,
    .max_names = 1,
    .takes_at = true,
};

static cJSON *shared_json(const view *v, const suitor_similar *s)
{
    cJSON *list = cJSON_CreateArray();

    for (uint32_t i = 0; i < s->n_shared; i++) {
        cJSON *o = cJSON_CreateObject();
        json_add_text(o, "club", view_name(v, s->shared[i].club));
        json_add_number(o, "weight", s->shared[i].weight);
        json_add_number(o, "other_weight", s->shared[i].other_weight);
        json_add_number(o, "part", s->shared[i].part);
        cJSON_AddItemToArray(list, o);
    }
    return list;
}

static cJSON *similar_json(const view *v, uint32_t player, const suitor_similar *found, uint32_t n)
{
    cJSON *o = cJSON_CreateObject(), *list;

    json_add_text(o, "player", view_name(v, player));
    json_add_day(o, "at", suitor_market_day(v->market));
    list = cJSON_AddArrayToObject(o, "similar");
    for (uint32_t i = 0; i < n; i++) {
        const suitor_similar *s = &found[i];
        cJSON *one = cJSON_CreateObject();
        ranking_player_json(v, s->player, one);
        json_add_number(one, "similarity", s->similarity);
        json_add_number(one, "cosine", s->cosine);
        json_add_number(one, "fit", s->fit);
        cJSON_AddItemToObject(one, "shared", shared_json(v, s));
        cJSON_AddNumberToObject(one, "origins", s->n_origins);
        cJSON_AddNumberToObject(one, "articles", s->n_articles);
        cJSON_AddItemToArray(list, one);
    }
    return o;
}

/* "Arsenal, Liverpool +2": the clubs that tell most. */
static char *name_shared(const view *v, const suitor_similar *s)
{
    char *text = NULL;
    uint32_t i = 0;

    for (; i < s->n_shared && i < 2; i++) {
        char *club = view_clean_name(v, s->shared[i].club);
        memory_append(&text, "%s%s", i ? ", " : "", club);
        free(club);
    }
    if (s->n_shared > i)
        memory_append(&text, " +%u", s->n_shared - i);
    return text;
}

static void print(const view *v, uint32_t player, const suitor_similar *found, uint32_t n)
{
    static const table_column columns[] = {
        { "Player", COLUMN_NAME },         { "Of", COLUMN_NAME },
        { "Plays", COLUMN_LEFT },          { "Alike", COLUMN_RIGHT },
        { "Both wanted by", COLUMN_NAME }, { "Orig.", COLUMN_RIGHT },
        { "Art.", COLUMN_RIGHT },
    };

    if (n == 0) {
        puts("Nobody: no club that wants him is said to want another.");
        return;
    }
    char *name = view_clean_name(v, player), *title = memory_format("Like %s", name);
    table *t = table_new(columns, sizeof columns / sizeof *columns);
    view_print_title(v, title);
    for (uint32_t i = 0; i < n; i++) {
        char *clubs = name_shared(v, &found[i]);
        ranking_player_cells(v, found[i].player, t);
        table_cell(t, "%.3f", found[i].similarity);
        table_name(t, suitor_sv_of(clubs));
        table_cell(t, "%u", found[i].n_origins);
        table_cell(t, "%u", found[i].n_articles);
        free(clubs);
    }
    table_print(t, stdout);
    table_free(t);
    free(title);
    free(name);
}

static int show(const view *v, const cli_settings *settings, const char *name, uint32_t top)
{
    suitor_similar *found = NULL;
    uint32_t player, n;
    suitor_error err;
    int status = view_find(v, name, SUITOR_KIND_PLAYER, &player);

    if (status != STATUS_DONE)
        return status;
    if (suitor_similar_to(v->market, player, top, &found, &n, &err) != SUITOR_OK)
        return say_error(&err);
    if (settings->json)
        json_print(similar_json(v, player, found, n));
    else
        print(v, player, found, n);
    suitor_similar_free(found, n);
    return STATUS_DONE;
}

int cmd_similar(cli_settings *settings, int argc, char **argv)
{
    return ranking_run(&spec, show, settings, argc, argv);
}
