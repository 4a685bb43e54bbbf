/* Reading JSON piece by piece, in one pass and without a tree: strings without escapes
 * are views into the input, others are decoded into an arena. Numbers stay as written,
 * so that an id of 19 digits keeps them all.
 *
 *     json_scan_open(&s, '{');
 *     while (json_scan_key(&s, &key))
 *         …read or skip exactly one value…
 *
 * The first mistake is remembered in `problem`; from then on every call gives false. */
#ifndef READ_JSON_SCAN_H
#define READ_JSON_SCAN_H

#include <stdbool.h>

#include "arena.h"

typedef struct {
    const char *at, *end;
    arena *memory;       /* of decoded strings */
    const char *problem; /* what is wrong at `at`; static, NULL while all is well */
    unsigned depth;      /* containers open */
    bool fresh;          /* just opened: no comma is due */
    bool no_memory;
} json_scan;

/* `bytes` must be valid UTF-8 without NUL. */
json_scan json_scan_begin(suitor_sv bytes, arena *memory);

/* First character of the next value: one of { [ " t f n, 0 for any number; '\0' at the
 * end of the input and, with `problem` set, where no value begins. */
char json_scan_kind(json_scan *s);

/* Enter the object or array that comes next. */
bool json_scan_open(json_scan *s, char bracket);

/* The next key of the object, the next element of the array; false (and out of it)
 * when there is none. */
bool json_scan_key(json_scan *s, suitor_sv *key);
bool json_scan_item(json_scan *s);

/* The next value, which must be a string; a number. */
bool json_scan_string(json_scan *s, suitor_sv *out);
bool json_scan_number(json_scan *s, suitor_sv *out);

/* Pass over the next value, checking its form. */
bool json_scan_skip(json_scan *s);

/* The name of a person or outlet, however it is given: a string, an object's "name", or
 * the first of an array; false, with the value passed over, for anything else. */
bool json_scan_name(json_scan *s, suitor_sv *out);

#endif
