/* Spells: the times that players and staff spent at clubs, by month. */
#include "gazetteer/gazetteer.h"
#include "grow.h"
#include "tsv.h"

enum { MONTHS = 12, JULY = 6 };

/* "2019", "2019-07" or "2019-07-31" as a month; NO_MONTH if it is none of these. */
int32_t gazetteer_month(suitor_sv text)
{
    int32_t year = 0, month = JULY;

    if (text.len < 4)
        return NO_MONTH;
    for (size_t i = 0; i < 4; i++) {
        if (text.ptr[i] < '0' || text.ptr[i] > '9')
            return NO_MONTH;
        year = year * 10 + (text.ptr[i] - '0');
    }
    if (text.len >= 7 && text.ptr[4] == '-')
        month = (text.ptr[5] - '0') * 10 + (text.ptr[6] - '0') - 1;
    else if (text.len > 4)
        return NO_MONTH;
    return month >= 0 && month < MONTHS ? year * MONTHS + month : NO_MONTH;
}

/* "~Arsenal 2023-08/2024-06" */
static const char *read_spell(const gazetteer *g, suitor_sv text, bool dated, gazetteer_spell *out)
{
    size_t blank = text.len, slash = text.len;

    *out = (gazetteer_spell){ .from = NO_MONTH, .to = INT32_MAX };
    if (!dated && strmap_get(&g->club_ids, text, &out->club))
        return NULL;
    out->loan = text.len && text.ptr[0] == '~';
    for (size_t i = 0; i < text.len; i++) {
        if (text.ptr[i] == ' ')
            blank = i;
        if (text.ptr[i] == '/')
            slash = i;
    }
    if (blank >= text.len || slash >= text.len || slash < blank)
        return "a spell is written \"Club 2019-07/2021-01\", of a club in clubs/";
    suitor_sv club = suitor_sv_make(text.ptr + out->loan, blank - out->loan);
    suitor_sv to = suitor_sv_make(text.ptr + slash + 1, text.len - slash - 1);
    if (!strmap_get(&g->club_ids, club, &out->club))
        return "a club of his is not in clubs/";
    out->from = gazetteer_month(suitor_sv_make(text.ptr + blank + 1, slash - blank - 1));
    out->to = to.len ? gazetteer_month(to) : INT32_MAX;
    return out->from == NO_MONTH || out->to == NO_MONTH ? "a month is written 2019-07" : NULL;
}

const char *gazetteer_add_spells(gazetteer *g, suitor_sv list, bool dated, gazetteer_career *out)
{
    suitor_sv part;
    gazetteer_spell spell;

    *out = (gazetteer_career){ .first = g->n_spells };
    while (tsv_list_next(&list, &part)) {
        const char *wrong = read_spell(g, part, dated, &spell);
        if (wrong)
            return wrong;
        if (!grow(&g->spells, &g->spells_cap, g->n_spells + 1, sizeof *g->spells))
            return "no memory";
        g->spells[g->n_spells++] = spell;
        g->clubs[spell.club].fame++;
        out->n++;
    }
    return NULL;
}

uint32_t gazetteer_owner(const gazetteer *g, const gazetteer_player *p, int32_t month)
{
    uint32_t owner = GAZETTEER_NONE;

    for (uint32_t i = 0; i < p->career.n; i++) {
        const gazetteer_spell *s = &g->spells[p->career.first + i];
        if (!s->loan && s->from < month && month <= s->to)
            owner = s->club;
    }
    return owner;
}

bool gazetteer_at_work(const gazetteer *g, gazetteer_career career, int32_t month)
{
    for (uint32_t i = 0; i < career.n; i++) {
        const gazetteer_spell *s = &g->spells[career.first + i];
        if (s->from != NO_MONTH && s->from <= month && month <= s->to)
            return true;
    }
    return false;
}
