/* Clubs that look for a kind of player, and those that would let go, or take, only one
 * of several. */
#include "told.h"

/* "Arsenal CB", sorted. */
static const char *told_needs(const char *text)
{
    const suitor_facts *f = told_read(text);
    told_lines l = { .count = 0 };

    for (uint32_t i = 0; i < f->n_needs; i++)
        snprintf(told_next(&l), TOLD_MAX_LINE, "%.*s %s",
                 SUITOR_SV_ARG(f->clubs[f->needs[i].club].name),
                 suitor_position_name(f->needs[i].position));
    return told_joined(&l);
}

/* "Tottenham: Davor Lukesic, Mateo Arriola", members as in the text. */
static const char *told_choices(const char *text)
{
    const suitor_facts *f = told_read(text);
    told_lines l = { .count = 0 };

    for (uint32_t i = 0; i < f->n_either_or; i++) {
        const suitor_either_or *e = &f->either_or[i];
        char *line = told_next(&l);
        size_t at =
            (size_t)snprintf(line, TOLD_MAX_LINE, "%.*s:", SUITOR_SV_ARG(f->clubs[e->club].name));
        for (uint32_t k = e->members.first; k < e->members.first + e->members.count; k++)
            at += (size_t)snprintf(line + at, TOLD_MAX_LINE - at, "%s %.*s",
                                   k > e->members.first ? "," : "",
                                   SUITOR_SV_ARG(f->players[f->either_or_players[k]].name));
    }
    return told_joined(&l);
}

static void reads_needs(void **state)
{
    static const told_row rows[] = {
        { "Arsenal need a centre-back.", "Arsenal CB" },
        { "Arsenal are looking for a new striker.", "Arsenal ST" },
        { "Chelsea want a left-back this summer.", "Chelsea LB" },
        { "Tottenham are in the market for a goalkeeper.", "Tottenham GK" },
        { "Everton need a right-back and Fulham need a winger.", "Everton RB; Fulham W" },
        { "Liverpool are still searching for a defensive midfielder.", "Liverpool DM" },
        { "Aston Villa are on the hunt for a new No 9.", "Aston Villa ST" },
        { "Arsenal need a centre-back. They still need a centre-back.", "Arsenal CB" },
        /* of a named player */
        { "Bayern Munich are looking for a successor to goalkeeper Davor Lukesic.",
          "Bayern Munich GK" },
        { "Roma need a replacement for striker Davor Lukesic.", "Roma ST" },
        { "Arsenal's left-back Davor Lukesic has gone. Arsenal are in the market "
          "for a replacement.",
          "Arsenal LB" },
        { "Lyon striker Davor Lukesic wants to go. Lyon have begun to look at possible "
          "replacements.",
          "Lyon ST" },
        { "Lyon goalkeeper Davor Lukesic is 36 and needs a successor.", "Lyon GK" },
        /* as who may follow him plays, where nothing is told of himself */
        { "Bournemouth want the Tottenham forward Davor Lukesic to replace Tomas Hrdina.",
          "Bournemouth FW" },
        { "Bournemouth want the Tottenham forward Davor Lukesic to replace goalkeeper Tomas "
          "Hrdina.",
          "Bournemouth GK" },
        { "A left-back should be on Chelsea's shopping list.", "Chelsea LB" },
        { "Chelsea have only one fit striker.", "Chelsea ST" },
        { "A goalkeeper is among the things that Arsenal want.", "Arsenal GK" },
        { "Arsenal would have liked a left-back, too.", "Arsenal LB" },
        { "Arsenal have failed to land a new winger.", "Arsenal W" },
        { "Davor Lukesic is one of a number of centre-backs on Arsenal's list.", "Arsenal CB" },
        /* no need */
        { "Arsenal do not need a striker.", "" },
        { "Arsenal need a win.", "" },
        { "The Arsenal striker needs a rest.", "" },
        { "Chelsea want striker Davor Lukesic.", "" },
    };

    (void)state;
    check_told(rows, N_ROWS(rows), told_needs);
}

static void reads_choices(void **state)
{
    static const told_row rows[] = {
        { "Tottenham will only sell one of Davor Lukesic and Mateo Arriola.",
          "Tottenham: Davor Lukesic, Mateo Arriola" },
        { "Inter would let just one of Davor Lukesic and Mateo Arriola go.",
          "Inter Milan: Davor Lukesic, Mateo Arriola" },
        { "Chelsea plan to sign one of Davor Lukesic and Mateo Arriola.",
          "Chelsea: Davor Lukesic, Mateo Arriola" },
        /* not a choice */
        { "Tottenham will sell Davor Lukesic and Mateo Arriola.", "" },
        { "Tottenham have sold one striker. Chelsea want Davor Lukesic and Mateo Arriola.", "" },
        { "One of the goals was scored by Davor Lukesic of Lyon.", "" },
    };

    (void)state;
    check_told(rows, N_ROWS(rows), told_choices);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_needs),
        cmocka_unit_test(reads_choices),
    };

    return cmocka_run_group_tests(tests, told_setup, told_teardown);
}
