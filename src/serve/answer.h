/* Answers ready to be sent, shared by whoever sends or keeps them. */
#ifndef SERVE_ANSWER_H
#define SERVE_ANSWER_H

#include <stdatomic.h>

#include "buf.h"

typedef struct {
    atomic_uint references;
    unsigned status;  /* of HTTP */
    const char *type; /* of the content, static */
    buf body;         /* owned */
    char format[16];  /* of a file to be saved, else empty */
} answer;

/* A new answer with one reference; NULL without memory. Takes over `body`, which is then empty. */
answer *answer_new(unsigned status, const char *type, buf *body);

/* The same for {"error": MESSAGE}. */
answer *answer_error(unsigned status, suitor_sv message);

answer *answer_keep(answer *a);
void answer_drop(answer *a); /* NULL is fine */

#endif
