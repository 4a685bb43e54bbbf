/* The market's codes in words for people. */
#include "words.h"

#include <stdio.h>
#include <stdlib.h>

#include "memory.h"
#include "terminal.h"

const char *words_position(suitor_position position)
{
    static const char *const words[SUITOR_N_POSITIONS] = {
        [SUITOR_POS_NONE] = "",
        [SUITOR_GK] = "goalkeeper",
        [SUITOR_CB] = "centre-back",
        [SUITOR_LB] = "left-back",
        [SUITOR_RB] = "right-back",
        [SUITOR_FB] = "full-back",
        [SUITOR_DF] = "defender",
        [SUITOR_DM] = "defensive midfielder",
        [SUITOR_CM] = "central midfielder",
        [SUITOR_AM] = "attacking midfielder",
        [SUITOR_MF] = "midfielder",
        [SUITOR_LW] = "left winger",
        [SUITOR_RW] = "right winger",
        [SUITOR_W] = "winger",
        [SUITOR_ST] = "striker",
        [SUITOR_FW] = "forward",
    };

    return (unsigned)position < SUITOR_N_POSITIONS ? words[position] : "";
}

static const char *currency_sign(const char *iso)
{
    static const struct {
        const char *iso, *sign;
    } signs[] = { { "EUR", "€" }, { "GBP", "£" }, { "USD", "$" } };

    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        if (strcmp(signs[i].iso, iso) == 0)
            return signs[i].sign;
    return NULL;
}

char *words_fee(const suitor_ledger_fee *fee)
{
    const char *sign = currency_sign(fee->currency);
    const char *kind = suitor_fee_kind_name(fee->kind);
    char sum[80];

    if (fee->low < fee->high)
        snprintf(sum, sizeof sum, "%g–%gm", fee->low, fee->high);
    else
        snprintf(sum, sizeof sum, "%gm", fee->high);
    return sign ? memory_format("%s %s%s", kind, sign, sum)
                : memory_format("%s %s %s", kind, fee->currency, sum);
}

char *words_stance(const suitor_race *race)
{
    const char *leave = race->leaving_stage == SUITOR_LIKELY ? "likely to leave" : "may leave";
    const char *stay =
        race->staying_stage == SUITOR_LIKELY ? "likely to stay" : "club reluctant to sell";
    char *text = memory_format("%s", "");

    if (race->leaving > 0)
        memory_append(&text, "%s (%.2f)", leave, race->leaving);
    if (race->staying > 0)
        memory_append(&text, "%s%s (%.2f)", *text ? ", " : "", stay, race->staying);
    return text;
}

char *words_leaders(const view *v, const suitor_race *race)
{
    char *list = memory_format("%s", "");

    for (uint32_t i = 0; i < race->n_leaders; i++) {
        suitor_sv name = view_name(v, race->contenders[i].edge.club);
        memory_append(&list, "%s%.*s", i ? ", " : "", SUITOR_SV_ARG(name));
    }
    if (race->n_contenders > race->n_leaders)
        memory_append(&list, " +%u", race->n_contenders - race->n_leaders);
    return list;
}
