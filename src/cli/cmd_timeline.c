/* suitor timeline: how interest went by date. */
#include <stdio.h>
#include <strings.h>

#include "options.h"
#include "save.h"
#include "say.h"
#include "timeline_view.h"

enum { OPTION_SINCE, OPTION_TOP, OPTION_OUTPUT, OPTION_THEME };

enum { DEFAULT_TOP = 12 };

static const cli_option options[] = {
    { "since", 0, "DATE", "begin on that day, YYYY-MM-DD (the first report)", false },
    { "top", 0, "N", "the N strongest interests, 0 for all (12; --json: all)", false },
    { "output", 'o', "FILE", "draw it there as SVG instead", false },
    { "theme", 0, "THEME", "of the picture: light or dark (light)", false },
    { NULL, 0, NULL, NULL, false },
};

static const cli_spec spec = {
    .usage = "timeline PLAYER|CLUB [--since DATE] [--top N]\n"
             "                     [-o FILE.svg [--theme THEME]]",
    .about = "Tell how the interest in a player, or that of a club, went: a line of small\n"
             "columns for each, as high as its weight was, and by date what changed: first\n"
             "reports, stages, ends, moves. Each day is weighed by what had been printed then.",
    .options = options,
    .examples = "  suitor timeline Bastoni\n"
                "  suitor timeline Liverpool --since 2026-03-01 --at 2026-05-31\n"
                "  suitor timeline Bastoni -o bastoni.svg\n"
                "  suitor --json timeline Bastoni\n",
    .min_names = 1,
    .max_names = 1,
    .takes_at = true,
};

typedef struct {
    int32_t since;
    uint32_t top;
    const char *file; /* NULL: no picture */
    const char *theme;
} wish;

/* What save_picture() draws. */
typedef struct {
    const view *v;
    const suitor_timeline *timeline;
    suitor_timeline_options options;
} drawing;

static bool is_svg(const char *file)
{
    const char *ending = file ? strrchr(file, '.') : NULL;

    if (!file || (ending && strcasecmp(ending, ".svg") == 0))
        return true;
    say("timeline: it is drawn as SVG: name a file that ends in .svg");
    return false;
}

static bool parse(const cli_settings *settings, const cli_arguments *args, wish *w)
{
    const char *since = args->value[OPTION_SINCE], *top = args->value[OPTION_TOP];

    *w = (wish){ SUITOR_NO_DAY, settings->json ? 0 : DEFAULT_TOP, args->value[OPTION_OUTPUT],
                 args->value[OPTION_THEME] };
    if (w->file && settings->json) {
        say("timeline: give either --json or -o FILE");
        return false;
    }
    return is_svg(w->file) && (!since || options_day("since", since, &w->since)) &&
           (!top || options_number("top", "a number of interests", top, 0, UINT32_MAX, &w->top));
}

static suitor_status draw(void *user, FILE *out, suitor_error *err)
{
    const drawing *d = user;

    return suitor_export_timeline(d->v->market, d->timeline, &d->options, out, err);
}

static int show(const view *v, const cli_settings *settings, const wish *w, uint32_t entity)
{
    suitor_timeline t = { 0 };
    suitor_error err;
    int status;
    suitor_status st = suitor_timeline_of(v->market, entity, w->since, &t, &err);

    if (st != SUITOR_OK) {
        say_error(&err);
        return st == SUITOR_ERR_INVALID ? STATUS_USAGE : STATUS_FAILED;
    }
    if (w->file)
        status = save_picture(w->file, draw, &(drawing){ v, &t, { w->top, NULL, w->theme } });
    else
        status =
            settings->json ? timeline_print_json(v, &t, w->top) : timeline_print(v, &t, w->top);
    suitor_timeline_clear(&t);
    return status;
}

int cmd_timeline(cli_settings *settings, int argc, char **argv)
{
    cli_arguments args;
    uint32_t entity;
    int status;
    wish w;
    view v;

    if (!options_read(&spec, settings, argc, argv, &args, &status))
        return status;
    if (!parse(settings, &args, &w))
        return STATUS_USAGE;
    status = view_open_about(settings, args.names[0], SUITOR_N_KINDS, &v);
    if (status == STATUS_DONE)
        status = view_find(&v, args.names[0], SUITOR_N_KINDS, &entity);
    if (status == STATUS_DONE)
        status = show(&v, settings, &w, entity);
    view_close(&v);
    return status;
}
