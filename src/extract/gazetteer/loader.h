/* Inner to gazetteer/: what loading the tables and loading registers share. */
#ifndef EXTRACT_LOADER_H
#define EXTRACT_LOADER_H

#include "gazetteer/gazetteer.h"
#include "tsv.h"

enum { LOADER_MAX_WORDS = 12 };

typedef struct {
    gazetteer *g;
    lexicon *lex;
    document doc;           /* scratch: of the name last cut into words */
    tsv at;                 /* the table being read */
    const char *path;       /* of the file being read */
    uint32_t n_known_words; /* of the vocabulary before registers are read */
    suitor_error *err;
} loader;

/* A name as the words that a text would have in its place. */
typedef struct {
    uint32_t words[LOADER_MAX_WORDS];  /* vocabulary ids */
    uint32_t tokens[LOADER_MAX_WORDS]; /* of loader.doc */
    uint32_t n;
    bool cut; /* there were more */
} name_words;

/* Cut `name` as a text would be, so that what matches is what a reader would type, and
 * number the words. */
suitor_status loader_words(loader *l, suitor_sv name, name_words *out);

suitor_status loader_no_memory(loader *l);

#endif
