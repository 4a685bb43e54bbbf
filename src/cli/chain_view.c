/* Chains that begin alike share their beginning in the tree. Under each move stands the sentence
 * that tells most of it. */
#include "chain_view.h"

#include <stdio.h>
#include <stdlib.h>

#include "memory.h"
#include "terminal.h"

enum { MOST_PREFIX = 64 };

/* The chains that share their first `depth` steps: [from, to) of the sorted ones. */
typedef struct {
    const what_if *w;
    const suitor_chain **chains; /* sorted so that those that begin alike stand together */
} tree;

static int compare_steps(const suitor_step *a, const suitor_step *b)
{
    if (a->player != b->player)
        return a->player < b->player ? -1 : 1;
    if (a->to != b->to)
        return a->to < b->to ? -1 : 1;
    return 0;
}

static bool same_beginning(const suitor_chain *a, const suitor_chain *b, uint32_t depth)
{
    if (a->n_steps <= depth || b->n_steps <= depth)
        return false;
    for (uint32_t i = 0; i <= depth; i++)
        if (compare_steps(&a->steps[i], &b->steps[i]) != 0)
            return false;
    return true;
}

/* Bring the chains in an order in which those that begin alike stand together, each group where
 * its likeliest stands. */
static void gather(const suitor_chain **chains, uint32_t n, uint32_t depth)
{
    for (uint32_t i = 0; i < n;) {
        uint32_t to = i + 1;
        for (uint32_t k = to; k < n; k++)
            if (same_beginning(chains[i], chains[k], depth)) {
                const suitor_chain *moved = chains[k];
                for (uint32_t j = k; j > to; j--)
                    chains[j] = chains[j - 1];
                chains[to++] = moved;
            }
        if (to - i > 1 && depth + 1 < SUITOR_CHAIN_STEPS)
            gather(chains + i, to - i, depth + 1);
        i = to;
    }
}

static char *clean(const view *v, uint32_t entity)
{
    return entity == SUITOR_NO_INDEX ? memory_format("his club") : view_clean_name(v, entity);
}

/* "Tottenham sign Murillo from Nottingham Forest". */
static char *words_move(const view *v, const suitor_step *s)
{
    char *player = view_clean_name(v, s->player), *from = clean(v, s->from), *words;

    if (s->to == SUITOR_ELSEWHERE) {
        words = memory_format("%s leaves %s", player, from);
    } else {
        char *to = view_clean_name(v, s->to);
        words = memory_format("%s sign %s from %s", to, player, from);
        free(to);
    }
    free(player);
    free(from);
    return words;
}

/* "so Tottenham keep Cristian Romero", "then, a man short, Inter Milan sign …". */
static char *words_step(const view *v, const suitor_step *s)
{
    static const char *const leads[SUITOR_N_MECHANISMS + 1] = {
        [SUITOR_GONE] = "then ",
        [SUITOR_NEED_MET] = "with that need met, ",
        [SUITOR_VACANCY] = "a man short, ",
        [SUITOR_BEATEN_RIVAL] = "beaten to him, ",
        [SUITOR_ONE_OF_TWO] = "one of the two gone, ",
        [SUITOR_SPENT] = "with the money, ",
        [SUITOR_N_MECHANISMS] = "",
    };
    char *words;

    if (s->to == SUITOR_NO_INDEX) {
        char *player = view_clean_name(v, s->player), *from = clean(v, s->from);
        words = memory_format(s->mechanism == SUITOR_ONE_OF_TWO ? "so %s keep %s"
                                                                : "with that need met, %s keep %s",
                              from, player);
        free(player);
        free(from);
        return words;
    }
    char *move = words_move(v, s);
    words = memory_format("%s%s", leads[s->mechanism], move);
    free(move);
    return words;
}

/* The row that counts most of what is said of a move; false where there is none. */
static bool find_evidence(const what_if *w, const suitor_step *s, suitor_quote *out,
                          suitor_sv *origin)
{
    const suitor_ledger *ledger = w->view.ledger;
    suitor_factor *factors = NULL;
    uint32_t n = 0, best = 0;
    double weight;
    bool found = false;

    if (s->to == SUITOR_NO_INDEX || s->to == SUITOR_ELSEWHERE ||
        suitor_market_explain(w->view.market, s->player, s->to, &factors, &n, &weight, NULL) !=
            SUITOR_OK)
        return false;
    for (uint32_t i = 0; i < n; i++)
        if (factors[i].counts && factors[i].strength >= factors[best].strength) {
            best = i;
            found = true;
        }
    if (found) {
        const suitor_ledger_row *row = &ledger->rows[factors[best].row];
        *origin = ledger->origins[row->origin];
        found = suitor_store_quote(w->view.store, row->evidence, out, NULL) == SUITOR_OK;
    }
    free(factors);
    return found;
}

