#include "batch.h"

suitor_status batch_open(batch *b, suitor_error *err)
{
    suitor_status st = SUITOR_OK;

    if (b->options->dry_run)
        return SUITOR_OK;
    if (b->n == 0)
        st = suitor_store_begin(b->store, err);
    b->n += st == SUITOR_OK;
    return st;
}

suitor_status batch_close(batch *b, suitor_error *err)
{
    return b->n >= b->size ? batch_commit(b, err) : SUITOR_OK;
}

suitor_status batch_commit(batch *b, suitor_error *err)
{
    suitor_status st = SUITOR_OK;

    if (b->n)
        st = suitor_store_commit(b->store, err);
    if (st == SUITOR_OK) {
        b->n = 0;
        b->kept = *b->stats;
    }
    return st;
}

void batch_undo(batch *b)
{
    if (b->n == 0)
        return;
    suitor_store_rollback(b->store);
    b->n = 0;
    b->stats->added = b->kept.added;
    b->stats->unchanged = b->kept.unchanged;
    b->stats->claims = b->kept.claims;
}

void batch_report(batch *b, const suitor_error *problem)
{
    b->stats->skipped++;
    if (b->options->on_problem)
        b->options->on_problem(problem, b->options->user);
}

bool batch_is_stopped(batch *b)
{
    bool stop = b->options->stop && *b->options->stop;

    if (b->options->on_progress && !b->options->on_progress(b->stats, b->options->user))
        stop = true;
    b->stats->stopped = stop;
    return stop;
}
