/* Names of the facts: who is credited, and the other spellings in the text. */
#include "claims/fact_builder.h"

void facts_add_sources(builder *b)
{
    const reading *r = b->r;

    if (b->f->n_claims == 0)
        return;
    for (uint32_t i = 0; i < r->n_sources; i++) {
        bool known = !r->sources[i].credited;
        for (uint32_t k = 0; k < i && !known; k++)
            known = r->sources[k].credited &&
                    suitor_sv_equal(r->sources[k].canonical, r->sources[i].canonical);
        if (!known)
            b->sources[b->f->n_sources++] = r->sources[i].name;
    }
}

static void add_alias(builder *b, suitor_run *run, suitor_sv name, suitor_sv text)
{
    if (text.len == 0 || suitor_sv_equal(name, text))
        return;
    for (uint32_t i = run->first; i < run->first + run->count; i++)
        if (suitor_sv_equal(b->aliases[i], text))
            return;
    b->aliases[b->f->n_aliases++] = text;
    run->count++;
}

void facts_add_player_aliases(builder *b)
{
    const reading *r = b->r;

    for (uint32_t i = 0; i < r->n_people; i++) {
        const person *p = &r->people[i];
        if (p->fact == NONE)
            continue;
        suitor_player *out = &b->players[p->fact];
        out->aliases = (suitor_run){ b->f->n_aliases, 0 };
        if (p->club != NONE)
            out->club = (int32_t)fact_of_club(b, p->club);
        for (uint32_t s = p->first_spelling; s != NONE; s = r->spellings[s].next)
            add_alias(b, &out->aliases, out->name, r->spellings[s].text);
    }
}

/* The mentions of each club of the facts, as chains in text order: the first one by club,
 * the next one by mention; NONE ends. */
typedef struct {
    uint32_t *first, *next;
} mention_chains;

static bool chain_mentions(const builder *b, mention_chains *out)
{
    reading *r = b->r;

    out->first = arena_alloc(&r->memory, b->f->n_clubs * sizeof *out->first);
    out->next = arena_alloc(&r->memory, r->n_mentions * sizeof *out->next);
    if (!out->first || !out->next) {
        r->out_of_memory = true;
        return false;
    }
    for (uint32_t c = 0; c < b->f->n_clubs; c++)
        out->first[c] = NONE;
    for (uint32_t i = r->n_mentions; i > 0; i--) {
        const mention *m = &r->mentions[i - 1];
        uint32_t club = m->kind == ENTRY_CLUB ? r->club_facts[m->ref] : NONE;
        if (club == NONE)
            continue;
        out->next[i - 1] = out->first[club];
        out->first[club] = i - 1;
    }
    return true;
}

void facts_add_club_aliases(builder *b)
{
    const reading *r = b->r;
    mention_chains chains;

    if (!chain_mentions(b, &chains))
        return;
    for (uint32_t c = 0; c < b->f->n_clubs; c++) {
        suitor_club *out = &b->clubs[c];
        out->aliases = (suitor_run){ b->f->n_aliases, 0 };
        for (uint32_t i = chains.first[c]; i != NONE; i = chains.next[i])
            add_alias(b, &out->aliases, out->name,
                      tokens_text(r, r->mentions[i].first, r->mentions[i].end));
    }
}
