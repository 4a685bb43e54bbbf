/* Any bytes as a date, as a file name that may hold one, and as a number: what is read can be
 * written and read again as the same. */
#include <math.h>
#include <stdlib.h>

#include "number.h"
#include "suitor/date.h"
#include "when.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len);

static void must(bool ok)
{
    if (!ok)
        abort();
}

static void check_day(int32_t day)
{
    char text[SUITOR_DATE_SIZE];
    int32_t again;

    must(suitor_day_parse(suitor_sv_of(suitor_day_format(day, text)), &again) && again == day);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
    suitor_sv text = suitor_sv_make((const char *)bytes, len);
    char written[NUMBER_SIZE];
    double value, again;
    int32_t day;

    if (when_read(text, &day))
        check_day(day);
    if (when_in_name(text, &day))
        check_day(day);
    if (suitor_day_parse(text, &day))
        check_day(day);
    if (number_read(text, &value))
        must(value >= 0 && isfinite(value));
    if (number_read_exactly(text, &value) && isfinite(value)) {
        size_t n = number_write(value, NUMBER_MAX_DIGITS, written);
        must(n > 0 && n < NUMBER_SIZE);
        must(number_read_exactly(suitor_sv_make(written, n), &again));
        must(again == value);
    }
    return 0;
}
