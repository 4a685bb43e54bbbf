/* UTF-8: checking, stepping, and what kind a character is. */
#ifndef BASE_UTF8_H
#define BASE_UTF8_H

#include <stdbool.h>

#include "suitor/sv.h"

/* Bytes of the character at `text` (1–4), 0 where no valid one begins. */
size_t utf8_length(const char *text, size_t len);

/* Offset of the first byte that is not valid UTF-8, or text.len. */
size_t utf8_check(suitor_sv text);

/* The character at `text`, its length in *len (0 and U+FFFD when broken). */
uint32_t utf8_decode(const char *text, size_t left, size_t *len);

bool utf8_is_upper(uint32_t c);
bool utf8_is_letter(uint32_t c); /* letters and combining marks */

#endif
