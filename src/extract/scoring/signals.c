/* What features ask of each unit: the longest phrases of the signal classes at each word, its
 * value, and what it divides. */
#include "grow.h"
#include "scoring/features.h"

static uint64_t classes_of(const trie *signals, uint32_t node)
{
    uint64_t out = 0;

    for (uint32_t e = signals->heads[node]; e; e = signals->entries[e].next)
        out |= UINT64_C(1) << signals->entries[e].ref;
    return out;
}

static void mark_signals(reading *r, const unit_sentence *s, uint32_t first)
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
            r->scored[k].signals |= classes;
    }
}

static uint32_t value_of(const unit *u)
{
    if (u->kind == UNIT_SIGN)
        return VALUE_SIGN | (uint8_t)u->sign;
    if (u->kind == UNIT_WORD || u->word)
        return u->word;
    return VALUE_UNIT | (u->kind == UNIT_DESCRIBED ? UNIT_PLAYER : u->kind);
}

static uint8_t marks_of(const unit *u)
{
    if (u->kind == UNIT_WHO || unit_is(u, CLASS_STOP))
        return MARK_CLAUSE_WORD;
    switch (u->kind == UNIT_SIGN ? u->sign : '\0') {
    case ',': return MARK_COMMA;
    case '.':
    case ';':
    case ':':
    case '!':
    case '?':
    case '(':
    case ')':
    case '|': return MARK_BOUNDARY;
    default: return 0;
    }
}

static void mark_sentence(reading *r, const unit_sentence *s)
{
    const model *m = &r->x->model;

    for (uint32_t u = s->first; u < s->end; u++) {
        scored_unit *out = &r->scored[u];
        out->signals = 0;
        out->value = value_of(&r->units[u]);
        out->number = m->numbers ? model_number(m, out->value) : 0;
        out->marks = marks_of(&r->units[u]);
    }
    for (uint32_t u = s->first; u < s->end; u++)
        if (unit_in(&r->units[u], CLASS_OPENS_SIGNAL))
            mark_signals(r, s, u);
}

void units_mark(reading *r)
{
    uint32_t marked = NONE;

    if (!grow(&r->scored, &r->scored_cap, r->n_units + 1, sizeof *r->scored)) {
        r->out_of_memory = true;
        return;
    }
    for (uint32_t i = 0; i < r->n_pairs; i++)
        if (r->pairs[i].sentence != marked) {
            marked = r->pairs[i].sentence;
            mark_sentence(r, &r->sentences[marked]);
        }
}
