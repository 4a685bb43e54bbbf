/* An article while it is put together. Several places of an input may tell the same
 * thing (a page's title stands in a meta tag, a heading and <title>); each is offered
 * with a rank, and the lowest rank wins. */
#ifndef READ_DRAFT_H
#define READ_DRAFT_H

#include "suitor/date.h"
#include "suitor/sv.h"

typedef enum {
    FIELD_ID,
    FIELD_URL,
    FIELD_OUTLET,
    FIELD_TITLE,
    FIELD_TEXT,
    FIELD_HTML, /* of which the text is read where there is none */
    FIELD_DAY,  /* only `day` and its rank are used */
    N_FIELDS
} field;

/* Views are borrowed from the input or the reader's arena. */
typedef struct {
    suitor_sv value[N_FIELDS];
    unsigned rank[N_FIELDS]; /* 1 + the rank of what stands; 0 while nothing does */
    int32_t day;             /* meaningful only with rank[FIELD_DAY] */
} draft;

/* Put `value` in unless as good a one is there. A blank value, a date that is not
 * understood and an address other than http(s) do not count. All but the text lose
 * the white space at their ends. */
void draft_offer(draft *d, field f, unsigned rank, suitor_sv value);

/* The same for a day that is known already; SUITOR_NO_DAY does not count. */
void draft_offer_day(draft *d, unsigned rank, int32_t day);

#endif
