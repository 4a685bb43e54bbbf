/* Rivalries of clubs: who keeps meeting whom, over which players, and who leads. */
#include "rivalry_view.h"

#include <stdio.h>
#include <stdlib.h>

#include "memory.h"
#include "odds.h"
#include "say.h"
#include "table.h"

static cJSON *contest_json(const view *v, const suitor_contest *c)
{
    cJSON *o = cJSON_CreateObject();

    json_add_text(o, "player", view_name(v, c->player));
    json_add_number(o, "weight", c->weight);
    json_add_number(o, "rival_weight", c->rival_weight);
    cJSON_AddNumberToObject(o, "suitors", c->n_suitors);
    json_add_number(o, "part", c->part);
    cJSON_AddNumberToObject(o, "origins", c->n_origins);
    cJSON_AddNumberToObject(o, "articles", c->n_articles);
    return o;
}

static cJSON *rivals_json(const view *v, const suitor_chance *chance, uint32_t club,
                          const suitor_rivalry *rivals, uint32_t n)
{
    cJSON *o = cJSON_CreateObject(), *list;

    json_add_text(o, "club", view_name(v, club));
    json_add_day(o, "at", suitor_market_day(v->market));
    list = cJSON_AddArrayToObject(o, "rivals");
    for (uint32_t i = 0; i < n; i++) {
        cJSON *rival = cJSON_CreateObject(), *players;
        json_add_text(rival, "club", view_name(v, rivals[i].rival));
        json_add_number(rival, "rivalry", rivals[i].rivalry);
        cJSON_AddNumberToObject(rival, "origins", rivals[i].n_origins);
        cJSON_AddNumberToObject(rival, "articles", rivals[i].n_articles);
        odds_json(rival, suitor_chance_of(chance, club, rivals[i].rival));
        players = cJSON_AddArrayToObject(rival, "players");
        for (uint32_t c = 0; c < rivals[i].n_contests; c++)
            cJSON_AddItemToArray(players, contest_json(v, &rivals[i].contests[c]));
        cJSON_AddItemToArray(list, rival);
    }
    return o;
}

/* Who leads a contest, in the rival's case as `rival`; weights that print alike are level. */
static suitor_sv leader(const view *v, const suitor_rivalry *r, const suitor_contest *c,
                        suitor_sv rival)
{
    if (c->weight - c->rival_weight > 0.0005)
        return view_name(v, r->club);
    return c->rival_weight - c->weight > 0.0005 ? rival : suitor_sv_of("level");
}

enum { MOST_RIVALS = 20 }; /* what a screen holds; JSON has all */

/* The player of a contest, the interest of both, and what it rests on. */
static void add_contest(table *t, const view *v, const suitor_rivalry *r, const suitor_contest *c)
{
    table_name(t, view_name(v, c->player));
    table_cell(t, "%.3f", c->weight);
    table_cell(t, "%.3f", c->rival_weight);
    table_name(t, leader(v, r, c, suitor_sv_of("rival")));
    table_cell(t, "%u", c->n_origins);
    table_cell(t, "%u", c->n_articles);
}

/* A row for the rival as a whole where there are several players, then a row a player. */
static void add_rival(table *t, const view *v, const suitor_rivalry *r, suitor_odds odds)
{
    table_name(t, view_name(v, r->rival));
    table_cell(t, "%.4f", r->rivalry);
    table_cell(t, odds.q < 0.005 ? "%.1g" : "%.2f", odds.q);
    if (odds_are_long(odds))
        table_lead(t);
    if (r->n_contests > 1) {
        table_cell(t, "%u players", r->n_contests);
        for (int i = 0; i < 3; i++)
            table_cell(t, "%s", "");
        table_cell(t, "%u", r->n_origins);
        table_cell(t, "%u", r->n_articles);
    }
    for (uint32_t c = 0; c < r->n_contests; c++) {
        for (int i = 0; r->n_contests > 1 && i < 3; i++)
            table_cell(t, "%s", "");
        add_contest(t, v, r, &r->contests[c]);
    }
}

