/* Any bytes as a whole file for the reader of feeds. */
#include "feed_read.h"
#include "fuzz_read.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len);

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
    fuzz_whole(bytes, len, feed_read);
    return 0;
}
