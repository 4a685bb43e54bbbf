/* Names: which words they begin with is noted in the vocabulary, so that no other word is
 * looked for in the trie. */
#include "lexicon/lexicon.h"

bool lexicon_add_name(lexicon *lex, const uint32_t *words, uint32_t n, trie_entry entry)
{
    lex->words.classes[words[0]] |= CLASS_BIT(CLASS_OPENS_NAME);
    if (!entry.capital)
        lex->words.classes[words[0]] |= CLASS_BIT(CLASS_OPENS_SMALL_NAME);
    return trie_add(&lex->names, words, n, entry);
}
