/* The real data folder without what is learned: what the phrases of the lexicon tell by
 * themselves. */
#ifndef TESTS_EXTRACT_PHRASES_H
#define TESTS_EXTRACT_PHRASES_H

#include "scratch.h"
#include "suitor/extractor.h"
#include "told.h"

static int phrases_setup(void **state)
{
    char command[2048];

    if (scratch_make(state) != 0)
        return -1;
    snprintf(command, sizeof command,
             "cd '%s' && rm -r gazetteer lexicon/en/*.* lexicon/en/cues && "
             "ln -s '%s'/gazetteer . && ln -s '%s'/lexicon/en/*.* '%s'/lexicon/en/cues lexicon/en",
             scratch, suitor_data_dir(), suitor_data_dir(), suitor_data_dir());
    if (system(command) != 0)
        return -1;
    told_load(scratch);
    return 0;
}

static int phrases_teardown(void **state)
{
    told_clear();
    return scratch_remove(state);
}

#endif
