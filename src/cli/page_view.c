/* The page as one file, with a line of progress meanwhile. */
#include "page_view.h"

#include <unistd.h>

#include "progress.h"
#include "save.h"
#include "say.h"
#include "stop.h"

typedef struct {
    suitor_page_options options;
    progress line;
} job;

const char *page_view_program(char path[MOST_PATH])
{
    ssize_t n = readlink("/proc/self/exe", path, MOST_PATH - 1);

    path[n > 0 ? n : 0] = '\0';
    return path;
}

static void on_progress(uint64_t done, uint64_t total, void *user)
{
    progress_share(user, done, total, "answers");
}

static suitor_status draw(void *user, FILE *out, suitor_error *err)
{
    job *j = user;
    suitor_status st = suitor_page_write(&j->options, out, err);

    progress_clear(&j->line);
    return st;
}

int page_view_save(const cli_settings *settings, const char *file, const char *focus, uint32_t top)
{
    char path[MOST_PATH], day[SUITOR_DATE_SIZE];
    job j = { .options = {
                  .program = page_view_program(path),
                  .store = settings->db,
                  .at = settings->at == SUITOR_NO_DAY ? NULL : suitor_day_format(settings->at, day),
                  .focus = focus,
                  .top = top,
                  .stop = stop_listen(),
                  .progress = on_progress } };

    j.options.user = &j.line;
    progress_start(&j.line);
    return save_picture(file, draw, &j);
}
