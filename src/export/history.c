/* Timelines of many players, kept as spells and steps of the weight. */
#include "history.h"

#include <math.h>
#include <stdlib.h>

#include "fail.h"
#include "grow.h"
#include "suitor/timeline.h"

/* Below this nothing is left of an interest; and steps that a reader of the file would see. */
static const double NOTHING = 1e-6, STEP = 0.02;

static bool add_spell(history *h, history_interest *interest, int32_t day)
{
    if (!grow(&h->spells, &h->cap_spells, h->n_spells + 1, sizeof *h->spells))
        return false;
    h->spells[h->n_spells++] = (history_spell){ day, day };
    interest->spells.count++;
    return true;
}

static bool add_point(history *h, history_interest *interest, int32_t day, double weight)
{
    if (!grow(&h->points, &h->cap_points, h->n_points + 1, sizeof *h->points))
        return false;
    h->points[h->n_points++] = (history_point){ day, weight };
    interest->points.count++;
    return true;
}

static bool add_days(history *h, history_interest *interest, const double *weights, uint32_t n,
                     int32_t from)
{
    bool there = false;
    double told = 0;

    for (uint32_t i = 0; i < n; i++) {
        int32_t day = from + (int32_t)i;
        bool begins = !there && weights[i] > NOTHING;
        there = weights[i] > NOTHING;
        if (!there)
            continue;
        if (begins && !add_spell(h, interest, day))
            return false;
        h->spells[h->n_spells - 1].last = day;
        if (!begins && fabs(weights[i] - told) < STEP)
            continue;
        told = weights[i];
        if (!add_point(h, interest, day, told))
            return false;
    }
    return true;
}

static bool add_track(history *h, const suitor_timeline *t, const suitor_track *track)
{
    if (!grow(&h->interests, &h->cap_interests, h->n_interests + 1, sizeof *h->interests))
        return false;
    history_interest *interest = &h->interests[h->n_interests];
    *interest = (history_interest){
        .player = track->player,
        .club = track->club,
        .spells = { h->n_spells, 0 },
        .points = { h->n_points, 0 },
        .first = track->first,
        .last = track->last,
        .n_origins = track->n_origins,
        .n_articles = track->n_articles,
    };
    if (!add_days(h, interest, track->weights, t->n_days, t->from))
        return false;
    h->n_interests += interest->spells.count > 0;
    return true;
}

static int by_pair(const void *a, const void *b)
{
    const history_interest *x = a, *y = b;

    if (x->player != y->player)
        return x->player < y->player ? -1 : 1;
    return (x->club > y->club) - (x->club < y->club);
}

suitor_status history_of(const suitor_market *market, const bool *players, history *out,
                         suitor_error *err)
{
    const suitor_ledger *l = suitor_market_ledger(market);
    suitor_status st = SUITOR_OK;

    *out = (history){ 0 };
    for (uint32_t p = 0; st == SUITOR_OK && p < l->n_players; p++) {
        suitor_timeline t = { 0 };
        if (!players[p])
            continue;
        st = suitor_timeline_of(market, p, SUITOR_NO_DAY, &t, err);
        for (uint32_t i = 0; st == SUITOR_OK && i < t.n_tracks; i++)
            if (!add_track(out, &t, &t.tracks[i]))
                st = fail(err, SUITOR_ERR_NOMEM, "no memory for the days of %u interests",
                          out->n_interests);
        suitor_timeline_clear(&t);
    }
    if (st == SUITOR_OK && out->n_interests)
        qsort(out->interests, out->n_interests, sizeof *out->interests, by_pair);
    return st;
}

void history_clear(history *h)
{
    free(h->interests);
    free(h->spells);
    free(h->points);
    *h = (history){ 0 };
}
