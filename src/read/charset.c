/* Charsets by iconv, in blocks through a buffer on the stack. */
#include "charset.h"

#include <errno.h>
#include <iconv.h>

#include "fail.h"
#include "view.h"

enum { LOOKED_AT = 4096, MAX_NAME = 40, BLOCK = 4096 };

bool charset_is_utf16(suitor_sv bytes)
{
    return bytes.len >= 2 &&
           (memcmp(bytes.ptr, "\xFF\xFE", 2) == 0 || memcmp(bytes.ptr, "\xFE\xFF", 2) == 0);
}

static bool is_name_char(char c)
{
    return is_alnum(c) || c == '-' || c == '_' || c == '.' || c == ':';
}

/* The name behind `word`, "=" and an opening quote, if they stand there. */
static suitor_sv named_after(suitor_sv page, const char *word)
{
    suitor_sv rest = view_from(page, view_find(page, word));
    size_t len = 0;

    if (rest.len == 0)
        return rest;
    rest = view_skip_space(view_from(rest, strlen(word)));
    if (rest.len == 0 || rest.ptr[0] != '=')
        return suitor_sv_make(NULL, 0);
    rest = view_skip_space(view_from(rest, 1));
    if (rest.len && (rest.ptr[0] == '"' || rest.ptr[0] == '\''))
        rest = view_from(rest, 1);
    while (len < rest.len && len < MAX_NAME && is_name_char(rest.ptr[len]))
        len++;
    return suitor_sv_make(rest.ptr, len);
}

suitor_sv charset_declared(suitor_sv page)
{
    suitor_sv name;

    if (page.len > LOOKED_AT)
        page.len = LOOKED_AT;
    name = named_after(page, "charset");
    return name.len ? name : named_after(page, "encoding");
}

static void convert(iconv_t cd, suitor_sv bytes, size_t unit, buf *out)
{
    char block[BLOCK], *in = (char *)bytes.ptr;
    size_t left = bytes.len;

    while (left > 0 && !out->failed) {
        char *to = block;
        size_t room = sizeof block;
        bool stuck = iconv(cd, &in, &left, &to, &room) == (size_t)-1 && errno != E2BIG;
        buf_append(out, suitor_sv_make(block, (size_t)(to - block)));
        if (!stuck)
            continue;
        buf_add(out, "\xEF\xBF\xBD");
        in += left < unit ? left : unit;
        left -= left < unit ? left : unit;
    }
}

suitor_status charset_decode(suitor_sv bytes, suitor_sv charset, buf *out, suitor_error *err)
{
    char name[MAX_NAME + 1] = { 0 };
    iconv_t cd;

    if (charset.len == 0) /* which iconv would take for the locale's */
        return fail(err, SUITOR_ERR_PARSE, "does not name its charset; convert it to UTF-8");
    memcpy(name, charset.ptr, charset.len < MAX_NAME ? charset.len : MAX_NAME);
    if (view_is(charset, "iso-8859-1") || view_is(charset, "latin1") ||
        view_is(charset, "us-ascii"))
        strcpy(name, "WINDOWS-1252");
    cd = iconv_open("UTF-8", name);
    if (cd == (iconv_t)-1)
        return fail(err, SUITOR_ERR_PARSE, "is in the unknown charset '%s'; convert it to UTF-8",
                    name);
    buf_reset(out);
    convert(cd, bytes, view_begins(charset, "utf-16") ? 2 : 1, out);
    iconv_close(cd);
    return out->failed ? fail(err, SUITOR_ERR_NOMEM, "no memory to convert %zu bytes", bytes.len)
                       : SUITOR_OK;
}
