/* Clusters as JSON. */
#include "cluster_json.h"

#include "odds.h"

static cJSON *member_json(const view *v, const suitor_member *m, bool has_stability)
{
    cJSON *o = cJSON_CreateObject();

    json_add_text(o, "club", view_name(v, m->club));
    json_add_number(o, "part", m->part);
    json_add_number(o, "belonging", m->belonging);
    json_add_number(o, "inside", m->inside);
    if (has_stability)
        json_add_number(o, "stability", m->stability);
    else
        cJSON_AddNullToObject(o, "stability");
    return o;
}

static cJSON *prize_json(const view *v, const suitor_prize *p)
{
    cJSON *o = cJSON_CreateObject(), *leaders;

    json_add_text(o, "player", view_name(v, p->player));
    leaders = cJSON_AddArrayToObject(o, "leaders");
    cJSON_AddItemToArray(leaders, json_text(view_name(v, p->first)));
    cJSON_AddItemToArray(leaders, json_text(view_name(v, p->second)));
    cJSON_AddNumberToObject(o, "suitors", p->n_suitors);
    json_add_number(o, "tie", p->tie);
    json_add_number(o, "intensity", p->intensity);
    cJSON_AddNumberToObject(o, "origins", p->n_origins);
    cJSON_AddNumberToObject(o, "articles", p->n_articles);
    return o;
}

static cJSON *pair_json(const view *v, const suitor_chance *chance, const suitor_pair *p,
                        bool has_stability)
{
    cJSON *o = cJSON_CreateObject();

    json_add_text(o, "club", view_name(v, p->club));
    json_add_text(o, "rival", view_name(v, p->rival));
    json_add_number(o, "rivalry", p->rivalry);
    cJSON_AddNumberToObject(o, "meetings", p->n_meetings);
    odds_json(o, suitor_chance_of(chance, p->club, p->rival));
    if (has_stability)
        json_add_number(o, "consensus", p->consensus);
    else
        cJSON_AddNullToObject(o, "consensus");
    return o;
}

static cJSON *cluster_json(const view *v, const suitor_chance *chance, const suitor_clustering *all,
                           uint32_t index)
{
    const suitor_cluster *c = &all->clusters[index];
    bool has_stability = all->n_resamples > 0;
    cJSON *o = cJSON_CreateObject(), *list;

    json_add_text(o, "name", suitor_sv_of(c->name));
    json_add_number(o, "strength", c->strength);
    if (has_stability)
        json_add_number(o, "stability", c->stability);
    else
        cJSON_AddNullToObject(o, "stability");
    cJSON_AddNumberToObject(o, "origins", c->n_origins);
    cJSON_AddNumberToObject(o, "articles", c->n_articles);
    cJSON_AddBoolToObject(o, "too_little", c->thin);
    list = cJSON_AddArrayToObject(o, "clubs");
    for (uint32_t i = 0; i < c->n_members; i++)
        cJSON_AddItemToArray(list, member_json(v, &c->members[i], has_stability));
    list = cJSON_AddArrayToObject(o, "players");
    for (uint32_t i = 0; i < c->n_prizes; i++)
        cJSON_AddItemToArray(list, prize_json(v, &c->prizes[i]));
    list = cJSON_AddArrayToObject(o, "pairs");
    for (uint32_t i = 0; i < all->n_pairs; i++)
        if (all->pairs[i].cluster == index)
            cJSON_AddItemToArray(list, pair_json(v, chance, &all->pairs[i], has_stability));
    return o;
}

cJSON *clusters_json(const view *v, const suitor_chance *chance, const suitor_clustering *all)
{
    cJSON *o = cJSON_CreateObject(), *list;

    json_add_day(o, "at", suitor_market_day(v->market));
    json_add_number(o, "resolution", all->resolution);
    json_add_number(o, "modularity", all->modularity);
    json_add_number(o, "quality", all->quality);
    cJSON_AddNumberToObject(o, "seed", all->seed);
    cJSON_AddNumberToObject(o, "resamples", all->n_resamples);
    list = cJSON_AddArrayToObject(o, "clusters");
    for (uint32_t i = 0; i < all->n_clusters; i++)
        cJSON_AddItemToArray(list, cluster_json(v, chance, all, i));
    list = cJSON_AddArrayToObject(o, "alone");
    for (uint32_t i = 0; i < all->n_alone; i++)
        cJSON_AddItemToArray(list, json_text(view_name(v, all->alone[i])));
    return o;
}

cJSON *levels_json(const view *v, const suitor_level *levels, uint32_t count)
{
    cJSON *o = cJSON_CreateObject(), *list;

    json_add_day(o, "at", suitor_market_day(v->market));
    list = cJSON_AddArrayToObject(o, "levels");
    for (uint32_t i = 0; i < count; i++) {
        cJSON *level = cJSON_CreateObject();
        json_add_number(level, "resolution", levels[i].resolution);
        cJSON_AddNumberToObject(level, "clusters", levels[i].n_clusters);
        cJSON_AddNumberToObject(level, "largest", levels[i].largest);
        cJSON_AddNumberToObject(level, "alone", levels[i].n_alone);
        json_add_number(level, "modularity", levels[i].modularity);
        json_add_number(level, "change", levels[i].change);
        cJSON_AddBoolToObject(level, "plateau", levels[i].in_plateau);
        cJSON_AddBoolToObject(level, "chosen", levels[i].chosen);
        cJSON_AddItemToArray(list, level);
    }
    return o;
}
