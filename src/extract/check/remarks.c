/* Remarks: entries that the loader takes and that yet never can match, as a rule because of
 * a slip. */
#include "check/remarks.h"

#include <stdlib.h>

#include "buf.h"
#include "fail.h"
#include "grow.h"

typedef struct {
    remark_list *list;
    const lexicon *lex;
    const lexicon_origins *origins;
    buf text; /* of the remark at hand */
    suitor_status st;
    suitor_error *err;
} remarker;

static void no_memory(remarker *r)
{
    if (r->st == SUITOR_OK)
        r->st = fail(r->err, SUITOR_ERR_NOMEM, "lexicon: no memory to check it");
}

/* Put down the text at hand. */
static void put(remarker *r)
{
    remark_list *l = r->list;
    suitor_sv kept = suitor_sv_make(NULL, 0);

    if (!r->text.failed)
        kept = arena_copy(&l->memory, buf_view(&r->text));
    if (!kept.ptr || !grow(&l->texts, &l->cap, l->n_texts + 1, sizeof *l->texts))
        no_memory(r);
    else
        l->texts[l->n_texts++] = kept;
    buf_reset(&r->text);
}

/* Patterns that are written twice. */
static void find_twins(remarker *r)
{
    strmap seen = { 0 };

    for (uint32_t i = 0; i < r->lex->n_patterns && r->st == SUITOR_OK; i++) {
        suitor_sv text = r->lex->patterns[i].text;
        bool fresh;
        const uint32_t *first = strmap_put(&seen, text, i, &fresh);
        if (!first) {
            no_memory(r);
        } else if (!fresh) {
            buf_printf(&r->text, "%.*s: \"%.*s\" stands in %.*s, too, which goes first",
                       SUITOR_SV_ARG(origins_file(r->origins, i)), SUITOR_SV_ARG(text),
                       SUITOR_SV_ARG(origins_file(r->origins, *first)));
            put(r);
        }
    }
    strmap_free(&seen);
}

/* Which classes patterns refer to: true by index. */
static void find_used_classes(const remarker *r, bool *used)
{
    for (uint32_t i = 0; i < r->origins->n_sequences; i++) {
        uint32_t member = r->origins->sequences[i].member;
        for (uint32_t c = 0; c < r->origins->n_classes && member != ORIGIN_NONE; c++)
            used[c] |= member - r->origins->classes[c].first < r->origins->classes[c].count;
    }
}

/* Members of several words, of which the program takes none; a remark for all of a class. */
static void find_long_members(remarker *r, const phrase_class *class)
{
    document doc = { 0 };

    for (uint32_t m = class->first; m < class->first + class->count && r->st == SUITOR_OK; m++) {
        suitor_sv member = r->origins->members[m];
        uint32_t n, first;
        r->st = member_words(r->lex, member, &doc, &n, &first, r->err);
        if (r->st != SUITOR_OK || n == 1)
            continue;
        if (r->text.len)
            buf_add(&r->text, ", ");
        else
            buf_printf(&r->text, "classes.json: %.*s: only single words match there, so never ",
                       SUITOR_SV_ARG(class->name));
        buf_printf(&r->text, "\"%.*s\"", SUITOR_SV_ARG(member));
    }
    if (r->text.len)
        put(r);
    document_free(&doc);
}

static void find_idle_classes(remarker *r)
{
    bool *used = calloc(r->origins->n_classes + (size_t)1, sizeof *used);

    if (!used) {
        no_memory(r);
        return;
    }
    find_used_classes(r, used);
    for (uint32_t i = 0; i < r->origins->n_classes && r->st == SUITOR_OK; i++) {
        const phrase_class *class = &r->origins->classes[i];
        if (class->asked_for && !used[i])
            find_long_members(r, class);
        if (class->asked_for || used[i])
            continue;
        buf_printf(&r->text, "classes.json: %.*s is used by nothing: no pattern names $%.*s",
                   SUITOR_SV_ARG(class->name), SUITOR_SV_ARG(class->name));
        put(r);
    }
    free(used);
}

suitor_status remarks_make(remark_list *list, const lexicon *lex, const lexicon_origins *origins,
                           suitor_error *err)
{
    remarker r = { .list = list, .lex = lex, .origins = origins, .err = err };

    find_twins(&r);
    find_idle_classes(&r);
    buf_free(&r.text);
    return r.st;
}

void remarks_free(remark_list *list)
{
    free(list->texts);
    arena_free(&list->memory);
}
