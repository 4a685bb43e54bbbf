/* Trie with the edges of its root in an array and all others in one open-addressing table: a
 * step is one probe. */
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

/* Makes room for `word` at the root. */
static bool widen_root(trie *t, uint32_t word)
{
    if (!grow(&t->roots, &t->roots_cap, word + 1, sizeof *t->roots))
        return false;
    for (; t->n_roots <= word; t->n_roots++)
        t->roots[t->n_roots] = 0;
    return true;
}

/* The node that `word` leads to from `node`, added when new; 0 when out of memory. */
static uint32_t step_or_add(trie *t, uint32_t node, uint32_t word)
{
    uint32_t *to;
    trie_edge *edge = NULL;

    if (node == 0) {
        if (!widen_root(t, word))
            return 0;
        to = &t->roots[word];
    } else {
        if ((!t->edges || t->n_edges * 2 > t->mask) && !widen(t))
            return 0;
        edge = trie_edge_of(t, edge_key(node, word));
        to = &edge->node;
    }
    if (*to || !node_new(t, to))
        return *to;
    if (edge) {
        edge->key = edge_key(node, word);
        t->n_edges++;
    }
    return *to;
}

/* Sees to it that the last edge of the phrase knows the first entry. */
static void tell_edge(trie *t, const uint32_t *words, uint32_t n, uint32_t head)
{
    uint32_t node = 0;

    for (uint32_t i = 0; i + 1 < n; i++)
        node = trie_step(t, node, words[i]);
    if (node)
        trie_edge_of(t, edge_key(node, words[n - 1]))->head = head;
}

bool trie_add(trie *t, const uint32_t *words, uint32_t n, trie_entry entry)
{
    uint32_t node = 0;

    for (uint32_t i = 0; i < n; i++)
        if (!(node = step_or_add(t, node, words[i])))
            return false;
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
    tell_edge(t, words, n, t->heads[node]);
    return true;
}

void trie_free(trie *t)
{
    free(t->roots);
    free(t->edges);
    free(t->heads);
    free(t->entries);
    *t = (trie){ 0 };
}
