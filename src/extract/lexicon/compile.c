/* The pattern compiler. A pattern is split at blanks; each piece is an argument (C P S R N; with !
 * right beside, with ~ near by, with 's possessing it), "..." for a gap, "." for the end of the
 * clause, "£" for a sum of money somewhere in it, or words: alternatives split by |, where _ joins
 * words, $CLASS stands for a list, $CLASS.ing for its verbs in that form and <verb> for all forms
 * of one. A ? at the end makes it optional. */
#include "lexicon/compile.h"

#include "fail.h"
#include "grow.h"

suitor_status no_word(const compiler *c)
{
    return c->no_memory || c->text.failed || c->form.failed ? SUITOR_ERR_NOMEM : SUITOR_ERR_PARSE;
}

sequence phrase_words(compiler *c, suitor_sv phrase)
{
    lexicon *lex = c->lex;
    sequence out = { .first = lex->n_words };

    c->no_memory |= document_read(&c->doc, phrase, NULL, NULL) != SUITOR_OK;
    if (c->no_memory)
        return (sequence){ 0 };
    for (uint32_t i = 0; i < c->doc.n_tokens; i++) {
        uint32_t word = vocab_add_token(&lex->words, &c->doc, i);
        if (!word) { /* a sign, or no memory for a word */
            c->no_memory |= c->doc.tokens[i].kind <= TOKEN_CLITIC;
            continue;
        }
        if (!grow(&lex->word_pool, &lex->words_cap, lex->n_words + 1, sizeof *lex->word_pool))
            c->no_memory = true;
        if (c->no_memory)
            return (sequence){ 0 };
        lex->word_pool[lex->n_words++] = word;
        out.count++;
    }
    out.head = out.count ? lex->word_pool[out.first] : 0;
    return out;
}

static bool add_sequence(compiler *c, suitor_sv phrase)
{
    lexicon *lex = c->lex;
    sequence s = phrase_words(c, phrase);

    if (s.count == 0)
        return false;
    if (!grow(&lex->sequences, &lex->sequences_cap, lex->n_sequences + 1, sizeof *lex->sequences) ||
        (c->origins && !origins_note_sequence(c->origins, s.first, c->part, c->member))) {
        c->no_memory = true;
        return false;
    }
    lex->sequences[lex->n_sequences++] = s;
    return true;
}

static bool add_form(compiler *c, suitor_sv verb, verb_form form)
{
    buf_reset(&c->text);
    verb_inflect(&c->verbs, verb, form, &c->text);
    return !c->text.failed && add_sequence(c, buf_view(&c->text));
}

static bool add_forms(compiler *c, suitor_sv verb, int form)
{
    if (form >= 0)
        return add_form(c, verb, (verb_form)form);
    for (int f = 0; f < N_VERB_FORMS; f++)
        if (!add_form(c, verb, (verb_form)f))
            return false;
    suitor_sv other;
    for (uint32_t i = 0; verb_other_form(&c->verbs, verb, i, &other); i++)
        if (!add_sequence(c, other))
            return false;
    return true;
}

/* -2 for a name that is no form, -1 for "any" */
static int form_of(suitor_sv name)
{
    static const char *const names[N_VERB_FORMS] = { "base", "s", "ing", "ed", "pp" };

    if (suitor_sv_equal(name, suitor_sv_of("any")))
        return -1;
    for (int f = 0; f < N_VERB_FORMS; f++)
        if (suitor_sv_equal(name, suitor_sv_of(names[f])))
            return f;
    return -2;
}

static suitor_status add_class(compiler *c, suitor_sv name, const char *where, suitor_error *err)
{
    const char *dot = memchr(name.ptr, '.', name.len);
    suitor_sv base = suitor_sv_make(name.ptr, dot ? (size_t)(dot - name.ptr) : name.len);
    int form = dot ? form_of(suitor_sv_make(dot + 1, name.len - base.len - 1)) : VERB_BASE;
    uint32_t id;

    if (!strmap_get(&c->class_ids, base, &id))
        return fail(err, SUITOR_ERR_PARSE, "%s: no class %.*s in classes.json", where,
                    SUITOR_SV_ARG(base));
    if (form == -2)
        return fail(err, SUITOR_ERR_PARSE, "%s: $%.*s: forms are .base .s .ing .ed .pp .any", where,
                    SUITOR_SV_ARG(name));
    for (uint32_t i = 0; i < c->classes[id].count; i++) {
        c->member = c->classes[id].first + i;
        if (!add_forms(c, c->members[c->member], form))
            return fail(err, SUITOR_ERR_NOMEM, "%s: no memory", where);
    }
    c->member = ORIGIN_NONE;
    return SUITOR_OK;
}

