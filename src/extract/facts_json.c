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

static suitor_sv player_name(const printer *p, uint32_t i) { return p->f->players[i].name; }

static void put_quote(printer *p, suitor_span quote)
{
    JSON_PUT(&p->j, "quote", string, suitor_sv_cut(p->a->text, quote));
    JSON_PUT(&p->j, "start", integer, quote.begin);
    JSON_PUT(&p->j, "end", integer, quote.end);
}

static void put_player(printer *p, const suitor_player *player)
{
    json_begin_object(&p->j);
    JSON_PUT(&p->j, "name", string, player->name);
    JSON_PUT(&p->j, "club", string_or_null,
             player->club >= 0 ? p->f->clubs[player->club].name : suitor_sv_make(NULL, 0));
    JSON_PUT(&p->j, "position", string_or_null,
             suitor_sv_of(suitor_position_name(player->position)));
    JSON_KEY(&p->j, "age");
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
    JSON_PUT(&p->j, "player", string, player_name(p, c->player));
    JSON_PUT(&p->j, "club", string, p->f->clubs[c->club].name);
    JSON_PUT(&p->j, "relation", word, suitor_relation_name(c->relation));
    JSON_PUT(&p->j, "stage", word, suitor_stage_name(c->stage));
    put_quote(p, e->quote);
    JSON_PUT(&p->j, "hedge", word, suitor_hedge_name(e->hedge));
    JSON_PUT(&p->j, "origin", string_or_null, e->origin);
    JSON_KEY(&p->j, "confidence");
    json_number(&p->j, e->confidence, 6);
    json_end_object(&p->j);
}

static void put_fee(printer *p, const suitor_fee *fee)
{
    json_begin_object(&p->j);
    JSON_PUT(&p->j, "player", string, player_name(p, fee->player));
    JSON_PUT(&p->j, "kind", word, suitor_fee_kind_name(fee->kind));
    JSON_PUT(&p->j, "currency", word, fee->currency);
    JSON_KEY(&p->j, "low");
    json_number(&p->j, fee->low, 6);
    JSON_KEY(&p->j, "high");
    json_number(&p->j, fee->high, 6);
    put_quote(p, fee->quote);
    json_end_object(&p->j);
}

static void put_either_or(printer *p, const suitor_either_or *e)
{
    json_begin_object(&p->j);
    JSON_PUT(&p->j, "club", string, p->f->clubs[e->club].name);
    JSON_KEY(&p->j, "players");
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
    JSON_PUT(&p->j, "club", string, p->f->clubs[n->club].name);
    JSON_PUT(&p->j, "position", word, suitor_position_name(n->position));
    put_quote(p, n->quote);
    json_end_object(&p->j);
}

static void put_aliases_of(printer *p, suitor_sv name, suitor_run run)
{
    if (run.count == 0)
        return;
    json_key(&p->j, name);
    json_begin_array(&p->j);
    for (uint32_t i = 0; i < run.count; i++)
        json_string(&p->j, p->f->aliases[run.first + i]);
    json_end_array(&p->j);
}

static void put_aliases(printer *p)
{
    JSON_KEY(&p->j, "aliases");
    json_begin_object(&p->j);
    for (uint32_t i = 0; i < p->f->n_players; i++)
        put_aliases_of(p, p->f->players[i].name, p->f->players[i].aliases);
    for (uint32_t i = 0; i < p->f->n_clubs; i++)
        put_aliases_of(p, p->f->clubs[i].name, p->f->clubs[i].aliases);
    json_end_object(&p->j);
}

#define PUT_ALL(p, name, array, put)                                                               \
    do {                                                                                           \
        JSON_KEY(&(p)->j, name);                                                                   \
        json_begin_array(&(p)->j);                                                                 \
        for (uint32_t i = 0; i < (p)->f->n_##array; i++)                                           \
            put(p, &(p)->f->array[i]);                                                             \
        json_end_array(&(p)->j);                                                                   \
    } while (0)

static void put_source(printer *p, const suitor_sv *name) { json_string(&p->j, *name); }

static void put_article(printer *p)
{
    json_begin_object(&p->j);
    JSON_PUT(&p->j, "id", string, p->a->id);
    JSON_PUT(&p->j, "url", string_or_null, p->a->url);
    JSON_PUT(&p->j, "date", day, p->a->day);
    JSON_PUT(&p->j, "title", string_or_null, p->a->title);
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
