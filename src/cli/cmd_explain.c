/* suitor explain: one interest down to its sentences, with the arithmetic. */
#include <stdio.h>
#include <stdlib.h>

#include "explain_json.h"
#include "memory.h"
#include "options.h"
#include "say.h"
#include "terminal.h"

enum { INDENT = 4 };

static const cli_spec spec = {
    .usage = "explain PLAYER CLUB",
    .about = "Print every piece of evidence that the club wants the player: date, origin, the\n"
             "sentence with the telling words marked, what it counts for and why; then how\n"
             "the pieces combine into the weight.",
    .examples = "  suitor explain Bastoni Liverpool\n"
                "  suitor explain 'Van de Ven' 'Manchester United' --at 2026-02-28\n"
                "  suitor --json explain Bastoni Barcelona\n",
    .min_names = 2,
    .max_names = 2,
    .takes_at = true,
};

/* Offset of `part` in `whole`, or whole.len where it does not stand there. */
static size_t find(suitor_sv whole, suitor_sv part)
{
    for (size_t i = 0; part.len && i + part.len <= whole.len; i++)
        if (memcmp(whole.ptr + i, part.ptr, part.len) == 0)
            return i;
    return whole.len;
}

/* The sentence with its quote marked, or the quote alone where it goes beyond it. */
static void print_sentence(const suitor_quote *q)
{
    size_t at = find(q->sentence, q->quote);
    bool inside = at < q->sentence.len;
    suitor_sv shown = inside ? q->sentence : q->quote;
    uint32_t begin = inside ? (uint32_t)at : 0;
    char *text = terminal_mark(shown, (suitor_span){ begin, begin + (uint32_t)q->quote.len });

    terminal_wrap(stdout, INDENT, text);
    free(text);
}

/* "2026-03-02  Fabrizio Romano in CaughtOffside  interest keen", and the article
 * behind it or, where that is too long, below. */
static void print_source(const view *v, const suitor_ledger_row *row, const suitor_quote *q)
{
    char *origin = terminal_clean(v->ledger->origins[row->origin]);
    char *outlet = terminal_clean(q->outlet), *article = terminal_clean(q->article);
    bool elsewhere = *outlet && strcmp(outlet, origin) != 0;
    char day[SUITOR_DATE_SIZE], *told, *said;

    suitor_day_format(q->day, day);
    told = memory_format("%s  %s%s%s", *day ? day : "no date", *origin ? origin : "origin unknown",
                         elsewhere ? " in " : "", elsewhere ? outlet : "");
    said = memory_format("  %s %s", suitor_relation_name(row->relation),
                         suitor_stage_name(row->stage));
    printf("%s%s%s%s", terminal_code(STYLE_BOLD), told, terminal_code(STYLE_PLAIN), said);
    if (terminal_columns(told) + terminal_columns(said) + 2 + terminal_columns(article) <=
        terminal_width())
        printf("%s  %s%s\n", terminal_code(STYLE_DIM), article, terminal_code(STYLE_PLAIN));
    else
        printf("\n%s%*s%s%s\n", terminal_code(STYLE_DIM), INDENT, "", article,
               terminal_code(STYLE_PLAIN));
    free(told);
    free(said);
    free(origin);
    free(outlet);
    free(article);
}

/* "copy of ladder-017, Herald, 2026-03-01". */
static void print_original(const view *v, const suitor_ledger_row *row)
{
    const suitor_ledger_article *original = &v->ledger->articles[row->original];
    char *name, *outlet, *text, day[SUITOR_DATE_SIZE];

    if (row->original == row->article)
        return;
    name = terminal_clean(original->name);
    outlet = terminal_clean(original->outlet);
    suitor_day_format(original->day, day);
    text = memory_format("copy of %s%s%s%s%s", name, *outlet ? ", " : "", outlet, *day ? ", " : "",
                         day);
    terminal_wrap(stdout, INDENT, text);
    free(text);
    free(outlet);
    free(name);
}

static const char *why_not_counted(const view *v, const suitor_ledger_row *row,
                                   const suitor_factor *f)
{
    if (f->counts)
        return "";
    if (suitor_market_club_of(v->market, row->player) == row->club)
        return " (not counted: he is theirs)";
    if (row->relation == SUITOR_ENDED || row->relation == SUITOR_DEAL)
        return " (weakens what came before)";
    if (f->strength > 0 && row->original != row->article)
        return " (not counted: a copy)";
    return f->strength > 0 ? " (not counted: its origin has said it more strongly)"
                           : " (not counted)";
}

static void print_arithmetic(const view *v, const suitor_ledger_row *row, const suitor_factor *f)
{
    char *kept =
        f->kept < 1 ? memory_format(" × %.2f" MARK_JOIN "kept", f->kept) : memory_format("%s", "");
    char *text = memory_format("s = %.2f" MARK_JOIN "stage × %.2f" MARK_JOIN
                               "hedge × %.2f" MARK_JOIN "reliability × %.2f" MARK_JOIN
                               "confidence × %.2f" MARK_JOIN "decay%s = %.3f%s",
                               f->stage, f->hedge, f->reliability, f->confidence, f->decay, kept,
                               f->strength, why_not_counted(v, row, f));

    terminal_wrap(stdout, INDENT, text);
    free(text);
    free(kept);
}

