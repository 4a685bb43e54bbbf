/* Inner to mentions/: whom a name can mean, found without going through all people.
 * A name is known by itself, by its beginnings and by its endings, word by word; people
 * of the gazetteer by their place in it, too. */
#ifndef EXTRACT_NAME_INDEX_H
#define EXTRACT_NAME_INDEX_H

#include "strmap.h"

typedef struct {
    strmap wholes, beginnings, endings;
    strmap listed; /* kind and gazetteer index */
    bool surnames;
} name_index;

struct person;

/* Empty the index. `surnames`: of several people with the same ending the latest player
 * is kept, of those with the same beginning the latest; else the first of them. */
void name_index_begin(name_index *x, bool surnames);

/* Put person `i` in; again when he got a longer name. False when out of memory. */
bool name_index_add(name_index *x, const struct person *p, uint32_t i);

/* Take the name of person `i` out before it is changed. */
void name_index_drop(name_index *x, const struct person *p, uint32_t i);

/* Whose name begins with, ends with or is a beginning or ending of `name`, or is the
 * same; NONE for nobody. Of several people, the first. */
uint32_t name_index_related(const name_index *x, suitor_sv name);

/* Whose whole name is `name`, whose ending, whose beginning; NONE for nobody. */
uint32_t name_index_whole(const name_index *x, suitor_sv name);
uint32_t name_index_ending(const name_index *x, suitor_sv name);
uint32_t name_index_beginning(const name_index *x, suitor_sv name);

/* Who is entry `ref` of the gazetteer's table of `kind`, a person_kind. */
uint32_t name_index_listed(const name_index *x, uint8_t kind, uint32_t ref);

void name_index_free(name_index *x);

#endif
