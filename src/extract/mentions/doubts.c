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

/* "the Kettle", "the Hamburgers", but not "the Lukesic deal" */
static bool has_article(const reading *r, const mention *m)
{
    suitor_sv before = m->first ? token_text(&r->doc, m->first - 1) : suitor_sv_of("");

    if (!suitor_sv_equal(before, suitor_sv_of("the")) &&
        !suitor_sv_equal(before, suitor_sv_of("The")))
        return false;
    return m->end >= r->doc.n_tokens ||
           (!token_in(r, m->end, CLASS_MOVE_NOUN) && !token_in(r, m->end, CLASS_PURSUIT));
}

/* "signed from Nordland Elks": a club that no table has. */
static bool is_come_from(const reading *r, const mention *m)
{
    if (m->first == 0 || m->end == m->first + 1 || token_in(r, m->first, CLASS_FIRST_NAME))
        return false;
    return suitor_sv_equal(token_text(&r->doc, m->first - 1), suitor_sv_of("from")) &&
           (m->end >= r->doc.n_tokens || r->doc.tokens[m->end].kind != TOKEN_CLITIC);
}

/* "Will he stay?": a given name that is an ordinary word, and one here. */
static bool opens_question(const reading *r, const mention *m)
{
    const uint64_t followers = CLASS_BIT(CLASS_HE) | CLASS_BIT(CLASS_THEY) |
                               CLASS_BIT(CLASS_DETERMINER) | CLASS_BIT(CLASS_INDEFINITE);

    return token_in(r, m->first, CLASS_COMMON) && m->end < r->doc.n_tokens &&
           (r->doc.tokens[m->end].classes & followers);
}

bool introduces_person(const reading *r, const mention *m, suitor_sv folded)
{
    bool one = m->end == m->first + 1;

    if (m->kind != MENTION_PERSON)
        return true;
    if (names_place(r, m) || is_date(r, m) || is_come_from(r, m) || (one && opens_question(r, m)))
        return false;
    if (is_all_common(r, m))
        return one && is_known_surname(r, folded) && !token_in(r, m->first, CLASS_YEAR_LINK);
    if (one && ((r->doc.tokens[m->first].flags & TOKEN_UPPER) || has_article(r, m)))
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

/* Where the bracket or line ends that tells who asked, behind a question: "… go? (Tom, Leith)",
 * "… go? - Tom, Leith"; `i`, where the name stands, itself when none does. */
static uint32_t signature_end(const reading *r, uint32_t i)
{
    uint32_t k = i;

    if (i < 2 || !token_is(&r->doc, i - 2, '?') ||
        (!token_is(&r->doc, i - 1, '(') && !token_is(&r->doc, i - 1, '-')))
        return i;
    while (k < r->doc.n_tokens && k - i <= ADDRESS_WORDS &&
           (r->doc.tokens[k].kind == TOKEN_WORD || token_is(&r->doc, k, ',')))
        k++;
    return k >= r->doc.n_tokens || token_is(&r->doc, k, ')') || r->doc.tokens[k].kind == TOKEN_BREAK
               ? k
               : i;
}

/* The account of a club that heads a quoted post: "Nordland Elks (@elks)", on a line of its
 * own. */
static bool is_account_of_club(const reading *r, const mention *m, const mention *next)
{
    const token *tokens = r->doc.tokens;

    return next->tag && next->kind == ENTRY_CLUB && next->first == m->end + 1 &&
           token_is(&r->doc, m->end, '(') &&
           (m->first == 0 || tokens[m->first - 1].kind == TOKEN_BREAK) &&
           next->end + 1 < r->doc.n_tokens && tokens[next->end + 1].kind == TOKEN_BREAK;
}

static void drop_accounts(reading *r)
{
    for (uint32_t i = 0; i + 1 < r->n_mentions; i++)
        if (r->mentions[i].kind == MENTION_PERSON &&
            is_account_of_club(r, &r->mentions[i], &r->mentions[i + 1]))
            r->mentions[i].kind = MENTION_NOBODY;
}

/* Readers who ask ("Tom, Leith: will he go?") and where they live are nobody. */
static void drop_askers(reading *r)
{
    uint32_t until = 0; /* token where the last address ends */

    for (uint32_t i = 0; i < r->n_mentions; i++) {
        mention *m = &r->mentions[i];
        if (m->kind == MENTION_PERSON && m->end == m->first + 1) {
            uint32_t end = address_end(r, m->end), signed_end = signature_end(r, m->first);
            until = end > m->end ? end : signed_end > m->first ? signed_end : until;
        }
        if (m->first < until)
            m->kind = MENTION_NOBODY;
    }
}

void people_doubt(reading *r)
{
    doubt_short_names(r);
    drop_askers(r);
    drop_accounts(r);
    press_tell(r);
}
