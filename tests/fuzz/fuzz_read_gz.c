/* Any bytes as a file that gzip packed: read to its end over whatever is wrong with it, it gives
 * no more than the ratio allows. */
#include <fcntl.h>

#include "fuzz_file.h"
#include "stream.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len);

enum { PIECE = 1 << 16, MOST_BYTES = 1 << 18, FREE_BYTES = 1 << 21 };

static void clear(void)
{
    fuzz_remove("packed");
    rmdir(fuzz_folder_name);
}

static void must(bool ok)
{
    if (!ok)
        abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
    uint64_t unpacked = 0;
    suitor_error err;
    suitor_sv piece;
    stream s = { 0 };
    size_t troubles = 0;
    bool more = true;

    if (len > MOST_BYTES)
        return 0;
    fuzz_folder(clear);
    fuzz_write("packed", bytes, len);
    int fd = open(fuzz_path("packed"), O_RDONLY);
    must(fd >= 0);
    stream_begin(&s, fd);
    while (more) {
        suitor_status st = stream_take(&s, PIECE, PIECE, &piece, &err);
        if (st == SUITOR_OK) {
            unpacked += piece.len;
            more = piece.len > 0;
        } else {
            must(st == SUITOR_ERR_PARSE || st == SUITOR_ERR_LIMIT);
            must(err.message[0] && ++troubles <= len); /* each takes bytes with it */
            more = st == SUITOR_ERR_PARSE;
        }
    }
    must(unpacked <= FREE_BYTES + (uint64_t)GUNZIP_MOST_RATIO * len);
    stream_free(&s);
    close(fd);
    return 0;
}
