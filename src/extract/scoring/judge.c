/* Judging: the scores of all candidates of a pair together. A pair that no cue told of
 * becomes a claim where it is likelier than not; one that a cue told of is dropped where
 * next to nothing speaks for it. */
#include "scoring/judge.h"

#include <stdio.h>
#include <stdlib.h>

#include "claims/teller.h"
#include "fail.h"
#include "scoring/features.h"
#include "scoring/scoring.h"

enum { PATH_SIZE = 1024 };

/* Tried by cross-validation over the labelled texts. Short texts say what they say in plain
 * words, which cues know; in long ones they miss more. Cues are right far more often than
 * the pairs they do not tell. */
static const float add_above_short = 0.55F, add_above_long = 0.45F;
static const float keep_above = 0.1F, own_above = 0.5F, counts_above = 0.25F;
enum { LONG_TEXT = 7 };               /* sentences */
static const float later_gain = 0.1F; /* what is said later counts a little more */
static const double sureness = 0.7;   /* of the reading, beside that of a cue, 0.9 */

const char *const pair_labels[N_PAIR_LABELS] = { "none",  "own", "linked", "watching", "keen",
                                                 "talks", "bid", "agreed", "done",     "over" };
const char *const stay_labels[N_STAY_LABELS] = { "none", "leaving-possible", "leaving-likely",
                                                 "staying-possible", "staying-likely" };

static const struct {
    uint8_t relation, stage;
} pair_claims[N_PAIR_LABELS] = {
    [LABEL_LINKED] = { SUITOR_INTEREST, SUITOR_LINKED },
    [LABEL_WATCHING] = { SUITOR_INTEREST, SUITOR_WATCHING },
    [LABEL_KEEN] = { SUITOR_INTEREST, SUITOR_KEEN },
    [LABEL_TALKS] = { SUITOR_INTEREST, SUITOR_TALKS },
    [LABEL_BID] = { SUITOR_INTEREST, SUITOR_BID },
    [LABEL_AGREED] = { SUITOR_DEAL, SUITOR_AGREED },
    [LABEL_DONE] = { SUITOR_DEAL, SUITOR_DONE },
    [LABEL_OVER] = { SUITOR_ENDED, SUITOR_OVER },
};

bool scoring_use(suitor_extractor *x, const weights *pairs, const weights *stays)
{
    model_free(&x->model);
    return model_build(&x->model, &x->lex, pairs, stays);
}

suitor_status scoring_load(suitor_extractor *x, const char *dir, suitor_error *err)
{
    weights pairs = { 0 }, stays = { 0 };
    char path[PATH_SIZE];

    snprintf(path, sizeof path, "%s/pairs.tsv", dir);
    suitor_status st = weights_load(&pairs, &x->lex, path, pair_labels, N_PAIR_LABELS, err);
    snprintf(path, sizeof path, "%s/stays.tsv", dir);
    if (st == SUITOR_OK)
        st = weights_load(&stays, &x->lex, path, stay_labels, N_STAY_LABELS, err);
    if (st == SUITOR_OK && !scoring_use(x, &pairs, &stays))
        st = fail(err, SUITOR_ERR_NOMEM, "%s: no memory", dir);
    weights_free(&pairs);
    weights_free(&stays);
    return st;
}

void scoring_free(suitor_extractor *x) { model_free(&x->model); }

uint32_t pair_label(uint8_t relation, uint8_t stage)
{
    for (uint32_t k = LABEL_LINKED; k < N_PAIR_LABELS; k++)
        if (pair_claims[k].relation == relation && pair_claims[k].stage == stage)
            return k;
    return LABEL_NONE;
}

uint32_t stay_label(uint8_t relation, uint8_t stage)
{
    if (relation != SUITOR_LEAVING && relation != SUITOR_STAYING)
        return LABEL_NONE;
    return (relation == SUITOR_LEAVING ? 1u : 3u) + (stage == SUITOR_LIKELY);
}

/* What all candidates of a player and a club come to. */
typedef struct {
    uint32_t player, club;
    uint32_t best; /* candidate that speaks loudest for a claim */
    uint32_t count;
    float best_market, not_market, not_own;
    float sums[N_PAIR_LABELS];
} verdict;

