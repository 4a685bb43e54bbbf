/* Registered people: hundreds of thousands of names, of which articles need little. So 16 bytes
 * are kept of each, found by the hash of the folded name, and no text: a person is looked up
 * once an article has named him. Namesakes share an entry, which keeps what they have in
 * common. */
#ifndef EXTRACT_PEOPLE_H
#define EXTRACT_PEOPLE_H

#include <stdbool.h>
#include <stdint.h>

#include "suitor/sv.h"

enum { ROLE_PLAYS = 1, ROLE_STAFF = 2 };

/* Of 64 bits, two of half a million names are the same with a chance of 1 in 10^8. */
typedef struct registered_person {
    uint64_t hash;    /* 0: free */
    uint16_t country; /* into countries[], PEOPLE_NOWHERE unknown or several */
    int16_t born;     /* year, 0 unknown or several */
    uint8_t position; /* suitor_position, NONE unknown or several */
    uint8_t roles;
    uint16_t n; /* people of that name */
} registered_person;

enum { PEOPLE_NOWHERE = UINT16_MAX };

/* Open addressing, at most three quarters full. */
typedef struct {
    registered_person *slots;
    uint32_t mask, count;
} people;

/* Put one in; `folded` by fold_name(). False when out of memory. */
bool people_add(people *p, suitor_sv folded, registered_person one);

/* Who is called that, NULL for nobody. */
const registered_person *people_find(const people *p, suitor_sv folded);
void people_free(people *p);

#endif
