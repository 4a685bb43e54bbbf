/* Which language a text is in, by its small words (data/lexicon/languages.tsv) or its letters. */
#ifndef EXTRACT_LANGUAGE_H
#define EXTRACT_LANGUAGE_H

#include "image.h"
#include "suitor/status.h"
#include "token.h"

enum { LANGUAGES_MOST = 32 };

/* A word and the languages that have it, a bit each. */
typedef struct {
    uint64_t hash; /* of the folded word; 0 free */
    uint32_t languages;
} language_word;

/* The first is that of the lexicons. */
typedef struct {
    suitor_sv *codes; /* BCP 47 */
    language_word *words;
    uint32_t n, mask, n_words;
} languages;

/* Read `path` into zeroed `out`, whose texts go into `memory`; owned: release with
 * languages_free(). */
suitor_status languages_load(languages *out, const char *path, arena *memory, suitor_error *err);
void languages_free(languages *l);

/* Its code, borrowed from `l` or static; of letters that no language of the table is written in
 * "und" and their script. That of the lexicons where too little speaks for another.
 * doc  read, with its words numbered by the lexicon's vocabulary */
suitor_sv languages_of(const languages *l, const document *doc);

#endif
