/* Comparing folded names word by word and byte by byte. */
#include "spell.h"

enum { MOST_BYTES = 64 };

/* Cut the next word off `rest`; false when there is none. */
static bool next_word(suitor_sv *rest, suitor_sv *word)
{
    size_t n = 0;

    while (rest->len > 0 && *rest->ptr == ' ')
        *rest = suitor_sv_make(rest->ptr + 1, rest->len - 1);
    while (n < rest->len && rest->ptr[n] != ' ')
        n++;
    *word = suitor_sv_make(rest->ptr, n);
    *rest = suitor_sv_make(rest->ptr + n, rest->len - n);
    return n > 0;
}

static bool begins_a_word(suitor_sv begin, suitor_sv name)
{
    suitor_sv word;

    while (next_word(&name, &word))
        if (word.len >= begin.len && memcmp(word.ptr, begin.ptr, begin.len) == 0)
            return true;
    return false;
}

bool spell_words_begin(suitor_sv query, suitor_sv name)
{
    suitor_sv word;

    while (next_word(&query, &word))
        if (!begins_a_word(word, name))
            return false;
    return true;
}

bool spell_ends_in(suitor_sv name, suitor_sv query)
{
    if (query.len > name.len)
        return false;
    size_t at = name.len - query.len;
    return memcmp(name.ptr + at, query.ptr, query.len) == 0 && (at == 0 || name.ptr[at - 1] == ' ');
}

static unsigned least(unsigned a, unsigned b) { return a < b ? a : b; }

/* The row of the table for the byte a[i - 1], after those of the two bytes before;
 * gives the smallest distance in it. */
static unsigned fill_row(suitor_sv a, suitor_sv b, size_t i, unsigned *rows[3])
{
    unsigned *before = rows[(i + 1) % 3], *above = rows[(i + 2) % 3], *row = rows[i % 3];
    unsigned smallest = row[0] = (unsigned)i;

    for (size_t k = 1; k <= b.len; k++) {
        unsigned change = above[k - 1] + (a.ptr[i - 1] != b.ptr[k - 1]);
        row[k] = least(change, least(above[k], row[k - 1]) + 1);
        if (i > 1 && k > 1 && a.ptr[i - 1] == b.ptr[k - 2] && a.ptr[i - 2] == b.ptr[k - 1])
            row[k] = least(row[k], before[k - 2] + 1);
        smallest = least(smallest, row[k]);
    }
    return smallest;
}

unsigned spell_distance(suitor_sv a, suitor_sv b, unsigned limit)
{
    unsigned table[3][MOST_BYTES + 1] = { 0 };
    unsigned *rows[3] = { table[0], table[1], table[2] };
    size_t gap = a.len < b.len ? b.len - a.len : a.len - b.len;
    unsigned smallest = 0, before;

    if (gap > limit || a.len > MOST_BYTES || b.len > MOST_BYTES)
        return limit + 1;
    for (size_t k = 0; k <= b.len; k++)
        rows[0][k] = (unsigned)k;
    for (size_t i = 1; i <= a.len; i++) {
        before = smallest;
        smallest = fill_row(a, b, i, rows);
        if (smallest > limit && before > limit) /* a swap reaches back two rows */
            return limit + 1;
    }
    return least(rows[a.len % 3][b.len], limit + 1);
}
