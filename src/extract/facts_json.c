/* The JSON line of an article, as `suitor extract` prints it: docs/json.md. */
#include <errno.h>

#include "facts_json.h"
#include "fail.h"
#include "json.h"
#include "number.h"

typedef struct {
    json j;
    const suitor_article *a;
    const suitor_facts *f;
    bool whole;
} printer;

static suitor_sv player_name(const printer *p, uint32_t i) { return p->f->players[i].name; }

static void put_quote(printer *p, suitor_span quote)
{
    JSON_PUT(&p->j, "quote", string, suitor_sv_cut(p->a->text, quote));
    JSON_PUT(&p->j, "start", integer, quote.begin);
    JSON_PUT(&p->j, "end", integer, quote.end);
}

/* With six digits where that is all there is to it. */
static void put_exactly(printer *p, double value)
{
    char text[NUMBER_SIZE];
    double back;
    bool is_short = number_read(suitor_sv_make(text, number_write(value, 6, text)), &back);

    json_number(&p->j, value, is_short && back == value ? 6 : NUMBER_MAX_DIGITS);
}

static void put_number(printer *p, double value)
{
    if (p->whole)
        put_exactly(p, value);
    else
        json_number(&p->j, value, 6);
}

static void put_names(printer *p, suitor_run run)
{
    json_begin_array(&p->j);
    for (uint32_t i = 0; i < run.count; i++)
        json_string(&p->j, p->f->aliases[run.first + i]);
    json_end_array(&p->j);
}

static void put_club(printer *p, const suitor_club *club)
{
    json_begin_object(&p->j);
    JSON_PUT(&p->j, "name", string, club->name);
    JSON_KEY(&p->j, "aliases");
    put_names(p, club->aliases);
    json_end_object(&p->j);
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
    if (p->whole) {
        JSON_KEY(&p->j, "aliases");
        put_names(p, player->aliases);
    }
    json_end_object(&p->j);
}

/* Where and how a claim is supported, once for each place. */
static void put_evidence(printer *p, suitor_run run)
{
    JSON_KEY(&p->j, "evidence");
    json_begin_array(&p->j);
    for (uint32_t i = 0; i < run.count; i++) {
        const suitor_evidence *e = &p->f->evidence[run.first + i];
        json_begin_object(&p->j);
        JSON_PUT(&p->j, "stage", word, suitor_stage_name(e->stage));
        JSON_PUT(&p->j, "hedge", word, suitor_hedge_name(e->hedge));
        JSON_PUT(&p->j, "origin", string_or_null, e->origin);
        JSON_KEY(&p->j, "confidence");
        put_number(p, e->confidence);
        JSON_PUT(&p->j, "start", integer, e->quote.begin);
        JSON_PUT(&p->j, "end", integer, e->quote.end);
        JSON_PUT(&p->j, "sentence_start", integer, e->sentence.begin);
        JSON_PUT(&p->j, "sentence_end", integer, e->sentence.end);
        json_end_object(&p->j);
    }
    json_end_array(&p->j);
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
    if (p->whole)
        put_evidence(p, c->evidence);
    json_end_object(&p->j);
}

static void put_fee(printer *p, const suitor_fee *fee)
{
    json_begin_object(&p->j);
    JSON_PUT(&p->j, "player", string, player_name(p, fee->player));
    JSON_PUT(&p->j, "kind", word, suitor_fee_kind_name(fee->kind));
    JSON_PUT(&p->j, "currency", word, fee->currency);
    JSON_KEY(&p->j, "low");
    put_number(p, fee->low);
    JSON_KEY(&p->j, "high");
    put_number(p, fee->high);
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
    put_names(p, run);
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
    JSON_PUT(&p->j, "language", string_or_null, p->f->language);
    if (p->whole) {
        JSON_PUT(&p->j, "outlet", string_or_null, p->a->outlet);
        JSON_PUT(&p->j, "path", string_or_null, p->a->path);
        JSON_PUT(&p->j, "text", string, p->a->text);
        PUT_ALL(p, "clubs", clubs, put_club);
    }
    PUT_ALL(p, "players", players, put_player);
    PUT_ALL(p, "claims", claims, put_claim);
    PUT_ALL(p, "fees", fees, put_fee);
    PUT_ALL(p, "needs", needs, put_need);
    PUT_ALL(p, "either_or", either_or, put_either_or);
    PUT_ALL(p, "sources", sources, put_source);
    put_aliases(p);
    json_end_object(&p->j);
}

void facts_append_json(buf *out, const suitor_article *article, const suitor_facts *facts,
                       bool whole)
{
    printer p = { .j = { .out = out }, .a = article, .f = facts, .whole = whole };

    put_article(&p);
}

suitor_status suitor_facts_write_json(const suitor_article *article, const suitor_facts *facts,
                                      FILE *out, suitor_error *err)
{
    buf text = { 0 };
    suitor_status st = SUITOR_OK;

    facts_append_json(&text, article, facts, false);
    if (text.failed)
        st = fail(err, SUITOR_ERR_NOMEM, "no memory for the JSON of %.*s",
                  SUITOR_SV_ARG(article->id));
    else if (fwrite(text.ptr, 1, text.len, out) != text.len)
        st = fail(err, SUITOR_ERR_IO, "cannot write: %s", strerror(errno));
    buf_free(&text);
    return st;
}
