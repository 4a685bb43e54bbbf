/* Names fit for any format, and ids out of them. Nodes of a kind are sorted by name: equal names
 * are neighbours. */
#include "node_names.h"

#include <stdlib.h>

#include "escape.h"

static bool clean_names(dataset *d)
{
    suitor_sv *names = calloc((size_t)d->ledger->n_entities + 1, sizeof *names);
    buf b = { 0 };
    bool done = names != NULL;

    d->names = names;
    for (uint32_t i = 0; done && i < d->ledger->n_entities; i++) {
        buf_reset(&b);
        names[i] = d->ledger->entities[i].name;
        if (!escape_acting(&b, names[i]))
            continue;
        names[i] = arena_copy(&d->memory, buf_view(&b));
        done = names[i].ptr && !b.failed;
    }
    buf_free(&b);
    return done;
}

bool node_names(dataset *d)
{
    uint32_t same = 1;

    if (!clean_names(d))
        return false;
    for (uint32_t i = 0; i < d->n_nodes; i++) {
        data_node *node = &d->nodes[i];
        suitor_sv name = d->names[node->entity];
        const char *kind = suitor_kind_name(node->told->kind);
        bool repeats = i > 0 && node[-1].told->kind == node->told->kind &&
                       suitor_sv_equal(d->names[node[-1].entity], name);
        same = repeats ? same + 1 : 1;
        node->id = repeats ? arena_printf(&d->memory, "%s:%.*s#%u", kind, SUITOR_SV_ARG(name), same)
                           : arena_printf(&d->memory, "%s:%.*s", kind, SUITOR_SV_ARG(name));
        if (!node->id)
            return false;
    }
    return true;
}
