/* Judging: the scores of all candidates of a pair together. A pair that no cue told of
 * becomes a claim where it is likelier than not; one that a cue told of is dropped where
 * next to nothing speaks for it. */
#include "scoring/judge.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "claims/teller.h"
#include "fail.h"
#include "scoring/features.h"
#include "scoring/scoring.h"

enum { PATH_SIZE = 1024 };

/* Tried by cross-validation over the labelled texts. Short texts say what they say in plain
 * words, which cues know; in long ones they miss more. Cues are right far more often than
 * the pairs they do not tell, so of these they are overruled only where all but sure. */
static const float add_above_short = 0.55F, add_above_long = 0.45F;
static const float stay_above_short = 0.36F, stay_above_long = 0.29F;
static const float deal_above = 0.4F; /* with the club that is held to be his already */
static const float half = 0.5F, keep_above = 0.1F, own_above = 0.5F, counts_above = 0.25F;
static const float overrule_above = 0.6F; /* share of another relation than the cues tell */
enum { LONG_TEXT = 7 };                   /* sentences */
/* In hundredths: 2 · e^-2.1 is 0.25, less than either sum for stays. */
static const int32_t hopeless_lead = 210;
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
    uint8_t told; /* the relation of the market that cues tell last, SUITOR_N_RELATIONS */
    bool held;    /* he is held to be of this club */
    float best_market, not_market, not_own;
    float sums[N_PAIR_LABELS];
} verdict;

typedef struct {
    reading *r;
    verdict *verdicts;
    uint32_t n_verdicts;
    sentence_sums shared;
} court;

static suitor_sv key_bytes(const uint32_t key[2])
{
    return suitor_sv_make((const char *)key, 2 * sizeof *key);
}

static verdict *verdict_of(court *x, const pair_candidate *c)
{
    const reading *r = x->r;
    uint32_t key[2] = { c->player, c->club };
    uint32_t *at = strmap_put(&x->r->seen, key_bytes(key), x->n_verdicts, NULL);

    if (!at)
        return NULL;
    if (*at == x->n_verdicts)
        x->verdicts[x->n_verdicts++] = (verdict){
            .player = c->player,
            .club = c->club,
            .best = NONE,
            .told = SUITOR_N_RELATIONS,
            .held = r->people[c->player].club == c->club,
            .not_market = 1,
            .not_own = 1,
        };
    return &x->verdicts[*at];
}

