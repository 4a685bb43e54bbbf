/* An answer of HTTP/1.1 as a crawl has kept it (RFC 9112). */
#ifndef READ_HTTP_MESSAGE_H
#define READ_HTTP_MESSAGE_H

#include "buf.h"
#include "suitor/status.h"

typedef struct {
    int status;         /* 200, 404 …; 0 where the bytes are no answer */
    suitor_sv type;     /* "text/html"; empty where it is not told */
    suitor_sv charset;  /* of it, empty where it is not told */
    suitor_sv encoding; /* of the content: "gzip", "deflate", "br"; empty for none */
    bool is_chunked;
    suitor_sv body; /* as it was sent */
} http_message;

/* Views into `bytes`. */
http_message http_message_read(suitor_sv bytes);

/* The content: chunks put together and unpacked into `out`, of which *content is a view, or into
 * nothing where it was sent as it is. What says that it is chunked or packed and is not (crawls
 * undo both, and leave the headers) is taken as it is. SUITOR_ERR_LIMIT for more than `most`
 * bytes, SUITOR_ERR_PARSE for an encoding that is not known. */
suitor_status http_message_content(const http_message *m, size_t most, buf *out, buf *scratch,
                                   suitor_sv *content, suitor_error *err);

/* The value of `line`, "Name: value", if its name is `name` (lower case); empty otherwise. */
suitor_sv http_header(suitor_sv line, const char *name);

/* Cut the first line off `rest`; false where none is left. */
bool http_line(suitor_sv *rest, suitor_sv *line);

#endif
