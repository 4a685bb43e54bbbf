/* Inner to mentions/: whom a name can mean, found without going through all people.
 * A name is known by itself, by its beginnings and by its endings, word by word; people
 * of the gazetteer by their place in it, too. */
#ifndef EXTRACT_NAME_INDEX_H
#define EXTRACT_NAME_INDEX_H

#include "vocab.h"

/* Who bears a name; NONE for nobody. */
typedef struct {
    uint32_t whole;                       /* as all of his name: the first of them */
    uint32_t beginning, ending;           /* as its first or last words: the first of them */
    uint32_t late_beginning, late_ending; /* the latest; of endings the latest player */
} name_bearers;

enum { NAME_LONGEST = 160, NAME_MOST_CUTS = NAME_LONGEST / 2 };

/* A folded name with the hashes of all that it is known by. */
typedef struct {
    char bytes[NAME_LONGEST + VOCAB_SHORT]; /* words split by one blank; as many can be read
                                               from each of them on */
    uint32_t len, hash, n_cuts;
    struct name_cut {
        uint32_t at;                /* of the blank */
        uint32_t beginning, ending; /* hashes of what stands before and behind it */
    } cuts[NAME_MOST_CUTS];
} cut_name;

/* Tell the hashes, where the bytes and n_cuts cuts stand already. */
void name_hash(cut_name *name);

/* The same where only the bytes do. */
void name_cut_up(cut_name *name);

/* The same of a copy of `folded`, NAME_LONGEST at most. */
void name_cut_copy(cut_name *out, suitor_sv folded);

static inline suitor_sv name_text(const cut_name *name)
{
    return suitor_sv_make(name->bytes, name->len);
}

typedef struct name_slot name_slot;

typedef struct {
    name_slot *slots; /* open addressing, at most half full */
    uint32_t mask, count;
    uint32_t round;               /* slots of other rounds are free */
    struct listed_person *listed; /* by number in the gazetteer */
    uint32_t listed_cap;
    bool has_gaps; /* somebody was dropped: who came before him is not told rightly */
} name_index;

/* Empty the index, and make room for people of a gazetteer of `n_listed`. False when out of
 * memory. */
bool name_index_begin(name_index *x, uint32_t n_listed);

/* Put person `i` in; again when he got a longer name. `kept` is the text of `name`, borrowed
 * until the next beginning. False when out of memory. */
bool name_index_add(name_index *x, const cut_name *name, suitor_sv kept, bool is_player,
                    uint32_t i);

/* Take the name of person `i` out before it is changed. */
void name_index_drop(name_index *x, const cut_name *name, uint32_t i);

/* Whose name begins with, ends with or is a beginning or ending of `name`, or is the
 * same; NONE for nobody. Of several people, the first. */
uint32_t name_index_related(const name_index *x, const cut_name *name);

name_bearers name_index_bearers(const name_index *x, const cut_name *name);

/* Note that person `i` is number `listed` of the gazetteer, unless another is. */
void name_index_list(name_index *x, uint32_t listed, uint32_t i);

/* Who that is, NONE for nobody. */
uint32_t name_index_listed(const name_index *x, uint32_t listed);

void name_index_free(name_index *x);

#endif
