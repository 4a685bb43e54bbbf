/* Mood: what stands around a cue and changes what it says: "not", "could", "if",
 * a question mark. */
#include "claims/teller.h"

enum { NEGATION_REACH = 5, ASIDE = 3 };

static bool word_class_at(const reading *r, uint32_t u, word_class c)
{
    return (r->units[u].kind == UNIT_WORD || r->units[u].kind == UNIT_HE) &&
           unit_in(&r->units[u], c);
}

/* Whether any word of the sentence is in class `c`. */
static bool says(const unit_sentence *s, word_class c) { return s->classes >> c & 1; }

static bool is_question(const reading *r, const unit_sentence *s)
{
    for (uint32_t u = s->end; u > s->first; u--) {
        const unit *at = &r->units[u - 1];
        if (at->kind == UNIT_SIGN && at->sign == '?')
            return true;
        if (at->kind != UNIT_SIGN)
            return false;
    }
    return false;
}

static bool ends_clause(const unit *u)
{
    return u->kind == UNIT_SIGN && u->sign && strchr(",;:.!?()", u->sign) != NULL;
}

/* The comma that opens the few words which the comma at `u` closes (", too,"); `u`
 * when it closes none. */
static uint32_t aside_start(const reading *r, const unit_sentence *s, uint32_t u)
{
    for (uint32_t k = u; k > s->first && u - k < ASIDE; k--)
        if (r->units[k - 1].kind == UNIT_SIGN && r->units[k - 1].sign == ',')
            return k - 1;
    return u;
}

uint32_t clause_start(const reading *r, const unit_sentence *s, uint32_t u)
{
    while (u > s->first) {
        const unit *at = &r->units[u - 1];
        uint32_t opener =
            at->kind == UNIT_SIGN && at->sign == ',' ? aside_start(r, s, u - 1) : u - 1;
        if (opener < u - 1) {
            u = opener;
            continue;
        }
        if (ends_clause(at))
            break;
        u--;
    }
    return u;
}

/* "have yet to submit" */
static bool is_yet_to(const reading *r, uint32_t u)
{
    suitor_sv here = tokens_text(r, r->units[u].first, r->units[u].end);
    suitor_sv next = tokens_text(r, r->units[u + 1].first, r->units[u + 1].end);

    return suitor_sv_equal(here, suitor_sv_of("yet")) && suitor_sv_equal(next, suitor_sv_of("to"));
}

static bool reads(const reading *r, uint32_t u, const char *word)
{
    return suitor_sv_equal(tokens_text(r, r->units[u].first, r->units[u].end), suitor_sv_of(word));
}

/* Whether unit `u` is the "had" of a past perfect: "had been", "who'd been". */
static bool is_had(const reading *r, const unit_sentence *s, uint32_t u)
{
    return reads(r, u, "had") ||
           (reads(r, u, "'d") && u > s->first && r->units[u - 1].kind == UNIT_WHO);
}

/* Whether the verb of the match is in the past perfect, and not because it is reported. */
static bool is_former(const reading *r, const unit_sentence *s, const cue_match *m)
{
    uint32_t first = m->literals[0];

    if (s->reported)
        return false;
    if (is_had(r, s, first)) /* but "had him watched" is no past perfect */
        return m->n_literals > 1 && !argument_fits(&r->units[first + 1], ELEMENT_PLAYER);
    for (uint32_t u = first; u > s->first && first - u < ASIDE; u--) {
        if (is_had(r, s, u - 1))
            return true;
        if (!word_class_at(r, u - 1, CLASS_AUX) && !word_class_at(r, u - 1, CLASS_SKIP))
            return false;
    }
    return false;
}

mood mood_of(const reading *r, const unit_sentence *s, const cue_match *m)
{
    mood out = { .question = is_question(r, s) };
    uint32_t first = m->literals[0], last = m->literals[m->n_literals - 1];
    uint32_t clause = clause_start(r, s, first);
    uint32_t near = first > s->first + NEGATION_REACH ? first - NEGATION_REACH : s->first;

    for (uint32_t u = near > clause ? near : clause; u < last; u++) {
        bool literal = false;
        for (uint32_t k = 0; k < m->n_literals; k++)
            literal |= m->literals[k] == u;
        if (literal)
            continue;
        out.negated |= word_class_at(r, u, CLASS_NEGATION) || is_yet_to(r, u);
        out.doubtful |= word_class_at(r, u, CLASS_MODAL);
    }
    for (uint32_t u = clause; u < first && says(s, CLASS_IF); u++)
        out.supposed |= word_class_at(r, u, CLASS_IF);
    for (uint32_t u = m->last + 1; u < s->end && says(s, CLASS_IF) && !ends_clause(&r->units[u]);
         u++)
        out.depends |= word_class_at(r, u, CLASS_IF);
    for (uint32_t u = s->first; u < s->end && says(s, CLASS_HEDGE); u++)
        out.hedged |= word_class_at(r, u, CLASS_HEDGE);
    out.former = is_former(r, s, m);
    return out;
}

uint8_t mood_hedge(const teller *t, const mood *m)
{
    if (m->doubtful || m->supposed || m->question)
        return SUITOR_DOUBTFUL;
    if (m->hedged)
        return SUITOR_HEDGED;
    return t->s->reported ? SUITOR_REPORTED : SUITOR_FIRM;
}

/* What is left of relation and stage under doubt; false when nothing is. */
bool mood_soften(const mood *m, uint8_t *relation, uint8_t *stage)
{
    bool depends = m->depends && *relation == SUITOR_DEAL && *stage == SUITOR_AGREED;

    if (m->question && *relation == SUITOR_DEAL)
        return false;
    if (!m->doubtful && !m->supposed && !m->question && !depends)
        return true;
    if (*relation == SUITOR_DEAL || (*relation == SUITOR_INTEREST && *stage != SUITOR_BID)) {
        *relation = SUITOR_INTEREST;
        *stage = SUITOR_LINKED;
    } else if (*relation == SUITOR_LEAVING || *relation == SUITOR_STAYING) {
        *stage = SUITOR_POSSIBLE;
    } else if (*relation == SUITOR_ENDED) {
        return !m->supposed && !m->doubtful;
    }
    return true;
}

/* Turns a negated cue into what it then says; false when it says nothing. */
bool cue_negate(const cue *c, uint8_t *relation, uint8_t *stage)
{
    switch (c->negated) {
    case NEGATED_ENDED:
        *relation = SUITOR_ENDED;
        *stage = SUITOR_OVER;
        return true;
    case NEGATED_STAYING:
        *relation = SUITOR_STAYING;
        *stage = SUITOR_LIKELY;
        return true;
    case NEGATED_LEAVING:
        *relation = SUITOR_LEAVING;
        *stage = SUITOR_POSSIBLE;
        return true;
    case NEGATED_SAME: return true;
    default:
        if (*relation != SUITOR_ENDED)
            return false;
        *relation = SUITOR_INTEREST; /* "have not given up on him" */
        *stage = SUITOR_KEEN;
        return true;
    }
}
