/* Timelines: player by player, a part of the market is weighed for each day on which
 * interest is alive or something is printed, and compared with the day before. */
#include "suitor/timeline.h"

#include <stdlib.h>

#include "fail.h"
#include "grow.h"
#include "part.h"
#include "rank.h"
#include "timeline_rows.h"

/* What stood the day before, beside the tracks of the player at hand. */
typedef struct {
    bool is_alive;
    suitor_stage stage;
    double weight;
} standing;

typedef struct {
    const suitor_market *market;
    const suitor_ledger *ledger;
    market_part *part;
    suitor_timeline *out;
    suitor_error *err;
    uint32_t club;        /* of whose interest this is, SUITOR_NO_INDEX all clubs' */
    standing *standings;  /* beside out->tracks */
    timeline_rows rows;   /* of the player at hand */
    uint32_t first_track; /* of the player at hand */
    uint32_t owner;       /* whose player he was the day before */
    uint32_t cap_tracks, cap_standings, cap_events;
} telling;

const char *suitor_event_kind_name(suitor_event_kind kind)
{
    static const char *const names[SUITOR_N_EVENTS] = { "first", "rise",  "fall", "gone",
                                                        "back",  "ended", "move" };

    return (unsigned)kind < SUITOR_N_EVENTS ? names[kind] : "unknown";
}

static suitor_status no_memory(const telling *t)
{
    return fail(t->err, SUITOR_ERR_NOMEM, "no memory for a timeline of %u days", t->out->n_days);
}

static suitor_status add_event(telling *t, suitor_event event)
{
    if (event.day < t->out->from)
        return SUITOR_OK;
    if (!grow(&t->out->events, &t->cap_events, t->out->n_events + 1, sizeof event))
        return no_memory(t);
    timeline_rows_of_day(&t->rows, t->ledger, &event);
    t->out->events[t->out->n_events++] = event;
    return SUITOR_OK;
}

/* The player's track of `club`, or SUITOR_NO_INDEX. */
static uint32_t find_track(const telling *t, uint32_t club)
{
    for (uint32_t i = t->first_track; i < t->out->n_tracks; i++)
        if (t->out->tracks[i].club == club)
            return i;
    return SUITOR_NO_INDEX;
}

static suitor_status add_track(telling *t, uint32_t club, uint32_t *index)
{
    uint32_t n = t->out->n_tracks;
    suitor_track track = { .player = t->rows.player, .club = club, .peak_day = SUITOR_NO_DAY };

    if (!grow(&t->out->tracks, &t->cap_tracks, n + 1, sizeof track) ||
        !grow(&t->standings, &t->cap_standings, n + 1, sizeof *t->standings))
        return no_memory(t);
    track.weights = calloc(t->out->n_days, sizeof *track.weights);
    if (!track.weights)
        return no_memory(t);
    t->out->tracks[n] = track;
    t->standings[n] = (standing){ .is_alive = false, .stage = SUITOR_N_STAGES };
    *index = n;
    t->out->n_tracks++;
    return SUITOR_OK;
}

/* Note today's weight. */
static void note_weight(telling *t, uint32_t index, int32_t day, double weight)
{
    suitor_track *track = &t->out->tracks[index];

    track->weight = weight;
    if (day < t->out->from)
        return;
    track->weights[day - t->out->from] = weight;
    if (track->peak_day == SUITOR_NO_DAY || weight > track->peak) {
        track->peak = weight;
        track->peak_day = day;
    }
}

/* Interest that stands today. */
static suitor_status tell_edge(telling *t, const suitor_edge *edge, int32_t day)
{
    uint32_t i = find_track(t, edge->club);
    bool is_new = i == SUITOR_NO_INDEX;
    suitor_status st = is_new ? add_track(t, edge->club, &i) : SUITOR_OK;

    if (st != SUITOR_OK)
        return st;
    standing *was = &t->standings[i];
    suitor_event event = { .kind = is_new ? SUITOR_EVENT_FIRST : SUITOR_EVENT_BACK,
                           .day = day,
                           .player = edge->player,
                           .club = edge->club,
                           .before = SUITOR_N_STAGES,
                           .after = edge->stage,
                           .weight_before = was->weight,
                           .weight = edge->weight,
                           .joined = SUITOR_NO_INDEX };
    bool is_ended = timeline_rows_tell_end(&t->rows, t->ledger, day, edge->club);
    bool is_event = !was->is_alive || was->stage != edge->stage || is_ended;
    if (was->is_alive) {
        event.kind = edge->stage > was->stage ? SUITOR_EVENT_RISE
                     : is_ended               ? SUITOR_EVENT_ENDED
                                              : SUITOR_EVENT_FALL;
        event.before = was->stage;
    }
    *was = (standing){ true, edge->stage, edge->weight };
    note_weight(t, i, day, edge->weight);
    return is_event ? add_event(t, event) : SUITOR_OK;
}

