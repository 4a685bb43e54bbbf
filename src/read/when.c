/* Dates in other forms than ISO 8601: cut into words, find the month's name, take
 * the day beside it and the first year after 1900. That covers RFC 2822, the
 * spellings of newspapers, and "Mon Mar 02 09:30:00 +0000 2026" alike. */
#include "when.h"

#include "suitor/date.h"
#include "view.h"

enum { MAX_WORDS = 10, FIRST_YEAR = 1900, LAST_YEAR = 2199 };

/* Value of `count` digits at `text`, or -1 where others stand. */
static int digits(const char *text, size_t count)
{
    int value = 0;

    for (size_t i = 0; i < count; i++) {
        if (!is_digit(text[i]))
            return -1;
        value = value * 10 + (text[i] - '0');
    }
    return value;
}

static size_t count_digits(suitor_sv text)
{
    size_t n = 0;

    while (n < text.len && is_digit(text.ptr[n]))
        n++;
    return n;
}

/* Eight digits: a plausible year, month, day. */
static bool compact(suitor_sv text, int32_t *day)
{
    int year;

    if (count_digits(text) != 8)
        return false;
    year = digits(text.ptr, 4);
    return year >= FIRST_YEAR && year <= LAST_YEAR &&
           suitor_day_of(year, digits(text.ptr + 4, 2), digits(text.ptr + 6, 2), day);
}

/* Year, month, day, each split by the same one of "-", "/", "_", ".". */
static bool divided(suitor_sv text, int32_t *day)
{
    if (count_digits(text) != 4 || text.len < 10 || !memchr("-/_.", text.ptr[4], 4))
        return false;
    if (text.ptr[7] != text.ptr[4] || (text.len > 10 && is_digit(text.ptr[10])))
        return false;
    return suitor_day_of(digits(text.ptr, 4), digits(text.ptr + 5, 2), digits(text.ptr + 8, 2),
                         day);
}

/* Ten digits are seconds since 1970, thirteen milliseconds. */
static bool since_1970(suitor_sv text, int32_t *day)
{
    size_t n = count_digits(text);
    int64_t seconds = 0;

    if ((n != 10 && n != 13) || (n < text.len && text.ptr[n] != '.'))
        return false;
    for (size_t i = 0; i < 10; i++)
        seconds = seconds * 10 + (text.ptr[i] - '0');
    *day = (int32_t)(seconds / 86400);
    return true;
}

/* Number of the month that `word` names in full or by three letters or more, or 0. */
static int month_of(suitor_sv word)
{
    static const char *const names[] = { "january",   "february", "march",    "april",
                                         "may",       "june",     "july",     "august",
                                         "september", "october",  "november", "december" };

    for (int month = 1; word.len >= 3 && month <= 12; month++) {
        const char *name = names[month - 1];
        size_t same = 0;
        while (same < word.len && name[same] && to_lower(word.ptr[same]) == name[same])
            same++;
        if (same == word.len)
            return month;
    }
    return 0;
}

/* Day of the month: one or two digits, with or without an ordinal ending; -1 else. */
static int monthday_of(suitor_sv word)
{
    size_t n = count_digits(word);
    suitor_sv rest = view_from(word, n);

    if (n < 1 || n > 2)
        return -1;
    if (rest.len && !view_is(rest, "st") && !view_is(rest, "nd") && !view_is(rest, "rd") &&
        !view_is(rest, "th"))
        return -1;
    return digits(word.ptr, n);
}

/* Cut `text` at everything but letters, digits, and what holds a time or zone together. */
static unsigned split(suitor_sv text, suitor_sv words[MAX_WORDS])
{
    unsigned n = 0;
    size_t i = 0;

    while (i < text.len && n < MAX_WORDS) {
        size_t begin = i;
        while (i < text.len && (is_alnum(text.ptr[i]) || text.ptr[i] == ':' || text.ptr[i] == '+'))
            i++;
        if (i > begin)
            words[n++] = suitor_sv_make(text.ptr + begin, i - begin);
        else
            i++;
    }
    return n;
}

static bool in_words(suitor_sv text, int32_t *day)
{
    suitor_sv words[MAX_WORDS];
    unsigned n = split(text, words), at = 0;
    int month = 0, monthday = -1, year = -1;

    while (at < n && (month = month_of(words[at])) == 0)
        at++;
    if (at == n)
        return false;
    if (at > 0)
        monthday = monthday_of(words[at - 1]);
    if (monthday < 0 && at + 1 < n)
        monthday = monthday_of(words[at + 1]);
    for (unsigned i = 0; i < n && year < FIRST_YEAR; i++)
        if (words[i].len == 4)
            year = digits(words[i].ptr, 4);
    return year >= FIRST_YEAR && year <= LAST_YEAR && suitor_day_of(year, month, monthday, day);
}

bool when_read(suitor_sv text, int32_t *day)
{
    text = view_trim(text);
    return divided(text, day) || compact(text, day) || since_1970(text, day) || in_words(text, day);
}

bool when_in_name(suitor_sv name, int32_t *day)
{
    for (size_t i = 0; i < name.len; i++) {
        suitor_sv rest = view_from(name, i);
        if (i > 0 && is_digit(name.ptr[i - 1]))
            continue;
        if (divided(rest, day) || compact(rest, day))
            return true;
    }
    return false;
}
