/* Which command answers which address. */
#ifndef SERVE_ROUTES_H
#define SERVE_ROUTES_H

#include <stdbool.h>
#include <stddef.h>

#include "buf.h"

enum { ROUTE_MOST_WORDS = 64, ROUTE_MOST_VALUES = 16, ROUTE_LONGEST_VALUE = 200 };

typedef enum {
    PARAMETER_NAME,   /* an operand of the command */
    PARAMETER_OPTION, /* --KEY=VALUE */
    PARAMETER_FLAG,   /* --KEY, for the value 1 */
    PARAMETER_COUNT,  /* --KEY=VALUE, a whole number of no more than `most` */
    PARAMETER_STREAM  /* for the server: tell of the progress */
} parameter_kind;

typedef struct {
    const char *key;
    parameter_kind kind;
    unsigned least_times, most_times; /* how often it may stand in a query */
    unsigned long most;
} parameter;

enum { ROUTE_MOST_PARAMETERS = 12 };

typedef struct {
    const char *path;     /* "/api/rivals" */
    const char *words[4]; /* the command and what is always said to it */
    bool json;            /* asked with --json; its answer is JSON in any case of success */
    bool file;            /* the answer is a file, of the format that is asked for */
    parameter parameters[ROUTE_MOST_PARAMETERS]; /* until one without a key */
} route;

/* All routes; one without a path ends them. */
extern const route routes[];

/* The route of `path`, NULL for none. */
const route *route_find(const char *path);

/* One "key=value" of a query, decoded. */
typedef struct {
    const char *key, *value;
    size_t key_length, value_length;
} query_value;

/* A request as a command line. */
typedef struct {
    char *words[ROUTE_MOST_WORDS]; /* owned; NULL behind the last */
    unsigned n_words;
    bool stream;
    char format[16]; /* of a file */
} request_line;

/* Turn a query into the command line that answers it. False with `why` told where it is not
 * allowed, or memory is short. Release with request_line_clear() in either case. */
bool route_read(const route *r, const query_value *values, unsigned n, request_line *out, buf *why);
void request_line_clear(request_line *line);

/* Content type of a file of that format; NULL for none that is known. */
const char *route_type(const char *format);

#endif
