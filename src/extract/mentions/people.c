/* People: names of two words or more first, then surnames and given names tied to
 * them. Who is introduced as manager, agent or reporter is no target. */
#include "fold.h"
#include "grow.h"
#include "mentions/mentions.h"

enum { MAX_FOLDED = 160, APPOSITION_REACH = 8 };

typedef struct {
    char bytes[MAX_FOLDED];
    suitor_sv text;
    uint32_t n_words;
} folded_name;

static void fold_mention(const reading *r, const mention *m, folded_name *out)
{
    size_t n = 0;
    out->n_words = 0;

    for (uint32_t i = m->first; i < m->end; i++) {
        suitor_sv text = token_text(&r->doc, i);
        if (r->doc.tokens[i].kind == TOKEN_HASHTAG || r->doc.tokens[i].kind == TOKEN_HANDLE)
            text = suitor_sv_make(text.ptr + 1, text.len - 1);
        if (n && n < MAX_FOLDED)
            out->bytes[n++] = ' ';
        n += fold_name(text, out->bytes + n, MAX_FOLDED - n);
        out->n_words++;
    }
    out->text = suitor_sv_make(out->bytes, n);
}

static bool begins_with(suitor_sv name, suitor_sv part)
{
    return name.len > part.len && memcmp(name.ptr, part.ptr, part.len) == 0 &&
           name.ptr[part.len] == ' ';
}

static bool ends_with(suitor_sv name, suitor_sv part)
{
    return name.len > part.len && memcmp(name.ptr + name.len - part.len, part.ptr, part.len) == 0 &&
           name.ptr[name.len - part.len - 1] == ' ';
}

static bool is_person_kind(uint8_t kind)
{
    return kind == MENTION_PERSON || kind == ENTRY_JOURNALIST || kind == ENTRY_STAFF ||
           kind == ENTRY_PLAYER;
}

static suitor_sv mention_name(const reading *r, const mention *m)
{
    suitor_sv text = tokens_text(r, m->first, m->end);
    char *copy;

    if (m->end - m->first < 2 || !memchr(text.ptr, '#', text.len)) {
        if (text.len && (text.ptr[0] == '#' || text.ptr[0] == '@'))
            text = suitor_sv_make(text.ptr + 1, text.len - 1);
        return text;
    }
    suitor_sv out = arena_copy((arena *)(uintptr_t)&r->memory, text);
    if (!out.ptr)
        return text;
    copy = (char *)(uintptr_t)out.ptr;
    out.len = 0;
    for (size_t i = 0; i < text.len; i++)
        if (text.ptr[i] != '#')
            copy[out.len++] = text.ptr[i];
    return out;
}

static void add_spelling(reading *r, person *p, suitor_sv text)
{
    for (uint32_t s = p->first_spelling; s != NONE; s = r->spellings[s].next)
        if (suitor_sv_equal(r->spellings[s].text, text))
            return;
    uint32_t before = p->first_spelling;
    if (READING_PUSH(r, spellings, ((spelling){ text, before })))
        p->first_spelling = r->n_spellings - 1;
}

static suitor_sv canonical_of(const reading *r, const mention *m)
{
    const gazetteer *g = &r->x->gaz;

    switch (m->kind) {
    case ENTRY_JOURNALIST: return g->journalists[m->ref];
    case ENTRY_STAFF: return g->staff[m->ref].name;
    case ENTRY_PLAYER: return g->players[m->ref];
    default: return suitor_sv_make(NULL, 0);
    }
}

static uint32_t person_new(reading *r, const mention *m, const folded_name *f)
{
    person p = { .name = mention_name(r, m),
                 .folded = arena_copy(&r->memory, f->text),
                 .n_words = f->n_words,
                 .gazetteer = m->kind == MENTION_PERSON ? NONE : m->ref,
                 .club = NONE,
                 .loan_club = NONE,
                 .country = NONE,
                 .age = -1,
                 .first_spelling = NONE,
                 .fact = NONE };

    p.kind = m->kind == ENTRY_JOURNALIST ? PERSON_PRESS
             : m->kind == ENTRY_STAFF    ? PERSON_STAFF
                                         : PERSON_PLAYER;
    if (!p.folded.ptr) {
        r->out_of_memory = true;
        return NONE;
    }
    return READING_PUSH(r, people, p) ? r->n_people - 1 : NONE;
}

static bool same_gazetteer(const reading *r, const person *p, const mention *m)
{
    (void)r;
    uint8_t kind = m->kind == ENTRY_JOURNALIST ? PERSON_PRESS
                   : m->kind == ENTRY_STAFF    ? PERSON_STAFF
                                               : PERSON_PLAYER;
    return m->kind != MENTION_PERSON && p->gazetteer == m->ref && p->kind == kind;
}

/* The person that a name of several words means, NONE for a new one. */
static uint32_t find_full(const reading *r, const mention *m, const folded_name *f)
{
    for (uint32_t i = 0; i < r->n_people; i++) {
        const person *p = &r->people[i];
        if (p->n_words < 2 && !same_gazetteer(r, p, m))
            continue;
        if (suitor_sv_equal(p->folded, f->text) || same_gazetteer(r, p, m) ||
            ends_with(p->folded, f->text) || ends_with(f->text, p->folded) ||
            begins_with(p->folded, f->text) || begins_with(f->text, p->folded))
            return i;
    }
    return NONE;
}

