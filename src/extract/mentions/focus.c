/* Focus as a short list of people with weights, the faintest of which gives way. */
#include "mentions/focus.h"

/* Tried on the labelled texts: subjects count double, asides hardly; what was said two
 * sentences ago counts less than half. */
static const float topic_weight = 8, subject_weight = 4, object_weight = 2, aside_weight = 0.5F;
static const float sentence_fade = 0.45F, paragraph_fade = 0.7F;

void focus_fade(focus *f, bool paragraph)
{
    for (uint32_t i = 0; i < f->n; i++) {
        f->weight[i] *= paragraph ? sentence_fade * paragraph_fade : sentence_fade;
        f->here[i] = 0;
    }
}

/* Whether the unit is named beside the point: "unlike Murillo", "a successor to him". */
static bool is_aside(const reading *r, const unit_sentence *s, uint32_t u)
{
    const unit *before = u > s->first ? &r->units[u - 1] : NULL;

    return before && u - 1 > s->first && before->kind == UNIT_WORD &&
           word_in(&r->x->lex, before->word, CLASS_BESIDE);
}

/* Whether the sentence does nothing but name him: "And Murillo?", "KANE.", "As for Kane:". */
static bool is_topic(const reading *r, const unit_sentence *s, uint32_t u)
{
    enum { FEW = 2 };

    if (u - s->first > FEW || r->units[u].kind != UNIT_PLAYER)
        return false;
    for (uint32_t k = u + 1; k < s->end; k++)
        if (r->units[k].kind != UNIT_SIGN)
            return r->units[u + 1].kind == UNIT_SIGN && r->units[u + 1].sign == ':';
    return true;
}

static bool is_subject(const reading *r, const unit_sentence *s, uint32_t u)
{
    for (uint32_t k = u; k > s->first; k--) {
        const unit *at = &r->units[k - 1];
        if (at->kind == UNIT_PLAYER || at->kind == UNIT_DESCRIBED || at->kind == UNIT_HE)
            return false;
        if (at->kind == UNIT_WORD && word_in(&r->x->lex, at->word, CLASS_PREPOSITION))
            return false;
    }
    return true;
}

static uint32_t place_of(focus *f, uint32_t who)
{
    uint32_t faintest = 0;

    for (uint32_t i = 0; i < f->n; i++) {
        if (f->who[i] == who)
            return i;
        if (f->weight[i] < f->weight[faintest])
            faintest = i;
    }
    if (f->n < FOCUS_SIZE)
        faintest = f->n++;
    f->who[faintest] = who;
    f->weight[faintest] = f->here[faintest] = 0;
    return faintest;
}

void focus_raise(focus *f, uint32_t who, float weight) { f->weight[place_of(f, who)] += weight; }

uint32_t focus_order(const focus *f, uint32_t *out, uint32_t most)
{
    uint32_t n = 0;

    for (; n < most && n < f->n; n++) {
        uint32_t best = NONE;
        for (uint32_t i = 0; i < f->n; i++) {
            bool taken = false;
            for (uint32_t k = 0; k < n; k++)
                taken |= out[k] == f->who[i];
            if (!taken && (best == NONE || f->weight[i] > f->weight[best]))
                best = i;
        }
        if (best == NONE)
            break;
        out[n] = f->who[best];
    }
    return n;
}

void focus_note(focus *f, const reading *r, const unit_sentence *s, uint32_t u, uint32_t who)
{
    float weight = is_topic(r, s, u)     ? topic_weight
                   : is_aside(r, s, u)   ? aside_weight
                   : is_subject(r, s, u) ? subject_weight
                                         : object_weight;
    uint32_t at = place_of(f, who);

    if (weight <= f->here[at]) /* often in one sentence is no more than once */
        return;
    f->weight[at] += weight - f->here[at];
    f->here[at] = weight;
}

uint32_t focus_best(const focus *f)
{
    uint32_t best = NONE;
    float weight = 0;

    for (uint32_t i = 0; i < f->n; i++)
        if (f->weight[i] > weight) {
            weight = f->weight[i];
            best = f->who[i];
        }
    return best;
}
