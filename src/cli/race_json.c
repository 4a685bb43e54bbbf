/* Races as JSON. */
#include "race_json.h"

static cJSON *suitor_json(const view *v, const suitor_contender *c, bool leads)
{
    cJSON *o = cJSON_CreateObject();

    json_add_text(o, "club", view_name(v, c->edge.club));
    json_add_number(o, "weight", c->edge.weight);
    json_add_number(o, "share", c->share);
    json_add_number(o, "change_7", c->change[SUITOR_WEEK]);
    json_add_number(o, "change_30", c->change[SUITOR_MONTH]);
    json_add_text(o, "relation", suitor_sv_of(suitor_relation_name(c->edge.relation)));
    json_add_text(o, "stage", suitor_sv_of(suitor_stage_name(c->edge.stage)));
    json_add_day(o, "first", c->edge.first);
    json_add_day(o, "last", c->edge.last);
    cJSON_AddNumberToObject(o, "origins", c->edge.n_origins);
    cJSON_AddNumberToObject(o, "articles", c->edge.n_articles);
    cJSON_AddBoolToObject(o, "leader", leads);
    return o;
}

static cJSON *fee_json(const suitor_ledger_fee *fee)
{
    cJSON *o;

    if (!fee)
        return cJSON_CreateNull();
    o = cJSON_CreateObject();
    json_add_text(o, "kind", suitor_sv_of(suitor_fee_kind_name(fee->kind)));
    json_add_text(o, "currency", suitor_sv_of(fee->currency));
    json_add_number(o, "low", fee->low);
    json_add_number(o, "high", fee->high);
    json_add_day(o, "date", fee->day);
    return o;
}

static cJSON *stance_json(double strength, suitor_stage stage)
{
    cJSON *o;

    if (strength <= 0)
        return cJSON_CreateNull();
    o = cJSON_CreateObject();
    json_add_text(o, "stage", suitor_sv_of(suitor_stage_name(stage)));
    json_add_number(o, "strength", strength);
    return o;
}

/* One object a group that `player` is in, or NULL where `group` is not one. */
static cJSON *group_json(const view *v, const suitor_ledger_either_or *group, uint32_t player)
{
    cJSON *names = cJSON_CreateArray(), *o;
    bool in = false;

    for (uint32_t m = 0; m < group->members.count; m++) {
        uint32_t member = v->ledger->either_or_players[group->members.first + m];
        in |= member == player;
        cJSON_AddItemToArray(names, json_text(view_name(v, member)));
    }
    if (!in) {
        cJSON_Delete(names);
        return NULL;
    }
    o = cJSON_CreateObject();
    json_add_text(o, "club", view_name(v, group->club));
    cJSON_AddItemToObject(o, "players", names);
    json_add_day(o, "date", group->day);
    return o;
}

static cJSON *either_or_json(const view *v, uint32_t player)
{
    cJSON *groups = cJSON_CreateArray();

    for (uint32_t i = 0; i < v->ledger->n_either_or; i++) {
        cJSON *group = group_json(v, &v->ledger->either_or[i], player);
        if (group)
            cJSON_AddItemToArray(groups, group);
    }
    return groups;
}

cJSON *race_json(const view *v, const suitor_race *race)
{
    const suitor_entity *player = view_entity(v, race->player);
    cJSON *o = cJSON_CreateObject(), *suitors;

    json_add_text(o, "player", player->name);
    json_add_text(o, "club", view_name(v, race->club));
    json_add_text(o, "position", suitor_sv_of(suitor_position_name(player->position)));
    cJSON_AddItemToObject(o, "age",
                          player->age < 0 ? cJSON_CreateNull() : cJSON_CreateNumber(player->age));
    json_add_day(o, "at", suitor_market_day(v->market));
    cJSON_AddItemToObject(o, "price", fee_json(race->fee));
    cJSON_AddItemToObject(o, "leaving", stance_json(race->leaving, race->leaving_stage));
    cJSON_AddItemToObject(o, "staying", stance_json(race->staying, race->staying_stage));
    cJSON_AddItemToObject(o, "either_or", either_or_json(v, race->player));
    json_add_number(o, "intensity", race->intensity);
    json_add_number(o, "change_7", race->change[SUITOR_WEEK]);
    json_add_number(o, "change_30", race->change[SUITOR_MONTH]);
    json_add_number(o, "effective_suitors", race->effective);
    cJSON_AddNumberToObject(o, "origins", race->n_origins);
    cJSON_AddNumberToObject(o, "articles", race->n_articles);
    cJSON_AddBoolToObject(o, "too_little", race->thin);
    suitors = cJSON_AddArrayToObject(o, "suitors");
    for (uint32_t i = 0; i < race->n_contenders; i++)
        cJSON_AddItemToArray(suitors, suitor_json(v, &race->contenders[i], i < race->n_leaders));
    return o;
}

cJSON *races_json(const view *v, const suitor_race *races, uint32_t count)
{
    cJSON *o = cJSON_CreateObject(), *list;

    json_add_day(o, "at", suitor_market_day(v->market));
    list = cJSON_AddArrayToObject(o, "races");
    for (uint32_t i = 0; i < count; i++)
        cJSON_AddItemToArray(list, race_json(v, &races[i]));
    return o;
}
