/* Inner to lexicon/: from the written pattern to elements. */
#ifndef EXTRACT_COMPILE_H
#define EXTRACT_COMPILE_H

#include <cjson/cJSON.h>

#include "lexicon/lexicon.h"
#include "lexicon/origins.h"
#include "lexicon/verbs.h"

typedef struct {
    lexicon *lex;
    verb_table verbs;
    strmap class_ids; /* name → index into classes[] */
    strmap pieces;    /* words of patterns as written → the first element of them */
    phrase_class *classes;
    suitor_sv *members;
    uint32_t n_classes, classes_cap, n_members, members_cap;
    lexicon_origins *origins; /* NULL where nobody wants them */
    suitor_sv part;           /* the alternative at hand, */
    uint32_t member;          /* and of the class that it names the member, ORIGIN_NONE */
    document doc;             /* scratch */
    buf text, form;           /* scratch */
    bool no_memory;           /* so that a phrase of no words is told from one that found no room */
} compiler;

/* Add `text` as a pattern of cue number `cue`. `where` ("interest.json:
 * pattern \"C keen on P\"") begins the message of SUITOR_ERR_PARSE. */
suitor_status pattern_compile(compiler *c, suitor_sv text, uint32_t cue, const char *where,
                              suitor_error *err);

/* Why a phrase came out without words: SUITOR_ERR_NOMEM or SUITOR_ERR_PARSE. */
suitor_status no_word(const compiler *c);

/* Number the words of `phrase` into lex->word_pool; count 0 when out of memory. */
sequence phrase_words(compiler *c, suitor_sv phrase);

/* A file of lists of strings, or, with `object` false, of groups; *out is owned: cJSON_Delete().
 * SUITOR_ERR_PARSE names the line. */
suitor_status lexicon_read_json(compiler *c, const char *path, bool object, cJSON **out,
                                suitor_error *err);

/* Load signals.json into lex->signals. */
suitor_status signals_load(compiler *c, const char *path, suitor_error *err);

/* Load every .json of the folder `dir`, by their names. */
suitor_status cues_load(compiler *c, const char *dir, suitor_error *err);

/* Fill lex->filter_bits and the filters of all elements, mark the words of patterns, and
 * count in the zeroed uses[], by word, how often patterns have it. */
void filters_make(const lexicon *lex, uint32_t *uses);

/* Index all patterns by the words that call for them; behind all other loading. */
suitor_status patterns_index(lexicon *lex, suitor_error *err);

/* class_names.c: the keys of the classes in classes.json. */
extern const char *const lexicon_class_names[N_CLASSES];

#endif
