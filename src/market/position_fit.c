/* Positions as a tree: a left-back is a full-back is a defender. */
#include "market_inner.h"

static const suitor_position wider[SUITOR_N_POSITIONS] = {
    [SUITOR_CB] = SUITOR_DF, [SUITOR_LB] = SUITOR_FB, [SUITOR_RB] = SUITOR_FB,
    [SUITOR_FB] = SUITOR_DF, [SUITOR_DM] = SUITOR_MF, [SUITOR_CM] = SUITOR_MF,
    [SUITOR_AM] = SUITOR_MF, [SUITOR_LW] = SUITOR_W,  [SUITOR_RW] = SUITOR_W,
    [SUITOR_W] = SUITOR_FW,  [SUITOR_ST] = SUITOR_FW,
};

/* Whether `wide` is `position` or a wider name for it. */
static bool covers(suitor_position wide, suitor_position position)
{
    while (position != wide && position != SUITOR_POS_NONE)
        position = wider[position];
    return position == wide;
}

static suitor_position line_of(suitor_position position)
{
    while (wider[position] != SUITOR_POS_NONE)
        position = wider[position];
    return position;
}

double market_position_fit(const suitor_market *market, suitor_position a, suitor_position b)
{
    const model_fits *fits = &market->model->fits;

    if (a == SUITOR_POS_NONE || b == SUITOR_POS_NONE)
        return fits->unknown;
    if (a == b)
        return fits->same;
    if (covers(a, b) || covers(b, a))
        return fits->kin;
    return line_of(a) == line_of(b) ? fits->line : 0;
}
