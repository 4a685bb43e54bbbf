/* Leagues out of data/gazetteer: codes in leagues.tsv, a code a club in clubs/<country>.tsv. The
 * first club of a name wins, as in the order of the files' names. */
#include "leagues.h"

#include <stdio.h>
#include <stdlib.h>

#include "fail.h"
#include "grow.h"
#include "suitor/extractor.h"
#include "tsv.h"

static const char leagues_header[] = "code name country level aliases";
static const char clubs_header[] = "name league city stadiums aliases nicknames tags colours";

static suitor_status no_memory(const tsv *t, suitor_error *err)
{
    return fail(err, SUITOR_ERR_NOMEM, "%s: no memory for leagues", t->path);
}

static suitor_status read_league(void *user, const tsv *t, const suitor_sv *fields,
                                 suitor_error *err)
{
    league_table *table = user;
    suitor_sv name = arena_copy(&table->memory, fields[1]);

    if (!name.ptr || !grow(&table->names, &table->cap_names, table->n_names + 1, sizeof name) ||
        !strmap_put(&table->codes, fields[0], table->n_names, NULL))
        return no_memory(t, err);
    table->names[table->n_names++] = name;
    return SUITOR_OK;
}

static suitor_status read_club(void *user, const tsv *t, const suitor_sv *fields, suitor_error *err)
{
    league_table *table = user;
    uint32_t league;

    if (strmap_get(&table->codes, fields[1], &league) &&
        !strmap_put(&table->clubs, fields[0], league, NULL))
        return no_memory(t, err);
    return SUITOR_OK;
}

suitor_status leagues_load(const char *data_dir, league_table *out, suitor_error *err)
{
    char path[4096];
    suitor_status st;

    if (!data_dir)
        data_dir = suitor_data_dir();
    snprintf(path, sizeof path, "%s/gazetteer/leagues.tsv", data_dir);
    st = tsv_each(path, leagues_header, read_league, out, err);
    if (st == SUITOR_ERR_NOTFOUND)
        return SUITOR_OK;
    snprintf(path, sizeof path, "%s/gazetteer/clubs", data_dir);
    return st == SUITOR_OK ? tsv_each_in(path, clubs_header, read_club, out, err) : st;
}

void leagues_clear(league_table *table)
{
    strmap_free(&table->clubs);
    strmap_free(&table->codes);
    arena_free(&table->memory);
    free(table->names);
    *table = (league_table){ 0 };
}

suitor_sv leagues_of(const league_table *table, suitor_sv name)
{
    uint32_t league;

    if (!strmap_get(&table->clubs, name, &league))
        return suitor_sv_make("", 0);
    return table->names[league];
}
