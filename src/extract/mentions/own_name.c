/* Names of people: nearly all are letters of ASCII with single blanks between the words, and
 * are told from others while they are folded. */
#include "mentions/own_name.h"

#include "ascii.h"
#include "fold.h"

/* Fold a token of up to sixteen letters of ASCII, as most are, into `out`, which has room for
 * sixteen; false for any other. */
static bool fold_letters(const document *doc, const token *t, char *out)
{
    const char *text = doc->padded + t->begin;

    ascii_store(out, ascii_load(text) | ASCII_SMALL);
    ascii_store(out + 8, ascii_load(text + 8) | ASCII_SMALL);
    return ascii_letters(text) >= t->end - t->begin;
}

/* Fold the words of the mention; the bytes written. */
static size_t fold_words(const reading *r, const mention *m, own_name *out)
{
    char *bytes = out->folded.bytes;
    size_t n = 0;

    out->n_words = m->end - m->first;
    out->plain = true;
    for (uint32_t i = m->first; i < m->end; i++) {
        suitor_sv text = token_text(&r->doc, i);
        if (r->doc.tokens[i].kind == TOKEN_HASHTAG || r->doc.tokens[i].kind == TOKEN_HANDLE)
            text = suitor_sv_make(text.ptr + 1, text.len - 1);
        if (n && n < NAME_LONGEST)
            bytes[n++] = ' ';
        if (n + ASCII_RUN <= NAME_LONGEST && fold_letters(&r->doc, &r->doc.tokens[i], bytes + n)) {
            n += text.len;
        } else {
            n += fold_name(text, bytes + n, NAME_LONGEST - n);
            out->plain = false;
        }
    }
    return n;
}

/* As written, without the signs of handles and hashtags. */
static suitor_sv written_name(reading *r, const mention *m, const own_name *name)
{
    suitor_sv text = tokens_text(r, m->first, m->end);
    size_t len = 0;

    if (name->plain && text.len == name->folded.len) /* and single blanks between them */
        return text;
    if (m->end - m->first < 2 || !memchr(text.ptr, '#', text.len)) {
        if (text.len && (text.ptr[0] == '#' || text.ptr[0] == '@'))
            text = suitor_sv_make(text.ptr + 1, text.len - 1);
        return text;
    }
    char *copy = arena_alloc(&r->memory, text.len);
    if (!copy) {
        r->out_of_memory = true;
        return text;
    }
    for (size_t i = 0; i < text.len; i++)
        if (text.ptr[i] != '#')
            copy[len++] = text.ptr[i];
    return suitor_sv_make(copy, len);
}

void own_name_read(reading *r, const mention *m, own_name *out)
{
    size_t len = fold_words(r, m, out);

    name_cut_up(&out->folded, len, out->plain ? out->n_words - 1 : NAME_MOST_CUTS);
    out->written = written_name(r, m, out);
}
