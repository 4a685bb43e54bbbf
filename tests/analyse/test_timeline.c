/* Timelines: what they tell of small markets, and that each day is the market of that day. */
#include "suitor/timeline.h"

#include <math.h>

#include "market_fixture.h"
#include "table.h"

#define TELLS(day, origin, player, club, relation, stage)                                          \
    {                                                                                              \
        day, day origin, origin, player, club, relation, stage, SUITOR_FIRM, 0.9                   \
    }

/* Abel of Arrow: Bridge rises, Castle gives up, Bridge signs him; Delta says so once more. */
static const fixture_claim abel[] = {
    TELLS("2026-05-01", "Herald", "Abel", "Arrow", SUITOR_PLAYS_FOR, SUITOR_OWNED),
    TELLS("2026-05-02", "Herald", "Abel", "Bridge", SUITOR_INTEREST, SUITOR_WATCHING),
    TELLS("2026-05-02", "Herald", "Abel", "Castle", SUITOR_INTEREST, SUITOR_KEEN),
    TELLS("2026-05-09", "Herald", "Abel", "Bridge", SUITOR_INTEREST, SUITOR_KEEN),
    TELLS("2026-05-09", "Echo", "Abel", "Bridge", SUITOR_INTEREST, SUITOR_KEEN),
    TELLS("2026-05-12", "Echo", "Abel", "Castle", SUITOR_ENDED, SUITOR_OVER),
    TELLS("2026-05-20", "Echo", "Abel", "Delta", SUITOR_INTEREST, SUITOR_TALKS),
    TELLS("2026-06-01", "The Guardian", "Abel", "Bridge", SUITOR_DEAL, SUITOR_DONE),
    TELLS("2026-06-20", "Echo", "Abel", "Delta", SUITOR_INTEREST, SUITOR_KEEN),
};

static const char *name_of(const suitor_ledger *l, uint32_t entity)
{
    return entity == SUITOR_NO_INDEX ? "" : l->entities[entity].name.ptr;
}

typedef struct {
    const char *date;
    suitor_event_kind kind;
    const char *player, *club;
    suitor_stage before, after;
    const char *joined;
    uint32_t n_origins;
    bool is_told;
} expected_event;

static void check_events(const suitor_ledger *l, const suitor_timeline *t,
                         const expected_event *expected, uint32_t n)
{
    for (uint32_t i = 0; i < n && i < t->n_events; i++) {
        const suitor_event *e = &t->events[i];
        char day[SUITOR_DATE_SIZE];
        suitor_day_format(e->day, day);
        check_row(i, expected[i].date, strcmp(day, expected[i].date) == 0);
        check_row(i, suitor_event_kind_name(e->kind), e->kind == expected[i].kind);
        check_row(i, expected[i].club,
                  strcmp(name_of(l, e->player), expected[i].player) == 0 &&
                      strcmp(name_of(l, e->club), expected[i].club) == 0);
        check_row(i, "stages", e->before == expected[i].before && e->after == expected[i].after);
        check_row(i, "joined", strcmp(name_of(l, e->joined), expected[i].joined) == 0);
        check_row(i, "origins", e->n_origins == expected[i].n_origins);
        check_row(i, "told", (e->row != SUITOR_NO_INDEX) == expected[i].is_told);
    }
    assert_int_equal(t->n_events, n);
}

#define NO SUITOR_N_STAGES

