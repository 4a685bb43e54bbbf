#include "prepare.h"

#include "check.h"
#include "fail.h"
#include "identity.h"

/* The sentences of all evidence, as they stand in the text. */
static suitor_sv *sentences_of(const suitor_article *article, const suitor_facts *facts,
                               arena *memory)
{
    suitor_sv *out = arena_zeros(memory, facts->n_evidence, sizeof *out);

    for (uint32_t i = 0; out && i < facts->n_evidence; i++)
        out[i] = suitor_sv_cut(article->text, facts->evidence[i].sentence);
    return out;
}

suitor_status article_prepare(const suitor_article *article, const suitor_facts *facts,
                              key_maker *maker, arena *memory, prepared *out, suitor_error *err)
{
    suitor_status st = facts_check(article, facts, err);
    suitor_sv *sentences;

    if (st != SUITOR_OK)
        return st;
    identity_digest(article, out->digest);
    out->has_series = identity_series(article, out->series);
    sentences = sentences_of(article, facts, memory);
    if (!sentences || !keys_make(maker, article->text, sentences, facts->n_evidence, memory,
                                 &out->keys, &out->n_keys))
        return fail(err, SUITOR_ERR_NOMEM, "article \"%.*s\": out of memory",
                    SUITOR_SV_ARG(article->id));
    return SUITOR_OK;
}
