/* Reference counts. */
#include "answer.h"

#include <stdlib.h>

#include "json.h"

static const char json_type[] = "application/json";

answer *answer_new(unsigned status, const char *type, buf *body)
{
    answer *a = body->failed ? NULL : calloc(1, sizeof *a);

    if (!a) {
        buf_free(body);
        return NULL;
    }
    atomic_init(&a->references, 1);
    a->status = status;
    a->type = type;
    a->body = *body;
    *body = (buf){ 0 };
    return a;
}

answer *answer_error(unsigned status, suitor_sv message)
{
    buf body = { 0 };
    json j = { .out = &body };

    json_begin_object(&j);
    JSON_PUT(&j, "error", string, message);
    json_end_object(&j);
    buf_char(&body, '\n');
    return answer_new(status, json_type, &body);
}

answer *answer_keep(answer *a)
{
    atomic_fetch_add(&a->references, 1);
    return a;
}

void answer_drop(answer *a)
{
    if (!a || atomic_fetch_sub(&a->references, 1) > 1)
        return;
    buf_free(&a->body);
    free(a);
}
