/* Clusters as blocks of text, levels as a table. */
#include "cluster_view.h"

#include <stdio.h>
#include <stdlib.h>

#include "cluster_json.h"
#include "memory.h"
#include "odds.h"
#include "say.h"
#include "table.h"

/* Names at most in a line of a block; JSON has all. */
enum { MOST_CLUBS = 12, MOST_PLAYERS = 6, MOST_LONG_ODDS = 4, MOST_ALONE = 12, INDENT = 4 };

/* End the line of *text, in which `left` names find no place, and print it. */
static void print_line(char **text, uint32_t left)
{
    if (left)
        memory_append(text, ", +%u", left);
    terminal_wrap(stdout, INDENT, *text);
    free(*text);
    *text = NULL;
}

/* "Liverpool 45%, Arsenal 40%, +3": each with its part. */
static void print_clubs(const view *v, const suitor_cluster *c)
{
    char *text = NULL;
    uint32_t i = 0;

    for (; i < c->n_members && i < MOST_CLUBS; i++) {
        char *club = view_clean_name(v, c->members[i].club);
        memory_append(&text, "%s%s" MARK_JOIN "%.0f%%", i ? ", " : "", club,
                      c->members[i].part * 100);
        free(club);
    }
    print_line(&text, c->n_members - i);
}

/* "over Alessandro Bastoni (Liverpool, Arsenal), Murillo (Chelsea, Liverpool)". */
static void print_players(const view *v, const suitor_cluster *c)
{
    char *text = memory_format("over ");
    uint32_t i = 0;

    for (; i < c->n_prizes && i < MOST_PLAYERS; i++) {
        const suitor_prize *p = &c->prizes[i];
        char *player = view_clean_name(v, p->player);
        char *first = view_clean_name(v, p->first), *second = view_clean_name(v, p->second);
        memory_append(&text, "%s%s (%s, %s)", i ? ", " : "", player, first, second);
        free(player);
        free(first);
        free(second);
    }
    print_line(&text, c->n_prizes - i);
}

/* "more often than by chance: Como and Lazio over 7 (1.2 expected)". */
static void print_long_odds(const view *v, const suitor_chance *chance,
                            const suitor_clustering *all, uint32_t index)
{
    char *text = NULL;
    uint32_t shown = 0, left = 0;

    for (uint32_t i = 0; i < all->n_pairs; i++) {
        const suitor_pair *p = &all->pairs[i];
        if (p->cluster != index)
            continue;
        suitor_odds odds = suitor_chance_of(chance, p->club, p->rival);
        if (!odds_are_long(odds))
            continue;
        if (shown == MOST_LONG_ODDS) {
            left++;
            continue;
        }
        char *club = view_clean_name(v, p->club), *rival = view_clean_name(v, p->rival);
        memory_append(&text, "%s%s and %s over %u (%.1f expected)",
                      shown++ ? ", " : "more often than by chance: ", club, rival, p->n_meetings,
                      odds.expected);
        free(club);
        free(rival);
    }
    if (text)
        print_line(&text, left);
}

static void print_cluster(const view *v, const suitor_chance *chance, const suitor_clustering *all,
                          uint32_t index)
{
    const suitor_cluster *c = &all->clusters[index];
    char *name = terminal_clean(suitor_sv_of(c->name)), *text;

    printf("%s%u  %s%s\n", terminal_code(STYLE_BOLD), index + 1, name, terminal_code(STYLE_PLAIN));
    free(name);
    print_clubs(v, c);
    print_players(v, c);
    print_long_odds(v, chance, all, index);
    text = memory_format("%sstrength %.4f", c->thin ? "too little to say: " : "", c->strength);
    if (all->n_resamples)
        memory_append(&text, ", stability %.2f", c->stability);
    memory_append(&text, ", %u origin%s, %u article%s", c->n_origins, say_s(c->n_origins),
                  c->n_articles, say_s(c->n_articles));
    print_line(&text, 0);
    puts("");
}

