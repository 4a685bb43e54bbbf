/* Which club a name means. A spelling of one club counts for it at once; what several
 * clubs share goes to the one whose other names, players and managers the article names
 * most, and failing that to the famous one. Clubs of trie nodes are looked up in the
 * entries. */
#include <math.h>

#include "grow.h"
#include "mentions/mentions.h"

/* Tried on the labelled texts. */
enum { BY_NAME = 3, BY_PERSON = 1, BY_NEARNESS = 3, NEAR = 6, FAMOUS = 20, CLEARLY = 2 };

static bool is_club_kind(uint8_t kind)
{
    return kind == ENTRY_CLUB || kind == ENTRY_NICKNAME || kind == ENTRY_STADIUM;
}

/* The only club that the node names outright, NONE if none or several. */
static uint32_t outright(const trie *names, uint32_t node)
{
    uint32_t club = NONE;

    for (uint32_t e = names->heads[node]; e; e = names->entries[e].next) {
        if (names->entries[e].kind != ENTRY_CLUB)
            continue;
        if (club != NONE)
            return NONE;
        club = names->entries[e].ref;
    }
    return club;
}

/* Makes room for every club of the gazetteer, once; all counts are 0 there. */
static bool index_clubs(reading *r)
{
    uint32_t known = r->club_counts_cap;

    if (!grow(&r->club_counts, &r->club_counts_cap, r->x->gaz.n_clubs + 1,
              sizeof *r->club_counts)) {
        r->out_of_memory = true;
        return false;
    }
    if (known < r->club_counts_cap)
        memset(r->club_counts + known, 0, (r->club_counts_cap - known) * sizeof *r->club_counts);
    return true;
}

static void count_club(reading *r, uint32_t club, uint32_t times)
{
    if (r->club_counts[club] || READING_PUSH(r, counted, club))
        r->club_counts[club] += times;
}

/* Of the many clubs there are an article names few. */
static void forget_counts(reading *r)
{
    for (uint32_t i = 0; i < r->n_counted; i++)
        r->club_counts[r->counted[i]] = 0;
    r->n_counted = 0;
}

/* A player or manager of the register speaks for his club of the day. */
static void count_person(reading *r, const mention *m)
{
    const gazetteer *g = &r->x->gaz;

    if (r->month == NO_MONTH)
        return;
    if (m->kind == ENTRY_PLAYER) {
        uint32_t owner = gazetteer_owner(g, &g->players[m->ref], r->month);
        if (owner != GAZETTEER_NONE)
            count_club(r, owner, BY_PERSON);
    } else if (m->kind == ENTRY_STAFF && staff_is_dated(r, &g->staff[m->ref])) {
        gazetteer_career career = g->staff[m->ref].career;
        for (uint32_t i = 0; i < career.n; i++) {
            const gazetteer_spell *s = &g->spells[career.first + i];
            if (s->from <= r->month && r->month <= s->to)
                count_club(r, s->club, BY_PERSON);
        }
    }
}

/* What speaks for each club: its names, and its people. */
static void count_evidence(reading *r)
{
    for (uint32_t i = 0; i < r->n_mentions; i++) {
        const mention *m = &r->mentions[i];
        count_person(r, m);
        if (!is_club_kind(m->kind) || m->doubtful)
            continue;
        uint32_t club = outright(&r->x->lex.names, m->ref);
        if (club != NONE)
            count_club(r, club, BY_NAME);
    }
}

/* How readily one thinks of the club at that name when nothing else is said. */
static float fame_of(const reading *r, const trie_entry *e)
{
    return (float)(r->x->gaz.clubs[e->ref].fame + 1) / (float)(e->place + 1);
}

/* What speaks for `club` at mention `at`: the whole article, and more so what came just
 * before, which is resolved by now. */
static float evidence_for(const reading *r, uint32_t club, uint32_t kept)
{
    float count = (float)r->club_counts[club];

    for (uint32_t i = kept; i > 0 && kept - i < NEAR; i--)
        if (is_club_kind(r->mentions[i - 1].kind) && r->mentions[i - 1].ref == club)
            return count + BY_NEARNESS;
    return count;
}

