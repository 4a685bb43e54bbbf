/* Arguments by getopt_long, whose own messages are off: ours name the command,
 * guess at what was meant and say where help is. */
#include "options.h"

#include <errno.h>
#include <getopt.h>
#include <stdlib.h>

#include "say.h"

enum { MAX_GLOBAL = 6, FIRST_ID = 256 };

enum { OPTION_DB, OPTION_JSON, OPTION_AT, OPTION_DATA, OPTION_HELP, OPTION_VERSION };

static const cli_option globals[MAX_GLOBAL + 1] = {
    { "db", 0, "FILE", "the store (default: market.db)", false },
    { "json", 0, NULL, "print one JSON object instead of tables", false },
    { "at", 0, "DATE", "what was known at the end of that day, YYYY-MM-DD", false },
    { "data", 0, "DIR", "gazetteer, lexicon and model (default: $SUITOR_DATA)", false },
    { "help", 'h', NULL, "print this help", false },
    { "version", 0, NULL, "print the version", false },
    { NULL, 0, NULL, NULL, false },
};

/* Everything getopt_long wants, and which option each of its ids stands for. */
typedef struct {
    const cli_option *known[MAX_GLOBAL + MAX_OPTIONS];
    struct option longs[MAX_GLOBAL + MAX_OPTIONS + 1];
    char letters[2 * (MAX_GLOBAL + MAX_OPTIONS) + 3];
    int n;
} grammar;

typedef enum { READ_GO, READ_HELP, READ_VERSION, READ_WRONG } outcome;

static void grammar_add(grammar *g, const cli_option *options)
{
    size_t end = strlen(g->letters);

    for (; options && options->name; options++) {
        g->known[g->n] = options;
        g->longs[g->n] =
            (struct option){ options->name, options->value ? required_argument : no_argument, NULL,
                             FIRST_ID + g->n };
        g->n++;
        if (options->letter)
            g->letters[end++] = options->letter;
        if (options->letter && options->value)
            g->letters[end++] = ':';
    }
}

/* `letters` begins with "+:" to stop at the first name, ":" to read on past it. */
static void grammar_init(grammar *g, const char *letters, const cli_option *own)
{
    *g = (grammar){ 0 };
    strcpy(g->letters, letters);
    grammar_add(g, globals);
    grammar_add(g, own);
}

/* Index of the option that getopt_long returned as `id`, -1 for none. */
static int grammar_find(const grammar *g, int id)
{
    for (int i = 0; i < g->n; i++)
        if (id == FIRST_ID + i || (g->known[i]->letter && id == g->known[i]->letter))
            return i;
    return -1;
}

static void say_unknown(const grammar *g, const char *given)
{
    const char *names[MAX_GLOBAL + MAX_OPTIONS], *closest;
    char bare[32] = "";

    for (int i = 0; i < g->n; i++)
        names[i] = g->known[i]->name;
    given += strspn(given, "-");
    strncat(bare, given, strcspn(given, "=") < sizeof bare ? strcspn(given, "=") : sizeof bare - 1);
    closest = say_closest(bare, names, g->n);
    if (closest)
        say("unknown option '--%s'; did you mean '--%s'?", bare, closest);
    else
        say("unknown option '%s%s'", bare[0] && !bare[1] ? "-" : "--", bare);
}

/* `id` is what getopt_long returned for an option it could not take. */
static void say_wrong(const grammar *g, int id, char **argv)
{
    int i = grammar_find(g, optopt);

    if (id == ':' && i >= 0)
        say("'--%s' needs a value: --%s %s", g->known[i]->name, g->known[i]->name,
            g->known[i]->value);
    else if (i >= 0)
        say("'--%s' takes no value", g->known[i]->name);
    else if (optopt)
        say("unknown option '-%c'", optopt);
    else
        say_unknown(g, argv[optind - 1]);
}

bool options_threads(const char *text, uint32_t *out)
{
    return !text || options_number("threads", NULL, text, 1, SUITOR_BULK_MAX_THREADS, out);
}

bool options_day(const char *name, const char *text, int32_t *out)
{
    if (strlen(text) == strlen("YYYY-MM-DD") && suitor_day_parse(suitor_sv_of(text), out))
        return true;
    say("--%s: expected a date as YYYY-MM-DD, got '%s'", name, text);
    return false;
}

static outcome take_global(cli_settings *settings, int option, char *value)
{
    switch (option) {
    case OPTION_DB: settings->db = value; return READ_GO;
    case OPTION_JSON: settings->json = true; return READ_GO;
    case OPTION_AT: return options_day("at", value, &settings->at) ? READ_GO : READ_WRONG;
    case OPTION_DATA: setenv("SUITOR_DATA", value, 1); return READ_GO;
    case OPTION_HELP: return READ_HELP;
    default: return READ_VERSION;
    }
}

