/* References: descriptions and pronouns tied to the people and clubs before them.
 * A description takes the nearest player it fits; "he" one of the same sentence,
 * else the first of an earlier one; "they" the club that a sentence is about. */
#include "mentions/clue.h"
#include "mentions/focus.h"
#include "mentions/mentions.h"

/* CROWD: players beyond whom a club alone does not tell who is meant. */
enum { REACH_SENTENCES = 8, REACH_UNITS = 4000, CROWD = 1000 };

static uint8_t line_of(uint8_t position)
{
    switch (position) {
    case SUITOR_GK: return 1;
    case SUITOR_CB:
    case SUITOR_LB:
    case SUITOR_RB:
    case SUITOR_FB:
    case SUITOR_DF: return 2;
    case SUITOR_DM:
    case SUITOR_CM:
    case SUITOR_AM:
    case SUITOR_MF: return 3;
    default: return 4;
    }
}

bool positions_agree(uint8_t told, uint8_t called)
{
    if (!told || !called || told == called)
        return true;
    bool wide =
        (told == SUITOR_AM && called >= SUITOR_LW) || (called == SUITOR_AM && told >= SUITOR_LW);
    return wide || line_of(told) == line_of(called);
}

static bool is_player(const reading *r, const unit *u)
{
    return (u->kind == UNIT_PLAYER || u->kind == UNIT_DESCRIBED) && u->ref != NONE &&
           r->people[u->ref].kind == PERSON_PLAYER;
}

static void learn(reading *r, const unit *u)
{
    person *p = &r->people[u->ref];

    person_set_club(p, u->club, CLUB_DESCRIBED);
    if (u->position && (!p->position || line_of(p->position) == line_of(u->position)))
        p->position = p->position && (u->position == SUITOR_DF || u->position == SUITOR_MF ||
                                      u->position == SUITOR_FW)
                          ? p->position
                          : u->position;
    if (u->age >= 0 && p->age < 0)
        p->age = u->age;
    if (u->country != NONE && p->country == NONE)
        p->country = u->country;
}

static bool fits(const reading *r, const person *p, const unit *d, bool by_club)
{
    if (is_another_by_register(r, p, d))
        return false;
    if (by_club && p->club != d->club)
        return false;
    if (!by_club && d->club != NONE && p->club != NONE)
        return false;
    if (d->age >= 0 && p->age >= 0 && p->age != d->age)
        return false;
    if (d->country != NONE && p->country != NONE && p->country != d->country)
        return false;
    return positions_agree(p->position, d->position);
}

/* The nearest one whose club is only guessed and may be another one after all. */
static uint32_t nearest_unsure(const reading *r, uint32_t at, uint32_t floor)
{
    unit any_club = r->units[at];

    any_club.club = NONE;
    for (uint32_t u = at; u > floor; u--) {
        const unit *candidate = &r->units[u - 1];
        if (is_player(r, candidate) && r->people[candidate->ref].club_sureness < CLUB_BY_CUE &&
            fits(r, &r->people[candidate->ref], &any_club, false))
            return candidate->ref;
    }
    return NONE;
}

static uint32_t nearest_fitting(const reading *r, uint32_t at, uint32_t floor, bool by_club)
{
    for (uint32_t u = at; u > floor; u--) {
        const unit *candidate = &r->units[u - 1];
        if (is_player(r, candidate) && fits(r, &r->people[candidate->ref], &r->units[at], by_club))
            return candidate->ref;
    }
    return NONE;
}

/* Failing what stands before, somebody introduced later whose club it is. */
static uint32_t only_player_of(const reading *r, const unit *d)
{
    uint32_t found = NONE;

    if (r->n_people > CROWD)
        return NONE;
    for (uint32_t i = 0; i < r->n_people; i++) {
        const person *p = &r->people[i];
        if (p->kind != PERSON_PLAYER || p->club != d->club ||
            !positions_agree(p->position, d->position))
            continue;
        if (found != NONE)
            return NONE;
        found = i;
    }
    return found;
}

static uint32_t floor_of(const reading *r, uint32_t sentence_index, uint32_t reach)
{
    return r->sentences[sentence_index > reach ? sentence_index - reach : 0].first;
}

/* Whether the unit is a club, and one that the clue fits where there is one. */
static bool is_club(const reading *r, const unit *u, const club_clue *clue)
{
    if (u->kind != UNIT_CLUB && u->kind != UNIT_THEY)
        return false;
    if (u->ref == NONE || (u->flags & UNIT_TAG))
        return false;
    return !clue || clue_fits(r, clue, u->ref);
}

/* Where resolving has come to, with what the sentence told of up to there. */
typedef struct {
    uint32_t sentence;
    uint32_t player; /* last, NONE */
    uint32_t club;   /* unit of the first, NONE */
    bool staff;      /* a manager, agent … and no player since */
    focus *minds;
} place;

