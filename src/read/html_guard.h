/* A look at a page before libxml2 gets it. */
#ifndef READ_HTML_GUARD_H
#define READ_HTML_GUARD_H

#include <stdbool.h>

#include "suitor/sv.h"

/* Whether no tag has more attributes than any page needs: libxml2 2.9 compares each with
 * all before it, so that 200,000 of them take minutes. O(page bytes). */
bool guard_passes(suitor_sv page);

#endif
