/* Registers: who is who beyond what articles tell, out of other people's files.
 *
 * A store keeps three kinds: clubs, people, and transfers that really happened. Every single
 * fact stands beside the file and line that told it, and facts that contradict each other are
 * all kept: the register that came first has its way, and what the user corrected goes before
 * all of them. Registers never make claims. They tell the reader of articles which names there
 * are, give a player his position where no article does, and hold what came of rumours.
 * docs/registers.md tells the rules, docs/schema.md the tables.
 */
#ifndef SUITOR_REGISTER_H
#define SUITOR_REGISTER_H

#include <stdio.h>

#include "suitor/store.h"

#ifdef __cplusplus
extern "C" {
#endif

/* The numbers are stored: new ones go to the end, here and below. */
typedef enum {
    SUITOR_REGISTER_CLUBS,
    SUITOR_REGISTER_PEOPLE,
    SUITOR_REGISTER_TRANSFERS,
    SUITOR_N_REGISTERS
} suitor_register_kind;

/* "clubs", "people", "transfers". */
SUITOR_API const char *suitor_register_kind_name(suitor_register_kind kind);

/* What a register can tell of somebody. All but spellings and former names are told once: two
 * values that do not agree are a conflict. */
typedef enum {
    SUITOR_KNOWN_SPELLING, /* a name he or it goes by, the usual one among them */
    SUITOR_KNOWN_FORMER,   /* a name it had once */
    SUITOR_KNOWN_COUNTRY,  /* that a club plays in, or whose national a person is */
    SUITOR_KNOWN_FOUNDED,  /* YYYY, or YYYY-MM-DD */
    SUITOR_KNOWN_GROUND,
    SUITOR_KNOWN_BORN,     /* likewise */
    SUITOR_KNOWN_POSITION, /* a code: "CB" */
    SUITOR_KNOWN_ROLE,     /* "player", or what else somebody is: "manager" */
    SUITOR_N_KNOWN_FIELDS
} suitor_known_field;

/* "spelling", "former name", "country", "founded", "ground", "born", "position", "role". */
SUITOR_API const char *suitor_known_field_name(suitor_known_field field);

typedef struct {
    suitor_known_field field;
    suitor_sv value;
} suitor_known_fact;

/* A row of a register of clubs or people. */
typedef struct {
    suitor_kind kind; /* players and other people are SUITOR_KIND_PLAYER */
    suitor_sv key;    /* by which the provider knows them ("Q9617"); empty where there is none */
    suitor_sv name;   /* the usual one */
    const suitor_known_fact *facts;
    uint32_t n_facts;
} suitor_known;

typedef enum {
    SUITOR_MOVE_TRANSFER,
    SUITOR_MOVE_LOAN,
    SUITOR_MOVE_FREE,
    SUITOR_MOVE_LOAN_END,
    SUITOR_N_MOVES
} suitor_move_kind;

/* "transfer", "loan", "free", "end of loan". */
SUITOR_API const char *suitor_move_kind_name(suitor_move_kind kind);

/* A move that happened. */
typedef struct {
    suitor_sv player, from, to; /* `from` and `to` may be empty, not both: nobody's */
    int32_t since, until;       /* it happened on a day of these, the last included */
    suitor_move_kind kind;
    double fee; /* millions; below 0 where it is not known */
    char currency[4];
} suitor_transfer;

/* Where something is told. Views are borrowed as what they come with. */
typedef struct {
    int64_t number; /* of the register, as in suitor_store_registers() */
    suitor_sv path;
    uint32_t line;
} suitor_register_place;

/* A register contradicts what was there. */
typedef struct {
    suitor_sv subject; /* whom or what it is about */
    const char *field;
    suitor_sv kept, told;
    suitor_register_place keeper, teller; /* keeper.number 0: a correction of the user's */
} suitor_register_conflict;

/* Told of each; what it is handed is borrowed until it returns. */
typedef void (*suitor_conflict_fn)(const suitor_register_conflict *conflict, void *user);

/* Begin to put the file at `path`, whose bytes have that digest (16 of them), or go on with it.
 * Another register of that kind from the same path is an older state of it, and is taken out.
 * number  of the register
 * whole   true if all of it is in already, and nothing is to be put */
SUITOR_API suitor_status suitor_store_register_begin(suitor_store *store, suitor_register_kind kind,
                                                     suitor_sv path, const unsigned char *digest,
                                                     int64_t *number, bool *whole,
                                                     suitor_error *err);

/* All of it is in. */
SUITOR_API suitor_status suitor_store_register_end(suitor_store *store, int64_t number,
                                                   suitor_error *err);

/* Put a row, copied. It is about somebody known already if the keys are equal, or where one has
 * none, if the names fold alike and neither birth tells them apart nor, where the births are not
 * known to be the same, the country.
 * place        of the row; its path is only for messages
 * added        true if nobody known was meant; may be NULL
 * on_conflict  may be NULL; `user` is handed to it
 * O(log rows). Fails with SUITOR_ERR_INVALID for a name in which no letter is. */
SUITOR_API suitor_status suitor_store_put_known(suitor_store *store,
                                                const suitor_register_place *place,
                                                const suitor_known *known, bool *added,
                                                suitor_conflict_fn on_conflict, void *user,
                                                suitor_error *err);

/* The same of a transfer; one of the same player to the same club whose days overlap is the
 * same one.
 * Fails with SUITOR_ERR_INVALID where its days are in the wrong order or the names empty. */
SUITOR_API suitor_status suitor_store_put_transfer(suitor_store *store,
                                                   const suitor_register_place *place,
                                                   const suitor_transfer *transfer, bool *added,
                                                   suitor_conflict_fn on_conflict, void *user,
                                                   suitor_error *err);

/* A register that was put. */
typedef struct {
    int64_t number;
    suitor_register_kind kind;
    suitor_sv path;
    int64_t made;     /* seconds since 1970, UTC */
    bool whole;       /* false: it was broken off */
    uint64_t entries; /* clubs, people or transfers that it tells of */
} suitor_register;

/* A fact and who tells it. */
typedef struct {
    suitor_known_field field;
    suitor_sv value;
    suitor_register_place place;
    bool holds; /* false: another register came first with something else */
} suitor_told_fact;

typedef struct {
    suitor_kind kind;
    suitor_sv name, key;
    const suitor_told_fact *facts; /* by field, those that hold first */
    uint32_t n_facts;
} suitor_known_entry;

typedef struct {
    suitor_transfer transfer;
    suitor_register_place place;
} suitor_told_transfer;

/* What is asked of registers. Everything is owned: release with suitor_registers_free(). */
typedef struct {
    const suitor_register *registers;
    const suitor_known_entry *entries;
    const suitor_told_transfer *transfers; /* by first day, then player */
    const suitor_register_conflict *conflicts;
    uint32_t n_registers, n_entries, n_transfers, n_conflicts;
} suitor_registers;

/* All registers, in the order they were put. */
SUITOR_API suitor_status suitor_store_registers(suitor_store *store, suitor_registers **out,
                                                suitor_error *err);

/* Clubs and people whose name, however accented, is `name` or ends in it, or who go by it, letter
 * for letter but for small and large ones, and the transfers of
 * players and clubs of that name; nobody is no failure. At most `most` of each. */
SUITOR_API suitor_status suitor_store_known(suitor_store *store, suitor_sv name, uint32_t most,
                                            suitor_registers **out, suitor_error *err);

/* The first `most` conflicts between registers by number and line (0: all). */
SUITOR_API suitor_status suitor_store_conflicts(suitor_store *store, uint32_t most,
                                                suitor_registers **out, suitor_error *err);

/* Transfers that may have happened on the days from `since` to `until` (SUITOR_NO_DAY: open). */
SUITOR_API suitor_status suitor_store_transfers(suitor_store *store, int32_t since, int32_t until,
                                                suitor_registers **out, suitor_error *err);
SUITOR_API void suitor_registers_free(suitor_registers *registers);

/* A number that changes whenever the registers of clubs or people do; 0 where there are none. */
SUITOR_API suitor_status suitor_store_register_stamp(suitor_store *store, uint64_t *stamp,
                                                     suitor_error *err);

/* Write what the reader of articles can know of clubs or people as a table that
 * suitor_extractor_options takes: tab-separated, a comment "# stamp …" before the header. */
SUITOR_API suitor_status suitor_store_write_register(suitor_store *store, suitor_register_kind kind,
                                                     FILE *out, suitor_error *err);

enum { SUITOR_REGISTER_PATH = 1024 };

/* Have these tables of clubs and people as files in `folder`, which is made if it is missing: one
 * of each a store, by its path, written anew where it is not of the store's present state.
 * paths  of the files
 * n      how many there are: 0 where there are no such registers, else 2 */
SUITOR_API suitor_status suitor_store_register_files(suitor_store *store, const char *folder,
                                                     char paths[2][SUITOR_REGISTER_PATH],
                                                     uint32_t *n, suitor_error *err);

#ifdef __cplusplus
}
#endif
#endif
