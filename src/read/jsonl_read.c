/* JSON lines: each line is read where it lies in the stream's buffer, and the arena is
 * reset behind it, so that memory is bounded by the longest line. */
#include "json_read.h"

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
        return SUITOR_OK;
    suitor_status st = reader_check_text(r, line, text, &is_text);
    if (st != SUITOR_OK || !is_text)
        return st;
    json_article_read(&s, &d, &list);
    if (s.problem || json_scan_kind(&s) != '\0' || s.problem)
        return report(r, line, &s, text);
    return reader_emit(r, &d, line, line);
}

suitor_status jsonl_read(reader *r)
{
    suitor_status st = SUITOR_OK;
    size_t limit = line_limit(&r->options);

    for (size_t line = 1; st == SUITOR_OK; line++) {
        suitor_error problem;
        suitor_sv text;
        bool more = false;
        st = stream_line(&r->stream, limit, &text, &more, &problem);
        if (st == SUITOR_OK && !more)
            break;
        if (st == SUITOR_OK)
            st = read_line(r, line, line == 1 ? view_skip_mark(text) : text);
        else if ((st = reader_pass(r, line, &problem)) == SUITOR_OK &&
                 problem.code == SUITOR_ERR_IO)
            break;
    }
    return st;
}
