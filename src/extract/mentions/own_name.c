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

/* Fold the words of the mention, noting where they are cut. */
static void fold_words(const reading *r, const mention *m, own_name *out)
{
    cut_name *name = &out->folded;
    size_t n = 0;

    out->n_words = m->end - m->first;
    out->plain = true;
    name->n_cuts = 0;
    for (uint32_t i = m->first; i < m->end; i++) {
        const token *t = &r->doc.tokens[i];
        if (n && n < NAME_LONGEST) {
            if (name->n_cuts < NAME_MOST_CUTS)
                name->cuts[name->n_cuts++].at = (uint32_t)n;
            name->bytes[n++] = ' ';
        }
        if (n + ASCII_RUN <= NAME_LONGEST && fold_letters(&r->doc, t, name->bytes + n)) {
            n += t->end - t->begin;
            continue;
        }
        const bool tag = t->kind == TOKEN_HASHTAG || t->kind == TOKEN_HANDLE;
        suitor_sv text = token_text(&r->doc, i);
        n += fold_name(suitor_sv_make(text.ptr + tag, text.len - tag), name->bytes + n,
                       NAME_LONGEST - n);
        out->plain = false;
    }
    name->len = (uint32_t)n;
}

/* Whether the text between two words of a name is a blank in other bytes than the usual one:
 * an entity, or one of those beyond ASCII. */
static bool is_odd_blank(suitor_sv gap)
{
    return gap.len > 1 && (gap.ptr[0] == '&' || (unsigned char)gap.ptr[0] == 0xC2);
}

/* As written, without the signs of handles and hashtags, and with plain blanks. */
static suitor_sv written_name(reading *r, const mention *m, const own_name *name)
{
    suitor_sv text = tokens_text(r, m->first, m->end);
    char *copy;
    size_t len = 0;

    if (name->plain && text.len == name->folded.len) /* and single blanks between them */
        return text;
    if (!(copy = arena_alloc(&r->memory, text.len))) {
        r->out_of_memory = true;
        return text;
    }
    for (uint32_t i = m->first; i < m->end; i++) {
        const token *t = &r->doc.tokens[i];
        const size_t from = i > m->first ? t[-1].end : t->begin;
        suitor_sv gap = suitor_sv_make(r->doc.text.ptr + from, t->begin - from);
        suitor_sv word = token_text(&r->doc, i);
        const bool tag = t->kind == TOKEN_HASHTAG || t->kind == TOKEN_HANDLE;
        gap = is_odd_blank(gap) ? suitor_sv_of(" ") : gap;
        memcpy(copy + len, gap.ptr, gap.len);
        memcpy(copy + len + gap.len, word.ptr + tag, word.len - tag);
        len += gap.len + word.len - tag;
    }
    return suitor_sv_make(copy, len);
}

void own_name_read(reading *r, const mention *m, own_name *out)
{
    fold_words(r, m, out);
    if (out->plain)
        name_hash(&out->folded);
    else
        name_cut_up(&out->folded); /* a character may have been folded to several words */
    out->written = written_name(r, m, out);
}
