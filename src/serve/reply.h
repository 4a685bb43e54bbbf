/* Answers as responses of HTTP, with the headers that all of them have. */
#ifndef SERVE_REPLY_H
#define SERVE_REPLY_H

#include <microhttpd.h>

#include "jobs.h"
#include "suitor/serve.h"

/* Each queues a response on the connection. */
enum MHD_Result reply_answer(struct MHD_Connection *connection, answer *a);
enum MHD_Result reply_error(struct MHD_Connection *connection, unsigned status,
                            const char *message);
enum MHD_Result reply_page(struct MHD_Connection *connection, const suitor_page_file *file);

/* Server-sent events of `j` (HTML Living Standard, 9.2): progress, then result or failed. */
enum MHD_Result reply_stream(struct MHD_Connection *connection, job *j);

#endif
