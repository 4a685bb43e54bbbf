/* suitor brokers: clubs that join clusters. */
#include <stdio.h>
#include <stdlib.h>

#include "ranking.h"
#include "say.h"

static const cli_spec spec = {
    .usage = "brokers",
    .about = "Clubs that join competition clusters which else have little to do with each\n"
             "other, by the share of the shortest ways between two other clubs that pass\n"
             "them; with the cluster they are in and their closest rival outside.",
    .options = ranking_options,
    .examples = "  suitor brokers\n"
                "  suitor --json brokers --top 5\n",
    .takes_at = true,
};

static suitor_sv cluster_name(const suitor_clustering *clusters, uint32_t cluster)
{
    return suitor_sv_of(cluster == SUITOR_NO_INDEX ? "" : clusters->clusters[cluster].name);
}

static cJSON *brokers_json(const view *v, const suitor_clustering *clusters,
                           const suitor_broker *all, uint32_t n)
{
    cJSON *o = cJSON_CreateObject(), *list;

    json_add_day(o, "at", suitor_market_day(v->market));
    list = cJSON_AddArrayToObject(o, "brokers");
    for (uint32_t i = 0; i < n; i++) {
        cJSON *one = cJSON_CreateObject();
        json_add_text(one, "club", view_name(v, all[i].club));
        json_add_text(one, "cluster", cluster_name(clusters, all[i].cluster));
        json_add_number(one, "betweenness", all[i].betweenness);
        json_add_number(one, "participation", all[i].participation);
        json_add_number(one, "outside", all[i].outside);
        cJSON_AddNumberToObject(one, "clusters", all[i].n_clusters);
        cJSON_AddNumberToObject(one, "origins", all[i].n_origins);
        cJSON_AddNumberToObject(one, "articles", all[i].n_articles);
        json_add_text(one, "far_rival", view_name(v, all[i].far_rival));
        json_add_text(one, "far_cluster",
                      cluster_name(clusters, suitor_cluster_of(clusters, all[i].far_rival)));
        cJSON_AddItemToArray(list, one);
    }
    return o;
}

static void print(const view *v, const suitor_clustering *clusters, const suitor_broker *all,
                  uint32_t n)
{
    static const table_column columns[] = {
        { "Club", COLUMN_NAME },     { "Between", COLUMN_RIGHT }, { "Spread", COLUMN_RIGHT },
        { "Outside", COLUMN_RIGHT }, { "Of", COLUMN_NAME },       { "Meets", COLUMN_NAME },
        { "Orig.", COLUMN_RIGHT },   { "Art.", COLUMN_RIGHT },
    };
    table *t;

    if (n == 0) {
        puts("Nobody: no club has rivals in a cluster other than its own.");
        return;
    }
    t = table_new(columns, sizeof columns / sizeof *columns);
    view_print_title(v, "Clubs between clusters");
    for (uint32_t i = 0; i < n; i++) {
        table_name(t, view_name(v, all[i].club));
        table_cell(t, "%.3f", all[i].betweenness);
        table_cell(t, "%.2f", all[i].participation);
        table_cell(t, "%.4f", all[i].outside);
        table_name(t, cluster_name(clusters, all[i].cluster));
        table_name(t, view_name(v, all[i].far_rival));
        table_cell(t, "%u", all[i].n_origins);
        table_cell(t, "%u", all[i].n_articles);
    }
    table_print(t, stdout);
    table_free(t);
}

static int show(const view *v, const cli_settings *settings, const char *name, uint32_t top)
{
    suitor_cluster_options options = SUITOR_CLUSTER_OPTIONS_INIT;
    suitor_clustering *clusters = NULL;
    suitor_broker *found = NULL;
    uint32_t n = 0;
    suitor_error err;
    int status = STATUS_DONE;

    (void)name; /* it takes none */
    options.resamples = 0;
    if (suitor_clusters(v->market, &options, &clusters, &err) != SUITOR_OK ||
        suitor_brokers(v->market, clusters, top, &found, &n, &err) != SUITOR_OK)
        status = say_error(&err);
    else if (settings->json)
        json_print(brokers_json(v, clusters, found, n));
    else
        print(v, clusters, found, n);
    free(found);
    suitor_clustering_free(clusters);
    return status;
}

int cmd_brokers(cli_settings *settings, int argc, char **argv)
{
    return ranking_run(&spec, show, settings, argc, argv);
}
