/* Inner to lexicon/: calls as they are taken down, and their tables. */
#ifndef EXTRACT_CALLS_H
#define EXTRACT_CALLS_H

#include "lexicon/lexicon.h"

typedef struct {
    uint32_t first, second; /* words; no second of one alone */
    call call;
} call_draft_row;

typedef struct {
    call_draft_row *rows;
    uint32_t n_rows, rows_cap;
    uint16_t *numbers; /* of needed elements, by the first of their sequences; 0 not needed */
    uint32_t n_needed;
} call_drafts;

/* The number of a needed element; NO_NEED when there are too many. */
uint32_t need_number(call_drafts *d, const element *e);

/* False when out of memory. */
bool call_draft(call_drafts *d, uint32_t first, uint32_t second, const call *c);

/* Make of them the calls, and all that leads to them. False when out of memory. */
bool calls_arrange(call_drafts *d, lexicon *lex);
void call_drafts_free(call_drafts *d);

#endif
