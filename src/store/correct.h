/* Making a correction: what the files of it share. */
#ifndef STORE_CORRECT_H
#define STORE_CORRECT_H

#include "overlay.h"

/* One in the making; texts are in `memory` or the wish's. */
typedef struct {
    suitor_store *store;
    const suitor_correction_wish *wish;
    suitor_error *err;
    arena memory;
    overlay overlay;               /* as it was before */
    int64_t subject, object, club; /* 0 for none */
    suitor_kind kind;              /* of the subject */
    suitor_sv subject_name, object_name, club_name;
    int32_t known;  /* last day that the store knows of */
    int64_t number; /* once it is put */
} correcting;

/* Put the row; `number` is set then. */
suitor_status correct_put(correcting *c);

/* Reject, restore, and split in articles: choose the places, put the row and them. */
suitor_status correct_claims(correcting *c);
suitor_status correct_articles(correcting *c);

#endif
