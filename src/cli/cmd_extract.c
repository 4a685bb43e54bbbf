/* suitor extract: files → one JSON object an article, nothing stored. */
#include <stdio.h>

#include "options.h"
#include "say.h"

static const cli_spec spec = {
    .usage = "extract PATH…",
    .about = "Read articles and print what each says as one JSON object a line: players,\n"
             "claims with their quotes, fees, needs. Nothing is stored. A PATH is a file, a\n"
             "folder, or - for standard input.",
    .examples = "  suitor extract article.txt\n"
                "  suitor extract articles/ > claims.jsonl\n"
                "  echo 'Chelsea are monitoring Murillo.' | suitor extract -\n",
    .min_names = 1,
    .max_names = -1,
};

typedef struct {
    suitor_extractor *extractor;
    suitor_extraction *extraction;
    unsigned long skipped;
} extract;

static void on_problem(const suitor_error *problem, void *user)
{
    extract *x = user;

    x->skipped++;
    say_error(problem);
}

static suitor_status on_article(const suitor_article *article, void *user, suitor_error *err)
{
    extract *x = user;
    const suitor_facts *facts;
    suitor_status st = suitor_extract(x->extractor, article, x->extraction, &facts, err);

    if (st == SUITOR_ERR_LIMIT || st == SUITOR_ERR_PARSE || st == SUITOR_ERR_INVALID) {
        on_problem(err, x);
        return SUITOR_OK;
    }
    if (st == SUITOR_OK)
        st = suitor_facts_write_json(article, facts, stdout, err);
    if (st == SUITOR_OK)
        putchar('\n');
    return st;
}

static suitor_status extract_all(extract *x, const cli_arguments *args, suitor_error *err)
{
    suitor_status st = suitor_extractor_load(NULL, &x->extractor, err);

    if (st == SUITOR_OK)
        st = suitor_extraction_new(&x->extraction, err);
    for (int i = 0; i < args->n_names && st == SUITOR_OK; i++)
        st = suitor_read(args->names[i], NULL, on_article, on_problem, x, err);
    return st;
}

int cmd_extract(cli_settings *settings, int argc, char **argv)
{
    extract x = { 0 };
    cli_arguments args;
    suitor_error err;
    int status;

    if (!options_read(&spec, settings, argc, argv, &args, &status))
        return status;
    if (extract_all(&x, &args, &err) != SUITOR_OK)
        status = say_error(&err);
    else if (x.skipped)
        status = STATUS_FAILED;
    suitor_extraction_free(x.extraction);
    suitor_extractor_free(x.extractor);
    return status;
}
