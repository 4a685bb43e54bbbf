/* Images: what was built in memory, written to a file as it lies there and mapped back the
 * next time, so that building it again is spared. One description of a structure serves
 * for writing and for mapping; both call the same functions in the same order:
 *
 *     image_number(m, &t->mask);
 *     image_array(m, &t->items, &t->n_items, sizeof *t->items);
 *     image_views(m, offsetof(item, name));
 *
 * An image is good for the program that wrote it: whatever can change what the bytes mean
 * belongs into its key.
 */
#ifndef BASE_IMAGE_H
#define BASE_IMAGE_H

#include "buf.h"
#include "strmap.h"

typedef struct {
    buf out;     /* while writing */
    char *bytes; /* the mapping; NULL while writing */
    size_t len;
    size_t at;    /* how far the description has come */
    size_t array; /* where the array last described stands */
    uint32_t n_array;
    size_t size;
    bool failed; /* the image does not fit the description, or no memory */
} image;

/* Map the file at `path`. False if it is missing, damaged, of another key, or of another
 * user: then there is nothing to close. */
bool image_open(image *m, const char *path, uint64_t key);

/* Begin to write one; image_save() puts it in the place of `path` at once and whole. False
 * when that was not possible; `m` is closed in any case. */
void image_begin(image *m);
bool image_save(image *m, const char *path, uint64_t key);

/* Unmap. What was described by the image ends with it. */
void image_close(image *m);

/* The description. Mapped arrays may be written to, but not grown or freed. */
void image_number(image *m, uint32_t *number);
void image_array(image *m, void *array, uint32_t *count, size_t size);

/* A table of *mask + 1 slots, a power of two, or NULL: what is mapped is nothing else. */
void image_table(image *m, void *table, const uint32_t *mask, size_t size);

/* The elements of the array last described have a view, whose text may lie anywhere, at
 * `offset`. */
void image_views(image *m, size_t offset);
void image_strmap(image *m, strmap *map);

#endif
