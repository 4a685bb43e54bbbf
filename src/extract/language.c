/* The language of a text, told by its small words: a lexicon reads only its own. */
#include "language.h"

/* Fewer may be names and quotations. */
enum { FEWEST = 3 };

bool language_is_foreign(const reading *r)
{
    uint32_t own = 0, others = 0;

    if (token_count(&r->doc, 0, r->doc.n_tokens, WORD_FOREIGN) < FEWEST)
        return false;
    for (uint32_t i = 0; i < r->doc.n_tokens; i++) {
        const token *t = &r->doc.tokens[i];
        if (t->kind != TOKEN_WORD || (t->flags & TOKEN_CAPITAL))
            continue;
        if (r->doc.marks[i] & WORD_FOREIGN)
            others++;
        else
            own += token_in(r, i, CLASS_AUX) || token_in(r, i, CLASS_DETERMINER) ||
                   token_in(r, i, CLASS_PREPOSITION);
    }
    return others >= FEWEST && others > own;
}
