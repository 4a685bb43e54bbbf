/* What a picture is of, as options say it. */
#ifndef CLI_SUBJECT_H
#define CLI_SUBJECT_H

#include "options.h"
#include "view.h"

/* What was asked for; NULL or 0 where it was not. */
typedef struct {
    const char *const *focus; /* names: a player, a club, or two clubs */
    uint32_t n_focus;
    const char *cluster; /* its number or name, or the name of a member */
    const char *move;    /* to be simulated */
    const char *chain;   /* where chains begin */
    bool rivals;
} subject_wish;

/* Whether the options name one subject, and one that can be had: what is not `drawn`, data and
 * pages, is of the market or of one focus. Says so where not. */
bool subject_is_one(const subject_wish *wish, bool drawn);

/* What the names of the wish mean in a market. */
typedef struct {
    suitor_export_options options;
    suitor_chain *chains; /* to be drawn in place of the market; owned */
    uint32_t n_chains;
    char *title; /* of these, owned; NULL where there are none */
    suitor_do done;
    suitor_simulation simulation;
} subject;

/* `out` comes with the options that are not about the subject. Returns an exit status, having said
 * what went wrong; subject_clear() in either case. */
int subject_find(const view *v, const subject_wish *wish, subject *out);
void subject_clear(subject *s);

#endif
