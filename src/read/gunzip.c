/* zlib over a file descriptor. */
#include "gunzip.h"

#include <errno.h>
#include <stdlib.h>
#include <unistd.h>
#include <zlib.h>

#include "fail.h"

enum { BLOCK = 64 * 1024, GZIP_OR_ZLIB = 32 + MAX_WBITS, RAW = -MAX_WBITS };
enum { FREE_BYTES = 1 << 20 /* unpacked before the ratio counts */ };

struct gunzip {
    z_stream z;
    int fd;
    bool at_end;  /* of the file */
    bool within;  /* a member has begun and not ended */
    bool is_lost; /* damage: look for the next member */
    unsigned char in[BLOCK];
};

static const unsigned char magic[] = { 0x1F, 0x8B, 0x08 };

bool gunzip_begins(const char *bytes, size_t n)
{
    return n >= 2 && (unsigned char)bytes[0] == magic[0] && (unsigned char)bytes[1] == magic[1];
}

gunzip *gunzip_new(int fd, const char *bytes, size_t n)
{
    gunzip *g = calloc(1, sizeof *g);

    if (!g || n > sizeof g->in || inflateInit2(&g->z, GZIP_OR_ZLIB) != Z_OK) {
        free(g);
        return NULL;
    }
    memcpy(g->in, bytes, n);
    g->fd = fd;
    g->z.next_in = g->in;
    g->z.avail_in = (unsigned)n;
    return g;
}

void gunzip_free(gunzip *g)
{
    if (g)
        inflateEnd(&g->z);
    free(g);
}

static bool is_stopped(const volatile sig_atomic_t *stop) { return stop && *stop; }

/* More of the file behind what is left of it. */
static suitor_status fill(gunzip *g, const volatile sig_atomic_t *stop, suitor_error *err)
{
    ssize_t got;

    memmove(g->in, g->z.next_in, g->z.avail_in);
    g->z.next_in = g->in;
    do {
        if (is_stopped(stop)) {
            g->at_end = true;
            return SUITOR_OK;
        }
        got = read(g->fd, g->in + g->z.avail_in, sizeof g->in - g->z.avail_in);
    } while (got < 0 && errno == EINTR);
    if (got < 0)
        return fail(err, SUITOR_ERR_IO, "cannot be read: %s", strerror(errno));
    g->at_end = got == 0;
    g->z.avail_in += (unsigned)got;
    return SUITOR_OK;
}

/* Pass over bytes until a member may begin; false where there is none in what is there. */
static bool find_member(gunzip *g)
{
    while (g->z.avail_in >= sizeof magic) {
        if (memcmp(g->z.next_in, magic, sizeof magic) == 0)
            return true;
        g->z.next_in++;
        g->z.avail_in--;
    }
    return false;
}

static suitor_status damaged(gunzip *g, const char *what, suitor_error *err)
{
    g->within = false;
    g->is_lost = true;
    if (g->z.avail_in) { /* not this member's beginning again */
        g->z.next_in++;
        g->z.avail_in--;
    }
    return fail(err, SUITOR_ERR_PARSE, "is damaged where it is packed: %s", what);
}

/* Stand before a member: behind one that has ended (zeros and what is no member behind it are
 * passed over, as gzip does), or behind damage. False at the end of the file. */
static suitor_status begin_member(gunzip *g, const volatile sig_atomic_t *stop, bool *there,
                                  suitor_error *err)
{
    suitor_status st = SUITOR_OK;

    *there = true;
    while (!find_member(g) && st == SUITOR_OK) {
        if (g->at_end) {
            *there = false;
            return gunzip_begins((const char *)g->z.next_in, g->z.avail_in)
                       ? damaged(g, "it ends too early", err)
                       : SUITOR_OK;
        }
        st = fill(g, stop, err);
    }
    if (st == SUITOR_OK && inflateReset(&g->z) != Z_OK)
        st = fail(err, SUITOR_ERR_NOMEM, "no memory to unpack");
    g->within = st == SUITOR_OK;
    g->is_lost = false;
    return st;
}

static suitor_status check_ratio(gunzip *g, suitor_error *err)
{
    if (g->z.total_out <= FREE_BYTES || g->z.total_out / GUNZIP_MOST_RATIO <= g->z.total_in)
        return SUITOR_OK;
    g->at_end = true;
    g->z.avail_in = 0;
    return fail(err, SUITOR_ERR_LIMIT, "unpacks to more than %d times its size: no text does",
                GUNZIP_MOST_RATIO);
}

suitor_status gunzip_read(gunzip *g, const volatile sig_atomic_t *stop, char *out, size_t cap,
                          size_t *got, suitor_error *err)
{
    suitor_status st = SUITOR_OK;

    *got = 0;
    g->z.next_out = (unsigned char *)out;
    g->z.avail_out = (unsigned)(cap < BLOCK ? cap : BLOCK);
    while (st == SUITOR_OK && *got == 0) {
        const unsigned room = g->z.avail_out;
        bool there = true;
        if (!g->within)
            st = begin_member(g, stop, &there, err);
        else if (g->z.avail_in == 0 && !g->at_end)
            st = fill(g, stop, err);
        if (st != SUITOR_OK || !there || is_stopped(stop))
            break;
        int told = inflate(&g->z, Z_NO_FLUSH);
        *got = room - g->z.avail_out;
        if (told == Z_STREAM_END)
            g->within = false;
        else if (told == Z_BUF_ERROR && g->at_end && g->z.avail_in == 0 && *got == 0)
            return damaged(g, "it ends too early", err);
        else if (told != Z_OK && told != Z_BUF_ERROR)
            return damaged(g, g->z.msg ? g->z.msg : "not what gzip writes", err);
        if (*got)
            st = check_ratio(g, err);
    }
    return st;
}

static suitor_status unpack(z_stream *z, size_t most, buf *out, suitor_error *err)
{
    int told = Z_OK;

    while (told == Z_OK) {
        char *room = buf_room(out, BLOCK);
        if (!room)
            return fail(err, SUITOR_ERR_NOMEM, "no memory to unpack");
        z->next_out = (unsigned char *)room;
        z->avail_out = BLOCK;
        told = inflate(z, Z_NO_FLUSH);
        buf_wrote(out, BLOCK - z->avail_out);
        if (out->len > most)
            return fail(err, SUITOR_ERR_LIMIT, "unpacks to more than %zu bytes", most);
        if (told == Z_OK && z->avail_in == 0 && z->avail_out > 0)
            break; /* the end is missing */
    }
    if (told == Z_OK || told == Z_STREAM_END || (told == Z_BUF_ERROR && out->len))
        return SUITOR_OK;
    return fail(err, SUITOR_ERR_PARSE, "is not packed as it says");
}

suitor_status gunzip_bytes(const char *bytes, size_t n, size_t most, buf *out, suitor_error *err)
{
    static const int forms[] = { GZIP_OR_ZLIB, RAW };
    suitor_status st = SUITOR_ERR_PARSE;

    for (size_t i = 0; st == SUITOR_ERR_PARSE && i < sizeof forms / sizeof *forms; i++) {
        z_stream z = { 0 };
        buf_reset(out);
        if (inflateInit2(&z, forms[i]) != Z_OK)
            return fail(err, SUITOR_ERR_NOMEM, "no memory to unpack");
        z.next_in = (unsigned char *)(uintptr_t)bytes; /* only read */
        z.avail_in = (unsigned)n;
        st = unpack(&z, most, out, err);
        inflateEnd(&z);
    }
    return st;
}
