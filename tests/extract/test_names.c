/* People: players that no table knows, their surnames, and those who are no targets. */
#include "told.h"

/* The players of claims and choices, sorted, ", " between them. */
static const char *told_players(const char *text)
{
    static char out[1024];
    const suitor_facts *f = told_read(text);
    told_lines l = { .count = 0 };
    size_t at = 0;

    for (uint32_t i = 0; i < f->n_players; i++)
        snprintf(told_next(&l), TOLD_MAX_LINE, "%.*s", SUITOR_SV_ARG(f->players[i].name));
    told_sort(&l);
    out[0] = '\0';
    for (size_t i = 0; i < l.count; i++)
        at += (size_t)snprintf(out + at, sizeof out - at, "%s%s", i ? ", " : "", l.lines[i]);
    return out;
}

static void takes_unknown_names_by_their_form(void **state)
{
    static const told_row rows[] = {
        { "Chelsea want Davor Lukesic.", "Davor Lukesic" },
        { "Chelsea want Lukesic.", "Lukesic" },
        { "Chelsea want Wout van der Meulen.", "Wout van der Meulen" },
        { "Chelsea want Pedro da Cunhal.", "Pedro da Cunhal" },
        { "Chelsea want Nuno dos Reisinho.", "Nuno dos Reisinho" },
        { "Chelsea want Jean-Luc Martel-Diop.", "Jean-Luc Martel-Diop" },
        { "Chelsea want Kieran O'Rafferty.", "Kieran O'Rafferty" },
        { "Chelsea want M'Baye N'Gorand.", "M'Baye N'Gorand" },
        { "Chelsea want \u0160ime \u017dupari\u0107.", "\u0160ime \u017dupari\u0107" },
        { "Chelsea want Davor&#160;Lukesic.", "Davor Lukesic" }, /* blanks in other bytes */
        { "Chelsea want Davor\u00a0Lukesic.", "Davor Lukesic" },
        { "Davor Lukesic is wanted by Chelsea.", "Davor Lukesic" },
        { "Lukesic is wanted by Chelsea.", "Lukesic" },
        { "Chelsea want Davor Lukesic, Wout van der Meulen and Kieran O'Rafferty.",
          "Davor Lukesic, Kieran O'Rafferty, Wout van der Meulen" },
        { "Chelsea are monitoring Lille's Davor Lukesic.", "Davor Lukesic" },
        { "Chelsea want the Lille winger Davor Lukesic, 22.", "Davor Lukesic" },
        { "LUKESIC, 22, is wanted by Chelsea.", "LUKESIC" },
        /* before and behind a club */
        { "Lukesic Chelsea move is off.", "Lukesic" },
        { "Davor Lukesic Chelsea deal is off.", "Davor Lukesic" },
        { "Chelsea want Danilo Santos.", "Danilo Santos" },
        { "Chelsea want the Lukesic deal done. Lukesic would join Chelsea.", "Lukesic" },
        /* surnames that are words: of players who are known, and beside a given name */
        { "Chelsea want Rice.", "Rice" },
        { "Chelsea want Davor Mill. Arsenal like Mill.", "Davor Mill" },
        { "Free agent Davor Lukesic is wanted by Chelsea.", "Davor Lukesic" },
        /* the agent's given name is the player's name */
        { "Agent Andr\u00e9 Minetti met Chelsea. Wolves would sell. Chelsea want Andr\u00e9.",
          "Andr\u00e9" },
    };

    (void)state;
    check_told(rows, N_ROWS(rows), told_players);
}

