/* What the readers of a line of claims share: the values in it, and arrays of rows. */
#ifndef IMPORT_CLAIMS_SCAN_H
#define IMPORT_CLAIMS_SCAN_H

#include "claims_line.h"
#include "json_scan.h"

/* Items of an array that grows, in the line's memory. */
typedef struct {
    void *items;
    uint32_t count, cap;
} pool;

/* The line at hand. */
typedef struct {
    claims_reader *names;
    arena *memory;
    suitor_sv where; /* "PATH:LINE" */
    /* Scanners that stand before the values; `at` NULL where there is none. The text from there
     * on is well-formed. */
    json_scan clubs, players, claims, fees, needs, either_or, sources;
    suitor_sv problem; /* extract's own */
    pool aliases, evidence, members;
    suitor_error *err;
} line;

suitor_status line_wrong(const line *l, const char *what);
suitor_status line_no_memory(const line *l);

/* SUITOR_OK, or what went wrong with scanning. */
suitor_status line_scanned(const line *l, const json_scan *s);

bool line_key_is(suitor_sv key, const char *name);

/* The next value as a text, empty for all that is none; as a number, NAN for all that is none;
 * as an offset, UINT32_MAX, which no text reaches, for all that is none. */
suitor_sv line_text(json_scan *s);
double line_number(json_scan *s);
uint32_t line_offset(json_scan *s);

/* One more zeroed item; NULL when out of memory. */
void *line_add(const line *l, pool *p, size_t size);

/* Stand before the members of the array at `place`; false where there is none. */
bool line_enter(const json_scan *place, json_scan *s);

/* Reads an object into `row`, which is zeroed. */
typedef suitor_status (*row_reader)(line *l, json_scan *s, void *row);

/* Read the object that comes next into `row`, NULL where there was no memory for it. */
suitor_status line_object(line *l, json_scan *s, row_reader read, void *row);

/* Read the objects of the array at `place`, unless *st is a failure; the array of rows, *n of
 * them. */
void *line_objects(line *l, const json_scan *place, size_t size, row_reader read, uint32_t *n,
                   suitor_status *st);

#endif
