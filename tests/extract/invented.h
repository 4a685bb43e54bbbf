/* The extractor on the invented clubs and players of tests/extract/data, with cues of the
 * test's own. */
#ifndef TESTS_EXTRACT_INVENTED_H
#define TESTS_EXTRACT_INVENTED_H

#include "scratch.h"
#include "told.h"

static inline int invented_load(void **state, const char *cues)
{
    if (scratch_make(state) != 0)
        return -1;
    scratch_put("lexicon/en/cues/test.json", cues);
    told_load(scratch);
    return 0;
}

static inline int invented_drop(void **state)
{
    told_clear();
    return scratch_remove(state);
}

#endif
