#include "what_if.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "memory.h"
#include "say.h"
#include "words.h"

enum { DEFAULT_TOP = 12, MOST_RUNS = 100000000, MOST_THREADS = 64 };

const cli_option what_if_options[] = {
    [WHAT_IF_UNTIL] = { "until", 0, "DATE", "last day (default: when each club's window closes)",
                        false },
    [WHAT_IF_BUDGET] = { "budget", 0, NULL, "fees paid leave less for others", false },
    [WHAT_IF_RUNS] = { "runs", 0, "N", "windows to draw (default: as many as are needed)", false },
    [WHAT_IF_SEED] = { "seed", 0, "N", "of the random numbers (default: 1)", false },
    [WHAT_IF_THREADS] = { "threads", 0, "N", "threads (default: one a core); changes no figure",
                          false },
    [WHAT_IF_TOP] = { "top", 0, "N", "rows of each table (default: 12, 0 for all)", false },
    { NULL, 0, NULL, NULL, false },
};

static void on_progress(uint64_t done, uint64_t total, void *user)
{
    progress_share(user, done, total, "windows");
}

static bool read_numbers(const cli_arguments *args, what_if *w)
{
    const char *runs = args->value[WHAT_IF_RUNS], *seed = args->value[WHAT_IF_SEED];
    const char *threads = args->value[WHAT_IF_THREADS], *top = args->value[WHAT_IF_TOP];
    uint32_t number = 1;

    w->top = DEFAULT_TOP;
    if ((runs && !options_number("runs", NULL, runs, 2, MOST_RUNS, &w->options.runs)) ||
        (threads &&
         !options_number("threads", NULL, threads, 1, MOST_THREADS, &w->options.threads)) ||
        (top && !options_number("top", NULL, top, 0, UINT32_MAX, &w->top)) ||
        (seed && !options_number("seed", NULL, seed, 0, UINT32_MAX, &number)))
        return false;
    w->options.seed = number;
    return true;
}

/* Returns an exit status, having said what went wrong; what_if_close() in either case. */
static int what_if_open(const cli_settings *settings, const cli_arguments *args, what_if *out)
{
    suitor_window_options options = { SUITOR_NO_DAY, args->value[WHAT_IF_BUDGET] != NULL };
    const char *until = args->value[WHAT_IF_UNTIL];
    suitor_error err;
    int status;

    *out = (what_if){ .options = { .progress = on_progress } };
    out->options.user = &out->line;
    if (!read_numbers(args, out) || (until && !options_day("until", until, &options.until)))
        return STATUS_USAGE;
    if ((status = view_open(settings, &out->view)) != STATUS_DONE)
        return status;
    if (suitor_window_new(out->view.market, &options, &out->window, &err) != SUITOR_OK) {
        say_error(&err);
        return err.code == SUITOR_ERR_INVALID ? STATUS_USAGE : STATUS_FAILED;
    }
    progress_start(&out->line);
    return STATUS_DONE;
}

void what_if_answered(what_if *w) { progress_clear(&w->line); }

static void what_if_close(what_if *w)
{
    what_if_answered(w);
    suitor_window_free(w->window);
    view_close(&w->view);
}

int what_if_run(const cli_spec *spec, what_if_show show, cli_settings *settings, int argc,
                char **argv)
{
    cli_arguments args;
    what_if w;
    int status;

    if (!options_read(spec, settings, argc, argv, &args, &status))
        return status;
    status = what_if_open(settings, &args, &w);
    if (status == STATUS_DONE)
        status = show(&w, settings, &args);
    what_if_close(&w);
    return status;
}

/* Cut `text` in two at `mark`, without the blanks around it: *after behind it, or NULL where
 * there is no mark. Returns what is before it; release both with free(). */
static char *cut(const char *text, const char *mark, char **after)
{
    const char *at = strstr(text, mark), *end = at ? at : text + strlen(text);
    char *before = memory_format("%.*s", (int)(end - text), text);

    for (size_t n = strlen(before); n && isspace((unsigned char)before[n - 1]); n--)
        before[n - 1] = '\0';
    *after = NULL;
    if (at) {
        at += strlen(mark);
        while (isspace((unsigned char)*at))
            at++;
        *after = memory_format("%s", at);
    }
    return before;
}

static int read_move(const view *v, const char *player, const char *club, suitor_do *out)
{
    int status = view_find(v, player, SUITOR_KIND_PLAYER, &out->player);

    out->kind = SUITOR_DO_MOVE;
    if (status == STATUS_DONE)
        status = view_find(v, club, SUITOR_KIND_CLUB, &out->club);
    if (status == STATUS_DONE && suitor_market_club_of(v->market, out->player) == out->club) {
        say("'%s' plays for '%s' already; did you mean '%s stays'?", player, club, player);
        return STATUS_USAGE;
    }
    return status;
}