static suitor_status add_alternative(compiler *c, suitor_sv part, const char *where,
                                     suitor_error *err)
{
    bool ok;

    c->part = part;
    c->member = ORIGIN_NONE;
    if (part.len == 0)
        return fail(err, SUITOR_ERR_PARSE, "%s: an alternative is empty", where);
    if (part.ptr[0] == '$')
        return add_class(c, suitor_sv_make(part.ptr + 1, part.len - 1), where, err);
    if (part.ptr[0] == '<' && part.ptr[part.len - 1] == '>') {
        ok = add_forms(c, suitor_sv_make(part.ptr + 1, part.len - 2), -1);
    } else {
        suitor_sv copy = arena_copy(&c->lex->memory, part);
        for (size_t i = 0; copy.ptr && i < copy.len; i++)
            if (copy.ptr[i] == '_')
                ((char *)(uintptr_t)copy.ptr)[i] = ' ';
        ok = copy.ptr && add_sequence(c, copy);
    }
    return ok ? SUITOR_OK
              : fail(err, no_word(c), "%s: \"%.*s\" holds no word", where, SUITOR_SV_ARG(part));
}

static bool argument_kind(suitor_sv piece, uint8_t *kind)
{
    static const struct {
        char letter;
        uint8_t kind;
    } arguments[] = { { 'C', ELEMENT_CLUB },
                      { 'P', ELEMENT_PLAYER },
                      { 'S', ELEMENT_SELLER },
                      { 'R', ELEMENT_RIVAL },
                      { 'N', ELEMENT_POSITION } };

    if (piece.len != 1)
        return false;
    for (size_t i = 0; i < sizeof arguments / sizeof *arguments; i++)
        if (arguments[i].letter == piece.ptr[0]) {
            *kind = arguments[i].kind;
            return true;
        }
    return false;
}

/* Order the alternatives by their first words, so that those of one are found at once;
 * what begins alike stays as written. */
static void sort_alternatives(const lexicon *lex, const element *e)
{
    if (e->count == 0) /* there may be no sequences at all */
        return;
    sequence *all = lex->sequences + e->first;
    for (uint32_t i = 0; i < e->count; i++) {
        sequence moving = all[i];
        uint32_t at = i;
        for (; at > 0 && all[at - 1].head > moving.head; at--)
            all[at] = all[at - 1];
        all[at] = moving;
    }
}

static suitor_status add_alternatives(compiler *c, suitor_sv piece, element *e, const char *where,
                                      suitor_error *err)
{
    suitor_status st = SUITOR_OK;

    e->first = c->lex->n_sequences;
    while (st == SUITOR_OK) {
        const char *bar = memchr(piece.ptr, '|', piece.len);
        size_t len = bar ? (size_t)(bar - piece.ptr) : piece.len;
        st = add_alternative(c, suitor_sv_make(piece.ptr, len), where, err);
        if (!bar)
            break;
        piece = suitor_sv_make(bar + 1, piece.len - len - 1);
    }
    e->count = c->lex->n_sequences - e->first;
    sort_alternatives(c->lex, e);
    return st;
}

/* The words of a piece; what many patterns share stands there once. */
static suitor_status add_words(compiler *c, suitor_sv piece, element *e, const char *where,
                               suitor_error *err)
{
    bool fresh;
    const uint32_t *known = strmap_put(&c->pieces, piece, c->lex->n_elements, &fresh);

    if (!known)
        return fail(err, SUITOR_ERR_NOMEM, "%s: no memory", where);
    if (fresh)
        return add_alternatives(c, piece, e, where, err);
    e->first = c->lex->elements[*known].first;
    e->count = c->lex->elements[*known].count;
    return SUITOR_OK;
}

