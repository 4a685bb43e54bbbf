/* suitor lexicon check: what each entry of the lexicon matches in articles, and what never
 * does. */
#include <stdio.h>
#include <stdlib.h>

#include "lexicon_view.h"
#include "memory.h"
#include "options.h"
#include "say.h"
#include "stop.h"

enum { OPTION_NEVER, OPTION_OF, OPTION_CUE, OPTION_FIND, OPTION_SORT, OPTION_TOP };

enum { DEFAULT_TOP = 20 };

static const cli_option options[] = {
    { "never", 0, NULL, "only what never matched", false },
    { "of", 0, "KIND", "cues, alternatives, members or all (default: cues; --never: all)", false },
    { "cue", 0, "FILE", "only of that file, such as interest.json", false },
    { "find", 0, "TEXT", "only entries with that text in them", false },
    { "sort", 0, "KEY", "matched, claimed or file (default: matched; --never: file)", false },
    { "top", 0, "N", "the first N of them, 0 for all (default: 20; --never: all)", false },
    { NULL, 0, NULL, NULL, false },
};

static const cli_spec spec = {
    .usage = "lexicon check [OPTION…] [PATH…]",
    .about = "Load the lexicon, which names what is not understood, and count what its entries\n"
             "match in articles: how often, how often something was claimed by it, and where\n"
             "first. Entries are the patterns of cues/, the alternatives they have for a word,\n"
             "and the members of classes. A PATH is a file, a folder, or - for standard input;\n"
             "without one the lexicon is only loaded.",
    .options = options,
    .examples = "  suitor lexicon check\n"
                "  suitor lexicon check --find sniff try.txt\n"
                "  suitor lexicon check --never --cue ended.json articles/\n"
                "  suitor lexicon check --of members --sort claimed --top 50 articles/\n"
                "  suitor --data my-data lexicon check --json articles/\n",
    .min_names = 1,
    .max_names = -1,
};

typedef enum { SORT_MATCHED, SORT_CLAIMED, SORT_FILE } sort_key;

/* What is asked for. */
typedef struct {
    bool never;
    bool kinds[SUITOR_N_LEXICON_KINDS];
    suitor_sv file, text; /* empty: any */
    sort_key sort;
    uint32_t top; /* 0: all */
} wish;

/* An article reader's state. */
typedef struct {
    suitor_lexicon_check *check;
    lexicon_view *view;
} counting;

static int index_of(const char *option, const char *given, const char *const *names, int n)
{
    const char *closest;

    for (int i = 0; i < n; i++)
        if (strcmp(given, names[i]) == 0)
            return i;
    closest = say_closest(given, names, n);
    say("--%s: '%s' is not known%s%s%s", option, given, closest ? "; did you mean '" : "",
        closest ? closest : "", closest ? "'?" : "");
    return -1;
}

/* "cues/interest.json" is called so, "interest.json" or "interest". */
static bool is_file(suitor_sv file, suitor_sv given)
{
    const char *slash = memchr(file.ptr, '/', file.len);
    size_t folder = slash ? (size_t)(slash - file.ptr) + 1 : 0;
    suitor_sv name = suitor_sv_make(file.ptr + folder, file.len - folder);
    suitor_sv bare = suitor_sv_make(name.ptr, name.len - strlen(".json"));

    return suitor_sv_equal(file, given) || suitor_sv_equal(name, given) ||
           suitor_sv_equal(bare, given);
}

static bool parse_kinds(const char *given, wish *w)
{
    static const char *const names[] = { "cues", "alternatives", "members", "all" };
    bool all = w->never || is_file(suitor_sv_of("classes.json"), w->file) ||
               is_file(suitor_sv_of("signals.json"), w->file);
    int i = given ? index_of("of", given, names, 4) : all ? 3 : 0;

    for (int k = 0; k < SUITOR_N_LEXICON_KINDS; k++)
        w->kinds[k] = i == k || i == SUITOR_N_LEXICON_KINDS;
    return i >= 0;
}

static bool parse_sort(const char *given, wish *w)
{
    static const char *const names[] = { "matched", "claimed", "file" };
    int i = given ? index_of("sort", given, names, 3) : w->never ? SORT_FILE : SORT_MATCHED;

    w->sort = (sort_key)i;
    return i >= 0;
}

static bool parse(const cli_arguments *args, wish *w)
{
    const char *top = args->value[OPTION_TOP];

    if (strcmp(args->names[0], "check") != 0) {
        say("lexicon: '%s' is not known; did you mean 'lexicon check'?", args->names[0]);
        return false;
    }
    *w = (wish){ .never = args->value[OPTION_NEVER] != NULL,
                 .file = suitor_sv_of(args->value[OPTION_CUE]),
                 .text = suitor_sv_of(args->value[OPTION_FIND]) };
    w->top = w->never ? 0 : DEFAULT_TOP;
    return parse_kinds(args->value[OPTION_OF], w) && parse_sort(args->value[OPTION_SORT], w) &&
           (!top || options_number("top", "a number of entries", top, 0, UINT32_MAX, &w->top));
}

static bool has_text(suitor_sv in, suitor_sv text)
{
    for (size_t i = 0; text.len && i + text.len <= in.len; i++)
        if (memcmp(in.ptr + i, text.ptr, text.len) == 0)
            return true;
    return text.len == 0;
}

