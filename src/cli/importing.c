#include "importing.h"

#include <string.h>

#include "progress.h"
#include "say.h"

void import_on_problem(const suitor_error *problem, void *user)
{
    progress_clear(user);
    say("%s", problem->message);
}

bool import_on_progress(const suitor_ingest_stats *so_far, void *user)
{
    progress_show(user, so_far);
    return true;
}

bool import_read_map(const char *text, suitor_import_column out[IMPORT_MOST_COLUMNS], uint32_t *n)
{
    for (*n = 0; *text; ++*n) {
        size_t len = strcspn(text, ","), at = strcspn(text, "=");
        if (at >= len || at == 0 || *n == IMPORT_MOST_COLUMNS) {
            say("--map: expected FIELD=COLUMN, separated by commas, got '%.*s'", (int)len, text);
            return false;
        }
        out[*n] = (suitor_import_column){ suitor_sv_make(text, at),
                                          suitor_sv_make(text + at + 1, len - at - 1) };
        text += len + (text[len] == ',');
    }
    return true;
}
