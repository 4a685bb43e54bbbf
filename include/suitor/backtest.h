/* Backtests: what was foreseen of a window, held against the transfers that happened.
 *
 * Each pair of a player and a club that wants him is a forecast, its probability that of the
 * simulated windows (include/suitor/window.h); it came true if a register knows of the transfer.
 * Scores: Brier, Verification of Forecasts Expressed in Terms of Probability, 1950; its parts by
 * Murphy, A New Vector Partition of the Probability Score, 1973; area under the ROC curve as the
 * chance that a pair that came true was given more than one that did not, ties one half: Hanley and
 * McNeil, The Meaning and Use of the Area under a Receiver Operating Characteristic (ROC) Curve,
 * 1982.
 */
#ifndef SUITOR_BACKTEST_H
#define SUITOR_BACKTEST_H

#include "suitor/register.h"
#include "suitor/window.h"

#ifdef __cplusplus
extern "C" {
#endif

enum { SUITOR_BACKTEST_BINS = 10 };

/* Forecasts of one tenth: of chances from i/10 to below (i + 1)/10, the last with 1. */
typedef struct {
    uint32_t pairs, happened;
    double foreseen; /* mean chance; 0 without pairs */
} suitor_backtest_bin;

/* A forecast, and whether it came true. */
typedef struct {
    uint32_t player, club; /* entities of the market */
    double chance;
    bool happened;
    bool is_vague;     /* it happened on a day of an interval that goes on behind the window */
    uint32_t transfer; /* into those given; SUITOR_NO_INDEX where it did not happen */
} suitor_forecast;

typedef struct {
    int32_t since, until;       /* first and last day of the window */
    suitor_forecast *forecasts; /* likeliest first, ties by name */
    uint32_t pairs, happened;
    uint32_t vague;         /* of these, known to such an interval alone */
    uint32_t aside;         /* pairs left out, as the transfer may have come before the window */
    uint32_t transfers;     /* that happened in the window, ends of loans aside */
    uint32_t strangers;     /* of these, of players whom nobody was said to want */
    uint32_t unforeseen;    /* of these, of players whom others were said to want, not that club */
    uint32_t contested;     /* of these, of players with several suitors to one of them */
    uint32_t favourites;    /* of these, to the likeliest */
    double expected;        /* Σ chance: as many were foreseen to happen */
    double brier, log_loss; /* means over the pairs, natural logarithm */
    double brier_base, log_loss_base; /* of saying of each pair the share that happened */
    double reliability, resolution;   /* Murphy's parts of the Brier score over the bins */
    double area;                      /* under the ROC curve; −1 where all or none happened */
    suitor_backtest_bin bins[SUITOR_BACKTEST_BINS];
} suitor_backtest;

/* Hold the window against `transfers` (n of them), matched by folded names of players and clubs.
 * options  as for suitor_simulate(); runs 0: 4096
 * until    last day: SUITOR_NO_DAY, the latest closing day of a move
 * out      release with suitor_backtest_clear()
 * SUITOR_ERR_NOTFOUND where nobody is said to want anybody, or no transfer is known that happened
 * in the window. */
SUITOR_API suitor_status suitor_backtest_run(const suitor_window *window,
                                             const suitor_told_transfer *transfers, uint32_t n,
                                             int32_t until, const suitor_simulate_options *options,
                                             suitor_backtest *out, suitor_error *err);
SUITOR_API void suitor_backtest_clear(suitor_backtest *backtest);

#ifdef __cplusplus
}
#endif
#endif
