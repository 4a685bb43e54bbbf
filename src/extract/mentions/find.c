/* Names in the text: longest match in the gazetteer's trie, then runs of
 * capitalised words that no table knows. */
#include "grow.h"
#include "mentions/known_name.h"
#include "mentions/mentions.h"
#include "mentions/press.h"

enum { DATELINE_REACH = 8 }; /* tokens of date and agency */
enum { MAX_RUN = 5, MAX_PARTICLES = 4 };

static bool is_capital(const reading *r, uint32_t i)
{
    return (r->doc.tokens[i].flags & TOKEN_CAPITAL) != 0;
}

/* Whether token `i` opens its sentence, or what is said inside it: a capital
 * there says nothing. */
static bool is_opening(const reading *r, const sentence *s, uint32_t i)
{
    while (i > s->first && (r->doc.tokens[i - 1].kind == TOKEN_SYMBOL ||
                            r->doc.tokens[i - 1].kind == TOKEN_HASHTAG))
        i--;
    if (i == s->first)
        return true;
    const token *before = &r->doc.tokens[i - 1];
    return before->kind == TOKEN_PUNCT && before->sign && strchr(":\"'-(|", before->sign) != NULL &&
           !(r->doc.tokens[i].flags & TOKEN_JOINED);
}

static bool is_club_kind(uint8_t kind)
{
    return kind == ENTRY_CLUB || kind == ENTRY_NICKNAME || kind == ENTRY_STADIUM;
}

/* Whether a cue can begin with the token, as "Spurs want" does and "Reading of" not. */
static bool begins_cue(const reading *r, uint32_t i)
{
    return token_in(r, i, CLASS_ANCHOR) && !token_in(r, i, CLASS_PREPOSITION) &&
           !token_in(r, i, CLASS_STOP) && !token_in(r, i, CLASS_SKIP);
}

/* An entry that opens a sentence as an ordinary word is not believed. */
static bool is_believable(const reading *r, const sentence *s, const mention *m)
{
    bool one = m->end == m->first + 1;

    if (!one || m->tag || !token_in(r, m->first, CLASS_COMMON) || !is_opening(r, s, m->first))
        return true;
    if (m->end >= s->end)
        return false;
    const token *after = &r->doc.tokens[m->end];
    return after->kind == TOKEN_CLITIC || token_in(r, m->end, CLASS_AUX) || begins_cue(r, m->end) ||
           (after->kind == TOKEN_WORD && (after->flags & TOKEN_CAPITAL));
}

/* Whether somebody who is staff in the end still plays on the article's day. */
static bool still_plays(const reading *r, const trie_entry *entry)
{
    const gazetteer *g = &r->x->gaz;

    return entry->kind == ENTRY_PLAYER && r->month != NO_MONTH &&
           gazetteer_at_work(g, g->players[entry->ref].career, r->month);
}

static bool serves(const reading *r, const trie_entry *entry)
{
    const gazetteer *g = &r->x->gaz;

    return entry->kind == ENTRY_STAFF && r->month != NO_MONTH &&
           gazetteer_at_work(g, g->staff[entry->ref].career, r->month);
}

/* Best reading of an entry chain: a club before an outlet before the rest; who plays before
 * who will be staff one day. */
static uint32_t best_entry(const reading *r, uint32_t node, bool capital, bool upper)
{
    static const uint8_t rank[] = {
        [ENTRY_CLUB] = 0,       [ENTRY_STADIUM] = 4, [ENTRY_NICKNAME] = 5, [ENTRY_OUTLET] = 6,
        [ENTRY_JOURNALIST] = 3, [ENTRY_STAFF] = 3,   [ENTRY_PLAYER] = 7,   [ENTRY_LEAGUE] = 6,
        [ENTRY_COUNTRY] = 8,    [ENTRY_DEMONYM] = 8, [ENTRY_CITY] = 9,     [ENTRY_POSITION] = 4
    };
    enum { IN_OFFICE = 1, PLAYS = 2 }; /* ranks, before those of mere names */
    const trie *names = &r->x->lex.names;
    uint32_t best = 0;
    uint8_t best_rank = 0;

    for (uint32_t e = names->heads[node]; e; e = names->entries[e].next) {
        const trie_entry *entry = &names->entries[e];
        if ((entry->capital && !capital) || (entry->capital == 2 && !upper))
            continue;
        if (!best && !entry->next) /* nothing to choose between */
            return e;
        uint8_t own = rank[entry->kind];
        own = still_plays(r, entry) ? PLAYS : serves(r, entry) ? IN_OFFICE : own;
        if (!best || own < best_rank) {
            best = e;
            best_rank = own;
        }
    }
    return best;
}

/* "in Milan" is the town, unless it possesses something ("in Milan's plans"); a name of a
 * register may be that of a town without the tables knowing. */
