/* The labels that candidates are told apart by. */
#ifndef EXTRACT_JUDGE_H
#define EXTRACT_JUDGE_H

#include <stdint.h>

/* Of a player and a club: none, his own club, or a claim in that stage. */
enum {
    LABEL_NONE,
    LABEL_OWN,
    LABEL_LINKED,
    LABEL_WATCHING,
    LABEL_KEEN,
    LABEL_TALKS,
    LABEL_BID,
    LABEL_AGREED,
    LABEL_DONE,
    LABEL_OVER,
    N_PAIR_LABELS
};

/* Of a player alone: none, or leaving and staying, each possible and likely. */
enum { N_STAY_LABELS = 5 };

/* The label of a claim: of interest, deal and ended, of leaving and staying; LABEL_NONE of
 * others. */
uint32_t pair_label(uint8_t relation, uint8_t stage);
uint32_t stay_label(uint8_t relation, uint8_t stage);

extern const char *const pair_labels[N_PAIR_LABELS];
extern const char *const stay_labels[N_STAY_LABELS];

#endif
