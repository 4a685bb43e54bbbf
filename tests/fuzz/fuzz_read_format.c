/* Any bytes to what looks at a file before a parser does: formats, charsets, dates. */
#include "charset.h"
#include "format.h"
#include "fuzz_read.h"
#include "when.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len);

static void check_day(bool (*read)(suitor_sv, int32_t *), suitor_sv bytes)
{
    char text[SUITOR_DATE_SIZE];
    int32_t day = SUITOR_NO_DAY;
    bool found = read(bytes, &day);

    if (found != (*suitor_day_format(day, text) != '\0'))
        abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
    suitor_sv text = suitor_sv_make((const char *)bytes, len);
    suitor_sv declared = charset_declared(text);
    buf out = { 0 };

    format_tell(text, suitor_sv_of(""));
    check_day(when_read, text);
    check_day(when_in_name, text);
    if (charset_is_utf16(text))
        declared = suitor_sv_of("utf-16");
    if (charset_decode(text, declared, &out, NULL) == SUITOR_OK)
        check_utf8(buf_view(&out));
    buf_free(&out);
    return 0;
}