static bool is_town(const reading *r, uint32_t node, uint32_t first, uint32_t end)
{
    const trie *names = &r->x->lex.names;
    bool town = false;

    for (uint32_t e = names->heads[node]; e; e = names->entries[e].next)
        town |=
            names->entries[e].kind == ENTRY_CITY || names->entries[e].registered == REGISTERED_BARE;
    if (!town || first == 0 || !suitor_sv_equal(token_text(&r->doc, first - 1), suitor_sv_of("in")))
        return false;
    return end >= r->doc.n_tokens || r->doc.tokens[end].kind != TOKEN_CLITIC;
}

/* "MILAN, March 26 - …", "LISBON (Agency) - …": where an agency's report was written. */
static bool is_dateline(const reading *r, const sentence *s, uint32_t first, uint32_t end)
{
    if (first != s->first || !(r->doc.tokens[first].flags & TOKEN_UPPER))
        return false;
    for (uint32_t i = end; i < s->end && i < end + DATELINE_REACH; i++)
        if (token_is(&r->doc, i, '-'))
            return i > end || !(r->doc.tokens[i].flags & TOKEN_GLUED);
    return false;
}

static bool find_known(reading *r, const sentence *s, uint32_t i, mention *out)
{
    uint32_t end = i;
    uint32_t node = known_name(r, s, i, &end);
    const token *t = &r->doc.tokens[i];
    bool tag = t->kind == TOKEN_HANDLE || t->kind == TOKEN_HASHTAG;

    if (!node)
        return false;
    bool capital = is_capital(r, i) || tag || t->kind == TOKEN_NUMBER || t->kind == TOKEN_URL;
    uint32_t e = best_entry(r, node, capital, tag || (t->flags & TOKEN_UPPER));
    if (!e)
        e = press_small_outlet(r, node, i, end);
    if (!e)
        return false;
    const trie_entry *entry = &r->x->lex.names.entries[e];
    bool shared = is_club_kind(entry->kind) || entry->kind == ENTRY_CITY;
    *out = (mention){ .first = i,
                      .end = end,
                      .ref = shared ? node : entry->ref,
                      .kind = entry->kind,
                      .tag = tag,
                      .bare = entry->registered == REGISTERED_BARE };
    if (is_club_kind(entry->kind) && !tag &&
        (is_town(r, node, i, end) || is_dateline(r, s, i, end))) {
        out->kind = ENTRY_CITY;
        return true;
    }
    out->doubtful = !is_believable(r, s, out);
    return !out->doubtful || is_club_kind(entry->kind);
}

static bool is_particle(const reading *r, uint32_t i)
{
    return r->doc.tokens[i].kind == TOKEN_WORD && token_in(r, i, CLASS_PARTICLE);
}

/* Whether token `i` can be part of an unknown person's name. */
static bool is_name_word(const reading *r, const sentence *s, uint32_t i)
{
    const token *t = &r->doc.tokens[i];

    if (t->kind == TOKEN_HASHTAG)
        return (t->flags & TOKEN_CAPITAL) && !(t->flags & TOKEN_UPPER) && t->word == 0 &&
               i > s->first && (r->doc.tokens[i - 1].flags & TOKEN_CAPITAL);
    if (t->kind != TOKEN_WORD || !(t->flags & TOKEN_CAPITAL) || token_in(r, i, CLASS_NOT_NAME))
        return false;
    if (i + 1 < s->end && t[1].kind == TOKEN_NUMBER && (t[1].flags & TOKEN_JOINED))
        return false; /* "Under-21" */
    if ((t->flags & TOKEN_UPPER) && (t->end - t->begin <= 4 || token_in(r, i, CLASS_COMMON)))
        return false;
    if (token_in(r, i, CLASS_COMMON) && !token_in(r, i, CLASS_FIRST_NAME))
        return !(t->flags & TOKEN_TITLED) && !is_opening(r, s, i) && (t->flags & TOKEN_UPPER) == 0;
    return true;
}

/* A gazetteer phrase of two words or more that begins at `i` ends a run before it. */
static bool known_begins(const reading *r, const sentence *s, uint32_t i)
{
    uint32_t end = i;
    uint32_t node = known_name(r, s, i, &end);
    uint32_t e =
        node ? best_entry(r, node, is_capital(r, i), r->doc.tokens[i].flags & TOKEN_UPPER) : 0;

    if (!e || r->x->lex.names.entries[e].registered == REGISTERED_BARE)
        return false;
    uint8_t kind = r->x->lex.names.entries[e].kind;
    return end > i + 1 ? kind != ENTRY_CITY
                       : kind == ENTRY_DEMONYM || kind == ENTRY_LEAGUE || kind == ENTRY_OUTLET ||
                             kind == ENTRY_POSITION;
}

/* "Lukesic Arsenal move": the club behind a surname, or behind a whole name, is none of his. A
 * given name may stand before one that is a surname, too ("Danilo Santos"). */
static bool is_club_behind_name(const reading *r, const sentence *s, uint32_t first, uint32_t i)
{
    uint32_t end = i;
    uint32_t node = known_name(r, s, i, &end);
    uint32_t e = node && is_capital(r, i) ? best_entry(r, node, true, false) : 0;

    if (!e || r->x->lex.names.entries[e].kind != ENTRY_CLUB ||
        r->x->lex.names.entries[e].registered || is_particle(r, i))
        return false;
    return i > first + 1 || !token_in(r, first, CLASS_FIRST_NAME);
}

