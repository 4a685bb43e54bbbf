/* The language of a text, told by its small words: a lexicon reads only its own. */
#include "language.h"

/* Fewer may be names and quotations. */
enum { FEWEST = 3 };

static bool is_of_another(const lexicon *lex, uint32_t word)
{
    uint32_t node = trie_step(&lex->signals, 0, word);

    for (uint32_t e = node ? lex->signals.heads[node] : 0; e; e = lex->signals.entries[e].next)
        if (lex->signals.entries[e].ref == lex->foreign)
            return true;
    return false;
}

bool language_is_foreign(const reading *r)
{
    uint32_t own = 0, others = 0;

    for (uint32_t i = 0; i < r->doc.n_tokens; i++) {
        const token *t = &r->doc.tokens[i];
        if (t->kind != TOKEN_WORD || (t->flags & TOKEN_CAPITAL))
            continue;
        if (token_in(r, i, CLASS_OPENS_SIGNAL) && is_of_another(&r->x->lex, t->word))
            others++;
        else
            own += token_in(r, i, CLASS_AUX) || token_in(r, i, CLASS_DETERMINER) ||
                   token_in(r, i, CLASS_PREPOSITION);
    }
    return others >= FEWEST && others > own;
}
