/* What the tests of pictures share: markets to draw, and pictures in memory. */
#ifndef TESTS_EXPORT_PICTURE_H
#define TESTS_EXPORT_PICTURE_H

#include <stdlib.h>

#include "market_fixture.h"
#include "suitor/export.h"
#include "table.h"

typedef struct {
    char *bytes; /* owned, NUL-terminated */
    size_t len;
    suitor_status status;
    suitor_error err;
} picture;

static inline picture draw_with(const market_fixture *f, suitor_format format,
                                const suitor_export_options *options)
{
    picture p = { 0 };
    FILE *out = open_memstream(&p.bytes, &p.len);

    assert_non_null(out);
    p.status = suitor_export(f->market, format, options, out, &p.err);
    assert_int_equal(fclose(out), 0);
    return p;
}

/* `focus` is a name, NULL for the whole market. Fails the test with the message of
 * a failure. */
static inline picture draw_focus(const market_fixture *f, suitor_format format, const char *focus,
                                 uint32_t top)
{
    suitor_export_options options = SUITOR_EXPORT_OPTIONS_INIT;

    options.top = top;
    if (focus)
        options.focus = fixture_entity(f->ledger, focus);
    picture p = draw_with(f, format, &options);
    if (p.status != SUITOR_OK)
        print_error("%s\n", p.err.message);
    assert_int_equal(p.status, SUITOR_OK);
    return p;
}

static inline void picture_free(picture *p)
{
    free(p->bytes);
    *p = (picture){ 0 };
}

/* Build the fixture around Alessandro Bastoni in `f`, which is not moved then. */
static inline void bastoni_market(market_fixture *f)
{
    *f = (market_fixture){ 0 };
    fixture_add_bastoni(&f->claims);
    market_build(f, "2026-03-02");
}

/* `n` players, each wanted by one to six of 40 clubs. */
static inline void busy_market(market_fixture *f, unsigned n)
{
    static const suitor_stage stages[] = { SUITOR_LINKED, SUITOR_WATCHING, SUITOR_KEEN,
                                           SUITOR_TALKS, SUITOR_BID };
    uint64_t state = 7;

    *f = (market_fixture){ 0 };
    for (unsigned i = 0; i < n; i++) {
        char player[32], club[32];
        snprintf(player, sizeof player, "Player Surname-%u", i);
        for (unsigned k = random_below(&state, 6) + 1; k > 0; k--) {
            snprintf(club, sizeof club, "%s %u", k % 2 ? "Athletic" : "Real Sporting",
                     random_below(&state, 40));
            fixture_add(&f->claims,
                        &(fixture_claim){ "2026-03-01", "a", "An Outlet", player, club,
                                          SUITOR_INTEREST, stages[random_below(&state, 5)],
                                          SUITOR_FIRM, 0.9 },
                        1);
        }
    }
    market_build(f, "2026-03-02");
}

#endif