static void print_rivals(const view *v, const suitor_chance *chance, const suitor_rivalry *rivals,
                         uint32_t n)
{
    static const table_column columns[] = {
        { "Rival", COLUMN_NAME }, { "Rivalry", COLUMN_RIGHT }, { "q", COLUMN_RIGHT },
        { "Over", COLUMN_NAME },  { "Own", COLUMN_RIGHT },     { "Its", COLUMN_RIGHT },
        { "Leads", COLUMN_NAME }, { "Orig.", COLUMN_RIGHT },   { "Art.", COLUMN_RIGHT },
    };
    table *t = table_new(columns, sizeof columns / sizeof *columns);
    bool any_long = false;

    for (uint32_t i = 0; i < n && i < MOST_RIVALS; i++) {
        suitor_odds odds = suitor_chance_of(chance, rivals[i].club, rivals[i].rival);
        any_long |= odds_are_long(odds);
        add_rival(t, v, &rivals[i], odds);
    }
    table_print(t, stdout);
    table_free(t);
    if (any_long)
        puts("\n* they meet more often than by chance (false discovery rate q up to 0.05)");
    if (n > MOST_RIVALS)
        printf("\n%u weaker rivals are left out; --json has them.\n", n - MOST_RIVALS);
}

static void print_head_to_head(const view *v, const suitor_chance *chance, const suitor_rivalry *r)
{
    char *club = view_clean_name(v, r->club), *rival = view_clean_name(v, r->rival);
    const table_column columns[] = {
        { "Player", COLUMN_NAME },   { club, COLUMN_RIGHT },   { rival, COLUMN_RIGHT },
        { "Suitors", COLUMN_RIGHT }, { "Part", COLUMN_RIGHT }, { "Leads", COLUMN_NAME },
        { "Orig.", COLUMN_RIGHT },   { "Art.", COLUMN_RIGHT },
    };
    table *t = table_new(columns, sizeof columns / sizeof *columns);
    suitor_odds odds = suitor_chance_of(chance, r->club, r->rival);

    for (uint32_t c = 0; c < r->n_contests; c++) {
        const suitor_contest *contest = &r->contests[c];
        table_name(t, view_name(v, contest->player));
        table_cell(t, "%.3f", contest->weight);
        table_cell(t, "%.3f", contest->rival_weight);
        table_cell(t, "%u", contest->n_suitors);
        table_cell(t, "%.4f", contest->part);
        table_name(t, leader(v, r, contest, view_name(v, r->rival)));
        table_cell(t, "%u", contest->n_origins);
        table_cell(t, "%u", contest->n_articles);
    }
    table_print(t, stdout);
    table_free(t);
    printf("\nRivalry %.4f: %u origin%s, %u article%s.\n", r->rivalry, r->n_origins,
           say_s(r->n_origins), r->n_articles, say_s(r->n_articles));
    printf("By chance they would meet over %.1f: z %.1f, p %.2g, q %.2g%s.\n", odds.expected,
           odds.z, odds.p, odds.q, odds_are_long(odds) ? ", more often than by chance" : "");
    free(club);
    free(rival);
}

static void print_heading(const view *v, uint32_t club, uint32_t rival)
{
    char *name = view_clean_name(v, club), *other = view_clean_name(v, rival);
    char *title = rival == SUITOR_NO_INDEX ? memory_format("Rivals of %s", name)
                                           : memory_format("%s against %s", name, other);

    view_print_title(v, title);
    free(title);
    free(name);
    free(other);
}

static void print(const view *v, const suitor_chance *chance, uint32_t rival,
                  const suitor_rivalry *rivals, uint32_t n)
{
    if (n == 0)
        puts(rival == SUITOR_NO_INDEX ? "No rivals: no other club is said to want its targets."
                                      : "They want no player in common.");
    else if (rival == SUITOR_NO_INDEX)
        print_rivals(v, chance, rivals, n);
    else
        print_head_to_head(v, chance, rivals);
}

int rivalry_view(const view *v, const cli_settings *settings, uint32_t club, uint32_t rival)
{
    suitor_rivalry *rivals = NULL;
    suitor_chance *chance = NULL;
    suitor_error err;
    uint32_t n = 0;
    int status = STATUS_DONE;

    if (suitor_rivalries_of(v->market, club, rival, &rivals, &n, &err) != SUITOR_OK ||
        suitor_chance_new(v->market, &chance, &err) != SUITOR_OK) {
        status = say_error(&err);
    } else if (settings->json) {
        json_print(rivals_json(v, chance, club, rivals, n));
    } else {
        print_heading(v, club, rival);
        print(v, chance, rival, rivals, n);
    }
    suitor_chance_free(chance);
    suitor_rivalries_free(rivals, n);
    return status;
}