static void print_evidence(const what_if *w, const suitor_step *s, const char *prefix)
{
    char day[SUITOR_DATE_SIZE];
    suitor_sv origin;
    suitor_quote q;

    if (!find_evidence(w, s, &q, &origin))
        return;
    char *quote = terminal_clean(q.quote), *who = terminal_clean(origin);
    char *line =
        memory_format("%s  %s%s“%s”", suitor_day_format(q.day, day), who, *who ? ": " : "", quote);
    int room = terminal_width() - terminal_columns(prefix);
    size_t fits = terminal_fit(line, room > 20 ? room - 1 : 20);
    printf("%s%s%.*s%s%s\n", prefix, terminal_code(STYLE_DIM), (int)fits, line,
           line[fits] ? "…" : "", terminal_code(STYLE_PLAIN));
    free(line);
    free(quote);
    free(who);
}

/* "all of it 12.0 %; in drawn windows 9.1 ±1.1,", and why where they differ. */
static void print_end(const view *v, const suitor_chain *c, const char *prefix)
{
    static const char *const reasons[] = {
        [SUITOR_GAP_NONE] = "",
        [SUITOR_GAP_RIVAL] = "often goes elsewhere",
        [SUITOR_GAP_SOONER] = "often moves before that",
        [SUITOR_GAP_COOLER] = "is made less likely to by other moves",
        [SUITOR_GAP_HOTTER] = "is made likelier to by other moves too",
    };

    printf("%sall of it %.1f %%; in drawn windows %.1f ±%.1f%s\n", prefix, 100 * c->probability,
           100 * c->frequency, 200 * c->standard_error, c->gap == SUITOR_GAP_NONE ? "" : ",");
    if (c->gap == SUITOR_GAP_NONE)
        return;
    char *player = view_clean_name(v, c->steps[c->gap_step].player);
    printf("%sas %s %s", prefix, player, reasons[c->gap]);
    if (c->gap == SUITOR_GAP_RIVAL && c->gap_club != SUITOR_ELSEWHERE) {
        char *club = what_if_place(v, c->gap_club);
        printf(", mostly to %s", club);
        free(club);
    }
    puts("");
    free(player);
}

static void print_step(const what_if *w, const suitor_step *s, const char *branch,
                       const char *prefix)
{
    char *words = words_step(&w->view, s);

    printf("%s%s%s%s  %.0f %%", branch, terminal_code(STYLE_BOLD), words,
           terminal_code(STYLE_PLAIN), 100 * s->probability);
    if (s->mechanism != SUITOR_N_MECHANISMS)
        printf(" (%.0f by itself)", 100 * s->before);
    puts("");
    print_evidence(w, s, prefix);
    free(words);
}

static void print_branch(const tree *t, uint32_t from, uint32_t to, uint32_t depth,
                         const char *prefix)
{
    for (uint32_t i = from; depth < SUITOR_CHAIN_STEPS && i < to;) {
        const suitor_chain *c = t->chains[i];
        uint32_t end = i + 1;
        while (end < to && same_beginning(c, t->chains[end], depth))
            end++;
        bool last = end == to;
        const char *tee = depth == 0 ? "" : last ? "└─ " : "├─ ";
        const char *bar = depth == 0 ? "  " : last ? "   " : "│  ";
        char *branch = memory_format("%s%s", prefix, tee);
        char *below = memory_format("%s%s", prefix, bar);
        print_step(t->w, &c->steps[depth], branch, below);
        for (uint32_t k = i; k < end; k++)
            if (t->chains[k]->n_steps == depth + 1)
                print_end(&t->w->view, t->chains[k], below);
        uint32_t first = i;
        while (first < end && t->chains[first]->n_steps == depth + 1)
            first++;
        print_branch(t, first, end, depth + 1, below);
        if (depth == 0 && !last)
            puts("");
        free(branch);
        free(below);
        i = end;
    }
}

