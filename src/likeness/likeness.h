/* How alike two texts are, word for word.
 *
 * A text is the set of its runs of three words ("shingles"; Broder, On the resemblance
 * and containment of documents, 1997), each a number of 64 bits. Words are compared
 * folded; signs, spaces, markup and addresses are not looked at. Texts that may be alike are
 * found by keys: smallest numbers of the parts of the set, several a key, so that the more
 * alike two sets are, the surer they share one (MinHash by one permutation: Li, Owen and
 * Zhang, 2012; empty parts: Shrivastava and Li, 2014). Whether they are is then counted.
 */
#ifndef LIKENESS_H
#define LIKENESS_H

#include <stdbool.h>
#include <stdint.h>

#include "suitor/sv.h"

enum {
    LIKENESS_TEXT_KEYS = 8,      /* of two in three alike 19 in 20 share one, of four in five all */
    LIKENESS_PASSAGE_KEYS = 3,   /* of four in five alike 19 in 20, of nine in ten all */
    LIKENESS_PASSAGE_WORDS = 12, /* fewer may be the same by chance: no passage */
};

/* Zeroed, it is empty; used again from text to text. */
typedef struct {
    uint64_t *hashes; /* of the shingles, none of them 0; each once when indexed */
    uint64_t *set;    /* when indexed: the same by their highest bits, 0 for nothing */
    uint32_t count, cap;
    uint32_t n_words;
    unsigned set_bits; /* 2^set_bits places … */
    uint32_t set_cap;  /* … of as many allocated */
} shingles;

/* The shingles of `text` (UTF-8), not yet indexed. False when out of memory. O(bytes). */
bool shingles_read(shingles *s, suitor_sv text);

/* Index them, so that they can be looked up. False when out of memory. O(shingles). */
bool shingles_index(shingles *s);

/* Where `hash` stands in the set, or the empty place where it would. Of an indexed one. */
static inline uint64_t *shingles_place(const shingles *s, uint64_t hash)
{
    uint64_t last = (UINT64_C(1) << s->set_bits) - 1, at = hash >> (64 - s->set_bits);

    while (s->set[at] != 0 && s->set[at] != hash)
        at = (at + 1) & last;
    return &s->set[at];
}

void shingles_free(shingles *s);

/* Keys of a whole text; of a passage of one. Returns how many: none where the text is too
 * short to be told from others. They are the same before and after indexing. */
unsigned likeness_text_keys(const shingles *s, uint64_t out[LIKENESS_TEXT_KEYS]);
unsigned likeness_passage_keys(const shingles *s, uint64_t out[LIKENESS_PASSAGE_KEYS]);

/* Whether two texts are one in two prints: long ones that have most in common, short ones
 * that are nearly the same. Both indexed; symmetric. O(shingles). */
bool likeness_is_copy(const shingles *a, const shingles *b);

/* Whether the passage stands in the text, nearly word for word. The text is indexed. */
bool likeness_stands_in(const shingles *passage, const shingles *text);

#endif
