/* Plain text: the date in front comes off, line ends become "\n", all else is kept. */
#include "plain.h"

#include "view.h"
#include "when.h"

enum {
    RANK_SAID,
    RANK_NAME,
    RANK_FILE,
    MAX_DATE_LINE = 48 /* bytes of a line that may be a date in words; longer ones are prose */
};

static bool is_blank(char c) { return c == ' ' || c == '\t'; }

/* What follows the word "date" and an optional colon; false where it does not stand there. */
static bool after_word(suitor_sv text, suitor_sv *rest)
{
    size_t i = 4;

    if (!view_begins(text, "date"))
        return false;
    while (i < text.len && is_blank(text.ptr[i]))
        i++;
    if (i < text.len && text.ptr[i] == ':')
        i++;
    if (i == 4)
        return false;
    while (i < text.len && is_blank(text.ptr[i]))
        i++;
    *rest = view_from(text, i);
    return true;
}

/* Bytes of the ISO date at the start, with the time of day and a comma or the like. */
static size_t iso_length(suitor_sv text)
{
    size_t n = 10;

    if (n + 1 < text.len && text.ptr[n] == 'T' && is_digit(text.ptr[n + 1]))
        while (n < text.len && !is_space(text.ptr[n]))
            n++;
    while (n < text.len && strchr(",.;:", text.ptr[n]) && text.ptr[n])
        n++;
    return n;
}

/* Take the date off the front of `text`, if one stands there. */
static void take_date(suitor_sv *text, draft *d)
{
    suitor_sv rest;
    int32_t day;
    size_t n;

    if (!after_word(view_skip_space(*text), &rest) || rest.len == 0)
        return;
    const char *nl = memchr(rest.ptr, '\n', rest.len);
    suitor_sv line = suitor_sv_make(rest.ptr, nl ? (size_t)(nl - rest.ptr) : rest.len);
    if (suitor_day_parse(rest, &day))
        n = iso_length(rest);
    else if (line.len <= MAX_DATE_LINE && when_read(line, &day))
        n = line.len;
    else
        return;
    draft_offer_day(d, RANK_SAID, day);
    *text = view_skip_space(view_from(rest, n));
}

/* `text` with "\n" for each "\r\n"; a copy only where that changes something. */
static suitor_status unify_lines(reader *r, suitor_sv *text)
{
    char *out;
    size_t n = 0;

    if (text->len == 0 || !memchr(text->ptr, '\r', text->len))
        return SUITOR_OK;
    out = arena_alloc(&r->memory, text->len);
    if (!out)
        return reader_no_memory(r);
    for (size_t i = 0; i < text->len; i++) {
        if (text->ptr[i] == '\r' && i + 1 < text->len && text->ptr[i + 1] == '\n')
            continue;
        out[n++] = text->ptr[i];
    }
    *text = suitor_sv_make(out, n);
    return SUITOR_OK;
}

suitor_status plain_read(reader *r, suitor_sv bytes)
{
    suitor_sv text = view_skip_mark(bytes);
    draft d = { 0 };
    bool is_text;
    suitor_status st = reader_check_text(r, 0, bytes, &is_text);

    if (st != SUITOR_OK || !is_text)
        return st;
    if ((st = unify_lines(r, &text)) != SUITOR_OK)
        return st;
    take_date(&text, &d);
    draft_offer_day(&d, RANK_NAME, r->in.name_day);
    draft_offer_day(&d, RANK_FILE, r->in.file_day);
    draft_offer(&d, FIELD_TEXT, RANK_SAID, text);
    return reader_emit(r, &d, 0, 0);
}
