/* Units: each sentence as noun phrases, sums, words and signs, with the lists
 * ("Barcelona, Chelsea and Man City") tied together. */
#include "grow.h"
#include "mentions/mentions.h"
#include "mentions/phrase.h"

static bool index_tokens(reading *r)
{
    uint32_t n = r->doc.n_tokens + 1;

    if (!grow(&r->mention_at, &r->mention_at_cap, n, sizeof *r->mention_at) ||
        !grow(&r->sum_at, &r->sum_at_cap, n, sizeof *r->sum_at)) {
        r->out_of_memory = true;
        return false;
    }
    memset(r->mention_at, 0xff, n * sizeof *r->mention_at);
    memset(r->sum_at, 0xff, n * sizeof *r->sum_at);
    for (uint32_t i = 0; i < r->n_mentions; i++)
        r->mention_at[r->mentions[i].first] = i;
    for (uint32_t i = 0; i < r->n_sums; i++)
        r->sum_at[r->sums[i].first] = i;
    return true;
}

static uint32_t source_new(reading *r, suitor_sv name, suitor_sv canonical, uint32_t first)
{
    source s = { .name = name, .canonical = canonical.len ? canonical : name, .first = first };

    return READING_PUSH(r, sources, s) ? r->n_sources - 1 : NONE;
}

static void make_source(reading *r, unit *u, const mention *m)
{
    suitor_sv canonical = { NULL, 0 };

    if (m->kind == ENTRY_OUTLET)
        canonical = r->x->gaz.outlets[m->ref];
    u->kind = UNIT_SOURCE;
    u->ref = source_new(r, tokens_text(r, m->first, m->end), canonical, m->first);
    if (m->tag)
        u->flags |= UNIT_TAG;
}

static void name_press(reading *r, unit *u)
{
    const person *p = &r->people[u->ref];
    suitor_sv canonical = p->gazetteer != NONE ? r->x->gaz.journalists[p->gazetteer] : p->name;

    u->ref = source_new(r, p->name, canonical, u->first);
}

/* A manager stands for the club that the article ties him to. */
static void make_staff(reading *r, unit *u)
{
    const person *p = &r->people[u->ref];
    const gazetteer_staff *s = p->gazetteer != NONE ? &r->x->gaz.staff[p->gazetteer] : NULL;
    uint32_t club = p->club;

    if (club == NONE && s && s->leads)
        club = staff_club(r, s);
    u->flags |= UNIT_BY_STAFF;
    u->ref = club;
    if (club != NONE)
        u->kind = UNIT_CLUB;
    else if (s && s->leads && !staff_is_dated(r, s))
        u->kind = UNIT_THEY;
}

/* A single mention that is no part of a larger phrase. */
static uint32_t read_mention(reading *r, const mention *m, unit *u)
{
    u->end = m->end;
    if (m->tag)
        u->flags |= UNIT_TAG;
    switch (m->kind) {
    case ENTRY_CLUB:
    case ENTRY_STADIUM: u->kind = UNIT_CLUB; break;
    case ENTRY_OUTLET:
    case MENTION_HANDLE: make_source(r, u, m); return m->end;
    case ENTRY_COUNTRY:
    case ENTRY_DEMONYM:
        u->kind = UNIT_COUNTRY;
        u->country = m->ref;
        break;
    case ENTRY_LEAGUE: u->kind = UNIT_LEAGUE; break;
    case ENTRY_POSITION:
        u->kind = UNIT_POSITION;
        u->position = (uint8_t)m->ref;
        break;
    default: return m->first; /* a city, say: its words as they stand */
    }
    u->ref = m->ref;
    return m->end;
}

static uint32_t with_possessive(const reading *r, uint32_t i, uint32_t end, unit *u)
{
    const token *t = &r->doc.tokens[i];

    if (i < end && t->kind == TOKEN_CLITIC && (t->sign == 's' || t->sign == 'S')) {
        u->flags |= UNIT_POSSESSIVE;
        return i + 1;
    }
    return i;
}

