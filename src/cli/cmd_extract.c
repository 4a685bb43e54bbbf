/* suitor extract: files → one JSON object an article, nothing stored. Ctrl-C prints what
 * was read so far, in whole lines. */
#include <errno.h>
#include <stdio.h>

#include "load.h"
#include "options.h"
#include "say.h"
#include "stop.h"

enum { OPTION_CLUBS, OPTION_THREADS, OPTION_WITH_TEXT, OPTION_KEEP_LINES, OPTION_REGISTERS };

static const cli_option options[] = {
    { "clubs", 0, "FILE", "know the clubs of that register too; may be repeated", true },
    { "threads", 0, "N", "threads that extract (default: one a core, 16 at most)", false },
    { "with-text", 0, NULL, "print the text and all evidence, too, for import claims", false },
    { "keep-lines", 0, NULL, "take JSON lines, give one line for each, bad ones too", false },
    { "registers", 0, "STORE", "know the clubs and people that were imported into it", false },
    { NULL, 0, NULL, NULL, false },
};

static const cli_spec spec = {
    .usage = "extract [OPTION…] PATH…",
    .about = "Read articles and print what each says as one JSON object a line: players,\n"
             "claims with their quotes, fees, needs. Nothing is stored. A PATH is a file, a\n"
             "folder, or - for standard input. The output is the same for any number of\n"
             "threads. With --keep-lines it is a filter of JSON lines: what is wrong with a\n"
             "line is told in its place, as {\"error\": …}.",
    .options = options,
    .examples = "  suitor extract article.txt\n"
                "  suitor extract articles/ > claims.jsonl\n"
                "  parallel --pipe -k suitor extract --with-text --keep-lines - < posts.jsonl |\n"
                "      suitor import claims -\n"
                "  echo 'Chelsea are monitoring Murillo.' | suitor extract -\n",
    .min_names = 1,
    .max_names = -1,
};

typedef struct {
    suitor_extractor *extractor;
    suitor_bulk *bulk;
    const volatile sig_atomic_t *stop;
    unsigned long skipped;
} extract;

static void on_problem(const suitor_error *problem, void *user)
{
    extract *x = user;

    x->skipped++;
    say_error(problem);
}

static suitor_status on_lines(suitor_sv lines, void *user, suitor_error *err)
{
    (void)user;
    if (fwrite(lines.ptr, 1, lines.len, stdout) == lines.len && fflush(stdout) == 0)
        return SUITOR_OK;
    *err = (suitor_error){ SUITOR_ERR_IO, "" };
    snprintf(err->message, sizeof err->message, "cannot write: %s", strerror(errno));
    return SUITOR_ERR_IO;
}

static suitor_status extract_all(extract *x, const cli_arguments *args, uint32_t n_threads,
                                 suitor_error *err)
{
    const bool keep_lines = args->value[OPTION_KEEP_LINES] != NULL;
    const suitor_bulk_options bulk = { .n_threads = n_threads,
                                       .on_lines = on_lines,
                                       .on_problem = on_problem,
                                       .user = x,
                                       .whole = args->value[OPTION_WITH_TEXT] != NULL,
                                       .problem_lines = keep_lines };
    suitor_read_options reading = SUITOR_READ_OPTIONS_INIT;
    const char *registers = args->value[OPTION_REGISTERS];
    suitor_store *store = NULL;
    suitor_status st =
        registers ? suitor_store_open(registers, SUITOR_STORE_READ, &store, err) : SUITOR_OK;
    suitor_status finished;

    suitor_store_close(store); /* it is there */
    if (st == SUITOR_OK)
        st = load_extractor(args->repeated, args->n_repeated, registers, &x->extractor, err);
    if (st == SUITOR_OK)
        st = suitor_bulk_new(x->extractor, &bulk, &x->bulk, err);
    if (st != SUITOR_OK)
        return st;
    x->stop = reading.stop = stop_listen();
    reading.lines = keep_lines;
    for (int i = 0; i < args->n_names && st == SUITOR_OK && !*x->stop; i++)
        st = suitor_read(args->names[i], &reading, suitor_bulk_article, suitor_bulk_problem,
                         x->bulk, err);
    finished = suitor_bulk_finish(x->bulk, st == SUITOR_OK ? err : NULL);
    return st == SUITOR_OK ? finished : st;
}

int cmd_extract(cli_settings *settings, int argc, char **argv)
{
    extract x = { 0 };
    cli_arguments args;
    uint32_t n_threads = 0;
    suitor_error err;
    int status;

    if (!options_read(&spec, settings, argc, argv, &args, &status))
        return status;
    if (!options_threads(args.value[OPTION_THREADS], &n_threads))
        return STATUS_USAGE;
    if (extract_all(&x, &args, n_threads, &err) != SUITOR_OK)
        status = say_error(&err);
    if (x.stop && *x.stop)
        say("stopped: what was read so far is printed");
    if (x.skipped || (x.stop && *x.stop))
        status = STATUS_FAILED;
    suitor_bulk_free(x.bulk);
    suitor_extractor_free(x.extractor);
    return status;
}
