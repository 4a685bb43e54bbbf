/* The JSON line of an article, as `suitor extract` prints it: docs/json.md. */
#include <errno.h>

#include "facts_json.h"
#include "fail.h"
#include "json.h"

typedef struct {
    json j;
    const suitor_article *a;
    const suitor_facts *f;
} printer;

static void put_or_null(json *j, const char *key, suitor_sv value)
{
    json_key(j, key);
    if (value.len)
        json_string(j, value);
    else
        json_null(j);
}

static suitor_sv player_name(const printer *p, uint32_t i) { return p->f->players[i].name; }

static void put_quote(printer *p, suitor_span quote)
{
    json_put_string(&p->j, "quote", suitor_sv_cut(p->a->text, quote));
    json_put_integer(&p->j, "start", quote.begin);
    json_put_integer(&p->j, "end", quote.end);
}

static void put_player(printer *p, const suitor_player *player)
{
    json_begin_object(&p->j);
    json_put_string(&p->j, "name", player->name);
    put_or_null(&p->j, "club",
                player->club >= 0 ? p->f->clubs[player->club].name : suitor_sv_make(NULL, 0));
    put_or_null(&p->j, "position", suitor_sv_of(suitor_position_name(player->position)));
    json_key(&p->j, "age");
    if (player->age >= 0)
        json_integer(&p->j, player->age);
    else
        json_null(&p->j);
    json_end_object(&p->j);
}

static void put_claim(printer *p, const suitor_claim *c)
{
    const suitor_evidence *e = &p->f->evidence[c->evidence.first];

    json_begin_object(&p->j);
    json_put_string(&p->j, "player", player_name(p, c->player));
    json_put_string(&p->j, "club", p->f->clubs[c->club].name);
    json_put_string(&p->j, "relation", suitor_sv_of(suitor_relation_name(c->relation)));
    json_put_string(&p->j, "stage", suitor_sv_of(suitor_stage_name(c->stage)));
    put_quote(p, e->quote);
    json_put_string(&p->j, "hedge", suitor_sv_of(suitor_hedge_name(e->hedge)));
    put_or_null(&p->j, "origin", e->origin);
    json_put_number(&p->j, "confidence", e->confidence);
    json_end_object(&p->j);
}

static void put_fee(printer *p, const suitor_fee *fee)
{
    json_begin_object(&p->j);
    json_put_string(&p->j, "player", player_name(p, fee->player));
    json_put_string(&p->j, "kind", suitor_sv_of(suitor_fee_kind_name(fee->kind)));
    json_put_string(&p->j, "currency", suitor_sv_of(fee->currency));
    json_put_number(&p->j, "low", fee->low);
    json_put_number(&p->j, "high", fee->high);
    put_quote(p, fee->quote);
    json_end_object(&p->j);
}

static void put_either_or(printer *p, const suitor_either_or *e)
{
    json_begin_object(&p->j);
    json_put_string(&p->j, "club", p->f->clubs[e->club].name);
    json_key(&p->j, "players");
    json_begin_array(&p->j);
    for (uint32_t i = 0; i < e->members.count; i++)
        json_string(&p->j, player_name(p, p->f->either_or_players[e->members.first + i]));
    json_end_array(&p->j);
    put_quote(p, e->quote);
    json_end_object(&p->j);
}

static void put_need(printer *p, const suitor_need *n)
{
    json_begin_object(&p->j);
    json_put_string(&p->j, "club", p->f->clubs[n->club].name);
    json_put_string(&p->j, "position", suitor_sv_of(suitor_position_name(n->position)));
    put_quote(p, n->quote);
    json_end_object(&p->j);
}

static void put_aliases_of(printer *p, suitor_sv name, suitor_run run)
{
    if (run.count == 0)
        return;
    buf text = { 0 };
    buf_append(&text, name);
    if (text.failed)
        p->j.out->failed = true;
    else
        json_key(&p->j, text.ptr);
    buf_free(&text);
    json_begin_array(&p->j);
    for (uint32_t i = 0; i < run.count; i++)
        json_string(&p->j, p->f->aliases[run.first + i]);
    json_end_array(&p->j);
}

static void put_aliases(printer *p)
{
    json_key(&p->j, "aliases");
    json_begin_object(&p->j);
    for (uint32_t i = 0; i < p->f->n_players; i++)
        put_aliases_of(p, p->f->players[i].name, p->f->players[i].aliases);
    for (uint32_t i = 0; i < p->f->n_clubs; i++)
        put_aliases_of(p, p->f->clubs[i].name, p->f->clubs[i].aliases);
    json_end_object(&p->j);
}

#define PUT_ALL(p, name, array, put)                                                               \
    do {                                                                                           \
        json_key(&(p)->j, name);                                                                   \
        json_begin_array(&(p)->j);                                                                 \
        for (uint32_t i = 0; i < (p)->f->n_##array; i++)                                           \
            put(p, &(p)->f->array[i]);                                                             \
        json_end_array(&(p)->j);                                                                   \
    } while (0)

static void put_source(printer *p, const suitor_sv *name) { json_string(&p->j, *name); }

static void put_article(printer *p)
{
    json_begin_object(&p->j);
    json_put_string(&p->j, "id", p->a->id);
    put_or_null(&p->j, "url", p->a->url);
    json_put_day(&p->j, "date", p->a->day);
    put_or_null(&p->j, "title", p->a->title);
    PUT_ALL(p, "players", players, put_player);
    PUT_ALL(p, "claims", claims, put_claim);
    PUT_ALL(p, "fees", fees, put_fee);
    PUT_ALL(p, "needs", needs, put_need);
    PUT_ALL(p, "either_or", either_or, put_either_or);
    PUT_ALL(p, "sources", sources, put_source);
    put_aliases(p);
    json_end_object(&p->j);
}

void facts_append_json(buf *out, const suitor_article *article, const suitor_facts *facts)
{
    printer p = { .j = { .out = out }, .a = article, .f = facts };

    put_article(&p);
}

suitor_status suitor_facts_write_json(const suitor_article *article, const suitor_facts *facts,
                                      FILE *out, suitor_error *err)
{
    buf text = { 0 };
    suitor_status st = SUITOR_OK;

    facts_append_json(&text, article, facts);
    if (text.failed)
        st = fail(err, SUITOR_ERR_NOMEM, "no memory for the JSON of %.*s",
                  SUITOR_SV_ARG(article->id));
    else if (fwrite(text.ptr, 1, text.len, out) != text.len)
        st = fail(err, SUITOR_ERR_IO, "cannot write: %s", strerror(errno));
    buf_free(&text);
    return st;
}