static void ties_parts_of_names_together(void **state)
{
    static const told_row rows[] = {
        { "Chelsea want Davor Lukesic. Arsenal like Lukesic.", "Davor Lukesic" },
        { "Lukesic: Chelsea want him. Arsenal like Davor Lukesic.", "Davor Lukesic" },
        { "Chelsea want Wout van der Meulen. Van der Meulen is keen on a move.",
          "Wout van der Meulen" },
        { "Chelsea want \u0160ime \u017dupari\u0107. Arsenal like Zuparic.",
          "\u0160ime \u017dupari\u0107" },
        { "Chelsea want Jean-Luc Martel. Arsenal like Jean-Luc.", "Jean-Luc Martel" },
        { "Chelsea want Davor Lukesic. Arsenal like LUKESIC.", "Davor Lukesic" },
        /* two of one surname */
        { "Chelsea want Davor Lukesic. Arsenal want Ante Lukesic.", "Ante Lukesic, Davor Lukesic" },
        { "Davor Lukesic and Ante Lukesic are brothers. Chelsea want Davor.", "Davor Lukesic" },
        { "Davor Lukesic and Ante Lukesic are brothers. Chelsea want Ante.", "Ante Lukesic" },
    };

    (void)state;
    check_told(rows, N_ROWS(rows), told_players);
}

static void passes_over_who_is_no_target(void **state)
{
    static const told_row rows[] = {
        { "Chelsea want manager Peter Kranz.", "" },
        { "Chelsea want Stuttgart coach Peter Kranz.", "" },
        { "Peter Kranz, the Stuttgart manager, has been linked with Chelsea.", "" },
        { "Chelsea want Peter Kranz, the sporting director of Lyon.", "" },
        { "Chelsea met agent Carlo Minetti.", "" },
        { "Agent Carlo Minetti has been offered to Chelsea.", "" },
        { "Chelsea president Carlo Minetti wants Davor Lukesic.", "Davor Lukesic" },
        { "Journalist Marco Lanza says Chelsea want Davor Lukesic.", "Davor Lukesic" },
        { "According to reporter Marco Lanza, Chelsea want Davor Lukesic.", "Davor Lukesic" },
        { "Chelsea want Davor Lukesic, Fabrizio Romano reports.", "Davor Lukesic" },
        { "Pundit Gareth Boydle likes Chelsea. Davor Lukesic joins Arsenal.", "Davor Lukesic" },
        { "Ivana Lukesic, who is both his wife and his agent, would like to join Chelsea.", "" },
        { "Chelsea want Davor Lukesic, who is quick on the ball.", "Davor Lukesic" },
        /* a whole text about him */
        { "Stuttgart manager Peter Kranz is busy. Kranz has been linked with Chelsea.", "" },
        { "Chelsea want head coach Peter Kranz. Kranz is keen on a move to Chelsea.", "" },
    };

    (void)state;
    check_told(rows, N_ROWS(rows), told_players);
}

static void passes_over_words_with_capitals(void **state)
{
    static const told_row rows[] = {
        { "Chelsea want Monday off.", "" },
        { "Chelsea want Champions League football.", "" },
        { "Chelsea want the Premier League title.", "" },
        { "Chelsea want VAR gone.", "" },
        { "Chelsea want Europe.", "" },
        { "Chelsea want a Brazilian.", "" },
        { "Chelsea want Arsenal to lose.", "" },
        { "The club want Chelsea.", "" },
        { "Chelsea have wanted him since May.", "" },
        { "Chelsea want a Fan Zone.", "" },
        { "Chelsea want the Record beaten.", "" },
        { "Chelsea want what DEADLINE brings.", "" },
        { "Chelsea want BREXIT over.", "" },
        { "Chelsea want the Trent End full.", "" },
        { "Chelsea want Marlow Sports Group out.", "" },
        { "Chelsea want Leigh Sports Village.", "" },
        { "Who wants a move to St James' Park? Newcastle do.", "" },
        { "Chelsea want the UEFA Pro Licence holder.", "" },
        { "Newcastle Players are back for Pre-Season: Chelsea want it.", "" },
        { "Chelsea want what the Kettle wants.", "" },
        { "Chelsea want the Hamburgers out.", "" },
        { "Will he join Chelsea?", "" },
        /* clubs that no table has */
        { "Chelsea have signed Davor Lukesic from Nordland Elks.", "Davor Lukesic" },
        { "Done.\n\nNord Elks (@ChelseaFC)\n\nSigned! Welcome to Chelsea.", "" },
        /* who asks, and where he lives */
        { "Do Chelsea want him? (Moira)\nChelsea want Davor Lukesic.", "Davor Lukesic" },
        { "Do Chelsea want him? (Daz, Croydon)\nChelsea want Davor Lukesic.", "Davor Lukesic" },
        { "Do Chelsea want him? - Priya, Croydon\nChelsea want Davor Lukesic.", "Davor Lukesic" },
        { "Tom, Leith: Chelsea want who?", "" },
        { "Priya, Croydon: Is it true that Chelsea want Davor Lukesic?", "Davor Lukesic" },
        { "Question from Kev in Stockport: do Chelsea want him?", "" },
        { "LISBON, Jan 31 - Chelsea want him.", "" },
    };

    (void)state;
    check_told(rows, N_ROWS(rows), told_players);
}