static uint32_t first_club(const reading *r, uint32_t first, uint32_t end, const club_clue *clue)
{
    for (uint32_t u = first; u < end; u++)
        if (is_club(r, &r->units[u], clue))
            return u;
    return NONE;
}

static uint32_t club_of_unit(const reading *r, uint32_t u)
{
    return u != NONE ? r->units[u].ref : NONE;
}

/* The first club of the `back`th sentence before that the clue fits. */
static uint32_t club_of_sentence(const reading *r, const place *at, uint32_t back,
                                 const club_clue *clue)
{
    const unit_sentence *s = &r->sentences[at->sentence - back];

    return clue ? first_club(r, s->first, s->end, clue) : s->club;
}

/* The unit of the club told of before unit `u`: the first one of its sentence, else of an
 * earlier one. */
static uint32_t club_before(const reading *r, const place *at, uint32_t u, const club_clue *clue)
{
    uint32_t club = clue ? first_club(r, r->sentences[at->sentence].first, u, clue) : at->club;

    for (uint32_t back = 1; club == NONE && back <= at->sentence && back <= REACH_SENTENCES; back++)
        club = club_of_sentence(r, at, back, clue);
    return club;
}

static bool tells_player(const reading *r, const unit *u)
{
    return is_player(r, u) || (u->kind == UNIT_HE && u->ref != NONE);
}

/* The player last told of: of the same sentence the nearest, of earlier ones the first. */
static uint32_t player_before(const reading *r, const place *at)
{
    uint32_t who = at->player;

    if (who == NONE && at->minds)
        return focus_best(at->minds);
    for (uint32_t back = 1; who == NONE && back <= at->sentence && back <= REACH_SENTENCES; back++)
        who = r->sentences[at->sentence - back].player;
    return who;
}

/* "the player", "the star": no more than "he" tells. */
static bool is_bare(const unit *d)
{
    return d->club == NONE && !d->position && d->age < 0 && d->country == NONE &&
           !(d->flags & UNIT_THEIRS);
}

static void resolve_description(reading *r, const place *at, uint32_t u)
{
    unit *d = &r->units[u];
    uint32_t near = floor_of(r, at->sentence, REACH_SENTENCES);
    uint32_t who = NONE;

    if (is_bare(d)) {
        d->ref = player_before(r, at);
        return;
    }
    if (d->flags & UNIT_THEIRS)
        d->club = club_of_unit(r, club_before(r, at, u, NULL));
    if (d->club != NONE)
        who = nearest_fitting(r, u, u > REACH_UNITS ? u - REACH_UNITS : 0, true);
    if (who == NONE)
        who = nearest_fitting(r, u, near, false);
    if (who == NONE && d->club != NONE)
        who = only_player_of(r, d);
    if (who == NONE && d->club != NONE)
        who = nearest_unsure(r, u, near);
    d->ref = who;
    if (who != NONE)
        learn(r, d);
}

/* "his club" is the one he plays for. */
static bool resolve_own_club(reading *r, const place *at, uint32_t u)
{
    if (u == r->sentences[at->sentence].first || r->units[u - 1].kind != UNIT_HE ||
        r->units[u - 1].ref == NONE)
        return false;
    r->units[u].ref = r->people[r->units[u - 1].ref].club;
    return r->units[u].ref != NONE;
}

/* Whether the clue, if there is one, fits every club of the list that the unit stands in. */
static bool fits_all(const reading *r, uint32_t unit_index, const club_clue *clue)
{
    const unit *at = &r->units[unit_index];

    for (uint32_t u = at->list_first; clue && u <= at->list_last; u++)
        if ((r->units[u].kind == UNIT_CLUB || r->units[u].kind == UNIT_THEY) &&
            !is_club(r, &r->units[u], clue))
            return false;
    return true;
}

static void resolve_they(reading *r, const place *at, uint32_t u)
{
    unit *they = &r->units[u];
    club_clue told;

    if (resolve_own_club(r, at, u))
        return;
    bool describes = they->end - they->first > 1 && clue_read(r, they, &told);
    const club_clue *clue = describes ? &told : NULL;
    uint32_t meant = club_before(r, at, u, clue);
    they->ref = meant == NONE && clue ? clue_alone(r, clue) : club_of_unit(r, meant);
    if (meant == NONE || !fits_all(r, meant, clue) ||
        r->units[meant].list_last <= r->units[meant].list_first)
        return;
    they->list_first = r->units[meant].list_first;
    they->list_last = r->units[meant].list_last;
}

