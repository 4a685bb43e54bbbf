/* Inner to mentions/: whom a name can mean, found without going through all people.
 * A name is known by itself, by its beginnings and by its endings, word by word; people
 * of the gazetteer by their place in it, too. */
#ifndef EXTRACT_NAME_INDEX_H
#define EXTRACT_NAME_INDEX_H

#include "strmap.h"

/* Who bears a name; NONE for nobody. */
typedef struct {
    uint32_t whole;                       /* as all of his name: the first of them */
    uint32_t beginning, ending;           /* as its first or last words: the first of them */
    uint32_t late_beginning, late_ending; /* the latest; of endings the latest player */
} name_bearers;

typedef struct name_slot name_slot;

typedef struct {
    name_slot *slots; /* open addressing, at most half full */
    uint32_t mask, count;
    uint32_t round; /* slots of other rounds are free */
    strmap listed;  /* kind and gazetteer index */
    bool has_gaps;  /* somebody was dropped: who came before him is not told rightly */
} name_index;

struct person;

/* Empty the index. */
void name_index_begin(name_index *x);

/* Put person `i` in; again when he got a longer name. His folded name is borrowed until the
 * next beginning. False when out of memory. */
bool name_index_add(name_index *x, const struct person *p, uint32_t i);

/* Take the name of person `i` out before it is changed. */
void name_index_drop(name_index *x, const struct person *p, uint32_t i);

/* Whose name begins with, ends with or is a beginning or ending of `name`, or is the
 * same; NONE for nobody. Of several people, the first. */
uint32_t name_index_related(const name_index *x, suitor_sv name);

name_bearers name_index_bearers(const name_index *x, suitor_sv name);

/* Who is entry `ref` of the gazetteer's table of `kind`, a person_kind. */
uint32_t name_index_listed(const name_index *x, uint8_t kind, uint32_t ref);

void name_index_free(name_index *x);

#endif
