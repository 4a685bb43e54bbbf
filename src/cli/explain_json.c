/* The evidence behind one interest as JSON. */
#include "explain_json.h"

#include "json.h"
#include "say.h"

static void add_factors(cJSON *o, const suitor_factor *f)
{
    cJSON *factors = cJSON_AddObjectToObject(o, "factors");

    json_add_number(factors, "stage", f->stage);
    json_add_number(factors, "hedge", f->hedge);
    json_add_number(factors, "reliability", f->reliability);
    json_add_number(factors, "confidence", f->confidence);
    json_add_number(factors, "decay", f->decay);
    json_add_number(factors, "kept", f->kept);
}

/* Of what the row is a copy, by the name of the article, or null. */
static void add_original(const view *v, const suitor_ledger_row *row, cJSON *o)
{
    const suitor_ledger_article *original = &v->ledger->articles[row->original];
    cJSON *copied;

    if (row->original == row->article) {
        cJSON_AddNullToObject(o, "copy_of");
        return;
    }
    copied = cJSON_AddObjectToObject(o, "copy_of");
    json_add_text(copied, "article", original->name);
    json_add_text(copied, "outlet", original->outlet);
    json_add_day(copied, "date", original->day);
}

static cJSON *evidence_json(const view *v, const suitor_factor *f, const suitor_quote *q)
{
    const suitor_ledger_row *row = &v->ledger->rows[f->row];
    cJSON *o = cJSON_CreateObject();

    json_add_day(o, "date", q->day);
    json_add_text(o, "origin", v->ledger->origins[row->origin]);
    json_add_text(o, "outlet", q->outlet);
    json_add_text(o, "relation", suitor_sv_of(suitor_relation_name(row->relation)));
    json_add_text(o, "stage", suitor_sv_of(suitor_stage_name(row->stage)));
    json_add_text(o, "hedge", suitor_sv_of(suitor_hedge_name(row->hedge)));
    json_add_number(o, "strength", f->strength);
    cJSON_AddBoolToObject(o, "counts", f->counts);
    add_factors(o, f);
    json_add_text(o, "quote", q->quote);
    json_add_text(o, "sentence", q->sentence);
    json_add_text(o, "article", q->article);
    json_add_text(o, "title", q->title);
    json_add_text(o, "url", q->url);
    add_original(v, row, o);
    return o;
}

uint32_t explain_rejected(const view *v, const explanation *x)
{
    uint32_t n = 0;

    for (uint32_t i = 0; i < v->ledger->n_rejected; i++)
        n += v->ledger->rejected[i].player == x->player && v->ledger->rejected[i].club == x->club;
    return n;
}

bool explanation_is_thin(const view *v, const explanation *x)
{
    if (!x->edge)
        return true;
    return x->edge->relation != SUITOR_DEAL &&
           suitor_market_is_thin(v->market, x->weight, x->edge->n_origins);
}

int explain_json(const view *v, const explanation *x)
{
    cJSON *o = cJSON_CreateObject(), *list;

    json_add_text(o, "player", view_name(v, x->player));
    json_add_text(o, "club", view_name(v, x->club));
    json_add_day(o, "at", suitor_market_day(v->market));
    json_add_number(o, "weight", x->weight);
    cJSON_AddNumberToObject(o, "rejected", explain_rejected(v, x));
    cJSON_AddNumberToObject(o, "origins", x->edge ? x->edge->n_origins : 0);
    cJSON_AddNumberToObject(o, "articles", x->edge ? x->edge->n_articles : 0);
    cJSON_AddBoolToObject(o, "too_little", explanation_is_thin(v, x));
    list = cJSON_AddArrayToObject(o, "evidence");
    for (uint32_t i = 0; i < x->count; i++) {
        suitor_error err;
        suitor_quote q;
        if (suitor_store_quote(v->store, v->ledger->rows[x->factors[i].row].evidence, &q, &err) !=
            SUITOR_OK) {
            cJSON_Delete(o);
            return say_error(&err);
        }
        cJSON_AddItemToArray(list, evidence_json(v, &x->factors[i], &q));
    }
    return json_print(o);
}
