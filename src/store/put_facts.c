/* Facts to rows: first the clubs and players that the others point to, then what
 * is said of them. Rows of an article stand in the order of its facts. */
#include "entity.h"
#include "fail.h"
#include "put.h"

typedef struct {
    suitor_store *store;
    const suitor_facts *facts;
    int64_t article;
    int64_t *clubs;   /* entity of facts->clubs[i] */
    int64_t *players; /* article_player of facts->players[i] */
    suitor_error *err;
} putting;

static suitor_status put_aliases(putting *p, int64_t entity, suitor_sv name, suitor_run aliases)
{
    suitor_status st = SUITOR_OK;

    for (uint32_t i = 0; st == SUITOR_OK && i < aliases.count; i++)
        st = alias_put(p->store, entity, name, p->facts->aliases[aliases.first + i], p->err);
    return st;
}

static suitor_status put_clubs(putting *p)
{
    suitor_status st = SUITOR_OK;

    for (uint32_t i = 0; st == SUITOR_OK && i < p->facts->n_clubs; i++) {
        const suitor_club *club = &p->facts->clubs[i];
        known_name known;
        st = name_put(p->store, SUITOR_KIND_CLUB, club->name, &known, p->err);
        if (st != SUITOR_OK)
            break;
        p->clubs[i] = known.entity;
        st = put_aliases(p, known.entity, club->name, club->aliases);
    }
    return st;
}

static suitor_status put_player(putting *p, uint32_t i)
{
    const suitor_player *player = &p->facts->players[i];
    known_name known;
    suitor_status st = name_put(p->store, SUITOR_KIND_PLAYER, player->name, &known, p->err);

    if (st == SUITOR_OK)
        st = put_aliases(p, known.entity, player->name, player->aliases);
    if (st != SUITOR_OK)
        return st;
    return db_insert(
        p->store, ADD_ARTICLE_PLAYER,
        (db_value[]){ db_integer(p->article), db_integer(known.spelling),
                      player->club >= 0 ? db_integer(p->clubs[player->club]) : db_null(),
                      player->position != SUITOR_POS_NONE ? db_integer(player->position)
                                                          : db_null(),
                      player->age >= 0 ? db_integer(player->age) : db_null() },
        &p->players[i], p->err);
}

static suitor_status put_players(putting *p)
{
    suitor_status st = SUITOR_OK;

    for (uint32_t i = 0; st == SUITOR_OK && i < p->facts->n_players; i++)
        st = put_player(p, i);
    return st;
}

static suitor_status put_evidence(putting *p, int64_t claim, const suitor_evidence *e)
{
    int64_t source;
    suitor_status st = source_put(p->store, e->origin, &source, p->err);

    if (st != SUITOR_OK)
        return st;
    return db_run(p->store, ADD_EVIDENCE,
                  (db_value[]){ db_integer(claim), db_integer(source), db_integer(e->stage),
                                db_integer(e->hedge), db_real(e->confidence),
                                db_integer(e->quote.begin), db_integer(e->quote.end),
                                db_integer(e->sentence.begin), db_integer(e->sentence.end) },
                  p->err);
}

static suitor_status put_claims(putting *p)
{
    suitor_status st = SUITOR_OK;

    for (uint32_t i = 0; st == SUITOR_OK && i < p->facts->n_claims; i++) {
        const suitor_claim *c = &p->facts->claims[i];
        int64_t claim;
        st = db_insert(p->store, ADD_CLAIM,
                       (db_value[]){ db_integer(p->players[c->player]),
                                     db_integer(p->clubs[c->club]), db_integer(c->relation),
                                     db_integer(c->stage) },
                       &claim, p->err);
        for (uint32_t k = 0; st == SUITOR_OK && k < c->evidence.count; k++)
            st = put_evidence(p, claim, &p->facts->evidence[c->evidence.first + k]);
    }
    return st;
}

static suitor_status put_fees(putting *p)
{
    suitor_status st = SUITOR_OK;

    for (uint32_t i = 0; st == SUITOR_OK && i < p->facts->n_fees; i++) {
        const suitor_fee *fee = &p->facts->fees[i];
        st = db_run(p->store, ADD_FEE,
                    (db_value[]){ db_integer(p->players[fee->player]), db_integer(fee->kind),
                                  db_text(suitor_sv_of(fee->currency)), db_real(fee->low),
                                  db_real(fee->high), db_integer(fee->quote.begin),
                                  db_integer(fee->quote.end) },
                    p->err);
    }
    return st;
}

static suitor_status put_needs(putting *p)
{
    suitor_status st = SUITOR_OK;

    for (uint32_t i = 0; st == SUITOR_OK && i < p->facts->n_needs; i++) {
        const suitor_need *need = &p->facts->needs[i];
        st = db_run(p->store, ADD_NEED,
                    (db_value[]){ db_integer(p->article), db_integer(p->clubs[need->club]),
                                  db_integer(need->position), db_integer(need->quote.begin),
                                  db_integer(need->quote.end) },
                    p->err);
    }
    return st;
}

static suitor_status put_either_or(putting *p)
{
    suitor_status st = SUITOR_OK;

    for (uint32_t i = 0; st == SUITOR_OK && i < p->facts->n_either_or; i++) {
        const suitor_either_or *either = &p->facts->either_or[i];
        const uint32_t *members = p->facts->either_or_players + either->members.first;
        int64_t id;
        st = db_insert(p->store, ADD_EITHER_OR,
                       (db_value[]){ db_integer(p->article), db_integer(p->clubs[either->club]),
                                     db_integer(either->quote.begin),
                                     db_integer(either->quote.end) },
                       &id, p->err);
        for (uint32_t k = 0; st == SUITOR_OK && k < either->members.count; k++)
            st = db_run(p->store, ADD_EITHER_OR_MEMBER,
                        (db_value[]){ db_integer(id), db_integer(p->players[members[k]]) }, p->err);
    }
    return st;
}

static suitor_status put_sources(putting *p)
{
    suitor_status st = SUITOR_OK;

    for (uint32_t i = 0; st == SUITOR_OK && i < p->facts->n_sources; i++) {
        int64_t source;
        st = source_put(p->store, p->facts->sources[i], &source, p->err);
        if (st == SUITOR_OK)
            st = db_run(p->store, ADD_ARTICLE_SOURCE,
                        (db_value[]){ db_integer(p->article), db_integer(source) }, p->err);
    }
    return st;
}

suitor_status facts_put(suitor_store *store, int64_t article, const suitor_facts *facts,
                        suitor_error *err)
{
    static suitor_status (*const parts[])(putting *) = { put_clubs,  put_players, put_claims,
                                                         put_fees,   put_needs,   put_either_or,
                                                         put_sources };
    putting p = { store, facts, article, NULL, NULL, err };
    suitor_status st = SUITOR_OK;

    p.clubs = arena_zeros(&store->scratch, facts->n_clubs, sizeof *p.clubs);
    p.players = arena_zeros(&store->scratch, facts->n_players, sizeof *p.players);
    if (!p.clubs || !p.players)
        return fail(err, SUITOR_ERR_NOMEM, "%s: out of memory", store->path);
    for (size_t i = 0; st == SUITOR_OK && i < sizeof parts / sizeof *parts; i++)
        st = parts[i](&p);
    return st;
}
