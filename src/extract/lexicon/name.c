/* Names: where their words stand in them is noted in the vocabulary, so that no other word
 * is looked for in the trie. */
#include "lexicon/lexicon.h"

bool lexicon_add_name(lexicon *lex, const uint32_t *words, uint32_t n, trie_entry entry)
{
    uint8_t *marks = lex->words.marks;

    marks[words[0]] |= WORD_OPENS_NAME | (entry.capital ? 0 : WORD_OPENS_SMALL_NAME);
    for (uint32_t i = 1; i < n; i++)
        marks[words[i]] |= WORD_GOES_ON_NAME;
    return trie_add(&lex->names, words, n, entry);
}