typedef struct {
    reading *r;
    feature_list *features;
    verdict *verdicts;
    uint32_t n_verdicts;
    bool learned; /* there are weights; else the cues alone tell */
    sentence_sums shared;
} court;

static verdict *verdict_of(court *x, const pair_candidate *c)
{
    uint32_t key[2] = { c->player, c->club };
    uint32_t *at =
        strmap_put(&x->r->seen, suitor_sv_make((const char *)key, sizeof key), x->n_verdicts, NULL);

    if (!at)
        return NULL;
    if (*at == x->n_verdicts)
        x->verdicts[x->n_verdicts++] = (verdict){
            .player = c->player, .club = c->club, .best = NONE, .not_market = 1, .not_own = 1
        };
    return &x->verdicts[*at];
}

/* The probabilities of its labels, where there are weights to tell them. */
static bool score(court *x, uint32_t candidate, uint32_t n_labels, float *p)
{
    const pair_candidate *c = &x->r->pairs[candidate];
    label_sums sums;

    if (x->r->watcher) {
        if (!features_list(x->r, c, x->features))
            return false;
        x->r->watcher->see(x->r, c, x->features, x->r->watcher->user);
    }
    if (x->learned) {
        features_add_up(x->r, c, &x->shared, &sums);
        model_probabilities(&sums, n_labels, p);
    }
    return true;
}

static bool hear(court *x, uint32_t candidate)
{
    float p[N_PAIR_LABELS] = { 0 };
    verdict *v = verdict_of(x, &x->r->pairs[candidate]);

    if (!v || !score(x, candidate, N_PAIR_LABELS, p))
        return false;
    float market = 1 - p[LABEL_NONE] - p[LABEL_OWN];
    for (uint32_t k = 0; k < N_PAIR_LABELS; k++)
        v->sums[k] += p[k] * (1 + later_gain * (float)v->count);
    v->count++;
    v->not_own *= 1 - p[LABEL_OWN];
    if (market > counts_above)
        v->not_market *= 1 - market;
    if (v->best == NONE || market > v->best_market) {
        v->best = candidate;
        v->best_market = market;
    }
    return true;
}

/* The relation with the highest sum, and of its stages the one with the highest. */
static uint32_t label_of(const verdict *v)
{
    float by_relation[SUITOR_N_RELATIONS] = { 0 };
    uint32_t best = LABEL_KEEN;
    uint8_t relation = SUITOR_INTEREST;

    for (uint32_t k = LABEL_LINKED; k < N_PAIR_LABELS; k++)
        by_relation[pair_claims[k].relation] += v->sums[k];
    for (uint8_t k = 0; k < SUITOR_N_RELATIONS; k++)
        if (by_relation[k] > by_relation[relation])
            relation = k;
    for (uint32_t k = LABEL_LINKED; k < N_PAIR_LABELS; k++)
        if (pair_claims[k].relation == relation &&
            (pair_claims[best].relation != relation || v->sums[k] > v->sums[best]))
            best = k;
    return best;
}

static uint8_t hedge_of(const reading *r, const unit_sentence *s)
{
    bool hedged = false, doubtful = false;

    for (uint32_t u = s->first; u < s->end; u++) {
        hedged |= word_in(&r->x->lex, r->units[u].word, CLASS_HEDGE);
        doubtful |= word_in(&r->x->lex, r->units[u].word, CLASS_MODAL) ||
                    word_in(&r->x->lex, r->units[u].word, CLASS_IF);
    }
    return doubtful      ? SUITOR_DOUBTFUL
           : hedged      ? SUITOR_HEDGED
           : s->reported ? SUITOR_REPORTED
                         : SUITOR_FIRM;
}

/* An event whose quote runs from one of the two to the other, or is the clause of the one. */
static event event_of(const reading *r, const pair_candidate *c, float p)
{
    const unit_sentence *s = &r->sentences[c->sentence];
    unit_range range = candidate_range(r, c);

    return (event){ .sentence = c->sentence,
                    .player = c->player,
                    .club = c->club,
                    .first = r->units[range.first].first,
                    .end = r->units[range.end - 1].end,
                    .hedge = hedge_of(r, s),
                    .confidence = sureness * (double)p,
                    .origin = s->origin };
}

