/* JSON lines: each line is read where it lies in the stream's buffer, and the arena is
 * reset behind it, so that memory is bounded by the longest line. */
#include "json_read.h"

#include <string.h>

#include "json_article.h"
#include "view.h"

/* A line may be longer than the text in it: twice for "\u" escapes of two bytes' worth,
 * and some for the other keys. */
static size_t line_limit(const suitor_read_options *o)
{
    uint64_t limit = (uint64_t)o->max_text_bytes * 4 + 1024 * 1024;

    if (limit > o->max_file_bytes)
        limit = o->max_file_bytes;
    return limit < SIZE_MAX ? (size_t)limit : SIZE_MAX;
}

static suitor_status report(reader *r, size_t line, const json_scan *s, suitor_sv text)
{
    size_t column = (size_t)(s->at - text.ptr) + 1;

    arena_reset(&r->memory);
    if (s->no_memory)
        return reader_no_memory(r);
    return reader_skip(r, line, SUITOR_ERR_PARSE, "bad JSON at column %zu: %s", column,
                       s->problem ? s->problem : "expected nothing behind the object");
}

static suitor_status read_line(reader *r, size_t line, suitor_sv text)
{
    json_scan s = json_scan_begin(text, &r->memory), list;
    draft d = { 0 };
    bool is_text;

    if (view_skip_space(text).len == 0)
        return r->options.lines ? reader_skip(r, line, SUITOR_ERR_PARSE, "is an empty line")
                                : SUITOR_OK;
    suitor_status st = reader_check_text(r, line, text, &is_text);
    if (st != SUITOR_OK || !is_text)
        return st;
    if (r->options.lines_only)
        return reader_emit_line(r, line);
    json_article_read(&s, &d, &list);
    if (s.problem || json_scan_kind(&s) != '\0' || s.problem)
        return report(r, line, &s, text);
    return json_emit(r, &d, line, line);
}

/* Read the line that the stream gave, or report it. */
static suitor_status take_line(reader *r, size_t line, suitor_status given, suitor_sv text,
                               const suitor_error *problem)
{
    const suitor_place before = r->in.place;
    suitor_status st;

    if (!r->stream.is_partial) {
        r->in.place.offset = r->stream.passed;
        r->in.place.line = line;
    }
    r->in.line = text;
    if (given == SUITOR_OK)
        st = read_line(r, line, line == 1 ? view_skip_mark(text) : text);
    else
        st = reader_pass(r, line, problem);
    if (r->stream.is_partial)
        r->in.place = before; /* when the file grows, the line may yet become another one */
    return st;
}

/* Pass over what was read before. What stands there now may be something else: then all
 * of it is read. */
static suitor_status go_on(reader *r)
{
    const suitor_mark from = r->in.from;
    unsigned char now[DIGEST_SIZE];
    suitor_error problem;
    bool there;

    r->in.from = (suitor_mark){ 0 };
    if (from.place.offset == 0)
        return SUITOR_OK;
    suitor_status st = stream_pass(&r->stream, from.place.offset, &there, &problem);
    if (st != SUITOR_OK)
        return reader_pass(r, 0, &problem);
    reader_digest(r, now);
    if (there && (!from.is_digested || memcmp(now, from.digest, DIGEST_SIZE) == 0))
        r->in.place = from.place;
    else if (!stream_rewind(&r->stream))
        return reader_skip(r, 0, SUITOR_ERR_IO, "cannot be read from its beginning again");
    return SUITOR_OK;
}

suitor_status jsonl_read(reader *r)
{
    const size_t limit = line_limit(&r->options);
    suitor_status st = go_on(r);

    for (size_t line = r->in.place.line + 1; st == SUITOR_OK; line++) {
        suitor_error problem;
        suitor_sv text = { 0 };
        bool more = false;
        suitor_status given = stream_line(&r->stream, limit, &text, &more, &problem);
        if (given == SUITOR_OK && !more)
            break;
        st = take_line(r, line, given, text, &problem);
        r->in.is_broken = given == SUITOR_ERR_IO;
        if (r->in.is_broken)
            break;
    }
    return st;
}
