/* Finding what a picture is of. */
#include "subject.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "chain_view.h"
#include "say.h"

enum { SEED = 1, ALL_CHAINS = 200 };

bool subject_is_one(const subject_wish *wish, bool drawn)
{
    int n = (wish->n_focus > 0) + (wish->cluster != NULL) + (wish->move != NULL) +
            (wish->chain != NULL) + wish->rivals;

    if (n > 1) {
        say("--focus, --cluster, --rivals, --simulate and --chain are pictures of their own: "
            "choose one");
        return false;
    }
    if (wish->n_focus > 2) {
        say("--focus names a player, a club, or two clubs");
        return false;
    }
    if (n && (wish->n_focus != 1) && !drawn) {
        say("%s: choose dot, svg, png or pdf", wish->n_focus   ? "two clubs give a picture"
                                               : wish->cluster ? "--cluster gives a picture"
                                               : wish->move    ? "--simulate gives a picture"
                                               : wish->chain   ? "--chain gives a picture"
                                                               : "--rivals gives a picture");
        return false;
    }
    return true;
}

static int find_focus(const view *v, const subject_wish *wish, subject *out)
{
    suitor_export_options *o = &out->options;
    suitor_kind kind = wish->n_focus == 2 ? SUITOR_KIND_CLUB : SUITOR_N_KINDS;
    int status = view_find(v, wish->focus[0], kind, &o->focus);

    if (status == STATUS_DONE && wish->n_focus == 2)
        status = view_find(v, wish->focus[1], kind, &o->against);
    if (status == STATUS_DONE && o->focus == o->against && o->focus != SUITOR_NO_INDEX) {
        say("--focus: '%s' and '%s' are the same club", wish->focus[0], wish->focus[1]);
        return STATUS_USAGE;
    }
    return status;
}

/* The cluster in which most hangs on `player`, SUITOR_NO_INDEX for none. */
static uint32_t cluster_over(const suitor_clustering *found, uint32_t player)
{
    uint32_t best = SUITOR_NO_INDEX;
    double most = 0;

    for (uint32_t i = 0; i < found->n_clusters; i++)
        for (uint32_t k = 0; k < found->clusters[i].n_prizes; k++) {
            const suitor_prize *prize = &found->clusters[i].prizes[k];
            if (prize->player == player && prize->tie > most) {
                most = prize->tie;
                best = i;
            }
        }
    return best;
}

static int read_cluster(const view *v, const suitor_clustering *found, const char *text,
                        uint32_t *out)
{
    uint32_t entity, number;
    int status;

    if (*text && strspn(text, "0123456789") == strlen(text)) {
        if (found->n_clusters == 0) {
            say("--cluster: no two clubs want the same player, so that there is none");
            return STATUS_USAGE;
        }
        if (!options_number("cluster", NULL, text, 1, found->n_clusters, &number))
            return STATUS_USAGE;
        *out = number - 1;
        return STATUS_DONE;
    }
    for (uint32_t i = 0; i < found->n_clusters; i++)
        if (strcasecmp(found->clusters[i].name, text) == 0) {
            *out = i;
            return STATUS_DONE;
        }
    if ((status = view_find(v, text, SUITOR_N_KINDS, &entity)) != STATUS_DONE)
        return status;
    *out = view_entity(v, entity)->kind == SUITOR_KIND_CLUB ? suitor_cluster_of(found, entity)
                                                            : cluster_over(found, entity);
    if (*out != SUITOR_NO_INDEX)
        return STATUS_DONE;
    say("--cluster: '%s' is in none; `suitor clusters` lists them", text);
    return STATUS_USAGE;
}

static int find_cluster(const view *v, const char *text, subject *out)
{
    suitor_cluster_options options = SUITOR_CLUSTER_OPTIONS_INIT;
    suitor_clustering *found = NULL;
    suitor_error err;
    int status;

    options.resamples = 0; /* they change no cluster */
    if (suitor_clusters(v->market, &options, &found, &err) != SUITOR_OK)
        return say_error(&err);
    status = read_cluster(v, found, text, &out->options.cluster);
    suitor_clustering_free(found);
    return status;
}

static int find_changes(const view *v, const char *move, subject *out)
{
    const suitor_simulate_options options = { .seed = SEED };
    suitor_window *window = NULL;
    suitor_error err;
    int status = what_if_read(v, move, &out->done);

    if (status != STATUS_DONE)
        return status;
    if (suitor_window_new(v->market, NULL, &window, &err) != SUITOR_OK ||
        suitor_simulate(window, &out->done, 1, &options, &out->simulation, &err) != SUITOR_OK)
        status = say_error(&err);
    suitor_window_free(window);
    out->options.simulation = &out->simulation;
    out->options.done = &out->done;
    out->options.n_done = 1;
    return status;
}

/* The likeliest chains from what `name` says. */
static int find_chains(const view *v, const char *name, subject *out)
{
    const suitor_simulate_options sampling = { .seed = SEED };
    uint32_t top = out->options.top ? out->options.top : ALL_CHAINS;
    suitor_window *window = NULL;
    suitor_chains_from from;
    suitor_error err;
    int status = chain_read_from(v, name, &from, &out->title);

    if (status != STATUS_DONE)
        return status;
    if (suitor_window_new(v->market, NULL, &window, &err) != SUITOR_OK ||
        suitor_chains(window, &from, &sampling, top, &out->chains, &out->n_chains, &err) !=
            SUITOR_OK)
        status = say_error(&err);
    suitor_window_free(window);
    out->options.title = out->title;
    return status;
}

int subject_find(const view *v, const subject_wish *wish, subject *out)
{
    out->options.rivalries = wish->rivals;
    if (wish->n_focus)
        return find_focus(v, wish, out);
    if (wish->cluster)
        return find_cluster(v, wish->cluster, out);
    if (wish->move)
        return find_changes(v, wish->move, out);
    if (wish->chain)
        return find_chains(v, wish->chain, out);
    return STATUS_DONE;
}

void subject_clear(subject *s)
{
    free(s->chains);
    free(s->title);
    suitor_simulation_clear(&s->simulation);
}
