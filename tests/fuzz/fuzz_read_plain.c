/* Any bytes as a whole file for the plain text reader. */
#include "fuzz_read.h"
#include "plain.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len);

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
    fuzz_whole(bytes, len, plain_read);
    return 0;
}
