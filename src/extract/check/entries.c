/* The entries of a lexicon, as they are written. */
#include "check/entries.h"

#include <stdio.h>
#include <stdlib.h>

#include "fail.h"
#include "grow.h"

static bool cut(suitor_sv *rest, char at, suitor_sv *part)
{
    const char *end;

    if (!rest->ptr)
        return false;
    end = rest->len ? memchr(rest->ptr, at, rest->len) : NULL;
    *part = suitor_sv_make(rest->ptr, end ? (size_t)(end - rest->ptr) : rest->len);
    *rest = end ? suitor_sv_make(end + 1, rest->len - part->len - 1) : suitor_sv_make(NULL, 0);
    return true;
}

bool piece_next(suitor_sv *rest, suitor_sv *piece)
{
    while (cut(rest, ' ', piece)) {
        if (piece->len > 1 && piece->ptr[piece->len - 1] == '?')
            piece->len--;
        if (piece->len)
            return true;
    }
    return false;
}

bool alternative_next(suitor_sv *piece, suitor_sv *part) { return cut(piece, '|', part); }

static suitor_status no_memory(suitor_error *err)
{
    return fail(err, SUITOR_ERR_NOMEM, "lexicon: no memory to check it");
}

static bool add(entry_table *t, const suitor_lexicon_entry *entry)
{
    if (!grow(&t->entries, &t->cap, t->n_entries + 1, sizeof *t->entries))
        return false;
    t->entries[t->n_entries++] = *entry;
    return true;
}

/* "interest watching" */
static suitor_sv says(entry_table *t, const cue *c)
{
    static const char *const others[] = {
        [CUE_NEED - CUE_NEED] = "need",           [CUE_SUCCESSOR - CUE_NEED] = "successor",
        [CUE_EITHER_OR - CUE_NEED] = "either_or", [CUE_SAME - CUE_NEED] = "same",
        [CUE_OPEN - CUE_NEED] = "open",           [CUE_NONE - CUE_NEED] = "none"
    };
    char text[64];

    if (c->kind >= CUE_NEED)
        return suitor_sv_of(others[c->kind - CUE_NEED]);
    snprintf(text, sizeof text, "%s %s", suitor_relation_name((suitor_relation)c->kind),
             suitor_stage_name((suitor_stage)c->stage));
    return arena_copy(&t->memory, suitor_sv_of(text));
}

static bool add_alternatives(entry_table *t, const suitor_lexicon_entry *of)
{
    suitor_sv rest = of->text, piece, part;

    for (uint32_t i = 0; piece_next(&rest, &piece); i++) {
        if (!memchr(piece.ptr, '|', piece.len))
            continue;
        while (alternative_next(&piece, &part)) {
            const suitor_lexicon_entry alternative = { .kind = SUITOR_LEXICON_ALTERNATIVE,
                                                       .file = of->file,
                                                       .text = part,
                                                       .within = of->text,
                                                       .piece = i };
            if (!add(t, &alternative))
                return false;
        }
    }
    return true;
}

static bool add_cues(entry_table *t, const lexicon *lex, const lexicon_origins *origins)
{
    t->cues = malloc((lex->n_patterns + (size_t)1) * sizeof *t->cues);
    if (!t->cues)
        return false;
    for (uint32_t i = 0; i < lex->n_patterns; i++) {
        const pattern *p = &lex->patterns[i];
        suitor_lexicon_entry entry = { .kind = SUITOR_LEXICON_CUE,
                                       .file = origins_file(origins, i),
                                       .text = p->text,
                                       .says = says(t, &lex->cues[p->cue]) };
        t->cues[i] = t->n_entries;
        if (!entry.says.ptr || !add(t, &entry) || !add_alternatives(t, &entry))
            return false;
    }
    return true;
}

static bool add_members(entry_table *t, const lexicon_origins *origins)
{
    t->first_member = t->n_entries;
    for (uint32_t i = 0; i < origins->n_classes; i++) {
        const phrase_class *c = &origins->classes[i];
        for (uint32_t k = 0; k < c->count; k++)
            if (!add(t, &(suitor_lexicon_entry){ .kind = SUITOR_LEXICON_MEMBER,
                                                 .file = suitor_sv_of("classes.json"),
                                                 .text = origins->members[c->first + k],
                                                 .within = c->name }))
                return false;
    }
    return true;
}

suitor_status member_words(const lexicon *lex, suitor_sv member, document *doc, uint32_t *n,
                           uint32_t *first, suitor_error *err)
{
    suitor_status st = document_read(doc, member, &lex->words, err);

    if (st != SUITOR_OK)
        return st;
    *n = 0;
    for (uint32_t i = 0; i < doc->n_tokens; i++) {
        if (!doc->tokens[i].word)
            continue;
        if (*n == 0)
            *first = doc->tokens[i].word;
        ++*n;
    }
    return SUITOR_OK;
}

static bool add_signals(entry_table *t, const lexicon_origins *origins)
{
    t->first_signal = t->n_entries;
    for (uint32_t i = 0; i < origins->n_signals; i++)
        if (!add(t, &(suitor_lexicon_entry){ .kind = SUITOR_LEXICON_MEMBER,
                                             .file = suitor_sv_of("signals.json"),
                                             .text = origins->signals[i].text,
                                             .within = origins->signals[i].class_name }))
            return false;
    return true;
}

/* Find the members that the program asks for by their words, of which it takes single
 * ones. */
static suitor_status index_words(entry_table *t, const lexicon *lex, const lexicon_origins *origins,
                                 suitor_error *err)
{
    document doc = { 0 };
    suitor_status st = SUITOR_OK;

    t->by_word = malloc((lex->words.count + (size_t)1) * sizeof *t->by_word);
    t->next = malloc((origins->n_members + (size_t)1) * sizeof *t->next);
    if (!t->by_word || !t->next)
        return no_memory(err);
    memset(t->by_word, 0xff, (lex->words.count + (size_t)1) * sizeof *t->by_word);
    for (uint32_t i = 0; i < origins->n_classes; i++) {
        const phrase_class *c = &origins->classes[i];
        for (uint32_t m = c->first; m < c->first + c->count && c->asked_for && st == SUITOR_OK;
             m++) {
            uint32_t n, word;
            st = member_words(lex, origins->members[m], &doc, &n, &word, err);
            if (st != SUITOR_OK || n != 1)
                continue;
            t->next[m] = t->by_word[word];
            t->by_word[word] = t->first_member + m;
        }
    }
    document_free(&doc);
    return st;
}

suitor_status entries_list(entry_table *t, const lexicon *lex, const lexicon_origins *origins,
                           suitor_error *err)
{
    if (!add_cues(t, lex, origins) || !add_members(t, origins) || !add_signals(t, origins))
        return no_memory(err);
    return index_words(t, lex, origins, err);
}

uint32_t entries_alternative(const entry_table *t, uint32_t of, uint32_t piece, suitor_sv part)
{
    for (uint32_t i = t->cues[of] + 1;
         i < t->n_entries && t->entries[i].kind == SUITOR_LEXICON_ALTERNATIVE; i++)
        if (t->entries[i].piece == piece && suitor_sv_equal(t->entries[i].text, part))
            return i;
    return NONE;
}

void entries_free(entry_table *t)
{
    free(t->entries);
    free(t->cues);
    free(t->by_word);
    free(t->next);
    arena_free(&t->memory);
}
