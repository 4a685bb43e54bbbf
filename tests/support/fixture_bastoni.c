/* The market around Alessandro Bastoni in the spring of 2026, as a ledger. */
#include "ledger_fixture.h"

#define ON "2026-03-02", "bastoni"
#define BASTONI "Alessandro Bastoni"

static const fixture_claim claims[] = {
    { ON, "TEAMtalk", BASTONI, "Inter Milan", SUITOR_PLAYS_FOR, SUITOR_OWNED, SUITOR_FIRM, 0.95 },
    { ON, "CaughtOffside", BASTONI, "Liverpool", SUITOR_INTEREST, SUITOR_KEEN, SUITOR_REPORTED,
      0.95 },
    { ON, "TEAMtalk", BASTONI, "Liverpool", SUITOR_INTEREST, SUITOR_KEEN, SUITOR_REPORTED, 0.9 },
    { ON, "CaughtOffside", BASTONI, "Arsenal", SUITOR_INTEREST, SUITOR_KEEN, SUITOR_REPORTED, 0.9 },
    { ON, "CaughtOffside", BASTONI, "Barcelona", SUITOR_INTEREST, SUITOR_WATCHING, SUITOR_REPORTED,
      0.9 },
    { ON, "Fabrizio Romano", BASTONI, "Barcelona", SUITOR_INTEREST, SUITOR_WATCHING, SUITOR_FIRM,
      0.9 },
    { ON, "CaughtOffside", BASTONI, "Chelsea", SUITOR_INTEREST, SUITOR_WATCHING, SUITOR_REPORTED,
      0.9 },
    { ON, "CaughtOffside", BASTONI, "Manchester City", SUITOR_INTEREST, SUITOR_WATCHING,
      SUITOR_REPORTED, 0.9 },
    { ON, "TEAMtalk", BASTONI, "Real Madrid", SUITOR_INTEREST, SUITOR_LINKED, SUITOR_DOUBTFUL,
      0.9 },
    { ON, "TEAMtalk", BASTONI, "Bayern Munich", SUITOR_INTEREST, SUITOR_LINKED, SUITOR_DOUBTFUL,
      0.9 },
    { ON, "TEAMtalk", BASTONI, "Paris Saint-Germain", SUITOR_INTEREST, SUITOR_LINKED,
      SUITOR_DOUBTFUL, 0.9 },
    { ON, "Graeme Bailey", BASTONI, "Inter Milan", SUITOR_LEAVING, SUITOR_LIKELY, SUITOR_REPORTED,
      0.9 },
    { ON, "TEAMtalk", BASTONI, "Inter Milan", SUITOR_STAYING, SUITOR_POSSIBLE, SUITOR_FIRM, 0.9 },
    { ON, "TEAMtalk", "Murillo", "Nottingham Forest", SUITOR_PLAYS_FOR, SUITOR_OWNED, SUITOR_FIRM,
      0.95 },
    { ON, "TEAMtalk", "Murillo", "Liverpool", SUITOR_INTEREST, SUITOR_KEEN, SUITOR_REPORTED, 0.9 },
    { ON, "TEAMtalk", "Murillo", "Chelsea", SUITOR_INTEREST, SUITOR_KEEN, SUITOR_REPORTED, 0.9 },
    { ON, "TEAMtalk", "Jeremy Jacquet", "Rennes", SUITOR_PLAYS_FOR, SUITOR_OWNED, SUITOR_FIRM,
      0.9 },
    { ON, "TEAMtalk", "Jeremy Jacquet", "Liverpool", SUITOR_DEAL, SUITOR_AGREED, SUITOR_FIRM, 0.9 },
    { ON, "TEAMtalk", "Giovanni Leoni", "Liverpool", SUITOR_DEAL, SUITOR_DONE, SUITOR_FIRM, 0.9 },
    { ON, "TEAMtalk", "Marc Guehi", "Liverpool", SUITOR_ENDED, SUITOR_OVER, SUITOR_FIRM, 0.9 },
    { ON, "TEAMtalk", "Marc Guehi", "Manchester City", SUITOR_DEAL, SUITOR_DONE, SUITOR_FIRM, 0.8 },
    { ON, "Fabrizio Romano", "Micky van de Ven", "Liverpool", SUITOR_INTEREST, SUITOR_LINKED,
      SUITOR_REPORTED, 0.8 },
    { ON, "TEAMtalk", "Micky van de Ven", "Tottenham", SUITOR_PLAYS_FOR, SUITOR_OWNED, SUITOR_FIRM,
      0.95 },
    { ON, "TEAMtalk", "Cristian Romero", "Tottenham", SUITOR_PLAYS_FOR, SUITOR_OWNED, SUITOR_FIRM,
      0.8 },
};

void fixture_add_bastoni(ledger_fixture *f)
{
    static const char *const backs[] = { BASTONI, "Murillo", "Marc Guehi", "Micky van de Ven",
                                         "Cristian Romero" };

    fixture_add(f, claims, sizeof claims / sizeof *claims);
    for (size_t i = 0; i < sizeof backs / sizeof *backs; i++)
        fixture_set_player(f, backs[i], SUITOR_CB, i == 0 ? 26 : -1);
    fixture_add_fee(f, (fixture_fee){ ON, BASTONI, SUITOR_FEE_ASKING, "EUR", 90, 100 });
    fixture_add_need(f, ON, "Liverpool", SUITOR_CB);
    fixture_add_group(f, (fixture_group){ ON, "Tottenham", "Cristian Romero|Micky van de Ven" });
}
