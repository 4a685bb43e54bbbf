/* What features ask of each unit: the longest phrases of the signal classes at each word, its
 * value, and what it divides. */
#include "grow.h"
#include "scoring/features.h"

static uint64_t classes_of(const trie *signals, uint32_t head)
{
    uint64_t out = 0;

    for (uint32_t e = head; e; e = signals->entries[e].next)
        out |= UINT64_C(1) << signals->entries[e].ref;
    return out;
}

/* Marks the phrases that begin with the word of unit `u`; the sentence goes on up to `end`. */
static void mark_signals(const trie *signals, const unit *u, const unit *end, scored_unit *marked)
{
    uint32_t node = trie_first(signals, u->word), n = 1;

    while (node) {
        uint32_t head = signals->heads[node];
        uint64_t classes = head ? classes_of(signals, head) : 0;
        for (uint32_t k = 0; k < n && classes; k++)
            marked[k].signals |= classes;
        if (u + n == end || !unit_in(&u[n], CLASS_GOES_ON_SIGNAL))
            return;
        node = trie_step(signals, node, u[n++].word);
    }
}

/* Of what is no plain word. */
static uint32_t value_of(const unit *u)
{
    if (u->kind == UNIT_SIGN)
        return VALUE_SIGN | (uint8_t)u->sign;
    if (u->word)
        return u->word;
    return VALUE_UNIT | (u->kind == UNIT_DESCRIBED ? UNIT_PLAYER : u->kind);
}

static uint8_t marks_of(const unit *u)
{
    if (u->kind == UNIT_WHO)
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

static scored_unit scored_of(const model *m, const unit *u)
{
    bool plain = u->kind == UNIT_WORD;
    uint32_t value = plain ? u->word : value_of(u);
    uint8_t marks = plain ? unit_in(u, CLASS_STOP) * MARK_CLAUSE_WORD : marks_of(u);

    return (scored_unit){ .value = value,
                          .number = m->numbers ? model_number(m, value) : 0,
                          .marks = marks };
}

static void mark_sentence(reading *r, const unit_sentence *s)
{
    const unit *units = r->units + s->first, *end = r->units + s->end;
    scored_unit *marked = r->scored + s->first;

    for (const unit *u = units; u < end; u++)
        *marked++ = scored_of(&r->x->model, u);
    marked -= end - units;
    for (const unit *u = units; u < end; u++, marked++)
        if (unit_in(u, CLASS_OPENS_SIGNAL))
            mark_signals(&r->x->lex.signals, u, end, marked);
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
