/* Headers, chunks and encodings. */
#include "http_message.h"

#include "fail.h"
#include "gunzip.h"
#include "view.h"

bool http_line(suitor_sv *rest, suitor_sv *line)
{
    const char *end = rest->len ? memchr(rest->ptr, '\n', rest->len) : NULL;

    if (rest->len == 0)
        return false;
    size_t n = end ? (size_t)(end - rest->ptr) : rest->len;
    *line = suitor_sv_make(rest->ptr, n && rest->ptr[n - 1] == '\r' ? n - 1 : n);
    *rest = view_from(*rest, end ? n + 1 : n);
    return true;
}

suitor_sv http_header(suitor_sv line, const char *name)
{
    size_t n = strlen(name);

    if (!view_begins(line, name) || line.len <= n || line.ptr[n] != ':')
        return suitor_sv_make(NULL, 0);
    return view_trim(view_from(line, n + 1));
}

/* "text/html; charset=UTF-8" */
static void read_type(suitor_sv value, http_message *m)
{
    size_t semicolon = 0, at = view_find(value, "charset=");

    while (semicolon < value.len && value.ptr[semicolon] != ';')
        semicolon++;
    m->type = view_trim(suitor_sv_make(value.ptr, semicolon));
    if (at == value.len)
        return;
    suitor_sv charset = view_from(value, at + strlen("charset="));
    size_t n = 0;
    if (charset.len && (charset.ptr[0] == '"' || charset.ptr[0] == '\''))
        charset = view_from(charset, 1);
    while (n < charset.len && (is_alnum(charset.ptr[n]) || strchr("-_:.", charset.ptr[n])))
        n++;
    m->charset = suitor_sv_make(charset.ptr, n);
}

static int read_status(suitor_sv line)
{
    size_t at = 0;

    if (!view_begins(line, "http/"))
        return 0;
    while (at < line.len && line.ptr[at] != ' ')
        at++;
    if (line.len < at + 4 || !is_digit(line.ptr[at + 1]) || !is_digit(line.ptr[at + 2]) ||
        !is_digit(line.ptr[at + 3]))
        return 0;
    return (line.ptr[at + 1] - '0') * 100 + (line.ptr[at + 2] - '0') * 10 + line.ptr[at + 3] - '0';
}

http_message http_message_read(suitor_sv bytes)
{
    http_message m = { 0 };
    suitor_sv line, value;

    if (!http_line(&bytes, &line) || (m.status = read_status(line)) == 0)
        return m;
    while (http_line(&bytes, &line) && line.len) {
        if ((value = http_header(line, "content-type")).len)
            read_type(value, &m);
        else if ((value = http_header(line, "content-encoding")).len)
            m.encoding = view_is(value, "identity") ? suitor_sv_make(NULL, 0) : value;
        else if ((value = http_header(line, "transfer-encoding")).len)
            m.is_chunked = view_ends(value, "chunked");
    }
    m.body = bytes;
    return m;
}

/* The size of a chunk, of which `line` is the first; false where it is none. */
static bool read_size(suitor_sv line, size_t *size)
{
    size_t n = 0;

    *size = 0;
    for (; n < line.len && n < 8; n++) {
        char c = to_lower(line.ptr[n]);
        int digit = is_digit(c) ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
        if (digit < 0)
            break;
        *size = *size * 16 + (size_t)digit;
    }
    return n > 0 && (n == line.len || line.ptr[n] == ';' || is_space(line.ptr[n]));
}

/* False where the bytes are no chunks; the end may be missing. */
static bool join_chunks(suitor_sv body, buf *out)
{
    suitor_sv line;
    size_t size;

    while (http_line(&body, &line)) {
        if (!read_size(line, &size))
            return out->len > 0 && line.len == 0;
        if (size == 0)
            return true;
        size_t n = size < body.len ? size : body.len;
        buf_append(out, suitor_sv_make(body.ptr, n));
        body = view_from(body, n);
        if (!http_line(&body, &line) || line.len)
            return body.len == 0;
    }
    return true;
}

suitor_status http_message_content(const http_message *m, size_t most, buf *out, buf *scratch,
                                   suitor_sv *content, suitor_error *err)
{
    suitor_status st;

    *content = m->body;
    buf_reset(scratch);
    if (m->is_chunked && join_chunks(m->body, scratch))
        *content = buf_view(scratch);
    if (scratch->failed)
        return fail(err, SUITOR_ERR_NOMEM, "no memory for the chunks of a page");
    if (m->encoding.len == 0)
        return SUITOR_OK;
    if (!view_is(m->encoding, "gzip") && !view_is(m->encoding, "x-gzip") &&
        !view_is(m->encoding, "deflate"))
        return fail(err, SUITOR_ERR_PARSE, "is encoded as \"%.*s\", which is not read",
                    (int)(m->encoding.len < 40 ? m->encoding.len : 40), m->encoding.ptr);
    st = gunzip_bytes(content->ptr, content->len, most, out, err);
    if (st == SUITOR_OK)
        *content = buf_view(out);
    return st == SUITOR_ERR_PARSE ? SUITOR_OK : st;
}
