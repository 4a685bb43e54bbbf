/* Doubts about names: short ones that several people bear, capitals that are nobody's
 * name, and readers who ask. */
#include "mentions/mentions.h"
#include "mentions/press.h"

enum { ADDRESS_WORDS = 4 };

bool is_known_surname(const reading *r, suitor_sv folded)
{
    uint32_t ignored;

    return strmap_get(&r->x->gaz.surnames, folded, &ignored);
}

static bool is_all_common(const reading *r, const mention *m)
{
    for (uint32_t i = m->first; i < m->end; i++)
        if (!token_in(r, i, CLASS_COMMON) || token_in(r, i, CLASS_FIRST_NAME))
            return false;
    return true;
}

/* ", 28": an age shows that a word in capitals names somebody. */
static bool has_age_behind(const reading *r, const mention *m)
{
    return m->end + 1 < r->doc.n_tokens && token_is(&r->doc, m->end, ',') &&
           r->doc.tokens[m->end + 1].kind == TOKEN_NUMBER;
}

/* "Jan 31", "Jan. 15" */
static bool is_date(const reading *r, const mention *m)
{
    uint32_t behind = m->end;

    if (m->end > m->first + 1 || !token_in(r, m->first, CLASS_YEAR_LINK))
        return false;
    behind += behind < r->doc.n_tokens && token_is(&r->doc, behind, '.');
    return behind < r->doc.n_tokens && r->doc.tokens[behind].kind == TOKEN_NUMBER;
}

/* "the Trent End", "Marlow Sports Group" */
static bool names_place(const reading *r, const mention *m)
{
    return token_in(r, m->end - 1, CLASS_PLACE_NOUN) ||
           (m->end < r->doc.n_tokens && token_in(r, m->end, CLASS_PLACE_NOUN) &&
            (r->doc.tokens[m->end].flags & TOKEN_CAPITAL));
}

bool introduces_person(const reading *r, const mention *m, suitor_sv folded)
{
    bool one = m->end == m->first + 1;

    if (m->kind != MENTION_PERSON)
        return true;
    if (names_place(r, m) || is_date(r, m))
        return false;
    if (is_all_common(r, m))
        return one && is_known_surname(r, folded) && !token_in(r, m->first, CLASS_YEAR_LINK);
    if (one && (r->doc.tokens[m->first].flags & TOKEN_UPPER))
        return is_known_surname(r, folded) || has_age_behind(r, m);
    return true;
}

/* Of several players known by one word ("Danilo") the one whose club is named. */
static void choose_namesake(reading *r, mention *m)
{
    const trie *names = &r->x->lex.names;
    const gazetteer *g = &r->x->gaz;
    uint32_t node = trie_step(names, 0, r->doc.tokens[m->first].word);

    if (!node || player_club(r, &g->players[m->ref]) != NONE)
        return;
    for (uint32_t e = names->heads[node]; e; e = names->entries[e].next) {
        const trie_entry *entry = &names->entries[e];
        if (entry->kind == ENTRY_PLAYER && player_club(r, &g->players[entry->ref]) != NONE)
            m->ref = entry->ref;
    }
}

/* Who is known by a given name ("Pep", "Nuno") is only meant where his club is named. */
static void doubt_short_names(reading *r)
{
    for (uint32_t i = 0; i < r->n_mentions; i++) {
        mention *m = &r->mentions[i];
        if (m->kind == ENTRY_PLAYER && m->end == m->first + 1)
            choose_namesake(r, m);
        if (m->kind != ENTRY_STAFF || m->end > m->first + 1 ||
            !token_in(r, m->first, CLASS_FIRST_NAME))
            continue;
        const gazetteer_staff *who = &r->x->gaz.staff[m->ref];
        if (who->career.n > 0 && staff_club(r, who) == NONE)
            *m = (mention){ .first = m->first, .end = m->end, .ref = NONE, .kind = MENTION_PERSON };
    }
}

/* Where the address ends that begins at token `i`: ", Leith:", "in Stockport:", "(Hove):";
 * `i` itself when none does. */
static uint32_t address_end(const reading *r, uint32_t i)
{
    uint32_t k = i + 1;

    if (k >= r->doc.n_tokens || (!token_is(&r->doc, i, ',') && !token_is(&r->doc, i, '(') &&
                                 !token_in(r, i, CLASS_PREPOSITION)))
        return i;
    while (k < r->doc.n_tokens && k - i <= ADDRESS_WORDS && r->doc.tokens[k].kind == TOKEN_WORD &&
           (r->doc.tokens[k].flags & TOKEN_CAPITAL))
        k++;
    if (k == i + 1)
        return i;
    k += k < r->doc.n_tokens && token_is(&r->doc, k, ')');
    return k < r->doc.n_tokens && token_is(&r->doc, k, ':') ? k : i;
}

/* Readers who ask ("Tom, Leith: will he go?") and where they live are nobody. */
static void drop_askers(reading *r)
{
    uint32_t until = 0; /* token where the last address ends */

    for (uint32_t i = 0; i < r->n_mentions; i++) {
        mention *m = &r->mentions[i];
        if (m->kind == MENTION_PERSON && m->end == m->first + 1) {
            uint32_t end = address_end(r, m->end);
            until = end > m->end ? end : until;
        }
        if (m->first < until)
            m->kind = MENTION_NOBODY;
    }
}

void people_doubt(reading *r)
{
    doubt_short_names(r);
    drop_askers(r);
    press_tell(r);
}