/* What phrases and "P from S" tell outright, before anything is resolved. */
static void learn_names(reading *r)
{
    for (uint32_t i = 0; i < r->n_phrases; i++)
        if (r->units[r->phrases[i]].kind == UNIT_PLAYER)
            learn(r, &r->units[r->phrases[i]]);
}

static int32_t age_of_token(const reading *r, uint32_t i)
{
    suitor_sv text = token_text(&r->doc, i);

    if (r->doc.tokens[i].kind != TOKEN_NUMBER || text.len != 2 || text.ptr[0] < '1' ||
        text.ptr[0] > '4')
        return -1;
    return (text.ptr[0] - '0') * 10 + (text.ptr[1] - '0');
}

/* Whether unit `u` is an age: "who is now 34 years old", "at 26,". */
static bool is_age(const reading *r, uint32_t u)
{
    suitor_sv before = tokens_text(r, r->units[u - 1].first, r->units[u - 1].end);
    suitor_sv behind = tokens_text(r, r->units[u + 1].first, r->units[u + 1].end);

    if (suitor_sv_equal(behind, suitor_sv_of("years")) ||
        suitor_sv_equal(behind, suitor_sv_of("year")))
        return true;
    return suitor_sv_equal(behind, suitor_sv_of(",")) &&
           (suitor_sv_equal(before, suitor_sv_of("at")) ||
            suitor_sv_equal(before, suitor_sv_of("At")));
}

/* Ages are of the player told of before. */
static void learn_ages(reading *r, uint32_t sentence_index)
{
    const unit_sentence *s = &r->sentences[sentence_index];
    place at = { sentence_index, NONE, NONE, false, NULL };

    for (uint32_t u = s->first; u + 1 < s->end; u++) {
        int32_t age = r->units[u].kind == UNIT_WORD ? age_of_token(r, r->units[u].first) : -1;
        if (age >= 15 && u > s->first && u + 2 < s->end && is_age(r, u)) {
            uint32_t who = player_before(r, &at);
            if (who != NONE && r->people[who].age < 0)
                r->people[who].age = age;
        }
        if (tells_player(r, &r->units[u]))
            at.player = r->units[u].ref;
    }
}

/* A manager or agent: himself, or the club that he stands for. */
static bool is_staff(const unit *u)
{
    return u->kind == UNIT_STAFF ||
           ((u->kind == UNIT_CLUB || u->kind == UNIT_THEY) && (u->flags & UNIT_BY_STAFF));
}

/* "Kranz says he is patient": "he" is who was told of last, and may be no player. */
static bool is_he_staff(const reading *r, const place *at, uint32_t u)
{
    const token *t = &r->doc.tokens[r->units[u].first];

    if (t->end - t->begin != 2 || at->player != NONE) /* "him" and "his" are others' */
        return false;
    if (at->staff)
        return true;
    uint32_t i = at->sentence;
    return i > 0 && r->sentences[i - 1].staff &&
           r->doc.sentences[i - 1].paragraph == r->doc.sentences[i].paragraph;
}

static void resolve_he(reading *r, place *at, uint32_t u)
{
    at->staff = is_he_staff(r, at, u);
    r->units[u].ref = at->staff ? NONE : player_before(r, at);
}

static void resolve_unit(reading *r, place *at, uint32_t u)
{
    switch ((unit_kind)r->units[u].kind) {
    case UNIT_DESCRIBED: resolve_description(r, at, u); break;
    case UNIT_HE: resolve_he(r, at, u); break;
    case UNIT_THEY: resolve_they(r, at, u); break;
    default: break;
    }
}

void references_resolve(reading *r)
{
    focus minds = { .n = 0 };
    uint32_t paragraph = NONE;

    learn_names(r);
    for (uint32_t i = 0; i < r->n_sentences; i++) {
        unit_sentence *s = &r->sentences[i];
        place at = { i, NONE, NONE, false, &minds };
        focus_fade(&minds, r->doc.sentences[i].paragraph != paragraph);
        paragraph = r->doc.sentences[i].paragraph;
        s->player = s->club = NONE;
        FOR_PHRASES (r, s, u) {
            resolve_unit(r, &at, u);
            if (tells_player(r, &r->units[u])) {
                at.player = r->units[u].ref;
                at.staff = false;
                focus_note(&minds, r, s, u, at.player);
                s->player = s->player == NONE ? at.player : s->player;
            }
            at.staff |= at.player == NONE && is_staff(&r->units[u]);
            if (at.club == NONE && is_club(r, &r->units[u], NULL))
                at.club = u;
        }
        s->club = at.club;
        s->staff = at.staff;
        s->about = s->player == NONE && i > 0 ? r->sentences[i - 1].about : s->player;
        if (s->flags & UNIT_BETWEEN) /* there may be numbers */
            learn_ages(r, i);
    }
}
