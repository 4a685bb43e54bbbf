/* Bytes of one file or pipe through one buffer that is kept from file to file:
 * a look at the beginning first, then line by line, piece by piece or the whole. What gzip has
 * packed is unpacked on the way. */
#ifndef READ_STREAM_H
#define READ_STREAM_H

#include <signal.h>
#include <stdbool.h>

#include "digest.h"
#include "gunzip.h"
#include "suitor/status.h"
#include "suitor/sv.h"

/* Bytes of the beginning by which the format is told. */
enum { STREAM_HEAD = 64 * 1024 };

/* Zeroed is ready for stream_begin. Views are borrowed until the next call. */
typedef struct {
    int fd;
    gunzip *packed; /* owned; NULL for what is not packed, or not known to be yet */
    bool is_known;  /* whether it is packed */
    bool at_end;
    suitor_error trouble; /* met while looking ahead, to be told when it is come to */
    bool has_trouble;
    const volatile sig_atomic_t
        *stop; /* not 0: the input ends, half a line is dropped; may be NULL */
    char *ptr; /* owned */
    size_t cap, begin, end;
    /* Of the whole lines passed over, and what stream_pass() did: */
    uint64_t passed; /* bytes */
    digest *digest;  /* of these; NULL where nobody wants it */
    bool is_partial; /* what stream_line() gave last had no end */
} stream;

/* Read from `fd` (it stays the caller's to close), or from a copy of `bytes`. */
void stream_begin(stream *s, int fd);
suitor_status stream_begin_bytes(stream *s, suitor_sv bytes, suitor_error *err);

/* The first STREAM_HEAD bytes or more, or all there are, or all before something is wrong, which is
 * then told by the call that comes to it; nothing is consumed. */
suitor_status stream_head(stream *s, suitor_sv *head, suitor_error *err);

/* Everything left; more than `limit` bytes is SUITOR_ERR_LIMIT. */
suitor_status stream_whole(stream *s, uint64_t limit, suitor_sv *bytes, suitor_error *err);

/* The next line without its "\n" or "\r\n"; *more false at the end. A line longer
 * than `limit` is SUITOR_ERR_LIMIT: it was passed over and the next can be read. */
suitor_status stream_line(stream *s, size_t limit, suitor_sv *line, bool *more, suitor_error *err);

/* The next `n` bytes, fewer where the input ends before; more than `limit` is SUITOR_ERR_LIMIT, and
 * nothing is taken. */
suitor_status stream_take(stream *s, size_t n, size_t limit, suitor_sv *bytes, suitor_error *err);

/* Put the last `n` of the bytes that stream_take() gave back, so that they come again. A digest,
 * where one is kept, is wrong from then on. */
void stream_give_back(stream *s, size_t n);

/* Back to the beginning of a file; false where there is none. */
bool stream_rewind(stream *s);

/* Pass over `n` bytes; *there false where the input ends before. */
suitor_status stream_pass(stream *s, uint64_t n, bool *there, suitor_error *err);

void stream_free(stream *s);

#endif