static void print_alone(const view *v, const suitor_clustering *all)
{
    char *text = NULL;
    uint32_t i = 0;

    if (all->n_alone == 0)
        return;
    memory_append(&text, "In no cluster: ");
    for (; i < all->n_alone && i < MOST_ALONE; i++) {
        char *club = view_clean_name(v, all->alone[i]);
        memory_append(&text, "%s%s", i ? ", " : "", club);
        free(club);
    }
    if (all->n_alone > i)
        memory_append(&text, " and %u more", all->n_alone - i);
    memory_append(&text, ".");
    terminal_wrap(stdout, 0, text);
    free(text);
}

static void print(const view *v, const suitor_chance *chance, const suitor_clustering *all,
                  uint32_t top)
{
    if (all->n_clusters == 0) {
        puts(all->n_pairs ? "No clusters: at this resolution every club stands alone."
                          : "No clusters: no two clubs want the same player.");
        return;
    }
    view_print_title(v, "Competition clusters");
    for (uint32_t i = 0; i < all->n_clusters && (top == 0 || i < top); i++)
        print_cluster(v, chance, all, i);
    if (top && all->n_clusters > top)
        printf("%u weaker clusters are left out; --top 0 shows all.\n", all->n_clusters - top);
    print_alone(v, all);
    printf("Modularity %.3f at resolution %.3g.", all->modularity, all->resolution);
    if (all->n_resamples)
        printf(" Stability: how often two clubs of a\ncluster stay together in %u resamples of "
               "the articles.",
               all->n_resamples);
    puts("");
}

int cluster_view(const view *v, const cli_settings *settings, const suitor_cluster_options *options,
                 uint32_t top)
{
    suitor_clustering *clustering = NULL;
    suitor_chance *chance = NULL;
    suitor_error err;
    int status = STATUS_DONE;

    if (suitor_clusters(v->market, options, &clustering, &err) != SUITOR_OK ||
        suitor_chance_new(v->market, &chance, &err) != SUITOR_OK)
        status = say_error(&err);
    else if (settings->json)
        json_print(clusters_json(v, chance, clustering));
    else
        print(v, chance, clustering, top);
    suitor_chance_free(chance);
    suitor_clustering_free(clustering);
    return status;
}

static void print_levels(const suitor_level *levels, uint32_t count)
{
    static const table_column columns[] = {
        { "Resolution", COLUMN_RIGHT }, { "Clusters", COLUMN_RIGHT },   { "Largest", COLUMN_RIGHT },
        { "Alone", COLUMN_RIGHT },      { "Modularity", COLUMN_RIGHT }, { "Change", COLUMN_RIGHT },
        { "Plateau", COLUMN_LEFT },
    };
    table *t = table_new(columns, sizeof columns / sizeof *columns);

    for (uint32_t i = 0; i < count; i++) {
        table_cell(t, "%.3f", levels[i].resolution);
        table_cell(t, "%u", levels[i].n_clusters);
        table_cell(t, "%u", levels[i].largest);
        table_cell(t, "%u", levels[i].n_alone);
        table_cell(t, "%.4f", levels[i].modularity);
        table_cell(t, "%.3f", levels[i].change);
        table_cell(t, "%s", levels[i].in_plateau ? "|" : "");
        if (levels[i].chosen)
            table_lead(t);
    }
    table_print(t, stdout);
    table_free(t);
    puts("\n* stands for the longest plateau, the scale at which the clusters hold.");
}

int cluster_view_levels(const view *v, const cli_settings *settings,
                        const suitor_cluster_options *options)
{
    suitor_level *levels;
    uint32_t count;
    suitor_error err;

    if (suitor_cluster_levels(v->market, options, &levels, &count, &err) != SUITOR_OK)
        return say_error(&err);
    if (settings->json) {
        json_print(levels_json(v, levels, count));
    } else if (count == 0) {
        puts("No clusters: no two clubs want the same player.");
    } else {
        view_print_title(v, "Clusters by resolution");
        print_levels(levels, count);
    }
    free(levels);
    return STATUS_DONE;
}
