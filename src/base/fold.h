/* Folding: the form in which names and words are compared. Lower case, accents
 * off, "ø" → "o", "ß" → "ss", typographic apostrophes as "'". */
#ifndef BASE_FOLD_H
#define BASE_FOLD_H

#include "suitor/sv.h"

/* Fold `text` into `out` (room for `cap` bytes), cutting what does not fit at a
 * character. Returns the bytes written. ASCII takes a path of its own. */
size_t fold(suitor_sv text, char *out, size_t cap);

/* Fold a name for comparing: as above, and hyphens, dots and runs of other
 * punctuation become one space, trimmed; "Al-Nassr F.C." → "al nassr f c". */
size_t fold_name(suitor_sv text, char *out, size_t cap);

#endif
