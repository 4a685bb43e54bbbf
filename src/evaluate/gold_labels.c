/* Labels out of JSON. Each list is checked for its form, so that a slip of the labeller is
 * named instead of counting against the extractor. */
#include "gold_labels.h"

#include <math.h>
#include <stdio.h>

#include "fail.h"

enum { WHERE_SIZE = 300, MOST_YEARS = 200 };

typedef struct {
    arena *memory;
    suitor_error *err;
    char where[WHERE_SIZE]; /* "gold.json: A01" */
    const char *list;       /* at hand, and the place in it, from 1 */
    unsigned item;
    suitor_status st; /* of the first failure; behind one, nothing more is read */
} labels;

static void wrong(labels *l, const char *key, const char *expected)
{
    if (l->st != SUITOR_OK)
        return;
    l->st = l->item ? fail(l->err, SUITOR_ERR_PARSE, "%s: %s %u: \"%s\": expected %s", l->where,
                           l->list, l->item, key, expected)
                    : fail(l->err, SUITOR_ERR_PARSE, "%s: \"%s\": expected %s", l->where, key,
                           expected);
}

static void no_memory(labels *l)
{
    if (l->st == SUITOR_OK)
        l->st = fail(l->err, SUITOR_ERR_NOMEM, "%s: no memory for its labels", l->where);
}

static suitor_sv copy(labels *l, const char *text)
{
    suitor_sv out = arena_copy(l->memory, suitor_sv_of(text));

    if (!out.ptr)
        no_memory(l);
    return out;
}

static bool is_absent(const cJSON *item) { return !item || cJSON_IsNull(item); }

/* The text under `key`; empty where it is null or not there. */
static suitor_sv text_or_none(labels *l, const cJSON *object, const char *key)
{
    const cJSON *item = cJSON_GetObjectItemCaseSensitive(object, key);

    if (is_absent(item))
        return suitor_sv_make(NULL, 0);
    if (cJSON_IsString(item))
        return copy(l, item->valuestring);
    wrong(l, key, "a text or null");
    return suitor_sv_make(NULL, 0);
}

static suitor_sv text(labels *l, const cJSON *object, const char *key)
{
    suitor_sv out = text_or_none(l, object, key);

    if (out.len == 0)
        wrong(l, key, "a text");
    return out;
}

static suitor_position position(labels *l, const cJSON *object)
{
    suitor_sv name = text_or_none(l, object, "position");
    suitor_position out = SUITOR_POS_NONE;

    if (name.len && !suitor_position_parse(name, &out))
        wrong(l, "position", "a code such as CB, or null");
    return out;
}

static double millions(labels *l, const cJSON *object, const char *key)
{
    const cJSON *item = cJSON_GetObjectItemCaseSensitive(object, key);

    if (cJSON_IsNumber(item))
        return item->valuedouble;
    wrong(l, key, "a number of millions");
    return 0;
}

/* Room for the items of the list under `key`, and how many; the list may be missing. */
static void *begin(labels *l, const cJSON *row, const char *key, size_t size, uint32_t *count,
                   const cJSON **list)
{
    void *out;

    *list = cJSON_GetObjectItemCaseSensitive(row, key);
    *count = 0;
    l->list = key;
    l->item = 0;
    if (!is_absent(*list) && !cJSON_IsArray(*list)) {
        wrong(l, key, "a list");
        return NULL;
    }
    *count = (uint32_t)cJSON_GetArraySize(*list);
    out = arena_zeros(l->memory, *count + (size_t)1, size);
    if (!out)
        no_memory(l);
    return l->st == SUITOR_OK ? out : NULL;
}

/* Whether the next item of the list at hand is to be read, and is an object. */
static bool next(labels *l, const cJSON *item)
{
    l->item++;
    if (l->st == SUITOR_OK && !cJSON_IsObject(item))
        wrong(l, l->list, "an object");
    return l->st == SUITOR_OK;
}

static gold_names read_names(labels *l, const cJSON *list, const char *key)
{
    const uint32_t count = (uint32_t)cJSON_GetArraySize(list);
    suitor_sv *names = arena_zeros(l->memory, count + (size_t)1, sizeof *names);
    gold_names out = { names, 0 };
    const cJSON *item;

    if (!is_absent(list) && !cJSON_IsArray(list))
        wrong(l, key, "a list of names");
    if (!names)
        no_memory(l);
    cJSON_ArrayForEach(item, list)
    {
        if (l->st == SUITOR_OK && !cJSON_IsString(item))
            wrong(l, key, "a list of names");
        if (l->st == SUITOR_OK)
            names[out.count++] = copy(l, item->valuestring);
    }
    return out;
}

