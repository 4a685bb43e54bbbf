/* Names fit for XML, and ids out of them. Nodes of a kind are sorted by name: equal names are
 * neighbours. */
#include "node_names.h"

#include <stdlib.h>

#include "buf.h"
#include "utf8.h"

static const char replacement[] = "\xEF\xBF\xBD";

/* Char of XML 1.0, production 2. */
static bool is_char(uint32_t c)
{
    return c == '\t' || c == '\n' || c == '\r' || (c >= 0x20 && c < 0xFFFE) || c > 0xFFFF;
}

/* Appends `text`; true where something of it had to be replaced. */
static bool clean(suitor_sv text, buf *b)
{
    bool replaced = false;

    for (size_t at = 0; at < text.len;) {
        size_t len;
        uint32_t c = utf8_decode(text.ptr + at, text.len - at, &len);
        if (len && is_char(c))
            buf_append(b, suitor_sv_make(text.ptr + at, len));
        else
            buf_add(b, replacement);
        replaced |= !len || !is_char(c);
        at += len ? len : 1;
    }
    return replaced;
}

static bool clean_names(dataset *d)
{
    suitor_sv *names = calloc((size_t)d->ledger->n_entities + 1, sizeof *names);
    buf b = { 0 };
    bool done = names != NULL;

    d->names = names;
    for (uint32_t i = 0; done && i < d->ledger->n_entities; i++) {
        buf_reset(&b);
        names[i] = d->ledger->entities[i].name;
        if (!clean(names[i], &b))
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
