/* Any bytes as a stream of JSON lines. */
#include "fuzz_read.h"
#include "json_read.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len);

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
    reader r = fuzz_reader();

    if (stream_begin_bytes(&r.stream, suitor_sv_make((const char *)bytes, len), NULL) !=
            SUITOR_OK ||
        jsonl_read(&r) != SUITOR_OK)
        abort();
    reader_free(&r);
    return 0;
}
