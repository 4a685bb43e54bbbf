/* The longest match in the trie of all spellings. */
#include "mentions/known_name.h"

bool known_name_has_capital(const reading *r, uint32_t i, bool first)
{
    enum { SMALL_WORD = 3 };
    const token *t = &r->doc.tokens[i];

    return t->kind != TOKEN_WORD || (t->flags & TOKEN_CAPITAL) ||
           (!first && t->end - t->begin <= SMALL_WORD);
}

static bool is_glued_stop(const reading *r, uint32_t i)
{
    return token_is(&r->doc, i, '.') && (r->doc.tokens[i].flags & TOKEN_GLUED);
}

static bool is_glued_apostrophe(const reading *r, uint32_t i)
{
    return token_is(&r->doc, i, '\'') && (r->doc.tokens[i].flags & TOKEN_GLUED);
}

/* End of a phrase with the stop of its last letter: "Chelsea F.C." is all name. */
static uint32_t with_last_stop(const reading *r, const sentence *s, uint32_t first, uint32_t end)
{
    const token *last = &r->doc.tokens[end - 1];

    return end < s->end && end - first > 2 && last->kind == TOKEN_WORD &&
                   last->end - last->begin == 1 && is_glued_stop(r, end) &&
                   is_glued_stop(r, end - 2)
               ? end + 1
               : end;
}

static bool are_capital_enough(const reading *r, uint32_t first, uint32_t end)
{
    for (uint32_t k = first; k < end; k++)
        if (!known_name_has_capital(r, k, k == first))
            return false;
    return true;
}

/* The next word of a name that goes on behind token `k`: "F.C." is two, and "St James' Park"
 * three; s->end for none. */
static uint32_t next_name_word(const reading *r, const sentence *s, uint32_t k)
{
    do
        k++;
    while (k < s->end && (is_glued_stop(r, k) || is_glued_apostrophe(r, k)));
    return k < s->end && r->doc.marks[k] & WORD_GOES_ON_NAME ? k : s->end;
}

uint32_t known_name_longest(const reading *r, const sentence *s, uint32_t i, uint32_t *end)
{
    const trie *names = &r->x->lex.names;
    uint32_t node = trie_first(names, r->doc.tokens[i].word), head = names->heads[node], best = 0;

    for (uint32_t k = i; node;) {
        if (head && (!names->entries[head].registered || are_capital_enough(r, i, k + 1))) {
            best = node;
            *end = k + 1;
        }
        k = next_name_word(r, s, k);
        if (k == s->end)
            break;
        trie_edge edge = trie_step_edge(names, node, r->doc.tokens[k].word);
        node = edge.node;
        head = edge.head;
    }
    if (best)
        *end = with_last_stop(r, s, i, *end);
    return best;
}
