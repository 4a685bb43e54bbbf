/* Evaluation: what the extractor reads out of labelled texts, against their labels.
 *
 * Gold files are JSON, a labelled article or a list of them (form: docs/extraction.md). A
 * label that was read is a hit, one that was not is missed, and what was read without being
 * a label is extra.
 */
#ifndef SUITOR_EVALUATE_H
#define SUITOR_EVALUATE_H

#include "suitor/extractor.h"

#ifdef __cplusplus
extern "C" {
#endif

/* What is counted by itself. */
typedef enum {
    SUITOR_SCORE_MARKET,     /* interest, deal and ended together: the edges of the market */
    SUITOR_SCORE_ALL_CLAIMS, /* the six relations together */
    SUITOR_SCORE_INTEREST,
    SUITOR_SCORE_DEAL,
    SUITOR_SCORE_ENDED,
    SUITOR_SCORE_LEAVING,
    SUITOR_SCORE_STAYING,
    SUITOR_SCORE_PLAYS_FOR,
    SUITOR_SCORE_FEES,
    SUITOR_SCORE_NEEDS,
    SUITOR_SCORE_EITHER_OR,
    SUITOR_SCORE_SOURCES,
    SUITOR_SCORE_POSITION, /* of players that were read */
    SUITOR_SCORE_AGE,      /* likewise */
    SUITOR_N_SCORES
} suitor_score;

/* "market", "all_claims", "interest" … */
SUITOR_API const char *suitor_score_name(suitor_score score);

/* The reverse, a blank counting as "_"; false, and *out untouched, for a name of none. */
SUITOR_API bool suitor_score_parse(suitor_sv name, suitor_score *out);

typedef struct {
    uint64_t hit, missed, extra;
} suitor_tally;

/* hit / (hit + extra); 1 of nothing. */
SUITOR_API double suitor_tally_precision(const suitor_tally *tally);

/* hit / (hit + missed); 1 of nothing. */
SUITOR_API double suitor_tally_recall(const suitor_tally *tally);

/* The harmonic mean of precision and recall. */
SUITOR_API double suitor_tally_f1(const suitor_tally *tally);

typedef enum {
    SUITOR_MISSED, /* a label that was not read */
    SUITOR_EXTRA,  /* read, and no label */
    SUITOR_OTHER   /* read with another stage, position or age than that of the label */
} suitor_difference;

/* "missed", "extra", "other". */
SUITOR_API const char *suitor_difference_name(suitor_difference difference);

/* One thing in which reading and labels differ. Views are borrowed from the evaluation. */
typedef struct {
    suitor_sv article; /* its id */
    suitor_score score;
    suitor_difference difference;
    suitor_sv player, club; /* empty where it has none */
    suitor_sv gold, read; /* stage, sum, position, age, players or source; empty where not there */
    suitor_sv sentence;   /* around the quote; empty where nothing is quoted */
    suitor_span quote;    /* bytes of `sentence` */
} suitor_disagreement;

typedef struct {
    suitor_tally tallies[SUITOR_N_SCORES];
    /* interests and deals that are in both, and of these those of one stage */
    uint64_t n_stages, n_right_stages;
    uint64_t n_articles;
    /* by article, then by score, player and club; other stages, positions, ages behind */
    const suitor_disagreement *disagreements;
    uint32_t n_disagreements;
} suitor_evaluation;

/* Read the gold files at `paths` (of folders, every file ending in .json), extract from their
 * texts and compare. Of articles with one id the last counts.
 * on_problem  told of each file and article that is skipped, and why; may be NULL
 * out         owned: release with suitor_evaluation_free(); NULL unless SUITOR_OK
 * Fails with SUITOR_ERR_NOMEM only. */
SUITOR_API suitor_status suitor_evaluate(const suitor_extractor *extractor,
                                         const char *const *paths, uint32_t n_paths,
                                         suitor_problem_fn on_problem, void *user,
                                         suitor_evaluation **out, suitor_error *err);

/* Release what it owns; NULL is fine. */
SUITOR_API void suitor_evaluation_free(suitor_evaluation *evaluation);

/* The same by cross-validation: the articles are dealt into `folds` (2 to 255) by their ids,
 * and each is read by weights learned from those of the other folds alone, so that the score
 * is that of texts not learned from. The weights of `data_dir` (NULL: suitor_data_dir()) are
 * not used.
 * also  gold to learn from, too, which is not scored */
SUITOR_API suitor_status suitor_cross_validate(const char *data_dir, const char *const *paths,
                                               uint32_t n_paths, const char *const *also,
                                               uint32_t n_also, uint32_t folds,
                                               suitor_problem_fn on_problem, void *user,
                                               suitor_evaluation **out, suitor_error *err);

typedef struct {
    uint32_t n_articles, n_samples, n_weights;
} suitor_learning;

/* Learn weights from the gold at `paths` and write them to pairs.tsv and stays.tsv in
 * `folder`, which must be there (form: docs/extraction.md). Multinomial logistic regression
 * by FTRL-proximal (McMahan et al. 2013, doi:10.1145/2487575.2488200). The same gold gives
 * the same files.
 * Fails with SUITOR_ERR_IO where they cannot be written, SUITOR_ERR_INVALID where there is
 * nothing to learn from. */
SUITOR_API suitor_status suitor_learn(const char *data_dir, const char *const *paths,
                                      uint32_t n_paths, const char *folder,
                                      suitor_problem_fn on_problem, void *user,
                                      suitor_learning *out, suitor_error *err);

#ifdef __cplusplus
}
#endif
#endif
