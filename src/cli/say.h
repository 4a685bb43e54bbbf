/* Messages to standard error. Results never go there, messages never elsewhere. */
#ifndef CLI_SAY_H
#define CLI_SAY_H

#include <suitor.h>

/* "suitor: …" and a newline; control characters are taken out. */
__attribute__((format(printf, 1, 2))) void say(const char *format, ...);

/* The library's message. Returns STATUS_FAILED, so that a command can return it. */
int say_error(const suitor_error *error);

/* "s" where `n` things are several, "" where it is one. */
static inline const char *say_s(uint64_t n) { return n == 1 ? "" : "s"; }

/* The word of `words` (n of them) closest to `word`, or NULL where none is close
 * enough to be what was meant. */
const char *say_closest(const char *word, const char *const *words, int n);

#endif
