/* Checking a lexicon: what each of its entries matches in articles, and what in it can never
 * match. For whoever adds phrases to data/lexicon (docs/lexicon.md).
 *
 *     suitor_lexicon_check_new(NULL, &check, &err);
 *     suitor_read(path, NULL, suitor_lexicon_check_article, on_problem, check, &err);
 *     entries = suitor_lexicon_check_entries(check, &n_entries);
 *     suitor_lexicon_check_free(check);
 */
#ifndef SUITOR_LEXICON_H
#define SUITOR_LEXICON_H

#include "suitor/extractor.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef struct suitor_lexicon_check suitor_lexicon_check;

typedef enum {
    SUITOR_LEXICON_CUE,         /* a pattern of cues/ */
    SUITOR_LEXICON_ALTERNATIVE, /* one of the words that a pattern has for a place, as written */
    SUITOR_LEXICON_MEMBER,      /* of a class of classes.json or signals.json */
    SUITOR_N_LEXICON_KINDS
} suitor_lexicon_kind;

/* "cue", "alternative", "member" */
SUITOR_API const char *suitor_lexicon_kind_name(suitor_lexicon_kind kind);

/* An entry, and what was seen of it. A match counts where it stands, that is where no longer
 * one took its words. A member that patterns refer to has matched where one did by it; a
 * signal, and a word that the program asks for, where it stands in a text, and it has claimed
 * something where its sentence has. Views are borrowed from the check. */
typedef struct {
    suitor_lexicon_kind kind;
    suitor_sv file;     /* below the lexicon's folder: "cues/interest.json" */
    suitor_sv text;     /* as written */
    suitor_sv within;   /* of an alternative its pattern, of a member its class; else empty */
    suitor_sv says;     /* of a cue: "interest watching", "need"; else empty */
    uint32_t piece;     /* of an alternative: the place in its pattern, from 0 */
    uint64_t matched;   /* how often */
    uint64_t claimed;   /* of these, how often something was claimed by it */
    suitor_sv article;  /* id of the first that claimed something by it, else that matched; */
    suitor_sv sentence; /* the sentence there, empty where it never matched, */
    suitor_span quote;  /* and the bytes of it that matched */
} suitor_lexicon_entry;

/* Load the lexicon of `data_dir` (NULL: suitor_data_dir()) for checking.
 * out  owned: release with suitor_lexicon_check_free(); NULL unless SUITOR_OK
 * Fails as suitor_extractor_load() does: with SUITOR_ERR_PARSE the message says which entry
 * is not understood, and why. */
SUITOR_API suitor_status suitor_lexicon_check_new(const char *data_dir, suitor_lexicon_check **out,
                                                  suitor_error *err);
SUITOR_API void suitor_lexicon_check_free(suitor_lexicon_check *check);

/* Count what matches in an article: a suitor_article_fn whose `user` is the check. Fails as
 * suitor_extract() does. */
SUITOR_API suitor_status suitor_lexicon_check_article(const suitor_article *article, void *check,
                                                      suitor_error *err);

/* All entries: the cues in the order in which they are read, each with its alternatives
 * behind, where there are several for a place, and then the members. The array stands
 * until the check is freed. */
SUITOR_API const suitor_lexicon_entry *
suitor_lexicon_check_entries(const suitor_lexicon_check *check, uint32_t *n_entries);

/* What is understood but can never match, or is used by nothing; messages with the file. */
SUITOR_API const suitor_sv *suitor_lexicon_check_remarks(const suitor_lexicon_check *check,
                                                         uint32_t *n_remarks);

#ifdef __cplusplus
}
#endif
#endif