/* "PLAYER leaves" or "PLAYER leaves CLUB", which must be his. */
static int read_leave(const view *v, const char *player, const char *club, suitor_do *out)
{
    uint32_t his;
    int status = view_find(v, player, SUITOR_KIND_PLAYER, &out->player);

    out->kind = SUITOR_DO_LEAVE;
    if (status != STATUS_DONE || *club == '\0')
        return status;
    status = view_find(v, club, SUITOR_KIND_CLUB, &his);
    if (status != STATUS_DONE || suitor_market_club_of(v->market, out->player) == his)
        return status;
    say("'%s' does not play for '%s'", player, club);
    return STATUS_USAGE;
}

static int read_need(const view *v, const char *club, const char *position, suitor_do *out)
{
    out->kind = SUITOR_DO_NEED;
    out->position = what_if_position(position);
    if (out->position == SUITOR_POS_NONE)
        return STATUS_USAGE;
    return view_find(v, club, SUITOR_KIND_CLUB, &out->club);
}

static bool ends_with(const char *text, const char *end)
{
    size_t n = strlen(text), m = strlen(end);

    return n > m && strcmp(text + n - m, end) == 0;
}

int what_if_read(const view *v, const char *text, suitor_do *out)
{
    static const char *const arrows[] = { "->", "→", " to " };
    char *before = NULL, *after = NULL;
    int status = -1;

    *out = (suitor_do){ .player = SUITOR_NO_INDEX, .club = SUITOR_NO_INDEX };
    for (size_t i = 0; status < 0 && i < sizeof arrows / sizeof *arrows; i++) {
        before = cut(text, arrows[i], &after);
        if (after)
            status = read_move(v, before, after, out);
        free(before);
        free(after);
    }
    if (status < 0 && ends_with(text, " stays")) {
        before = cut(text, " stays", &after);
        out->kind = SUITOR_DO_STAY;
        status = view_find(v, before, SUITOR_KIND_PLAYER, &out->player);
    } else if (status < 0 && ends_with(text, " out")) {
        before = cut(text, " out", &after);
        out->kind = SUITOR_DO_OUT;
        status = view_find(v, before, SUITOR_KIND_CLUB, &out->club);
    } else if (status < 0 && strstr(text, " leaves")) {
        before = cut(text, " leaves", &after);
        status = read_leave(v, before, after, out);
    } else if (status < 0 && strstr(text, " needs ")) {
        before = cut(text, " needs ", &after);
        status = read_need(v, before, after, out);
    } else {
        return status >= 0 ? status
                           : (say("'%s' is none of 'PLAYER -> CLUB', 'PLAYER leaves', 'PLAYER "
                                  "stays', 'CLUB out', 'CLUB needs POSITION'",
                                  text),
                              STATUS_USAGE);
    }
    free(before);
    free(after);
    return status;
}

/* Whether `text` means `name`: without case, hyphens as blanks, and in the plural too. */
static bool means(const char *text, const char *name)
{
    for (; *name; text++, name++)
        if (tolower((unsigned char)*text) != tolower((unsigned char)*name) &&
            !(*text == ' ' && *name == '-'))
            return false;
    return *text == '\0' || strcmp(text, "s") == 0;
}

suitor_position what_if_position(const char *text)
{
    const char *names[2 * SUITOR_N_POSITIONS], *closest;
    int n = 0;

    if (strncmp(text, "a ", 2) == 0)
        text += 2;
    for (int i = SUITOR_POS_NONE + 1; i < SUITOR_N_POSITIONS; i++) {
        const char *code = suitor_position_name((suitor_position)i);
        const char *word = words_position((suitor_position)i);
        if (means(text, code) || means(text, word))
            return (suitor_position)i;
        names[n++] = code;
        names[n++] = word;
    }
    closest = say_closest(text, names, n);
    if (closest)
        say("'%s' is no position; did you mean '%s'?", text, closest);
    else
        say("'%s' is no position: they are GK CB LB RB FB DF DM CM AM MF LW RW W ST FW", text);
    return SUITOR_POS_NONE;
}

char *what_if_words(const view *v, const suitor_do *d)
{
    bool of_player = d->kind <= SUITOR_DO_STAY;
    char *who = view_clean_name(v, of_player ? d->player : d->club), *words = NULL;

    if (d->kind == SUITOR_DO_MOVE) {
        char *club = view_clean_name(v, d->club);
        words = memory_format("%s joins %s", who, club);
        free(club);
    } else if (d->kind == SUITOR_DO_NEED) {
        words = memory_format("%s are a %s short", who, words_position(d->position));
    } else {
        words = memory_format("%s %s", who,
                              d->kind == SUITOR_DO_LEAVE  ? "leaves"
                              : d->kind == SUITOR_DO_STAY ? "stays"
                                                          : "buy nobody");
    }
    free(who);
    return words;
}

char *what_if_place(const view *v, uint32_t club)
{
    if (club == SUITOR_NO_INDEX)
        return memory_format("stays");
    return club == SUITOR_ELSEWHERE ? memory_format("somewhere") : view_clean_name(v, club);
}
