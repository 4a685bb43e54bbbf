/* Corrections laid over what was read: who is merged with whom, who is split off where,
 * names, positions and clubs. */
#include <stdlib.h>

#include "bound.h"
#include "grow.h"
#include "load.h"

/* The place of entity `id`, which a correction names. */
static bool place_of(const load *l, int64_t id, uint32_t *place)
{
    *place = ids_place(&l->entity_ids, id);
    return *place != SUITOR_NO_INDEX;
}

static suitor_status no_entity(load *l)
{
    return db_damaged(l->store, "a correction of nobody", l->err);
}

static suitor_status resolve_all(load *l)
{
    const overlay *o = &l->overlay;
    uint32_t n = l->entity_ids.count, from, to;

    if (o->n_merges == 0)
        return SUITOR_OK;
    l->resolved = arena_zeros(&l->passing, n, sizeof *l->resolved);
    if (!l->resolved)
        return load_no_memory(l);
    for (uint32_t i = 0; i < n; i++)
        l->resolved[i] = i;
    for (uint32_t i = 0; i < o->n_merges; i++) {
        if (!place_of(l, o->merges[i].from, &from) || !place_of(l, o->merges[i].to, &to) ||
            l->entities[from].kind != l->entities[to].kind)
            return no_entity(l);
        l->resolved[from] = to;
    }
    return SUITOR_OK;
}

uint32_t load_resolved(const load *l, uint32_t place)
{
    return l->resolved ? l->resolved[place] : place;
}

/* The split by places; false where its article is not known on the day. */
static bool note_split(load *l, const overlay_split *split, split_note *note)
{
    uint32_t article = ids_place(&l->article_ids, split->article), club = SUITOR_NO_INDEX;

    if (split->article != 0 && article == SUITOR_NO_INDEX)
        return false;
    if (!place_of(l, split->from, &note->from) || !place_of(l, split->into, &note->into) ||
        (split->club != 0 && !place_of(l, split->club, &club)))
        return false;
    note->from = load_resolved(l, note->from);
    note->into = load_resolved(l, note->into);
    note->article = split->article ? l->article_notes[article].index : SUITOR_NO_INDEX;
    note->club = split->article || split->club == 0 ? SUITOR_NO_INDEX : load_resolved(l, club);
    l->entities[note->from].is_split = true;
    return true;
}

suitor_status load_overlay(load *l)
{
    suitor_status st = overlay_read(l->store, true, &l->overlay, l->err);

    if (st == SUITOR_OK)
        st = resolve_all(l);
    if (st != SUITOR_OK)
        return st;
    l->splits = arena_zeros(&l->passing, l->overlay.n_splits, sizeof *l->splits);
    if (!l->splits)
        return load_no_memory(l);
    for (uint32_t i = 0; i < l->overlay.n_splits; i++)
        l->n_splits += note_split(l, &l->overlay.splits[i], &l->splits[l->n_splits]);
    for (uint32_t i = 0, place; i < l->overlay.n_names; i++)
        if (!place_of(l, l->overlay.names[i].entity, &place))
            return no_entity(l);
    return SUITOR_OK;
}

uint32_t load_split(const load *l, uint32_t place, uint32_t article, uint32_t club)
{
    uint32_t into = place;

    if (!l->entities[place].is_split)
        return place;
    for (uint32_t i = 0; i < l->n_splits; i++) {
        const split_note *s = &l->splits[i];
        bool applies = s->article != SUITOR_NO_INDEX
                           ? s->article == article
                           : s->club != SUITOR_NO_INDEX && s->club == club;
        if (s->from == place && applies)
            into = s->into;
    }
    return into;
}

void load_overlay_names(load *l)
{
    const overlay *o = &l->overlay;
    uint32_t place;

    for (uint32_t i = 0; i < o->n_names; i++) {
        if (!place_of(l, o->names[i].entity, &place))
            continue;
        if (o->names[i].is_forced || !l->entities[place].name.ptr)
            l->entities[place].name = o->names[i].name;
    }
    for (uint32_t i = 0; i < o->n_positions; i++)
        if (place_of(l, o->positions[i].player, &place))
            l->entities[load_resolved(l, place)].position = o->positions[i].position;
}

