/* The extractor: gazetteer and lexicon of data/, applied to articles.
 *
 * A suitor_extractor is read-only once loaded and may serve many threads; each
 * thread has a suitor_extraction of its own, reused from article to article so
 * that no memory is asked for in the steady state.
 */
#ifndef SUITOR_EXTRACTOR_H
#define SUITOR_EXTRACTOR_H

#include <stdio.h>

#include "suitor/extraction.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef struct suitor_extractor suitor_extractor;
typedef struct suitor_extraction suitor_extraction;

/* Folder with the data that came with suitor: $SUITOR_DATA, else the source
 * tree's or the installed data folder. Never NULL; static. */
SUITOR_API const char *suitor_data_dir(void);

/* Load gazetteer and lexicon from `data_dir` (NULL: suitor_data_dir()).
 * out  owned: release with suitor_extractor_free(); NULL unless SUITOR_OK
 * Fails with SUITOR_ERR_IO or SUITOR_ERR_PARSE naming the file and line. */
SUITOR_API suitor_status suitor_extractor_load(const char *data_dir, suitor_extractor **out,
                                               suitor_error *err);

typedef struct {
    const char *data_dir;         /* NULL: suitor_data_dir() */
    const char *const *registers; /* paths of further files of clubs, with a header line and at
                                     least a column "name" (docs/extraction.md) */
    uint32_t n_registers;
    const char *cache_dir; /* folder for what was loaded, so that it need not be built again as
                              long as no file changes; made if missing. NULL: none */
} suitor_extractor_options;

/* The same with options. Something wrong with the cache is no failure. */
SUITOR_API suitor_status suitor_extractor_load_with(const suitor_extractor_options *options,
                                                    suitor_extractor **out, suitor_error *err);
SUITOR_API void suitor_extractor_free(suitor_extractor *extractor);

/* Working memory and results for one article at a time.
 * out  owned: release with suitor_extraction_free(). */
SUITOR_API suitor_status suitor_extraction_new(suitor_extraction **out, suitor_error *err);
SUITOR_API void suitor_extraction_free(suitor_extraction *extraction);

/* Read `article` into `extraction`, whose earlier contents end here.
 * facts  borrowed: valid until `extraction` is used again or freed, and only as
 *        long as `article->text` and `extractor` stand.
 * An article without claims is SUITOR_OK with counts of 0. O(text bytes). */
SUITOR_API suitor_status suitor_extract(const suitor_extractor *extractor,
                                        const suitor_article *article,
                                        suitor_extraction *extraction, const suitor_facts **facts,
                                        suitor_error *err);

/* The usual name of the club that `spelling` ("Man Utd", "B. Leverkusen") means by itself; of
 * several the most famous. A name that nobody knows stays as it is.
 * extraction  working memory, whose earlier contents end here
 * name        borrowed from `extractor`, or `spelling` */
SUITOR_API suitor_status suitor_club_name(const suitor_extractor *extractor,
                                          suitor_extraction *extraction, suitor_sv spelling,
                                          suitor_sv *name, suitor_error *err);

/* Write the JSON object that `suitor extract` prints for an article, in one
 * line without a newline at the end (schema: docs/json.md). */
SUITOR_API suitor_status suitor_facts_write_json(const suitor_article *article,
                                                 const suitor_facts *facts, FILE *out,
                                                 suitor_error *err);

#ifdef __cplusplus
}
#endif
#endif
