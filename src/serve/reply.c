/* Responses. The policy of contents lets the page run its own script and style, and ask this
 * server; nothing else (W3C, Content Security Policy Level 3). */
#include "reply.h"

#include <stdio.h>
#include <stdlib.h>

#include "suitor/sv.h"

enum { BLOCK = 16 << 10 };

static void add_guards(struct MHD_Response *response)
{
    static const char *const headers[][2] = {
        { "Content-Security-Policy",
          "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; "
          "connect-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'; "
          "frame-ancestors 'none'" },
        { "X-Content-Type-Options", "nosniff" },
        { "Referrer-Policy", "no-referrer" },
        { "Cross-Origin-Resource-Policy", "same-origin" },
        { "Cross-Origin-Opener-Policy", "same-origin" },
    };

    for (size_t i = 0; i < sizeof headers / sizeof *headers; i++)
        MHD_add_response_header(response, headers[i][0], headers[i][1]);
}

static enum MHD_Result queue(struct MHD_Connection *connection, unsigned status,
                             struct MHD_Response *response, const char *type)
{
    if (!response)
        return MHD_NO;
    add_guards(response);
    if (type)
        MHD_add_response_header(response, "Content-Type", type);
    enum MHD_Result done = MHD_queue_response(connection, status, response);
    MHD_destroy_response(response);
    return done;
}

static void drop_answer(void *a) { answer_drop(a); }

enum MHD_Result reply_answer(struct MHD_Connection *connection, answer *a)
{
    struct MHD_Response *response;
    char disposition[64];

    if (!a)
        return reply_error(connection, MHD_HTTP_SERVICE_UNAVAILABLE, "no memory for the answer");
    response = MHD_create_response_from_buffer_with_free_callback_cls(
        a->body.len, a->body.ptr ? a->body.ptr : (void *)"", drop_answer, answer_keep(a));
    if (!response) {
        answer_drop(a);
        return MHD_NO;
    }
    MHD_add_response_header(response, "Cache-Control", "no-store");
    if (*a->format) {
        snprintf(disposition, sizeof disposition, "inline; filename=\"market.%s\"", a->format);
        MHD_add_response_header(response, "Content-Disposition", disposition);
    }
    if (a->status == MHD_HTTP_METHOD_NOT_ALLOWED)
        MHD_add_response_header(response, "Allow", "GET, HEAD");
    if (a->status == MHD_HTTP_SERVICE_UNAVAILABLE)
        MHD_add_response_header(response, "Retry-After", "2");
    return queue(connection, a->status, response, a->type);
}

enum MHD_Result reply_error(struct MHD_Connection *connection, unsigned status, const char *message)
{
    answer *a = answer_error(status, suitor_sv_of(message));
    enum MHD_Result done = a ? reply_answer(connection, a) : MHD_NO;

    answer_drop(a);
    return done;
}

/* Whether the header Accept-Encoding takes gzip. */
static bool takes_gzip(struct MHD_Connection *connection)
{
    const char *takes = MHD_lookup_connection_value(connection, MHD_HEADER_KIND, "Accept-Encoding");

    return takes && strstr(takes, "gzip");
}

/* FNV-1a, 64 bits: enough to tell one build of the page from another. */
static void write_etag(const suitor_page_file *file, bool packed, char out[32])
{
    uint64_t hash = UINT64_C(0xcbf29ce484222325);

    for (size_t i = 0; i < file->n_bytes; i++)
        hash = (hash ^ file->bytes[i]) * UINT64_C(0x100000001b3);
    snprintf(out, 32, "\"%016llx%s\"", (unsigned long long)hash, packed ? "-gz" : "");
}

enum MHD_Result reply_page(struct MHD_Connection *connection, const suitor_page_file *file)
{
    bool packed = file->packed && takes_gzip(connection);
    const char *known = MHD_lookup_connection_value(connection, MHD_HEADER_KIND, "If-None-Match");
    struct MHD_Response *response;
    char etag[32];
    bool same;

    write_etag(file, packed, etag);
    same = known && strcmp(known, etag) == 0;
    response = MHD_create_response_from_buffer(
        same     ? 0
        : packed ? file->n_packed
                 : file->n_bytes,
        (void *)(uintptr_t)(packed ? file->packed : file->bytes), MHD_RESPMEM_PERSISTENT);
    if (!response)
        return MHD_NO;
    MHD_add_response_header(response, "ETag", etag);
    MHD_add_response_header(response, "Cache-Control", "no-cache");
    MHD_add_response_header(response, "Vary", "Accept-Encoding");
    if (packed && !same)
        MHD_add_response_header(response, "Content-Encoding", "gzip");
    return queue(connection, same ? MHD_HTTP_NOT_MODIFIED : MHD_HTTP_OK, response, file->type);
}

/* A stream being read; the job is the request's. */
typedef struct {
    job *j;
    struct MHD_Connection *connection;
} stream;

static ssize_t read_stream(void *user, uint64_t at, char *to, size_t most)
{
    stream *s = user;

    for (;;) {
        bool ended;
        size_t n = job_stream(s->j, (size_t)at, to, most, &ended);
        if (n)
            return (ssize_t)n;
        if (ended)
            return MHD_CONTENT_READER_END_OF_STREAM;
        MHD_suspend_connection(s->connection);
        if (job_wait(s->j, s->connection, (size_t)at))
            return 0;
        MHD_resume_connection(s->connection); /* there is something by now */
    }
}

enum MHD_Result reply_stream(struct MHD_Connection *connection, job *j)
{
    stream *s = malloc(sizeof *s);
    struct MHD_Response *response;

    if (!s)
        return MHD_NO;
    *s = (stream){ j, connection };
    response = MHD_create_response_from_callback(MHD_SIZE_UNKNOWN, BLOCK, read_stream, s, free);
    if (!response) {
        free(s);
        return MHD_NO;
    }
    MHD_add_response_header(response, "Cache-Control", "no-store");
    return queue(connection, MHD_HTTP_OK, response, "text/event-stream");
}
