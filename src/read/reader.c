/* Handing on articles and problems. */
#include "reader.h"

#include <stdarg.h>
#include <stdio.h>

#include "ascii.h"
#include "fail.h"
#include "utf8.h"
#include "view.h"
#include "when.h"

enum {
    SHOWN_PATH = 240,  /* bytes of a path in a message; the reason must fit beside it */
    LOOKED_AT = 4096,  /* bytes at the beginning that are looked at for control characters */
    CONTROL_SHARE = 20 /* one in so many of them makes a file binary */
};

void reader_begin(reader *r, const char *path, int32_t file_day)
{
    const char *slash = strrchr(path, '/');
    suitor_sv name = suitor_sv_of(slash ? slash + 1 : path);
    size_t dot = name.len;

    r->in = (input){ .path = path, .file_day = file_day, .name_day = SUITOR_NO_DAY };
    arena_reset(&r->memory);
    if (strcmp(path, "-") == 0) {
        r->in.name = suitor_sv_of("stdin");
        return;
    }
    while (dot > 0 && name.ptr[dot - 1] != '.')
        dot--;
    r->in.name = name;
    if (view_ends(name, ".gz") && name.len > strlen(".gz")) { /* what it packs has a name, too */
        name.len -= strlen(".gz");
        r->in.name = name;
        for (dot = name.len; dot > 0 && name.ptr[dot - 1] != '.';)
            dot--;
    }
    if (dot > 1) {
        r->in.ending = view_from(name, dot);
        r->in.name.len = dot - 1;
    }
    when_in_name(name, &r->in.name_day);
}

void reader_free(reader *r)
{
    stream_free(&r->stream);
    buf_free(&r->decoded);
    arena_free(&r->memory);
}

suitor_status reader_no_memory(reader *r)
{
    return fail(r->err, SUITOR_ERR_NOMEM, "%s: no memory left to read it", r->in.path);
}

void reader_digest(const reader *r, unsigned char out[DIGEST_SIZE])
{
    digest d = r->digest; /* it goes on being added to */

    digest_end(&d, out);
}

void reader_append_mended(buf *out, suitor_sv name)
{
    while (name.len) {
        size_t good = utf8_check(name);
        buf_append(out, suitor_sv_make(name.ptr, good));
        if (good < name.len)
            buf_add(out, "\xEF\xBF\xBD");
        name = view_from(name, good < name.len ? good + 1 : good);
    }
}

/* The path for a message; of a very long one the end, which tells more. */
static void append_path(buf *out, const char *path)
{
    suitor_sv shown = suitor_sv_of(path);

    if (shown.len > SHOWN_PATH) {
        shown = view_from(shown, shown.len - SHOWN_PATH);
        while (shown.len && ((unsigned char)shown.ptr[0] & 0xC0) == 0x80)
            shown = view_from(shown, 1);
        buf_add(out, "\xE2\x80\xA6");
    }
    reader_append_mended(out, shown);
}

suitor_status reader_skip(reader *r, size_t line, suitor_status code, const char *format, ...)
{
    suitor_error problem;
    char reason[sizeof problem.message - SHOWN_PATH - 32];
    buf place = { 0 };
    va_list args;

    if (!r->on_problem)
        return SUITOR_OK;
    va_start(args, format);
    vsnprintf(reason, sizeof reason, format, args);
    va_end(args);
    buf_add(&place, ""); /* the path may be empty */
    append_path(&place, r->in.path);
    if (line)
        buf_printf(&place, ":%zu", line);
    if (place.failed) {
        buf_free(&place);
        return reader_no_memory(r);
    }
    fail(&problem, code, "%s: %s", place.ptr, reason);
    buf_free(&place);
    r->on_problem(&problem, r->user);
    return SUITOR_OK;
}

suitor_status reader_pass(reader *r, size_t line, const suitor_error *problem)
{
    if (problem->code == SUITOR_ERR_NOMEM)
        return fail(r->err, SUITOR_ERR_NOMEM, "%s: %s", r->in.path, problem->message);
    return reader_skip(r, line, problem->code, "%s", problem->message);
}