static bool stands(const suitor_edge *edges, uint32_t n, uint32_t club)
{
    for (uint32_t i = 0; i < n; i++)
        if (edges[i].club == club)
            return true;
    return false;
}

/* Interest that stood yesterday and does not today; of him whose player he is now it is
 * told as a move. */
static suitor_status tell_gone(telling *t, uint32_t index, int32_t day, uint32_t owner)
{
    standing *was = &t->standings[index];
    const suitor_track *track = &t->out->tracks[index];
    const suitor_event event = { .kind = SUITOR_EVENT_GONE,
                                 .day = day,
                                 .player = track->player,
                                 .club = track->club,
                                 .before = was->stage,
                                 .after = SUITOR_N_STAGES,
                                 .weight_before = was->weight,
                                 .joined = owner != t->owner ? owner : SUITOR_NO_INDEX };

    *was = (standing){ .is_alive = false, .stage = SUITOR_N_STAGES };
    note_weight(t, index, day, 0);
    return track->club == owner ? SUITOR_OK : add_event(t, event);
}

/* That he is another club's than yesterday. Where nobody had told whose he was, only a deal
 * makes it a move, or that the club wanted him. */
static suitor_status tell_move(telling *t, int32_t day, uint32_t owner, const standing *was)
{
    const suitor_event event = { .kind = SUITOR_EVENT_MOVE,
                                 .day = day,
                                 .player = t->rows.player,
                                 .club = owner,
                                 .before = was ? was->stage : SUITOR_N_STAGES,
                                 .after = SUITOR_N_STAGES,
                                 .weight_before = was ? was->weight : 0,
                                 .joined = SUITOR_NO_INDEX };

    if (owner == t->owner || owner == SUITOR_NO_INDEX ||
        (t->club != SUITOR_NO_INDEX && t->club != owner) ||
        (t->owner == SUITOR_NO_INDEX && !(was && was->is_alive) &&
         !timeline_rows_tell_deal(&t->rows, t->ledger, day, owner)))
        return SUITOR_OK;
    return add_event(t, event);
}

static suitor_status tell_day(telling *t, int32_t day, bool *any_alive)
{
    const suitor_edge *edges;
    uint32_t n, owner;
    suitor_status st = market_part_until(t->part, t->rows.player, day, &edges, &n, t->err);

    if (st != SUITOR_OK)
        return st;
    owner = market_part_club(t->part);
    uint32_t at = find_track(t, owner);
    st = tell_move(t, day, owner, at == SUITOR_NO_INDEX ? NULL : &t->standings[at]);
    for (uint32_t i = t->first_track; st == SUITOR_OK && i < t->out->n_tracks; i++)
        if (t->standings[i].is_alive && !stands(edges, n, t->out->tracks[i].club))
            st = tell_gone(t, i, day, owner);
    for (uint32_t i = 0; st == SUITOR_OK && i < n; i++)
        if (t->club == SUITOR_NO_INDEX || edges[i].club == t->club)
            st = tell_edge(t, &edges[i], day);
    t->owner = owner;
    *any_alive = false;
    for (uint32_t i = t->first_track; i < t->out->n_tracks; i++)
        *any_alive |= t->standings[i].is_alive;
    return st;
}

/* Whose player he was the day before the first that is looked at. */
static suitor_status find_first_owner(telling *t, int32_t day)
{
    const suitor_edge *edges;
    uint32_t n;
    suitor_status st = market_part_until(t->part, t->rows.player, day - 1, &edges, &n, t->err);

    t->owner = st == SUITOR_OK ? market_part_club(t->part) : SUITOR_NO_INDEX;
    return st;
}

/* Days without interest are passed over up to the next on which something is printed. */
static suitor_status tell_player(telling *t)
{
    const timeline_rows *rows = &t->rows;
    bool any_alive = false;
    uint32_t next = 0;
    suitor_status st;

    if (rows->n_days == 0)
        return SUITOR_OK;
    st = find_first_owner(t, rows->days[0]);
    t->first_track = t->out->n_tracks;
    for (int32_t day = rows->days[0]; st == SUITOR_OK && day <= t->out->to; day++) {
        while (next < rows->n_days && rows->days[next] < day)
            next++;
        if (!any_alive && next == rows->n_days)
            break;
        if (!any_alive)
            day = rows->days[next];
        st = tell_day(t, day, &any_alive);
    }
    return st;
}

