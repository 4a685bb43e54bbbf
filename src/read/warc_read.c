/* Records out of the stream. */
#include "warc_read.h"

#include "html_read.h"
#include "http_message.h"
#include "utf8.h"
#include "view.h"

enum { LONGEST_LINE = 64 * 1024, MOST_HEADERS = 200 };

typedef struct {
    bool is_response, is_resource;
    suitor_sv url, type; /* in the reader's arena */
    suitor_sv day;       /* as written, likewise */
    uint64_t length;     /* of the block, bytes */
    bool has_length;
} record;

typedef struct {
    reader *r;
    size_t n;    /* records so far, from 1 */
    bool is_off; /* behind damage, which has been reported */
    buf content, scratch;
} archive;

static bool read_length(suitor_sv value, record *out)
{
    out->length = 0;
    out->has_length = value.len > 0 && value.len < 19;
    for (size_t i = 0; i < value.len && out->has_length; i++) {
        out->has_length = is_digit(value.ptr[i]);
        out->length = out->length * 10 + (uint64_t)(value.ptr[i] - '0');
    }
    return out->has_length;
}

static void read_header(archive *a, suitor_sv line, record *out)
{
    suitor_sv value;

    if ((value = http_header(line, "warc-type")).len) {
        out->is_response = view_is(value, "response");
        out->is_resource = view_is(value, "resource");
    } else if ((value = http_header(line, "warc-target-uri")).len) {
        if (value.len > 2 && value.ptr[0] == '<') /* as WARC 1.0 may have it */
            value = suitor_sv_make(value.ptr + 1, value.len - 2);
        out->url = arena_copy(&a->r->memory, value);
    } else if ((value = http_header(line, "warc-date")).len) {
        out->day = arena_copy(&a->r->memory, value);
    } else if ((value = http_header(line, "content-length")).len) {
        read_length(value, out);
    } else if ((value = http_header(line, "content-type")).len) {
        out->type = arena_copy(&a->r->memory, value);
    }
}

/* The next line of the stream; *more false at the end. Damage is told once, until a record begins
 * again. */
static suitor_status next_line(archive *a, suitor_sv *line, bool *more)
{
    for (;;) {
        suitor_error problem;
        suitor_status st = stream_line(&a->r->stream, LONGEST_LINE, line, more, &problem);
        if (st == SUITOR_OK)
            return SUITOR_OK;
        bool goes_on = problem.code == SUITOR_ERR_PARSE || problem.code == SUITOR_ERR_LIMIT;
        if (problem.code == SUITOR_ERR_LIMIT && a->r->stream.at_end)
            goes_on = false;
        if (!a->is_off || !goes_on)
            st = reader_pass(a->r, a->n, &problem);
        else
            st = SUITOR_OK;
        a->is_off = true;
        *more = goes_on;
        if (st != SUITOR_OK || !goes_on)
            return st;
    }
}

/* Stand behind the first line of the next record, "WARC/1.0"; *more false at the end. */
static suitor_status find_record(archive *a, bool *more)
{
    suitor_sv line;
    suitor_status st;

    while ((st = next_line(a, &line, more)) == SUITOR_OK && *more && !reader_stopped(a->r)) {
        if (view_begins(line, "warc/1.")) {
            a->is_off = false;
            a->n++;
            return SUITOR_OK;
        }
        if (line.len == 0 || a->is_off)
            continue;
        a->is_off = true;
        st = reader_skip(a->r, a->n, SUITOR_ERR_PARSE,
                         "has something else where a record of WARC should begin; the next is "
                         "looked for");
        if (st != SUITOR_OK)
            return st;
    }
    *more = false;
    return st;
}

static suitor_status read_headers(archive *a, record *out)
{
    suitor_sv line;
    bool more = true;
    suitor_status st = SUITOR_OK;

    *out = (record){ 0 };
    for (int i = 0; i < MOST_HEADERS; i++) {
        st = next_line(a, &line, &more);
        if (st != SUITOR_OK || !more || line.len == 0)
            break;
        read_header(a, line, out);
    }
    return st;
}

static bool is_html(suitor_sv type)
{
    return view_begins(type, "text/html") || view_begins(type, "application/xhtml");
}

