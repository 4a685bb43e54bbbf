/* Of matches that share words of a sentence the best is kept. */
#include "claims/match.h"

static uint32_t arguments_of(const cue_match *m)
{
    const uint32_t slots[] = { m->club, m->player, m->seller, m->rival, m->position };
    uint32_t n = 0;

    for (size_t i = 0; i < sizeof slots / sizeof *slots; i++)
        n += slots[i] != NONE;
    return n;
}

/* Whether `a` is to be preferred: more words, then more arguments, then earlier. */
static bool beats(const cue_match *a, const cue_match *b)
{
    if (a->n_literals != b->n_literals)
        return a->n_literals > b->n_literals;
    if (arguments_of(a) != arguments_of(b))
        return arguments_of(a) > arguments_of(b);
    if (a->literals[0] != b->literals[0])
        return a->literals[0] < b->literals[0];
    return a->pattern < b->pattern;
}

static bool overlap(const cue_match *a, const cue_match *b)
{
    for (uint32_t i = 0; i < a->n_literals; i++)
        for (uint32_t k = 0; k < b->n_literals; k++)
            if (a->literals[i] == b->literals[k])
                return true;
    return false;
}

static void place(cue_match *out, uint32_t n, const cue_match *m)
{
    uint32_t at = n;

    while (at > 0 && beats(m, &out[at - 1])) {
        out[at] = out[at - 1];
        at--;
    }
    out[at] = *m;
}

static void sort_by_text(cue_match *m, uint32_t n)
{
    for (uint32_t i = 1; i < n; i++) {
        cue_match moving = m[i];
        uint32_t at = i;
        while (at > 0 && m[at - 1].literals[0] > moving.literals[0]) {
            m[at] = m[at - 1];
            at--;
        }
        m[at] = moving;
    }
}

uint32_t matches_choose(const cue_match *found, uint32_t n, cue_match *out)
{
    cue_match sorted[MATCH_MAX_FOUND];
    uint32_t kept = 0;

    for (uint32_t i = 0; i < n; i++)
        place(sorted, i, &found[i]);
    for (uint32_t i = 0; i < n && kept < MATCH_MAX_SENTENCE; i++) {
        bool free_words = true;
        for (uint32_t k = 0; k < kept && free_words; k++)
            free_words = !overlap(&sorted[i], &out[k]);
        if (free_words)
            out[kept++] = sorted[i];
    }
    sort_by_text(out, kept);
    return kept;
}
