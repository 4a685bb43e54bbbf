/* Clues to clubs, read from the words of a description and held against the gazetteer. */
#include "mentions/clue.h"

static bool says(const reading *r, uint32_t i, const char *text)
{
    return suitor_sv_equal(token_text(&r->doc, i), suitor_sv_of(text));
}

static void read_mention(const mention *m, club_clue *out)
{
    switch (m->kind) {
    case ENTRY_COUNTRY:
    case ENTRY_DEMONYM: out->country = m->ref; break;
    case ENTRY_LEAGUE: out->league = m->ref; break;
    case ENTRY_CITY: out->town = m->ref; break;
    default: break;
    }
}

static bool is_meant(const reading *r, const club_clue *c, const gazetteer_title *t)
{
    const gazetteer *g = &r->x->gaz;

    if (c->of_europe != (t->league == GAZETTEER_NONE))
        return false;
    if (c->league != NONE && t->league != c->league)
        return false;
    if (c->country != NONE && (t->league == GAZETTEER_NONE || g->leagues[t->league].level != 1 ||
                               g->leagues[t->league].country != c->country))
        return false;
    return r->month != NO_MONTH && t->from <= r->month && r->month < t->until;
}

/* Who holds a title that is meant, the first of them; whether there is more than one. */
static uint32_t champion(const reading *r, const club_clue *c, bool *several)
{
    const gazetteer *g = &r->x->gaz;
    uint32_t found = NONE;

    *several = false;
    for (uint32_t i = 0; i < g->n_titles; i++) {
        if (!is_meant(r, c, &g->titles[i]))
            continue;
        *several |= found != NONE;
        found = found == NONE ? g->titles[i].club : found;
    }
    return found;
}

static bool is_champion(const reading *r, const club_clue *c, uint32_t club)
{
    const gazetteer *g = &r->x->gaz;

    for (uint32_t i = 0; i < g->n_titles; i++)
        if (g->titles[i].club == club && is_meant(r, c, &g->titles[i]))
            return true;
    return false;
}

bool clue_read(const reading *r, const unit *u, club_clue *out)
{
    bool several;

    *out = (club_clue){ .country = u->country, .league = NONE };
    for (uint32_t i = u->first; i < u->end; i++) {
        uint32_t m = r->mention_at[i];
        if (m != NONE)
            read_mention(&r->mentions[m], out);
        out->champions |= says(r, i, "champions");
        out->of_europe |= says(r, i, "European");
    }
    out->of_europe &= out->champions;
    if (out->champions && champion(r, out, &several) == NONE)
        out->champions = out->of_europe = false;
    return out->champions || out->country != NONE || out->league != NONE || out->town;
}

static bool is_of_town(const reading *r, uint32_t node, uint32_t club)
{
    const trie *names = &r->x->lex.names;

    for (uint32_t e = names->heads[node]; e; e = names->entries[e].next)
        if (names->entries[e].kind == ENTRY_CITY && names->entries[e].ref == club)
            return true;
    return false;
}

bool clue_fits(const reading *r, const club_clue *c, uint32_t club)
{
    const gazetteer_club *known = &r->x->gaz.clubs[club];

    if (c->champions)
        return is_champion(r, c, club);
    if (c->country != NONE && known->country != c->country)
        return false;
    if (c->league != NONE && known->league != c->league)
        return false;
    return !c->town || is_of_town(r, c->town, club);
}

static uint32_t only_one_named(const reading *r, const club_clue *c)
{
    uint32_t found = NONE;

    for (uint32_t i = 0; i < r->n_counted; i++) {
        uint32_t club = r->counted[i];
        if (!r->club_counts[club] || !clue_fits(r, c, club))
            continue;
        if (found != NONE)
            return NONE;
        found = club;
    }
    return found;
}

static uint32_t only_great_one(const reading *r, const club_clue *c)
{
    const trie *names = &r->x->lex.names;
    uint32_t found = NONE;

    if (!c->town)
        return NONE;
    for (uint32_t e = names->heads[c->town]; e; e = names->entries[e].next) {
        const trie_entry *entry = &names->entries[e];
        if (entry->kind != ENTRY_CITY || r->x->gaz.clubs[entry->ref].level != 1)
            continue;
        if (found != NONE)
            return NONE;
        found = entry->ref;
    }
    return found;
}

uint32_t clue_alone(const reading *r, const club_clue *c)
{
    bool several;
    uint32_t found = only_one_named(r, c);

    if (found != NONE || !c->champions)
        return found != NONE ? found : only_great_one(r, c);
    if (c->league == NONE && c->country == NONE && !c->of_europe)
        return NONE;
    found = champion(r, c, &several);
    return several ? NONE : found;
}
