/* Checking a ledger: indices inside their tables, rows in their order. */
#include "ledger_check.h"

#include "fail.h"

static bool is_player(const suitor_ledger *ledger, uint32_t i) { return i < ledger->n_players; }

static bool is_club(const suitor_ledger *ledger, uint32_t i)
{
    return i >= ledger->n_players && i < ledger->n_entities;
}

static bool row_is_sound(const suitor_ledger *ledger, uint32_t i)
{
    const suitor_ledger_row *row = &ledger->rows[i];

    return is_player(ledger, row->player) && is_club(ledger, row->club) &&
           row->origin < ledger->n_origins && row->article < ledger->n_articles &&
           row->original < ledger->n_articles && (unsigned)row->relation < SUITOR_N_RELATIONS &&
           (unsigned)row->stage < SUITOR_N_STAGES && (unsigned)row->hedge < SUITOR_N_HEDGES;
}

static bool row_is_in_order(const suitor_ledger *ledger, uint32_t i)
{
    const suitor_ledger_row *row = &ledger->rows[i], *before = i ? row - 1 : row;

    if (i == 0 || before->player != row->player)
        return i == 0 || before->player < row->player;
    return before->club < row->club || (before->club == row->club && before->day <= row->day);
}

static bool need_is_sound(const suitor_ledger *ledger, uint32_t i)
{
    const suitor_ledger_need *need = &ledger->needs[i];

    return is_club(ledger, need->club) && (unsigned)need->position < SUITOR_N_POSITIONS &&
           (i == 0 || need[-1].club <= need->club);
}

static bool fee_is_sound(const suitor_ledger *ledger, uint32_t i)
{
    const suitor_ledger_fee *fee = &ledger->fees[i];

    return is_player(ledger, fee->player) && (unsigned)fee->kind < SUITOR_N_FEE_KINDS &&
           fee->article < ledger->n_articles && (i == 0 || fee[-1].player <= fee->player);
}

static bool group_is_sound(const suitor_ledger *ledger, uint32_t i)
{
    const suitor_ledger_either_or *group = &ledger->either_or[i];
    uint32_t n = ledger->n_either_or_players;
    bool sound = is_club(ledger, group->club) && group->members.first <= n &&
                 group->members.count <= n - group->members.first;

    for (uint32_t j = 0; sound && j < group->members.count; j++)
        sound = is_player(ledger, ledger->either_or_players[group->members.first + j]);
    return sound;
}

static bool given_is_sound(const suitor_ledger *ledger, uint32_t i)
{
    const suitor_ledger_given *given = &ledger->given[i];

    return is_player(ledger, given->player) && is_club(ledger, given->club) &&
           (i == 0 || given[-1].player <= given->player);
}

static suitor_status refuse(suitor_error *err, const char *what, uint32_t i)
{
    return fail(err, SUITOR_ERR_INVALID,
                "ledger: %s %u is out of order or names something that is not there", what, i);
}

suitor_status ledger_check(const suitor_ledger *ledger, suitor_error *err)
{
    if (ledger->n_players > ledger->n_entities)
        return fail(err, SUITOR_ERR_INVALID, "ledger: %u players among %u entities",
                    ledger->n_players, ledger->n_entities);
    for (uint32_t i = 0; i < ledger->n_rows; i++)
        if (!row_is_sound(ledger, i) || !row_is_in_order(ledger, i))
            return refuse(err, "row", i);
    for (uint32_t i = 0; i < ledger->n_needs; i++)
        if (!need_is_sound(ledger, i))
            return refuse(err, "need", i);
    for (uint32_t i = 0; i < ledger->n_fees; i++)
        if (!fee_is_sound(ledger, i))
            return refuse(err, "fee", i);
    for (uint32_t i = 0; i < ledger->n_either_or; i++)
        if (!group_is_sound(ledger, i))
            return refuse(err, "either-or group", i);
    for (uint32_t i = 0; i < ledger->n_given; i++)
        if (!given_is_sound(ledger, i))
            return refuse(err, "given club", i);
    return SUITOR_OK;
}
