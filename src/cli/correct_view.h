/* Corrections, printed. */
#ifndef CLI_CORRECT_VIEW_H
#define CLI_CORRECT_VIEW_H

#include "cli.h"

/* The correction of that number, or all of them. All return an exit status. */
int correct_view_one(const suitor_corrections *all, int64_t number);
int correct_view_list(const suitor_corrections *all);
int correct_view_one_json(const suitor_corrections *all, int64_t number);
int correct_view_list_json(const suitor_corrections *all);

#endif
