/* Streaming by read(2) in large blocks. What is not used up moves to the front
 * when more is needed, and the buffer doubles only for a line or file that is
 * larger than itself. */
#include "stream.h"

#include <errno.h>
#include <stdlib.h>
#include <unistd.h>

#include "fail.h"

enum { BLOCK = 256 * 1024, PACKED_MARK = 2, LOOK = 4096 };

void stream_begin(stream *s, int fd)
{
    gunzip_free(s->packed);
    s->packed = NULL;
    s->is_known = fd < 0;
    s->fd = fd;
    s->at_end = s->is_partial = s->has_trouble = false;
    s->begin = s->end = 0;
    s->passed = 0;
    if (s->digest)
        digest_begin(s->digest);
}

static suitor_status make_room(stream *s, size_t need, suitor_error *err)
{
    size_t cap = s->cap ? s->cap : BLOCK;
    char *ptr;

    if (s->begin > 0) {
        memmove(s->ptr, s->ptr + s->begin, s->end - s->begin);
        s->end -= s->begin;
        s->begin = 0;
    }
    while (cap - s->end < need) {
        if (cap > SIZE_MAX / 2)
            return fail(err, SUITOR_ERR_NOMEM, "no memory for %zu bytes of input", s->end);
        cap *= 2;
    }
    if (cap == s->cap)
        return SUITOR_OK;
    ptr = realloc(s->ptr, cap);
    if (!ptr)
        return fail(err, SUITOR_ERR_NOMEM, "no memory for %zu bytes of input", cap);
    s->ptr = ptr;
    s->cap = cap;
    return SUITOR_OK;
}

suitor_status stream_begin_bytes(stream *s, suitor_sv bytes, suitor_error *err)
{
    stream_begin(s, -1);
    suitor_status st = make_room(s, bytes.len + 1, err);
    if (st != SUITOR_OK)
        return st;
    if (bytes.len)
        memcpy(s->ptr, bytes.ptr, bytes.len);
    s->end = bytes.len;
    s->at_end = true;
    return SUITOR_OK;
}

static bool is_stopped(const stream *s) { return s->stop && *s->stop; }

/* Read once, `most` bytes at most, for which there is room. */
static suitor_status read_file(stream *s, size_t most, suitor_error *err)
{
    ssize_t got;

    do {
        if (is_stopped(s)) {
            s->at_end = true;
            return SUITOR_OK;
        }
        got = read(s->fd, s->ptr + s->end, most);
    } while (got < 0 && errno == EINTR);
    if (got < 0)
        return fail(err, SUITOR_ERR_IO, "cannot be read: %s", strerror(errno));
    s->end += (size_t)got;
    s->at_end = got == 0;
    return SUITOR_OK;
}

/* The first bytes: whether they are packed, and then what they unpack to takes their place. */
static suitor_status look(stream *s, suitor_error *err)
{
    suitor_status st = SUITOR_OK;

    while (st == SUITOR_OK && !s->at_end && s->end < PACKED_MARK)
        st = read_file(s, LOOK, err);
    s->is_known = true;
    if (st != SUITOR_OK || !gunzip_begins(s->ptr, s->end))
        return st;
    s->packed = gunzip_new(s->fd, s->ptr, s->end);
    if (!s->packed)
        return fail(err, SUITOR_ERR_NOMEM, "no memory to unpack");
    s->end = 0;
    s->at_end = false;
    return SUITOR_OK;
}

/* Read once, as much as there is room for; at_end when nothing came. */
static suitor_status fill(stream *s, suitor_error *err)
{
    suitor_status st = make_room(s, 1, err);
    size_t got;

    if (s->has_trouble) {
        s->has_trouble = false;
        return fail(err, s->trouble.code, "%s", s->trouble.message);
    }
    if (st == SUITOR_OK && !s->is_known) {
        st = look(s, err);
        if (st != SUITOR_OK || !s->packed)
            return st;
    }
    if (st != SUITOR_OK)
        return st;
    if (!s->packed)
        return read_file(s, s->cap - s->end, err);
    st = gunzip_read(s->packed, s->stop, s->ptr + s->end, s->cap - s->end, &got, err);
    s->end += got;
    s->at_end = st == SUITOR_OK && got == 0;
    return st;
}

suitor_status stream_head(stream *s, suitor_sv *head, suitor_error *err)
{
    suitor_status st = SUITOR_OK;

    while (st == SUITOR_OK && !s->at_end && s->end - s->begin < STREAM_HEAD)
        st = fill(s, &s->trouble);
    s->has_trouble = st != SUITOR_OK && s->end > s->begin;
    if (s->has_trouble)
        st = SUITOR_OK;
    else if (st != SUITOR_OK && err)
        *err = s->trouble;
    if (st == SUITOR_OK)
        *head = suitor_sv_make(s->ptr + s->begin, s->end - s->begin);
    return st;
}

