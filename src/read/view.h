/* Small questions about views that every parser of this folder asks. ASCII only,
 * so that no locale has a say. */
#ifndef READ_VIEW_H
#define READ_VIEW_H

#include <stdbool.h>

#include "suitor/sv.h"

static inline bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

static inline bool is_digit(char c) { return c >= '0' && c <= '9'; }

static inline char to_lower(char c) { return c >= 'A' && c <= 'Z' ? (char)(c + ('a' - 'A')) : c; }

static inline bool is_alnum(char c)
{
    return is_digit(c) || (to_lower(c) >= 'a' && to_lower(c) <= 'z');
}

/* `text` without its first `n` bytes (n at most text.len). */
suitor_sv view_from(suitor_sv text, size_t n);

/* Without white space in front, without it at both ends, without a UTF-8 byte order mark. */
suitor_sv view_skip_space(suitor_sv text);
suitor_sv view_trim(suitor_sv text);
suitor_sv view_skip_mark(suitor_sv text);

/* Whether `text` begins with, ends with, or is `word` (lower case) in any case. */
bool view_begins(suitor_sv text, const char *word);
bool view_ends(suitor_sv text, const char *word);
bool view_is(suitor_sv text, const char *word);

/* Offset of `word` (lower case, any case in `text`), or text.len. */
size_t view_find(suitor_sv text, const char *word);

#endif
