/* bench_market STORE [EDGES]: how long a store takes to become a market, beside merely stepping
 * through the same rows.
 *
 * Prints lines of NAME VALUE, in seconds of the processor; EDGES is written: the interest
 * edges as player, club, weight.
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include <sqlite3.h>

#include "suitor/market.h"
#include "suitor/store.h"

enum { TIMES = 3 };

static void must(bool ok, const char *what)
{
    if (ok)
        return;
    fprintf(stderr, "bench_market: %s\n", what);
    exit(1);
}

static double seconds(void)
{
    struct timespec t;

    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

/* All that a ledger is made of, as src/store/statements.c asks for it. */
static const char *const questions[] = {
    "SELECT id, day, digest, name, outlet, url, title FROM article ORDER BY id",
    "SELECT id, kind, folded FROM entity ORDER BY id",
    "SELECT id, entity, text FROM spelling ORDER BY id",
    "SELECT id, article, spelling, club, position, age FROM article_player ORDER BY id",
    "SELECT id, player, club, relation FROM claim ORDER BY id",
    "SELECT id, claim, source, stage, hedge, confidence FROM evidence ORDER BY id",
    "SELECT evidence, article FROM evidence_copy",
    "SELECT id, name FROM source ORDER BY id",
};

static int64_t look_at(sqlite3_stmt *row)
{
    int64_t sum = 0;

    for (int i = 0; i < sqlite3_column_count(row); i++)
        switch (sqlite3_column_type(row, i)) {
        case SQLITE_INTEGER: sum += sqlite3_column_int64(row, i); break;
        case SQLITE_FLOAT: sum += (int64_t)sqlite3_column_double(row, i); break;
        case SQLITE_NULL: break;
        default: sum += (sqlite3_column_blob(row, i) != NULL) + sqlite3_column_bytes(row, i);
        }
    return sum;
}

static int64_t step_all(const char *path)
{
    sqlite3 *db;
    int64_t sum = 0;

    must(sqlite3_open_v2(path, &db, SQLITE_OPEN_READONLY, NULL) == SQLITE_OK, "can't open it");
    for (size_t i = 0; i < sizeof questions / sizeof *questions; i++) {
        sqlite3_stmt *row;
        must(sqlite3_prepare_v2(db, questions[i], -1, &row, NULL) == SQLITE_OK, questions[i]);
        while (sqlite3_step(row) == SQLITE_ROW)
            sum += look_at(row);
        sqlite3_finalize(row);
    }
    sqlite3_close(db);
    return sum;
}

static void write_edges(const suitor_market *market, const char *path)
{
    FILE *out = fopen(path, "w");
    uint32_t n;
    const suitor_edge *edges = suitor_market_edges(market, &n);

    must(out, "can't write the edges");
    for (uint32_t i = 0; i < n; i++)
        fprintf(out, "%u %u %.9g\n", edges[i].player, edges[i].club, edges[i].weight);
    must(fclose(out) == 0, "can't write the edges");
}

/* A market out of the store; adds to the seconds of the ledger and of the graph. */
static void load(const char *path, const suitor_model *model, const char *edges, double *ledger_s,
                 double *market_s)
{
    suitor_store *store;
    suitor_ledger *ledger;
    suitor_market *market;
    suitor_error err;
    double begin = seconds();

    must(suitor_store_open(path, SUITOR_STORE_READ, &store, &err) == SUITOR_OK, err.message);
    must(suitor_store_ledger(store, SUITOR_NO_DAY, &ledger, &err) == SUITOR_OK, err.message);
    *ledger_s = fmin(*ledger_s, seconds() - begin);
    begin = seconds();
    must(suitor_market_build(ledger, model, &market, &err) == SUITOR_OK, err.message);
    *market_s = fmin(*market_s, seconds() - begin);
    if (edges) {
        uint32_t n;
        suitor_market_edges(market, &n);
        write_edges(market, edges);
        printf("rows %u\nedges %u\n", ledger->n_rows, n);
    }
    suitor_market_free(market);
    suitor_ledger_free(ledger);
    suitor_store_close(store);
}

int main(int argc, char **argv)
{
    double step_s = INFINITY, ledger_s = INFINITY, market_s = INFINITY;
    suitor_model *model;
    suitor_error err;
    int64_t sum = 0;

    must(argc == 2 || argc == 3, "usage: bench_market STORE [EDGES]");
    must(suitor_model_load(NULL, &model, &err) == SUITOR_OK, err.message);
    for (int i = 0; i < TIMES; i++) {
        double begin = seconds();
        sum += step_all(argv[1]);
        step_s = fmin(step_s, seconds() - begin);
        load(argv[1], model, i == 0 && argc == 3 ? argv[2] : NULL, &ledger_s, &market_s);
    }
    suitor_model_free(model);
    printf("step_s %.3f\nledger_s %.3f\nmarket_s %.3f\nsum %lld\n", step_s, ledger_s, market_s,
           (long long)sum);
    return 0;
}
