/* Articles, and reading them from files.
 *
 * Formats: plain text, HTML, JSON (one article, an array of them, or a
 * NewsAPI-like {"articles": […]}), JSON lines. The format is told by content
 * first and by file name second. Folders are walked in sorted order.
 */
#ifndef SUITOR_ARTICLE_H
#define SUITOR_ARTICLE_H

#include <signal.h>

#include "suitor/date.h"

#ifdef __cplusplus
extern "C" {
#endif

/* A dated text of an outlet. Views are borrowed from the reader. */
typedef struct {
    suitor_sv id;     /* the input's own id, else its file name without ending */
    suitor_sv url;    /* empty where unknown */
    suitor_sv outlet; /* author, site or reporter who publishes; empty where unknown */
    suitor_sv title;  /* empty where the text has none of its own */
    suitor_sv text;   /* valid UTF-8; every offset of a claim counts bytes in it */
    suitor_sv path;   /* file it came from, "-" for standard input */
    int32_t day;      /* publishing day, SUITOR_NO_DAY where unknown */
} suitor_article;

typedef struct {
    uint64_t max_file_bytes; /* larger files are skipped with SUITOR_ERR_LIMIT */
    uint32_t max_text_bytes; /* longer texts likewise */
    /* Once it is not 0, as a signal handler may set it, the input ends: what is there of
     * whole articles is told, and a wait for more given up if the signal interrupts it.
     * May be NULL. */
    const volatile sig_atomic_t *stop;
} suitor_read_options;

#define SUITOR_READ_OPTIONS_INIT                                                                   \
    {                                                                                              \
        UINT64_C(512) << 20, UINT32_C(16) << 20, NULL                                              \
    }

/* Told of each article, in order. The article is borrowed until it returns.
 * A status other than SUITOR_OK ends the reading and is passed on. */
typedef suitor_status (*suitor_article_fn)(const suitor_article *article, void *user,
                                           suitor_error *err);

/* Told of each input that was skipped, with the file (and line) in the message. */
typedef void (*suitor_problem_fn)(const suitor_error *problem, void *user);

/* Read every article at `path` (file, folder, or "-" for standard input).
 * options     NULL for the defaults above
 * on_article  called once an article, never concurrently
 * on_problem  called once a skipped input; may be NULL
 * A bad input is reported and skipped, and the rest goes on: the call fails only
 * with what on_article gave or SUITOR_ERR_NOMEM. */
SUITOR_API suitor_status suitor_read(const char *path, const suitor_read_options *options,
                                     suitor_article_fn on_article, suitor_problem_fn on_problem,
                                     void *user, suitor_error *err);

#ifdef __cplusplus
}
#endif
#endif
