/* A player's race, and the market's hottest races, as tables. */
#include "race_view.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "memory.h"
#include "race_json.h"
#include "say.h"
#include "table.h"
#include "words.h"

static void print_heading(const view *v, const suitor_race *race)
{
    const suitor_entity *player = view_entity(v, race->player);
    char *name = view_clean_name(v, race->player), *club = view_clean_name(v, race->club);
    const char *position = words_position(player->position);
    char day[SUITOR_DATE_SIZE];

    printf("%s%s%s", terminal_code(STYLE_BOLD), name, terminal_code(STYLE_PLAIN));
    if (*position)
        printf(", %s", position);
    if (player->age >= 0)
        printf(", %d", player->age);
    if (*club)
        printf(", %s", club);
    printf("%s  as of %s%s\n", terminal_code(STYLE_DIM),
           suitor_day_format(suitor_market_day(v->market), day), terminal_code(STYLE_PLAIN));
    free(name);
    free(club);
}

static bool is_member(const suitor_ledger *ledger, suitor_run members, uint32_t player)
{
    for (uint32_t i = 0; i < members.count; i++)
        if (ledger->either_or_players[members.first + i] == player)
            return true;
    return false;
}

/* "  either or   Tottenham: Cristian Romero or Micky van de Ven", latest first and
 * each group of a club once. */
static void print_either_or(const view *v, uint32_t player)
{
    const suitor_ledger *ledger = v->ledger;
    uint32_t last_club = SUITOR_NO_INDEX;

    for (uint32_t i = ledger->n_either_or; i-- > 0;) {
        const suitor_ledger_either_or *group = &ledger->either_or[i];
        if (group->club == last_club || !is_member(ledger, group->members, player))
            continue;
        last_club = group->club;
        printf("  either or  ");
        for (uint32_t m = 0; m < group->members.count; m++) {
            uint32_t member = ledger->either_or_players[group->members.first + m];
            char *name = view_clean_name(v, member);
            printf("%s%s", m ? " or " : "", name);
            free(name);
        }
        char *club = view_clean_name(v, group->club);
        printf(" (%s)\n", club);
        free(club);
    }
}

/* Price, stance and partners, a line each where something is known. */
static void print_facts(const view *v, const suitor_race *race)
{
    char *stance = words_stance(race);

    if (race->fee) {
        char *fee = words_fee(race->fee);
        printf("  price      %s\n", fee);
        free(fee);
    }
    if (*stance)
        printf("  stance     %s\n", stance);
    print_either_or(v, race->player);
    free(stance);
}

static void print_suitors(const view *v, const suitor_race *race)
{
    static const table_column columns[] = {
        { "Club", COLUMN_NAME },   { "Weight", COLUMN_RIGHT }, { "Share", COLUMN_RIGHT },
        { "Stage", COLUMN_LEFT },  { "First", COLUMN_LEFT },   { "Last", COLUMN_LEFT },
        { "Orig.", COLUMN_RIGHT }, { "Art.", COLUMN_RIGHT },
    };
    table *t = table_new(columns, sizeof columns / sizeof *columns);

    for (uint32_t i = 0; i < race->n_contenders; i++) {
        const suitor_contender *c = &race->contenders[i];
        table_name(t, view_name(v, c->edge.club));
        table_cell(t, "%.3f", c->edge.weight);
        table_cell(t, c->share < 0.005 ? "<1%%" : "%.0f%%", c->share * 100);
        table_cell(t, "%s", suitor_stage_name(c->edge.stage));
        table_day(t, c->edge.first);
        table_day(t, c->edge.last);
        table_cell(t, "%u", c->edge.n_origins);
        table_cell(t, "%u", c->edge.n_articles);
        if (i < race->n_leaders)
            table_lead(t);
    }
    table_print(t, stdout);
    table_free(t);
}

/* Contenders by the size of their change over `span`, largest first. */
static int by_change(const suitor_contender *a, const suitor_contender *b, suitor_momentum span)
{
    double x = fabs(a->change[span]), y = fabs(b->change[span]);

    if (x != y)
        return x > y ? -1 : 1;
    return a->edge.club < b->edge.club ? -1 : a->edge.club > b->edge.club;
}

enum { MOST_MOVERS = 3 };