static void drop_events(reading *r, const verdict *v)
{
    for (uint32_t i = 0; i < r->n_events; i++) {
        event *e = &r->events[i];
        e->dropped |= e->player == v->player && e->club == v->club && takes_club(e->relation);
    }
}

static float add_above(const reading *r)
{
    return r->n_sentences < LONG_TEXT ? add_above_short : add_above_long;
}

static const uint32_t market_relations =
    1u << SUITOR_INTEREST | 1u << SUITOR_DEAL | 1u << SUITOR_ENDED;

static void pronounce(court *x, const verdict *v, const verdict *owner)
{
    reading *r = x->r;
    bool told = (events_relations(r, v->player, v->club) & market_relations) != 0;
    bool own = r->people[v->player].club == v->club || (owner == v && 1 - v->not_own > own_above);

    if (told && v->best_market < keep_above) {
        drop_events(r, v);
    } else if (!told && !own && 1 - v->not_market > add_above(r)) {
        event e = event_of(r, &r->pairs[v->best], 1 - v->not_market);
        uint32_t label = label_of(v);
        e.relation = pair_claims[label].relation;
        e.stage = pair_claims[label].stage;
        event_push(r, &e);
    }
}

/* By player: the verdict on the club that is likeliest his own. */
static bool find_owners(court *x, uint32_t *owners)
{
    for (uint32_t i = 0; i < x->r->n_people; i++)
        owners[i] = NONE;
    for (uint32_t i = 0; i < x->n_verdicts; i++) {
        uint32_t *owner = &owners[x->verdicts[i].player];
        if (*owner == NONE || x->verdicts[i].not_own < x->verdicts[*owner].not_own)
            *owner = i;
    }
    return true;
}

static void judge_stay(court *x, uint32_t candidate)
{
    reading *r = x->r;
    const pair_candidate *c = &r->pairs[candidate];
    float p[N_STAY_LABELS] = { 0 };

    if (!score(x, candidate, N_STAY_LABELS, p)) {
        r->out_of_memory = true;
        return;
    }
    for (uint32_t k = 1; k < N_STAY_LABELS && r->x->model.n_stay_rows; k += 2) {
        uint8_t relation = k == 1 ? SUITOR_LEAVING : SUITOR_STAYING;
        if (p[k] + p[k + 1] < add_above(r) || r->people[c->player].told & 1u << relation)
            continue;
        event e = event_of(r, c, p[k] + p[k + 1]);
        e.relation = relation;
        e.stage = p[k] > p[k + 1] ? SUITOR_POSSIBLE : SUITOR_LIKELY;
        e.own_club = true;
        event_push(r, &e);
    }
}

void pairs_judge(reading *r)
{
    feature_list features = { .items = r->features, .items_cap = r->features_cap };
    court x = { .r = r,
                .features = &features,
                .learned = r->x->model.n_pair_rows > 0,
                .shared = { .sentence = NONE } };

    if (!x.learned && !r->watcher)
        return;

    pairs_find(r);
    units_mark(r);
    x.verdicts = arena_zeros(&r->memory, r->n_pairs + 1, sizeof *x.verdicts);
    uint32_t *owners = arena_zeros(&r->memory, r->n_people + 1, sizeof *owners);
    r->out_of_memory |= !x.verdicts || !owners;
    strmap_reset(&r->seen);
    for (uint32_t i = 0; i < r->n_pairs && !r->out_of_memory; i++)
        if (r->pairs[i].club != NONE)
            r->out_of_memory |= !hear(&x, i);
    if (x.learned && !r->out_of_memory && find_owners(&x, owners))
        for (uint32_t i = 0; i < x.n_verdicts; i++)
            pronounce(&x, &x.verdicts[i], &x.verdicts[owners[x.verdicts[i].player]]);
    for (uint32_t i = 0; i < r->n_pairs && !r->out_of_memory; i++)
        if (r->pairs[i].club == NONE)
            judge_stay(&x, i);
    r->features = features.items;
    r->features_cap = features.items_cap;
}
