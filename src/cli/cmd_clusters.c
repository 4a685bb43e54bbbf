/* suitor clusters: which clubs keep meeting in races. */
#include <math.h>
#include <stdlib.h>

#include "cluster_view.h"
#include "options.h"
#include "say.h"

enum { RESOLUTION, LEVELS, RESAMPLES, SEED, TOP };

static const cli_option own[] = {
    { "resolution", 0, "R", "above 1 smaller clusters, below 1 larger ones, or 'auto'", false },
    { "levels", 0, NULL, "show what each resolution gives", false },
    { "resamples", 0, "N", "of the articles, for the stability (default: 50)", false },
    { "seed", 0, "N", "of the random numbers (default: 1)", false },
    { "top", 0, "N", "print the strongest N clusters (default: 12, 0 for all)", false },
    { NULL, 0, NULL, NULL, false },
};

static const cli_spec spec = {
    .usage = "clusters [--resolution R] [--levels]",
    .about = "Groups of clubs that keep meeting in races, each named by its hottest race, with\n"
             "the players they meet over and how stable the group is. 'auto' takes the\n"
             "resolution of the longest plateau: the scale at which the groups hold.",
    .options = own,
    .examples = "  suitor clusters\n"
                "  suitor clusters --resolution auto\n"
                "  suitor clusters --levels\n"
                "  suitor --json clusters --resolution 2 --at 2026-03-31\n",
    .takes_at = true,
};

static bool read_resolution(const char *text, double *out)
{
    char *end;
    double value = strcmp(text, "auto") == 0 ? 0 : strtod(text, &end);

    if (strcmp(text, "auto") != 0 && (*text == '\0' || *end || !(value > 0) || !isfinite(value))) {
        say("--resolution: expected a number above 0 or 'auto', got '%s'", text);
        return false;
    }
    *out = value;
    return true;
}

static bool read_own(const cli_arguments *args, suitor_cluster_options *options, uint32_t *top)
{
    const char *const *value = args->value;

    return (!value[RESOLUTION] || read_resolution(value[RESOLUTION], &options->resolution)) &&
           (!value[RESAMPLES] || options_number("resamples", NULL, value[RESAMPLES], 0,
                                                SUITOR_MAX_RESAMPLES, &options->resamples)) &&
           (!value[SEED] ||
            options_number("seed", NULL, value[SEED], 0, UINT32_MAX, &options->seed)) &&
           (!value[TOP] || options_number("top", NULL, value[TOP], 0, UINT32_MAX, top));
}

int cmd_clusters(cli_settings *settings, int argc, char **argv)
{
    suitor_cluster_options options = SUITOR_CLUSTER_OPTIONS_INIT;
    cli_arguments args;
    uint32_t top = 12; /* what a screen or two hold */
    int status;
    view v;

    if (!options_read(&spec, settings, argc, argv, &args, &status))
        return status;
    if (!read_own(&args, &options, &top))
        return STATUS_USAGE;
    status = view_open(settings, &v);
    if (status == STATUS_DONE)
        status = args.value[LEVELS] ? cluster_view_levels(&v, settings, &options)
                                    : cluster_view(&v, settings, &options, top);
    view_close(&v);
    return status;
}
