/* What tests of packed input share. */
#ifndef TESTS_READ_PACKED_H
#define TESTS_READ_PACKED_H

#include <zlib.h>

#include "buf.h"
#include "table.h"

/* Append `bytes` as one member of gzip. */
static inline void pack(buf *out, suitor_sv bytes)
{
    z_stream z = { 0 };
    size_t room = bytes.len + bytes.len / 8 + 256;

    assert_int_equal(
        deflateInit2(&z, Z_BEST_SPEED, Z_DEFLATED, 16 + MAX_WBITS, 8, Z_DEFAULT_STRATEGY), Z_OK);
    z.next_in = (unsigned char *)(uintptr_t)bytes.ptr;
    z.avail_in = (unsigned)bytes.len;
    z.next_out = (unsigned char *)buf_room(out, room);
    z.avail_out = (unsigned)room;
    assert_int_equal(deflate(&z, Z_FINISH), Z_STREAM_END);
    buf_wrote(out, room - z.avail_out);
    deflateEnd(&z);
}

#endif
