/* Corrections in sentences, as a table and as JSON. */
#include "correct_view.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

#include "json.h"
#include "memory.h"
#include "table.h"
#include "words.h"

enum { SECONDS_A_DAY = 86400, SECONDS_AN_HOUR = 3600 };

static int32_t day_made(const suitor_correction *c) { return (int32_t)(c->made / SECONDS_A_DAY); }

/* " in a, b, c", each article once in a row; "" without places. */
static void append_articles(char **text, const suitor_corrections *all, const suitor_correction *c)
{
    suitor_sv last = { NULL, 0 };

    for (uint32_t i = 0; i < c->places.count; i++) {
        suitor_sv article = all->places[c->places.first + i].article;
        if (i > 0 && suitor_sv_equal(article, last))
            continue;
        memory_append(text, "%s%.*s", i ? ", " : " in ", SUITOR_SV_ARG(article));
        last = article;
    }
}

static const char *article_of(const char *word) { return strchr("aeiou", word[0]) ? "an" : "a"; }

/* What it says, as a sentence without a full stop; release with free(). */
static char *describe(const suitor_corrections *all, const suitor_correction *c)
{
    const char *position = words_position(c->position);
    char day[SUITOR_DATE_SIZE], *text = memory_format("%.*s", SUITOR_SV_ARG(c->subject));

    switch (c->kind) {
    case SUITOR_REJECT:
    case SUITOR_RESTORE:
        memory_append(&text, " and %.*s: claims %s", SUITOR_SV_ARG(c->object),
                      c->kind == SUITOR_REJECT ? "rejected" : "restored");
        append_articles(&text, all, c);
        break;
    case SUITOR_SET_CLUB:
        memory_append(&text, " is of %.*s", SUITOR_SV_ARG(c->object));
        if (c->since != SUITOR_NO_DAY)
            memory_append(&text, " since %s", suitor_day_format(c->since, day));
        break;
    case SUITOR_SET_POSITION:
        memory_append(&text, " is %s %s", article_of(position), position);
        break;
    case SUITOR_MERGE: memory_append(&text, " is %.*s", SUITOR_SV_ARG(c->object)); break;
    case SUITOR_SPLIT:
        memory_append(&text, " is %.*s", SUITOR_SV_ARG(c->object));
        if (c->club.len)
            memory_append(&text, " where told to be of %.*s", SUITOR_SV_ARG(c->club));
        append_articles(&text, all, c);
        break;
    case SUITOR_RENAME: memory_append(&text, " is called %.*s", SUITOR_SV_ARG(c->object)); break;
    default: memory_append(&text, "correction %" PRId64 " is undone", c->undoes); break;
    }
    if (c->reason.len)
        memory_append(&text, " (%.*s)", SUITOR_SV_ARG(c->reason));
    return text;
}

static const suitor_correction *find(const suitor_corrections *all, int64_t number)
{
    for (uint32_t i = all->count; i-- > 0;)
        if (all->items[i].number == number)
            return &all->items[i];
    return NULL;
}

int correct_view_one(const suitor_corrections *all, int64_t number)
{
    const suitor_correction *c = find(all, number);
    char *text = c ? describe(all, c) : memory_format("%s", "");
    char *clean = terminal_clean(suitor_sv_of(text));
    char *line = memory_format("Correction %" PRId64 ": %s.", number, clean);

    terminal_wrap(stdout, 0, line);
    free(line);
    free(clean);
    free(text);
    return STATUS_DONE;
}

int correct_view_list(const suitor_corrections *all)
{
    static const table_column columns[] = {
        { "No.", COLUMN_RIGHT },
        { "Made", COLUMN_LEFT },
        { "What", COLUMN_LEFT },
        { "State", COLUMN_LEFT },
    };
    table *t;

    if (all->count == 0) {
        puts("Nothing has been corrected.");
        return STATUS_DONE;
    }
    t = table_new(columns, sizeof columns / sizeof *columns);
    for (uint32_t i = 0; i < all->count; i++) {
        const suitor_correction *c = &all->items[i];
        char *text = describe(all, c);
        table_cell(t, "%" PRId64, c->number);
        table_day(t, day_made(c));
        table_cell(t, "%s", suitor_correction_kind_name(c->kind));
        if (c->undone_by)
            table_cell(t, "undone by %" PRId64, c->undone_by);
        else
            table_cell(t, "holds");
        table_note(t, terminal_clean(suitor_sv_of(text)));
        free(text);
    }
    table_print(t, stdout);
    table_free(t);
    return STATUS_DONE;
}

static void add_number(cJSON *o, const char *key, int64_t number)
{
    cJSON_AddItemToObject(o, key, number ? cJSON_CreateNumber((double)number) : cJSON_CreateNull());
}

/* "2026-12-01T03:28:06Z". */
static void add_made(cJSON *o, const suitor_correction *c)
{
    int second = (int)(c->made % SECONDS_A_DAY);
    char day[SUITOR_DATE_SIZE];
    char *text = memory_format("%sT%02d:%02d:%02dZ", suitor_day_format(day_made(c), day),
                               second / SECONDS_AN_HOUR, second / 60 % 60, second % 60);

    json_add_text(o, "made", suitor_sv_of(text));
    free(text);
}

static cJSON *place_json(const suitor_correction_place *place)
{
    cJSON *o = cJSON_CreateObject();
    bool is_claim = place->relation < SUITOR_N_RELATIONS;

    json_add_text(o, "article", place->article);
    json_add_text(o, "relation",
                  suitor_sv_of(is_claim ? suitor_relation_name(place->relation) : NULL));
    json_add_text(o, "sentence", place->sentence);
    cJSON_AddBoolToObject(o, "in_store", place->is_there);
    return o;
}

static cJSON *correction_json(const suitor_corrections *all, const suitor_correction *c)
{
    cJSON *o = cJSON_CreateObject(), *places;
    bool has_subject = c->subject.len > 0;

    add_number(o, "number", c->number);
    add_made(o, c);
    json_add_text(o, "kind", suitor_sv_of(suitor_correction_kind_name(c->kind)));
    cJSON_AddBoolToObject(o, "holds", c->holds);
    add_number(o, "undone_by", c->undone_by);
    json_add_text(o, "subject", c->subject);
    json_add_text(o, "subject_kind",
                  suitor_sv_of(has_subject ? suitor_kind_name(c->subject_kind) : NULL));
    json_add_text(o, "object", c->object);
    json_add_text(o, "club", c->club);
    json_add_text(o, "position", suitor_sv_of(suitor_position_name(c->position)));
    json_add_day(o, "since", c->since);
    add_number(o, "undoes", c->undoes);
    json_add_text(o, "reason", c->reason);
    places = cJSON_AddArrayToObject(o, "places");
    for (uint32_t i = 0; i < c->places.count; i++)
        cJSON_AddItemToArray(places, place_json(&all->places[c->places.first + i]));
    return o;
}

int correct_view_one_json(const suitor_corrections *all, int64_t number)
{
    const suitor_correction *c = find(all, number);
    cJSON *o = cJSON_CreateObject();

    cJSON_AddItemToObject(o, "correction", c ? correction_json(all, c) : cJSON_CreateNull());
    return json_print(o);
}

int correct_view_list_json(const suitor_corrections *all)
{
    cJSON *o = cJSON_CreateObject(), *list = cJSON_AddArrayToObject(o, "corrections");

    for (uint32_t i = 0; i < all->count; i++)
        cJSON_AddItemToArray(list, correction_json(all, &all->items[i]));
    return json_print(o);
}
