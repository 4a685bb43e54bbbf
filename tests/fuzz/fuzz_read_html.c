/* Any bytes as a whole file for the HTML reader. */
#include "fuzz_read.h"
#include "html_read.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len);

static suitor_status read_page(reader *r, suitor_sv bytes) { return html_read(r, bytes, NULL); }

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
    fuzz_whole(bytes, len, read_page);
    return 0;
}