/* Club, position and age of the first player: "Lyon LW 22", "-" where not told. */
static const char *told_player(const char *text)
{
    static char out[128];
    const suitor_facts *f = told_read(text);
    char age[12] = "-";

    if (f->n_players == 0)
        return "";
    const suitor_player *p = &f->players[0];
    suitor_sv club = p->club >= 0 ? f->clubs[p->club].name : suitor_sv_of("-");
    const char *position = suitor_position_name(p->position);
    if (p->age >= 0)
        snprintf(age, sizeof age, "%d", p->age);
    snprintf(out, sizeof out, "%.*s %s %s", SUITOR_SV_ARG(club), *position ? position : "-", age);
    return out;
}

static void hears_club_position_and_age(void **state)
{
    static const told_row rows[] = {
        { "Chelsea want Davor Lukesic.", "- - -" },
        { "Chelsea want Lyon's Davor Lukesic.", "Lyon - -" },
        { "Chelsea want Lyon centre-back Davor Lukesic.", "Lyon CB -" },
        { "Chelsea want Lyon's 22-year-old centre-back Davor Lukesic.", "Lyon CB 22" },
        { "Chelsea want Davor Lukesic of Lyon.", "Lyon - -" },
        { "Chelsea want Davor Lukesic, 22.", "- - 22" },
        { "Chelsea want Davor Lukesic (22).", "- - 22" },
        { "Chelsea want Davor Lukesic, the Lyon striker.", "Lyon ST -" },
        { "Chelsea want goalkeeper Davor Lukesic from Lyon.", "Lyon GK -" },
        { "Chelsea want Davor Lukesic. The 22-year-old is happy.", "- - 22" },
        { "Chelsea want Davor Lukesic. The left-back is happy.", "- LB -" },
        { "Chelsea want Lyon defensive midfielder Davor Lukesic.", "Lyon DM -" },
        { "Chelsea want Davor Lukesic, who is 22 goals up.", "- - -" },
        /* set beside the name */
        { "Chelsea want Davor Lukesic, a goalkeeper, this summer.", "- GK -" },
        { "Chelsea want one midfielder, Davor Lukesic.", "- MF -" },
        { "Chelsea want Davor Lukesic as a potential new winger.", "- W -" },
        /* somebody else's, as far as is known of him */
        { "Chelsea need a goalkeeper because Davor Lukesic scored twice. They want Lukesic.",
          "- - -" },
        { "Chelsea need a striker, or Alisson will be sold. Chelsea want Alisson.", "- - -" },
        /* his, as the register knows */
        { "Chelsea need a goalkeeper. They would like Alisson.", "- GK -" },
        { "Chelsea are keen. Davor Lukesic could make a \u00a330m move from Lyon to Chelsea.",
          "Lyon - -" },
        { "Davor Lukesic rejected an offer from Lyon. Chelsea want him.", "- - -" },
    };

    (void)state;
    check_told(rows, N_ROWS(rows), told_player);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(takes_unknown_names_by_their_form),
        cmocka_unit_test(ties_parts_of_names_together),
        cmocka_unit_test(passes_over_who_is_no_target),
        cmocka_unit_test(passes_over_words_with_capitals),
        cmocka_unit_test(hears_club_position_and_age),
    };

    return cmocka_run_group_tests(tests, told_setup, told_teardown);
}
