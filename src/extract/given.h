/* Articles and problems on their way from the thread that reads to those that work: copied,
 * since the reader's own end with its next article, and kept in their order. */
#ifndef EXTRACT_GIVEN_H
#define EXTRACT_GIVEN_H

#include "arena.h"
#include "suitor/article.h"

/* Bytes behind which a block is full: large enough that taking it costs nothing beside reading
 * it, and small enough to stay in a core's cache. */
enum { GIVEN_FULL = 64 * 1024 };

/* One given thing: a problem or a note where these are not NULL, else an article. */
typedef struct {
    suitor_article article;
    const suitor_error *problem;
    const void *note;
} given_item;

/* Zeroed, it is empty and ready. */
typedef struct {
    arena memory; /* of the items' texts, problems and notes, and for what is made of them */
    size_t bytes; /* given so far */
    given_item *items;
    uint32_t n_items, cap_items;
} given;

/* Take something in, copied. False when out of memory: then nothing was.
 * with_line  whether the line an article was read from is needed, too */
bool given_article(given *g, const suitor_article *article, bool with_line);
bool given_problem(given *g, const suitor_error *problem);
bool given_note(given *g, const void *note, size_t size);

/* A copy of `problem` in the same memory; NULL when out of it. */
const suitor_error *given_keep(given *g, const suitor_error *problem);

static inline bool given_is_full(const given *g) { return g->bytes >= GIVEN_FULL; }

void given_reset(given *g);
void given_free(given *g);

#endif
