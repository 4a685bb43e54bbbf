/* What else the graph tells: who stands in the middle of it, whom a club would look at next,
 * and which clubs join clusters that else have little to do with each other. */
#ifndef SUITOR_CENTRAL_H
#define SUITOR_CENTRAL_H

#include "suitor/cluster.h"

#ifdef __cplusplus
extern "C" {
#endif

/* How central a player or club is. */
typedef struct {
    uint32_t entity;
    uint32_t degree; /* suitors of a player, targets of a club */
    double strength; /* of a player the sum of the weights, of a club that of its rivalries */
    double rank;     /* PageRank, see below: all players and clubs together sum to 1 */
    uint32_t n_origins, n_articles; /* that its interests rest on */
} suitor_centrality;

/* Those of `kind` whom anybody wants, or who want anybody, strongest first, then by name, at
 * most `limit` (0: all).
 *
 * The rank says more of how they are placed than of how much they are wanted: it is PageRank
 * (Brin and Page, Comput. Netw. ISDN Syst. 30, 107, 1998) of a walk along interest, back and
 * forth between players and clubs, steps as likely as weights are large, that begins anew
 * anywhere with chance 0.15: high for clubs with many rare targets, and for players whom clubs
 * of few targets want. O(edges) a step.
 * out  owned: release with free(); NULL where there is none (count 0) */
SUITOR_API suitor_status suitor_centralities(const suitor_market *market, suitor_kind kind,
                                             uint32_t limit, suitor_centrality **out,
                                             uint32_t *count, suitor_error *err);

/* A player whom a club is not said to want, but might. */
typedef struct {
    uint32_t player;
    double rank;        /* PageRank from the club; of all prospects the sum is below 1 */
    uint32_t by_player; /* likeliest way to him: a target of the club … */
    uint32_t by_rival;  /* … whom this rival wants too, as it wants him */
    bool is_needed;     /* plays where the club is said to need somebody */
    uint32_t n_origins, n_articles; /* that the three interests of that way rest on */
} suitor_prospect;

/* "Whom else would they look at": the same walk, but beginning anew at `club` each time
 * (personalised PageRank: Haveliwala, WWW 2002), and of the players those whom `club` neither
 * wants nor has. Highest rank first, then by name; at most `limit` (0: all). Nobody further
 * away than a rival's other targets is told, since the way must be shown.
 * out  owned: release with free(); NULL where there is none (count 0) */
SUITOR_API suitor_status suitor_prospects(const suitor_market *market, uint32_t club,
                                          uint32_t limit, suitor_prospect **out, uint32_t *count,
                                          suitor_error *err);

/* A club between clusters. */
typedef struct {
    uint32_t club;
    uint32_t cluster;     /* its own, SUITOR_NO_INDEX for none */
    uint32_t n_clusters;  /* clusters in which it has rivals */
    double betweenness;   /* share of the shortest ways between two others that pass it, 0–1 */
    double participation; /* 0: all rivals in one cluster; towards 1: spread over many */
    double outside;       /* sum of the rivalries that leave its cluster */
    uint32_t far_rival;   /* the closest rival outside, SUITOR_NO_INDEX for none */
    uint32_t n_origins, n_articles; /* that its interests rest on */
} suitor_broker;

/* The clubs that join clusters of `clustering`, which is of `market`: those that have rivals
 * outside their own and lie between others, most betweenness first, then by name; at most
 * `limit` (0: all).
 *
 * Ways between clubs are as long as 1 / rivalry (Newman, Phys. Rev. E 64, 016132, 2001;
 * betweenness: Freeman, Sociometry 40, 35, 1977; Brandes, J. Math. Sociol. 25, 163, 2001).
 * Participation is 1 − Σ over clusters (rivalry with it / all its rivalry)² (Guimerà and
 * Amaral, Nature 433, 895, 2005); rivals in no cluster are each one for themselves.
 * O(clubs · pairs · log).
 * out  owned: release with free(); NULL where there is none (count 0) */
SUITOR_API suitor_status suitor_brokers(const suitor_market *market,
                                        const suitor_clustering *clustering, uint32_t limit,
                                        suitor_broker **out, uint32_t *count, suitor_error *err);

#ifdef __cplusplus
}
#endif
#endif
