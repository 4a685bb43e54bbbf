/* CSV as RFC 4180 has it. A text that a spreadsheet would take for a formula gets an apostrophe
 * before it; numbers stay numbers, so that a weight may be negative one day. */
#include <stdlib.h>

#include "dataset.h"
#include "escape.h"
#include "sink.h"
#include "suitor/date.h"

typedef struct {
    const dataset *d;
    const suitor_data_options *options;
    FILE *out;
    buf b, cell;
    bool within; /* a cell stands before in this row */
} table;

static void separate(table *t)
{
    if (t->within)
        buf_char(&t->b, ',');
    t->within = true;
}

/* OWASP's list of what begins a formula. */
static bool is_formula(suitor_sv text) { return text.len && strchr("=+-@\t\r", text.ptr[0]); }

static void put_text(table *t, suitor_sv text)
{
    buf_reset(&t->cell);
    escape_acting(&t->cell, text);
    text = buf_view(&t->cell);
    bool quoted = is_formula(text);

    separate(t);
    t->b.failed |= t->cell.failed;
    for (size_t i = 0; i < text.len && !quoted; i++)
        quoted = strchr(",\"\r\n", text.ptr[i]) != NULL;
    if (!quoted) {
        buf_append(&t->b, text);
        return;
    }
    buf_char(&t->b, '"');
    if (is_formula(text))
        buf_char(&t->b, '\'');
    for (size_t i = 0; i < text.len; i++) {
        if (text.ptr[i] == '"')
            buf_char(&t->b, '"');
        buf_char(&t->b, text.ptr[i]);
    }
    buf_char(&t->b, '"');
}

static void put_word(table *t, const char *word) { put_text(t, suitor_sv_of(word)); }

static void put_number(table *t, double value)
{
    separate(t);
    buf_printf(&t->b, "%.6g", value);
}

static void put_count(table *t, uint32_t value)
{
    separate(t);
    buf_printf(&t->b, "%u", value);
}

static void put_day(table *t, int32_t day)
{
    char text[SUITOR_DATE_SIZE];

    put_word(t, day == SUITOR_NO_DAY ? "" : suitor_day_format(day, text));
}

static void put_name(table *t, uint32_t entity)
{
    put_text(t, entity == SUITOR_NO_INDEX ? suitor_sv_make("", 0) : t->d->names[entity]);
}

static suitor_status end_row(table *t, suitor_error *err)
{
    buf_add(&t->b, "\r\n");
    t->within = false;
    return sink_pass(&t->b, t->out, err);
}

static suitor_status put_header(table *t, const char *names, suitor_error *err)
{
    buf_add(&t->b, names);
    return end_row(t, err);
}

static suitor_status put_node(table *t, const data_node *node, suitor_error *err)
{
    put_word(t, node->id);
    put_word(t, suitor_kind_name(node->told->kind));
    put_name(t, node->entity);
    put_word(t, node->told->kind == SUITOR_KIND_PLAYER ? suitor_position_name(node->told->position)
                                                       : "");
    if (node->told->kind == SUITOR_KIND_PLAYER && node->told->age >= 0)
        put_count(t, (uint32_t)node->told->age);
    else
        put_word(t, "");
    put_name(t, node->club);
    put_text(t, node->league);
    if (node->cluster == SUITOR_NO_INDEX)
        put_word(t, "");
    else
        put_count(t, node->cluster);
    put_number(t, node->heat);
    return end_row(t, err);
}

static suitor_status put_nodes(table *t, suitor_error *err)
{
    suitor_status st = put_header(t, "id,kind,name,position,age,club,league,cluster,heat", err);

    for (uint32_t i = 0; st == SUITOR_OK && i < t->d->n_nodes; i++)
        st = put_node(t, &t->d->nodes[i], err);
    return st;
}

