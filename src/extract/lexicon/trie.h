/* A trie over word ids: multi-word names and phrases to what they may mean. */
#ifndef EXTRACT_TRIE_H
#define EXTRACT_TRIE_H

#include <stdbool.h>
#include <stdint.h>

/* Whether a phrase is a club's name from a register, which is matched with more care. */
typedef enum {
    REGISTERED_NOT,
    REGISTERED_BARE,  /* could be a person's name or a place as well */
    REGISTERED_SURELY /* with "FC" or the like */
} registered_kind;

/* One meaning of a phrase; a phrase may have several, chained by `next`. */
typedef struct {
    uint32_t next; /* 0 ends the chain; entries are numbered from 1 */
    uint32_t ref;  /* index into the table that `kind` names */
    uint8_t kind;
    uint8_t capital;    /* 1: only where the text has a capital letter; 2: all capitals */
    uint8_t registered; /* registered_kind; then the only entry of its phrase */
    uint8_t place;      /* in the list of such names of its bearer, the most usual first */
} trie_entry;

typedef struct {
    uint64_t key;  /* node << 32 | word; 0 free */
    uint32_t node; /* that it leads to */
    uint32_t head; /* of that node: first entry, 0 none */
} trie_edge;

typedef struct {
    uint32_t *roots; /* by word: the node it leads to from the root, 0 none */
    uint32_t n_roots, roots_cap;
    trie_edge *edges; /* from all other nodes */
    uint32_t mask, n_edges;
    uint32_t *heads; /* by node: first entry, 0 none */
    uint32_t n_nodes, nodes_cap;
    trie_entry *entries; /* entries[0] is not used */
    uint32_t n_entries, entries_cap;
} trie;

/* Add a meaning of the `n` words. A second entry of same kind and ref is left
 * out. False when out of memory. */
bool trie_add(trie *t, const uint32_t *words, uint32_t n, trie_entry entry);

/* The edge of `key`, or the free one where it would stand. There is one of them at least. */
static inline trie_edge *trie_edge_of(const trie *t, uint64_t key)
{
    uint32_t i = (uint32_t)((key * UINT64_C(0x9E3779B97F4A7C15)) >> 32) & t->mask;

    while (t->edges[i].key && t->edges[i].key != key)
        i = (i + 1) & t->mask;
    return &t->edges[i];
}

/* The node that `word` leads to from the root, 0 for none. */
static inline uint32_t trie_first(const trie *t, uint32_t word)
{
    return word < t->n_roots ? t->roots[word] : 0;
}

/* The edge from `node`, not the root, by `word`; all 0 when there is none. */
static inline trie_edge trie_step_edge(const trie *t, uint32_t node, uint32_t word)
{
    return t->edges && word ? *trie_edge_of(t, (uint64_t)node << 32 | word) : (trie_edge){ 0 };
}

/* The node that `word` leads to from `node`; 0 is the root. */
static inline uint32_t trie_step(const trie *t, uint32_t node, uint32_t word)
{
    return node ? trie_step_edge(t, node, word).node : trie_first(t, word);
}

void trie_free(trie *t);

#endif
