/* Competition clusters: clubs that keep meeting in races, and the players they meet over.
 *
 * Clubs are tied by their rivalry (suitor/race.h). The clusters are the communities of that
 * graph by the Leiden method (Traag, Waltman and van Eck, Sci. Rep. 9, 5233, 2019), which
 * makes modularity at resolution γ large (Newman and Girvan, Phys. Rev. E 69, 026113, 2004;
 * Reichardt and Bornholdt, Phys. Rev. E 74, 016110, 2006):
 *     Q = 1/2m · Σ_cd (R_cd − γ · s_c · s_d / 2m) · [c and d in one cluster]
 * R_cd the rivalry, s_c the sum of c's rivalries, 2m the sum of all s.
 *
 * How sure they are is tried by a bootstrap (Efron, Ann. Statist. 7, 1, 1979) over articles:
 * each is drawn a Poisson number of times of mean 1 (Hanley and MacGibbon, Comput. Methods
 * Programs Biomed. 83, 57, 2006), so that it is missing with chance 1/e; what is drawn is
 * weighed and clustered anew, many times. The share of the resamples in which two clubs stand
 * in one cluster is their consensus (Monti et al., Machine Learning 52, 91, 2003). A club that
 * has lost its rivals counts as apart: what hangs on a single article is never called stable.
 */
#ifndef SUITOR_CLUSTER_H
#define SUITOR_CLUSTER_H

#include "suitor/race.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef struct {
    double resolution;  /* γ: above 1 smaller clusters, below 1 larger ones; 0: that of the
                           longest plateau, see suitor_cluster_levels() */
    uint32_t seed;      /* the same seed gives the same clusters */
    uint32_t runs;      /* of Leiden at most, the best of which counts; fewer are made of a graph
                           of more than 25,000 pairs of clubs */
    uint32_t resamples; /* 0: stability is not asked for */
} suitor_cluster_options;

/* Modularity, 40 runs, 50 resamples: a share of them is then known to 0.07. */
/* clang-format off */
#define SUITOR_CLUSTER_OPTIONS_INIT { 1, 1, 40, 50 }
/* clang-format on */

enum { SUITOR_MAX_RUNS = 10000, SUITOR_MAX_RESAMPLES = 10000 };

/* A club of a cluster. */
typedef struct {
    uint32_t club;
    double inside;    /* Σ of its rivalries with clubs of the cluster */
    double part;      /* inside, as a share of the sum over the cluster's clubs, 0–1 */
    double belonging; /* inside, as a share of all its rivalries, 0–1 */
    double stability; /* mean consensus with the others of the cluster; 0 where not asked for */
} suitor_member;

/* A player whom two clubs of a cluster or more want; only these are counted here. */
typedef struct {
    uint32_t player;
    uint32_t first, second; /* clubs of the cluster that lead for him */
    uint32_t n_suitors;
    double tie;       /* what he adds to the rivalries inside */
    double intensity; /* of the race among the cluster's clubs, as in suitor_race */
    uint32_t n_origins, n_articles;
} suitor_prize;

typedef struct {
    const char *name; /* "Liverpool vs Arsenal for Alessandro Bastoni": the hottest race */
    const suitor_member *members; /* largest part first */
    const suitor_prize *prizes;   /* largest tie first */
    uint32_t n_members, n_prizes; /* two and one at least */
    double strength;              /* Σ of the rivalries inside */
    double stability;             /* mean consensus of its pairs; 0 where not asked for */
    uint32_t n_origins, n_articles;
    bool thin; /* too little to say: thresholds of data/model.json for its hottest race */
} suitor_cluster;

/* Two clubs that meet. */
typedef struct {
    uint32_t club, rival; /* club < rival */
    double rivalry;
    uint32_t n_meetings; /* players both want */
    uint32_t cluster;    /* that both are in, SUITOR_NO_INDEX where they are apart */
    double consensus;    /* share of the resamples that have them in one cluster */
} suitor_pair;

typedef struct {
    const suitor_cluster *clusters; /* strongest first */
    const suitor_pair *pairs;       /* all that meet, strongest first */
    const uint32_t *alone;          /* clubs that want somebody and are in no cluster of two */
    uint32_t n_clusters, n_pairs, n_alone;
    double resolution;
    double modularity; /* Q at γ = 1, by which clusterings of any resolution compare */
    double quality;    /* Q at `resolution` */
    uint32_t seed, n_resamples;
} suitor_clustering;

/* The clusters of `market`. A market in which nobody meets has none.
 * out  owned: release with suitor_clustering_free() */
SUITOR_API suitor_status suitor_clusters(const suitor_market *market,
                                         const suitor_cluster_options *options,
                                         suitor_clustering **out, suitor_error *err);

/* Release what it owns; NULL is fine. */
SUITOR_API void suitor_clustering_free(suitor_clustering *clustering);

/* The cluster that `club` is in, SUITOR_NO_INDEX for none. */
SUITOR_API uint32_t suitor_cluster_of(const suitor_clustering *clustering, uint32_t club);

/* Share of the resamples that have any two clubs in one cluster, 0–1. */
SUITOR_API double suitor_consensus(const suitor_clustering *clustering, uint32_t club,
                                   uint32_t other);

/* The clusters at one resolution, in short. */
typedef struct {
    double resolution;
    uint32_t n_clusters, n_alone; /* of two clubs and more; clubs with rivals but in none */
    uint32_t largest;             /* clubs of the largest cluster */
    double modularity;            /* at γ = 1 */
    double change;   /* variation of information to the level before, as a share of the most
                        there could be, log n: 0 the same clusters (Meilă, COLT 2003) */
    bool in_plateau; /* of the longest plateau */
    bool chosen;     /* the level that stands for it */
} suitor_level;

/* From coarse to fine: clusters at resolutions from 1/2 to 4, four levels an octave. A
 * plateau is a run of levels whose clusters are alike, each two of them no further apart
 * than a tenth of log n: what holds over a range of scales is structure, not an accident of
 * one (Lambiotte, Delvenne and Barahona, IEEE Trans. Netw. Sci. Eng. 1, 76, 2014). Levels
 * that leave most clubs alone are in none but their own. The longest plateau is taken, of
 * equal ones that of the highest modularity, and of its levels the one nearest to the others.
 * out  owned: release with free(); NULL where nobody meets (count 0) */
SUITOR_API suitor_status suitor_cluster_levels(const suitor_market *market,
                                               const suitor_cluster_options *options,
                                               suitor_level **out, uint32_t *count,
                                               suitor_error *err);

#ifdef __cplusplus
}
#endif
#endif
