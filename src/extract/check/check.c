/* Checking a lexicon by what it matches. */
#include <stdlib.h>

#include "check/count.h"
#include "check/remarks.h"
#include "fail.h"

struct suitor_lexicon_check {
    suitor_extractor *extractor;
    suitor_extraction *extraction;
    lexicon_origins origins;
    entry_table table;
    remark_list remarks;
};

const char *suitor_lexicon_kind_name(suitor_lexicon_kind kind)
{
    static const char *const names[SUITOR_N_LEXICON_KINDS] = {
        [SUITOR_LEXICON_CUE] = "cue",
        [SUITOR_LEXICON_ALTERNATIVE] = "alternative",
        [SUITOR_LEXICON_MEMBER] = "member",
    };

    return names[kind];
}

suitor_status suitor_lexicon_check_new(const char *data_dir, suitor_lexicon_check **out,
                                       suitor_error *err)
{
    const suitor_extractor_options options = { .data_dir = data_dir };
    suitor_lexicon_check *c = calloc(1, sizeof *c);
    suitor_status st;

    *out = NULL;
    if (!c)
        return fail(err, SUITOR_ERR_NOMEM, "lexicon: no memory to check it");
    st = extractor_load(&options, &c->origins, &c->extractor, err);
    if (st == SUITOR_OK)
        st = suitor_extraction_new(&c->extraction, err);
    if (st == SUITOR_OK)
        st = entries_list(&c->table, &c->extractor->lex, &c->origins, err);
    if (st == SUITOR_OK)
        st = remarks_make(&c->remarks, &c->extractor->lex, &c->origins, err);
    if (st == SUITOR_OK) {
        c->extraction->keep_uses = true;
        *out = c;
        c = NULL;
    }
    suitor_lexicon_check_free(c);
    return st;
}

void suitor_lexicon_check_free(suitor_lexicon_check *c)
{
    if (!c)
        return;
    remarks_free(&c->remarks);
    entries_free(&c->table);
    origins_free(&c->origins);
    suitor_extraction_free(c->extraction);
    suitor_extractor_free(c->extractor);
    free(c);
}

suitor_status suitor_lexicon_check_article(const suitor_article *article, void *check,
                                           suitor_error *err)
{
    suitor_lexicon_check *c = check;
    const suitor_facts *facts;
    suitor_status st = suitor_extract(c->extractor, article, c->extraction, &facts, err);

    return st == SUITOR_OK ? matches_count(&c->table, &c->origins, c->extraction, err) : st;
}

const suitor_lexicon_entry *suitor_lexicon_check_entries(const suitor_lexicon_check *c,
                                                         uint32_t *n_entries)
{
    *n_entries = c->table.n_entries;
    return c->table.entries;
}

const suitor_sv *suitor_lexicon_check_remarks(const suitor_lexicon_check *c, uint32_t *n_remarks)
{
    *n_remarks = c->remarks.n_texts;
    return c->remarks.texts;
}