static int compare_tracks(const void *left, const void *right)
{
    const suitor_track *a = left, *b = right;

    if (a->weight != b->weight)
        return a->weight > b->weight ? -1 : 1;
    if (a->player != b->player)
        return rank_compare(a->peak, a->player, b->peak, b->player);
    return rank_compare(a->peak, a->club, b->peak, b->club);
}

static int compare_events(const void *left, const void *right)
{
    const suitor_event *a = left, *b = right;

    if (a->day != b->day)
        return a->day < b->day ? -1 : 1;
    if (a->player != b->player)
        return a->player < b->player ? -1 : 1;
    if (a->club != b->club)
        return a->club < b->club ? -1 : 1;
    return (a->kind > b->kind) - (a->kind < b->kind);
}

/* Tracks that were over before the days shown are left out. */
static void drop_past(suitor_timeline *out)
{
    uint32_t n = 0;

    for (uint32_t i = 0; i < out->n_tracks; i++) {
        if (out->tracks[i].peak > 0)
            out->tracks[n++] = out->tracks[i];
        else
            free(out->tracks[i].weights);
    }
    out->n_tracks = n;
}

static void finish(telling *t)
{
    suitor_timeline *out = t->out;

    drop_past(out);
    for (uint32_t i = 0; i < out->n_tracks; i++)
        timeline_rows_sum_up(&t->rows, t->ledger, &out->tracks[i]);
    if (out->n_tracks > 1)
        qsort(out->tracks, out->n_tracks, sizeof *out->tracks, compare_tracks);
    if (out->n_events > 1)
        qsort(out->events, out->n_events, sizeof *out->events, compare_events);
}

/* The days to be shown; none where nothing is dated or nothing is told of the entity. */
static suitor_status set_days(telling *t, int32_t since)
{
    suitor_timeline *out = t->out;
    int32_t first = timeline_first_day(t->ledger, out->entity);

    if (since != SUITOR_NO_DAY && since > suitor_market_day(t->market))
        return fail(t->err, SUITOR_ERR_INVALID, "the timeline would begin after its last day");
    out->from = out->to = SUITOR_NO_DAY;
    if (first == SUITOR_NO_DAY)
        return SUITOR_OK;
    out->to = suitor_market_day(t->market);
    out->from = since > first ? since : first;
    out->n_days = (uint32_t)((int64_t)out->to - out->from + 1);
    return SUITOR_OK;
}

suitor_status suitor_timeline_of(const suitor_market *market, uint32_t entity, int32_t since,
                                 suitor_timeline *out, suitor_error *err)
{
    const suitor_ledger *ledger = suitor_market_ledger(market);
    bool is_club = entity >= ledger->n_players;
    suitor_timeline timeline = { .entity = entity };
    telling t = { .market = market,
                  .ledger = ledger,
                  .out = &timeline,
                  .err = err,
                  .club = is_club ? entity : SUITOR_NO_INDEX };
    suitor_status st;

    if (entity >= ledger->n_entities)
        return fail(err, SUITOR_ERR_INVALID, "timeline: %u is no entity of this ledger (of %u)",
                    entity, ledger->n_entities);
    if ((st = set_days(&t, since)) != SUITOR_OK ||
        (st = timeline_rows_init(&t.rows, ledger, err)) != SUITOR_OK ||
        (st = market_part_new(market, &t.part, err)) != SUITOR_OK)
        goto done;
    for (uint32_t p = is_club ? 0 : entity; timeline.n_days > 0 && st == SUITOR_OK; p++) {
        if (p >= (is_club ? ledger->n_players : entity + 1))
            break;
        st = timeline_rows_read(&t.rows, ledger, p, t.club, err);
        if (st == SUITOR_OK)
            st = tell_player(&t);
    }
    if (st != SUITOR_OK)
        goto done;
    finish(&t);
    *out = timeline;
    timeline = (suitor_timeline){ 0 };
done:
    suitor_timeline_clear(&timeline);
    market_part_free(t.part);
    timeline_rows_free(&t.rows);
    free(t.standings);
    return st;
}

void suitor_timeline_clear(suitor_timeline *timeline)
{
    if (!timeline)
        return;
    for (uint32_t i = 0; i < timeline->n_tracks; i++)
        free(timeline->tracks[i].weights);
    free(timeline->tracks);
    free(timeline->events);
    *timeline = (suitor_timeline){ 0 };
}
