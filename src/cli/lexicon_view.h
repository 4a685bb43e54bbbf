/* What a check of the lexicon found, as tables or JSON. */
#ifndef CLI_LEXICON_VIEW_H
#define CLI_LEXICON_VIEW_H

#include "cli.h"

/* The entries that are shown, in the order in which they are. */
typedef struct {
    const suitor_lexicon_check *check;
    const suitor_lexicon_entry **shown; /* owned: release with free() */
    uint32_t n_shown;                   /* after all limits */
    uint32_t n_chosen;                  /* before --top */
    bool with_counts;                   /* articles were read */
    uint64_t n_articles, n_skipped;
} lexicon_view;

void lexicon_print(const lexicon_view *v);
int lexicon_print_json(const lexicon_view *v);

#endif