static void a_player_is_told_by_date(void **state)
{
    static const expected_event expected[] = {
        { "2026-05-02", SUITOR_EVENT_FIRST, "Abel", "Bridge", NO, SUITOR_WATCHING, "", 1, true },
        { "2026-05-02", SUITOR_EVENT_FIRST, "Abel", "Castle", NO, SUITOR_KEEN, "", 1, true },
        { "2026-05-09", SUITOR_EVENT_RISE, "Abel", "Bridge", SUITOR_WATCHING, SUITOR_KEEN, "", 2,
          true },
        { "2026-05-12", SUITOR_EVENT_ENDED, "Abel", "Castle", SUITOR_KEEN, SUITOR_KEEN, "", 1,
          true },
        { "2026-05-20", SUITOR_EVENT_FIRST, "Abel", "Delta", NO, SUITOR_TALKS, "", 1, true },
        { "2026-06-01", SUITOR_EVENT_MOVE, "Abel", "Bridge", SUITOR_KEEN, NO, "", 1, true },
        { "2026-06-01", SUITOR_EVENT_GONE, "Abel", "Castle", SUITOR_KEEN, NO, "Bridge", 0, false },
        { "2026-06-01", SUITOR_EVENT_GONE, "Abel", "Delta", SUITOR_TALKS, NO, "Bridge", 0, false },
        { "2026-06-20", SUITOR_EVENT_BACK, "Abel", "Delta", NO, SUITOR_KEEN, "", 1, true },
    };
    market_fixture f = { 0 };
    suitor_timeline t = { 0 };

    (void)state;
    fixture_add(&f.claims, abel, N_ROWS(abel));
    market_build(&f, "2026-06-30");
    assert_int_equal(
        suitor_timeline_of(f.market, fixture_entity(f.ledger, "Abel"), SUITOR_NO_DAY, &t, NULL),
        SUITOR_OK);
    check_events(f.ledger, &t, expected, N_ROWS(expected));
    assert_int_equal(t.n_days, 60);
    assert_int_equal(t.n_tracks, 3);
    assert_string_equal(name_of(f.ledger, t.tracks[0].club), "Delta");
    assert_int_equal(t.tracks[0].n_origins, 1);
    assert_int_equal(t.tracks[0].n_articles, 2);
    assert_int_equal(t.tracks[0].first, t.from + 18);
    assert_int_equal(t.tracks[0].last, t.from + 49);
    assert_int_equal(t.tracks[0].peak_day, t.from + 18);
    assert_true(t.tracks[0].weight > 0 && t.tracks[0].weight == t.tracks[0].weights[59]);
    assert_true(t.tracks[0].weights[17] == 0 && t.tracks[0].weights[30] == 0);
    assert_string_equal(name_of(f.ledger, t.tracks[1].club), "Bridge");
    assert_true(t.tracks[1].weight == 0);
    suitor_timeline_clear(&t);
    market_clear(&f);
}

/* Of a club: its own interests, and who joins it. */
static void a_club_is_told_by_date(void **state)
{
    static const expected_event expected[] = {
        { "2026-05-02", SUITOR_EVENT_FIRST, "Abel", "Castle", NO, SUITOR_KEEN, "", 1, true },
        { "2026-05-12", SUITOR_EVENT_ENDED, "Abel", "Castle", SUITOR_KEEN, SUITOR_KEEN, "", 1,
          true },
        { "2026-05-15", SUITOR_EVENT_FIRST, "Zeno", "Castle", NO, SUITOR_BID, "", 1, true },
        { "2026-06-01", SUITOR_EVENT_GONE, "Abel", "Castle", SUITOR_KEEN, NO, "Bridge", 0, false },
        { "2026-06-10", SUITOR_EVENT_MOVE, "Zeno", "Castle", SUITOR_BID, NO, "", 1, true },
    };
    static const fixture_claim zeno[] = {
        TELLS("2026-05-15", "Echo", "Zeno", "Castle", SUITOR_INTEREST, SUITOR_BID),
        TELLS("2026-06-10", "Echo", "Zeno", "Castle", SUITOR_DEAL, SUITOR_DONE),
    };
    market_fixture f = { 0 };
    suitor_timeline t = { 0 };

    (void)state;
    fixture_add(&f.claims, abel, N_ROWS(abel));
    fixture_add(&f.claims, zeno, N_ROWS(zeno));
    market_build(&f, "2026-06-30");
    uint32_t castle = fixture_entity(f.ledger, "Castle");
    assert_int_equal(suitor_timeline_of(f.market, castle, SUITOR_NO_DAY, &t, NULL), SUITOR_OK);
    check_events(f.ledger, &t, expected, N_ROWS(expected));
    assert_int_equal(t.n_tracks, 2);
    suitor_timeline_clear(&t);
    market_clear(&f);
}

