/* Folding: the form in which names and words are compared. Lower case, accents
 * off, "ø" → "o", "ß" → "ss", typographic apostrophes as "'". */
#ifndef BASE_FOLD_H
#define BASE_FOLD_H

#include "suitor/sv.h"

/* Fold `text` into `out` (room for `cap` bytes), cutting what does not fit at a
 * character of `text`; bytes that are no UTF-8 are left out. Returns the bytes written. */
size_t fold(suitor_sv text, char *out, size_t cap);

/* Fold a name for comparing: as above, apostrophes left out, and each run of what is
 * neither letter nor digit one space, trimmed; "Al-Nassr F.C." → "al nassr f c". */
size_t fold_name(suitor_sv text, char *out, size_t cap);

#endif
