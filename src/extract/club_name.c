/* A club's spelling by itself, as a table has it: with no article around it, what several clubs
 * share means the most famous. */
#include "fail.h"
#include "reading.h"

/* Fame as in mentions/clubs.c: spells known there, less for a name that is seldom its own. */
static double fame_of(const gazetteer *gaz, const trie_entry *e)
{
    return (gaz->clubs[e->ref].fame + 1.0) / (e->place + 1.0);
}

static const trie_entry *most_famous(const suitor_extractor *x, uint32_t node)
{
    const trie *names = &x->lex.names;
    const trie_entry *best = NULL;

    for (uint32_t e = names->heads[node]; e; e = names->entries[e].next) {
        const trie_entry *entry = &names->entries[e];
        bool outright = entry->kind == ENTRY_CLUB;
        if (!outright && entry->kind != ENTRY_NICKNAME)
            continue;
        if (!best || (outright && best->kind != ENTRY_CLUB) ||
            (outright == (best->kind == ENTRY_CLUB) &&
             fame_of(&x->gaz, entry) > fame_of(&x->gaz, best)))
            best = entry;
    }
    return best;
}

/* The node that all words of the document lead to, 0 for none; stops go unsaid. */
static uint32_t node_of(const suitor_extractor *x, const document *doc)
{
    const trie *names = &x->lex.names;
    uint32_t node = 0;

    for (uint32_t i = 0; i < doc->n_tokens; i++) {
        if (doc->tokens[i].kind == TOKEN_PUNCT && doc->tokens[i].sign == '.')
            continue;
        node = node ? trie_step_edge(names, node, doc->tokens[i].word).node
                    : trie_first(names, doc->tokens[i].word);
        if (node == 0)
            return 0;
    }
    return node;
}

suitor_status suitor_club_name(const suitor_extractor *extractor, suitor_extraction *extraction,
                               suitor_sv written, suitor_sv *name, suitor_error *err)
{
    suitor_status st = document_read(&extraction->doc, written, &extractor->lex.words, err);
    uint32_t node = st == SUITOR_OK ? node_of(extractor, &extraction->doc) : 0;
    const trie_entry *entry = node ? most_famous(extractor, node) : NULL;

    if (st == SUITOR_OK)
        *name = entry ? extractor->gaz.clubs[entry->ref].name : written;
    return st;
}