/* What an alternative never matched tells nothing where its pattern never did. */
static bool is_idle(const suitor_lexicon_entry *e, const suitor_lexicon_entry *cue)
{
    return e->matched == 0 && (e->kind != SUITOR_LEXICON_ALTERNATIVE || cue->matched > 0);
}

static bool is_wished(const wish *w, const suitor_lexicon_entry *e, const suitor_lexicon_entry *cue)
{
    return w->kinds[e->kind] && (!w->never || is_idle(e, cue)) &&
           (!w->file.len || is_file(e->file, w->file)) &&
           (has_text(e->text, w->text) || (w->text.len && has_text(e->within, w->text)));
}

static int by_matched(const void *a, const void *b)
{
    const suitor_lexicon_entry *x = *(const suitor_lexicon_entry *const *)a;
    const suitor_lexicon_entry *y = *(const suitor_lexicon_entry *const *)b;

    if (x->matched != y->matched)
        return x->matched > y->matched ? -1 : 1;
    if (x->claimed != y->claimed)
        return x->claimed > y->claimed ? -1 : 1;
    return (x > y) - (x < y); /* as written: both are of one array */
}

static int by_claimed(const void *a, const void *b)
{
    const suitor_lexicon_entry *x = *(const suitor_lexicon_entry *const *)a;
    const suitor_lexicon_entry *y = *(const suitor_lexicon_entry *const *)b;

    if (x->claimed != y->claimed)
        return x->claimed > y->claimed ? -1 : 1;
    return by_matched(a, b);
}

static void choose(const wish *w, lexicon_view *v)
{
    uint32_t n;
    const suitor_lexicon_entry *all = suitor_lexicon_check_entries(v->check, &n), *cue = all;

    v->shown = memory_get((n + (size_t)1) * sizeof *v->shown);
    for (uint32_t i = 0; i < n; i++) {
        if (all[i].kind == SUITOR_LEXICON_CUE)
            cue = &all[i];
        if (is_wished(w, &all[i], cue))
            v->shown[v->n_chosen++] = &all[i];
    }
    if (w->sort != SORT_FILE)
        qsort(v->shown, v->n_chosen, sizeof *v->shown,
              w->sort == SORT_CLAIMED ? by_claimed : by_matched);
    v->n_shown = w->top && w->top < v->n_chosen ? w->top : v->n_chosen;
}

static void on_problem(const suitor_error *problem, void *user)
{
    counting *c = user;

    c->view->n_skipped++;
    say_error(problem);
}

static suitor_status on_article(const suitor_article *article, void *user, suitor_error *err)
{
    counting *c = user;
    suitor_status st = suitor_lexicon_check_article(article, c->check, err);

    if (st == SUITOR_OK)
        c->view->n_articles++;
    if (st == SUITOR_OK || st == SUITOR_ERR_NOMEM)
        return st;
    on_problem(err, c);
    return SUITOR_OK;
}

/* Read the articles; what was read before a stop is shown. */
static suitor_status count_all(suitor_lexicon_check *check, const cli_arguments *args,
                               lexicon_view *v, suitor_error *err)
{
    counting c = { check, v };
    suitor_read_options reading = SUITOR_READ_OPTIONS_INIT;
    suitor_status st = SUITOR_OK;

    reading.stop = stop_listen();
    for (int i = 1; i < args->n_names && st == SUITOR_OK && !*reading.stop; i++)
        st = suitor_read(args->names[i], &reading, on_article, on_problem, &c, err);
    if (*reading.stop) {
        say("stopped: what was read so far is counted");
        v->n_skipped++;
    }
    return st;
}

static bool has_file(const suitor_lexicon_check *check, suitor_sv file)
{
    uint32_t n;
    const suitor_lexicon_entry *all = suitor_lexicon_check_entries(check, &n);

    for (uint32_t i = 0; i < n; i++)
        if (is_file(all[i].file, file))
            return true;
    say("--cue: the lexicon has no file '%.*s' with entries", SUITOR_SV_ARG(file));
    return false;
}

static int check_lexicon(suitor_lexicon_check *check, const cli_arguments *args, const wish *w,
                         bool json)
{
    lexicon_view v = { .check = check, .with_counts = args->n_names > 1 };
    suitor_error err;

    if (w->file.len && !has_file(check, w->file))
        return STATUS_USAGE;
    if (count_all(check, args, &v, &err) != SUITOR_OK)
        return say_error(&err);
    if (v.with_counts)
        choose(w, &v);
    if (json)
        lexicon_print_json(&v);
    else
        lexicon_print(&v);
    free(v.shown);
    return v.n_skipped ? STATUS_FAILED : STATUS_DONE;
}

int cmd_lexicon(cli_settings *settings, int argc, char **argv)
{
    suitor_lexicon_check *check = NULL;
    cli_arguments args;
    suitor_error err;
    int status;
    wish w;

    if (!options_read(&spec, settings, argc, argv, &args, &status))
        return status;
    if (!parse(&args, &w))
        return STATUS_USAGE;
    status = suitor_lexicon_check_new(NULL, &check, &err) == SUITOR_OK
                 ? check_lexicon(check, &args, &w, settings->json)
                 : say_error(&err);
    suitor_lexicon_check_free(check);
    return status;
}
