/* Surnames tied to full names.
 *
 * An article that only ever says "Bastoni" gives a player of that name. Whether
 * that is Alessandro Bastoni is decided anew from all that is known, never when
 * the article is put, so that it does not matter which article came first:
 *
 * - candidates are the known players whose full name ends in the surname;
 * - the article tells his club: the one candidate somewhere told to be of that
 *   club; if none is, a lone candidate whose club nobody tells;
 * - it does not: a lone candidate, unless articles on the surname and articles
 *   on the full name tell clubs and share none; of several, the one who shares a
 *   club with the surname;
 * - else the surname stays a player of its own.
 */
#ifndef STORE_TIE_H
#define STORE_TIE_H

#include <stdbool.h>

#include "suitor/ledger.h"

typedef struct {
    suitor_sv folded; /* no two of them alike */
    bool is_surname;  /* some article writes it as one: see tie_is_surname() */
} tie_name;

/* A player as one article tells of him. */
typedef struct {
    uint32_t player; /* into the names */
    uint32_t club;   /* any number that tells clubs apart, SUITOR_NO_INDEX where not told */
    uint32_t tied;   /* set: who he is, into the names */
} tie_told;

/* Whether a name, as written, is one word ("Bastoni", "Alexander-Arnold") or has
 * nothing but particles before its last ("van Dijk"). */
bool tie_is_surname(suitor_sv written);

/* Set `tied` of each of `told`; a player is known if `told` holds him. False when
 * out of memory. O(words of names + told log told). */
bool tie_players(const tie_name *names, uint32_t n_names, tie_told *told, uint32_t n_told);

#endif
