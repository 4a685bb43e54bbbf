/* Positions that a sentence tells beside the name: "Lukesic, goalkeeper, from Genoa", "one
 * midfielder, Lukesic", "a goalkeeper because Lukesic wants away". */
#include "mentions/mentions.h"

enum { AS_REACH = 4 };

static bool is_player(const reading *r, uint32_t u)
{
    const unit *at = &r->units[u];

    return at->kind == UNIT_PLAYER && at->ref != NONE && r->people[at->ref].kind == PERSON_PLAYER;
}

static bool is_sign(const unit *u, const char *signs)
{
    return u->kind == UNIT_SIGN && u->sign && strchr(signs, u->sign) != NULL;
}

static bool word_is(const reading *r, uint32_t u, const char *text)
{
    const unit *at = &r->units[u];

    return at->kind == UNIT_WORD &&
           suitor_sv_equal(tokens_text(r, at->first, at->end), suitor_sv_of(text));
}

/* Whether the register has him play there, or in that line. */
static bool is_known_for(const reading *r, const person *p, uint8_t position)
{
    if (p->known == NONE)
        return false;
    const uint8_t *known = r->x->gaz.players[p->known].positions;
    for (size_t i = 0; i < PLAYER_POSITIONS && known[i]; i++)
        if (positions_agree(known[i], position))
            return true;
    return false;
}

/* The player that the position at `u` is set against by a comma, a colon or "as"; NONE. */
static uint32_t beside(const reading *r, const unit_sentence *s, uint32_t u)
{
    if (u >= s->first + 2 && is_sign(&r->units[u - 1], ",(-") && is_player(r, u - 2) &&
        u + 1 < s->end && is_sign(&r->units[u + 1], ",.)-"))
        return r->units[u - 2].ref;
    if (u + 2 < s->end && is_sign(&r->units[u + 1], ",:") && is_player(r, u + 2) &&
        (u + 3 == s->end || r->units[u + 3].kind == UNIT_SIGN))
        return r->units[u + 2].ref;
    for (uint32_t k = u; k > s->first + 1 && u - k < AS_REACH; k--)
        if (word_is(r, k - 1, "as") && is_player(r, k - 2))
            return r->units[k - 2].ref;
    return NONE;
}

static void note(reading *r, uint32_t who, uint8_t position)
{
    person *p = &r->people[who];

    if (!p->position && (p->known == NONE || is_known_for(r, p, position)))
        p->position = position;
}

/* Everybody of the sentence who is known to play there is told of by it. */
static void note_known(reading *r, const unit_sentence *s, uint8_t position)
{
    FOR_PHRASES (r, s, u)
        if (is_player(r, u) && is_known_for(r, &r->people[r->units[u].ref], position))
            note(r, r->units[u].ref, position);
}

/* The same in the sentences before and behind, of the same paragraph. */
static void note_around(reading *r, uint32_t i, uint8_t position)
{
    for (uint32_t k = i ? i - 1 : i + 1; k <= i + 1; k += 2)
        if (k < r->n_sentences && r->doc.sentences[k].paragraph == r->doc.sentences[i].paragraph)
            note_known(r, &r->sentences[k], position);
}

void positions_learn(reading *r)
{
    for (uint32_t i = 0; i < r->n_sentences; i++) {
        const unit_sentence *s = &r->sentences[i];
        FOR_PHRASES (r, s, u) {
            const unit *at = &r->units[u];
            if (at->kind != UNIT_POSITION || !at->position)
                continue;
            uint32_t who = beside(r, s, u);
            if (who != NONE)
                note(r, who, at->position);
            note_known(r, s, at->position);
        }
    }
    for (uint32_t i = 0; i < r->n_sentences; i++) {
        const unit_sentence *s = &r->sentences[i];
        FOR_PHRASES (r, s, u)
            if (r->units[u].kind == UNIT_POSITION && r->units[u].position)
                note_around(r, i, r->units[u].position);
    }
}