static bool hear(court *x, uint32_t candidate)
{
    const pair_candidate *c = &x->r->pairs[candidate];
    float p[N_PAIR_LABELS];
    label_sums sums;
    verdict *v = verdict_of(x, c);

    if (!v)
        return false;
    features_add_up(x->r, c, &x->shared, &sums);
    model_probabilities(&sums, N_PAIR_LABELS, p);
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

/* What the cues tell of the pairs: the last counts. */
static void hear_cues(court *x)
{
    for (uint32_t i = 0; i < x->r->n_events; i++) {
        const event *e = &x->r->events[i];
        uint32_t key[2] = { e->player, e->club }, at;
        if (takes_club(e->relation) && strmap_get(&x->r->seen, key_bytes(key), &at))
            x->verdicts[at].told = e->relation;
    }
}

/* The relation with the highest sum, and of its stages the one with the highest. */
static uint32_t label_of(const verdict *v)
{
    float by_relation[SUITOR_N_RELATIONS] = { 0 };
    uint32_t best = LABEL_KEEN, relation = SUITOR_INTEREST;

    for (uint32_t k = LABEL_LINKED; k < N_PAIR_LABELS; k++)
        by_relation[pair_claims[k].relation] += v->sums[k];
    for (uint32_t k = 0; k < SUITOR_N_RELATIONS; k++)
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

static bool is_told(const verdict *v) { return v->told != SUITOR_N_RELATIONS; }

/* The part of the relation in what speaks for any. */
static float share_of(const verdict *v, uint8_t relation)
{
    float of = 0, all = 0;

    for (uint32_t k = LABEL_LINKED; k < N_PAIR_LABELS; k++) {
        all += v->sums[k];
        of += pair_claims[k].relation == relation ? v->sums[k] : 0;
    }
    return of / all;
}

/* Of the club that he is held to be of already, only that he has come there is news. */
static bool is_to_be_added(const reading *r, const verdict *v, uint8_t relation)
{
    bool is_long = r->n_sentences >= LONG_TEXT;
    float market = 1 - v->not_market;

    if (v->held)
        return relation == SUITOR_DEAL && share_of(v, relation) > half && market > deal_above;
    return market > (is_long ? add_above_long : add_above_short);
}

static bool may_be_owner(const verdict *v) { return 1 - v->not_own > own_above; }

static void add_claim(reading *r, const verdict *v, uint32_t label)
{
    event e = event_of(r, &r->pairs[v->best], fmaxf(1 - v->not_market, v->best_market));

    e.relation = pair_claims[label].relation;
    e.stage = pair_claims[label].stage;
    event_push(r, &e);
}

static void pronounce(reading *r, const verdict *v, bool is_owner)
{
    uint32_t label = label_of(v);
    uint8_t relation = pair_claims[label].relation;

    if (!is_told(v)) {
        if (is_to_be_added(r, v, relation) && (v->held || !is_owner))
            add_claim(r, v, label);
    } else if (v->best_market < keep_above) {
        drop_events(r, v);
    } else if (relation != v->told && share_of(v, relation) > overrule_above) {
        drop_events(r, v);
        add_claim(r, v, label);
    }
}

/* By player: the verdict on the club that is likeliest his own. */
static void find_owners(court *x, uint32_t *owners)
{
    for (uint32_t i = 0; i < x->r->n_people; i++)
        owners[i] = NONE;
    for (uint32_t i = 0; i < x->n_verdicts; i++) {
        uint32_t *owner = &owners[x->verdicts[i].player];
        if (*owner == NONE || x->verdicts[i].not_own < x->verdicts[*owner].not_own)
            *owner = i;
    }
}

static void judge_pairs(court *x)
{
    reading *r = x->r;
    x->verdicts = arena_zeros(&r->memory, r->n_pairs + 1, sizeof *x->verdicts);
    uint32_t *owners = arena_zeros(&r->memory, r->n_people + 1, sizeof *owners);

    r->out_of_memory |= !x->verdicts || !owners;
    strmap_reset(&r->seen);
    for (uint32_t i = 0; i < r->n_pairs && !r->out_of_memory; i++)
        if (r->pairs[i].club != NONE)
            r->out_of_memory |= !hear(x, i);
    if (r->out_of_memory)
        return;
    hear_cues(x);
    find_owners(x, owners);
    for (uint32_t i = 0; i < x->n_verdicts; i++) {
        const verdict *v = &x->verdicts[i];
        pronounce(r, v, owners[v->player] == i && may_be_owner(v));
    }
}

/* Whether no label comes so near to none that two of them together could be told. */
static bool is_hopeless(const label_sums *sums)
{
    int32_t most = sums->of[1];

    for (uint32_t k = 2; k < N_STAY_LABELS; k++)
        most = sums->of[k] > most ? sums->of[k] : most;
    return sums->of[LABEL_NONE] - most > hopeless_lead;
}

static void judge_stay(court *x, uint32_t candidate)
{
    reading *r = x->r;
    const pair_candidate *c = &r->pairs[candidate];
    float p[N_STAY_LABELS];
    label_sums sums;

    float above = r->n_sentences < LONG_TEXT ? stay_above_short : stay_above_long;

    features_add_up(r, c, &x->shared, &sums);
    if (is_hopeless(&sums))
        return;
    model_probabilities(&sums, N_STAY_LABELS, p);
    for (uint32_t k = 1; k < N_STAY_LABELS; k += 2) {
        uint8_t relation = k == 1 ? SUITOR_LEAVING : SUITOR_STAYING;
        if (p[k] + p[k + 1] < above || r->people[c->player].told & 1u << relation)
            continue;
        event e = event_of(r, c, p[k] + p[k + 1]);
        e.relation = relation;
        e.stage = p[k] > p[k + 1] ? SUITOR_POSSIBLE : SUITOR_LIKELY;
        e.own_club = true;
        event_push(r, &e);
    }
}

/* Show all candidates to the watcher, those of two before those of one. */
static void show(reading *r)
{
    feature_list features = { .items = r->features, .items_cap = r->features_cap };

    for (int alone = 0; alone < 2; alone++)
        for (uint32_t i = 0; i < r->n_pairs && !r->out_of_memory; i++) {
            const pair_candidate *c = &r->pairs[i];
            if ((c->club == NONE) != alone)
                continue;
            r->out_of_memory = !features_list(r, c, &features);
            if (!r->out_of_memory)
                r->watcher->see(r, c, &features, r->watcher->user);
        }
    r->features = features.items;
    r->features_cap = features.items_cap;
}

void pairs_judge(reading *r)
{
    court x = { .r = r, .shared = { .sentence = NONE } };
    const model *m = &r->x->model;

    if (!m->n_pair_rows && !r->watcher)
        return;
    pairs_find(r);
    units_mark(r);
    if (r->watcher && !r->out_of_memory)
        show(r);
    if (!m->n_pair_rows || r->out_of_memory)
        return;
    judge_pairs(&x);
    for (uint32_t i = 0; i < r->n_pairs && m->n_stay_rows && !r->out_of_memory; i++)
        if (r->pairs[i].club == NONE)
            judge_stay(&x, i);
}
