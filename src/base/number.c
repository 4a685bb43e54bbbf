/* Numbers as text. The usual ones (a share, an age, millions to a few digits) are written
 * by whole-number arithmetic, for printf takes a hundred times as long. */
#include "number.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Of ten. */
static const uint64_t powers[] = { UINT64_C(1),
                                   UINT64_C(10),
                                   UINT64_C(100),
                                   UINT64_C(1000),
                                   UINT64_C(10000),
                                   UINT64_C(100000),
                                   UINT64_C(1000000),
                                   UINT64_C(10000000),
                                   UINT64_C(100000000),
                                   UINT64_C(1000000000),
                                   UINT64_C(10000000000),
                                   UINT64_C(100000000000),
                                   UINT64_C(1000000000000),
                                   UINT64_C(10000000000000),
                                   UINT64_C(100000000000000),
                                   UINT64_C(1000000000000000),
                                   UINT64_C(10000000000000000),
                                   UINT64_C(100000000000000000),
                                   UINT64_C(1000000000000000000),
                                   UINT64_C(10000000000000000000) };
enum { N_POWERS = sizeof powers / sizeof *powers };

/* Write the digits of `value`, at least `width`, zeros in front; their number. */
static size_t put_digits(uint64_t value, size_t width, char *out)
{
    size_t n = width;

    while (n < N_POWERS && value >= powers[n])
        n++;
    for (size_t i = n; i > 0; i--, value /= 10)
        out[i - 1] = (char)('0' + value % 10);
    return n;
}

size_t number_write_integer(int64_t value, char out[NUMBER_SIZE])
{
    if (value >= 0)
        return put_digits((uint64_t)value, 1, out);
    out[0] = '-';
    return 1 + put_digits(0 - (uint64_t)value, 1, out + 1);
}

/* Significant digits for which a double's error is far smaller than what is rounded. */
enum { QUICK_DIGITS = 6, MAX_READ = 15 };

/* How near to the middle between two roundings is too near to tell them apart, in units
 * of the last digit: the product below is off by less than 2e-10 of them. */
#define TOO_NEAR 1e-6

/* Write `rounded` divided by 10^places; the length. */
static size_t put_decimal(uint64_t rounded, size_t places, char *out)
{
    size_t n = put_digits(rounded / powers[places], 1, out);

    if (rounded % powers[places] == 0)
        return n;
    out[n++] = '.';
    n += put_digits(rounded % powers[places], places, out + n);
    while (out[n - 1] == '0')
        n--;
    return n;
}

/* Write `value`, from 0.1 to 10^QUICK_DIGITS - 1; 0 where its rounding is not certain. */
static size_t write_quickly(double value, char *out)
{
    size_t whole_digits = 0;
    double cents = value * 100;

    if (value < 1000 && fabs(cents - floor(cents + 0.5)) < TOO_NEAR)
        return put_decimal((uint64_t)(cents + 0.5), 2, out);
    while (whole_digits < QUICK_DIGITS && value >= (double)powers[whole_digits])
        whole_digits++;
    size_t places = QUICK_DIGITS - whole_digits;
    double scaled = value * (double)powers[places], whole = floor(scaled);
    if (fabs(scaled - whole - 0.5) < TOO_NEAR)
        return 0;
    return put_decimal((uint64_t)whole + (scaled - whole > 0.5), places, out);
}

/* printf writes the decimal point of the locale that the host program has set. */
static size_t use_point(char *text, size_t len)
{
    size_t at = 0;

    for (size_t i = 0; i < len; i++) {
        bool is_point = !memchr("0123456789+-e", text[i], 13);
        if (!is_point)
            text[at++] = text[i];
        else if (at == 0 || text[at - 1] != '.')
            text[at++] = '.';
    }
    return at;
}

size_t number_write(double value, int digits, char out[NUMBER_SIZE])
{
    static const double least = 0.1, most = 999999; /* 1e6 is written as such */
    size_t n = 0;

    if (value == 0) {
        out[0] = '0';
        return 1;
    }
    if (digits == QUICK_DIGITS && value >= least && value <= most)
        n = write_quickly(value, out);
    if (n)
        return n;
    int len = snprintf(out, NUMBER_SIZE, "%.*g", digits, value);
    return use_point(out, len > 0 ? (size_t)len : 0);
}

bool number_read(suitor_sv text, double *out)
{
    double value = 0, scale = 1; /* whole numbers below 10^15, so the quotient is the nearest */
    size_t digits = 0;
    bool behind_point = false;

    for (size_t i = 0; i < text.len; i++) {
        char c = text.ptr[i];
        if (c == '.' && digits && !behind_point) {
            behind_point = true;
            continue;
        }
        if (c < '0' || c > '9' || ++digits > MAX_READ)
            return false;
        value = value * 10 + (c - '0');
        scale *= behind_point ? 10 : 1;
    }
    if (digits == 0 || text.ptr[text.len - 1] == '.')
        return false;
    *out = value / scale;
    return true;
}

/* strtod reads the decimal point of the locale that the host program has set. */
static bool put_point(char *text, size_t len)
{
    char half[8];
    char *point = memchr(text, '.', len);

    if (!point)
        return true;
    snprintf(half, sizeof half, "%.1f", 0.5);
    *point = half[1];
    return half[2] == '5' && half[3] == '\0';
}

bool number_read_exactly(suitor_sv text, double *out)
{
    char own[NUMBER_SIZE], *end;

    if (number_read(text, out))
        return true;
    if (text.len == 0 || text.len >= sizeof own)
        return false;
    for (size_t i = 0; i < text.len; i++)
        if (!memchr("0123456789+-.eE", text.ptr[i], 15))
            return false;
    memcpy(own, text.ptr, text.len);
    own[text.len] = '\0';
    if (!put_point(own, text.len))
        return false;
    double value = strtod(own, &end);
    if (end != own + text.len || !isfinite(value))
        return false;
    *out = value;
    return true;
}