/* "(Mirror)", "the Star says": a paper by a name that is an ordinary word. */
static uint32_t read_press(reading *r, uint32_t i, uint32_t end, unit *u)
{
    uint32_t k = i;

    if (i == 0 || !token_in(r, i, CLASS_PRESS_SHORT))
        return i;
    while (k < end && k < i + 3 && r->doc.tokens[k].kind == TOKEN_WORD &&
           token_in(r, k, CLASS_PRESS_SHORT) && (r->doc.tokens[k].flags & TOKEN_CAPITAL))
        k++;
    if (k == i || k >= end)
        return i;
    bool bracketed =
        token_is(&r->doc, i - 1, '(') && (token_is(&r->doc, k, ')') || token_is(&r->doc, k, ','));
    bool says = r->doc.tokens[k].kind == TOKEN_WORD && token_in(r, k, CLASS_REPORTED);
    bool the = suitor_sv_equal(token_text(&r->doc, i - 1), suitor_sv_of("the")) ||
               suitor_sv_equal(token_text(&r->doc, i - 1), suitor_sv_of("The"));
    if (!bracketed && !(the && says))
        return i;
    u->end = k;
    u->kind = UNIT_SOURCE;
    u->ref = source_new(r, tokens_text(r, i, k), suitor_sv_make(NULL, 0), i);
    return k;
}

static void read_sign(const token *t, unit *u)
{
    u->kind = UNIT_SIGN;
    u->sign = t->kind == TOKEN_PUNCT ? t->sign : '*';
    if (u->sign == '"' || u->sign == '\'' || u->sign == '[' || u->sign == ']')
        u->flags |= UNIT_BETWEEN;
}

static void read_word(const reading *r, uint32_t i, unit *u)
{
    const token *t = &r->doc.tokens[i];

    if (t->kind == TOKEN_NUMBER)
        u->flags |= UNIT_BETWEEN;
    u->word = t->word;
    u->classes = t->classes;
    if (unit_in(u, CLASS_CUE))
        u->cue_bit = filter_bit(&r->x->lex, t->word);
    u->kind = unit_in(u, CLASS_HE)     ? UNIT_HE
              : unit_in(u, CLASS_THEY) ? UNIT_THEY
              : unit_in(u, CLASS_WHO)  ? UNIT_WHO
                                       : UNIT_WORD;
}

static bool is_sign(const token *t)
{
    return t->kind == TOKEN_PUNCT || t->kind == TOKEN_SYMBOL || t->kind == TOKEN_URL ||
           t->kind == TOKEN_BREAK;
}

/* A fresh unit of token `i`, the `index`th of the article. */
static void begin_unit(unit *u, uint32_t i, uint32_t index)
{
    *u = (unit){ .first = i,
                 .end = i + 1,
                 .ref = NONE,
                 .club = NONE,
                 .country = NONE,
                 .age = -1,
                 .list_first = index,
                 .list_last = index };
}

static uint32_t read_phrase(reading *r, uint32_t i, uint32_t end, unit *u)
{
    uint32_t behind = phrase_read(r, i, end, u);

    if (behind == i) {
        begin_unit(u, i, u->list_first);
        return i;
    }
    if (u->kind == UNIT_SOURCE)
        name_press(r, u);
    else if (u->kind == UNIT_STAFF)
        make_staff(r, u);
    return behind;
}

/* Reads the unit at token `i`; the token behind it. */
static uint32_t read_unit(reading *r, uint32_t i, uint32_t end, unit *u)
{
    const token *t = &r->doc.tokens[i];
    uint32_t at = r->sum_at[i], behind;

    if (at != NONE && r->sums[at].end <= end) {
        u->kind = UNIT_SUM;
        u->ref = at;
        u->end = r->sums[at].end;
        return u->end;
    }
    behind = read_press(r, i, end, u);
    if (behind == i && phrase_may_begin(r, i, end))
        behind = read_phrase(r, i, end, u);
    if (behind > i)
        return behind;
    at = r->mention_at[i];
    behind = at != NONE ? read_mention(r, &r->mentions[at], u) : i;
    if (behind > i)
        return with_possessive(r, behind, end, u);
    begin_unit(u, i, u->list_first);
    if (is_sign(t))
        read_sign(t, u);
    else
        read_word(r, i, u);
    return i + 1;
}

static bool links(const unit *u)
{
    return (u->kind == UNIT_SIGN && (u->sign == ',' || u->sign == '/' || u->sign == '&')) ||
           unit_is(u, CLASS_LIST_LINK);
}

static bool lists_with(const unit *a, const unit *b)
{
    bool clubs = a->kind == UNIT_CLUB && b->kind == UNIT_CLUB;
    bool players = (a->kind == UNIT_PLAYER || a->kind == UNIT_DESCRIBED) &&
                   (b->kind == UNIT_PLAYER || b->kind == UNIT_DESCRIBED);

    return (clubs || players) && !(a->flags & UNIT_POSSESSIVE && players);
}