suitor_status stream_whole(stream *s, uint64_t limit, suitor_sv *bytes, suitor_error *err)
{
    suitor_status st = SUITOR_OK;

    while (st == SUITOR_OK && !s->at_end && s->end - s->begin <= limit)
        st = fill(s, err);
    if (st != SUITOR_OK)
        return st;
    if (s->end - s->begin > limit)
        return fail(err, SUITOR_ERR_LIMIT, "is larger than the limit of %llu bytes",
                    (unsigned long long)limit);
    *bytes = suitor_sv_make(s->ptr + s->begin, s->end - s->begin);
    s->begin = s->end;
    return SUITOR_OK;
}

/* Take `n` bytes as passed over for good. */
static void pass(stream *s, size_t n)
{
    if (s->digest)
        digest_add(s->digest, s->ptr + s->begin, n);
    s->passed += n;
    s->begin += n;
}

bool stream_rewind(stream *s)
{
    if (lseek(s->fd, 0, SEEK_SET) != 0)
        return false;
    stream_begin(s, s->fd);
    return true;
}

suitor_status stream_pass(stream *s, uint64_t n, bool *there, suitor_error *err)
{
    suitor_status st = SUITOR_OK;

    while (st == SUITOR_OK && n > 0) {
        size_t len = s->end - s->begin;
        if (len == 0 && s->at_end)
            break;
        pass(s, len < n ? len : (size_t)n);
        n -= len < n ? len : n;
        if (n > 0)
            st = fill(s, err);
    }
    *there = n == 0;
    return st;
}

suitor_status stream_take(stream *s, size_t n, size_t limit, suitor_sv *bytes, suitor_error *err)
{
    suitor_status st = SUITOR_OK;

    if (n > limit)
        return fail(err, SUITOR_ERR_LIMIT, "%zu bytes are more than the limit of %zu", n, limit);
    while (st == SUITOR_OK && !s->at_end && s->end - s->begin < n)
        st = fill(s, err);
    if (st != SUITOR_OK)
        return st;
    size_t len = s->end - s->begin;
    *bytes = suitor_sv_make(s->ptr + s->begin, len < n ? len : n);
    pass(s, bytes->len);
    return SUITOR_OK;
}

void stream_give_back(stream *s, size_t n)
{
    s->begin -= n;
    s->passed -= n;
}

/* Find the end of the line at `begin`, reading on as needed; *nl NULL when the input
 * ends first. What is longer than `limit` is dropped on the way and *too_long set. */
static suitor_status find_newline(stream *s, size_t limit, const char **nl, bool *too_long,
                                  suitor_error *err)
{
    suitor_status st = SUITOR_OK;
    size_t seen = 0;

    *nl = NULL;
    *too_long = false;
    while (st == SUITOR_OK) {
        size_t len = s->end - s->begin;
        if (len > seen)
            *nl = memchr(s->ptr + s->begin + seen, '\n', len - seen);
        *too_long |= (*nl ? (size_t)(*nl - (s->ptr + s->begin)) : len) > limit;
        if (*nl || s->at_end)
            break;
        if (*too_long)
            pass(s, s->end - s->begin);
        seen = s->end - s->begin;
        st = fill(s, err);
    }
    return st;
}

suitor_status stream_line(stream *s, size_t limit, suitor_sv *line, bool *more, suitor_error *err)
{
    const char *nl;
    bool too_long;
    suitor_status st = find_newline(s, limit, &nl, &too_long, err);

    if (st != SUITOR_OK)
        return st;
    if (!nl && is_stopped(s))
        s->begin = s->end; /* of half a line nothing can be said */
    const char *at = s->ptr + s->begin;
    size_t len = nl ? (size_t)(nl - at) : s->end - s->begin;
    *more = nl || len > 0 || too_long;
    s->is_partial = !nl;
    if (nl)
        pass(s, len + 1);
    else
        s->begin += len;
    if (too_long)
        return fail(err, SUITOR_ERR_LIMIT, "the line is longer than the limit of %zu bytes", limit);
    if (len && at[len - 1] == '\r')
        len--;
    *line = suitor_sv_make(at, len);
    return SUITOR_OK;
}

void stream_free(stream *s)
{
    gunzip_free(s->packed);
    free(s->ptr);
    *s = (stream){ 0 };
}
