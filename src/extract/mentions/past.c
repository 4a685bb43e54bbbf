/* Former times: a sentence is about them when it has a word such as "ago", or a year before
 * the article's behind a word such as "in". */
#include "mentions/past.h"

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

int32_t past_present_year(const reading *r)
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

/* "in 2019" */
static bool names_past_year(const reading *r, const sentence *s, int32_t present)
{
    for (uint32_t i = s->first; (i = token_next_before(&r->doc, i, s->end, MARK_FIGURE)) < s->end;
         i++) {
        if (r->doc.tokens[i].kind != TOKEN_NUMBER || i == s->first ||
            !token_in(r, i - 1, CLASS_YEAR_LINK))
            continue;
        int32_t year = year_of(r, i);
        if (year > 0 && year < present)
            return true;
    }
    return false;
}

bool past_is_told(const reading *r, const sentence *s, int32_t present)
{
    const bool past = r->doc.classes & CLASS_BIT(CLASS_PAST_TIME);

    for (uint32_t i = s->first; past && i < s->end; i++) {
        bool lately = i > s->first && token_in(r, i - 1, CLASS_LATELY); /* "ten days ago" */
        if (token_in(r, i, CLASS_PAST_TIME) && r->doc.tokens[i].kind == TOKEN_WORD && !lately)
            return true;
    }
    return names_past_year(r, s, present);
}
