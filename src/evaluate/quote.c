/* Quotes in their text. */
#include "quote.h"

suitor_span quote_find(suitor_sv text, suitor_sv quote)
{
    for (size_t i = 0; quote.len && i + quote.len <= text.len; i++)
        if (text.ptr[i] == quote.ptr[0] && memcmp(text.ptr + i, quote.ptr, quote.len) == 0)
            return (suitor_span){ (uint32_t)i, (uint32_t)(i + quote.len) };
    return (suitor_span){ 0, 0 };
}

suitor_status quote_sentence(document *doc, suitor_sv text, suitor_span quote, suitor_span *out,
                             suitor_error *err)
{
    suitor_span found = quote;
    suitor_status st = SUITOR_OK;

    if (doc->text.ptr != text.ptr)
        st = document_read(doc, text, NULL, err);
    for (uint32_t i = 0; st == SUITOR_OK && i < doc->n_sentences; i++) {
        uint32_t begin = doc->tokens[doc->sentences[i].first].begin;
        uint32_t end = doc->tokens[doc->sentences[i].end - 1].end;
        if (end <= quote.begin || begin >= quote.end)
            continue;
        found.begin = begin < found.begin ? begin : found.begin;
        found.end = end > found.end ? end : found.end;
    }
    if (st == SUITOR_OK)
        *out = found;
    return st;
}
