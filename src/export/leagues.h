/* In which league clubs play, from the gazetteer. */
#ifndef EXPORT_LEAGUES_H
#define EXPORT_LEAGUES_H

#include "arena.h"
#include "strmap.h"
#include "suitor/status.h"

typedef struct {
    strmap clubs;     /* name → index of the league */
    strmap codes;     /* code → index of the league */
    suitor_sv *names; /* owned array, of views into `memory` */
    uint32_t n_names, cap_names;
    arena memory;
} league_table;

/* Read DATA_DIR/gazetteer/leagues.tsv and the clubs beside it (NULL: suitor_data_dir()). What is
 * not there gives an empty table. Zeroed `out` is released with leagues_clear(), after a failure
 * too. */
suitor_status leagues_load(const char *data_dir, league_table *out, suitor_error *err);
void leagues_clear(league_table *table);

/* Name of the league of the club called `name`, empty where it is not known. */
suitor_sv leagues_of(const league_table *table, suitor_sv name);

#endif
