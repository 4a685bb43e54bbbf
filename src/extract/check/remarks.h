/* Inner to check/: what is understood and yet of no use. */
#ifndef EXTRACT_REMARKS_H
#define EXTRACT_REMARKS_H

#include "check/entries.h"

/* Zeroed it is ready. */
typedef struct {
    suitor_sv *texts;
    uint32_t n_texts, cap;
    arena memory;
} remark_list;

suitor_status remarks_make(remark_list *list, const lexicon *lex, const lexicon_origins *origins,
                           suitor_error *err);

void remarks_free(remark_list *list);

#endif
