/* Buffers into files. */
#include "sink.h"

#include <errno.h>

#include "fail.h"

enum { LARGE = 1 << 16 };

suitor_status sink_drain(buf *b, FILE *out, suitor_error *err)
{
    if (b->failed)
        return fail(err, SUITOR_ERR_NOMEM, "no memory to write the graph");
    if (fwrite(b->ptr ? b->ptr : "", 1, b->len, out) != b->len || fflush(out) != 0)
        return fail(err, SUITOR_ERR_IO, "the graph could not be written: %s", strerror(errno));
    buf_reset(b);
    return SUITOR_OK;
}

suitor_status sink_pass(buf *b, FILE *out, suitor_error *err)
{
    return b->len < LARGE && !b->failed ? SUITOR_OK : sink_drain(b, out, err);
}
