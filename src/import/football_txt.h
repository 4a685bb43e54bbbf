/* Clubs in the notation of football.txt (openfootball/clubs, "clubs.txt"):
 *
 *     = England
 *     Arsenal FC, 1886, @ Emirates Stadium, London (Highbury)   ## Greater London
 *       | Arsenal | FC Arsenal
 *       | Royal Arsenal FC     # old name before season 1892/3
 *
 * A heading of one sign tells the country. Below a club stand its other names. Lines that begin
 * with a blank and no bar are addresses, those with "ii)" second teams: both are passed over.
 */
#ifndef IMPORT_FOOTBALL_TXT_H
#define IMPORT_FOOTBALL_TXT_H

#include <stdbool.h>

#include "suitor/status.h"
#include "suitor/sv.h"

enum { FOOTBALL_TXT_NAMES = 64 };

typedef struct {
    suitor_sv rest, country;
    uint32_t line; /* last read, from 1 */
} football_txt;

typedef struct {
    suitor_sv name, country, founded, ground; /* empty where it is not told */
    struct {
        suitor_sv name;
        bool is_former;
    } names[FOOTBALL_TXT_NAMES];
    uint32_t n_names; /* further ones are left out */
    uint32_t line;    /* it begins in */
} football_txt_club;

/* Whether bytes that begin so are such a file. */
bool football_txt_begins(suitor_sv bytes);

/* Begin with `bytes`, valid UTF-8, which must stand as long as what is read. */
void football_txt_begin(football_txt *f, suitor_sv bytes);

/* The next club; false at the end. */
bool football_txt_next(football_txt *f, football_txt_club *out);

#endif
