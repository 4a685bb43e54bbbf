/* Hand-built ledgers for tests: claims are told by name, in any order, and
 * fixture_build() sorts and numbers them as the store would. Names are copied.
 * Everything aborts the program when out of memory: it is a test.
 */
#ifndef TESTS_LEDGER_FIXTURE_H
#define TESTS_LEDGER_FIXTURE_H

#include "arena.h"
#include "suitor/ledger.h"

/* One row as a test writes it down. */
typedef struct {
    const char *date;    /* "2026-03-02" */
    const char *article; /* the same date and name is the same article */
    const char *origin;
    const char *player, *club;
    suitor_relation relation;
    suitor_stage stage;
    suitor_hedge hedge;
    double confidence;
} fixture_claim;

typedef struct {
    const char *date, *article, *player;
    suitor_fee_kind kind;
    const char *currency;
    double low, high;
} fixture_fee;

typedef struct {
    const char *date, *article, *club;
    const char *players; /* separated by '|' */
} fixture_group;

/* A zeroed fixture is empty and ready. */
typedef struct {
    arena memory;
    suitor_ledger ledger; /* valid after fixture_build() */
    fixture_claim *claims;
    fixture_fee *fees;
    fixture_group *groups;
    struct fixture_need *needs;
    struct fixture_player *players;
    uint32_t n_claims, n_fees, n_groups, n_needs, n_players;
    uint32_t cap_claims, cap_fees, cap_groups, cap_needs, cap_players;
} ledger_fixture;

void fixture_add(ledger_fixture *f, const fixture_claim *claims, size_t count);
void fixture_add_fee(ledger_fixture *f, fixture_fee fee);
void fixture_add_group(ledger_fixture *f, fixture_group group);
void fixture_add_need(ledger_fixture *f, const char *date, const char *article, const char *club,
                      suitor_position position);

/* Position and age (-1 unknown) of a player; makes him known without any claim. */
void fixture_set_player(ledger_fixture *f, const char *player, suitor_position position,
                        int32_t age);

/* The ledger of all that was added, standing on `at` ("2026-03-02", nothing added
 * may be later; NULL: no day given). Borrowed from `f` until the next build. */
const suitor_ledger *fixture_build(ledger_fixture *f, const char *at);

/* Index of the entity called `name`; fails the test where there is none. */
uint32_t fixture_entity(const suitor_ledger *ledger, const char *name);

void fixture_clear(ledger_fixture *f);

/* The market around Alessandro Bastoni on 2026-03-02: eight suitors, Liverpool
 * and Arsenal in front, with Murillo, Jacquet, Leoni, Guehi, van de Ven, Romero. */
void fixture_add_bastoni(ledger_fixture *f);

#endif
