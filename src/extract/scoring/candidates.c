/* Candidates: every player and club that a sentence names together, each in the places
 * nearest to each other; where it names only one of the two, the other from those in mind. */
#include "scoring/scoring.h"

#include "grow.h"
#include "mentions/focus.h"
#include "scoring/traces.h"

/* Sentences name fewer; lists longer than that pair only their beginnings. */
enum { MOST_NAMED = 16, PLAYERS_IN_MIND = 2, CLUBS_IN_MIND = 4, CLUBS_TRIED = 3 };

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

typedef struct {
    reading *r;
    uint32_t sentence;
    const unit_sentence *s;
    named players, clubs;
    focus players_in_mind, clubs_in_mind;
    traces told;
} finder;

static void push(finder *f, pair_candidate c)
{
    c.sentence = f->sentence;
    c.context = traces_context(&f->told, f->sentence, c.player, c.club);
    READING_PUSH(f->r, pairs, c);
}

static uint32_t gap(uint32_t a, uint32_t b) { return a < b ? b - a : a - b; }

/* The two in the places where they are nearest. A club that is named only as that of
 * another player ("the Inter winger X") is nothing to him. */
static void push_nearest(finder *f, uint32_t player, uint32_t club)
{
    const reading *r = f->r;
    uint32_t best_player = NONE, best_club = NONE, last_player = NONE, last_club = NONE;

    FOR_PHRASES (r, f->s, u) {
        uint32_t who = unit_player(r, u);
        if (who == player)
            last_player = u;
        if (unit_club(r, u) == club && (who == player || who == NONE))
            last_club = u;
        if (last_player != NONE && last_club != NONE &&
            (best_player == NONE || gap(last_player, last_club) < gap(best_player, best_club))) {
            best_player = last_player;
            best_club = last_club;
        }
    }
    if (best_club != NONE)
        push(f, (pair_candidate){ .player = player,
                                  .club = club,
                                  .player_unit = best_player,
                                  .club_unit = best_club });
}

static uint32_t first_unit(const finder *f, uint32_t who,
                           uint32_t (*named_by)(const reading *, uint32_t))
{
    FOR_PHRASES (f->r, f->s, u)
        if (named_by(f->r, u) == who)
            return u;
    return f->s->end;
}

static void pair_with_clubs_in_mind(finder *f)
{
    uint32_t in_mind[CLUBS_IN_MIND], n, tried = 0;

    n = focus_order(&f->clubs_in_mind, in_mind, CLUBS_IN_MIND);
    for (uint32_t k = 0; k < n && tried < CLUBS_TRIED; k++) {
        if (has(&f->clubs, in_mind[k]))
            continue;
        tried++;
        for (uint32_t i = 0; i < f->players.n; i++) {
            uint32_t player = f->players.who[i];
            push(f, (pair_candidate){ .player = player,
                                      .club = in_mind[k],
                                      .player_unit = first_unit(f, player, unit_player),
                                      .club_unit = NONE,
                                      .rank = k });
        }
    }
}

static void pair_with_players_in_mind(finder *f)
{
    uint32_t in_mind[PLAYERS_IN_MIND], n;

    n = focus_order(&f->players_in_mind, in_mind, PLAYERS_IN_MIND);
    for (uint32_t k = 0; k < n; k++)
        for (uint32_t i = 0; i < f->clubs.n; i++) {
            uint32_t club = f->clubs.who[i];
            push(f, (pair_candidate){ .player = in_mind[k],
                                      .club = club,
                                      .player_unit = NONE,
                                      .club_unit = first_unit(f, club, unit_club),
                                      .rank = k });
        }
}

static void keep_in_mind(finder *f)
{
    const reading *r = f->r;
    bool first_player = true, first_club = true;

    FOR_PHRASES (r, f->s, u) {
        uint32_t who = unit_player(r, u), club = unit_club(r, u);
        if (who != NONE) {
            focus_raise(&f->players_in_mind, who, first_player ? first_weight : later_weight);
            first_player = false;
        }
        if (club != NONE && r->units[u].kind != UNIT_PLAYER && r->units[u].kind != UNIT_DESCRIBED) {
            focus_raise(&f->clubs_in_mind, club, first_club ? first_weight : later_weight);
            first_club = false;
        }
    }
}

static void note_named(finder *f)
{
    f->players.n = f->clubs.n = 0;
    FOR_PHRASES (f->r, f->s, u) {
        note(&f->players, unit_player(f->r, u));
        note(&f->clubs, unit_club(f->r, u));
    }
}

/* Whether he leaves or stays. */
static void push_alone(finder *f)
{
    for (uint32_t k = 0; k < f->players.n; k++) {
        uint32_t player = f->players.who[k];
        push(f, (pair_candidate){ .player = player,
                                  .club = NONE,
                                  .player_unit = first_unit(f, player, unit_player),
                                  .club_unit = NONE });
    }
}

static void find_in_sentence(finder *f)
{
    note_named(f);
    for (uint32_t k = 0; k < f->players.n; k++)
        for (uint32_t c = 0; c < f->clubs.n; c++)
            push_nearest(f, f->players.who[k], f->clubs.who[c]);
    if (f->players.n == 0)
        pair_with_players_in_mind(f);
    else
        pair_with_clubs_in_mind(f);
    push_alone(f);
    keep_in_mind(f);
}

void pairs_find(reading *r)
{
    finder f = { .r = r };
    uint32_t paragraph = NONE;

    r->n_pairs = 0;
    traces_begin(&f.told, r);
    for (uint32_t i = 0; i < r->n_sentences && !r->out_of_memory; i++) {
        bool fresh = r->doc.sentences[i].paragraph != paragraph;
        paragraph = r->doc.sentences[i].paragraph;
        f.sentence = i;
        f.s = &r->sentences[i];
        focus_fade(&f.players_in_mind, fresh);
        focus_fade(&f.clubs_in_mind, fresh);
        traces_enter(&f.told, r, i, fresh);
        if (f.s->first_phrase < f.s->end_phrase)
            find_in_sentence(&f);
        traces_leave(&f.told, r, i);
    }
}
