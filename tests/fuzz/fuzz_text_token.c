/* Any text to the tokenizer: tokens and sentences in order, apart, inside the text. */
#include <stdint.h>
#include <stdlib.h>

#include "token.h"
#include "utf8.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len);

static void must(bool ok)
{
    if (!ok)
        abort();
}

static void check_tokens(const document *doc)
{
    uint32_t at = 0;

    for (uint32_t i = 0; i < doc->n_tokens; i++) {
        const token *t = &doc->tokens[i];
        must(t->begin >= at && t->end > t->begin && t->end <= doc->text.len);
        must(utf8_check(token_text(doc, i)) == t->end - t->begin);
        at = t->end;
    }
}

static void check_sentences(const document *doc)
{
    uint32_t at = 0, paragraph = 0;

    for (uint32_t i = 0; i < doc->n_sentences; i++) {
        const sentence *s = &doc->sentences[i];
        must(s->first >= at && s->end > s->first && s->end <= doc->n_tokens);
        must(s->paragraph >= paragraph);
        at = s->end;
        paragraph = s->paragraph;
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
    suitor_sv all = suitor_sv_make((const char *)bytes, len);
    document doc = { 0 };

    /* what is not valid UTF-8 never gets here */
    must(document_read(&doc, suitor_sv_make(all.ptr, utf8_check(all)), NULL, NULL) == SUITOR_OK);
    check_tokens(&doc);
    check_sentences(&doc);
    document_free(&doc);
    return 0;
}
