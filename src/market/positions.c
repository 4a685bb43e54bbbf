/* How well players of one position do where one of another is sought: positions.tsv. */
#include <stdio.h>

#include "fail.h"
#include "market_inner.h"
#include "number.h"
#include "tsv.h"

enum { MAX_PATH = 4096 };

static const char header[] = "sought ? GK CB LB RB FB DF DM CM AM MF LW RW W ST FW";

typedef struct {
    double (*fits)[SUITOR_N_POSITIONS];
    bool seen[SUITOR_N_POSITIONS];
} loader;

static suitor_status read_row(void *user, const tsv *t, const suitor_sv *fields, suitor_error *err)
{
    loader *l = user;
    suitor_position sought = SUITOR_POS_NONE;

    if (!suitor_sv_equal(fields[0], suitor_sv_of("?")) &&
        !suitor_position_parse(fields[0], &sought))
        return fail(err, SUITOR_ERR_PARSE, "%s:%u: \"%.*s\" is no position", t->path, t->line,
                    SUITOR_SV_ARG(fields[0]));
    for (int has = 0; has < SUITOR_N_POSITIONS; has++)
        if (!number_read(fields[has + 1], &l->fits[sought][has]) || l->fits[sought][has] > 1)
            return fail(err, SUITOR_ERR_PARSE, "%s:%u: \"%.*s\" is no number from 0 to 1", t->path,
                        t->line, SUITOR_SV_ARG(fields[has + 1]));
    l->seen[sought] = true;
    return SUITOR_OK;
}

suitor_status positions_load(const char *data_dir,
                             double fits[SUITOR_N_POSITIONS][SUITOR_N_POSITIONS], suitor_error *err)
{
    char path[MAX_PATH];
    loader l = { .fits = fits };

    snprintf(path, sizeof path, "%s/positions.tsv", data_dir);
    suitor_status st = tsv_each(path, header, read_row, &l, err);
    for (int p = 0; st == SUITOR_OK && p < SUITOR_N_POSITIONS; p++)
        if (!l.seen[p])
            st = fail(err, SUITOR_ERR_PARSE, "%s: no line tells who does where %s is sought", path,
                      p ? suitor_position_name((suitor_position)p) : "?");
    return st;
}

double market_position_fit(const suitor_market *market, suitor_position a, suitor_position b)
{
    return market->model->fits[b][a];
}
