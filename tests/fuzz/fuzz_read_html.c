/* Any bytes as a whole file for the HTML reader. */
#include "fuzz_read.h"
#include "html_read.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len);

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
    fuzz_whole(bytes, len, html_read);
    return 0;
}
