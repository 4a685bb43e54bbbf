/* The parameters of the market, as read from data/model.json, and the tiers of
 * outlets and journalists. Read-only once loaded. */
#ifndef MARKET_MODEL_H
#define MARKET_MODEL_H

#include "strmap.h"
#include "suitor/market.h"

enum { MODEL_TIERS = 4 }; /* 1 the most reliable … 4 gossip */

/* A Beta distribution; its mean is the reliability that counts. */
typedef struct {
    double a, b;
} model_beta;

/* How often a source is right: about moves it says may come, and about things
 * it says are settled (a deal, an end, whose player he is). */
typedef struct {
    model_beta rumour, settled;
} model_tier;

/* How well one position stands in for another, 0–1; of different lines not at all. */
typedef struct {
    double same, kin, line; /* alike; one the wider name of the other; of one line */
    double unknown;         /* where one of them is not known */
} model_fits;

struct suitor_model {
    double half_life_days[SUITOR_N_RELATIONS]; /* INFINITY: does not age */
    double club_half_life_days;                /* of what tells whose player he is */
    double stage[SUITOR_N_STAGES];             /* 0–1 */
    double hedge[SUITOR_N_HEDGES];             /* 0–1 */
    model_tier tiers[MODEL_TIERS];             /* tiers[0] is tier 1 */
    unsigned default_tier;                     /* of an origin nobody lists, 1–4 */
    double settles;      /* least hedge · confidence at which a done deal settles a race */
    double fades;        /* a weight below this is no edge */
    double thin_weight;  /* a race whose weights sum to less is thin */
    double thin_origins; /* a race of fewer origins is thin */
    model_fits fits;
    strmap listed; /* folded name of an origin → its tier */
};

/* Tier of `origin`, 1–4; the default one where it is not listed. */
unsigned model_tier_of(const suitor_model *model, suitor_sv origin);

/* Mean reliability of tier `tier` for a claim of `relation`. */
double model_reliability(const suitor_model *model, unsigned tier, suitor_relation relation);

/* Read outlets.tsv and journalists.tsv of `data_dir`/gazetteer into `listed`. */
suitor_status tiers_load(const char *data_dir, strmap *listed, suitor_error *err);

/* The form in which origins are compared: folded, '@' off; at most `cap` bytes. */
suitor_sv tiers_key(suitor_sv origin, char *out, size_t cap);

#endif
