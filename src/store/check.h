/* Facts are taken from a caller, and only whole ones are stored. */
#ifndef STORE_CHECK_H
#define STORE_CHECK_H

#include "suitor/extraction.h"

/* SUITOR_ERR_INVALID unless every index, span and code of `facts` is in range. */
suitor_status facts_check(const suitor_article *article, const suitor_facts *facts,
                          suitor_error *err);

#endif
