#include "simulation_view.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "memory.h"
#include "say.h"
#include "table.h"
#include "words.h"

static void print_title(const what_if *w, const suitor_do *done, uint32_t n)
{
    char *title = memory_format("If ");

    for (uint32_t i = 0; i < n; i++) {
        char *words = what_if_words(&w->view, &done[i]);
        memory_append(&title, "%s%s", i == 0 ? "" : i + 1 == n ? " and " : ", ", words);
        free(words);
    }
    view_print_title(&w->view, title);
    free(title);
}

/* Clubs that are left a man short, wherever they turn. */
static void print_gaps(const what_if *w, const suitor_do *done, uint32_t n)
{
    for (uint32_t i = 0; i < n; i++) {
        if (done[i].kind > SUITOR_DO_LEAVE)
            continue;
        uint32_t club = suitor_market_club_of(w->view.market, done[i].player);
        suitor_position position = view_entity(&w->view, done[i].player)->position;
        if (club == SUITOR_NO_INDEX)
            continue;
        char *name = view_clean_name(&w->view, club);
        printf("%s are then a %s short.\n\n", name, position ? words_position(position) : "player");
        free(name);
    }
}

static void chance_cells(table *t, double before, double after, double difference, double error)
{
    table_cell(t, "%.1f", 100 * before);
    table_cell(t, "%.1f", 100 * after);
    table_cell(t, "%+.1f", 100 * difference);
    if (error > 0)
        table_cell(t, "±%.1f", 200 * error);
    else
        table_cell(t, "%s", "");
}

/* Less than that reads as 0.0 %. */
static const double LEAST_SHOWN = 0.0005;

static bool is_shown(const what_if *w, uint32_t rows) { return w->top == 0 || rows < w->top; }

static bool is_told(const suitor_effect *e)
{
    return e->is_effect && fabs(e->difference) >= LEAST_SHOWN;
}

/* Moves, or with `stays` players: who goes at all is what stays says, turned around. */
static uint32_t print_effects(const what_if *w, const suitor_simulation *s, bool stays)
{
    static const table_column columns[] = {
        { "Player", COLUMN_NAME }, { "To", COLUMN_NAME },      { "Before %", COLUMN_RIGHT },
        { "After", COLUMN_RIGHT }, { "Change", COLUMN_RIGHT }, { "2 s.e.", COLUMN_RIGHT },
    };
    static const table_column leaving[] = {
        { "Leaves", COLUMN_NAME }, { "Of", COLUMN_NAME },      { "Before %", COLUMN_RIGHT },
        { "After", COLUMN_RIGHT }, { "Change", COLUMN_RIGHT }, { "2 s.e.", COLUMN_RIGHT },
    };
    table *t = table_new(stays ? leaving : columns, 6);
    uint32_t rows = 0, more = 0;

    for (uint32_t i = 0; i < s->n_effects; i++) {
        const suitor_effect *e = &s->effects[i];
        if ((e->club == SUITOR_NO_INDEX) != stays || !is_told(e))
            continue;
        if (!is_shown(w, rows)) {
            more++;
            continue;
        }
        rows++;
        char *place =
            stays ? view_clean_name(&w->view, suitor_market_club_of(w->view.market, e->player))
                  : what_if_place(&w->view, e->club);
        table_name(t, view_name(&w->view, e->player));
        table_name(t, suitor_sv_of(place));
        if (stays)
            chance_cells(t, 1 - e->before, 1 - e->after, -e->difference, e->standard_error);
        else
            chance_cells(t, e->before, e->after, e->difference, e->standard_error);
        free(place);
    }
    if (rows)
        table_print(t, stdout);
    if (more)
        printf("  and %u more (--top 0 shows all)\n", more);
    table_free(t);
    return rows;
}