/* "as do Leeds": a small word before a club is no part of a name. */
static bool is_club_next(const reading *r, const sentence *s, uint32_t i)
{
    uint32_t end = i + 1;
    bool opens = i + 1 < s->end && (r->doc.marks[i + 1] & WORD_OPENS_NAME) && !is_capital(r, i);
    uint32_t node = opens ? known_name_longest(r, s, i + 1, &end) : 0;
    uint32_t e = node ? best_entry(r, node, true, false) : 0;

    return e && r->x->lex.names.entries[e].kind == ENTRY_CLUB;
}

/* End of the name that begins at `i`; `i` itself when none does. */
static uint32_t run_end(const reading *r, const sentence *s, uint32_t i)
{
    uint32_t end = i, k = i;

    while (k < s->end && end - i < MAX_RUN && k - end < MAX_PARTICLES) {
        if (k > i && (known_begins(r, s, k) || is_club_behind_name(r, s, i, k)))
            break;
        if (is_name_word(r, s, k) || (k > i && is_particle(r, k) && is_capital(r, k))) {
            end = ++k;
        } else if (is_particle(r, k) && k + 1 < s->end && !(k == i && is_club_next(r, s, k)) &&
                   (is_name_word(r, s, k + 1) || is_particle(r, k + 1))) {
            k++;
        } else {
            break;
        }
    }
    return end;
}

/* A given name before a word that is also a club's: "Danilo Santos". */
static bool is_person_with_club_name(const reading *r, uint32_t i, const mention *known)
{
    if (!is_club_kind(known->kind) || known->end != known->first + 1 || known->tag || i == 0)
        return false;
    return r->doc.tokens[i - 1].kind == TOKEN_WORD && token_in(r, i - 1, CLASS_FIRST_NAME) &&
           is_capital(r, i - 1) && !token_in(r, i - 1, CLASS_COMMON);
}

static uint32_t take_person(reading *r, const sentence *s, uint32_t i)
{
    uint32_t end = run_end(r, s, i);

    if (end == i)
        return i;
    if (end == i + 1 && (is_particle(r, i) || r->doc.tokens[i].end - r->doc.tokens[i].begin < 3))
        return i;
    READING_PUSH(r, mentions, ((mention){ i, end, NONE, MENTION_PERSON, false, false, false }));
    return end;
}

/* A known name may be the start of a longer unknown one ("Roma" in "Roma Torres"),
 * and a given name may swallow a known word behind it. */
static uint32_t take_known(reading *r, const sentence *s, uint32_t i, const mention *known)
{
    mention *last = r->n_mentions ? &r->mentions[r->n_mentions - 1] : NULL;

    if (last && last->kind == MENTION_PERSON && last->end == i &&
        is_person_with_club_name(r, i, known)) {
        last->end = known->end;
        return known->end;
    }
    bool short_staff = known->kind == ENTRY_STAFF && known->end == known->first + 1;
    if (known->kind == ENTRY_PLAYER || known->kind == ENTRY_CITY || known->kind == ENTRY_COUNTRY ||
        known->bare || short_staff) {
        uint32_t end = run_end(r, s, i);
        if (end > known->end && known->kind != ENTRY_COUNTRY)
            return take_person(r, s, i);
    }
    READING_PUSH(r, mentions, *known);
    return known->end;
}

/* Soon told of most words. */
static bool may_begin_person(const token *t)
{
    bool name = t->flags & TOKEN_CAPITAL && !(t->classes & CLASS_BIT(CLASS_NOT_NAME));

    return t->kind == TOKEN_WORD && (name || t->classes & CLASS_BIT(CLASS_PARTICLE));
}

/* Take the name that begins at `i`, if one does; what is behind. */
static uint32_t take_name(reading *r, const sentence *s, uint32_t i)
{
    const token *t = &r->doc.tokens[i];
    mention known;

    if (find_known(r, s, i, &known))
        return take_known(r, s, i, &known);
    if (t->kind == TOKEN_HANDLE || press_is_quoted_address(r, i))
        READING_PUSH(
            r, mentions,
            ((mention){ i, i + 1, NONE, MENTION_HANDLE, t->kind == TOKEN_HANDLE, false, false }));
    uint32_t end = may_begin_person(t) ? take_person(r, s, i) : i;
    return end > i ? end : i + 1;
}

/* The next token from `i` on with which a name can begin, known or not. Most words cannot. */
static uint32_t next_start(const reading *r, uint32_t i)
{
    return token_next(&r->doc, i, MARK_NAMING | MARK_FIGURE | WORD_OPENS_SMALL_NAME);
}

void mentions_find(reading *r)
{
    const sentence *s = r->doc.sentences;

    r->n_mentions = 0;
    for (uint32_t i = next_start(r, 0); i < r->doc.n_tokens; i = next_start(r, i)) {
        while (s->end <= i)
            s++;
        i = take_name(r, s, i);
    }
}
