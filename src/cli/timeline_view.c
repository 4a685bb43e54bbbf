/* A timeline as two tables: interests with their sparklines, and events by date. */
#include "timeline_view.h"

#include <stdio.h>
#include <stdlib.h>

#include "memory.h"
#include "say.h"
#include "spark.h"
#include "table.h"
#include "words.h"

enum { SPARK_COLUMNS = 18 };

/* Whom the other of an event or a track is: of a player's timeline the club. */
static uint32_t other(const suitor_timeline *t, uint32_t player, uint32_t club)
{
    return t->entity == player ? club : player;
}

static bool is_player(const view *v, const suitor_timeline *t)
{
    return view_entity(v, t->entity)->kind == SUITOR_KIND_PLAYER;
}

static void print_heading(const view *v, const suitor_timeline *t)
{
    char *name = view_clean_name(v, t->entity);
    char *club = view_clean_name(v, suitor_market_club_of(v->market, t->entity));
    char from[SUITOR_DATE_SIZE], to[SUITOR_DATE_SIZE];

    printf("%s%s%s", terminal_code(STYLE_BOLD), name, terminal_code(STYLE_PLAIN));
    if (is_player(v, t) && *club)
        printf(", %s", club);
    printf("%s  %s to %s%s\n\n", terminal_code(STYLE_DIM), suitor_day_format(t->from, from),
           suitor_day_format(t->to, to), terminal_code(STYLE_PLAIN));
    free(name);
    free(club);
}

/* The highest weight of the first `n` tracks: what all sparklines are measured by. */
static double highest(const suitor_timeline *t, uint32_t n)
{
    double top = 0;

    for (uint32_t i = 0; i < n; i++)
        top = t->tracks[i].peak > top ? t->tracks[i].peak : top;
    return top;
}

static void print_tracks(const view *v, const suitor_timeline *t, uint32_t n)
{
    const table_column columns[] = {
        { is_player(v, t) ? "Club" : "Player", COLUMN_NAME },
        { "By day", COLUMN_LEFT },
        { "Now", COLUMN_RIGHT },
        { "First", COLUMN_LEFT },
        { "Last", COLUMN_LEFT },
        { "Orig.", COLUMN_RIGHT },
        { "Art.", COLUMN_RIGHT },
    };
    table *out = table_new(columns, sizeof columns / sizeof *columns);
    double top = highest(t, n);

    for (uint32_t i = 0; i < n; i++) {
        const suitor_track *track = &t->tracks[i];
        char *spark =
            spark_text(track->weights, t->n_days, SPARK_COLUMNS, top, terminal_has_utf8());
        table_name(out, view_name(v, other(t, track->player, track->club)));
        table_cell(out, "%s", spark);
        table_cell(out, "%.3f", track->weight);
        table_day(out, track->first);
        table_day(out, track->last);
        table_cell(out, "%u", track->n_origins);
        table_cell(out, "%u", track->n_articles);
        free(spark);
    }
    table_print(out, stdout);
    table_free(out);
}

static void print_scale(const suitor_timeline *t, uint32_t n)
{
    uint32_t days = spark_days(t->n_days, SPARK_COLUMNS);
    char *text =
        memory_format("A column is %u day%s, as high as its highest weight; the tallest is %.3f.",
                      days, say_s(days), highest(t, n));

    if (n < t->n_tracks)
        memory_append(&text, " %u more with --top 0.", t->n_tracks - n);
    terminal_wrap(stdout, 0, text);
    free(text);
}

/* What has changed, in words; release with free(). */
static char *describe(const view *v, const suitor_event *e)
{
    const char *arrow = terminal_has_utf8() ? "→" : "->";
    char *club, *text;

    switch (e->kind) {
    case SUITOR_EVENT_FIRST: return memory_format("first: %s", suitor_stage_name(e->after));
    case SUITOR_EVENT_BACK: return memory_format("again: %s", suitor_stage_name(e->after));
    case SUITOR_EVENT_RISE:
    case SUITOR_EVENT_FALL:
        return memory_format("%s %s %s", suitor_stage_name(e->before), arrow,
                             suitor_stage_name(e->after));
    case SUITOR_EVENT_ENDED: return memory_format("said to be over");
    case SUITOR_EVENT_MOVE:
        return memory_format("%s", e->row != SUITOR_NO_INDEX &&
                                           v->ledger->rows[e->row].relation == SUITOR_DEAL
                                       ? "signed"
                                       : "his club now");
    default: break;
    }
    if (e->joined == SUITOR_NO_INDEX)
        return memory_format("%s", e->row == SUITOR_NO_INDEX ? "faded" : "over");
    club = view_clean_name(v, e->joined);
    text = memory_format("gone: joined %s", club);
    free(club);
    return text;
}

/* "Romano +2": who tells it, and how many more speak of the two that day. */
static char *tellers(const view *v, const suitor_event *e)
{
    suitor_sv origin = { NULL, 0 };
    char *text;

    if (e->row == SUITOR_NO_INDEX)
        return memory_format("%s", "");
    origin = v->ledger->origins[v->ledger->rows[e->row].origin];
    text = origin.len ? memory_format("%.*s", SUITOR_SV_ARG(origin))
                      : memory_format("%s", "origin unknown");
    if (e->n_origins > 1)
        memory_append(&text, " +%u", e->n_origins - 1);
    return text;
}

bool timeline_shows(const suitor_timeline *t, uint32_t n, const suitor_event *e)
{
    for (uint32_t i = n; i < t->n_tracks; i++)
        if (t->tracks[i].player == e->player && t->tracks[i].club == e->club)
            return false;
    return true;
}

static void print_events(const view *v, const suitor_timeline *t, uint32_t n)
{
    const table_column columns[] = {
        { "Date", COLUMN_LEFT },    { is_player(v, t) ? "Club" : "Player", COLUMN_NAME },
        { "What", COLUMN_NAME },    { "Weight", COLUMN_RIGHT },
        { "Told by", COLUMN_NAME },
    };
    table *out = table_new(columns, sizeof columns / sizeof *columns);
    int32_t last = SUITOR_NO_DAY;

    for (uint32_t i = 0; i < t->n_events; i++) {
        const suitor_event *e = &t->events[i];
        char *what, *who;
        if (!timeline_shows(t, n, e))
            continue;
        what = describe(v, e);
        who = tellers(v, e);
        table_day(out, e->day == last ? SUITOR_NO_DAY : e->day);
        table_name(out, view_name(v, other(t, e->player, e->club)));
        table_name(out, suitor_sv_of(what));
        table_cell(out, "%.3f", e->weight);
        table_name(out, suitor_sv_of(who));
        last = e->day;
        free(what);
        free(who);
    }
    table_print(out, stdout);
    table_free(out);
}

int timeline_print(const view *v, const suitor_timeline *t, uint32_t top)
{
    uint32_t n = top && top < t->n_tracks ? top : t->n_tracks;

    if (t->n_tracks == 0 && t->n_events == 0) {
        char *name = view_clean_name(v, t->entity);
        printf("%s: %s\n", name,
               is_player(v, t) ? "nobody is said to want him in these days."
                               : "nobody is said to be wanted in these days.");
        free(name);
        return STATUS_DONE;
    }
    print_heading(v, t);
    if (n > 0) {
        print_tracks(v, t, n);
        print_scale(t, n);
    }
    if (n > 0 && t->n_events > 0)
        puts("");
    if (t->n_events > 0)
        print_events(v, t, n);
    return STATUS_DONE;
}
