/* Each mechanism heats or cools whole groups: those of a club, in the positions that fit. A
 * factor f acts on a position that fits by x as f^x, so that on what does not fit at all it
 * does nothing. */
#include "mechanism.h"

#include <math.h>

#include "fail.h"
#include "grow.h"

const char *suitor_mechanism_name(suitor_mechanism mechanism)
{
    static const char *const names[SUITOR_N_MECHANISMS] = { "gone",         "need met",   "vacancy",
                                                            "beaten rival", "one of two", "money" };

    return (unsigned)mechanism < SUITOR_N_MECHANISMS ? names[mechanism] : "unknown";
}

static suitor_status append(const moves *m, mechanism_list *list, uint32_t group,
                            suitor_mechanism kind, double factor, suitor_error *err)
{
    if (factor == 1 || fabs(factor - 1) < m->from->rules.least)
        return SUITOR_OK;
    if (!grow(&list->items, &list->cap, list->count + 1, sizeof *list->items))
        return fail(err, SUITOR_ERR_NOMEM, "no memory for %u effects", list->count);
    list->items[list->count++] = (mechanism_effect){ { group, (float)factor }, kind };
    return SUITOR_OK;
}

/* Multiply the rates of `club`'s groups by `factor`, as far as players of theirs would do
 * where one of `position` is sought; position SUITOR_N_POSITIONS: all alike. */
static suitor_status change_club(const moves *m, uint32_t club, suitor_position position,
                                 suitor_mechanism kind, double factor, mechanism_list *list,
                                 suitor_error *err)
{
    suitor_status st = SUITOR_OK;

    for (uint32_t i = m->club_first[club]; st == SUITOR_OK && i < m->club_first[club + 1]; i++) {
        uint32_t group = m->club_groups[i];
        if (m->groups[group].is_agreed && kind != SUITOR_GONE)
            continue;
        double fit = position == SUITOR_N_POSITIONS
                         ? 1
                         : m->from->rules.fits[position][m->groups[group].position];
        st = append(m, list, group, kind, fit == 1 ? factor : pow(factor, fit), err);
    }
    return st;
}

suitor_status mechanism_of_vacancy(const moves *m, uint32_t club, suitor_position position,
                                   mechanism_list *list, suitor_error *err)
{
    return change_club(m, club, position, SUITOR_VACANCY, m->from->rules.vacancy[position], list,
                       err);
}

suitor_status mechanism_of_absence(const moves *m, uint32_t club, mechanism_list *list,
                                   suitor_error *err)
{
    return change_club(m, club, SUITOR_N_POSITIONS, SUITOR_GONE, 0, list, err);
}

static suitor_status beat_rivals(const moves *m, uint32_t player, uint32_t club,
                                 mechanism_list *list, suitor_error *err)
{
    const candidates *from = m->from;
    suitor_status st = SUITOR_OK;

    for (uint32_t i = m->player_first[player]; st == SUITOR_OK && i < m->player_first[player + 1];
         i++) {
        const candidates_pair *pair = &from->pairs[m->list[m->player_moves[i]].pair];
        if (pair->club != club && pair->club != CANDIDATES_NONE)
            st = change_club(m, pair->club, from->players[player].position, SUITOR_BEATEN_RIVAL,
                             1 + from->rules.beaten_rival * pair->interest, list, err);
    }
    return st;
}

/* The other one of a pair of which the seller parts with, or the buyer takes, only one. */
static suitor_status spare_other(const moves *m, uint32_t player, uint32_t club,
                                 mechanism_list *list, suitor_error *err)
{
    const candidates *from = m->from;
    suitor_status st = SUITOR_OK;

    for (uint32_t i = 0; i < from->n_either_or; i++) {
        const candidates_either_or *e = &from->either_or[i];
        bool sells = e->club == from->players[player].seller;
        if ((e->a != player && e->b != player) || (!sells && e->club != club))
            continue;
        uint32_t other = e->a == player ? e->b : e->a;
        for (uint32_t k = m->player_first[other]; st == SUITOR_OK && k < m->player_first[other + 1];
             k++) {
            uint32_t group = m->list[m->player_moves[k]].group;
            if (sells || m->groups[group].club == e->club)
                st = append(m, list, group, SUITOR_ONE_OF_TWO, from->rules.either_or, err);
        }
    }
    return st;
}

static suitor_status spend(const moves *m, uint32_t buyer, uint32_t seller, double fee,
                           mechanism_list *list, suitor_error *err)
{
    const candidates_rules *rules = &m->from->rules;
    double factor = pow(rules->spent, fee / rules->typical_fee);
    suitor_status st = SUITOR_OK;

    if (rules->spent == 1 || fee == 0)
        return SUITOR_OK;
    if (buyer != CANDIDATES_NONE)
        st = change_club(m, buyer, SUITOR_N_POSITIONS, SUITOR_SPENT, factor, list, err);
    if (st == SUITOR_OK && seller != CANDIDATES_NONE)
        st = change_club(m, seller, SUITOR_N_POSITIONS, SUITOR_SPENT, 1 / factor, list, err);
    return st;
}

suitor_status mechanism_of_move(const moves *m, uint32_t player, uint32_t club, double fee,
                                mechanism_list *list, suitor_error *err)
{
    const candidates_player *who = &m->from->players[player];
    suitor_status st = SUITOR_OK;

    if (club != CANDIDATES_NONE)
        st = change_club(m, club, who->position, SUITOR_NEED_MET, m->from->rules.need_met, list,
                         err);
    if (st == SUITOR_OK && who->seller != CANDIDATES_NONE && who->leaves_gap)
        st = mechanism_of_vacancy(m, who->seller, who->position, list, err);
    if (st == SUITOR_OK)
        st = beat_rivals(m, player, club, list, err);
    if (st == SUITOR_OK)
        st = spare_other(m, player, club, list, err);
    return st == SUITOR_OK ? spend(m, club, who->seller, fee, list, err) : st;
}
