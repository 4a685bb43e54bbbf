/* Rows of one article. */
#ifndef STORE_PUT_H
#define STORE_PUT_H

#include "db.h"

/* Put what was read out of the article with the store's id `article`; the facts
 * have passed facts_check(). */
suitor_status facts_put(suitor_store *store, int64_t article, const suitor_facts *facts,
                        suitor_error *err);

#endif