/* From a day on: what was before counts and is not shown. */
static void since_cuts(void **state)
{
    market_fixture f = { 0 };
    suitor_timeline t = { 0 }, all = { 0 };
    int32_t since;
    suitor_error err;

    (void)state;
    fixture_add(&f.claims, abel, N_ROWS(abel));
    market_build(&f, "2026-06-30");
    uint32_t player = fixture_entity(f.ledger, "Abel");
    assert_true(suitor_day_parse(suitor_sv_of("2026-06-10"), &since));
    assert_int_equal(suitor_timeline_of(f.market, player, since, &t, NULL), SUITOR_OK);
    assert_int_equal(suitor_timeline_of(f.market, player, SUITOR_NO_DAY, &all, NULL), SUITOR_OK);
    assert_int_equal(t.from, since);
    assert_int_equal(t.n_events, 1);
    assert_int_equal(t.events[0].kind, SUITOR_EVENT_BACK);
    assert_int_equal(t.n_tracks, 1);
    assert_int_equal(t.tracks[0].first, all.tracks[0].first);
    for (uint32_t i = 0; i < t.n_days; i++)
        assert_true(t.tracks[0].weights[i] == all.tracks[0].weights[i + all.n_days - t.n_days]);
    suitor_timeline_clear(&t);
    suitor_timeline_clear(&all);
    assert_int_equal(suitor_timeline_of(f.market, player, since + 100, &t, &err),
                     SUITOR_ERR_INVALID);
    assert_string_equal(err.message, "the timeline would begin after its last day");
    assert_int_equal(suitor_timeline_of(f.market, 999, SUITOR_NO_DAY, &t, &err),
                     SUITOR_ERR_INVALID);
    market_clear(&f);
}

/* Interest in time is no more than a mention: it fades on a day of its own. */
static void interest_fades(void **state)
{
    static const fixture_claim claims[] = {
        TELLS("2025-01-01", "Echo", "Abel", "Bridge", SUITOR_INTEREST, SUITOR_LINKED),
        TELLS("2026-05-01", "Echo", "Abel", "Castle", SUITOR_INTEREST, SUITOR_KEEN),
    };
    market_fixture f = { 0 };
    suitor_timeline t = { 0 };

    (void)state;
    fixture_add(&f.claims, claims, N_ROWS(claims));
    market_build(&f, "2026-06-30");
    assert_int_equal(
        suitor_timeline_of(f.market, fixture_entity(f.ledger, "Abel"), SUITOR_NO_DAY, &t, NULL),
        SUITOR_OK);
    assert_int_equal(t.n_events, 3);
    assert_int_equal(t.events[1].kind, SUITOR_EVENT_GONE);
    assert_int_equal(t.events[1].row, SUITOR_NO_INDEX);
    uint32_t gone = (uint32_t)(t.events[1].day - t.from);
    assert_true(t.tracks[1].weights[gone - 1] > 0 && t.tracks[1].weights[gone] == 0);
    suitor_timeline_clear(&t);
    market_clear(&f);
}

/* Nothing dated, and nothing told of somebody, are timelines without days. */
static void nothing_to_tell(void **state)
{
    market_fixture f = { 0 };
    suitor_timeline t = { 0 };

    (void)state;
    fixture_set_player(&f.claims, "Nobody", SUITOR_CB, 20);
    fixture_add(&f.claims, abel, 1);
    market_build(&f, "2026-06-30");
    assert_int_equal(
        suitor_timeline_of(f.market, fixture_entity(f.ledger, "Nobody"), SUITOR_NO_DAY, &t, NULL),
        SUITOR_OK);
    assert_int_equal(t.n_days, 0);
    assert_int_equal(t.n_tracks, 0);
    suitor_timeline_clear(&t);
    suitor_timeline_clear(NULL);
    market_clear(&f);
}

