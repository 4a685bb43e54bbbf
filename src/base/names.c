/* Names of relations, stages, hedges, positions, fee kinds and entity kinds, as
 * they stand in JSON, in data files and in the store. */
#include "suitor/correction.h"
#include "suitor/extraction.h"
#include "suitor/ledger.h"
#include "suitor/register.h"

static const char *const relations[SUITOR_N_RELATIONS] = { "plays_for", "interest", "deal",
                                                           "ended",     "leaving",  "staying" };
static const char *const stages[SUITOR_N_STAGES] = { "owned", "loan",  "linked",   "watching",
                                                     "keen",  "talks", "bid",      "agreed",
                                                     "done",  "over",  "possible", "likely" };
static const char *const hedges[SUITOR_N_HEDGES] = { "firm", "reported", "hedged", "doubtful" };
static const char *const positions[SUITOR_N_POSITIONS] = { "",   "GK", "CB", "LB", "RB", "FB",
                                                           "DF", "DM", "CM", "AM", "MF", "LW",
                                                           "RW", "W",  "ST", "FW" };
static const char *const fee_kinds[SUITOR_N_FEE_KINDS] = { "asking", "bid", "agreed", "valuation",
                                                           "clause" };
static const char *const kinds[SUITOR_N_KINDS] = { "player", "club" };
static const char *const corrections[SUITOR_N_CORRECTIONS] = { "reject",   "restore", "club",
                                                               "position", "merge",   "split",
                                                               "rename",   "undo" };
static const char *const registers[SUITOR_N_REGISTERS] = { "clubs", "people", "transfers" };
static const char *const known_fields[SUITOR_N_KNOWN_FIELDS] = {
    "spelling", "former name", "country", "founded", "ground", "born", "position", "role"
};
static const char *const moves[SUITOR_N_MOVES] = { "transfer", "loan", "free", "end of loan" };

static const char *name_in(const char *const *names, unsigned count, unsigned i)
{
    return i < count ? names[i] : "unknown";
}

static int index_in(const char *const *names, int count, suitor_sv name)
{
    for (int i = 0; i < count; i++)
        if (suitor_sv_equal(suitor_sv_of(names[i]), name))
            return i;
    return -1;
}

const char *suitor_relation_name(suitor_relation r)
{
    return name_in(relations, SUITOR_N_RELATIONS, r);
}

const char *suitor_stage_name(suitor_stage s) { return name_in(stages, SUITOR_N_STAGES, s); }

const char *suitor_hedge_name(suitor_hedge h) { return name_in(hedges, SUITOR_N_HEDGES, h); }

const char *suitor_position_name(suitor_position p)
{
    return name_in(positions, SUITOR_N_POSITIONS, p);
}

const char *suitor_fee_kind_name(suitor_fee_kind k)
{
    return name_in(fee_kinds, SUITOR_N_FEE_KINDS, k);
}

const char *suitor_kind_name(suitor_kind k) { return name_in(kinds, SUITOR_N_KINDS, k); }

const char *suitor_correction_kind_name(suitor_correction_kind k)
{
    return name_in(corrections, SUITOR_N_CORRECTIONS, k);
}

const char *suitor_register_kind_name(suitor_register_kind k)
{
    return name_in(registers, SUITOR_N_REGISTERS, k);
}

const char *suitor_known_field_name(suitor_known_field f)
{
    return name_in(known_fields, SUITOR_N_KNOWN_FIELDS, f);
}

const char *suitor_move_kind_name(suitor_move_kind k) { return name_in(moves, SUITOR_N_MOVES, k); }

bool suitor_relation_parse(suitor_sv name, suitor_relation *out)
{
    int i = index_in(relations, SUITOR_N_RELATIONS, name);
    if (i >= 0)
        *out = (suitor_relation)i;
    return i >= 0;
}

bool suitor_stage_parse(suitor_sv name, suitor_stage *out)
{
    int i = index_in(stages, SUITOR_N_STAGES, name);
    if (i >= 0)
        *out = (suitor_stage)i;
    return i >= 0;
}

bool suitor_hedge_parse(suitor_sv name, suitor_hedge *out)
{
    int i = index_in(hedges, SUITOR_N_HEDGES, name);
    if (i >= 0)
        *out = (suitor_hedge)i;
    return i >= 0;
}

bool suitor_position_parse(suitor_sv name, suitor_position *out)
{
    int i = index_in(positions, SUITOR_N_POSITIONS, name);
    if (i >= 0)
        *out = (suitor_position)i;
    return i >= 0;
}

bool suitor_fee_kind_parse(suitor_sv name, suitor_fee_kind *out)
{
    int i = index_in(fee_kinds, SUITOR_N_FEE_KINDS, name);
    if (i >= 0)
        *out = (suitor_fee_kind)i;
    return i >= 0;
}

bool suitor_correction_kind_parse(suitor_sv name, suitor_correction_kind *out)
{
    int i = index_in(corrections, SUITOR_N_CORRECTIONS, name);

    if (i >= 0)
        *out = (suitor_correction_kind)i;
    return i >= 0;
}
