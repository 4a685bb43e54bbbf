/* Papers, sites and stations: by what quotes them, and by the words of their names. */
#include "mentions/press.h"

static bool token_says(const reading *r, uint32_t i, const char *text)
{
    return suitor_sv_equal(token_text(&r->doc, i), suitor_sv_of(text));
}

static bool is_the(const reading *r, uint32_t i)
{
    return token_says(r, i, "the") || token_says(r, i, "The");
}

static bool is_one_of(const reading *r, uint32_t i, const char *signs)
{
    const token *t = &r->doc.tokens[i];

    return i < r->doc.n_tokens && t->kind == TOKEN_PUNCT && strchr(signs, t->sign);
}

bool press_is_bracketed(const reading *r, uint32_t first, uint32_t end)
{
    return first > 0 && is_one_of(r, first - 1, "([") && is_one_of(r, end, ")],-");
}

bool press_is_named_as_source(const reading *r, uint32_t first)
{
    if (first < 1)
        return false;
    bool the = is_the(r, first - 1);
    uint32_t before = first - 1 - the;

    if (first < 2 || (!the && token_in(r, first, CLASS_WHEN)))
        return false;
    if (token_says(r, before, "to"))
        return before > 0 && token_in(r, before - 1, CLASS_REPORTED);
    return token_in(r, before, CLASS_REPORTED);
}

static bool is_speaking(const reading *r, uint32_t end)
{
    uint32_t verb = end + (end + 1 < r->doc.n_tokens && token_in(r, end, CLASS_AUX));

    return verb < r->doc.n_tokens && token_in(r, verb, CLASS_REPORTED);
}

bool press_has_the_word(const reading *r, uint32_t first, uint32_t end)
{
    return first > 0 && is_the(r, first - 1) && is_speaking(r, end);
}

static bool has_capital_inside(suitor_sv text)
{
    for (size_t i = 1; i < text.len; i++)
        if (text.ptr[i] >= 'A' && text.ptr[i] <= 'Z')
            return true;
    return false;
}

/* Whether what has no capital before it is a name nevertheless. */
static bool is_written_small(const reading *r, uint32_t first, uint32_t end)
{
    if (end == first + 1 && has_capital_inside(token_text(&r->doc, first)))
        return true;
    if (end > first + 1) /* "football.london", but no words of a sentence */
        return token_is(&r->doc, first + 1, '.');
    return !token_in(r, first, CLASS_COMMON) &&
           (is_speaking(r, end) || press_is_named_as_source(r, first) ||
            press_is_bracketed(r, first, end));
}

uint32_t press_small_outlet(const reading *r, uint32_t node, uint32_t first, uint32_t end)
{
    const trie *names = &r->x->lex.names;

    for (uint32_t e = names->heads[node]; e; e = names->entries[e].next)
        if (names->entries[e].kind == ENTRY_OUTLET && names->entries[e].capital < 2)
            return is_written_small(r, first, end) ? e : 0;
    return 0;
}

bool press_is_quoted_address(const reading *r, uint32_t i)
{
    suitor_sv text = token_text(&r->doc, i);

    return r->doc.tokens[i].kind == TOKEN_URL && !memchr(text.ptr, '/', text.len) &&
           press_is_named_as_source(r, i);
}

/* A bracket of its own behind a sentence: "… want him. (Leeds Gazette)" */
static bool is_credit_line(const reading *r, const mention *m)
{
    return m->end > m->first + 1 && m->first > 1 && press_is_bracketed(r, m->first, m->end) &&
           is_one_of(r, m->first - 2, ".!?\"");
}

/* "Radio Norte", "Leeds Gazette", but not "Sam Post" */
static bool is_called_like_press(const reading *r, const mention *m)
{
    return m->end > m->first + 1 && !token_in(r, m->first, CLASS_FIRST_NAME) &&
           (token_in(r, m->first, CLASS_PRESS_NOUN) || token_in(r, m->end - 1, CLASS_PRESS_NOUN));
}

void press_tell(reading *r)
{
    for (uint32_t i = 0; i < r->n_mentions; i++) {
        mention *m = &r->mentions[i];
        if (m->kind != MENTION_PERSON)
            continue;
        bool press = is_called_like_press(r, m);
        bool quoted = press && (is_speaking(r, m->end) || press_is_named_as_source(r, m->first) ||
                                press_is_bracketed(r, m->first, m->end));
        if (quoted || is_credit_line(r, m))
            m->kind = MENTION_HANDLE;
        else if (press)
            m->kind = MENTION_NOBODY;
    }
}