static suitor_status add_element(compiler *c, suitor_sv piece, pattern *p, const char *where,
                                 suitor_error *err)
{
    lexicon *lex = c->lex;
    element e = { .kind = ELEMENT_WORDS };
    suitor_status st = SUITOR_OK;

    if (suitor_sv_equal(piece, suitor_sv_of("£"))) {
        p->sum = true;
        return SUITOR_OK;
    }
    if (suitor_sv_equal(piece, suitor_sv_of("..."))) {
        e.kind = ELEMENT_GAP;
    } else if (suitor_sv_equal(piece, suitor_sv_of("."))) {
        e.kind = ELEMENT_END;
    } else {
        if (piece.len > 1 && piece.ptr[piece.len - 1] == '?') {
            e.optional = true;
            piece.len--;
        }
        if (piece.len == 2 && piece.ptr[1] == '!') {
            e.tight = true;
            piece.len--;
        } else if (piece.len == 2 && piece.ptr[1] == '~') {
            e.near = true;
            piece.len--;
        } else if (piece.len == 3 && memcmp(piece.ptr + 1, "'s", 2) == 0) {
            e.possessive = e.tight = true;
            piece.len = 1;
        }
        if (!argument_kind(piece, &e.kind))
            st = add_words(c, piece, &e, where, err);
    }
    if (st != SUITOR_OK)
        return st;
    if (!grow(&lex->elements, &lex->elements_cap, lex->n_elements + 1, sizeof *lex->elements))
        return fail(err, SUITOR_ERR_NOMEM, "%s: no memory", where);
    lex->elements[lex->n_elements++] = e;
    if (!e.optional)
        p->wants |= 1u << e.kind;
    p->count++;
    return SUITOR_OK;
}

static bool find_anchor(const lexicon *lex, pattern *p)
{
    for (uint32_t i = 0; i < p->count; i++)
        if (lex->elements[p->first + i].kind == ELEMENT_WORDS &&
            !lex->elements[p->first + i].optional) {
            p->anchor = i;
            return true;
        }
    return false;
}

/* Whether the last word before element `end` may be one that tells of a pursuit, without
 * which no clause breaks off (claims/match.c). */
static bool may_end_in_pursuit(const lexicon *lex, const pattern *p, uint32_t end)
{
    while (end-- > p->anchor) {
        const element *e = &lex->elements[p->first + end];
        if (e->kind != ELEMENT_WORDS)
            continue;
        for (uint32_t s = e->first; s < e->first + e->count; s++) {
            const sequence *q = &lex->sequences[s];
            if (word_in(lex, lex->word_pool[q->first + q->count - 1], CLASS_PURSUIT))
                return true;
        }
        if (!e->optional)
            return false;
    }
    return false;
}

/* Whether the pattern begins with a club and ends in one short word and the player, which
 * a sentence that goes on about him may leave out: "Liverpool retain an interest." */
static bool may_break_off(const lexicon *lex, const pattern *p)
{
    const element *e = &lex->elements[p->first];

    if (p->count < 4 || !lex->cues[p->cue].context || e[0].kind != ELEMENT_CLUB ||
        e[p->count - 1].kind != ELEMENT_PLAYER || e[p->count - 2].kind != ELEMENT_WORDS ||
        p->count - 2 <= p->anchor)
        return false;
    for (uint32_t s = 0; s < e[p->count - 2].count; s++)
        if (lex->sequences[e[p->count - 2].first + s].count != 1)
            return false;
    return may_end_in_pursuit(lex, p, p->count - 2);
}

suitor_status pattern_compile(compiler *c, suitor_sv text, uint32_t cue_id, const char *where,
                              suitor_error *err)
{
    lexicon *lex = c->lex;
    pattern p = { .first = lex->n_elements, .cue = cue_id };
    suitor_status st = SUITOR_OK;

    p.text = arena_copy(&lex->memory, text);
    if (!p.text.ptr)
        return fail(err, SUITOR_ERR_NOMEM, "%s: no memory", where);
    suitor_sv rest = p.text;
    while (rest.len && st == SUITOR_OK) {
        const char *space = memchr(rest.ptr, ' ', rest.len);
        size_t len = space ? (size_t)(space - rest.ptr) : rest.len;
        if (len)
            st = add_element(c, suitor_sv_make(rest.ptr, len), &p, where, err);
        rest = space ? suitor_sv_make(space + 1, rest.len - len - 1) : suitor_sv_make(NULL, 0);
    }
    if (st != SUITOR_OK)
        return st;
    if (!find_anchor(lex, &p))
        return fail(err, SUITOR_ERR_PARSE, "%s: needs a word that is not optional", where);
    p.breaks_off = may_break_off(lex, &p);
    if (!grow(&lex->patterns, &lex->patterns_cap, lex->n_patterns + 1, sizeof *lex->patterns))
        return fail(err, SUITOR_ERR_NOMEM, "%s: no memory", where);
    lex->patterns[lex->n_patterns++] = p;
    return SUITOR_OK;
}
