/* Rows of a ledger are sorted by pair, so that an edge is looked for once a pair. */
#include "sources.h"

#include <stdlib.h>

#include "fail.h"
#include "scene.h"

suitor_status sources_count(const suitor_market *market, const bool *basis, uint32_t *articles,
                            uint32_t *origins, suitor_error *err)
{
    const suitor_ledger *l = suitor_market_ledger(market);
    uint32_t count;
    const suitor_edge *edges = suitor_market_edges(market, &count), *edge = NULL;
    bool *seen = calloc((size_t)l->n_articles + l->n_origins + 1, sizeof *seen);

    *articles = *origins = 0;
    if (!seen)
        return fail(err, SUITOR_ERR_NOMEM, "no memory to count the sources of the picture");
    for (uint32_t i = 0; i < l->n_rows; i++) {
        const suitor_ledger_row *row = &l->rows[i];
        if (i == 0 || row->player != row[-1].player || row->club != row[-1].club) {
            const suitor_edge key = { .player = row->player, .club = row->club };
            edge = count ? bsearch(&key, edges, count, sizeof *edges, scene_by_pair) : NULL;
        }
        if (!edge || !basis[edge - edges])
            continue;
        *articles += !seen[row->article];
        *origins += !seen[l->n_articles + row->origin];
        seen[row->article] = seen[l->n_articles + row->origin] = true;
    }
    free(seen);
    return SUITOR_OK;
}