/* The next unit of the list that `u` stands in, NONE if it is the last. A comma
 * alone links only names, and at most two links stand between (", and"). */
static uint32_t next_in_list(const reading *r, uint32_t u, uint32_t end, bool closed)
{
    uint32_t k = u + 1;

    if (closed)
        return NONE;
    while (k < end && k <= u + 3 && links(&r->units[k]))
        k++;
    if (k >= end || !lists_with(&r->units[u], &r->units[k]))
        return NONE;
    bool aside = token_is(&r->doc, r->units[k].first - 1, ','); /* "Varane, 30, Casemiro" */
    if (k == u + 1 && !aside)
        return NONE;
    return k;
}

static bool may_be_listed(const unit *u)
{
    return u->kind == UNIT_CLUB || u->kind == UNIT_PLAYER || u->kind == UNIT_DESCRIBED;
}

static void tie_list(reading *r, uint32_t u, uint32_t end)
{
    const unit *head = &r->units[u];
    uint32_t last = u, next;
    bool closed = false;

    while ((next = next_in_list(r, last, end, closed)) != NONE) {
        closed = r->units[next - 1].kind == UNIT_WORD; /* "and": the last member */
        last = next;
    }
    for (uint32_t k = u; k <= last; k++)
        if (r->units[k].kind == head->kind || r->units[k].kind == UNIT_PLAYER ||
            r->units[k].kind == UNIT_DESCRIBED) {
            r->units[k].list_first = u;
            r->units[k].list_last = last;
        }
}

static void tie_lists(reading *r, uint32_t first, uint32_t end)
{
    for (uint32_t u = first; u < end; u++)
        if (may_be_listed(&r->units[u]) && r->units[u].list_first == u)
            tie_list(r, u, end);
}

/* The year that the number at token `i` may be, -1 for none. */
static int32_t year_of(const reading *r, uint32_t i)
{
    int32_t year = 0;
    suitor_sv text = token_text(&r->doc, i);

    if (text.len != 4)
        return -1;
    for (size_t k = 0; k < 4; k++) {
        if (text.ptr[k] < '0' || text.ptr[k] > '9')
            return -1;
        year = year * 10 + (text.ptr[k] - '0');
    }
    return year > 1900 && year < 2100 ? year : -1;
}

static int32_t present_year(const reading *r)
{
    int32_t latest = -1;

    if (r->article->day != SUITOR_NO_DAY)
        return suitor_day_year(r->article->day);
    for (uint32_t i = 0; i < r->doc.n_tokens; i++) {
        int32_t year = r->doc.tokens[i].kind == TOKEN_NUMBER ? year_of(r, i) : -1;
        latest = year > latest ? year : latest;
    }
    return latest;
}

static bool tells_of_the_past(const reading *r, const sentence *s, int32_t present)
{
    for (uint32_t i = s->first; i < s->end; i++) {
        const token *t = &r->doc.tokens[i];
        if (t->kind == TOKEN_WORD && (t->classes >> CLASS_PAST_TIME & 1))
            return true;
        if (t->kind != TOKEN_NUMBER || i == s->first || !token_in(r, i - 1, CLASS_YEAR_LINK))
            continue;
        int32_t year = year_of(r, i);
        if (year > 0 && year < present)
            return true;
    }
    return false;
}

/* Cuts tokens [first, end) into units, no more than there are tokens. */
static void read_units(reading *r, uint32_t first, uint32_t end)
{
    if (!grow(&r->units, &r->units_cap, r->n_units + (end - first), sizeof *r->units)) {
        r->out_of_memory = true;
        return;
    }
    while (first < end && !r->out_of_memory) {
        unit *u = &r->units[r->n_units];
        begin_unit(u, first, r->n_units++);
        first = read_unit(r, first, end, u);
    }
}

void units_build(reading *r)
{
    r->n_units = r->n_sentences = r->n_sources = 0;
    if (!index_tokens(r))
        return;
    int32_t present = present_year(r);
    for (uint32_t i = 0; i < r->doc.n_sentences && !r->out_of_memory; i++) {
        const sentence *s = &r->doc.sentences[i];
        uint32_t first = r->n_units;
        read_units(r, s->first, s->end);
        tie_lists(r, first, r->n_units);
        READING_PUSH(r, sentences,
                     ((unit_sentence){ .first = first,
                                       .end = r->n_units,
                                       .past = tells_of_the_past(r, s, present),
                                       .origin = NONE }));
    }
}