static bool is_in_time(const load *l, const overlay_club *given)
{
    return l->out->at == SUITOR_NO_DAY || given->since <= l->out->at;
}

void load_used_by_overlay(load *l)
{
    const overlay *o = &l->overlay;
    uint32_t player, club;

    for (uint32_t i = 0; i < o->n_clubs; i++)
        if (is_in_time(l, &o->clubs[i]) && place_of(l, o->clubs[i].player, &player) &&
            place_of(l, o->clubs[i].club, &club) && l->entities[load_resolved(l, player)].is_used)
            l->entities[load_resolved(l, club)].is_used = true;
}

/* Stable by player, for the later one has the last word: few, and sorted by moving. */
static void put_given(suitor_ledger_given *given, uint32_t n, suitor_ledger_given item)
{
    for (; n > 0 && given[n - 1].player > item.player; n--)
        given[n] = given[n - 1];
    given[n] = item;
}

suitor_status load_given(load *l)
{
    const overlay *o = &l->overlay;
    suitor_ledger_given *given = arena_zeros(l->memory, o->n_clubs, sizeof *given);
    uint32_t player, club;

    if (!given)
        return load_no_memory(l);
    for (uint32_t i = 0; i < o->n_clubs; i++) {
        if (!is_in_time(l, &o->clubs[i]) || !place_of(l, o->clubs[i].player, &player) ||
            !place_of(l, o->clubs[i].club, &club))
            continue;
        const entity_note *p = &l->entities[load_resolved(l, player)];
        if (p->is_used)
            put_given(given, l->out->n_given++,
                      (suitor_ledger_given){ p->index, l->entities[load_resolved(l, club)].index,
                                             o->clubs[i].since, o->clubs[i].known });
    }
    l->out->given = given;
    return SUITOR_OK;
}

/* The claim that decides on the row: the latest correction of that player and club. */
static bool is_rejected_by(const load *l, const suitor_ledger_row *row)
{
    const overlay *o = &l->overlay;
    uint32_t player, club;
    uint32_t low = bound_i64(o->claims, o->n_claims, sizeof *o->claims,
                             offsetof(overlay_claim, evidence), row->evidence);

    for (; low < o->n_claims && o->claims[low].evidence == row->evidence; low++)
        if (place_of(l, o->claims[low].player, &player) &&
            place_of(l, o->claims[low].club, &club) && load_resolved(l, player) == row->player &&
            load_resolved(l, club) == row->club)
            return o->claims[low].is_rejected;
    return false;
}

suitor_status load_reject(load *l, const suitor_ledger_row *row, bool *is_rejected)
{
    *is_rejected = is_rejected_by(l, row);
    if (!*is_rejected)
        return SUITOR_OK;
    if (!grow(&l->rejected, &l->cap_rejected, l->n_rejected + 1, sizeof *l->rejected))
        return load_no_memory(l);
    l->rejected[l->n_rejected++] = (suitor_ledger_rejected){ row->evidence, row->player, row->club,
                                                             row->article, row->relation };
    return SUITOR_OK;
}

static int compare_rejected(const void *left, const void *right)
{
    const suitor_ledger_rejected *a = left, *b = right;

    if (a->player != b->player)
        return a->player < b->player ? -1 : 1;
    if (a->club != b->club)
        return a->club < b->club ? -1 : 1;
    if (a->article != b->article)
        return a->article < b->article ? -1 : 1;
    return (a->evidence > b->evidence) - (a->evidence < b->evidence);
}

suitor_status load_rejected(load *l)
{
    suitor_ledger_rejected *rejected = arena_zeros(l->memory, l->n_rejected, sizeof *rejected);

    if (!rejected)
        return load_no_memory(l);
    for (uint32_t i = 0; i < l->n_rejected; i++) {
        rejected[i] = l->rejected[i];
        rejected[i].player = l->entities[rejected[i].player].index;
        rejected[i].club = l->entities[rejected[i].club].index;
    }
    if (l->n_rejected > 1)
        qsort(rejected, l->n_rejected, sizeof *rejected, compare_rejected);
    l->out->rejected = rejected;
    l->out->n_rejected = l->n_rejected;
    return SUITOR_OK;
}
