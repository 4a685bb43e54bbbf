/* dump store DB | rumours CSV | aged CSV - a market's graph and what is found in it, as JSON
 * with every digit, for check.py to hold against other programs.
 *
 * `rumours` takes every row of a table of rumours for fresh, `aged` by its date. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "csv.h"
#include "file.h"
#include "market_fixture.h"
#include "suitor.h"

static void must(suitor_status st, const suitor_error *err)
{
    if (st == SUITOR_OK)
        return;
    fprintf(stderr, "%s\n", err->message);
    exit(1);
}

static const char *text_of(arena *memory, suitor_sv field) { return arena_copy(memory, field).ptr; }

/* A row says who wants him, and whose he is. */
static void add_rumours(ledger_fixture *f, const char *path, bool aged, arena *memory)
{
    suitor_sv bytes, fields[CSV_MAX_FIELDS];
    suitor_error err;
    bool more;
    csv t;

    must(file_read(path, UINT64_C(1) << 26, memory, &bytes, &err), &err);
    must(csv_begin(&t, path, bytes, memory, &err), &err);
    int player = csv_column(&t, "player"), club = csv_column(&t, "interested_club");
    int owner = csv_column(&t, "current_club"), created = csv_column(&t, "created");
    for (must(csv_next(&t, fields, &more, &err), &err); more;
         must(csv_next(&t, fields, &more, &err), &err)) {
        const char *date = aged ? text_of(memory, fields[created]) : "2025-05-22";
        const char *article = arena_printf(memory, "line %u", t.line);
        const char *name = text_of(memory, fields[player]);
        const fixture_claim claims[] = {
            { date, article, "Transfermarkt", name, text_of(memory, fields[club]), SUITOR_INTEREST,
              SUITOR_KEEN, SUITOR_REPORTED, 1 },
            { date, article, "Transfermarkt", name, text_of(memory, fields[owner]),
              SUITOR_PLAYS_FOR, SUITOR_OWNED, SUITOR_FIRM, 1 },
        };
        fixture_add(f, claims, 2);
    }
}

static double milliseconds(clock_t since)
{
    return 1000.0 * (double)(clock() - since) / CLOCKS_PER_SEC;
}

static void print_edges(const suitor_market *market)
{
    uint32_t n;
    const suitor_edge *edges = suitor_market_edges(market, &n);

    printf("\"edges\":[");
    for (uint32_t i = 0; i < n; i++)
        printf("%s[%u,%u,%.17g]", i ? "," : "", edges[i].player, edges[i].club, edges[i].weight);
    printf("],\n");
}

static void print_clusters(const suitor_market *market, double resolution)
{
    suitor_cluster_options options = SUITOR_CLUSTER_OPTIONS_INIT;
    const suitor_ledger *ledger = suitor_market_ledger(market);
    suitor_clustering *c = NULL;
    suitor_error err;

    options.resolution = resolution;
    clock_t begin = clock();
    must(suitor_clusters(market, &options, &c, &err), &err);
    printf("{\"milliseconds\":%.3f,\"resolution\":%.17g,\"modularity\":%.17g,\"quality\":%.17g,",
           milliseconds(begin), c->resolution, c->modularity, c->quality);
    printf("\"membership\":[");
    for (uint32_t i = ledger->n_players; i < ledger->n_entities; i++) {
        uint32_t cluster = suitor_cluster_of(c, i);
        printf("%s%d", i > ledger->n_players ? "," : "",
               cluster == SUITOR_NO_INDEX ? -1 : (int)cluster);
    }
    printf("],\n\"names\":[");
    for (uint32_t i = 0; i < c->n_clusters; i++)
        printf("%s\"%s\"", i ? "," : "", c->clusters[i].name);
    printf("],\n\"pairs\":[");
    for (uint32_t i = 0; i < c->n_pairs; i++)
        printf("%s[%u,%u,%.17g,%u]", i ? "," : "", c->pairs[i].club, c->pairs[i].rival,
               c->pairs[i].rivalry, c->pairs[i].n_meetings);
    printf("]}");
    suitor_clustering_free(c);
}

