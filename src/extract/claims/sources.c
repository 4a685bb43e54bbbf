/* Attribution: which outlets and journalists are credited, and which sentences
 * rest on them. A credit holds to the end of its paragraph, one in brackets behind a
 * sentence for those before it; one that heads a quoted post, alone on its line, until the
 * next credit. */
#include "claims/claims.h"
#include "fold.h"
#include "grow.h"

enum { MAX_HANDLE = 80 };

static bool in_brackets_behind_name(const reading *r, const unit_sentence *s, uint32_t u)
{
    if (u < s->first + 2 || r->units[u - 1].kind != UNIT_SIGN || r->units[u - 1].sign != '(')
        return false;
    uint8_t kind = r->units[u - 2].kind;
    return kind == UNIT_SOURCE || kind == UNIT_PLAYER || kind == UNIT_STAFF;
}

/* A handle that holds the surname of somebody in the article is that person's. */
static bool is_players_handle(const reading *r, suitor_sv handle)
{
    char bytes[MAX_HANDLE];
    suitor_sv folded = suitor_sv_make(bytes, fold(handle, bytes, sizeof bytes));

    for (uint32_t i = 0; i < r->n_people; i++) {
        const person *p = &r->people[i];
        if (p->kind != PERSON_PLAYER)
            continue;
        size_t at = p->folded.len;
        while (at > 0 && p->folded.ptr[at - 1] != ' ')
            at--;
        size_t n = p->folded.len - at;
        for (size_t k = 0; n > 2 && k + n <= folded.len; k++)
            if (memcmp(folded.ptr + k, p->folded.ptr + at, n) == 0)
                return true;
    }
    return false;
}

/* "bbc.com" alone on its line, or an address of a page, is where a link leads. */
static bool is_link(const reading *r, const unit_sentence *s, uint32_t u)
{
    const token *t = &r->doc.tokens[r->units[u].first];

    return t->kind == TOKEN_URL &&
           (s->end == s->first + 1 || memchr(r->doc.text.ptr + t->begin, '/', t->end - t->begin));
}

static bool is_credited(const reading *r, const unit_sentence *s, uint32_t u)
{
    const unit *at = &r->units[u];
    suitor_sv text = tokens_text(r, at->first, at->end);

    if (in_brackets_behind_name(r, s, u) || is_link(r, s, u))
        return false;
    return !(at->flags & UNIT_TAG) || !is_players_handle(r, text);
}

static bool says_reported(const reading *r, const unit_sentence *s)
{
    if (!(s->classes >> CLASS_REPORTED & 1))
        return false;
    for (uint32_t u = s->first; u < s->end; u++)
        if (unit_is(&r->units[u], CLASS_REPORTED))
            return true;
    return false;
}

/* Whether the sentence holds nothing but names and signs: the head of a quoted post. */
static bool is_heading(const reading *r, const unit_sentence *s)
{
    for (uint32_t u = s->first; u < s->end; u++)
        if (r->units[u].kind != UNIT_SOURCE && r->units[u].kind != UNIT_SIGN)
            return false;
    return true;
}

static bool opens_with_quote(const reading *r, uint32_t sentence_index)
{
    return token_is(&r->doc, r->doc.sentences[sentence_index].first, '"');
}

/* "(Leeds Gazette)" behind what it told: credits the sentences of its paragraph that nobody
 * else is credited with. */
static void credit_backwards(reading *r, uint32_t i, uint32_t own)
{
    const unit_sentence *s = &r->sentences[i];
    uint32_t paragraph = r->doc.sentences[i].paragraph;

    if (r->units[s->first].kind != UNIT_SIGN || !strchr("([", r->units[s->first].sign) ||
        r->units[s->first + 1].kind != UNIT_SOURCE)
        return;
    while (i-- > 0 && r->doc.sentences[i].paragraph == paragraph &&
           r->sentences[i].origin == NONE) {
        r->sentences[i].origin = own;
        r->sentences[i].reported = true;
    }
}

void sources_credit(reading *r)
{
    uint32_t carried = NONE, heading = NONE, paragraph = NONE;

    for (uint32_t i = 0; i < r->n_sentences; i++) {
        unit_sentence *s = &r->sentences[i];
        uint32_t own = NONE;
        if (r->doc.sentences[i].paragraph != paragraph) {
            paragraph = r->doc.sentences[i].paragraph;
            if (!opens_with_quote(r, i)) /* what he says may run over paragraphs */
                carried = heading;
        }
        FOR_PHRASES (r, s, u) {
            if (r->units[u].kind != UNIT_SOURCE || !is_credited(r, s, u))
                continue;
            r->sources[r->units[u].ref].credited = true;
            own = own == NONE ? r->units[u].ref : own;
        }
        if (own != NONE) {
            credit_backwards(r, i, own);
            carried = own;
            s->heads_quote = is_heading(r, s);
            heading = s->heads_quote ? own : heading;
        }
        s->origin = carried;
        s->reported = carried != NONE || says_reported(r, s);
    }
}