static suitor_status read_page(archive *a, const record *rec, suitor_sv page, suitor_sv charset)
{
    html_told told = { .charset = charset, .may_be_empty = true, .line = a->n, .place = a->n };

    if (utf8_check(rec->url) == rec->url.len) { /* the header may hold any bytes */
        draft_offer(&told.draft, FIELD_URL, HTML_RANK_TOLD, rec->url);
        draft_offer(&told.draft, FIELD_ID, HTML_RANK_TOLD, rec->url);
    }
    draft_offer(&told.draft, FIELD_DAY, HTML_RANK_TOLD, rec->day);
    return html_read(a->r, page, &told);
}

static suitor_status read_response(archive *a, const record *rec, suitor_sv block)
{
    http_message m = http_message_read(block);
    suitor_sv content;
    suitor_error problem;

    if (m.status != 200 || !is_html(m.type))
        return SUITOR_OK;
    if (http_message_content(&m, a->r->options.max_text_bytes, &a->content, &a->scratch, &content,
                             &problem) != SUITOR_OK)
        return reader_pass(a->r, a->n, &problem);
    return content.len ? read_page(a, rec, content, m.charset) : SUITOR_OK;
}

/* Where in `block` a line begins the next record, or its length. */
static size_t find_next(suitor_sv block)
{
    suitor_sv rest = block, line;

    while (http_line(&rest, &line))
        if (view_begins(rest, "warc/1.") && http_line(&(suitor_sv){ rest.ptr, rest.len }, &line) &&
            line.len == strlen("WARC/1.0"))
            return (size_t)(rest.ptr - block.ptr);
    return block.len;
}

/* Take a block. One that was cut off when it was written must not swallow the records behind it:
 * where no line ends behind the block, these begin within it. */
static suitor_status take_block(archive *a, size_t length, suitor_sv *block, suitor_error *problem)
{
    const size_t most = 2 * (size_t)a->r->options.max_text_bytes;
    stream *s = &a->r->stream;
    suitor_status st = length > most ? stream_take(s, length, most, block, problem)
                                     : stream_take(s, length + 1, most + 1, block, problem);

    if (st != SUITOR_OK)
        return st;
    if (block->len > length && memchr("\r\n", block->ptr[length], 2)) {
        block->len = length;
        return SUITOR_OK;
    }
    size_t next = find_next(*block);
    stream_give_back(s, block->len - next);
    block->len = next < length ? next : length;
    return SUITOR_OK;
}

/* The block of a record that may hold a page. */
static suitor_status read_block(archive *a, const record *rec)
{
    suitor_error problem;
    suitor_sv block;
    suitor_status st = take_block(a, (size_t)rec->length, &block, &problem);

    if (st != SUITOR_OK) {
        a->is_off = true; /* what is left of it is passed over in silence */
        return reader_pass(a->r, a->n, &problem);
    }
    if (block.len < rec->length)
        return reader_skip(a->r, a->n, SUITOR_ERR_PARSE,
                           "the record is cut off, %zu bytes of %llu are there", block.len,
                           (unsigned long long)rec->length);
    if (rec->is_response)
        return read_response(a, rec, block);
    return read_page(a, rec, block, suitor_sv_make(NULL, 0));
}

static suitor_status pass_block(archive *a, const record *rec)
{
    suitor_error problem;
    bool there;

    if (stream_pass(&a->r->stream, rec->length, &there, &problem) == SUITOR_OK)
        return SUITOR_OK;
    a->is_off = true;
    return reader_pass(a->r, a->n, &problem);
}

static suitor_status read_record(archive *a)
{
    record rec;
    suitor_status st = read_headers(a, &rec);

    if (st == SUITOR_OK && !rec.has_length) {
        st = a->is_off ? SUITOR_OK
                       : reader_skip(a->r, a->n, SUITOR_ERR_PARSE,
                                     "a record of WARC has no Content-Length");
        a->is_off = true;
    } else if (st == SUITOR_OK) {
        bool page = rec.is_response || (rec.is_resource && is_html(rec.type));
        st = page ? read_block(a, &rec) : pass_block(a, &rec);
    }
    arena_reset(&a->r->memory);
    return st;
}

suitor_status warc_read(reader *r)
{
    archive a = { .r = r };
    suitor_status st;
    bool more;

    r->in.file_day = SUITOR_NO_DAY; /* of the crawl, not of a page */
    while ((st = find_record(&a, &more)) == SUITOR_OK && more && !reader_stopped(r))
        if ((st = read_record(&a)) != SUITOR_OK)
            break;
    buf_free(&a.content);
    buf_free(&a.scratch);
    return st;
}
