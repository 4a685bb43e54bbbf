/* Silence: nearly half of all posts name no club or no player, and need not be read. */
#include "claims/claims.h"

static bool has_mention(const reading *r, uint8_t kind)
{
    for (uint32_t i = 0; i < r->n_mentions; i++)
        if (r->mentions[i].kind == kind)
            return true;
    return false;
}

static bool has_player(const reading *r)
{
    for (uint32_t i = 0; i < r->n_people; i++)
        if (r->people[i].kind == PERSON_PLAYER)
            return true;
    return false;
}

bool tells_nothing(const reading *r)
{
    bool club = has_mention(r, ENTRY_CLUB) || has_mention(r, ENTRY_STADIUM);

    if (has_player(r))
        return !club && !r->n_sums && !(r->doc.classes & CLASS_BIT(CLASS_SUCCESSOR));
    return !club || !has_mention(r, ENTRY_POSITION);
}
