/* A data folder of a test's own: the gazetteer and words of tests/extract/data, with
 * single files written anew. */
#ifndef TESTS_EXTRACT_SCRATCH_H
#define TESTS_EXTRACT_SCRATCH_H

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "table.h"

static char scratch[64];

/* Copy tests/extract/data to a folder under /tmp. */
static int scratch_make(void **state)
{
    char command[512];

    (void)state;
    strcpy(scratch, "/tmp/suitor-extract-XXXXXX");
    if (!mkdtemp(scratch))
        return -1;
    snprintf(command, sizeof command,
             "cp -r '%s/extract/data/.' '%s' && mkdir '%s/lexicon/en/cues'", SUITOR_TESTS_DIR,
             scratch, scratch);
    return system(command);
}

static int scratch_remove(void **state)
{
    char command[96];

    (void)state;
    snprintf(command, sizeof command, "rm -rf '%s'", scratch);
    return system(command);
}

/* Write the file `name` ("lexicon/en/verbs.json") anew. */
static inline void scratch_put(const char *name, const char *content)
{
    char path[256];

    snprintf(path, sizeof path, "%s/%s", scratch, name);
    FILE *out = fopen(path, "wb");
    assert_non_null(out);
    assert_int_equal(fputs(content, out) >= 0, 1);
    assert_int_equal(fclose(out), 0);
}

/* Take the file away, or put it back as it was. */
static inline void scratch_drop(const char *name)
{
    char path[256];

    snprintf(path, sizeof path, "%s/%s", scratch, name);
    assert_int_equal(unlink(path), 0);
}

static inline void scratch_restore(const char *name)
{
    char command[512];

    snprintf(command, sizeof command, "cp '%s/extract/data/%s' '%s/%s'", SUITOR_TESTS_DIR, name,
             scratch, name);
    assert_int_equal(system(command), 0);
}

#endif