/* The odds of every pair that meets, by the clusters at resolution 1. */
static void print_odds(const suitor_market *market)
{
    suitor_cluster_options options = SUITOR_CLUSTER_OPTIONS_INIT;
    suitor_clustering *c = NULL;
    suitor_chance *chance = NULL;
    suitor_error err;

    options.resamples = 0;
    must(suitor_clusters(market, &options, &c, &err), &err);
    clock_t begin = clock();
    must(suitor_chance_new(market, &chance, &err), &err);
    printf("\"chance_milliseconds\":%.3f,\"odds\":[", milliseconds(begin));
    for (uint32_t i = 0; i < c->n_pairs; i++) {
        suitor_odds o = suitor_chance_of(chance, c->pairs[i].club, c->pairs[i].rival);
        printf("%s[%u,%u,%u,%.17g,%.17g,%.17g,%.17g]", i ? "," : "", c->pairs[i].club,
               c->pairs[i].rival, o.n_meetings, o.expected, o.z, o.p, o.q);
    }
    printf("]");
    suitor_chance_free(chance);
    suitor_clustering_free(c);
}

static void print_ranks(const suitor_market *market)
{
    suitor_error err;
    bool first = true;

    printf("\"ranks\":[");
    for (int kind = 0; kind < SUITOR_N_KINDS; kind++) {
        suitor_centrality *all = NULL;
        uint32_t n;
        must(suitor_centralities(market, (suitor_kind)kind, 0, &all, &n, &err), &err);
        for (uint32_t i = 0; i < n; i++, first = false)
            printf("%s[%u,%.17g,%.17g]", first ? "" : ",", all[i].entity, all[i].rank,
                   all[i].strength);
        free(all);
    }
    printf("],\n");
}

/* Of the most central clubs. */
static void print_prospects(const suitor_market *market)
{
    suitor_centrality *clubs = NULL;
    suitor_prospect *found = NULL;
    suitor_error err;
    uint32_t n_clubs, n;

    must(suitor_centralities(market, SUITOR_KIND_CLUB, 5, &clubs, &n_clubs, &err), &err);
    printf("\"prospects\":[");
    for (uint32_t c = 0; c < n_clubs; c++) {
        must(suitor_prospects(market, clubs[c].entity, 20, &found, &n, &err), &err);
        printf("%s[%u,[", c ? "," : "", clubs[c].entity);
        for (uint32_t i = 0; i < n; i++)
            printf("%s[%u,%.17g]", i ? "," : "", found[i].player, found[i].rank);
        printf("]]");
        free(found);
    }
    printf("],\n");
    free(clubs);
}

static void print_brokers(const suitor_market *market)
{
    suitor_cluster_options options = SUITOR_CLUSTER_OPTIONS_INIT;
    suitor_clustering *c = NULL;
    suitor_broker *found = NULL;
    suitor_error err;
    uint32_t n;

    options.resamples = 0;
    must(suitor_clusters(market, &options, &c, &err), &err);
    must(suitor_brokers(market, c, 0, &found, &n, &err), &err);
    printf("\"brokers\":[");
    for (uint32_t i = 0; i < n; i++)
        printf("%s[%u,%.17g,%.17g]", i ? "," : "", found[i].club, found[i].betweenness,
               found[i].participation);
    printf("],\n");
    free(found);
    suitor_clustering_free(c);
}

static void dump(const suitor_market *market)
{
    const suitor_ledger *ledger = suitor_market_ledger(market);

    printf("{\"n_players\":%u,\"n_entities\":%u,\n", ledger->n_players, ledger->n_entities);
    print_edges(market);
    printf("\"clusters\":[");
    print_clusters(market, 1);
    printf(",\n");
    print_clusters(market, 2);
    printf("],\n");
    print_ranks(market);
    print_prospects(market);
    print_brokers(market);
    print_odds(market);
    printf("}\n");
}

static void dump_store(const char *path)
{
    suitor_store *store = NULL;
    suitor_ledger *ledger = NULL;
    suitor_model *model = NULL;
    suitor_market *market = NULL;
    suitor_error err;

    must(suitor_store_open(path, SUITOR_STORE_READ, &store, &err), &err);
    must(suitor_store_ledger(store, SUITOR_NO_DAY, &ledger, &err), &err);
    must(suitor_model_load(NULL, &model, &err), &err);
    must(suitor_market_build(ledger, model, &market, &err), &err);
    dump(market);
    suitor_market_free(market);
    suitor_model_free(model);
    suitor_ledger_free(ledger);
    suitor_store_close(store);
}

static void dump_rumours(const char *path, bool aged)
{
    market_fixture f = { 0 };
    arena memory = { 0 };

    add_rumours(&f.claims, path, aged, &memory);
    market_build(&f, "2025-05-22");
    dump(f.market);
    market_clear(&f);
    arena_free(&memory);
}

int main(int argc, char **argv)
{
    if (argc != 3)
        return 2;
    if (strcmp(argv[1], "store") == 0)
        dump_store(argv[2]);
    else
        dump_rumours(argv[2], strcmp(argv[1], "aged") == 0);
    return 0;
}
