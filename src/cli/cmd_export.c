/* suitor export: the market as a picture, or as data. */
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "chain_view.h"
#include "json.h"
#include "options.h"
#include "page_view.h"
#include "save.h"
#include "say.h"
#include "view.h"

enum {
    OPTION_FORMAT,
    OPTION_OUTPUT,
    OPTION_FOCUS,
    OPTION_TOP,
    OPTION_CHAIN,
    OPTION_THEME,
    OPTION_TABLE
};
enum { SEED = 1, ALL_CHAINS = 200, PAGE_TOP = 40 /* what its graph can show at a glance */ };

static const cli_option options[] = {
    { "format", 0, "FORMAT", "one of these (default: the ending of FILE, else dot)", false },
    { "output", 'o', "FILE", "write there instead of to standard output", false },
    { "focus", 0, "NAME", "only this player's race or this club's targets", false },
    { "top", 0, "N", "so many hottest races or likeliest chains, 0 all (12; data: 0)", false },
    { "chain", 0, "FROM", "what follows from what, from a PLAYER, CLUB or 'PLAYER -> CLUB'",
      false },
    { "theme", 0, "THEME", "light or dark, of a picture (light)", false },
    { "table", 0, "TABLE", "what csv holds: edges, nodes or claims (edges)", false },
    { NULL, 0, NULL, NULL, false },
};

static const cli_spec spec = {
    .usage = "export [-o FILE] [--format FORMAT]\n"
             "                     [--focus NAME | --chain FROM] [--top N] [--theme THEME]\n"
             "                     [--table TABLE]",
    .about = "Draw the market: players, clubs and who wants whom, lines as wide as the\n"
             "interest is strong: dot, svg, png, pdf. Or write it as data: graphml, gexf\n"
             "(with its days, for the timeline of Gephi), json (node-link), csv. Or as a\n"
             "page with all its answers in one file: html.",
    .options = options,
    .examples = "  suitor export -o market.svg\n"
                "  suitor export -o bastoni.png --focus Bastoni\n"
                "  suitor export -o chains.svg --chain Tottenham\n"
                "  suitor export -o market.graphml\n"
                "  suitor export -o market.html\n"
                "  suitor export -o claims.csv --table claims --focus Bastoni\n"
                "  suitor export --format dot --top 3 | neato -Tpdf > market.pdf\n",
    .takes_at = true,
};

typedef struct {
    suitor_format format;
    bool page;        /* html, which is no picture and no graph */
    const char *file; /* NULL: standard output */
    suitor_export_options options;
    suitor_table table;   /* of CSV */
    suitor_chain *chains; /* to be drawn in place of the market */
    uint32_t n_chains;
    char *title; /* of these, owned */
} job;

/* The format asked for, else that of the file's ending, else DOT. */
static bool parse_format(const char *asked, job *j)
{
    const char *ending = j->file ? strrchr(j->file, '.') : NULL;

    if (asked || (ending && !strchr(ending, '/'))) {
        const char *name = asked ? asked : ending + 1;
        j->page = strcmp(name, "html") == 0;
        if (j->page || suitor_format_parse(suitor_sv_of(name), &j->format))
            return true;
        say("%s '%s' is not known: choose dot, svg, png, pdf, graphml, gexf, json, csv or html",
            asked ? "format" : "the ending", name);
        return false;
    }
    return true;
}

static bool parse_table(const char *asked, job *j)
{
    if (!asked)
        return true;
    if (j->format != SUITOR_CSV) {
        say("--table is for csv: other formats hold nodes and edges together");
        return false;
    }
    if (suitor_table_parse(suitor_sv_of(asked), &j->table))
        return true;
    say("table '%s' is not known: choose edges, nodes or claims", asked);
    return false;
}

