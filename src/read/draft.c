/* Drafts: the lowest rank wins, and of equal ranks the first. */
#include "draft.h"

#include "view.h"
#include "when.h"

static bool is_better(const draft *d, field f, unsigned rank)
{
    return d->rank[f] == 0 || rank + 1 < d->rank[f];
}

void draft_offer_day(draft *d, unsigned rank, int32_t day)
{
    if (day == SUITOR_NO_DAY || !is_better(d, FIELD_DAY, rank))
        return;
    d->day = day;
    d->rank[FIELD_DAY] = rank + 1;
}

void draft_offer(draft *d, field f, unsigned rank, suitor_sv value)
{
    suitor_sv trimmed = view_trim(value);
    int32_t day;

    if (trimmed.len == 0 || !is_better(d, f, rank))
        return;
    if (f == FIELD_DAY) {
        if (when_read(trimmed, &day))
            draft_offer_day(d, rank, day);
        return;
    }
    if (f == FIELD_URL && !view_begins(trimmed, "http://") && !view_begins(trimmed, "https://"))
        return;
    d->value[f] = f == FIELD_TEXT ? value : trimmed;
    d->rank[f] = rank + 1;
}
