/* Candidates: every player and club that a sentence names together, each in the places
 * nearest to each other; where it names only one of the two, the other from those in mind. */
#include "scoring/scoring.h"

#include "grow.h"
#include "mentions/focus.h"

/* Sentences name fewer; lists longer than that pair only their beginnings. */
enum { MOST_NAMED = 16, PLAYERS_IN_MIND = 2, CLUBS_IN_MIND = 4, CLUBS_TRIED = 2 };

static const float first_weight = 4, later_weight = 2;

/* Who is named in a sentence, each once. */
typedef struct {
    uint32_t who[MOST_NAMED];
    uint32_t n;
} named;

static bool has(const named *n, uint32_t who)
{
    for (uint32_t i = 0; i < n->n; i++)
        if (n->who[i] == who)
            return true;
    return false;
}

static void note(named *n, uint32_t who)
{
    if (who != NONE && n->n < MOST_NAMED && !has(n, who))
        n->who[n->n++] = who;
}

static uint32_t player_at(const reading *r, uint32_t u)
{
    const unit *at = &r->units[u];
    bool names = at->kind == UNIT_PLAYER || at->kind == UNIT_DESCRIBED || at->kind == UNIT_HE;

    return names && at->ref != NONE && r->people[at->ref].kind == PERSON_PLAYER ? at->ref : NONE;
}

static uint32_t club_at(const reading *r, uint32_t u)
{
    const unit *at = &r->units[u];

    if (at->kind == UNIT_CLUB || at->kind == UNIT_THEY)
        return at->ref;
    return at->kind == UNIT_PLAYER || at->kind == UNIT_DESCRIBED ? at->club : NONE;
}

static void push(reading *r, uint32_t sentence_index, uint32_t player, uint32_t club,
                 uint32_t player_unit, uint32_t club_unit, uint32_t rank)
{
    READING_PUSH(r, pairs,
                 ((pair_candidate){ sentence_index, player, club, player_unit, club_unit, rank }));
}

static uint32_t gap(uint32_t a, uint32_t b) { return a < b ? b - a : a - b; }

/* The two in the places where they are nearest. A club that is named only as that of
 * another player ("the Inter winger X") is nothing to him. */
static void push_nearest(reading *r, uint32_t sentence_index, uint32_t player, uint32_t club)
{
    const unit_sentence *s = &r->sentences[sentence_index];
    uint32_t best_player = NONE, best_club = NONE, last_player = NONE, last_club = NONE;

    FOR_PHRASES (r, s, u) {
        if (player_at(r, u) == player)
            last_player = u;
        if (club_at(r, u) == club && (player_at(r, u) == player || player_at(r, u) == NONE))
            last_club = u;
        if (last_player != NONE && last_club != NONE &&
            (best_player == NONE || gap(last_player, last_club) < gap(best_player, best_club))) {
            best_player = last_player;
            best_club = last_club;
        }
    }
    if (best_club != NONE)
        push(r, sentence_index, player, club, best_player, best_club, 0);
}

static uint32_t first_unit(const reading *r, const unit_sentence *s, uint32_t who,
                           uint32_t (*named_at)(const reading *, uint32_t))
{
    FOR_PHRASES (r, s, u)
        if (named_at(r, u) == who)
            return u;
    return s->end;
}

static bool all_are_own(const reading *r, const named *players, const named *clubs)
{
    for (uint32_t i = 0; i < clubs->n; i++) {
        bool own = false;
        for (uint32_t k = 0; k < players->n; k++)
            own |= r->people[players->who[k]].club == clubs->who[i];
        if (!own)
            return false;
    }
    return true;
}

static void pair_with_clubs_in_mind(reading *r, uint32_t sentence_index, const named *players,
                                    const named *clubs, const focus *minds)
{
    uint32_t in_mind[CLUBS_IN_MIND], n = focus_order(minds, in_mind, CLUBS_IN_MIND), tried = 0;

    for (uint32_t k = 0; k < n && tried < CLUBS_TRIED; k++) {
        if (has(clubs, in_mind[k]))
            continue;
        tried++;
        for (uint32_t i = 0; i < players->n; i++)
            push(r, sentence_index, players->who[i], in_mind[k],
                 first_unit(r, &r->sentences[sentence_index], players->who[i], player_at), NONE, k);
    }
}

static void pair_with_players_in_mind(reading *r, uint32_t sentence_index, const named *clubs,
                                      const focus *minds)
{
    uint32_t in_mind[PLAYERS_IN_MIND], n = focus_order(minds, in_mind, PLAYERS_IN_MIND);

    for (uint32_t k = 0; k < n; k++)
        for (uint32_t i = 0; i < clubs->n; i++)
            push(r, sentence_index, in_mind[k], clubs->who[i], NONE,
                 first_unit(r, &r->sentences[sentence_index], clubs->who[i], club_at), k);
}

static void keep_in_mind(const reading *r, uint32_t sentence_index, focus *players, focus *clubs)
{
    const unit_sentence *s = &r->sentences[sentence_index];
    bool first_player = true, first_club = true;

    FOR_PHRASES (r, s, u) {
        uint32_t who = player_at(r, u), club = club_at(r, u);
        if (who != NONE) {
            focus_raise(players, who, first_player ? first_weight : later_weight);
            first_player = false;
        }
        if (club != NONE && r->units[u].kind != UNIT_PLAYER && r->units[u].kind != UNIT_DESCRIBED) {
            focus_raise(clubs, club, first_club ? first_weight : later_weight);
            first_club = false;
        }
    }
}

void pairs_find(reading *r)
{
    focus players_in_mind = { .n = 0 }, clubs_in_mind = { .n = 0 };
    uint32_t paragraph = NONE;

    r->n_pairs = 0;
    for (uint32_t i = 0; i < r->n_sentences && !r->out_of_memory; i++) {
        const unit_sentence *s = &r->sentences[i];
        bool fresh = r->doc.sentences[i].paragraph != paragraph;
        named players = { .n = 0 }, clubs = { .n = 0 };
        paragraph = r->doc.sentences[i].paragraph;
        focus_fade(&players_in_mind, fresh);
        focus_fade(&clubs_in_mind, fresh);
        FOR_PHRASES (r, s, u) {
            note(&players, player_at(r, u));
            note(&clubs, club_at(r, u));
        }
        for (uint32_t k = 0; k < players.n; k++)
            for (uint32_t c = 0; c < clubs.n; c++)
                push_nearest(r, i, players.who[k], clubs.who[c]);
        if (players.n == 0)
            pair_with_players_in_mind(r, i, &clubs, &players_in_mind);
        else if (all_are_own(r, &players, &clubs))
            pair_with_clubs_in_mind(r, i, &players, &clubs, &clubs_in_mind);
        for (uint32_t k = 0; k < players.n; k++)
            push(r, i, players.who[k], NONE, first_unit(r, s, players.who[k], player_at), NONE, 0);
        keep_in_mind(r, i, &players_in_mind, &clubs_in_mind);
    }
}
