#include "given.h"

#include <stdlib.h>

#include "grow.h"

static bool add(given *g, const given_item *item)
{
    if (!grow(&g->items, &g->cap_items, g->n_items + 1, sizeof *g->items))
        return false;
    g->items[g->n_items++] = *item;
    g->bytes += sizeof *item;
    return true;
}

bool given_article(given *g, const suitor_article *article, bool with_line)
{
    given_item item = { .article = *article };
    suitor_article *to = &item.article;
    suitor_sv *const views[] = { &to->id,   &to->url,  &to->outlet, &to->title,
                                 &to->text, &to->path, &to->line };

    if (!with_line)
        to->line = (suitor_sv){ NULL, 0 };
    for (size_t i = 0; i < sizeof views / sizeof *views; i++) {
        *views[i] = arena_copy(&g->memory, *views[i]);
        if (!views[i]->ptr)
            return false;
        g->bytes += views[i]->len;
    }
    return add(g, &item);
}

const suitor_error *given_keep(given *g, const suitor_error *problem)
{
    suitor_error *kept = arena_alloc(&g->memory, sizeof *kept);

    if (kept)
        *kept = *problem;
    return kept;
}

bool given_problem(given *g, const suitor_error *problem)
{
    given_item item = { .problem = given_keep(g, problem) };

    return item.problem && add(g, &item);
}

bool given_note(given *g, const void *note, size_t size)
{
    void *copy = arena_alloc(&g->memory, size);
    given_item item = { .note = copy };

    if (!copy)
        return false;
    memcpy(copy, note, size);
    return add(g, &item);
}

void given_reset(given *g)
{
    arena_reset(&g->memory);
    g->n_items = 0;
    g->bytes = 0;
}

void given_free(given *g)
{
    arena_free(&g->memory);
    free(g->items);
}
