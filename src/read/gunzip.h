/* What gzip has packed (RFC 1952), as it comes out of a file: one member after another, as gzip
 * itself and writers of WARC files put them. By zlib. */
#ifndef READ_GUNZIP_H
#define READ_GUNZIP_H

#include <signal.h>
#include <stdbool.h>
#include <stddef.h>

#include "buf.h"
#include "suitor/status.h"

/* No text shrinks that far: what does is made to fill memory. */
enum { GUNZIP_MOST_RATIO = 500 };

typedef struct gunzip gunzip;

/* Whether bytes that begin so are packed. */
bool gunzip_begins(const char *bytes, size_t n);

/* Begin with `bytes`, already read, and what `fd` has behind them. NULL without memory. */
gunzip *gunzip_new(int fd, const char *bytes, size_t n);
void gunzip_free(gunzip *g);

/* Unpack up to `cap` bytes into `out`; *got 0 at the end, or once `stop` is not 0.
 * SUITOR_ERR_IO, SUITOR_ERR_LIMIT for what unpacks to more than GUNZIP_MOST_RATIO times its size,
 * SUITOR_ERR_PARSE for damage: the next call goes on with the next member, if there is one. */
suitor_status gunzip_read(gunzip *g, const volatile sig_atomic_t *stop, char *out, size_t cap,
                          size_t *got, suitor_error *err);

/* Unpack `bytes`, as HTTP sends them: gzip, or deflate with or without its frame (RFC 9110,
 * 8.4.1). Appends to `out`; what is there is kept where the end is missing. More than `most`
 * bytes are SUITOR_ERR_LIMIT. */
suitor_status gunzip_bytes(const char *bytes, size_t n, size_t most, buf *out, suitor_error *err);

#endif
