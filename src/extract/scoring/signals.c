/* Signals: the longest phrases of the signal classes at each word. */
#include "scoring/scoring.h"

#include "grow.h"

static uint64_t classes_of(const trie *signals, uint32_t node)
{
    uint64_t out = 0;

    for (uint32_t e = signals->heads[node]; e; e = signals->entries[e].next)
        out |= UINT64_C(1) << signals->entries[e].ref;
    return out;
}

static void mark_from(reading *r, const unit_sentence *s, uint32_t first)
{
    const trie *signals = &r->x->lex.signals;
    uint32_t node = 0;

    for (uint32_t u = first; u < s->end && r->units[u].word; u++) {
        node = trie_step(signals, node, r->units[u].word);
        if (!node)
            return;
        if (!signals->heads[node])
            continue;
        uint64_t classes = classes_of(signals, node);
        for (uint32_t k = first; k <= u; k++)
            r->signals[k] |= classes;
    }
}

void signals_mark(reading *r)
{
    if (!grow(&r->signals, &r->signals_cap, r->n_units + 1, sizeof *r->signals)) {
        r->out_of_memory = true;
        return;
    }
    memset(r->signals, 0, r->n_units * sizeof *r->signals);
    for (uint32_t i = 0; i < r->n_sentences; i++)
        for (uint32_t u = r->sentences[i].first; u < r->sentences[i].end; u++)
            if (r->units[u].word)
                mark_from(r, &r->sentences[i], u);
}
