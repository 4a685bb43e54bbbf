/* A market at a date, opened from the store with everything it rests on. */
#ifndef CLI_VIEW_H
#define CLI_VIEW_H

#include "cli.h"

typedef struct {
    suitor_store *store;
    suitor_ledger *ledger;
    suitor_model *model;
    suitor_market *market;
} view;

/* Open what `settings` ask for. Returns an exit status, having said what went
 * wrong; view_close() in either case. */
int view_open(const cli_settings *settings, view *out);

/* The same where only player `name` is asked about, which is quicker: of others the view tells
 * nothing. Where `kind` is SUITOR_N_KINDS and the name is a club's, the whole market is opened. */
int view_open_about(const cli_settings *settings, const char *name, suitor_kind kind, view *out);

/* The same where only that player and that club are asked about. */
int view_open_pair(const cli_settings *settings, const char *player, const char *club, view *out);

/* The same of the players of the article called `name`, whose number in the store is *id. */
int view_open_article(const cli_settings *settings, const char *name, view *out, int64_t *id);
void view_close(view *v);

/* Find `name` among entities of `kind` (SUITOR_N_KINDS: of both). Returns an exit
 * status: STATUS_USAGE, and said so, for a name that is unknown or ambiguous. */
int view_find(const view *v, const char *name, suitor_kind kind, uint32_t *entity);

static inline const suitor_entity *view_entity(const view *v, uint32_t entity)
{
    return &v->ledger->entities[entity];
}

/* Name of `entity`; empty for SUITOR_NO_INDEX. */
suitor_sv view_name(const view *v, uint32_t entity);

/* Print `title`, which is clean, with the day, and an empty line. */
void view_print_title(const view *v, const char *title);

/* Name of `entity` fit for a terminal; release with free(). */
char *view_clean_name(const view *v, uint32_t entity);

#endif
