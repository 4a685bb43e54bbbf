/* Prices: where his club names one ("Brentford want £60m for him") and the text says
 * nothing else of his leaving or staying, leaving is possible. */
#include "claims/arguments.h"
#include "claims/claims.h"

/* The unit of the sentence that names the player's own club, nearest to the sum on its left,
 * else on its right ("£60m, say Brentford"); NONE if none does. */
static uint32_t own_club_of(const reading *r, const unit_sentence *s, uint32_t at, uint32_t club)
{
    for (uint32_t u = at; u > s->first; u--)
        if (argument_fits(&r->units[u - 1], ELEMENT_SELLER) && r->units[u - 1].ref == club)
            return u - 1;
    for (uint32_t u = at + 1; u < s->end; u++)
        if (argument_fits(&r->units[u], ELEMENT_SELLER) && r->units[u].ref == club)
            return u;
    return NONE;
}

static void tell_price(reading *r, uint32_t sentence_index, uint32_t at)
{
    const unit_sentence *s = &r->sentences[sentence_index];
    sum_reading read = sum_read(r, sentence_index, at);

    bool price = read.kind == SUITOR_FEE_ASKING || read.kind == SUITOR_FEE_VALUATION;
    if (!price || r->people[read.player].moves)
        return;
    uint32_t club = r->people[read.player].club;
    uint32_t seller = club != NONE ? own_club_of(r, s, at, club) : NONE;
    if (seller == NONE)
        return;
    event e = { .sentence = sentence_index,
                .player = read.player,
                .club = NONE,
                .first = r->units[seller < at ? seller : at].first,
                .end = r->units[seller < at ? at : seller].end,
                .relation = SUITOR_LEAVING,
                .stage = SUITOR_POSSIBLE,
                .hedge = s->reported ? SUITOR_REPORTED : SUITOR_FIRM,
                .confidence = 0.7,
                .origin = s->origin,
                .own_club = true };
    event_push(r, &e);
}

void prices_tell(reading *r)
{
    for (uint32_t i = 0; i < r->n_sentences && r->n_sums && !r->out_of_memory; i++)
        FOR_PHRASES (r, &r->sentences[i], u)
            if (r->units[u].kind == UNIT_SUM)
                tell_price(r, i, u);
}