/* The oracle: the market built from what had been printed by each day. */
static void check_day(const fixture_claim *claims, const suitor_ledger *whole,
                      const suitor_timeline *t, int32_t day)
{
    market_fixture then = { 0 };
    char at[SUITOR_DATE_SIZE];
    uint32_t n;

    suitor_day_format(day, at);
    for (int i = 0; i < RANDOM_CLAIMS; i++)
        if (strcmp(claims[i].date, at) <= 0)
            fixture_add(&then.claims, &claims[i], 1);
    market_build(&then, at);
    const suitor_edge *edges = suitor_market_edges(then.market, &n);
    for (uint32_t i = 0; i < t->n_tracks; i++) {
        const char *player = name_of(whole, t->tracks[i].player);
        const char *club = name_of(whole, t->tracks[i].club);
        double weight = t->tracks[i].weights[day - t->from], expected = 0;
        for (uint32_t j = 0; j < n; j++)
            if (strcmp(name_of(then.ledger, edges[j].player), player) == 0 &&
                strcmp(name_of(then.ledger, edges[j].club), club) == 0)
                expected = edges[j].weight;
        if (fabs(weight - expected) > 1e-12)
            print_error("%s: %s to %s is %g, was %g\n", at, player, club, weight, expected);
        assert_true(fabs(weight - expected) <= 1e-12);
    }
    market_clear(&then);
}

/* Walked through, the events of each track lead from one stage to the next. */
static void check_chain(const suitor_timeline *t, const suitor_track *track)
{
    suitor_stage stage = SUITOR_N_STAGES;
    bool seen = false;

    for (uint32_t i = 0; i < t->n_events; i++) {
        const suitor_event *e = &t->events[i];
        if (e->player != track->player || e->club != track->club)
            continue;
        assert_int_equal(e->before, stage);
        assert_true(e->kind != SUITOR_EVENT_FIRST || !seen);
        assert_true(e->kind != SUITOR_EVENT_BACK || seen);
        assert_true(e->weight >= 0 && e->weight <= 1);
        seen |= e->kind != SUITOR_EVENT_MOVE; /* he may be wanted for the first time later */
        stage = e->after;
    }
    assert_true((stage < SUITOR_N_STAGES) == (track->weight > 0));
}

static void each_day_is_the_market_of_that_day(void **state)
{
    uint64_t seed = 11;

    (void)state;
    for (int round = 0; round < 8; round++) {
        fixture_claim claims[RANDOM_CLAIMS];
        market_fixture f = { 0 };
        random_claims(&seed, claims);
        fixture_add(&f.claims, claims, RANDOM_CLAIMS);
        market_build(&f, "2026-06-30");
        for (uint32_t entity = 0; entity < f.ledger->n_entities; entity++) {
            suitor_timeline t = { 0 };
            assert_int_equal(suitor_timeline_of(f.market, entity, SUITOR_NO_DAY, &t, NULL),
                             SUITOR_OK);
            for (uint32_t i = 0; i < t.n_days; i += 1 + t.n_days / 7)
                check_day(claims, f.ledger, &t, t.from + (int32_t)i);
            for (uint32_t i = 0; i < t.n_tracks; i++)
                check_chain(&t, &t.tracks[i]);
            suitor_timeline_clear(&t);
        }
        market_clear(&f);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_player_is_told_by_date),
        cmocka_unit_test(a_club_is_told_by_date),
        cmocka_unit_test(since_cuts),
        cmocka_unit_test(interest_fades),
        cmocka_unit_test(nothing_to_tell),
        cmocka_unit_test(each_day_is_the_market_of_that_day),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