/* Shorter ones first among those that begin alike, as they are told at the branch itself. */
static void shorter_first(const suitor_chain **chains, uint32_t n)
{
    for (uint32_t i = 1; i < n; i++)
        for (uint32_t k = i; k && chains[k]->n_steps < chains[k - 1]->n_steps &&
                             same_beginning(chains[k], chains[k - 1], chains[k]->n_steps - 1);
             k--) {
            const suitor_chain *swap = chains[k];
            chains[k] = chains[k - 1];
            chains[k - 1] = swap;
        }
}

void chain_print(const what_if *w, const char *title, const suitor_chain *chains, uint32_t n)
{
    tree t = { w, memory_get((n + 1) * sizeof *t.chains) };

    view_print_title(&w->view, title);
    for (uint32_t i = 0; i < n; i++)
        t.chains[i] = &chains[i];
    gather(t.chains, n, 0);
    shorter_first(t.chains, n);
    print_branch(&t, 0, n, 0, "");
    if (n == 0)
        puts("Nothing follows that is notable: nobody becomes two points likelier to go or stay.");
    free(t.chains);
}

static cJSON *step_json(const what_if *w, const suitor_step *s)
{
    cJSON *o = cJSON_CreateObject();
    suitor_sv origin;
    suitor_quote q;

    json_add_text(o, "player", view_name(&w->view, s->player));
    json_add_text(o, "from", view_name(&w->view, s->from));
    json_add_text(o, "to",
                  view_name(&w->view, s->to == SUITOR_ELSEWHERE ? SUITOR_NO_INDEX : s->to));
    cJSON_AddBoolToObject(o, "stays", s->to == SUITOR_NO_INDEX);
    json_add_text(o, "mechanism",
                  suitor_sv_of(s->mechanism == SUITOR_N_MECHANISMS
                                   ? NULL
                                   : suitor_mechanism_name(s->mechanism)));
    json_add_number(o, "before", s->before);
    json_add_number(o, "probability", s->probability);
    if (find_evidence(w, s, &q, &origin)) {
        cJSON *e = cJSON_AddObjectToObject(o, "evidence");
        json_add_day(e, "date", q.day);
        json_add_text(e, "origin", origin);
        json_add_text(e, "quote", q.quote);
        json_add_text(e, "article", q.article);
    }
    return o;
}

cJSON *chain_json(const what_if *w, const suitor_chain *chains, uint32_t n)
{
    static const char *const gaps[] = { NULL, "rival", "sooner", "cooler", "hotter" };
    cJSON *o = cJSON_CreateObject(), *list;

    json_add_day(o, "at", suitor_market_day(w->view.market));
    cJSON_AddNumberToObject(o, "seed", (double)w->options.seed);
    list = cJSON_AddArrayToObject(o, "chains");
    for (uint32_t i = 0; i < n; i++) {
        const suitor_chain *c = &chains[i];
        cJSON *one = cJSON_CreateObject(), *steps;
        json_add_number(one, "probability", c->probability);
        json_add_number(one, "frequency", c->frequency);
        json_add_number(one, "standard_error", c->standard_error);
        json_add_text(one, "gap", suitor_sv_of(gaps[c->gap]));
        steps = cJSON_AddArrayToObject(one, "steps");
        for (uint32_t s = 0; s < c->n_steps; s++)
            cJSON_AddItemToArray(steps, step_json(w, &c->steps[s]));
        cJSON_AddItemToArray(list, one);
    }
    return o;
}

static bool is_move(const char *name)
{
    return strstr(name, "->") || strstr(name, "→") || strstr(name, " leaves");
}

int chain_read_from(const view *v, const char *name, suitor_chains_from *from, char **title)
{
    int status = STATUS_DONE;

    *from = (suitor_chains_from){ .kind = SUITOR_CHAINS_ALL };
    if (!name) {
        *title = memory_format("The likeliest chains");
    } else if (is_move(name)) {
        from->kind = SUITOR_CHAINS_DONE;
        status = what_if_read(v, name, &from->done);
        if (status == STATUS_DONE) {
            char *words = what_if_words(v, &from->done);
            *title = memory_format("What follows if %s", words);
            free(words);
        }
    } else if ((status = view_find(v, name, SUITOR_N_KINDS, &from->entity)) == STATUS_DONE) {
        bool is_player = view_entity(v, from->entity)->kind == SUITOR_KIND_PLAYER;
        char *clean = view_clean_name(v, from->entity);
        from->kind = is_player ? SUITOR_CHAINS_PLAYER : SUITOR_CHAINS_CLUB;
        *title = memory_format(is_player ? "Chains that begin with a move of %s"
                                         : "Chains that begin with a move to or from %s",
                               clean);
        free(clean);
    }
    return status;
}