static void print_arrivals(const what_if *w, const suitor_simulation *s)
{
    static const table_column columns[] = {
        { "Arrivals at", COLUMN_NAME }, { "Position", COLUMN_LEFT }, { "Before", COLUMN_RIGHT },
        { "After", COLUMN_RIGHT },      { "Change", COLUMN_RIGHT },  { "2 s.e.", COLUMN_RIGHT },
    };
    table *t = table_new(columns, 6);
    uint32_t rows = 0;

    for (uint32_t i = 0; i < s->n_arrivals && is_shown(w, rows); i++) {
        const suitor_arrival *a = &s->arrivals[i];
        if (fabs(a->difference) <= 2 * a->standard_error || fabs(a->difference) < LEAST_SHOWN)
            continue;
        rows++;
        table_name(t, view_name(&w->view, a->club));
        table_cell(t, "%s", a->position ? words_position(a->position) : "not told");
        table_cell(t, "%.3f", a->before);
        table_cell(t, "%.3f", a->after);
        table_cell(t, "%+.3f", a->difference);
        if (a->standard_error > 0)
            table_cell(t, "±%.3f", 2 * a->standard_error);
        else
            table_cell(t, "%s", "");
    }
    if (rows) {
        puts("");
        table_print(t, stdout);
    }
    table_free(t);
}

void simulation_print_method(const what_if *w, uint32_t runs)
{
    if (runs == 0)
        puts("Solved exactly.");
    else
        printf("%u windows drawn, seed %u.\n", runs, (unsigned)w->options.seed);
}

void simulation_print(const what_if *w, const suitor_do *done, uint32_t n_done,
                      const suitor_simulation *s)
{
    uint32_t unsure = 0;

    print_title(w, done, n_done);
    print_gaps(w, done, n_done);
    for (uint32_t i = 0; i < s->n_effects; i++)
        unsure += !is_told(&s->effects[i]) && s->effects[i].club != SUITOR_NO_INDEX;
    if (print_effects(w, s, false) == 0)
        puts("Nothing else changes that can be told from chance.");
    puts("");
    print_effects(w, s, true);
    print_arrivals(w, s);
    puts("");
    simulation_print_method(w, s->runs);
    if (unsure)
        printf("%u more pair%s changed by less than %s.\n", unsure, say_s(unsure),
               s->runs ? "2 standard errors or 0.05 points" : "0.05 points");
}

cJSON *simulation_effect_json(const view *v, const suitor_effect *e)
{
    cJSON *o = cJSON_CreateObject();

    json_add_text(o, "player", view_name(v, e->player));
    if (e->club == SUITOR_ELSEWHERE || e->club == SUITOR_NO_INDEX)
        cJSON_AddNullToObject(o, "club");
    else
        json_add_text(o, "club", view_name(v, e->club));
    if (e->club == SUITOR_ELSEWHERE)
        cJSON_AddTrueToObject(o, "elsewhere");
    json_add_number(o, "before", e->before);
    json_add_number(o, "after", e->after);
    json_add_number(o, "difference", e->difference);
    json_add_number(o, "standard_error", e->standard_error);
    cJSON_AddBoolToObject(o, "effect", e->is_effect);
    return o;
}

static cJSON *arrival_json(const view *v, const suitor_arrival *a)
{
    cJSON *o = cJSON_CreateObject();

    json_add_text(o, "club", view_name(v, a->club));
    json_add_text(o, "position", suitor_sv_of(suitor_position_name(a->position)));
    json_add_number(o, "before", a->before);
    json_add_number(o, "after", a->after);
    json_add_number(o, "difference", a->difference);
    json_add_number(o, "standard_error", a->standard_error);
    return o;
}

cJSON *simulation_json(const what_if *w, const suitor_do *done, uint32_t n_done,
                       const suitor_simulation *s)
{
    cJSON *o = cJSON_CreateObject(), *list = cJSON_AddArrayToObject(o, "done");

    for (uint32_t i = 0; i < n_done; i++) {
        char *words = what_if_words(&w->view, &done[i]);
        cJSON_AddItemToArray(list, cJSON_CreateString(words));
        free(words);
    }
    json_add_day(o, "at", suitor_market_day(w->view.market));
    cJSON_AddNumberToObject(o, "seed", (double)s->seed);
    cJSON_AddNumberToObject(o, "runs", s->runs);
    cJSON_AddBoolToObject(o, "exact", s->runs == 0);
    list = cJSON_AddArrayToObject(o, "effects");
    for (uint32_t i = 0; i < s->n_effects; i++)
        cJSON_AddItemToArray(list, simulation_effect_json(&w->view, &s->effects[i]));
    list = cJSON_AddArrayToObject(o, "arrivals");
    for (uint32_t i = 0; i < s->n_arrivals; i++)
        cJSON_AddItemToArray(list, arrival_json(&w->view, &s->arrivals[i]));
    return o;
}
