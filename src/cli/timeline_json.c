/* A timeline as JSON; keys in docs/json.md. */
#include "json.h"
#include "say.h"
#include "timeline_view.h"

static cJSON *track_json(const view *v, const suitor_timeline *t, const suitor_track *track)
{
    cJSON *o = cJSON_CreateObject(), *weights;

    json_add_text(o, "player", view_name(v, track->player));
    json_add_text(o, "club", view_name(v, track->club));
    json_add_day(o, "first", track->first);
    json_add_day(o, "last", track->last);
    cJSON_AddNumberToObject(o, "origins", track->n_origins);
    cJSON_AddNumberToObject(o, "articles", track->n_articles);
    json_add_number(o, "weight", track->weight);
    json_add_number(o, "peak", track->peak);
    json_add_day(o, "peak_date", track->peak_day);
    weights = cJSON_AddArrayToObject(o, "weights");
    for (uint32_t i = 0; i < t->n_days; i++)
        cJSON_AddItemToArray(weights, json_number(track->weights[i]));
    return o;
}

static void add_stage(cJSON *o, const char *key, suitor_stage stage)
{
    json_add_text(o, key, suitor_sv_of(stage < SUITOR_N_STAGES ? suitor_stage_name(stage) : NULL));
}

/* What tells an event, or null. */
static suitor_status add_source(const view *v, cJSON *o, const suitor_event *e, suitor_error *err)
{
    cJSON *told;
    suitor_quote q;
    suitor_status st;

    if (e->row == SUITOR_NO_INDEX) {
        cJSON_AddNullToObject(o, "told");
        return SUITOR_OK;
    }
    st = suitor_store_quote(v->store, v->ledger->rows[e->row].evidence, &q, err);
    if (st != SUITOR_OK)
        return st;
    told = cJSON_AddObjectToObject(o, "told");
    json_add_text(told, "origin", v->ledger->origins[v->ledger->rows[e->row].origin]);
    json_add_text(told, "article", q.article);
    json_add_text(told, "quote", q.quote);
    return SUITOR_OK;
}

static suitor_status add_event(const view *v, cJSON *list, const suitor_event *e, suitor_error *err)
{
    cJSON *o = cJSON_CreateObject();

    cJSON_AddItemToArray(list, o);
    json_add_day(o, "date", e->day);
    json_add_text(o, "kind", suitor_sv_of(suitor_event_kind_name(e->kind)));
    json_add_text(o, "player", view_name(v, e->player));
    json_add_text(o, "club", view_name(v, e->club));
    add_stage(o, "before", e->before);
    add_stage(o, "after", e->after);
    json_add_number(o, "weight_before", e->weight_before);
    json_add_number(o, "weight", e->weight);
    json_add_text(o, "joined", view_name(v, e->joined));
    cJSON_AddNumberToObject(o, "origins", e->n_origins);
    cJSON_AddNumberToObject(o, "articles", e->n_articles);
    return add_source(v, o, e, err);
}

int timeline_print_json(const view *v, const suitor_timeline *t, uint32_t top)
{
    const suitor_entity *entity = view_entity(v, t->entity);
    cJSON *o = cJSON_CreateObject(), *list;
    uint32_t n = top && top < t->n_tracks ? top : t->n_tracks;
    suitor_status st = SUITOR_OK;
    suitor_error err;

    json_add_text(o, suitor_kind_name(entity->kind), entity->name);
    json_add_day(o, "at", suitor_market_day(v->market));
    json_add_day(o, "from", t->from);
    json_add_day(o, "to", t->to);
    list = cJSON_AddArrayToObject(o, "interests");
    for (uint32_t i = 0; i < n; i++)
        cJSON_AddItemToArray(list, track_json(v, t, &t->tracks[i]));
    list = cJSON_AddArrayToObject(o, "events");
    for (uint32_t i = 0; st == SUITOR_OK && i < t->n_events; i++)
        if (timeline_shows(t, n, &t->events[i]))
            st = add_event(v, list, &t->events[i], &err);
    if (st == SUITOR_OK)
        return json_print(o);
    cJSON_Delete(o);
    return say_error(&err);
}
