/* What is noted of words in the vocabulary, so that texts are searched for their marks: where
 * in names they stand, and what else is looked for. */
#include "lexicon/lexicon.h"

bool lexicon_add_name(lexicon *lex, const uint32_t *words, uint32_t n, trie_entry entry)
{
    uint8_t *marks = lex->words.marks;

    marks[words[0]] |= WORD_OPENS_NAME | (entry.capital ? 0 : WORD_OPENS_SMALL_NAME);
    for (uint32_t i = 1; i < n; i++)
        marks[words[i]] |= WORD_GOES_ON_NAME;
    return trie_add(&lex->names, words, n, entry);
}

void lexicon_settle(lexicon *lex)
{
    const uint64_t figures = CLASS_BIT(CLASS_CURRENCY) | CLASS_BIT(CLASS_NUMBER_WORD);
    const uint64_t small = CLASS_BIT(CLASS_PARTICLE) | CLASS_BIT(CLASS_PRESS_SHORT);
    vocab *words = &lex->words;

    for (uint32_t w = 1; w <= words->count; w++) {
        if (words->classes[w] & figures)
            words->marks[w] |= MARK_FIGURE;
        if (words->classes[w] & small) /* "de Ligt", "talkSPORT" */
            words->marks[w] |= WORD_OPENS_SMALL_NAME;
    }
    vocab_settle(words);
}
