/* suitor correct: what the user knows better, kept beside the articles. */
#include <stdio.h>
#include <stdlib.h>
#include <strings.h>

#include "correct_view.h"
#include "options.h"
#include "say.h"
#include "words.h"

enum { OPTION_ARTICLE, OPTION_ALL, OPTION_RELATION, OPTION_CLUB, OPTION_SINCE, OPTION_BECAUSE };

static const cli_option options[] = {
    { "article", 0, "NAME", "only in that article, named as explain does; may be repeated", true },
    { "all", 0, NULL, "reject, restore: in all articles known now", false },
    { "relation", 0, "R", "reject, restore: only interest, deal, ended, plays_for …", false },
    { "club", 0, "CLUB", "split: where he is told to be of that club", false },
    { "since", 0, "DATE", "club: from that day on, YYYY-MM-DD (always)", false },
    { "because", 0, "TEXT", "a reason, kept in the list", false },
    { NULL, 0, NULL, NULL, false },
};

static const cli_spec spec = {
    .usage =
        "correct reject|restore PLAYER CLUB | club PLAYER CLUB |\n"
        "                               position PLAYER POSITION | merge NAME NAME |\n"
        "                               split NAME OTHER | rename NAME NEW | undo NUMBER | list",
    .about = "Put right what articles or their reading have wrong. Nothing stored is lost or\n"
             "changed: corrections are laid over it, hold for what is ingested later too, and\n"
             "can be undone, undoings as well.\n\n"
             "  reject, restore  claims on a player and a club, by article\n"
             "  club             whose player he is, until a later article tells of a deal done\n"
             "  position         goalkeeper, centre-back …, or a code such as CB\n"
             "  merge            the first player or club is the second one\n"
             "  split            it is another one, OTHER, in some articles or at a club\n"
             "  rename           what it is called\n"
             "  list             all corrections with their numbers",
    .options = options,
    .examples = "  suitor correct reject Bastoni Chelsea --article notes-17 --because 'a joke'\n"
                "  suitor correct club Bastoni 'Inter Milan' --since 2026-07-01\n"
                "  suitor correct position Bastoni centre-back\n"
                "  suitor correct merge 'M. Guehi' 'Marc Guehi'\n"
                "  suitor correct split Danilo 'Danilo dos Santos' --club Flamengo\n"
                "  suitor correct undo 3\n",
    .min_names = 1,
    .max_names = 3,
};

enum { ACTION_LIST = SUITOR_N_CORRECTIONS, N_ACTIONS };

/* Which options mean something to an action, and how many names it takes. */
static const struct {
    unsigned options; /* bits by index */
    int n_names;
    const char *names;
} actions[N_ACTIONS] = {
    [SUITOR_REJECT] = { 1 << OPTION_ARTICLE | 1 << OPTION_ALL | 1 << OPTION_RELATION, 2,
                        "PLAYER CLUB" },
    [SUITOR_RESTORE] = { 1 << OPTION_ARTICLE | 1 << OPTION_ALL | 1 << OPTION_RELATION, 2,
                         "PLAYER CLUB" },
    [SUITOR_SET_CLUB] = { 1 << OPTION_SINCE, 2, "PLAYER CLUB" },
    [SUITOR_SET_POSITION] = { 0, 2, "PLAYER POSITION" },
    [SUITOR_MERGE] = { 0, 2, "NAME NAME" },
    [SUITOR_SPLIT] = { 1 << OPTION_ARTICLE | 1 << OPTION_CLUB, 2, "NAME OTHER" },
    [SUITOR_RENAME] = { 0, 2, "NAME NEW" },
    [SUITOR_UNDO] = { 0, 1, "NUMBER" },
    [ACTION_LIST] = { 0, 0, "" },
};

static const char *action_name(int action)
{
    return action == ACTION_LIST ? "list"
                                 : suitor_correction_kind_name((suitor_correction_kind)action);
}

/* The action of that name, -1 for none, which is said. */
static int find_action(const char *name)
{
    const char *names[N_ACTIONS], *closest;

    for (int i = 0; i < N_ACTIONS; i++) {
        names[i] = action_name(i);
        if (strcmp(names[i], name) == 0)
            return i;
    }
    closest = say_closest(name, names, N_ACTIONS);
    if (closest)
        say("correct: '%s' is not known; did you mean 'correct %s'?", name, closest);
    else
        say("correct: '%s' is not known; 'suitor correct --help' tells what is", name);
    return -1;
}

/* Whether names and options fit the action; if not, that is said. */
static bool check(int action, const cli_arguments *args)
{
    unsigned known = actions[action].options | 1 << OPTION_BECAUSE;

    if (args->n_names - 1 != actions[action].n_names) {
        say("usage: suitor correct %s%s%s", action_name(action), actions[action].n_names ? " " : "",
            actions[action].names);
        return false;
    }
    for (int i = 0; options[i].name; i++)
        if (args->value[i] && (action == ACTION_LIST || !(known & 1u << i))) {
            say("correct %s: --%s means nothing here", action_name(action), options[i].name);
            return false;
        }
    return true;
}