/* Offset of what shows that `bytes` are no text, or bytes.len. */
static size_t find_binary(suitor_sv bytes)
{
    const char *nul = bytes.len ? memchr(bytes.ptr, '\0', bytes.len) : NULL;
    size_t len = bytes.len < LOOKED_AT ? bytes.len : LOOKED_AT, controls = 0, first = 0;

    if (nul)
        return (size_t)(nul - bytes.ptr);
    for (size_t i = 0; i < len;) {
        if (len - i >= 8 && !ascii_below(ascii_load(bytes.ptr + i), 0x20)) {
            i += 8;
            continue;
        }
        unsigned char c = (unsigned char)bytes.ptr[i];
        if (c < 0x20 && !is_space((char)c) && controls++ == 0)
            first = i;
        i++;
    }
    return controls * CONTROL_SHARE > len ? first : bytes.len;
}

suitor_status reader_check_text(reader *r, size_t line, suitor_sv bytes, bool *is_text)
{
    size_t binary = find_binary(bytes), broken;

    *is_text = false;
    if (binary < bytes.len)
        return reader_skip(r, line, SUITOR_ERR_PARSE,
                           "is binary, not text (byte 0x%02X at offset %zu); give text, HTML or "
                           "JSON",
                           (unsigned)(unsigned char)bytes.ptr[binary], binary);
    broken = utf8_check(bytes);
    if (broken < bytes.len)
        return reader_skip(r, line, SUITOR_ERR_PARSE,
                           "is not valid UTF-8 (byte 0x%02X at offset %zu); convert it to UTF-8",
                           (unsigned)(unsigned char)bytes.ptr[broken], broken);
    *is_text = true;
    return SUITOR_OK;
}

/* The file's name as an id, "-index" behind it unless that is 0. */
static suitor_status make_id(reader *r, size_t index, suitor_sv *id)
{
    buf name = { 0 };

    reader_append_mended(&name, r->in.name);
    if (index)
        buf_printf(&name, "-%zu", index);
    if (!name.failed)
        *id = arena_copy(&r->memory, buf_view(&name));
    buf_free(&name);
    return id->ptr ? SUITOR_OK : reader_no_memory(r);
}

suitor_status reader_emit(reader *r, const draft *d, size_t line, size_t index)
{
    suitor_status st = SUITOR_OK;
    suitor_article article = { .id = d->value[FIELD_ID],
                               .url = d->value[FIELD_URL],
                               .outlet = d->value[FIELD_OUTLET],
                               .title = d->value[FIELD_TITLE],
                               .text = d->value[FIELD_TEXT],
                               .path = suitor_sv_of(r->in.path),
                               .day = d->rank[FIELD_DAY] ? d->day : r->in.name_day,
                               .line = r->in.line,
                               .place = r->in.place };

    if (article.text.len == 0)
        st = reader_skip(r, line, SUITOR_ERR_PARSE, "has no text");
    else if (article.text.len > r->options.max_text_bytes)
        st = reader_skip(r, line, SUITOR_ERR_LIMIT,
                         "its text of %zu bytes is longer than the limit of %lu", article.text.len,
                         (unsigned long)r->options.max_text_bytes);
    else {
        if (article.id.len == 0)
            st = make_id(r, index, &article.id);
        article.place.articles = ++r->in.place.articles;
        if (st == SUITOR_OK && article.place.articles > r->in.from.place.articles)
            st = r->on_article(&article, r->user, r->err);
    }
    arena_reset(&r->memory);
    return st;
}

suitor_status reader_emit_line(reader *r, size_t line)
{
    suitor_article article = { .path = suitor_sv_of(r->in.path),
                               .day = SUITOR_NO_DAY,
                               .line = r->in.line };
    buf place = { 0 };
    suitor_status st;

    append_path(&place, r->in.path);
    buf_printf(&place, ":%zu", line);
    r->in.place.articles++;
    article.id = buf_view(&place);
    article.place = r->in.place;
    st = place.failed ? reader_no_memory(r) : r->on_article(&article, r->user, r->err);
    buf_free(&place);
    return st;
}
