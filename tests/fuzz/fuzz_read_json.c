/* Any bytes as a whole file for the JSON reader. */
#include "fuzz_read.h"
#include "json_read.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len);

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
    fuzz_whole(bytes, len, json_read);
    return 0;
}
