/* Trie with its edges in one open-addressing table: a step is one probe. */
#include "lexicon/trie.h"

#include <stdlib.h>

#include "grow.h"

static uint64_t edge_key(uint32_t node, uint32_t word) { return (uint64_t)node << 32 | word; }

static bool widen(trie *t)
{
    trie wider = { .mask = t->edges ? t->mask * 2 + 1 : 1023 };

    wider.edges = calloc((size_t)wider.mask + 1, sizeof *wider.edges);
    if (!wider.edges)
        return false;
    for (uint32_t i = 0; t->edges && i <= t->mask; i++)
        if (t->edges[i].key)
            *trie_edge_of(&wider, t->edges[i].key) = t->edges[i];
    free(t->edges);
    t->edges = wider.edges;
    t->mask = wider.mask;
    return true;
}

static bool node_new(trie *t, uint32_t *out)
{
    if (t->n_nodes == 0)
        t->n_nodes = 1;
    if (!grow(&t->heads, &t->nodes_cap, t->n_nodes + 1, sizeof *t->heads))
        return false;
    if (t->n_nodes == 1)
        t->heads[0] = 0;
    t->heads[t->n_nodes] = 0;
    *out = t->n_nodes++;
    return true;
}

/* The edge from `node` by `word`, added when new; NULL when out of memory. Valid until the
 * next call. */
static trie_edge *step_or_add(trie *t, uint32_t node, uint32_t word)
{
    if ((!t->edges || t->n_edges * 2 > t->mask) && !widen(t))
        return NULL;
    trie_edge *edge = trie_edge_of(t, edge_key(node, word));
    if (!edge->key) {
        uint32_t fresh;
        if (!node_new(t, &fresh))
            return NULL;
        *edge = (trie_edge){ edge_key(node, word), fresh, 0 };
        t->n_edges++;
    }
    return edge;
}

bool trie_add(trie *t, const uint32_t *words, uint32_t n, trie_entry entry)
{
    uint32_t node = 0;
    trie_edge *last = NULL;

    for (uint32_t i = 0; i < n; i++) {
        last = step_or_add(t, node, words[i]);
        if (!last)
            return false;
        node = last->node;
    }
    for (uint32_t e = t->heads[node]; e; e = t->entries[e].next)
        if (t->entries[e].kind == entry.kind && t->entries[e].ref == entry.ref)
            return true;
    if (t->n_entries == 0)
        t->n_entries = 1;
    if (!grow(&t->entries, &t->entries_cap, t->n_entries + 1, sizeof *t->entries))
        return false;
    entry.next = t->heads[node];
    t->entries[t->n_entries] = entry;
    t->heads[node] = t->n_entries++;
    if (last)
        last->head = t->heads[node];
    return true;
}

void trie_free(trie *t)
{
    free(t->edges);
    free(t->heads);
    free(t->entries);
    *t = (trie){ 0 };
}
