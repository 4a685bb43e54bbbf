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

/* Whether the word alone is a signal of class FOREIGN. */
static bool is_foreign(const lexicon *lex, uint32_t word)
{
    uint32_t node = trie_first(&lex->signals, word);

    for (uint32_t e = node ? lex->signals.heads[node] : 0; e; e = lex->signals.entries[e].next)
        if (lex->signals.entries[e].ref == lex->foreign)
            return true;
    return false;
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
        if (is_foreign(lex, w))
            words->marks[w] |= WORD_FOREIGN;
    }
    vocab_settle(words);
}
