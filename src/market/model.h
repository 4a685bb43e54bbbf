/* The parameters of the market, as read from data/model.json, and the tiers of
 * outlets and journalists. Read-only once loaded. */
#ifndef MARKET_MODEL_H
#define MARKET_MODEL_H

#include "calendar.h"
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

/* What moves do to one another in a window: factors of rates but for the first line
 * (docs/model.md). */
typedef struct {
    double chance_a, chance_b,
        surest; /* chance = logistic(a + b · logit(weight)), at most surest */
    double need_stated, need_met, beaten_rival, one_of_two;
    double spent, typical_fee;          /* by a fee so large, in millions of euros */
    double least;                       /* factors closer to 1 than that are left out */
    double cap;                         /* no rate is multiplied by more */
    double vacancy[SUITOR_N_POSITIONS]; /* by position sold */
} model_window;

enum { MODEL_CURRENCIES = 24 };

typedef struct {
    char code[4];
    double euros; /* that one of it is worth */
} model_currency;

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
    strmap listed;       /* folded name of an origin → its tier */
    model_window window;
    model_currency currencies[MODEL_CURRENCIES];
    uint32_t n_currencies;
    strmap no_clubs; /* folded names under which registers keep people without a club */
    double fits[SUITOR_N_POSITIONS][SUITOR_N_POSITIONS]; /* [sought][has], 0–1 */
    calendar calendar;
};

/* Tier of `origin`, 1–4; the default one where it is not listed. */
unsigned model_tier_of(const suitor_model *model, suitor_sv origin);

/* Mean reliability of tier `tier` for a claim of `relation`. */
double model_reliability(const suitor_model *model, unsigned tier, suitor_relation relation);

/* The model that a market is built with. */
const suitor_model *market_model(const suitor_market *market);

/* What a sum of one in `currency` (ISO 4217) is worth in euros; 0 where it is not listed. */
double model_euros(const suitor_model *model, const char currency[4]);

/* Read positions.tsv of `data_dir`. */
suitor_status positions_load(const char *data_dir,
                             double fits[SUITOR_N_POSITIONS][SUITOR_N_POSITIONS],
                             suitor_error *err);

/* Read outlets.tsv and journalists.tsv of `data_dir`/gazetteer into `listed`. */
suitor_status tiers_load(const char *data_dir, strmap *listed, suitor_error *err);

/* The form in which origins are compared: folded, '@' off; at most `cap` bytes. */
suitor_sv tiers_key(suitor_sv origin, char *out, size_t cap);

#endif
