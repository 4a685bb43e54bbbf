/* suitor central: who stands in the middle, and whom else a club would look at. */
#include <stdio.h>
#include <stdlib.h>

#include "memory.h"
#include "ranking.h"
#include "say.h"

static const cli_spec spec = {
    .usage = "central [CLUB]",
    .about = "Without a name: the clubs with most rivalry and the players with most interest,\n"
             "and how central a walk along interest finds them. Of a club: whom else it would\n"
             "look at, since its rivals do; the way to him is shown, and a star where it is\n"
             "said to need somebody.",
    .options = ranking_options,
    .examples = "  suitor central\n"
                "  suitor central Liverpool\n"
                "  suitor --json central 'man city' --top 5\n",
    .max_names = 1,
    .takes_at = true,
};

static cJSON *centralities_json(const view *v, const suitor_centrality *all, uint32_t n,
                                suitor_kind kind)
{
    cJSON *list = cJSON_CreateArray();

    for (uint32_t i = 0; i < n; i++) {
        cJSON *o = cJSON_CreateObject();
        json_add_text(o, suitor_kind_name(kind), view_name(v, all[i].entity));
        json_add_number(o, "strength", all[i].strength);
        json_add_number(o, "rank", all[i].rank);
        cJSON_AddNumberToObject(o, kind == SUITOR_KIND_CLUB ? "targets" : "suitors", all[i].degree);
        cJSON_AddNumberToObject(o, "origins", all[i].n_origins);
        cJSON_AddNumberToObject(o, "articles", all[i].n_articles);
        cJSON_AddItemToArray(list, o);
    }
    return list;
}

static void print_centralities(const view *v, const suitor_centrality *all, uint32_t n,
                               suitor_kind kind)
{
    const table_column columns[] = {
        { kind == SUITOR_KIND_CLUB ? "Club" : "Player", COLUMN_NAME },
        { kind == SUITOR_KIND_CLUB ? "Rivalry" : "Interest", COLUMN_RIGHT },
        { "Rank", COLUMN_RIGHT },
        { kind == SUITOR_KIND_CLUB ? "Targets" : "Suitors", COLUMN_RIGHT },
        { "Orig.", COLUMN_RIGHT },
        { "Art.", COLUMN_RIGHT },
    };
    table *t = table_new(columns, sizeof columns / sizeof *columns);

    for (uint32_t i = 0; i < n; i++) {
        table_name(t, view_name(v, all[i].entity));
        table_cell(t, "%.4f", all[i].strength);
        table_cell(t, "%.4f", all[i].rank);
        table_cell(t, "%u", all[i].degree);
        table_cell(t, "%u", all[i].n_origins);
        table_cell(t, "%u", all[i].n_articles);
    }
    table_print(t, stdout);
    table_free(t);
}

static int show_market(const view *v, const cli_settings *settings, uint32_t top)
{
    suitor_centrality *clubs = NULL, *players = NULL;
    uint32_t n_clubs = 0, n_players = 0;
    suitor_error err;
    int status = STATUS_DONE;

    if (suitor_centralities(v->market, SUITOR_KIND_CLUB, top, &clubs, &n_clubs, &err) !=
            SUITOR_OK ||
        suitor_centralities(v->market, SUITOR_KIND_PLAYER, top, &players, &n_players, &err) !=
            SUITOR_OK) {
        status = say_error(&err);
    } else if (settings->json) {
        cJSON *o = cJSON_CreateObject();
        json_add_day(o, "at", suitor_market_day(v->market));
        cJSON_AddItemToObject(o, "clubs", centralities_json(v, clubs, n_clubs, SUITOR_KIND_CLUB));
        cJSON_AddItemToObject(o, "players",
                              centralities_json(v, players, n_players, SUITOR_KIND_PLAYER));
        json_print(o);
    } else if (n_clubs == 0) {
        puts("Nobody: no club is said to want a player.");
    } else {
        view_print_title(v, "In the middle of the market");
        print_centralities(v, clubs, n_clubs, SUITOR_KIND_CLUB);
        puts("");
        print_centralities(v, players, n_players, SUITOR_KIND_PLAYER);
    }
    free(clubs);
    free(players);
    return status;
}

static cJSON *prospects_json(const view *v, uint32_t club, const suitor_prospect *all, uint32_t n)
{
    cJSON *o = cJSON_CreateObject(), *list;

    json_add_text(o, "club", view_name(v, club));
    json_add_day(o, "at", suitor_market_day(v->market));
    list = cJSON_AddArrayToObject(o, "prospects");
    for (uint32_t i = 0; i < n; i++) {
        const suitor_prospect *p = &all[i];
        cJSON *one = cJSON_CreateObject();
        ranking_player_json(v, p->player, one);
        json_add_number(one, "rank", p->rank);
        json_add_text(one, "by_player", view_name(v, p->by_player));
        json_add_text(one, "by_rival", view_name(v, p->by_rival));
        cJSON_AddBoolToObject(one, "needed", p->is_needed);
        cJSON_AddNumberToObject(one, "origins", p->n_origins);
        cJSON_AddNumberToObject(one, "articles", p->n_articles);
        cJSON_AddItemToArray(list, one);
    }
    return o;
}

static void print_prospects(const view *v, uint32_t club, const suitor_prospect *all, uint32_t n)
{
    static const table_column columns[] = {
        { "Player", COLUMN_NAME }, { "Of", COLUMN_NAME },        { "Plays", COLUMN_LEFT },
        { "Rank", COLUMN_RIGHT },  { "Wanted by", COLUMN_NAME }, { "Met over", COLUMN_NAME },
        { "Orig.", COLUMN_RIGHT }, { "Art.", COLUMN_RIGHT },
    };
    char *name, *title;
    table *t;

    if (n == 0) {
        puts("Nobody: its rivals are not said to want anybody else.");
        return;
    }
    name = view_clean_name(v, club);
    title = memory_format("Whom else %s would look at", name);
    t = table_new(columns, sizeof columns / sizeof *columns);
    view_print_title(v, title);
    for (uint32_t i = 0; i < n; i++) {
        ranking_player_cells(v, all[i].player, t);
        table_cell(t, "%.4f", all[i].rank);
        table_name(t, view_name(v, all[i].by_rival));
        table_name(t, view_name(v, all[i].by_player));
        table_cell(t, "%u", all[i].n_origins);
        table_cell(t, "%u", all[i].n_articles);
        if (all[i].is_needed)
            table_lead(t);
    }
    table_print(t, stdout);
    table_free(t);
    free(title);
    free(name);
}

static int show_club(const view *v, const cli_settings *settings, const char *name, uint32_t top)
{
    suitor_prospect *found = NULL;
    uint32_t club, n;
    suitor_error err;
    int status = view_find(v, name, SUITOR_KIND_CLUB, &club);

    if (status != STATUS_DONE)
        return status;
    if (suitor_prospects(v->market, club, top, &found, &n, &err) != SUITOR_OK)
        return say_error(&err);
    if (settings->json)
        json_print(prospects_json(v, club, found, n));
    else
        print_prospects(v, club, found, n);
    free(found);
    return STATUS_DONE;
}

static int show(const view *v, const cli_settings *settings, const char *name, uint32_t top)
{
    return name ? show_club(v, settings, name, top) : show_market(v, settings, top);
}

int cmd_central(cli_settings *settings, int argc, char **argv)
{
    return ranking_run(&spec, show, settings, argc, argv);
}