static int print_evidence(const view *v, const suitor_factor *f)
{
    const suitor_ledger_row *row = &v->ledger->rows[f->row];
    suitor_error err;
    suitor_quote q;

    if (suitor_store_quote(v->store, row->evidence, &q, &err) != SUITOR_OK)
        return say_error(&err);
    puts("");
    print_source(v, row, &q);
    print_original(v, row);
    print_sentence(&q);
    print_arithmetic(v, row, f);
    return STATUS_DONE;
}

/* "w = 1 − (1 − 0.230 CaughtOffside) × (1 − 0.120 Fabrizio Romano) = 0.322". */
static void print_combination(const view *v, const explanation *x)
{
    char *text = memory_format("w = 1 −");
    uint32_t n = 0;

    for (uint32_t i = 0; i < x->count; i++) {
        const suitor_factor *f = &x->factors[i];
        char *origin;
        if (!f->counts)
            continue;
        origin = terminal_clean(v->ledger->origins[v->ledger->rows[f->row].origin]);
        memory_append(&text, "%s (1" MARK_JOIN "−" MARK_JOIN "%.3f%s%s)", n++ ? " ×" : "",
                      f->strength, *origin ? " " : "", origin);
        free(origin);
    }
    memory_append(&text, " = %.3f", x->weight);
    puts("");
    if (x->edge)
        memory_append(&text, ". %s%u origin%s, %u article%s.",
                      explanation_is_thin(v, x) ? "Too little to say: " : "", x->edge->n_origins,
                      say_s(x->edge->n_origins), x->edge->n_articles, say_s(x->edge->n_articles));
    if (suitor_market_club_of(v->market, x->player) == x->club)
        terminal_wrap(stdout, 0, "w = 0: he is theirs.");
    else
        terminal_wrap(stdout, 0, n ? text : "w = 0: nothing of it is alive.");
    free(text);
}

/* How much is left out because the user has rejected it. */
static void print_rejected(const view *v, const explanation *x)
{
    uint32_t n = explain_rejected(v, x);
    char *text;

    if (n == 0)
        return;
    text = memory_format("%u piece%s of evidence rejected: 'suitor correct list' tells why.", n,
                         say_s(n));
    puts("");
    terminal_wrap(stdout, 0, text);
    free(text);
}

static int print(const view *v, const explanation *x)
{
    char *player = view_clean_name(v, x->player), *club = view_clean_name(v, x->club);
    char day[SUITOR_DATE_SIZE];
    int status = STATUS_DONE;

    printf("%s%s to %s%s: weight %.3f%s  as of %s%s\n", terminal_code(STYLE_BOLD), player, club,
           terminal_code(STYLE_PLAIN), x->weight, terminal_code(STYLE_DIM),
           suitor_day_format(suitor_market_day(v->market), day), terminal_code(STYLE_PLAIN));
    if (x->count == 0)
        puts("\nNo article says that they want him.");
    for (uint32_t i = 0; i < x->count && status == STATUS_DONE; i++)
        status = print_evidence(v, &x->factors[i]);
    if (x->count && status == STATUS_DONE)
        print_combination(v, x);
    if (status == STATUS_DONE)
        print_rejected(v, x);
    free(player);
    free(club);
    return status;
}

/* The live edge of the pair; NULL where there is none. */
static const suitor_edge *find_edge(const view *v, uint32_t player, uint32_t club)
{
    uint32_t n;
    const suitor_edge *edges = suitor_market_edges(v->market, &n);

    for (uint32_t i = 0; i < n; i++)
        if (edges[i].player == player && edges[i].club == club)
            return &edges[i];
    return NULL;
}

static int explain(const view *v, const cli_settings *settings, char **names)
{
    explanation x = { 0 };
    suitor_error err;
    int status = view_find(v, names[0], SUITOR_KIND_PLAYER, &x.player);

    if (status == STATUS_DONE)
        status = view_find(v, names[1], SUITOR_KIND_CLUB, &x.club);
    if (status != STATUS_DONE)
        return status;
    if (suitor_market_explain(v->market, x.player, x.club, &x.factors, &x.count, &x.weight, &err) !=
        SUITOR_OK)
        return say_error(&err);
    x.edge = find_edge(v, x.player, x.club);
    status = settings->json ? explain_json(v, &x) : print(v, &x);
    free(x.factors);
    return status;
}

int cmd_explain(cli_settings *settings, int argc, char **argv)
{
    cli_arguments args;
    int status;
    view v;

    if (!options_read(&spec, settings, argc, argv, &args, &status))
        return status;
    status = view_open_pair(settings, args.names[0], args.names[1], &v);
    if (status == STATUS_DONE)
        status = explain(&v, settings, args.names);
    view_close(&v);
    return status;
}