static bool parse_relation(const char *text, suitor_relation *out)
{
    const char *names[SUITOR_N_RELATIONS], *closest;

    if (!text || suitor_relation_parse(suitor_sv_of(text), out))
        return true;
    for (int i = 0; i < SUITOR_N_RELATIONS; i++)
        names[i] = suitor_relation_name((suitor_relation)i);
    closest = say_closest(text, names, SUITOR_N_RELATIONS);
    say("--relation: '%s' is not known%s%s%s", text, closest ? "; did you mean '" : "",
        closest ? closest : "", closest ? "'?" : "");
    return false;
}

/* A code, or the position in words. */
static bool parse_position(const char *text, suitor_position *out)
{
    const char *words[2 * SUITOR_N_POSITIONS], *closest;
    int n = 0;

    for (int i = SUITOR_POS_NONE + 1; i < SUITOR_N_POSITIONS; i++) {
        *out = (suitor_position)i;
        words[n++] = suitor_position_name(*out);
        words[n++] = words_position(*out);
        if (strcasecmp(text, words[n - 1]) == 0 || strcasecmp(text, words[n - 2]) == 0)
            return true;
    }
    closest = say_closest(text, words, n);
    say("'%s' is no position%s%s%s", text, closest ? "; did you mean '" : "",
        closest ? closest : " such as centre-back or CB", closest ? "'?" : "");
    return false;
}

static bool parse_number(const char *text, int64_t *out)
{
    char *end;

    *out = strtoll(text, &end, 10);
    if (*text && !*end && *out > 0)
        return true;
    say("'%s' is no number of a correction; 'suitor correct list' tells them", text);
    return false;
}

static bool parse(suitor_correction_kind kind, const cli_arguments *args,
                  suitor_sv articles[MAX_REPEATS], suitor_correction_wish *wish)
{
    wish->kind = kind;
    wish->all = args->value[OPTION_ALL] != NULL;
    wish->club = suitor_sv_of(args->value[OPTION_CLUB]);
    wish->reason = suitor_sv_of(args->value[OPTION_BECAUSE]);
    for (uint32_t i = 0; i < args->n_repeated; i++)
        articles[i] = suitor_sv_of(args->repeated[i]);
    wish->articles = articles;
    wish->n_articles = args->n_repeated;
    if (kind == SUITOR_UNDO)
        return parse_number(args->names[1], &wish->undoes);
    wish->subject = suitor_sv_of(args->names[1]);
    wish->object = suitor_sv_of(args->names[2]);
    if (kind == SUITOR_SET_POSITION)
        return parse_position(args->names[2], &wish->position);
    return parse_relation(args->value[OPTION_RELATION], &wish->relation) &&
           (!args->value[OPTION_SINCE] ||
            options_day("since", args->value[OPTION_SINCE], &wish->since));
}

/* Whether a failure lies in what was asked for. */
static bool is_of_wish(suitor_status st)
{
    return st == SUITOR_ERR_NOTFOUND || st == SUITOR_ERR_AMBIGUOUS || st == SUITOR_ERR_INVALID;
}

/* Make the correction if there is one to make, and show it or the list. */
static int correct(const cli_settings *settings, suitor_store *store,
                   const suitor_correction_wish *wish)
{
    suitor_corrections *all = NULL;
    suitor_error err;
    int64_t number = 0;
    int status;
    suitor_status st = wish ? suitor_store_correct(store, wish, &number, &err) : SUITOR_OK;

    if (st != SUITOR_OK) {
        say_error(&err);
        return is_of_wish(st) ? STATUS_USAGE : STATUS_FAILED;
    }
    if (suitor_store_corrections(store, &all, &err) != SUITOR_OK)
        return say_error(&err);
    if (wish)
        status =
            settings->json ? correct_view_one_json(all, number) : correct_view_one(all, number);
    else
        status = settings->json ? correct_view_list_json(all) : correct_view_list(all);
    suitor_corrections_free(all);
    return status;
}

int cmd_correct(cli_settings *settings, int argc, char **argv)
{
    suitor_correction_wish wish = SUITOR_CORRECTION_WISH_INIT;
    suitor_sv articles[MAX_REPEATS];
    suitor_store *store = NULL;
    cli_arguments args;
    suitor_error err;
    int status, action;

    if (!options_read(&spec, settings, argc, argv, &args, &status))
        return status;
    action = find_action(args.names[0]);
    if (action < 0 || !check(action, &args) ||
        (action != ACTION_LIST && !parse((suitor_correction_kind)action, &args, articles, &wish)))
        return STATUS_USAGE;
    if (suitor_store_open(settings->db,
                          action == ACTION_LIST ? SUITOR_STORE_READ : SUITOR_STORE_WRITE, &store,
                          &err) != SUITOR_OK)
        status = say_error(&err);
    else
        status = correct(settings, store, action == ACTION_LIST ? NULL : &wish);
    suitor_store_close(store);
    return status;
}