/* "Last 7 days: Liverpool +0.120, Arsenal −0.011." of those who have moved most. */
static void print_momentum(const view *v, const suitor_race *race, suitor_momentum span,
                           const char *title)
{
    char *text = memory_format("%s:", title);
    const suitor_contender *last = NULL;

    for (int n = 0; n < MOST_MOVERS; n++) {
        const suitor_contender *next = NULL;
        for (uint32_t i = 0; i < race->n_contenders; i++) {
            const suitor_contender *c = &race->contenders[i];
            if (fabs(c->change[span]) >= 0.0005 && (!last || by_change(last, c, span) < 0) &&
                (!next || by_change(c, next, span) < 0))
                next = c;
        }
        if (!next)
            break;
        char *club = view_clean_name(v, next->edge.club);
        memory_append(&text, "%s %s" MARK_JOIN "%s%.3f", last ? "," : "", club,
                      next->change[span] < 0 ? "−" : "+", fabs(next->change[span]));
        free(club);
        last = next;
    }
    memory_append(&text, "%s.", last ? "" : " no change");
    terminal_wrap(stdout, 0, text);
    free(text);
}

/* How the race stands, in a line. */
static void print_verdict(const suitor_race *race)
{
    if (race->thin)
        printf("\nToo little to say: ");
    else
        printf("\n* leads. Effective number of suitors: %.1f of %u. ", race->effective,
               race->n_contenders);
    printf("%u origin%s, %u article%s.\n", race->n_origins, say_s(race->n_origins),
           race->n_articles, say_s(race->n_articles));
}

/* A race without suitors: settled by a deal, or never run. */
static void print_no_suitors(const view *v, uint32_t player)
{
    const suitor_ledger_row *deal = NULL;

    for (uint32_t i = 0; i < v->ledger->n_rows; i++) {
        const suitor_ledger_row *row = &v->ledger->rows[i];
        if (row->player == player && row->relation == SUITOR_DEAL && row->stage == SUITOR_DONE &&
            (!deal || row->day >= deal->day))
            deal = row;
    }
    if (deal) {
        char *club = view_clean_name(v, deal->club), day[SUITOR_DATE_SIZE];
        printf("\nNo suitors: %s have signed him, as reported on %s.\n", club,
               suitor_day_format(deal->day, day));
        free(club);
    } else {
        puts("\nNo suitors: nobody is said to want him.");
    }
}

int race_view_player(const view *v, const cli_settings *settings, uint32_t player)
{
    suitor_race race;
    suitor_error err;

    if (suitor_race_of(v->market, player, &race, &err) != SUITOR_OK)
        return say_error(&err);
    if (settings->json) {
        json_print(race_json(v, &race));
    } else {
        print_heading(v, &race);
        print_facts(v, &race);
        if (race.n_contenders) {
            puts("");
            print_suitors(v, &race);
            print_verdict(&race);
            print_momentum(v, &race, SUITOR_WEEK, "Last 7 days");
            print_momentum(v, &race, SUITOR_MONTH, "Last 30 days");
        } else {
            print_no_suitors(v, player);
        }
    }
    suitor_race_clear(&race);
    return STATUS_DONE;
}

static void print_races(const view *v, const suitor_race *races, uint32_t count)
{
    static const table_column columns[] = {
        { "Player", COLUMN_NAME }, { "Of", COLUMN_NAME },          { "Heat", COLUMN_RIGHT },
        { "7 d", COLUMN_RIGHT },   { "In the lead", COLUMN_NAME }, { "Orig.", COLUMN_RIGHT },
        { "Art.", COLUMN_RIGHT },
    };
    table *t = table_new(columns, sizeof columns / sizeof *columns);

    for (uint32_t i = 0; i < count; i++) {
        char *leaders = words_leaders(v, &races[i]);
        table_name(t, view_name(v, races[i].player));
        table_name(t, view_name(v, races[i].club));
        table_cell(t, "%.3f", races[i].intensity);
        table_change(t, races[i].change[SUITOR_WEEK]);
        table_name(t, suitor_sv_of(leaders));
        table_cell(t, "%u", races[i].n_origins);
        table_cell(t, "%u", races[i].n_articles);
        free(leaders);
    }
    table_print(t, stdout);
    table_free(t);
}

int race_view_hottest(const view *v, const cli_settings *settings, uint32_t limit)
{
    suitor_race *races;
    uint32_t count;
    suitor_error err;

    if (suitor_races(v->market, limit, &races, &count, &err) != SUITOR_OK)
        return say_error(&err);
    if (settings->json) {
        json_print(races_json(v, races, count));
    } else if (count == 0) {
        puts("No player is wanted by two clubs or more.");
    } else {
        view_print_title(v, "The hottest races");
        print_races(v, races, count);
    }
    suitor_races_free(races, count);
    return STATUS_DONE;
}
