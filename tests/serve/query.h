/* Queries for tests: "key=value&key=value", with nothing to be decoded. */
#ifndef TESTS_QUERY_H
#define TESTS_QUERY_H

#include <string.h>

#include "routes.h"

enum { MOST_IN_QUERY = 32 };

/* The values of `text`, whose bytes they are views of; returns how many. */
static inline unsigned query_split(const char *text, size_t len, query_value values[MOST_IN_QUERY])
{
    const char *at = text, *end = text + len;
    unsigned n = 0;

    while (at < end && n < MOST_IN_QUERY) {
        const char *stop = memchr(at, '&', (size_t)(end - at));
        stop = stop ? stop : end;
        const char *equals = memchr(at, '=', (size_t)(stop - at));
        const char *value = equals ? equals + 1 : stop;
        values[n++] = (query_value){ at, value, (size_t)((equals ? equals : stop) - at),
                                     (size_t)(stop - value) };
        at = stop < end ? stop + 1 : end;
    }
    return n;
}

#endif