static suitor_status put_edge(table *t, const data_edge *edge, suitor_error *err)
{
    const data_node *from = &t->d->nodes[edge->from], *to = &t->d->nodes[edge->to];

    put_word(t, from->id);
    put_word(t, to->id);
    put_word(t, data_kind_name(edge->kind));
    put_word(t, edge->edge ? suitor_relation_name(edge->edge->relation) : "");
    put_word(t, edge->edge ? suitor_stage_name(edge->edge->stage) : "");
    if (edge->edge)
        put_number(t, edge->edge->weight);
    else
        put_word(t, "");
    put_name(t, edge->club);
    put_day(t, edge->first);
    put_day(t, edge->last);
    put_count(t, edge->n_origins);
    put_count(t, edge->n_articles);
    return end_row(t, err);
}

static suitor_status put_edges(table *t, suitor_error *err)
{
    suitor_status st = put_header(
        t, "source,target,kind,relation,stage,weight,club,first,last,origins,articles", err);

    for (uint32_t i = 0; st == SUITOR_OK && i < t->d->n_edges; i++)
        st = put_edge(t, &t->d->edges[i], err);
    return st;
}

static suitor_status put_claim(table *t, const suitor_factor *factor, suitor_error *err)
{
    const suitor_ledger *l = t->d->ledger;
    const suitor_ledger_row *row = &l->rows[factor->row];
    const suitor_ledger_article *article = &l->articles[row->article];
    suitor_sv quote = suitor_sv_make("", 0);
    suitor_status st = SUITOR_OK;

    if (t->options->words)
        st = t->options->words(row->evidence, &quote, t->options->user, err);
    if (st != SUITOR_OK)
        return st;
    put_day(t, row->day);
    put_name(t, row->player);
    put_name(t, row->club);
    put_word(t, suitor_relation_name(row->relation));
    put_word(t, suitor_stage_name(row->stage));
    put_word(t, suitor_hedge_name(row->hedge));
    put_text(t, l->origins[row->origin]);
    put_number(t, factor->strength);
    put_number(t, row->confidence);
    put_number(t, factor->reliability);
    put_number(t, factor->decay);
    put_number(t, factor->kept);
    put_word(t, factor->counts ? "true" : "false");
    put_text(t, quote);
    put_text(t, article->name);
    put_text(t, article->outlet);
    put_text(t, article->title);
    put_text(t, article->url);
    return end_row(t, err);
}

static suitor_status put_claims_of(table *t, const data_edge *edge, suitor_error *err)
{
    suitor_factor *factors = NULL;
    uint32_t n = 0;
    double weight;
    suitor_status st = suitor_market_explain(t->d->market, edge->edge->player, edge->edge->club,
                                             &factors, &n, &weight, err);

    for (uint32_t i = 0; st == SUITOR_OK && i < n; i++)
        st = put_claim(t, &factors[i], err);
    free(factors);
    return st;
}

static suitor_status put_claims(table *t, suitor_error *err)
{
    suitor_status st = put_header(t,
                                  "date,player,club,relation,stage,hedge,origin,strength,"
                                  "confidence,reliability,decay,kept,counts,quote,article,outlet,"
                                  "title,url",
                                  err);

    for (uint32_t i = 0; st == SUITOR_OK && i < t->d->n_interests; i++)
        st = put_claims_of(t, &t->d->edges[i], err);
    return st;
}

suitor_status write_table(const dataset *d, const suitor_data_options *options, FILE *out,
                          suitor_error *err)
{
    table t = { .d = d, .options = options, .out = out };
    suitor_status st;

    if (options->table == SUITOR_TABLE_NODES)
        st = put_nodes(&t, err);
    else if (options->table == SUITOR_TABLE_CLAIMS)
        st = put_claims(&t, err);
    else
        st = put_edges(&t, err);
    if (st == SUITOR_OK)
        st = sink_drain(&t.b, out, err);
    buf_free(&t.b);
    buf_free(&t.cell);
    return st;
}