/* The person that one word means: the latest with it as surname, else as given
 * name, else anywhere in the name. */
static uint32_t find_single(const reading *r, const mention *m, const folded_name *f)
{
    uint32_t last = NONE, first = NONE;

    for (uint32_t i = 0; i < r->n_people; i++) {
        const person *p = &r->people[i];
        if (suitor_sv_equal(p->folded, f->text) || same_gazetteer(r, p, m))
            return i;
        if (ends_with(p->folded, f->text))
            last = last == NONE || p->kind == PERSON_PLAYER ? i : last;
        else if (begins_with(p->folded, f->text))
            first = i;
    }
    return last != NONE ? last : first;
}

static void upgrade(reading *r, person *p, const mention *m, const folded_name *f)
{
    add_spelling(r, p, mention_name(r, m));
    if (m->kind != MENTION_PERSON) {
        suitor_sv canonical = canonical_of(r, m);
        if (canonical.ptr)
            add_spelling(r, p, canonical);
    }
    if (f->n_words > p->n_words) {
        p->name = mention_name(r, m);
        suitor_sv folded = arena_copy(&r->memory, f->text);
        r->out_of_memory |= !folded.ptr;
        p->folded = folded;
        p->n_words = folded.ptr ? f->n_words : 0;
    }
}

static void tie(reading *r, bool full)
{
    for (uint32_t i = 0; i < r->n_mentions && !r->out_of_memory; i++) {
        mention *m = &r->mentions[i];
        folded_name f;
        if (!is_person_kind(m->kind))
            continue;
        fold_mention(r, m, &f);
        if ((f.n_words > 1) != full)
            continue;
        uint32_t p = full ? find_full(r, m, &f) : find_single(r, m, &f);
        if (p == NONE)
            p = person_new(r, m, &f);
        if (p == NONE)
            return;
        upgrade(r, &r->people[p], m, &f);
        m->ref = p;
        m->kind = MENTION_TIED;
    }
}

/* Whether what stands around the mention makes him one of `role`'s kind. */
static bool introduced_as(const reading *r, const mention *m, word_class role)
{
    if (m->first > 0 && token_in(r, m->first - 1, role))
        return true;
    uint32_t i = m->end;
    if (i >= r->doc.n_tokens || !token_is(&r->doc, i, ','))
        return false;
    for (uint32_t k = i + 1; k < r->doc.n_tokens && k < i + APPOSITION_REACH; k++) {
        const token *t = &r->doc.tokens[k];
        if (t->kind != TOKEN_WORD && t->kind != TOKEN_CLITIC)
            return false;
        if (token_in(r, k, role))
            return !suitor_sv_equal(token_text(&r->doc, k - 1), suitor_sv_of("free"));
        if (token_in(r, k, CLASS_AUX) || token_in(r, k, CLASS_WHO))
            return false;
    }
    return false;
}

static bool is_reporter(const reading *r, uint32_t at)
{
    const mention *m = &r->mentions[at];
    const mention *next = at + 1 < r->n_mentions ? &r->mentions[at + 1] : NULL;

    if (introduced_as(r, m, CLASS_PRESS_ROLE))
        return true;
    if (m->end < r->doc.n_tokens && token_in(r, m->end, CLASS_PRESS_VERB))
        return true;
    bool beside = next && next->first == m->end + 1;
    if (beside && next->kind == ENTRY_OUTLET && r->doc.tokens[m->end].kind == TOKEN_WORD)
        return token_in(r, m->end, CLASS_PREPOSITION);
    return beside && token_is(&r->doc, m->end, '(') &&
           r->doc.tokens[next->first].kind == TOKEN_HANDLE &&
           (next->kind == MENTION_HANDLE || next->kind == ENTRY_OUTLET);
}

static void tell_kinds(reading *r)
{
    for (uint32_t i = 0; i < r->n_mentions; i++) {
        const mention *m = &r->mentions[i];
        if (m->kind != MENTION_PERSON || r->people[m->ref].kind != PERSON_PLAYER)
            continue;
        if (introduced_as(r, m, CLASS_STAFF_ROLE))
            person_set_kind(&r->people[m->ref], PERSON_STAFF);
        else if (is_reporter(r, i))
            person_set_kind(&r->people[m->ref], PERSON_PRESS);
    }
}

void people_tie(reading *r)
{
    r->n_people = r->n_spellings = 0;
    tie(r, true);
    tie(r, false);
    if (r->out_of_memory)
        return;
    for (uint32_t i = 0; i < r->n_mentions; i++)
        if (r->mentions[i].kind == MENTION_TIED)
            r->mentions[i].kind = MENTION_PERSON;
    tell_kinds(r);
}

void person_set_kind(person *p, person_kind kind)
{
    p->kind = (uint8_t)kind;
    p->gazetteer = NONE; /* it was an index of the kind he was taken for */
}

void person_set_club(person *p, uint32_t club, uint8_t sureness)
{
    if (club == NONE || sureness <= p->club_sureness)
        return;
    p->club = club;
    p->club_sureness = sureness;
}