static outcome take_own(const cli_option *option, const char **value, cli_arguments *out)
{
    *value = optarg ? optarg : "";
    if (!option->repeats)
        return READ_GO;
    if (out->n_repeated == MAX_REPEATS) {
        say("'--%s' more than %d times", option->name, MAX_REPEATS);
        return READ_WRONG;
    }
    out->repeated[out->n_repeated++] = *value;
    return READ_GO;
}

static outcome take_all(const grammar *g, cli_settings *settings, int argc, char **argv,
                        cli_arguments *out)
{
    outcome got = READ_GO;
    int id;

    opterr = 0;
    optind = 0; /* glibc: begin anew */
    while (got == READ_GO && (id = getopt_long(argc, argv, g->letters, g->longs, NULL)) != -1) {
        int i = id == '?' || id == ':' ? -1 : grammar_find(g, id);
        if (i < 0) {
            say_wrong(g, id, argv);
            got = READ_WRONG;
        } else if (i < MAX_GLOBAL) {
            got = take_global(settings, i, optarg);
        } else {
            got = take_own(g->known[i], &out->value[i - MAX_GLOBAL], out);
        }
    }
    return got;
}

static void help_options(FILE *out, const cli_option *options)
{
    for (; options && options->name; options++) {
        char left[40];
        snprintf(left, sizeof left, "%c%c%s --%s %s", options->letter ? '-' : ' ',
                 options->letter ? options->letter : ' ', options->letter ? "," : " ",
                 options->name, options->value ? options->value : "");
        fprintf(out, "  %-22s %s\n", left, options->help);
    }
}

void options_help_global(FILE *out) { help_options(out, globals); }

static void help_command(const cli_spec *spec)
{
    printf("Usage: suitor [OPTION…] %s\n\n%s\n", spec->usage, spec->about);
    if (spec->options) {
        puts("\nOptions:");
        help_options(stdout, spec->options);
    }
    puts("\nOptions of every command:");
    options_help_global(stdout);
    printf("\nExamples:\n%s", spec->examples);
}

static int finish(outcome got, const char *command)
{
    if (got == READ_VERSION)
        puts("suitor " SUITOR_VERSION);
    else if (got == READ_WRONG)
        fprintf(stderr, "Try 'suitor %s%s--help'.\n", command, *command ? " " : "");
    return got == READ_WRONG ? STATUS_USAGE : STATUS_DONE;
}

static outcome check(const cli_spec *spec, const cli_settings *settings, const char *command,
                     const cli_arguments *args)
{
    if (args->n_names < spec->min_names)
        say("%s: a name or path is missing", command);
    else if (spec->max_names >= 0 && args->n_names > spec->max_names)
        say("%s: '%s' is one too many; put quotation marks round a name of several words", command,
            args->names[spec->max_names]);
    else if (settings->at != SUITOR_NO_DAY && !spec->takes_at)
        say("%s: --at means nothing here", command);
    else
        return READ_GO;
    return READ_WRONG;
}

bool options_read(const cli_spec *spec, cli_settings *settings, int argc, char **argv,
                  cli_arguments *out, int *status)
{
    grammar g;
    outcome got;

    *out = (cli_arguments){ 0 };
    grammar_init(&g, ":", spec->options);
    got = take_all(&g, settings, argc, argv, out);
    out->names = argv + optind;
    out->n_names = argc - optind;
    if (got == READ_GO)
        got = check(spec, settings, argv[0], out);
    if (got == READ_HELP)
        help_command(spec);
    *status = finish(got, argv[0]);
    return got == READ_GO;
}

bool options_read_global(cli_settings *settings, int argc, char **argv, void (*about)(FILE *out),
                         int *first, int *status)
{
    cli_arguments none = { 0 };
    grammar g;
    outcome got;

    grammar_init(&g, "+:", NULL);
    got = take_all(&g, settings, argc, argv, &none);
    *first = optind;
    if (got == READ_HELP)
        about(stdout);
    *status = finish(got, "");
    return got == READ_GO;
}

bool options_number(const char *name, const char *what, const char *text, uint32_t least,
                    uint32_t most, uint32_t *out)
{
    unsigned long long n;
    char *end;

    errno = 0;
    n = strtoull(text, &end, 10);
    if (*text >= '0' && *text <= '9' && !*end && errno == 0 && n >= least && n <= most) {
        *out = (uint32_t)n;
        return true;
    }
    if (what)
        say("--%s: expected %s, got '%s'", name, what, text);
    else
        say("--%s: expected a number from %u to %u, got '%s'", name, (unsigned)least,
            (unsigned)most, text);
    return false;
}