/* Of the bearers of a name that nothing in the article speaks for: the only one, the only
 * one of a highest division, or one whom everybody thinks of first. */
static uint32_t famous(const reading *r, const mention *m)
{
    const trie *names = &r->x->lex.names;
    uint32_t candidates = 0, first = NONE, top = NONE, n_top = 0;
    float best = 0, second = 0;

    for (uint32_t e = names->heads[m->ref]; e; e = names->entries[e].next) {
        const trie_entry *entry = &names->entries[e];
        if (!is_club_kind(entry->kind))
            continue;
        float fame = fame_of(r, entry);
        candidates++;
        if (fame > best) {
            second = best;
            best = fame;
            first = entry->ref;
        } else if (fame > second) {
            second = fame;
        }
        if (r->x->gaz.clubs[entry->ref].level == 1) {
            n_top++;
            top = entry->ref;
        }
    }
    if (candidates == 1 || (best > FAMOUS && best > CLEARLY * second))
        return first;
    return n_top == 1 && (m->kind != ENTRY_NICKNAME || m->tag) ? top : NONE;
}

/* The club meant by a shared name: the one that most speaks for, else the famous one. */
static uint32_t meant(const reading *r, const mention *m, uint32_t kept)
{
    const trie *names = &r->x->lex.names;
    uint32_t best = NONE;
    float best_weight = 0;

    for (uint32_t e = names->heads[m->ref]; e; e = names->entries[e].next) {
        const trie_entry *entry = &names->entries[e];
        if (!is_club_kind(entry->kind))
            continue;
        float weight = evidence_for(r, entry->ref, kept) * sqrtf(fame_of(r, entry));
        if (weight > best_weight) {
            best_weight = weight;
            best = entry->ref;
        }
    }
    return best != NONE ? best : famous(r, m);
}

/* Nicknames and grounds count for the clubs they turned out to mean. */
static void recount(reading *r)
{
    forget_counts(r);
    for (uint32_t i = 0; i < r->n_mentions; i++)
        if (is_club_kind(r->mentions[i].kind))
            count_club(r, r->mentions[i].ref, 1);
}

static suitor_sv word_key(const uint32_t *word)
{
    return suitor_sv_make((const char *)word, sizeof *word);
}

/* Remember in r->seen the last word of every unknown person's name. */
static void remember_surnames(reading *r)
{
    strmap_reset(&r->seen);
    for (uint32_t i = 0; i < r->n_mentions; i++) {
        const mention *m = &r->mentions[i];
        const uint32_t *word = &r->doc.tokens[m->end - 1].word;
        if (m->kind == MENTION_PERSON && *word && !strmap_put(&r->seen, word_key(word), 0, NULL))
            r->out_of_memory = true;
    }
}

/* Take a club's one-word name out of a register for the person whom the article names so:
 * "Thierry Correia … Correia". */
static void give_way_to_people(reading *r)
{
    bool remembered = false;
    uint32_t ignored;

    for (uint32_t i = 0; i < r->n_mentions; i++) {
        mention *m = &r->mentions[i];
        if (!m->bare || m->end != m->first + 1)
            continue;
        if (!remembered)
            remember_surnames(r);
        remembered = true;
        if (strmap_get(&r->seen, word_key(&r->doc.tokens[m->first].word), &ignored))
            *m = (mention){ m->first, m->end, NONE, MENTION_PERSON, false, false, false };
    }
}

void clubs_resolve(reading *r)
{
    uint32_t kept = 0;

    give_way_to_people(r);
    forget_counts(r);
    if (r->out_of_memory || !index_clubs(r))
        return;
    count_evidence(r);
    for (uint32_t i = 0; i < r->n_mentions; i++) {
        mention *m = &r->mentions[i];
        if (is_club_kind(m->kind)) {
            uint32_t club = outright(&r->x->lex.names, m->ref);
            if (club == NONE)
                club = meant(r, m, kept);
            if (club == NONE || (m->doubtful && !r->club_counts[club]))
                continue;
            m->ref = club;
            if (m->kind != ENTRY_STADIUM)
                m->kind = ENTRY_CLUB;
        }
        if (kept < i)
            r->mentions[kept] = *m;
        kept++;
    }
    r->n_mentions = kept;
    recount(r);
}
