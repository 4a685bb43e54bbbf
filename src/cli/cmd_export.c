/* suitor export: the market as a picture, or as data. */
#include <stdio.h>
#include <unistd.h>

#include "json.h"
#include "options.h"
#include "page_view.h"
#include "save.h"
#include "say.h"
#include "subject.h"
#include "view.h"

enum {
    OPTION_FORMAT,
    OPTION_OUTPUT,
    OPTION_FOCUS,
    OPTION_CLUSTER,
    OPTION_RIVALS,
    OPTION_SIMULATE,
    OPTION_CHAIN,
    OPTION_TOP,
    OPTION_THEME,
    OPTION_TABLE
};
/* What a picture 1,200 pixels wide, or the graph of a page, holds at a glance. */
enum { TOP_RIVALRIES = 40, TOP_CHANGES = 20, TOP_OF_PAGE = 40 };

static const cli_option options[] = {
    { "format", 0, "FORMAT", "one of these (default: the ending of FILE, else dot)", false },
    { "output", 'o', "FILE", "write there instead of to standard output", false },
    { "focus", 0, "NAME", "only this player's race or this club's targets; twice: two clubs",
      true },
    { "cluster", 0, "NAME", "only a cluster: its number, or a club or player of it", false },
    { "rivals", 0, NULL, "clubs alone, tied by how much they meet", false },
    { "simulate", 0, "WHAT", "what changes if 'PLAYER -> CLUB', as `simulate` takes it", false },
    { "chain", 0, "FROM", "what follows from what, from a PLAYER, CLUB or 'PLAYER -> CLUB'",
      false },
    { "top", 0, "N", "so many races, rivalries, changes or chains, 0 all (12 to 40; data: 0)",
      false },
    { "theme", 0, "THEME", "light or dark, of a picture (light)", false },
    { "table", 0, "TABLE", "what csv holds: edges, nodes or claims (edges)", false },
    { NULL, 0, NULL, NULL, false },
};

static const cli_spec spec = {
    .usage = "export [-o FILE] [--format FORMAT] [--top N] [--theme THEME]\n"
             "                     [--focus NAME [--focus CLUB] | --cluster NAME | --rivals |\n"
             "                     --simulate WHAT | --chain FROM] [--table TABLE]",
    .about = "Draw the market: players, clubs and who wants whom, lines as wide as the\n"
             "interest is strong: dot, svg, png, pdf. Or write it as data: graphml, gexf\n"
             "(with its days, for the timeline of Gephi), json (node-link), csv. Or as a\n"
             "page with all its answers in one file: html.",
    .options = options,
    .examples = "  suitor export -o market.svg\n"
                "  suitor export -o bastoni.png --focus Bastoni\n"
                "  suitor export -o duel.pdf --focus Liverpool --focus Arsenal --theme dark\n"
                "  suitor export -o cluster.svg --cluster 1\n"
                "  suitor export -o if.svg --simulate 'Bastoni -> Liverpool'\n"
                "  suitor export -o chains.svg --chain Tottenham\n"
                "  suitor export -o market.graphml\n"
                "  suitor export -o market.html\n"
                "  suitor export -o claims.csv --table claims --focus Bastoni\n"
                "  suitor export --format dot --top 3 | neato -Tpdf > market.pdf\n",
    .takes_at = true,
};

typedef struct {
    suitor_format format;
    bool page;          /* html, which is no picture and no graph */
    const char *file;   /* NULL: standard output */
    suitor_table table; /* of CSV */
    subject_wish wish;
    subject subject;
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

static bool is_drawn(const job *j) { return !j->page && suitor_format_is_picture(j->format); }

static bool parse_top(const char *asked, job *j)
{
    uint32_t *top = &j->subject.options.top;

    if (j->page)
        *top = TOP_OF_PAGE;
    else if (!is_drawn(j))
        *top = 0;
    else if (j->wish.rivals)
        *top = TOP_RIVALRIES;
    else if (j->wish.move)
        *top = TOP_CHANGES;
    return !asked || options_number("top", "a number of races", asked, 0, UINT32_MAX, top);
}

static bool parse(const cli_settings *settings, const cli_arguments *args, job *j)
{
    *j = (job){ .format = SUITOR_DOT,
                .file = args->value[OPTION_OUTPUT],
                .wish = { args->repeated, args->n_repeated, args->value[OPTION_CLUSTER],
                          args->value[OPTION_SIMULATE], args->value[OPTION_CHAIN],
                          args->value[OPTION_RIVALS] != NULL },
                .subject = { .options = SUITOR_EXPORT_OPTIONS_INIT } };
    j->subject.options.theme = args->value[OPTION_THEME];
    if (!parse_format(args->value[OPTION_FORMAT], j) || !subject_is_one(&j->wish, is_drawn(j)) ||
        !parse_table(args->value[OPTION_TABLE], j) || !parse_top(args->value[OPTION_TOP], j))
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
    const subject *s = &d->j->subject;

    if (s->title)
        return suitor_export_chains(d->v->market, s->chains, s->n_chains, d->j->format, &s->options,
                                    out, err);
    if (!suitor_format_is_picture(d->j->format)) {
        const suitor_data_options data = { s->options.focus, s->options.top, d->j->table,
                                           find_words, d->v->store };
        return suitor_export_data(d->v->market, d->j->format, &data, out, err);
    }
    return suitor_export(d->v->market, d->j->format, &s->options, out, err);
}

static int report_json(const view *v, const job *j)
{
    cJSON *o = cJSON_CreateObject();

    json_add_text(o, "file", suitor_sv_of(j->file));
    json_add_text(o, "format", suitor_sv_of(j->page ? "html" : suitor_format_name(j->format)));
    json_add_text(o, "focus", view_name(v, j->subject.options.focus));
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
    if (status == STATUS_DONE)
        status = subject_find(&v, &j.wish, &j.subject);
    if (status == STATUS_DONE)
        status = j.page ? page_view_save(settings, j.file, args.value[OPTION_FOCUS],
                                         j.subject.options.top)
                        : save_picture(j.file, draw, &(drawing){ &v, &j });
    if (status == STATUS_DONE && settings->json)
        status = report_json(&v, &j);
    subject_clear(&j.subject);
    view_close(&v);
    return status;
}
