/* A folder of a test's own, with the gold files that the test writes. */
#ifndef TESTS_EVALUATE_FILES_H
#define TESTS_EVALUATE_FILES_H

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "buf.h"
#include "table.h"

static char folder[64];

static int files_make(void **state)
{
    (void)state;
    strcpy(folder, "/tmp/suitor-evaluate-XXXXXX");
    return mkdtemp(folder) ? 0 : -1;
}

static int files_remove(void **state)
{
    char command[96];

    (void)state;
    snprintf(command, sizeof command, "rm -rf '%s'", folder);
    return system(command);
}

/* The path of `name` in the folder; static, until the next call. */
static inline const char *files_path(const char *name)
{
    static char path[128];

    snprintf(path, sizeof path, "%s/%s", folder, name);
    return path;
}

/* Write the file anew; its path. */
static inline const char *files_put(const char *name, const char *content)
{
    const char *path = files_path(name);
    FILE *out = fopen(path, "wb");

    assert_non_null(out);
    assert_true(fputs(content, out) >= 0);
    assert_int_equal(fclose(out), 0);
    return path;
}

/* Gather the messages in the buf `user`, without the folder, a line each. */
static inline void files_problem(const suitor_error *problem, void *user)
{
    const char *at = strstr(problem->message, folder);
    const char *rest = at == problem->message ? at + strlen(folder) + 1 : problem->message;

    buf_add(user, rest);
    buf_char(user, '\n');
}

#endif
