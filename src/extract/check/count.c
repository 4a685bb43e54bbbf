/* Counting matches. By which of its alternatives a pattern matched is not kept while it is
 * looked for; it is found out here from the words that it took. */
#include "check/count.h"

#include <stdlib.h>

#include "claims/match.h"
#include "fail.h"

/* An article while it is counted. */
typedef struct {
    entry_table *t;
    const lexicon_origins *origins;
    const reading *r;
    bool *claiming; /* by sentence: something was claimed in it */
    bool no_memory;
} counter;

static void show(counter *c, suitor_lexicon_entry *e, uint32_t sentence_index, uint32_t first,
                 uint32_t end)
{
    const sentence *s = &c->r->doc.sentences[sentence_index];
    suitor_span around = tokens_span(c->r, s->first, s->end);
    suitor_span quote = tokens_span(c->r, first, end);

    e->article = arena_copy(&c->t->memory, c->r->article->id);
    e->sentence = arena_copy(&c->t->memory, suitor_sv_cut(c->r->doc.text, around));
    e->quote = (suitor_span){ quote.begin - around.begin, quote.end - around.begin };
    c->no_memory |= !e->article.ptr || !e->sentence.ptr;
}

/* Count a match of the entry on tokens [first, end). */
static void count(counter *c, uint32_t entry, bool claimed, uint32_t sentence_index, uint32_t first,
                  uint32_t end)
{
    suitor_lexicon_entry *e = &c->t->entries[entry];

    if (e->matched == 0 || (claimed && e->claimed == 0))
        show(c, e, sentence_index, first, end);
    e->matched++;
    e->claimed += claimed;
}

/* A match, and by which sequence each element of its pattern did; NONE for none. */
typedef struct {
    const reading *r;
    const pattern *p;
    const cue_match *m;
    uint32_t by[64];
} replay;

static bool stands(const replay *x, const sequence *q, uint32_t literal)
{
    if (q->count > x->m->n_literals - literal)
        return false;
    for (uint32_t i = 0; i < q->count; i++)
        if (x->r->units[x->m->literals[literal + i]].word != x->r->x->lex.word_pool[q->first + i])
            return false;
    return true;
}

/* Share out the words of the match, from `literal` on, among the elements from `e` on. */
static bool share_out(replay *x, uint32_t e, uint32_t literal)
{
    const lexicon *lex = &x->r->x->lex;

    if (e == x->p->count || (x->m->breaks_off && literal == x->m->n_literals))
        return literal == x->m->n_literals;
    const element *el = &lex->elements[x->p->first + e];
    x->by[e] = NONE;
    if (el->kind != ELEMENT_WORDS)
        return share_out(x, e + 1, literal);
    for (uint32_t s = el->first; s < el->first + el->count; s++) {
        x->by[e] = s;
        if (stands(x, &lex->sequences[s], literal) &&
            share_out(x, e + 1, literal + lex->sequences[s].count))
            return true;
    }
    x->by[e] = NONE;
    return el->optional && share_out(x, e + 1, literal);
}

static void count_parts(counter *c, const cue_use *use, uint32_t first, uint32_t end)
{
    const lexicon *lex = &c->r->x->lex;
    const pattern *p = &lex->patterns[use->match.pattern];
    replay x = { .r = c->r, .p = p, .m = &use->match };

    memset(x.by, 0xff, sizeof x.by);
    if (p->count > sizeof x.by / sizeof *x.by || !share_out(&x, p->anchor, 0))
        return;
    for (uint32_t e = p->anchor; e < p->count; e++) {
        if (x.by[e] == NONE)
            continue;
        sequence_origin o = c->origins->sequences[lex->sequences[x.by[e]].first];
        uint32_t alternative = entries_alternative(c->t, use->match.pattern, e, o.part);
        if (alternative != NONE)
            count(c, alternative, use->claimed, use->sentence, first, end);
        if (o.member != ORIGIN_NONE)
            count(c, c->t->first_member + o.member, use->claimed, use->sentence, first, end);
    }
}

static void count_uses(counter *c)
{
    const reading *r = c->r;

    for (uint32_t i = 0; i < r->n_uses && !c->no_memory; i++) {
        const cue_use *use = &r->uses[i];
        uint32_t first = r->units[use->match.first].first, end = r->units[use->match.last].end;
        count(c, c->t->cues[use->match.pattern], use->claimed, use->sentence, first, end);
        count_parts(c, use, first, end);
        c->claiming[use->sentence] |= use->claimed;
    }
}

/* The words that the program asks for by their class. */
static void count_words(counter *c)
{
    const reading *r = c->r;

    for (uint32_t s = 0; s < r->doc.n_sentences; s++)
        for (uint32_t i = r->doc.sentences[s].first; i < r->doc.sentences[s].end; i++) {
            uint32_t word = r->doc.tokens[i].word;
            for (uint32_t e = word ? c->t->by_word[word] : NONE; e != NONE && !c->no_memory;
                 e = c->t->next[e - c->t->first_member])
                count(c, e, c->claiming[s], s, i, i + 1);
        }
}

/* The phrases of signals that begin at unit `first`, as scoring/signals.c finds them. */
static void count_signals_from(counter *c, uint32_t sentence_index, uint32_t first)
{
    const reading *r = c->r;
    const trie *signals = &r->x->lex.signals;
    uint32_t node = 0;

    for (uint32_t u = first; u < r->sentences[sentence_index].end && r->units[u].word; u++) {
        node = trie_step(signals, node, r->units[u].word);
        if (!node)
            return;
        for (uint32_t e = signals->heads[node]; e && !c->no_memory; e = signals->entries[e].next)
            count(c, c->t->first_signal + c->origins->meanings[e], c->claiming[sentence_index],
                  sentence_index, r->units[first].first, r->units[u].end);
    }
}

static void count_signals(counter *c)
{
    const reading *r = c->r;

    for (uint32_t s = 0; s < r->n_sentences; s++)
        for (uint32_t u = r->sentences[s].first; u < r->sentences[s].end; u++)
            if (r->units[u].word)
                count_signals_from(c, s, u);
}

suitor_status matches_count(entry_table *t, const lexicon_origins *origins, const reading *r,
                            suitor_error *err)
{
    counter c = { .t = t, .origins = origins, .r = r };

    c.claiming = calloc(r->doc.n_sentences + (size_t)1, sizeof *c.claiming);
    if (c.claiming) {
        count_uses(&c);
        count_words(&c);
        count_signals(&c);
    }
    free(c.claiming);
    return c.claiming && !c.no_memory
               ? SUITOR_OK
               : fail(err, SUITOR_ERR_NOMEM, "lexicon: no memory to count what matched");
}
