#include "drawers.h"

#include <stdlib.h>

#include "crew.h"
#include "fail.h"

suitor_status drawers_new(const moves *m, uint64_t seed, uint32_t n, drawer **out,
                          suitor_error *err)
{
    drawer *drawers = calloc((size_t)n + 1, sizeof *drawers);
    suitor_status st =
        drawers ? SUITOR_OK : fail(err, SUITOR_ERR_NOMEM, "no memory for %u threads", n);

    for (uint32_t i = 0; st == SUITOR_OK && i < n; i++) {
        st = run_init(&drawers[i].run, m, seed, err);
        if (st == SUITOR_OK)
            st = replay_new(&drawers[i].run, &drawers[i].replay, err);
    }
    if (st != SUITOR_OK) {
        drawers_free(drawers, n);
        drawers = NULL;
    }
    *out = drawers;
    return st;
}

void drawers_free(drawer *drawers, uint32_t n)
{
    for (uint32_t i = 0; drawers && i < n; i++) {
        replay_free(drawers[i].replay);
        run_free(&drawers[i].run);
    }
    free(drawers);
}

suitor_status drawers_count(const suitor_simulate_options *options, uint32_t *out,
                            suitor_error *err)
{
    *out = options->threads ? options->threads : crew_cores();
    if (*out <= CREW_MAX)
        return SUITOR_OK;
    return fail(err, SUITOR_ERR_INVALID, "%u threads are more than %d", *out, CREW_MAX);
}
