/* Calendar dates ↔ days since 1970-01-01 (Hinnant 2013, days_from_civil). */
#include "suitor/date.h"

#include <time.h>

static bool is_leap(int year) { return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0; }

static int days_in(int year, int month)
{
    static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };

    return month == 2 && is_leap(year) ? 29 : days[month - 1];
}

bool suitor_day_of(int year, int month, int day, int32_t *out)
{
    if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > days_in(year, month))
        return false;
    int y = month <= 2 ? year - 1 : year;
    int era = y / 400;
    int year_of_era = y - era * 400;
    int day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    int day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    *out = era * 146097 + day_of_era - 719468;
    return true;
}

static bool digits(const char *text, int count, int *out)
{
    int value = 0;

    for (int i = 0; i < count; i++) {
        if (text[i] < '0' || text[i] > '9')
            return false;
        value = value * 10 + (text[i] - '0');
    }
    *out = value;
    return true;
}

bool suitor_day_parse(suitor_sv text, int32_t *out)
{
    int year, month, day;

    if (text.len < 10 || text.ptr[4] != '-' || text.ptr[7] != '-')
        return false;
    if (text.len > 10 && text.ptr[10] >= '0' && text.ptr[10] <= '9')
        return false;
    if (!digits(text.ptr, 4, &year) || !digits(text.ptr + 5, 2, &month) ||
        !digits(text.ptr + 8, 2, &day))
        return false;
    return suitor_day_of(year, month, day, out);
}

typedef struct {
    int64_t year, month, day;
} civil;

static civil civil_of(int32_t day)
{
    int64_t z = (int64_t)day + 719468;
    int64_t era = (z >= 0 ? z : z - 146096) / 146097;
    int64_t day_of_era = z - era * 146097;
    int64_t year_of_era =
        (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
    int64_t day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    int64_t shifted = (5 * day_of_year + 2) / 153;
    int64_t month = shifted < 10 ? shifted + 3 : shifted - 9;

    return (civil){ year_of_era + era * 400 + (month <= 2), month,
                    day_of_year - (153 * shifted + 2) / 5 + 1 };
}

static void put_digits(int64_t value, int width, char *out)
{
    for (int i = width; i > 0; i--, value /= 10)
        out[i - 1] = (char)('0' + value % 10);
}

const char *suitor_day_format(int32_t day, char out[SUITOR_DATE_SIZE])
{
    civil c = civil_of(day);

    out[0] = '\0';
    if (day == SUITOR_NO_DAY || c.year < 1 || c.year > 9999)
        return out;
    put_digits(c.year, 4, out);
    out[4] = out[7] = '-';
    put_digits(c.month, 2, out + 5);
    put_digits(c.day, 2, out + 8);
    out[10] = '\0';
    return out;
}

int32_t suitor_day_year(int32_t day) { return (int32_t)civil_of(day).year; }

int32_t suitor_day_today(void) { return (int32_t)(time(NULL) / 86400); }
