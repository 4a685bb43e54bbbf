/* Any bytes as a stream of WARC, and as what HTTP may have packed. */
#include "fuzz_read.h"
#include "gunzip.h"
#include "warc_read.h"

enum { MOST_UNPACKED = 1 << 20 };

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len);

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
    reader r = fuzz_reader();
    buf unpacked = { 0 };

    if (stream_begin_bytes(&r.stream, suitor_sv_make((const char *)bytes, len), NULL) !=
            SUITOR_OK ||
        warc_read(&r) != SUITOR_OK)
        abort();
    if (gunzip_bytes((const char *)bytes, len, MOST_UNPACKED, &unpacked, NULL) == SUITOR_OK &&
        unpacked.len > MOST_UNPACKED)
        abort();
    buf_free(&unpacked);
    reader_free(&r);
    return 0;
}
