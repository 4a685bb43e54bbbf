/* Vocabulary over base's string map. */
#include "lexicon/vocab.h"

#include <stdlib.h>

#include "fold.h"
#include "grow.h"

uint32_t vocab_add(vocab *v, suitor_sv folded)
{
    bool added;

    if (!grow(&v->classes, &v->cap, v->count + 2, sizeof *v->classes))
        return 0;
    uint32_t *id = strmap_put(&v->ids, folded, v->count + 1, &added);
    if (!id)
        return 0;
    if (added)
        v->classes[++v->count] = 0;
    return *id;
}

/* The folded form of a token that can be a word; length 0 for one that cannot. */
static suitor_sv folded_token(const document *doc, uint32_t i, char out[VOCAB_MAX_WORD])
{
    const token *t = &doc->tokens[i];

    if (t->kind == TOKEN_PUNCT && t->sign == '&')
        return suitor_sv_of("and");
    if (t->kind == TOKEN_PUNCT && t->sign == '>' && token_text(doc, i).len > 1) /* an arrow */
        return suitor_sv_of("to");
    if (t->kind != TOKEN_WORD && t->kind != TOKEN_NUMBER && t->kind != TOKEN_CLITIC)
        return suitor_sv_make(NULL, 0);
    return suitor_sv_make(out, fold(token_text(doc, i), out, VOCAB_MAX_WORD));
}

uint32_t vocab_of_token(const vocab *v, const document *doc, uint32_t i)
{
    char bytes[VOCAB_MAX_WORD];
    uint32_t id = 0;
    suitor_sv folded = folded_token(doc, i, bytes);

    if (folded.len)
        strmap_get(&v->ids, folded, &id);
    return id;
}

uint32_t vocab_add_token(vocab *v, const document *doc, uint32_t i)
{
    char bytes[VOCAB_MAX_WORD];
    suitor_sv folded = folded_token(doc, i, bytes);

    return folded.len ? vocab_add(v, folded) : 0;
}

void vocab_free(vocab *v)
{
    strmap_free(&v->ids);
    free(v->classes);
    *v = (vocab){ 0 };
}