static void read_age(labels *l, const cJSON *object, int32_t *age)
{
    const cJSON *item = cJSON_GetObjectItemCaseSensitive(object, "age");

    *age = -1;
    if (is_absent(item))
        return;
    if (cJSON_IsNumber(item) && item->valuedouble >= 0 && item->valuedouble < MOST_YEARS &&
        item->valuedouble == floor(item->valuedouble))
        *age = (int32_t)item->valuedouble;
    else
        wrong(l, "age", "a number of years or null");
}

static void read_players(labels *l, const cJSON *json, gold_row *row)
{
    const cJSON *list, *item;
    gold_player *out = begin(l, json, "players", sizeof *out, &row->n_players, &list);

    row->players = out;
    cJSON_ArrayForEach(item, list)
    {
        if (!next(l, item))
            return;
        out->name = text(l, item, "name");
        out->club = text_or_none(l, item, "club");
        out->position = position(l, item);
        read_age(l, item, &out->age);
        out++;
    }
}

static void read_claims(labels *l, const cJSON *json, gold_row *row)
{
    const cJSON *list, *item;
    gold_claim *out = begin(l, json, "claims", sizeof *out, &row->n_claims, &list);

    row->claims = out;
    cJSON_ArrayForEach(item, list)
    {
        if (!next(l, item))
            return;
        out->player = text(l, item, "player");
        out->club = text_or_none(l, item, "club");
        out->quote = text_or_none(l, item, "quote");
        if (!suitor_relation_parse(text(l, item, "relation"), &out->relation))
            wrong(l, "relation", "interest, deal, ended, leaving, staying or plays_for");
        suitor_sv stage = text_or_none(l, item, "stage");
        out->stage = SUITOR_N_STAGES;
        if (stage.len && !suitor_stage_parse(stage, &out->stage))
            wrong(l, "stage", "a stage of its relation, such as keen");
        out++;
    }
}

static void read_fees(labels *l, const cJSON *json, gold_row *row)
{
    const cJSON *list, *item;
    gold_fee *out = begin(l, json, "fees", sizeof *out, &row->n_fees, &list);

    row->fees = out;
    cJSON_ArrayForEach(item, list)
    {
        if (!next(l, item))
            return;
        out->player = text(l, item, "player");
        out->currency = text_or_none(l, item, "currency");
        out->low = millions(l, item, "low");
        out->high = millions(l, item, "high");
        out++;
    }
}

static void read_needs(labels *l, const cJSON *json, gold_row *row)
{
    const cJSON *list, *item;
    gold_need *out = begin(l, json, "needs", sizeof *out, &row->n_needs, &list);

    row->needs = out;
    cJSON_ArrayForEach(item, list)
    {
        if (!next(l, item))
            return;
        out->club = text(l, item, "club");
        out->position = position(l, item);
        out++;
    }
}

static void read_choices(labels *l, const cJSON *json, gold_row *row)
{
    const cJSON *list, *item;
    gold_choice *out = begin(l, json, "either_or", sizeof *out, &row->n_choices, &list);

    row->choices = out;
    cJSON_ArrayForEach(item, list)
    {
        if (!next(l, item))
            return;
        out->club = text(l, item, "club");
        out->players = read_names(l, cJSON_GetObjectItemCaseSensitive(item, "players"), "players");
        out++;
    }
}

static void read_aliases(labels *l, const cJSON *json, gold_row *row)
{
    const cJSON *object = cJSON_GetObjectItemCaseSensitive(json, "aliases"), *item;
    const uint32_t count = (uint32_t)cJSON_GetArraySize(object);
    gold_alias *out = arena_zeros(l->memory, count + (size_t)1, sizeof *out);

    l->item = 0;
    if (!is_absent(object) && !cJSON_IsObject(object))
        wrong(l, "aliases", "an object, {\"name\": [\"…\"]}");
    if (!out)
        no_memory(l);
    row->aliases = out;
    cJSON_ArrayForEach(item, object)
    {
        if (l->st != SUITOR_OK)
            return;
        out->name = copy(l, item->string);
        out->spellings = read_names(l, item, "aliases");
        out++;
        row->n_aliases++;
    }
}

suitor_status gold_labels_read(const cJSON *json, arena *memory, gold_row *row, suitor_error *err)
{
    labels l = { .memory = memory, .err = err };

    snprintf(l.where, sizeof l.where, "%.*s: %.*s", SUITOR_SV_ARG(row->article.path),
             SUITOR_SV_ARG(row->article.id));
    if (!cJSON_IsArray(cJSON_GetObjectItemCaseSensitive(json, "claims")))
        wrong(&l, "claims", "a list, as an article without labels is no gold");
    read_players(&l, json, row);
    read_claims(&l, json, row);
    read_fees(&l, json, row);
    read_needs(&l, json, row);
    read_choices(&l, json, row);
    l.item = 0;
    row->sources = read_names(&l, cJSON_GetObjectItemCaseSensitive(json, "sources"), "sources");
    read_aliases(&l, json, row);
    return l.st;
}
