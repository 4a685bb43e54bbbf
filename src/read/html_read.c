/* HTML pages: bytes to UTF-8, tree, what the page says of itself, text. */
#include "html_read.h"

#include "charset.h"
#include "html_body.h"
#include "html_meta.h"
#include "utf8.h"
#include "view.h"

/* Bring `bytes` to UTF-8 if they are not. A page that is valid UTF-8 is read as such
 * whatever it declares; one that declares nothing else is left as it is. */
static suitor_status to_utf8(reader *r, suitor_sv told, suitor_sv *bytes, suitor_error *problem)
{
    suitor_sv charset;
    suitor_status st;

    if (utf8_check(*bytes) == bytes->len)
        return SUITOR_OK;
    charset = told.len ? told : charset_declared(*bytes);
    if (charset.len == 0 || view_is(charset, "utf-8") || view_is(charset, "utf8"))
        return SUITOR_OK;
    st = charset_decode(*bytes, charset, &r->decoded, problem);
    if (st == SUITOR_OK)
        *bytes = buf_view(&r->decoded);
    return st;
}

void html_offer_file_days(const reader *r, draft *d)
{
    draft_offer_day(d, META_RANK_LAST, r->in.name_day);
    draft_offer_day(d, META_RANK_LAST + 1, r->in.file_day);
}

/* A date and a title that the page has none of. */
static suitor_status read_page(reader *r, xmlNode *page, const html_told *told, draft *d, buf *text,
                               suitor_error *problem)
{
    suitor_status st = told->is_part ? SUITOR_OK : meta_read(page, &r->memory, d, problem);

    if (st == SUITOR_OK)
        st = body_append(page, d->value[FIELD_TITLE], text, problem);
    if (st != SUITOR_OK)
        return st;
    draft_offer(d, FIELD_TEXT, 0, buf_view(text));
    html_offer_file_days(r, d);
    return SUITOR_OK;
}

static suitor_status read_text(reader *r, suitor_sv bytes, const html_told *told)
{
    suitor_error problem;
    draft d = told->draft;
    buf text = { 0 };
    xmlDoc *doc = NULL;
    suitor_status st = dom_parse(view_skip_mark(bytes), &doc, &problem);

    if (st == SUITOR_OK && xmlDocGetRootElement(doc))
        st = read_page(r, xmlDocGetRootElement(doc), told, &d, &text, &problem);
    if (st != SUITOR_OK)
        st = reader_pass(r, told->line, &problem);
    else if (d.value[FIELD_TEXT].len || !told->may_be_empty)
        st = reader_emit(r, &d, told->line, told->place);
    arena_reset(&r->memory);
    buf_free(&text);
    xmlFreeDoc(doc);
    return st;
}

suitor_status html_read(reader *r, suitor_sv bytes, const html_told *told)
{
    static const html_told nothing;
    suitor_error problem;
    bool is_text;

    if (!told)
        told = &nothing;
    suitor_status st = to_utf8(r, told->charset, &bytes, &problem);
    if (st != SUITOR_OK)
        return reader_pass(r, told->line, &problem);
    st = reader_check_text(r, told->line, bytes, &is_text);
    if (st != SUITOR_OK || !is_text)
        return st;
    if (bytes.len > r->options.max_text_bytes)
        return reader_skip(r, told->line, SUITOR_ERR_LIMIT,
                           "%zu bytes are too many for one page; the limit is %lu", bytes.len,
                           (unsigned long)r->options.max_text_bytes);
    return read_text(r, bytes, told);
}
