/* What the parsers of this folder share: where articles and problems go, the memory
 * of the article at hand, and what is known of the file at hand. */
#ifndef READ_READER_H
#define READ_READER_H

#include "arena.h"
#include "buf.h"
#include "draft.h"
#include "stream.h"
#include "suitor/article.h"

/* The file at hand. */
typedef struct {
    const char *path; /* borrowed; "-" for standard input */
    suitor_sv name;   /* without folder and ending; any bytes */
    suitor_sv ending; /* what follows the last dot of the name; may be empty */
    int32_t name_day; /* the date in the name, or SUITOR_NO_DAY */
    int32_t file_day; /* when the file was last changed, or SUITOR_NO_DAY */
    suitor_sv line;   /* of JSON lines: the one at hand */
    suitor_place place;
    suitor_mark from; /* how far it was read before */
    bool is_broken;   /* the rest of it cannot be read */
} input;

typedef struct {
    suitor_read_options options;
    suitor_article_fn on_article;
    suitor_problem_fn on_problem; /* may be NULL */
    void *user;
    suitor_error *err; /* of the whole call; may be NULL */
    input in;
    stream stream;
    digest digest; /* of what was passed over in the stream, where on_input_end wants it */
    buf decoded;   /* the file at hand, where it had to be brought to UTF-8 */
    arena memory;  /* of the article at hand; taken back by reader_emit */
} reader;

/* Begin with the file at `path`; `file_day` as above. */
void reader_begin(reader *r, const char *path, int32_t file_day);
void reader_free(reader *r);

/* Hand the draft on as an article, or report that it has no text or too long a one.
 * The arena is then reset. A draft without an id gets the file's name, with "-index"
 * behind it unless `index` is 0; without a date, the one of the file's name.
 * line  of the draft in the file, from 1; 0 where that tells nothing */
suitor_status reader_emit(reader *r, const draft *d, size_t line, size_t index);

/* Hand the line at hand on as it is; see suitor_read_options. */
suitor_status reader_emit_line(reader *r, size_t line);

/* Report that the file, or what stands at `line` of it, is skipped. Always SUITOR_OK,
 * for the reading goes on. The message gets "path:line: " in front. */
__attribute__((format(printf, 4, 5))) suitor_status
reader_skip(reader *r, size_t line, suitor_status code, const char *format, ...);

/* What a failed step means for the call: no memory ends it, anything else is reported
 * as a problem of the file. */
suitor_status reader_pass(reader *r, size_t line, const suitor_error *problem);

/* Whether `bytes` are text, that is UTF-8 and not binary; reported if not. */
suitor_status reader_check_text(reader *r, size_t line, suitor_sv bytes, bool *is_text);

/* Append what may hold any bytes as UTF-8. */
void reader_append_mended(buf *out, suitor_sv text);

suitor_status reader_no_memory(reader *r);

/* The digest of what the stream has passed over, where one is kept. */
void reader_digest(const reader *r, unsigned char out[DIGEST_SIZE]);

/* Whether the caller has asked to stop: no more is read then, nor told of. */
static inline bool reader_stopped(const reader *r) { return r->options.stop && *r->options.stop; }

#endif
