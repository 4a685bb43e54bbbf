/* Whose sum it is: of the player to the right that a preposition or nothing ties to it,
 * else of the nearest one to the left, else of whom the sentences before are about. */
#include "claims/sum_owner.h"

#include "claims/arguments.h"

enum { TIED_REACH = 12 };

static bool is_player(const reading *r, uint32_t u)
{
    return argument_fits(&r->units[u], ELEMENT_PLAYER);
}

static bool is_sign(const unit *u, const char *signs)
{
    return u->kind == UNIT_SIGN && u->sign && strchr(signs, u->sign) != NULL;
}

static bool is_link(const unit *u)
{
    return u->kind == UNIT_WORD && (unit_in(u, CLASS_LIST_LINK) || unit_in(u, CLASS_STOP));
}

/* Behind a player who is thrown in ("£60m plus Lukesic"), else behind the sum. */
static uint32_t behind_sum(const reading *r, const unit_sentence *s, uint32_t at)
{
    bool thrown_in = at + 2 < s->end && r->units[at + 1].kind == UNIT_WORD &&
                     unit_in(&r->units[at + 1], CLASS_ADD_ON) && is_player(r, at + 2);

    return thrown_in ? at + 3 : at + 1;
}

/* "£60m for the striker Lukesic", "£60m Lukesic": nothing stands between that begins
 * something else. A word between them makes it `sure`. */
static uint32_t tied_right(const reading *r, const unit_sentence *s, uint32_t at, bool *sure)
{
    for (uint32_t u = behind_sum(r, s, at); u < s->end && u <= at + TIED_REACH; u++) {
        const unit *here = &r->units[u];
        if (is_player(r, u)) {
            *sure = u > at + 1;
            return here->ref;
        }
        if (is_sign(here, ",;:.!?()*") || is_link(here) || here->kind == UNIT_SUM)
            return NONE;
    }
    return NONE;
}

/* The nearest player before the sum, not beyond a sign of `signs`. */
static uint32_t nearest_left(const reading *r, const unit_sentence *s, uint32_t at,
                             const char *signs)
{
    for (uint32_t u = at; u > s->first; u--) {
        if (is_player(r, u - 1))
            return r->units[u - 1].ref;
        if (is_sign(&r->units[u - 1], signs))
            return NONE;
    }
    return NONE;
}

static uint32_t loose_right(const reading *r, const unit_sentence *s, uint32_t at)
{
    for (uint32_t u = behind_sum(r, s, at); u < s->end; u++)
        if (is_player(r, u))
            return r->units[u].ref;
    return NONE;
}

/* The last of the events [first, end), which are in text order, that an earlier sentence
 * tells; NONE when there is none. */
static uint32_t last_event_before(const reading *r, uint32_t first, uint32_t end,
                                  uint32_t sentence_index)
{
    uint32_t at = events_before(r, first, end, sentence_index);

    return at > first ? at - 1 : NONE;
}

static bool names_club(const reading *r, const unit_sentence *s, uint32_t club)
{
    for (uint32_t u = s->first; u < s->end && club != NONE; u++)
        if (argument_fits(&r->units[u], ELEMENT_SELLER) && r->units[u].ref == club)
            return true;
    return false;
}

/* The player of sentence `index` whose own club `s` names: "Brentford took £55m". */
static uint32_t player_of_club(const reading *r, uint32_t index, const unit_sentence *s)
{
    const unit_sentence *before = &r->sentences[index];
    uint32_t found = NONE;

    for (uint32_t u = before->first; u < before->end; u++)
        if (is_player(r, u) && names_club(r, s, r->people[r->units[u].ref].club))
            found = r->units[u].ref;
    return found;
}

/* The last sentence before `index` that names a player, NONE if none does. */
static uint32_t last_with_player(const reading *r, uint32_t index)
{
    for (uint32_t i = index; i > 0 && index - i < TIED_REACH; i--)
        if (r->sentences[i - 1].player != NONE)
            return i - 1;
    return NONE;
}

/* "Exclusive: a €6m fee." may come before the name. */
static uint32_t player_behind(const reading *r, uint32_t index)
{
    for (uint32_t i = index + 1; i < r->n_sentences && i - index < TIED_REACH; i++)
        if (r->sentences[i].player != NONE)
            return r->sentences[i].player;
    return NONE;
}

static uint32_t player_around(const reading *r, uint32_t sentence_index)
{
    uint32_t last = last_with_player(r, sentence_index);

    if (last == NONE)
        return player_behind(r, sentence_index);
    uint32_t owned = player_of_club(r, last, &r->sentences[sentence_index]);
    uint32_t e = last_event_before(r, 0, r->n_told, sentence_index);
    if (owned != NONE)
        return owned;
    return e != NONE && r->events[e].sentence >= last ? r->events[e].player
                                                      : r->sentences[last].player;
}

static bool names_any_club(const reading *r, const unit_sentence *s)
{
    for (uint32_t u = s->first; u < s->end; u++)
        if (r->units[u].kind == UNIT_CLUB)
            return true;
    return false;
}

uint32_t sum_owner(const reading *r, uint32_t sentence_index, uint32_t at, bool *sure)
{
    const unit_sentence *s = &r->sentences[sentence_index];
    const sum *m = &r->sums[r->units[at].ref];
    *sure = false;
    uint32_t who = tied_right(r, s, at, sure);

    if (who != NONE)
        return who;
    who = nearest_left(r, s, at, ";:.!?*");
    if (who == NONE)
        who = nearest_left(r, s, at, ".!?*");
    if (who == NONE)
        who = loose_right(r, s, at);
    *sure = who != NONE || names_any_club(r, s) || m->high > m->low;
    return who != NONE ? who : player_around(r, sentence_index);
}
