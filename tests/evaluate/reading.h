/* Readings made by hand, "interest keen Jan Ruiz | Redport; …", as facts. */
#ifndef TESTS_EVALUATE_READING_H
#define TESTS_EVALUATE_READING_H

#include "suitor/extraction.h"
#include "table.h"

enum { READING_MOST = 12 };

typedef struct {
    suitor_player players[READING_MOST];
    suitor_club clubs[READING_MOST];
    suitor_claim claims[READING_MOST];
    suitor_evidence evidence[READING_MOST];
    suitor_fee fees[READING_MOST];
    suitor_need needs[READING_MOST];
    suitor_either_or choices[READING_MOST];
    uint32_t members[READING_MOST];
    suitor_sv sources[READING_MOST];
    suitor_facts facts;
} reading;

static inline suitor_facts *reading_begin(reading *r)
{
    *r = (reading){ .facts = { 0 } };
    r->facts.players = r->players;
    r->facts.clubs = r->clubs;
    r->facts.claims = r->claims;
    r->facts.evidence = r->evidence;
    r->facts.fees = r->fees;
    r->facts.needs = r->needs;
    r->facts.either_or = r->choices;
    r->facts.either_or_players = r->members;
    r->facts.sources = r->sources;
    return &r->facts;
}

static inline uint32_t reading_player(reading *r, suitor_sv name)
{
    suitor_facts *f = &r->facts;

    for (uint32_t i = 0; i < f->n_players; i++)
        if (suitor_sv_equal(r->players[i].name, name))
            return i;
    assert_true(f->n_players < READING_MOST);
    r->players[f->n_players] = (suitor_player){ .name = name, .club = -1, .age = -1 };
    return f->n_players++;
}

static inline uint32_t reading_club(reading *r, suitor_sv name)
{
    suitor_facts *f = &r->facts;

    for (uint32_t i = 0; i < f->n_clubs; i++)
        if (suitor_sv_equal(r->clubs[i].name, name))
            return i;
    assert_true(f->n_clubs < READING_MOST);
    r->clubs[f->n_clubs] = (suitor_club){ .name = name };
    return f->n_clubs++;
}

/* The next part of *rest, up to one of `ends` or its end, which is passed over. */
static inline suitor_sv reading_cut(const char **rest, const char *ends)
{
    size_t len = strcspn(*rest, ends);
    suitor_sv out = suitor_sv_make(*rest, len);

    *rest += len;
    *rest += strspn(*rest, ends);
    while (out.len && out.ptr[out.len - 1] == ' ')
        out.len--;
    return out;
}

/* Add the claims that `text` lists; it must outlive the reading. */
static inline void reading_claims(reading *r, const char *text)
{
    while (*text) {
        suitor_claim *c = &r->claims[r->facts.n_claims];
        assert_true(r->facts.n_claims < READING_MOST);
        assert_true(suitor_relation_parse(reading_cut(&text, " "), &c->relation));
        assert_true(suitor_stage_parse(reading_cut(&text, " "), &c->stage));
        c->player = reading_player(r, reading_cut(&text, "|"));
        text += strspn(text, " ");
        c->club = reading_club(r, reading_cut(&text, ";"));
        text += strspn(text, " ");
        c->evidence = (suitor_run){ r->facts.n_claims++, 1 };
    }
    r->facts.n_evidence = r->facts.n_claims;
}

#endif
