/* Articles, and reading them from files.
 *
 * Formats: plain text, HTML, JSON (one article, an array of them, a NewsAPI-like
 * {"articles": […]}, or JSON Feed), JSON lines, RSS and Atom, WARC as crawls are kept in; each may
 * be packed by gzip. The format is told by content first and by file name second. Folders are
 * walked in sorted order.
 */
#ifndef SUITOR_ARTICLE_H
#define SUITOR_ARTICLE_H

#include <signal.h>
#include <stdbool.h>

#include "suitor/date.h"

#ifdef __cplusplus
extern "C" {
#endif

/* How far into its file an article reaches. */
typedef struct {
    uint64_t articles; /* of the file, up to and with this one */
    uint64_t offset;   /* of JSON lines: bytes of the file up to the end of its line; else 0 */
    uint64_t line;     /* of JSON lines: lines up to there */
} suitor_place;

/* A dated text of an outlet. Views are borrowed from the reader. */
typedef struct {
    suitor_sv id;     /* the input's own id, else its file name without ending */
    suitor_sv url;    /* empty where unknown */
    suitor_sv outlet; /* author, site or reporter who publishes; empty where unknown */
    suitor_sv title;  /* empty where the text has none of its own */
    suitor_sv text;   /* valid UTF-8; every offset of a claim counts bytes in it */
    suitor_sv path;   /* file it came from, "-" for standard input */
    int32_t day;      /* publishing day, SUITOR_NO_DAY where unknown */
    suitor_sv line;   /* of JSON lines: the line it was read from; else empty */
    suitor_place place;
} suitor_article;

/* A regular file that is to be read. When a file changes, one of its numbers does. */
typedef struct {
    const char *path; /* borrowed */
    uint64_t inode, size;
    int64_t modified, changed; /* its contents, and anything about it: nanoseconds since 1970 */
} suitor_input;

/* How far a file has been read. */
typedef struct {
    suitor_place place;
    bool is_digested;         /* whether `digest` is known */
    unsigned char digest[16]; /* BLAKE2b of the first place.offset bytes */
} suitor_mark;

typedef enum {
    SUITOR_READ_ALL,
    SUITOR_READ_ON,     /* from a mark on */
    SUITOR_READ_NOTHING /* it is known */
} suitor_reading;

/* Asked what of a file to read. For SUITOR_READ_ON *from is set: to how far it was read,
 * without a digest where the file is known to be the same. With one, what was read before is
 * passed over if it still stands there letter for letter, and else read again. */
typedef suitor_reading (*suitor_input_fn)(const suitor_input *input, suitor_mark *from, void *user);

/* Told how far a file was read: to its end, or not.
 * whole  false where reading was stopped or the file could not be read on */
typedef void (*suitor_input_end_fn)(const suitor_input *input, const suitor_mark *mark, bool whole,
                                    void *user);

typedef struct {
    uint64_t max_file_bytes; /* larger files are skipped with SUITOR_ERR_LIMIT */
    uint32_t max_text_bytes; /* longer texts likewise */
    /* Once it is not 0, as a signal handler may set it, the input ends: what is there of
     * whole articles is told, and a wait for more given up if the signal interrupts it.
     * May be NULL. */
    const volatile sig_atomic_t *stop;
    /* Take every input for JSON lines, each of which gives one article or is told to
     * on_problem, empty ones too. */
    bool lines;
    /* Take every input for lines that somebody else understands: of an article its `line`,
     * `path` and `place` are set, and the id is "PATH:LINE", for messages. */
    bool lines_only;
    /* Of regular files; with the `user` of the call; both may be NULL. */
    suitor_input_fn on_input;
    suitor_input_end_fn on_input_end; /* not told of where on_input said to read nothing */
} suitor_read_options;

#define SUITOR_READ_OPTIONS_INIT                                                                   \
    {                                                                                              \
        UINT64_C(512) << 20, UINT32_C(16) << 20, NULL, false, false, NULL, NULL                    \
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

/* Whether suitor_read() reads a file of that name where it stands in a folder. */
SUITOR_API bool suitor_is_article_file(const char *path);

/* Add the sizes of the files that suitor_read() would read to *bytes. False where that is not
 * known beforehand (pipes), something is missing, or the reading was asked to stop. */
SUITOR_API bool suitor_count_bytes(const char *path, const suitor_read_options *options,
                                   uint64_t *bytes);

#ifdef __cplusplus
}
#endif
#endif
