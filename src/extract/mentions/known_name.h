/* Inner to mentions/: names of the trie in the text. */
#ifndef EXTRACT_KNOWN_NAME_H
#define EXTRACT_KNOWN_NAME_H

#include "reading.h"

/* Whether token `i`, the first one or not, may be part of a name of a register: only
 * small words in it ("de", "of") have no capital. */
bool known_name_has_capital(const reading *r, uint32_t i, bool first);

/* The longest phrase of the trie that begins at `i`; its node, 0 for none, and its end. */
uint32_t known_name_longest(const reading *r, const sentence *s, uint32_t i, uint32_t *end);

/* The same for any token. Most that open names are not gone on with. */
static inline uint32_t known_name(const reading *r, const sentence *s, uint32_t i, uint32_t *end)
{
    const trie *names = &r->x->lex.names;
    const uint8_t *marks = r->doc.marks + i;

    if (!(marks[0] & WORD_OPENS_NAME))
        return 0;
    if (marks[1] & (WORD_GOES_ON_NAME | MARK_END)) /* "F.C." */
        return known_name_longest(r, s, i, end);
    uint32_t node = trie_first(names, r->doc.tokens[i].word), head = names->heads[node];
    if (!head || (names->entries[head].registered && !known_name_has_capital(r, i, true)))
        return 0;
    *end = i + 1;
    return node;
}

#endif
