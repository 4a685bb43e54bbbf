/* HTML pages: bytes to UTF-8, tree, what the page says of itself, text. */
#include "html_read.h"

#include "charset.h"
#include "html_body.h"
#include "html_meta.h"
#include "utf8.h"
#include "view.h"

/* Bring `bytes` to UTF-8 if they are not. A page that is valid UTF-8 is read as such
 * whatever it declares; one that declares nothing else is left as it is. */
static suitor_status to_utf8(reader *r, suitor_sv *bytes, suitor_error *problem)
{
    suitor_sv charset;
    suitor_status st;

    if (utf8_check(*bytes) == bytes->len)
        return SUITOR_OK;
    charset = charset_declared(*bytes);
    if (charset.len == 0 || view_is(charset, "utf-8") || view_is(charset, "utf8"))
        return SUITOR_OK;
    st = charset_decode(*bytes, charset, &r->decoded, problem);
    if (st == SUITOR_OK)
        *bytes = buf_view(&r->decoded);
    return st;
}

static suitor_status read_page(reader *r, xmlNode *page, draft *d, buf *text, suitor_error *problem)
{
    suitor_status st = meta_read(page, &r->memory, d, problem);

    if (st == SUITOR_OK)
        st = body_append(page, d->value[FIELD_TITLE], text, problem);
    if (st != SUITOR_OK)
        return st;
    draft_offer(d, FIELD_TEXT, 0, buf_view(text));
    draft_offer_day(d, META_RANK_LAST, r->in.name_day);
    draft_offer_day(d, META_RANK_LAST + 1, r->in.file_day);
    return SUITOR_OK;
}

suitor_status html_read(reader *r, suitor_sv bytes)
{
    suitor_error problem;
    draft d = { 0 };
    buf text = { 0 };
    xmlDoc *doc = NULL;
    bool is_text;
    suitor_status st = to_utf8(r, &bytes, &problem);

    if (st != SUITOR_OK)
        return reader_pass(r, 0, &problem);
    st = reader_check_text(r, 0, bytes, &is_text);
    if (st != SUITOR_OK || !is_text)
        return st;
    if (bytes.len > r->options.max_text_bytes)
        return reader_skip(r, 0, SUITOR_ERR_LIMIT,
                           "%zu bytes are too many for one page; the limit is %lu", bytes.len,
                           (unsigned long)r->options.max_text_bytes);
    st = dom_parse(view_skip_mark(bytes), &doc, &problem);
    if (st == SUITOR_OK && xmlDocGetRootElement(doc))
        st = read_page(r, xmlDocGetRootElement(doc), &d, &text, &problem);
    st = st == SUITOR_OK ? reader_emit(r, &d, 0, 0) : reader_pass(r, 0, &problem);
    buf_free(&text);
    xmlFreeDoc(doc);
    return st;
}