static bool parse(const cli_settings *settings, const cli_arguments *args, job *j)
{
    const char *top = args->value[OPTION_TOP];

    *j = (job){ .format = SUITOR_DOT,
                .file = args->value[OPTION_OUTPUT],
                .options = SUITOR_EXPORT_OPTIONS_INIT };
    j->options.theme = args->value[OPTION_THEME];
    if (args->value[OPTION_FOCUS] && args->value[OPTION_CHAIN]) {
        say("--focus and --chain are two pictures: choose one");
        return false;
    }
    if (!parse_format(args->value[OPTION_FORMAT], j))
        return false;
    if (args->value[OPTION_CHAIN] && (j->page || !suitor_format_is_picture(j->format))) {
        say("--chain gives a picture: choose dot, svg, png or pdf");
        return false;
    }
    if (!parse_table(args->value[OPTION_TABLE], j))
        return false;
    if (j->page)
        j->options.top = PAGE_TOP;
    else if (!suitor_format_is_picture(j->format))
        j->options.top = 0;
    if (top && !options_number("top", "a number of races", top, 0, UINT32_MAX, &j->options.top))
        return false;
    if (j->file ||
        (!settings->json && !(suitor_format_is_binary(j->format) && isatty(STDOUT_FILENO))))
        return true;
    say(settings->json ? "--json tells of a file: give one with -o FILE"
                       : "a terminal cannot show this format: give a file with -o FILE");
    return false;
}

/* What save_picture() draws. */
typedef struct {
    const view *v;
    const job *j;
} drawing;

static suitor_status find_words(int64_t evidence, suitor_sv *quote, void *user, suitor_error *err)
{
    suitor_quote found;
    suitor_status st = suitor_store_quote(user, evidence, &found, err);

    if (st == SUITOR_OK)
        *quote = found.quote;
    return st;
}

static suitor_status draw(void *user, FILE *out, suitor_error *err)
{
    const drawing *d = user;

    if (d->j->title)
        return suitor_export_chains(d->v->market, d->j->chains, d->j->n_chains, d->j->format,
                                    &d->j->options, out, err);
    if (!suitor_format_is_picture(d->j->format)) {
        const suitor_data_options data = { d->j->options.focus, d->j->options.top, d->j->table,
                                           find_words, d->v->store };
        return suitor_export_data(d->v->market, d->j->format, &data, out, err);
    }
    return suitor_export(d->v->market, d->j->format, &d->j->options, out, err);
}

/* The likeliest chains from what `name` says. */
static int find_chains(const view *v, const char *name, job *j)
{
    const suitor_simulate_options sampling = { .seed = SEED };
    uint32_t top = j->options.top ? j->options.top : ALL_CHAINS;
    suitor_window *window = NULL;
    suitor_chains_from from;
    suitor_error err;
    int status = chain_read_from(v, name, &from, &j->title);

    if (status != STATUS_DONE)
        return status;
    if (suitor_window_new(v->market, NULL, &window, &err) != SUITOR_OK ||
        suitor_chains(window, &from, &sampling, top, &j->chains, &j->n_chains, &err) != SUITOR_OK)
        status = say_error(&err);
    suitor_window_free(window);
    j->options.title = j->title;
    return status;
}

static int report_json(const view *v, const job *j)
{
    cJSON *o = cJSON_CreateObject();

    json_add_text(o, "file", suitor_sv_of(j->file));
    json_add_text(o, "format", suitor_sv_of(j->page ? "html" : suitor_format_name(j->format)));
    json_add_text(o, "focus", view_name(v, j->options.focus));
    json_add_day(o, "at", suitor_market_day(v->market));
    return json_print(o);
}

int cmd_export(cli_settings *settings, int argc, char **argv)
{
    cli_arguments args;
    int status;
    job j;
    view v;

    if (!options_read(&spec, settings, argc, argv, &args, &status))
        return status;
    if (!parse(settings, &args, &j))
        return STATUS_USAGE;
    status = view_open(settings, &v);
    if (status == STATUS_DONE && args.value[OPTION_FOCUS])
        status = view_find(&v, args.value[OPTION_FOCUS], SUITOR_N_KINDS, &j.options.focus);
    if (status == STATUS_DONE && args.value[OPTION_CHAIN])
        status = find_chains(&v, args.value[OPTION_CHAIN], &j);
    if (status == STATUS_DONE)
        status = j.page ? page_view_save(settings, j.file, args.value[OPTION_FOCUS], j.options.top)
                        : save_picture(j.file, draw, &(drawing){ &v, &j });
    if (status == STATUS_DONE && settings->json)
        status = report_json(&v, &j);
    free(j.chains);
    free(j.title);
    view_close(&v);
    return status;
}
